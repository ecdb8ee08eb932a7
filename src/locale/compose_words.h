// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace styrkedja {

// The words that the making of a document puts in beside the municipality's own: labels of the front page and the
// cover memo, the state of the document, how a rule's proposal and its reasons are told. {name} is replaced.
struct ComposeWords {
    // The front page.
    std::string_view to, date, diary_number, responsible, amounts, version;
    // The document's state.
    std::string_view draft, submitted, approved, decided, published, not_decided, version_before, computed_figures;
    // The cover memo.
    std::string_view office, case_officer, proposals, summary, background, basis, attachments, sent_to, decision;
    std::string_view decision_approved, decision_changed, decision_noted, decision_sent_back, adjusted;
    // Assessments.
    std::string_view not_assessed, not_measured;
    std::string_view rule_proposes, rule_proposes_nothing, office_assessed;
    std::string_view too_little_known, nothing_to_measure, no_answer;
    // Reasons: the rule's, then one for each thing that it counted.
    std::string_view rule_gives, rule_gives_by_clause, rule_weighs;
    std::string_view outcome_met, outcome_not_met, outcome_unknown, outcome_missing, no_value;
    std::string_view expected_met, expected_not_met, expected_unknown;
    std::string_view activity_done, activity_done_or_expected, activity_not_done, activity_unknown, activity_not_foreseen;
    std::string_view goal_rated, goal_unrated;
    // Why nobody can say whether an outcome meets its target.
    std::string_view no_outcome, target_set_later, target_delegated, in_words, nothing_to_compare_with,
        direction_not_stated, units_differ, other_scope, other_window, too_vague;
    // Appendices and statements.
    std::string_view appendix, refers_to;
    std::string_view likelihood, consequence;
    // What a target in words (Öka) was compared with.
    std::string_view against_base, against_previous, against_series;
};

inline constexpr ComposeWords swedish_compose_words = {
    .to = "Till",
    .date = "Datum",
    .diary_number = "Diarienummer",
    .responsible = "Ansvarig",
    .amounts = "Belopp",
    .version = "Version",
    .draft = "Utkast",
    .submitted = "Inlämnad",
    .approved = "Godkänd av chef",
    .decided = "beslutad",
    .published = "publicerad",
    .not_decided = "inte beslutad",
    .version_before = "Version",
    .computed_figures = "beräknade siffror",
    .office = "Kontor",
    .case_officer = "Handläggare",
    .proposals = "Förslag till beslut",
    .summary = "Sammanfattning",
    .background = "Bakgrund",
    .basis = "Beslutsunderlag",
    .attachments = "Bilagor",
    .sent_to = "Beslutet skickas till",
    .decision = "Beslut",
    .decision_approved = "enligt förslaget",
    .decision_changed = "med ändringar",
    .decision_noted = "antecknas",
    .decision_sent_back = "återremiss",
    .adjusted = "Justerat",
    .not_assessed = "Inte bedömt",
    .not_measured = "inte mätt",
    .rule_proposes = "Regelns förslag: {value}.",
    .rule_proposes_nothing = "Regelns förslag: inte mätt, {why}.",
    .office_assessed = "Kontorets bedömning: {value}.",
    .too_little_known = "för lite är känt",
    .nothing_to_measure = "det finns inget att mäta",
    .no_answer = "regeln har inget svar för det här läget",
    .rule_gives = "Regeln ”{rule}”: {counts} ger {value}.",
    .rule_gives_by_clause = "Regeln ”{rule}”: {counts} ger {value} (villkor {clause}).",
    .rule_weighs = "Regeln ”{rule}” väger samman målen därunder till {value}.",
    .outcome_met = "{name}: utfallet {outcome} når målet {target}.",
    .outcome_not_met = "{name}: utfallet {outcome} når inte målet {target}.",
    .outcome_unknown = "{name}: går inte att bedöma, {why}.",
    .outcome_missing = "{name}: inte mätt.",
    .no_value = "–",
    .expected_met = "{name}: målet väntas nås.",
    .expected_not_met = "{name}: målet väntas inte nås.",
    .expected_unknown = "{name}: ingen kan säga om målet nås.",
    .activity_done = "{name}: genomförd.",
    .activity_done_or_expected = "{name}: genomförd eller väntas bli det.",
    .activity_not_done = "{name}: inte genomförd.",
    .activity_unknown = "{name}: det är inte känt om den är genomförd.",
    .activity_not_foreseen = "{name}: det är inte känt om den är eller blir genomförd.",
    .goal_rated = "{name}: {value}.",
    .goal_unrated = "{name}: inte bedömt.",
    .no_outcome = "utfall saknas",
    .target_set_later = "målet är inte satt än",
    .target_delegated = "målet ska tas fram av nämnden",
    .in_words = "mål eller utfall är skrivet i ord",
    .nothing_to_compare_with = "det finns inget värde att jämföra med",
    .direction_not_stated = "det står inte åt vilket håll som är bättre",
    .units_differ = "mål och utfall har olika enheter",
    .other_scope = "målet gäller hela kommunen och utfallet en enhet",
    .other_window = "mål och utfall gäller olika lång tid",
    .too_vague = "utfallet är för ungefärligt",
    .appendix = "Bilaga",
    .refers_to = "Hänvisar till: {statement}.",
    .likelihood = "Sannolikhet",
    .consequence = "Konsekvens",
    .against_base = "ingående värde {value}",
    .against_previous = "förra utfallet {value}",
    .against_series = "jämförelsen {value}",
};

// Only what is told of proposals and their reasons: documents are in Swedish.
inline constexpr ComposeWords english_compose_words = [] {
    ComposeWords words = swedish_compose_words;
    words.not_assessed = "Not assessed";
    words.not_measured = "not measured";
    words.rule_proposes = "The rule proposes: {value}.";
    words.rule_proposes_nothing = "The rule proposes: not measured, {why}.";
    words.office_assessed = "The office's assessment: {value}.";
    words.too_little_known = "too little is known";
    words.nothing_to_measure = "there is nothing to measure";
    words.no_answer = "the rule has no answer for this case";
    words.rule_gives = "The rule “{rule}”: {counts} gives {value}.";
    words.rule_gives_by_clause = "The rule “{rule}”: {counts} gives {value} (clause {clause}).";
    words.rule_weighs = "The rule “{rule}” weighs the goals below together as {value}.";
    words.outcome_met = "{name}: the outcome {outcome} meets the target {target}.";
    words.outcome_not_met = "{name}: the outcome {outcome} does not meet the target {target}.";
    words.outcome_unknown = "{name}: cannot be judged, {why}.";
    words.no_value = "–";
    words.expected_met = "{name}: the target is expected to be met.";
    words.expected_not_met = "{name}: the target is not expected to be met.";
    words.expected_unknown = "{name}: nobody can say whether the target will be met.";
    words.activity_done = "{name}: done.";
    words.activity_done_or_expected = "{name}: done, or expected to be.";
    words.activity_not_done = "{name}: not done.";
    words.activity_unknown = "{name}: it is not known whether it is done.";
    words.activity_not_foreseen = "{name}: it is not known whether it is done or will be.";
    words.goal_rated = "{name}: {value}.";
    words.goal_unrated = "{name}: not assessed.";
    words.no_outcome = "there is no outcome";
    words.target_set_later = "the target is not set yet";
    words.target_delegated = "the committee is to set the target";
    words.in_words = "target or outcome is in words";
    words.nothing_to_compare_with = "there is no value to compare with";
    words.direction_not_stated = "it is not stated which way is better";
    words.units_differ = "target and outcome have different units";
    words.other_scope = "the target is of the whole municipality and the outcome of one unit";
    words.other_window = "target and outcome are of different lengths of time";
    words.too_vague = "the outcome is too approximate";
    words.against_base = "base value {value}";
    words.against_previous = "previous outcome {value}";
    words.against_series = "the comparison {value}";
    return words;
}();

}  // namespace styrkedja
