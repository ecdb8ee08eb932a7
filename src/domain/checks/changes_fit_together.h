// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/problem.h"
#include "domain/checks/changed_things.h"
#include "domain/state/state.h"

namespace styrkedja {

// What must hold of changed things by their descriptions: what is required is said, ids are free and well
// written, what is named by its key keeps it, each reference leads to a thing of the right kind, amounts are
// whole öre and say their unit, and nothing that stays refers to what is ended. Only what is new is told.
void changes_fit_together(const State& before, const State& after, std::span<const ChangedThing> things,
                          Problems& problems);

}  // namespace styrkedja
