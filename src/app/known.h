// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/state/state.h"
#include "domain/state/version.h"
#include "store/store.h"

namespace styrkedja::app {

// What a municipality's log says up to one version: an immutable value that any number of readers hold without a lock.
struct Known {
    std::string municipality;
    State state;
    Version version = 0;       // 0: nothing has been said yet
    store::Time time = 0;      // of that entry
    std::string hash;          // of that entry; empty at 0
};
using KnownPtr = std::shared_ptr<const Known>;

// Milliseconds since 1970-01-01 UTC, as the machine believes. Given by who calls; in simulations it jumps.
using Clock = std::function<store::Time()>;
Clock system_clock();

}  // namespace styrkedja::app
