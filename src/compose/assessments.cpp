// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "compose/making.h"
#include "compose/rule_checks.h"
#include "domain/plan/description.h"
#include "reports/quantity.h"

// The ratings of the document's occasion, all three steps with their reasons, whether they are printed or not.
namespace styrkedja::composing {

using namespace document;

namespace {

std::string label_of(const ScaleValue* value, bool forecast) {
    return value ? reports::mark_of(*value, forecast).label : std::string();
}

std::string id_of(const ScaleValue* value) { return value ? value->id.str() : std::string(); }

std::string_view why_not(const ComposeWords& words, assess::Why why) {
    switch (why) {
        case assess::Why::nothing_to_measure: return words.nothing_to_measure;
        case assess::Why::too_little_known: return words.too_little_known;
        case assess::Why::no_answer: return words.no_answer;
        case assess::Why::clause: case assess::Why::weighed_together: break;
    }
    return words.nothing_to_measure;
}

std::string_view why_unknown(const ComposeWords& words, ComparisonReason reason) {
    switch (reason) {
        case ComparisonReason::reached: case ComparisonReason::not_reached: return "";
        case ComparisonReason::no_outcome: return words.no_outcome;
        case ComparisonReason::no_target: case ComparisonReason::target_set_later: return words.target_set_later;
        case ComparisonReason::target_delegated: return words.target_delegated;
        case ComparisonReason::target_in_words: case ComparisonReason::outcome_in_words: return words.in_words;
        case ComparisonReason::nothing_to_compare_with: return words.nothing_to_compare_with;
        case ComparisonReason::direction_not_stated: return words.direction_not_stated;
        case ComparisonReason::units_differ: return words.units_differ;
        case ComparisonReason::other_scope: return words.other_scope;
        case ComparisonReason::other_window: return words.other_window;
        case ComparisonReason::outcome_too_vague: case ComparisonReason::reference_too_vague:
        case ComparisonReason::number_too_large: return words.too_vague;
    }
    return "";
}

// Goals and indicators are often whole sentences: the stop is the sentence's that names them.
std::string_view name_of(const std::string& name) {
    std::string_view bare = name;
    while (bare.ends_with('.')) bare.remove_suffix(1);
    return bare;
}

std::string_view pick(Verdict verdict, std::string_view met, std::string_view not_met, std::string_view unknown) {
    return verdict == Verdict::met ? met : verdict == Verdict::not_met ? not_met : unknown;
}

// "2..4" is written for machines.
std::string interval_words(std::string interval) {
    if (std::size_t dots = interval.find(".."); dots != std::string::npos) interval.replace(dots, 2, "–");
    return reports::show_written(interval);
}

// " (ingående värde 3 036)": what a course or change was compared with.
std::string compared_with(const ComposeWords& words, const Comparison& comparison, const std::string& outcome) {
    if (!comparison.compared_with) return "";
    std::string_view pattern = comparison.reference == StatedReference::previous ? words.against_previous
                               : comparison.reference == StatedReference::series ? words.against_series
                                                                                 : words.against_base;
    std::string number = comparison.compared_with->str();
    if (outcome.ends_with('%')) number += " %";
    return " (" + replaced(pattern, {{"value", reports::show_written(number)}}) + ")";
}

Reason indicator_reason(const ComposeWords& words, const CountedThing& counted) {
    const Judged& judged = counted.judged;
    Reason reason;
    if (judged.by == "expectation") {
        reason.text = replaced(pick(judged.verdict, words.expected_met, words.expected_not_met, words.expected_unknown),
                               {{"name", name_of(counted.indicator->name)}});
    } else {
        std::string outcome = judged.outcome ? reports::show_written(judged.outcome->value) : "";
        std::string target = judged.target ? reports::show_written(judged.target->value)
                                           : interval_words(counted.indicator->interval);
        target += compared_with(words, judged.comparison, outcome);
        bool unmeasured = judged.reason == ComparisonReason::no_outcome;
        std::string_view unknown = unmeasured ? words.outcome_missing : words.outcome_unknown;
        reason.text = replaced(pick(judged.verdict, words.outcome_met, words.outcome_not_met, unknown),
                               {{"name", name_of(counted.indicator->name)},
                                {"outcome", outcome.empty() ? words.no_value : std::string_view(outcome)},
                                {"target", target.empty() ? words.no_value : std::string_view(target)},
                                {"why", why_unknown(words, judged.reason)}});
    }
    reason.sources.push_back({"indicators/" + counted.indicator->id.str(), ""});
    if (judged.expected) reason.sources.push_back({"expectations/" + judged.expected->id.str(), "expectation"});
    const bool is_computed = !counted.indicator->computed.empty();   // then its outcome is in no log
    if (judged.by == "outcome" && judged.outcome && is_computed) reason.sources.push_back({"indicators/" + counted.indicator->id.str(), "computed"});
    if (judged.by == "outcome" && judged.outcome && !is_computed) reason.sources.push_back({"outcomes/" + judged.outcome->id.str(), "value"});
    if (judged.target) reason.sources.push_back({"targets/" + judged.target->id.str(), "value"});
    return reason;
}

Reason activity_reason(const ComposeWords& words, const CountedThing& counted, bool forecast) {
    const Judged& judged = counted.judged;
    Reason reason;
    std::string_view done = forecast ? words.activity_done_or_expected : words.activity_done;
    std::string_view unknown = forecast ? words.activity_not_foreseen : words.activity_unknown;
    reason.text = replaced(pick(judged.verdict, done, words.activity_not_done, unknown),
                           {{"name", name_of(counted.activity->name)}});
    reason.sources.push_back({"activities/" + counted.activity->id.str(), ""});
    if (judged.expected) reason.sources.push_back({"expectations/" + judged.expected->id.str(), "expectation"});
    if (judged.progress) reason.sources.push_back({"progress/" + judged.progress->id.str(), "status"});
    return reason;
}

Reason goal_reason(const ComposeWords& words, const CountedThing& counted, bool forecast) {
    Reason reason;
    std::string value = label_of(counted.rating, forecast);
    reason.text = replaced(counted.rating ? words.goal_rated : words.goal_unrated,
                           {{"name", name_of(counted.goal->name)}, {"value", value}});
    reason.sources.push_back({"goals/" + counted.goal->id.str(), ""});
    return reason;
}

// The rule's own sentence: what was counted, what it gives, by which clause.
Reason rule_reason(const styrkedja::State& state, const ComposeWords& words, const GoalRating& rating, Language language) {
    const assess::Proposal& proposal = *rating.proposal;
    RuleLabels labels = labels_of(state, *rating.rule, rating.forecast);
    std::string counts = counts_text(proposal, rating.rule->rule, labels, language);
    std::string value = label_of(rating.proposed, rating.forecast);
    if (!rating.proposed) value = std::string(words.not_measured) + ", " + std::string(why_not(words, proposal.why));
    std::string clause = proposal.clause ? std::to_string(*proposal.clause + 1) : "";
    Reason reason;
    bool weighs = rating.rule->rule.method != assess::Method::clauses;
    reason.text = replaced(weighs            ? words.rule_weighs
                           : proposal.clause ? words.rule_gives_by_clause
                                             : words.rule_gives,
                           {{"rule", rating.rule->rule.name}, {"counts", counts}, {"value", value}, {"clause", clause}});
    reason.sources.push_back({"rules/" + rating.rule->rule.id, proposal.clause ? "clauses" : "method"});
    return reason;
}

// Is the rating for this document: its unit's, one below it, or nobody's in particular.
bool concerns(const Making& making, const GoalRating& rating) {
    std::string_view whose = rating.unit_id();
    if (whose.empty() || !making.context.unit) return true;
    return making.ratings->units().is_below(whose, making.context.unit->id.str());
}

void report_unexplained(Making& making, const GoalRating& rating) {
    std::string_view step = rating.unexplained();
    if (step.empty()) return;
    const ScaleValue* said = step == "decision" ? rating.decided : rating.assessed;
    const ScaleValue* before = step == "decision" && rating.assessed ? rating.assessed : rating.proposed;
    Severity severity = making.context.prints_published() ? Severity::note : Severity::warning;
    making.problem("assessment_differs_without_motivation", severity, place_of(*rating.entered, "motivation"),
                   {{"goal", rating.goal->name}, {"step", std::string(step)},
                    {"sv", before == rating.assessed ? "kontorets bedömning" : "regelns förslag"},
                    {"en", before == rating.assessed ? "the office's assessment" : "the rule's proposal"},
                    {"value", label_of(said, rating.forecast)}, {"before", label_of(before, rating.forecast)}});
}

}  // namespace

Mark not_assessed_mark(const ComposeWords& words) {
    return {MarkShape::not_assessed, std::string(words.not_assessed), ""};
}

std::string proposal_text(const Making&, const GoalRating& rating) {
    return styrkedja::proposal_text(rating, Language::sv);
}

std::vector<Reason> reasons_of(const Making& making, const GoalRating& rating) {
    return styrkedja::reasons_of(making.state, rating, Language::sv);
}

void write_assessments(Making& making) {
    if (!making.ratings) return;
    for (const GoalRating& rating : making.ratings->all()) {
        bool ours = concerns(making, rating);
        if (!ours && !making.printed_goals.contains(rating.goal) && !making.asked_ratings.contains(&rating)) continue;
        document::Assessment out;
        out.goal = rating.goal->id.str();
        out.unit = rating.unit_id();
        out.place = rating.place ? rating.place->id.str() : "";
        out.occasion = making.ratings->occasion().id.str();
        out.proposal = rating.proposed ? id_of(rating.proposed) : rating.proposal ? std::string(assess::not_measured) : "";
        out.assessed = id_of(rating.assessed);
        out.decision = id_of(rating.decided);
        out.proposal_label = rating.proposed || !rating.proposal ? label_of(rating.proposed, rating.forecast)
                                                                 : std::string(making.words.not_measured);
        out.assessed_label = label_of(rating.assessed, rating.forecast);
        out.decision_label = label_of(rating.decided, rating.forecast);
        if (rating.entered) out.motivation = text_of(making.state, rating.entered->motivation, {}).text;
        out.forecast = rating.forecast;
        out.reasons = reasons_of(making, rating);
        making.paper.assessments.push_back(std::move(out));
        if (ours) report_unexplained(making, rating);
    }
}

}  // namespace styrkedja::composing

namespace styrkedja {

using namespace composing;

static const ComposeWords& words_in(Language language) {
    return language == Language::sv ? swedish_compose_words : english_compose_words;
}

std::string proposal_text(const GoalRating& rating, Language language) {
    if (!rating.proposal) return "";
    const ComposeWords& words = words_in(language);
    if (!rating.proposed) return replaced(words.rule_proposes_nothing, {{"why", why_not(words, rating.proposal->why)}});
    return replaced(words.rule_proposes, {{"value", label_of(rating.proposed, rating.forecast)}});
}

std::vector<document::Reason> reasons_of(const styrkedja::State& state, const GoalRating& rating, Language language) {
    std::vector<document::Reason> reasons;
    if (!rating.proposal) return reasons;
    const ComposeWords& words = words_in(language);
    reasons.push_back(rule_reason(state, words, rating, language));
    for (const CountedThing& counted : rating.counted) {
        if (counted.indicator) reasons.push_back(indicator_reason(words, counted));
        else if (counted.activity) reasons.push_back(activity_reason(words, counted, rating.forecast));
        else if (counted.goal) reasons.push_back(goal_reason(words, counted, rating.forecast));
    }
    return reasons;
}

}  // namespace styrkedja
