// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

bool stands_under(const Goal& goal, const Ref<Goal>& place) {
    return std::find(goal.parents.begin(), goal.parents.end(), place) != goal.parents.end();
}

template <class T>
void look(const T& thing, std::string_view field, const Goal* goal, const Ref<Goal>& place, Problems& problems) {
    if (!goal || place.empty() || stands_under(*goal, place)) return;
    problems.add("place_is_not_a_parent", Severity::error, place_of(thing, field),
                 {{"goal", goal->id.str()}, {"place", place.str()}});
}

}  // namespace

// A place in the tree is where a goal stands: under one of its parents.
void places_are_parents(const State& state, const State& looked, Problems& problems) {
    for (const Assessment& each : looked.assessments) {
        look(each, "place", state.goals.find(each.goal.str()), each.place, problems);
    }
    for (const Comment& each : looked.comments) {
        look(each, "place", state.goals.find(each.subject.str()), each.place, problems);
    }
    for (const Activity& activity : looked.activities) {
        for (const Ref<Goal>& place : activity.places) {
            bool fits = std::any_of(activity.goals.begin(), activity.goals.end(), [&](const Ref<Goal>& ref) {
                const Goal* goal = state.goals.find(ref.str());
                return !goal || stands_under(*goal, place);
            });
            if (fits) continue;
            problems.add("place_is_not_a_parent", Severity::error, place_of(activity, "places"),
                         {{"goal", activity.goals.empty() ? "" : activity.goals.front().str()}, {"place", place.str()}});
        }
    }
}

}  // namespace styrkedja::checks
