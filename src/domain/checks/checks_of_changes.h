// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "base/problem.h"
#include "domain/checks/changed_things.h"
#include "domain/state/state.h"

namespace styrkedja {

// More things than this in one command, and all checks look at all things: it is quicker, and then those
// speak too that weigh many things together.
inline constexpr std::size_t many_changed = 1'000;

// What the checks (checks.h) say of a state after some of its things were changed and hadn't said before.
// Each looks at the changed things; where others' answers hang on what was changed, also at those that name
// the changed thing, or at everything.
void check_changed_things(const State& before, const State& after, std::span<const ChangedThing> things,
                          Problems& problems);

}  // namespace styrkedja
