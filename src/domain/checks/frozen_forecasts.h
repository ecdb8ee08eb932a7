// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/problem.h"
#include "domain/checks/changed_things.h"
#include "domain/state/change.h"
#include "domain/state/state.h"

namespace styrkedja {

// A forecast is kept as it was made, so that it can be held against what came true. From when it stands (is_frozen,
// domain/economy/forecast_lines.h), as the state before the changes has it:
//   forecast_is_frozen   its lines, facts, volumes and ledger batches are created, changed or ended; or the version is
//                        ended, thawed, or made another (which occasion, of what it is made)
// The first 20 are told, the last of them with how many more there are. Two things are allowed: the command that freezes a
// version may bring its lines, and taking back (EntryKind::take_back) the entry that made the version takes its lines too.
void forecasts_stand(const State& before, const State& after, std::span<const ChangedThing> things, EntryKind how,
                     Problems& problems);

}  // namespace styrkedja
