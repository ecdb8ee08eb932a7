// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "domain/state/state.h"

// What must hold between the things of a municipality: one file per check, listed in checks.cpp. Each looks at the
// whole state and tells every place where it does not hold, by thing and field.
namespace styrkedja {

void check_state(const State& state, Problems& problems);

// The place of a thing's field, for a problem.
template <class T>
Place place_of(const T& thing, std::string_view field) {
    return Place{"", 0, 0, "", std::string(description<T>().key) + "/" + thing.id.str(), std::string(field)};
}

// The scale of a status: the one named, that of the assignment's type, else the first status scale that has it.
const Scale* status_scale_of(const State& state, const Progress& progress);

namespace checks {

// Earlier years told for the organisation as it is now: its units need not have existed then.
bool is_restated(const State& state, const Ref<FigureVersion>& version);

void parents_form_no_circle(const State&, Problems&);
void units_exist_when_named(const State&, Problems&);
void outcomes_lie_on_their_scale(const State&, Problems&);
void outcomes_say_something(const State&, Problems&);
void targets_are_understood(const State&, Problems&);
void statuses_are_on_their_scale(const State&, Problems&);
void ratings_are_on_their_scale(const State&, Problems&);
void places_are_parents(const State&, Problems&);
void texts_exist(const State&, Problems&);
void notes_exist(const State&, Problems&);
void retired_ids_stay_retired(const State&, Problems&);
void dates_are_in_order(const State&, Problems&);
void model_fits_together(const State&, Problems&);
void costs_are_minus(const State&, Problems&);
void data_is_within_the_pack(const State&, Problems&);
void facts_stand_under_one_parent(const State&, Problems&);
void nothing_is_said_twice(const State&, Problems&);
void dated_values_fit(const State&, Problems&);
void what_is_reported_is_used(const State&, Problems&);
void outcomes_are_readable(const State&, Problems&);
void rules_name_their_scale(const State&, Problems&);
void amounts_make_sense(const State&, Problems&);
}  // namespace checks

}  // namespace styrkedja
