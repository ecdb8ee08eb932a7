// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

#include "domain/economy/facts.h"

namespace styrkedja {

bool checks::is_restated(const State& state, const Ref<FigureVersion>& version) {
    const FigureVersion* found = state.versions.find(version.str());
    return found && found->restated;
}

namespace {

// Of budgets, their changes and what is made of them.
std::vector<Check> budget_checks() {
    using namespace checks;
    return {
        {made_versions_make_sense,
         "versions economy forecasts",
         {{"versions", "of with-changes through spread restated", ""},
          {"spreading-keys", "of otherwise spread", ""}}},
        {spreading_keys_make_sense, "spreading-keys", {}},
        {patterns_have_months, "", {}},
        {budget_changes_make_sense,
         "budget-changes",
         {{"versions", "of with-changes through kind", ""},
          {"budget-change-kinds", "role", ""},
          {"accounts", "kind", ""},
          {"economy", "*", ""}}},
        {carry_overs_are_granted_as_asked, "budget-changes", {{"carry-overs", "amount unit year", ""}}},
        {carry_overs_are_within_limits, "result-units", {{"carry-overs", "*", ""}}},
        {internal_budgets_sum_to_frame, "", {}},
    };
}

std::vector<Check> ledger_checks() {
    using namespace checks;
    return {
        {batches_do_not_overlap, "ledger-batches", {}},
        {code_mappings_are_clear, "code-mappings", {}},
        {codes_are_of_one_thing, "", {}},
        {ledger_codes_are_mapped, "ledger-batches", {}},
        {reorganisations_are_whole, "reorganisations", {}},
        {counterparties_are_known, "", {}},
        {ledger_profiles_make_sense, "ledger-profiles", {{"versions", "of with-changes through spread restated", ""}}},
        {versions_have_one_source, "", {}},
    };
}

std::vector<Check> joined(std::vector<Check> list, const std::vector<Check>& more) {
    list.insert(list.end(), more.begin(), more.end());
    return list;
}

}  // namespace

std::span<const Check> all_checks() {
    using namespace checks;
    static const std::vector<Check> first = {
        {model_fits_together, "levels scales pack", {{"rules", "scale", ""}}},
        {parents_form_no_circle, "goals units occasions statements accounts services projects spreading-keys", {}},
        {units_exist_when_named,
         "economy outcomes volumes progress assessments comments documents budget-changes",
         {{"units", "valid", ""}, {"occasions", "period", ""}, {"versions", "restated", ""}}},
        {outcomes_lie_on_their_scale,
         "indicators outcomes targets",
         {{"indicators", "scale-min scale-max", "outcomes targets"}}},
        {outcomes_say_something, "outcomes", {}},
        {targets_are_understood, "targets", {{"indicators", "kind", "targets"}}},
        {statuses_are_on_their_scale,
         "progress",
         {{"scales", "*", ""}, {"assignments", "type", "progress"}, {"assignment-types", "statuses", ""}}},
        {ratings_are_on_their_scale,
         "assessments",
         {{"goals", "level", "assessments"}, {"levels", "assessed scale", ""}, {"scales", "values", ""}}},
        {places_are_parents,
         "assessments comments activities",
         {{"goals", "parents", "assessments comments activities"}}},
        {texts_exist, "*", {{"texts", "-", ""}}},
        {notes_exist, "indicators targets outcomes economy templates", {{"notes", "-", ""}}},
        {retired_ids_stay_retired, "retired-ids", {}},
        {dates_are_in_order, "activities instances occasions", {}},
        {costs_are_minus, "", {}},
        {facts_stand_under_one_parent, "economy", {{"units", "parent", ""}, {"versions", "restated", ""}}},
        {check_economy, "economy figures", {{"accounts", "kind", ""}, {"versions", "kind", ""}}},
        {data_is_within_the_pack,
         "occasions budget-changes result-units carry-overs grants outcomes targets economy volumes "
         "documents",
         {{"pack", "*", ""},
          {"units", "parent", ""},
          {"versions", "kind", ""},
          {"occasions", "previous", ""}}},
        {nothing_is_said_twice,
         "targets outcomes expectations progress assessments",
         {{"indicators", "owners", "targets outcomes expectations progress"},
          {"activities", "units", "expectations progress"},
          {"assignments", "units", "expectations progress"},
          {"measures", "unit", "expectations progress"},
          {"controls", "unit", "expectations progress"},
          {"goals", "units parents", "assessments"},
          {"pack", "committees", ""}}},
        {dated_values_fit,
         "units goals accounts services economy",
         {{"units", "parent", ""}, {"versions", "restated", ""}}},
        {what_is_reported_is_used,
         "expectations progress",
         {{"activities", "units given-by", "progress"},
          {"assignments", "units given-by", "progress"},
          {"units", "parent", ""}}},
        {comments_are_printed, "comments+", {}},
        {outcomes_are_readable,
         "indicators outcomes",
         {{"indicators", "unit scale-min scale-max", "outcomes"}}},
        {rules_name_their_scale, "rules", {{"scales", "*", ""}}},
        {amounts_make_sense, "result-units volumes", {}},
        {forecasts_fit,
         "forecasts versions economy",
         {{"versions", "kind of occasion", ""}, {"occasions", "period", ""}, {"units", "parent", ""}}},
        {computed_indicators_have_no_outcomes, "outcomes", {{"indicators", "computed", "outcomes"}}},
        {charges_fit,
         "internal-charges",
         {{"accounts", "kind", ""}, {"counterparties", "kind -", ""}}},
    };
    static const std::vector<Check> all = joined(joined(first, ledger_checks()), budget_checks());
    return all;
}

void check_state(const State& state, Problems& problems) {
    for (const Check& each : all_checks()) each.look(state, state, problems);
}

}  // namespace styrkedja
