// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/named_by.h"

#include <algorithm>
#include <cassert>

#include "domain/plan/description.h"
#include "domain/state/table_range.h"

namespace styrkedja {
namespace {

template <class T>
void add(const Table<T>& things, std::string_view id, Table<T>& looked) {
    each_with_prefix(things, std::string(id) + "/", [&](const Held<T>& each) { lend(looked, each); });
}

// Few activities say at which places of their goals they stand.
void add(const Table<Activity>& things, std::string_view goal, Table<Activity>& looked) {
    for (const auto& each : things) {
        if (each.places.empty()) continue;
        const bool names_it = std::any_of(each.goals.begin(), each.goals.end(),
                                          [&](const Ref<Goal>& ref) { return ref.str() == goal; });
        if (names_it) lend(looked, each);
    }
}

}  // namespace

void add_those_that_name(const State& state, const ChangedThing& thing, const Kind& kind, State& looked) {
    const StructInfo* info = kind.info;
    if (info == &description<Target>())
        add(state.targets, thing.id, looked.targets);
    else if (info == &description<Outcome>())
        add(state.outcomes, thing.id, looked.outcomes);
    else if (info == &description<Expected>())
        add(state.expectations, thing.id, looked.expectations);
    else if (info == &description<Progress>())
        add(state.progress, thing.id, looked.progress);
    else if (info == &description<Assessment>())
        add(state.assessments, thing.id, looked.assessments);
    else if (info == &description<Comment>())
        add(state.comments, thing.id, looked.comments);
    else if (info == &description<Activity>())
        add(state.activities, thing.id, looked.activities);
    else
        assert(false && "a check asks for what names a thing, of a kind that names none");
}

}  // namespace styrkedja
