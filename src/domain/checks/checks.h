// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "domain/state/state.h"

// What must hold between the things of a municipality: one file per check, listed in checks.cpp. Each looks at things
// one by one, with the whole state beside them to look others up in, and tells every place where it does not hold, by
// thing and field.
namespace styrkedja {

void check_state(const State& state, Problems& problems);

// What a check's answers about other things hang on: a field of things of a kind, and whether there are such things.
struct HangsOn {
    std::string_view kind;
    std::string_view fields;   // blank between; "-" = that one is ended, "*" = whatever happens
    std::string_view others;   // the kinds of the things that hang on it, all of which name it (named_by.h); empty = any
};

struct Check {
    // `looked` holds the things that it looks at, each as `state` has it: the state itself, or some of its things.
    void (*look)(const State& state, const State& looked, Problems& problems);
    // The kinds of things that it looks at, blank between; "*" = all; with + after it only those that are new. Empty:
    // it weighs many things together, and says nothing of a few.
    std::string_view about;
    // Where a change of one thing can make an error of another. (Warnings that arise at things that nobody has
    // touched are told only where that is cheap; validate tells them all.) A thing that is created does so only where
    // it is found without a reference.
    std::vector<HangsOn> hangs_on;
};

std::span<const Check> all_checks();

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

void parents_form_no_circle(const State&, const State& looked, Problems&);
void units_exist_when_named(const State&, const State& looked, Problems&);
void outcomes_lie_on_their_scale(const State&, const State& looked, Problems&);
void outcomes_say_something(const State&, const State& looked, Problems&);
void targets_are_understood(const State&, const State& looked, Problems&);
void statuses_are_on_their_scale(const State&, const State& looked, Problems&);
void ratings_are_on_their_scale(const State&, const State& looked, Problems&);
void places_are_parents(const State&, const State& looked, Problems&);
void texts_exist(const State&, const State& looked, Problems&);
void notes_exist(const State&, const State& looked, Problems&);
void retired_ids_stay_retired(const State&, const State& looked, Problems&);
void dates_are_in_order(const State&, const State& looked, Problems&);
void model_fits_together(const State&, const State& looked, Problems&);
void costs_are_minus(const State&, const State& looked, Problems&);
void data_is_within_the_pack(const State&, const State& looked, Problems&);
void facts_stand_under_one_parent(const State&, const State& looked, Problems&);
void nothing_is_said_twice(const State&, const State& looked, Problems&);
void dated_values_fit(const State&, const State& looked, Problems&);
void what_is_reported_is_used(const State&, const State& looked, Problems&);
void comments_are_printed(const State&, const State& looked, Problems&);
void outcomes_are_readable(const State&, const State& looked, Problems&);
void rules_name_their_scale(const State&, const State& looked, Problems&);
void amounts_make_sense(const State&, const State& looked, Problems&);
void made_versions_make_sense(const State&, const State& looked, Problems&);
void spreading_keys_make_sense(const State&, const State& looked, Problems&);
void patterns_have_months(const State&, const State& looked, Problems&);
void budget_changes_make_sense(const State&, const State& looked, Problems&);
void carry_overs_are_granted_as_asked(const State&, const State& looked, Problems&);
void carry_overs_are_within_limits(const State&, const State& looked, Problems&);
void internal_budgets_sum_to_frame(const State&, const State& looked, Problems&);
void forecasts_fit(const State&, const State& looked, Problems&);
void computed_indicators_have_no_outcomes(const State&, const State& looked, Problems&);
void charges_fit(const State&, const State& looked, Problems&);

// A month of one ledger that two batches have would be added up twice:
//   ledger_batches_overlap
void batches_do_not_overlap(const State& state, const State& looked, Problems&);
// One version both typed (economy) and taken in from a ledger, in the same months and of the same unit, is added up twice:
//   version_is_typed_and_imported (a warning, with the months)
void versions_have_one_source(const State& state, const State& looked, Problems&);
//   profile_dimension_is_not_understood, profile_column_is_not_understood, profile_length_is_not_understood,
//   profile_says_it_twice, profile_version_is_made
void ledger_profiles_make_sense(const State& state, const State& looked, Problems&);
void code_mappings_are_clear(const State&, const State& looked, Problems&);
void codes_are_of_one_thing(const State&, const State& looked, Problems&);
// Also ledger_batch_has_no_facts, where all of a state is looked at: whoever changes a batch has its facts at hand.
void ledger_codes_are_mapped(const State&, const State& looked, Problems&);
void reorganisations_are_whole(const State&, const State& looked, Problems&);
void counterparties_are_known(const State&, const State& looked, Problems&);
}  // namespace checks

}  // namespace styrkedja
