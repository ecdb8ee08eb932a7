// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "base/nearest.h"
#include "cli/commands.h"
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
    if (!value) return "–";
    return forecast && !value->label_forecast.empty() ? value->label_forecast : value->label;
}

std::string_view verdict_word(Verdict verdict, bool sv) {
    switch (verdict) {
        case Verdict::met: return sv ? "ja" : "yes";
        case Verdict::not_met: return sv ? "nej" : "no";
        default: return sv ? "okänt" : "unknown";
    }
}

std::string counted_line(const CountedThing& thing, bool forecast, bool sv) {
    std::string line = "    – ";
    if (thing.indicator) return line + thing.indicator->name + ": " + std::string(verdict_word(thing.judged.verdict, sv)) + "\n";
    if (thing.activity) return line + thing.activity->name + ": " + std::string(verdict_word(thing.judged.verdict, sv)) + "\n";
    if (thing.goal) return line + thing.goal->name + ": " + label(thing.rating, forecast) + "\n";
    return "";
}

std::string proposal_line(const GoalRating& rating, Language language) {
    bool sv = language == Language::sv;
    if (!rating.proposal) return sv ? "  Regelns förslag: ingen regel\n" : "  Proposal: no rule\n";
    RuleLabels labels = labels_of(*rating.rule, rating.forecast);
    std::string counts = counts_text(*rating.proposal, rating.rule->rule, labels, language);
    std::string result = rating.proposed ? label(rating.proposed, rating.forecast) : sv ? "inte bedömt" : "not measured";
    return std::string(sv ? "  Regelns förslag: " : "  Proposal: ") + result + (counts.empty() ? "" : " (" + counts + ")") + "\n";
}

std::string rating_text(const GoalRating& rating, const Occasion& occasion, Language language) {
    bool sv = language == Language::sv;
    Date day = Date::from_days(occasion.period.end().days() - 1);
    const std::string& number = rating.goal->number.at(day);
    std::string text = (number.empty() ? "" : number + " ") + rating.goal->name + "\n  (" + rating.goal->id.str();
    if (rating.unit) text += ", " + rating.unit->id.str();
    if (rating.place) text += (sv ? ", under " : ", under ") + rating.place->id.str();
    text += ")\n" + proposal_line(rating, language);
    for (const CountedThing& thing : rating.counted) text += counted_line(thing, rating.forecast, sv);
    text += std::string(sv ? "  Kontorets bedömning: " : "  Assessed: ") + label(rating.assessed, rating.forecast) + "\n";
    text += std::string(sv ? "  Nämndens beslut: " : "  Decision: ") + label(rating.decided, rating.forecast) + "\n";
    if (rating.entered && !rating.entered->motivation.empty()) {
        text += std::string(sv ? "  Motivering: " : "  Motivation: ") + rating.entered->motivation.text + "\n";
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
    pack.origins.locate(problems);
    Exit exit = tell(request, problems);
    if (problems.has_errors()) return exit;
    std::string text;
    for (const GoalRating& rating : composer.ratings(*composer.state().occasions.find(wanted->id.str())).all()) {
        if (!text.empty()) text += "\n";
        text += rating_text(rating, *wanted, request.language);
    }
    if (text.empty()) text = request.language == Language::sv ? "Inga mål bedöms.\n" : "No goals are assessed.\n";
    write_result(request, text);
    return exit;
}

}  // namespace styrkedja::cli
