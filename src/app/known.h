// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "domain/state/change.h"
#include "domain/state/state.h"
#include "domain/state/version.h"
#include "store/store.h"

namespace styrkedja::app {

// An entry of the log that people ask for by name: an import, a decision, a taking back, an erasure, and any other
// that refers to a decision.
struct Landmark {
    Id id;                     // the version in twelve digits: they stand in order
    Version version = 0;
    store::Time time = 0;
    EntryKind kind = EntryKind::edit;
    std::string decision, about, blob;   // as in Entry
};

// What a municipality's log says up to one version: an immutable value that any number of readers hold without a lock.
struct Known {
    std::string municipality;
    State state;
    Version version = 0;       // 0: nothing has been said yet
    store::Time time = 0;      // of that entry
    std::string hash;          // of that entry; empty at 0
    Table<Landmark> landmarks;
};
using KnownPtr = std::shared_ptr<const Known>;

// Milliseconds since 1970-01-01 UTC, as the machine believes. Given by who calls; in simulations it jumps.
using Clock = std::function<store::Time()>;
Clock system_clock();

}  // namespace styrkedja::app
