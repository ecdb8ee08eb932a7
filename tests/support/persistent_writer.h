// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>
#include <thread>

#include "store/store.h"

namespace styrkedja::testing {

// Adds one entry after the other to a municipality's log, through whatever comes, as the program itself does: when it
// isn't known whether an entry was made, it asks for its command before it tries again.
class PersistentWriter {
  public:
    PersistentWriter(store::Store& store, std::string municipality)
        : store_(store), municipality_(std::move(municipality)) {}

    // Until the entry is acknowledged, or found. Failures other than `unavailable` go through.
    Version write(const std::string& command, const std::string& entry) {
        for (bool again = false;; again = true) {
            try {
                if (again || end_ == 0) {
                    if (auto found = store_.find_command(municipality_, command)) return end_ = *found;
                    end_ = store_.head(municipality_);
                }
                const store::LogRow row{end_ + 1, command, entry, std::string(32, 'h'), "content"};
                if (store_.append(municipality_, end_, {&row, 1}) == store::Appended::yes) return ++end_;
            } catch (const store::Failure& failure) {
                if (failure.kind() != store::Failure::Kind::unavailable) throw;
                ++unknown_;
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        }
    }

    int unknown() const { return unknown_; }  // calls whose outcome was not known

  private:
    store::Store& store_;
    std::string municipality_;
    Version end_ = 0;
    int unknown_ = 0;
};

}  // namespace styrkedja::testing
