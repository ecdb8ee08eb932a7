// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

namespace styrkedja::checks {
namespace {

// A unit that is named for a period must have existed during some day of it.
template <class T>
void look(const State& state, const T& thing, const Ref<Unit>& unit_ref, const Period& period, Problems& problems,
          std::string_view field = "unit") {
    if (unit_ref.empty() || !period.exists()) return;
    const Unit* unit = state.units.find(unit_ref.str());
    if (!unit || unit->valid.overlaps(period.start(), Date::from_days(period.end().days() - 1))) return;
    problems.add("unit_does_not_exist_then", Severity::error, place_of(thing, field),
                 {{"unit", unit_ref.str()}, {"period", period.str()},
                  {"valid", ValueType<Validity>::format(unit->valid)}});
}

template <class T>
void look_at_occasions(const State& state, const Table<T>& things, Problems& problems) {
    for (const T& thing : things) {
        const Occasion* occasion = state.occasions.find(thing.occasion.str());
        if (occasion) look(state, thing, thing.unit, occasion->period, problems);
    }
}

}  // namespace

void units_exist_when_named(const State& state, const State& looked, Problems& problems) {
    for (const EconomyFact& fact : looked.economy) {
        if (!is_restated(state, fact.version)) look(state, fact, fact.unit, fact.period, problems);
    }
    for (const Outcome& outcome : looked.outcomes) look(state, outcome, outcome.unit, outcome.period, problems);
    for (const Volume& volume : looked.volumes) {
        if (!is_restated(state, volume.version)) look(state, volume, volume.unit, volume.period, problems);
    }
    for (const BudgetChange& change : looked.budget_changes) {
        const Period year = Period::of_year(change.year);
        look(state, change, change.unit, year, problems);
        look(state, change, change.counter_unit, year, problems, "counter-unit");
    }
    look_at_occasions(state, looked.progress, problems);
    look_at_occasions(state, looked.assessments, problems);
    look_at_occasions(state, looked.comments, problems);
    look_at_occasions(state, looked.documents, problems);
}

}  // namespace styrkedja::checks
