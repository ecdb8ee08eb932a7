// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/checks/changed_things.h"
#include "domain/state/state.h"

namespace styrkedja {

// Adds to `looked` the things of a kind that name that thing: those whose key begins with it (the outcomes of
// an indicator, the progress of an activity), and of activities those that stand at places of that goal. For
// the kinds that the checks ask for so: targets, outcomes, expectations, progress, assessments, comments,
// activities.
void add_those_that_name(const State& state, const ChangedThing& thing, const Kind& kind, State& looked);

}  // namespace styrkedja
