// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/goal_plan.h"

#include <algorithm>

namespace styrkedja {
namespace {

template <class T>
std::vector<const T*> in_order(const Table<T>& table) {
    std::vector<const T*> things;
    things.reserve(table.size());
    for (const T& each : table) things.push_back(&each);
    std::stable_sort(things.begin(), things.end(), [](const T* a, const T* b) { return a->order < b->order; });
    return things;
}

}  // namespace

GoalPlan::GoalPlan(const State& of) : state(of) {
    goals = in_order(state.goals);
    for (const Goal* goal : goals) {
        for (const Ref<Goal>& parent : goal->parents) below[parent.str()].push_back(goal);
    }
    for (const Indicator* each : in_order(state.indicators)) {
        for (const Ref<Goal>& goal : each->goals) indicators[goal.str()].push_back(each);
    }
    for (const Activity* each : in_order(state.activities)) {
        for (const Ref<Goal>& goal : each->goals) activities[goal.str()].push_back(each);
    }
    for (const Target& each : state.targets) {
        if (each.breakdown.empty()) targets[each.indicator.str()].push_back(&each);
    }
    for (const Outcome& each : state.outcomes) {
        if (each.breakdown.empty()) outcomes[each.indicator.str()].push_back(&each);
    }
    for (const Expected& each : state.expectations) expectations[each.subject.str()].push_back(&each);
    for (const Progress& each : state.progress) progress[each.subject.str()].push_back(&each);
    for (const Assessment& each : state.assessments) assessments[each.goal.str()].push_back(&each);
    for (const Scale& scale : state.scales) {
        for (const ScaleValue& value : scale.values) {
            // Where several scales have a value, the one that says how it counts.
            const ScaleValue*& known = statuses[value.id.str()];
            if (!known || (known->counts == Counts::unknown && value.counts != Counts::unknown)) known = &value;
        }
    }
}

const ScaleValue* GoalPlan::status_of(const Progress& of) const {
    if (const Scale* scale = of.scale.empty() ? nullptr : state.scales.find(of.scale.str())) {
        for (const ScaleValue& value : scale->values) {
            if (value.id == of.status) return &value;
        }
        return nullptr;
    }
    auto it = statuses.find(of.status.str());
    return it == statuses.end() ? nullptr : it->second;
}

UnitTree::UnitTree(const State& state, Date day) {
    nodes_.reserve(state.units.size());
    for (const Unit& unit : state.units) {
        const UnitKind* kind = state.unit_kinds.find(unit.kind.str());
        nodes_[unit.id.str()] = {unit.parent.at(day).str(), kind && kind->role == UnitRole::council};
    }
}

bool UnitTree::is_council(std::string_view unit) const {
    auto it = nodes_.find(unit);
    return it != nodes_.end() && it->second.council;
}

bool UnitTree::is_below(std::string_view unit, std::string_view above) const {
    // A circle of parents is reported elsewhere; here it only must end.
    for (std::size_t steps = 0; !unit.empty() && steps <= nodes_.size(); ++steps) {
        if (unit == above) return true;
        auto it = nodes_.find(unit);
        if (it == nodes_.end()) return false;
        unit = it->second.parent;
    }
    return false;
}

}  // namespace styrkedja
