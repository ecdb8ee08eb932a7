// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "domain/state/change.h"
#include "domain/state/state.h"

namespace styrkedja {

// What a command did with one thing, seen as a whole.
struct ChangedThing {
    const Kind* kind = nullptr;
    std::string_view id;
    const void* was = nullptr;  // null: it wasn't there, or was ended and made anew
    const void* is = nullptr;   // null: it is there no longer
    bool created = false;       // then all fields are among the changed
    std::vector<const FieldInfo*> fields;
};

// One for each thing that the changes name, by kind and id. What names no kind or field of this program is
// left out: the fold tells that.
std::vector<ChangedThing> changed_things(const State& before, const State& after,
                                         std::span<const Change> changes);

// Of the problems that are there now, those that weren't there then. What was wrong at a place then is told
// again if it is wrong otherwise now and stands at one of the changed things; elsewhere only if there is more
// of it.
void tell_new(const Problems& now, const Problems& then, std::span<const ChangedThing> things,
              Problems& problems);

}  // namespace styrkedja
