// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <tuple>

#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

// The unit itself or the nearest above it whose parent is another on the last day than on the first; null = none.
const Unit* moved_within(const State& state, const Unit& unit, Date first, Date last) {
    const Unit* each = &unit;
    for (std::size_t steps = 0; each && steps < state.units.size(); ++steps) {
        const Ref<Unit>& parent = each->parent.at(last);
        if (each->parent.at(first).id != parent.id) return each;
        each = parent.empty() ? nullptr : state.units.find(parent.str());
    }
    return nullptr;
}

// The first day under the new parent.
Date day_of_move(const Unit& unit, Date first, Date last) {
    const std::string& after = unit.parent.at(last).str();
    for (const auto& span : unit.parent.spans) {
        if (span.value.str() == after && span.holds.from.exists() && first < span.holds.from) return span.holds.from;
    }
    return last;
}

}  // namespace

// A fact belongs under the parent that its unit has on the fact's last day. Of a year's budget for a unit that moves
// in September nobody can say how much followed it: all of it follows, and that is told.
void facts_stand_under_one_parent(const State& state, const State& looked, Problems& problems) {
    struct Spanning {
        const EconomyFact* first = nullptr;
        const Unit* moved = nullptr;
        std::size_t count = 0;
    };
    if (looked.economy.empty()) return;
    bool any_moves = std::any_of(state.units.begin(), state.units.end(),
                                 [](const Unit& unit) { return unit.parent.spans.size() > 1; });
    if (!any_moves) return;
    std::map<std::tuple<std::string_view, std::string_view, Period>, Spanning> found;
    for (const EconomyFact& fact : looked.economy) {
        const Unit* unit = state.units.find(fact.unit.str());
        if (!unit || !fact.period.exists() || is_restated(state, fact.version)) continue;
        Date last = Date::from_days(fact.period.end().days() - 1);
        const Unit* moved = moved_within(state, *unit, fact.period.start(), last);
        if (!moved) continue;
        Spanning& spanning = found[{fact.unit.str(), fact.version.str(), fact.period}];
        if (++spanning.count == 1) spanning.first = &fact, spanning.moved = moved;
    }
    for (const auto& each : found) {
        const Spanning& spanning = each.second;
        const EconomyFact& fact = *spanning.first;
        Date first = fact.period.start(), last = Date::from_days(fact.period.end().days() - 1);
        auto parent = [&](Date day) { return spanning.moved->parent.at(day).str(); };
        problems.add("fact_spans_a_move", Severity::warning, place_of(fact, "period"),
                     {{"unit", spanning.moved->id.str()},
                      {"period", fact.period.str()},
                      {"version", fact.version.str()},
                      {"count", std::to_string(spanning.count)},
                      {"from", parent(first)},
                      {"to", parent(last)},
                      {"day", day_of_move(*spanning.moved, first, last).str()}});
    }
}

}  // namespace styrkedja::checks
