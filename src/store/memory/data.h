// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/store.h"

namespace styrkedja::store::memory {

struct Bundle {
    std::string hash;
    Time touched = 0;
    std::map<std::uint64_t, std::shared_ptr<const PageRow>> pages;
};
// What the store remembers of one municipality. Rows, blobs and pages are shared and never changed in place, so that
// a copy of the whole costs a pointer for each.
struct Municipality {
    std::vector<std::shared_ptr<const LogRow>> log;
    std::unordered_map<std::string, Version> commands;
    std::map<Version, Snapshot> snapshots;
    std::map<std::string, std::shared_ptr<const Blob>> blobs;
    std::map<std::pair<std::string, std::string>, Draft> drafts;  // by person and subject
    std::map<std::string, Bundle, std::less<>> bundles;
    std::map<std::string, Session> sessions;
    std::map<std::string, Job> jobs;
};

using Data = std::map<std::string, Municipality, std::less<>>;

// One named store. Data is copied when somebody looks at it while it is written (frozen readers hold it),
// else changed in place. Pointers to it are taken and given back under the mutex only.
struct Place {
    std::string name;
    std::mutex mutex;
    std::condition_variable grown;
    std::shared_ptr<Data> data = std::make_shared<Data>();

    // To be written, the mutex being held.
    Data& writable() {
        if (data.use_count() > 1) data = std::make_shared<Data>(*data);
        return *data;
    }
};

}  // namespace styrkedja::store::memory
