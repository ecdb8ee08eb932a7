// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/places.h"
#include "cli/work.h"
#include "compose/compose.h"
#include "compose/rule_checks.h"
#include "locale/rule_words.h"

namespace styrkedja::cli {
namespace {

const Occasion* find_occasion(const State& state, const std::string& id, Problems& problems) {
    if (const Occasion* occasion = state.occasions.find(id)) return occasion;
    std::vector<std::string_view> ids;
    std::string choices;
    for (const Occasion& each : state.occasions) {
        ids.push_back(each.id.str());
        choices += (choices.empty() ? "" : ", ") + each.id.str();
    }
    problems.add("occasion_does_not_exist", Severity::error, Place{},
                 {{"id", id}, {"near", nearest(id, ids)}, {"choices", choices}});
    return nullptr;
}

std::string label(const ScaleValue* value, bool forecast) {
    return forecast && !value->label_forecast.empty() ? value->label_forecast : value->label;
}

// The rule's proposal, from what it was counted, and each thing that was counted.
std::string proposal_lines(const State& state, const GoalRating& rating, Language language) {
    bool sv = language == Language::sv;
    if (!rating.proposal) return sv ? "  Ingen regel föreslår något.\n" : "  No rule proposes anything.\n";
    std::string text = "  " + proposal_text(rating, language) + "\n";
    std::string counts = counts_text(*rating.proposal, rating.rule->rule, labels_of(state, *rating.rule, rating.forecast), language);
    if (!counts.empty()) text += std::string(sv ? "  Räknat: " : "  Counted: ") + counts + ".\n";
    std::vector<document::Reason> reasons = reasons_of(state, rating, language);
    for (std::size_t i = 1; i < reasons.size(); ++i) text += "    – " + reasons[i].text + "\n";
    return text;
}

std::string step_line(std::string_view step, const ScaleValue* value, bool forecast, std::string_view none) {
    return "  " + std::string(step) + ": " + (value ? label(value, forecast) : std::string(none)) + "\n";
}

std::string rating_text(const State& state, const GoalRating& rating, const Occasion& occasion, Language language) {
    bool sv = language == Language::sv;
    Date day = Date::from_days(occasion.period.end().days() - 1);
    const std::string& number = rating.goal->number.at(day);
    std::string text = (number.empty() ? "" : number + " ") + rating.goal->name + "\n  (" + rating.goal->id.str();
    if (rating.unit) text += ", " + rating.unit->id.str();
    if (rating.place) text += (sv ? ", under " : ", under ") + rating.place->id.str();
    text += ")\n" + proposal_lines(state, rating, language);
    text += step_line(sv ? "Kontorets bedömning" : "The office's assessment", rating.assessed, rating.forecast,
                      sv ? "inte gjord" : "not made");
    text += step_line(sv ? "Nämndens beslut" : "The committee's decision", rating.decided, rating.forecast,
                      sv ? "inte fattat" : "not taken");
    if (rating.entered && !rating.entered->motivation.empty()) {
        const Prose& motivation = rating.entered->motivation;
        const TextEntity* text_of = motivation.is_reference() ? state.texts.find(motivation.reference()) : nullptr;
        text += std::string(sv ? "  Motivering: " : "  Motivation: ") + (text_of ? text_of->text.text : motivation.text) + "\n";
    }
    return text;
}

}  // namespace

// The rating of every goal at an occasion: proposal with its reasons, the office's assessment, the decision.
Exit assess(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    const Occasion* wanted = find_occasion(pack.state, request.value("occasion"), problems);
    if (problems.has_errors()) return tell(request, problems);
    Composer composer(pack.state);
    check_rules(composer.state(), problems);
    locate(pack, problems);
    Exit exit = tell(request, problems);
    if (problems.has_errors()) return exit;
    std::string text;
    for (const GoalRating& rating : composer.ratings(*composer.state().occasions.find(wanted->id.str())).all()) {
        if (!text.empty()) text += "\n";
        text += rating_text(composer.state(), rating, *wanted, request.language);
    }
    if (text.empty()) text = request.language == Language::sv ? "Inga mål bedöms.\n" : "No goals are assessed.\n";
    write_result(request, text);
    return exit;
}

}  // namespace styrkedja::cli
