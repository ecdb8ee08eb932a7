// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

#include "domain/economy/facts.h"

namespace styrkedja {

bool checks::is_restated(const State& state, const Ref<FigureVersion>& version) {
    const FigureVersion* found = state.versions.find(version.str());
    return found && found->restated;
}

void check_state(const State& state, Problems& problems) {
    using namespace checks;
    static constexpr void (*all[])(const State&, Problems&) = {
        model_fits_together, parents_form_no_circle, units_exist_when_named, outcomes_lie_on_their_scale,
        outcomes_say_something, targets_are_understood, statuses_are_on_their_scale, ratings_are_on_their_scale,
        places_are_parents, texts_exist, notes_exist, retired_ids_stay_retired, dates_are_in_order, costs_are_minus,
        facts_stand_under_one_parent, check_economy, data_is_within_the_pack, nothing_is_said_twice, dated_values_fit,
        what_is_reported_is_used, outcomes_are_readable, rules_name_their_scale,
        amounts_make_sense};
    for (auto* check : all) check(state, problems);
}

}  // namespace styrkedja
