// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/known.h"
#include "base/problem.h"
#include "log/entry.h"

namespace styrkedja::app {

// Where a reader of the log stands: what Known says beside its state.
struct Standing {
    std::string municipality;
    Version version = 0;
    store::Time time = 0;
    std::string hash;
    Table<Landmark> landmarks;
    bool erased = false;       // an erasure was passed: what was known before it may hold what is gone
};

// Opens the row's entry as the next one after where the reader stands, and moves on. False, with the problem: it is
// damaged, of a newer program, or does not follow.
bool step(Standing& standing, const store::LogRow& row, const log::EntryReader& reader, Problems& problems);

// The version of the newest erasure among them; 0 = none.
Version newest_erasure(const Table<Landmark>& landmarks);

Problem log_problem(std::string_view code, std::string_view municipality, Version version);

}  // namespace styrkedja::app
