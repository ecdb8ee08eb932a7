// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/problem.h"
#include "domain/state/change.h"
#include "domain/state/state.h"

namespace styrkedja {

// What must hold of a municipality's state after somebody's changes, looked at only where they have changed
// something: every problem that they would bring is told with its thing and field, errors refuse the changes. What
// was wrong before and isn't touched is not told: validate tells it.
void check_changes(const State& before, const State& after, std::span<const Change> changes, Problems& problems);

}  // namespace styrkedja
