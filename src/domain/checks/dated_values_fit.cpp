// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <optional>

#include "domain/checks/checks.h"
#include "domain/economy/description.h"
#include "domain/organisation/description.h"
#include "domain/plan/description.h"

// Values that follow each other in time ("nord [..2024] | syd [2025..]"): no day has two of them. Between two
// there may be days with none, on which the one before still holds; of what a unit belongs to that is told
// where there are facts in it.
namespace styrkedja::checks {
namespace {

struct Days {
    std::string value;
    Validity holds;
};

bool begins_before(const Days& a, const Days& b) {
    if (!a.holds.from.exists() || !b.holds.from.exists())
        return !a.holds.from.exists() && b.holds.from.exists();
    return a.holds.from < b.holds.from;
}

template <class T>
std::vector<Days> in_order(const Dated<T>& dated) {
    std::vector<Days> all;
    for (const auto& span : dated.spans) all.push_back({ValueType<T>::format(span.value), span.holds});
    std::stable_sort(all.begin(), all.end(), begins_before);
    return all;
}

std::string shown(const Days& days) {
    std::string holds = ValueType<Validity>::format(days.holds);
    return days.value + (holds.empty() ? "" : " [" + holds + "]");
}

template <class T, class V>
void look_for_overlap(const T& thing, std::string_view field, const Dated<V>& dated, Problems& problems) {
    std::vector<Days> all = in_order(dated);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Date& last = all[i - 1].holds.to;
        const Date& first = all[i].holds.from;
        if (last.exists() && first.exists() && last < first) continue;
        problems.add(
            "dated_values_overlap", Severity::error, place_of(thing, field),
            {{"field", std::string(field)}, {"first", shown(all[i - 1])}, {"second", shown(all[i])}});
    }
}

// The days after one value and before the next, when the day is one of them.
std::optional<Validity> gap_at(const Dated<Ref<Unit>>& parent, Date day) {
    std::vector<Days> all = in_order(parent);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Date& last = all[i - 1].holds.to;
        const Date& first = all[i].holds.from;
        if (!last.exists() || !first.exists() || day <= last || first <= day) continue;
        return Validity{Date::from_days(last.days() + 1), Date::from_days(first.days() - 1)};
    }
    return std::nullopt;
}

// Facts whose last day is one on which nobody has said what their unit, or one above it, belongs to: once for
// each unit.
void look_for_facts_in_gaps(const State& state, const State& looked, Problems& problems) {
    std::map<std::string_view, bool> told;
    for (const EconomyFact& fact : looked.economy) {
        if (!fact.period.exists() || is_restated(state, fact.version)) continue;
        Date last = Date::from_days(fact.period.end().days() - 1);
        const Unit* unit = state.units.find(fact.unit.str());
        for (std::size_t steps = 0; unit && steps < state.units.size(); ++steps) {
            auto gap = unit->parent.spans.size() > 1 ? gap_at(unit->parent, last) : std::nullopt;
            if (gap && told.emplace(unit->id.str(), true).second) {
                problems.add("fact_is_in_a_gap", Severity::warning, place_of(*unit, "parent"),
                             {{"unit", unit->name.at(last)},
                              {"gap", ValueType<Validity>::format(*gap)},
                              {"period", fact.period.str()},
                              {"parent", unit->parent.at(last).str()}});
            }
            unit = state.units.find(unit->parent.at(last).str());
        }
    }
}

}  // namespace

void dated_values_fit(const State& state, const State& looked, Problems& problems) {
    for (const Unit& each : looked.units) {
        look_for_overlap(each, "name", each.name, problems);
        look_for_overlap(each, "parent", each.parent, problems);
        look_for_overlap(each, "code", each.code, problems);
    }
    for (const Goal& each : looked.goals) look_for_overlap(each, "number", each.number, problems);
    for (const Account& each : looked.accounts) look_for_overlap(each, "name", each.name, problems);
    for (const Service& each : looked.services) look_for_overlap(each, "name", each.name, problems);
    if (looked.economy.empty()) return;
    bool any_moves = std::any_of(state.units.begin(), state.units.end(),
                                 [](const Unit& unit) { return unit.parent.spans.size() > 1; });
    if (any_moves) look_for_facts_in_gaps(state, looked, problems);
}

}  // namespace styrkedja::checks
