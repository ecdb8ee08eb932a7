// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/known.h"
#include "base/problem.h"

namespace styrkedja::app {

// The same with the facts that its batches name read in (State::ledger). What another reading in this process has, or what
// the state has already, isn't read again: the same hash is always the same facts. A batch whose facts aren't there, or
// aren't what their hash says, is an error that names it (ledger_facts_are_missing, ledger_facts_are_damaged), and has none.
KnownPtr with_facts(store::Reader& store, const KnownPtr& known, Problems& problems);

}  // namespace styrkedja::app
