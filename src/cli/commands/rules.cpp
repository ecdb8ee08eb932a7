// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "cli/commands.h"
#include "cli/places.h"
#include "cli/work.h"
#include "compose/rule_checks.h"
#include "domain/assess/examine.h"
#include "domain/assess/rule_mapping.h"
#include "locale/rule_words.h"

namespace styrkedja::cli {
namespace {

std::string label_of(const RuleLabels& labels, const std::string& id, bool sv) {
    for (const auto& [value, label] : labels.values) {
        if (value == id) return label;
    }
    return id == "not-measured" ? (sv ? "Inte mätt" : "Not measured") : id;
}

std::string_view method_words(RuleMethod method, bool sv) {
    switch (method) {
        case RuleMethod::lower_median: return sv ? "det mellersta värdet; av två det sämre" : "the middle value; of two the worse";
        case RuleMethod::worst: return sv ? "det sämsta värdet" : "the worst value";
        case RuleMethod::best: return sv ? "det bästa värdet" : "the best value";
        case RuleMethod::majority: return sv ? "det värde som mer än hälften har" : "the value that more than half have";
        case RuleMethod::clauses: break;
    }
    return "";
}

const Tags& accepted(const RuleClause& clause, RuleInput input) {
    switch (input) {
        case RuleInput::indicators: return clause.indicators;
        case RuleInput::activities: return clause.activities;
        case RuleInput::children: return clause.children;
        case RuleInput::achievement: return clause.achievement;
        case RuleInput::figure: break;
    }
    return clause.figure;
}

std::string clause_line(const Rule& rule, const MappedRule& mapped, const RuleClause& clause, const RuleLabels& labels,
                        Language language) {
    bool sv = language == Language::sv;
    std::string conditions;
    for (const RuleDimension& dimension : rule.dimensions) {
        const Tags& classes = accepted(clause, dimension.input);
        if (classes.empty()) continue;
        if (!conditions.empty()) conditions += "; ";
        conditions += states_text(std::string(dimension_id(dimension.input)), classes.list, mapped.rule, labels, language);
    }
    if (conditions.empty()) conditions = sv ? "i alla andra fall" : "in all other cases";
    return "  " + label_of(labels, clause.then.str(), sv) + ": " + conditions + "\n";
}

std::string rule_text(const State& state, const Rule& rule, Language language, Problems& problems) {
    bool sv = language == Language::sv;
    MappedRule mapped = map_rule(state, rule, problems);
    RuleLabels labels = labels_of(state, mapped);
    std::string text = rule.name + " (" + rule.id.str() + ")\n";
    text += std::string(sv ? "  Källa: " : "  Source: ") + rule.source + "\n";
    if (std::string valid = ValueType<Validity>::format(rule.valid); !valid.empty()) {
        if (std::size_t dots = valid.find(".."); dots != valid.npos) valid.replace(dots, 2, "–");
        text += std::string(sv ? "  Gäller: " : "  Valid: ") + valid + "\n";
    }
    if (!rule.least_known.empty()) {
        text += (sv ? "  Minst " : "  At least ") + rule.least_known +
                (sv ? " av det som räknas måste vara känt; annars är målet inte mätt.\n"
                    : " of what is counted must be known; else the goal is not measured.\n");
    }
    if (rule.method != RuleMethod::clauses) {
        text += std::string(sv ? "  Väger samman målen därunder: " : "  Weighed from the goals below: ") +
                std::string(method_words(rule.method, sv)) + "\n";
    }
    if (!rule.clauses.empty()) {
        text += sv ? "  Det första villkor som stämmer avgör:\n" : "  The first clause that holds decides:\n";
    }
    for (std::size_t i = 0; i < rule.clauses.size(); ++i) {
        text += "  " + std::to_string(i + 1) + "." + clause_line(rule, mapped, rule.clauses[i], labels, language).substr(1);
    }
    std::vector<assess::Flaw> flaws = assess::examine(mapped.rule, mapped.values);
    if (flaws.empty()) return text + (sv ? "  Regeln svarar på alla fall.\n" : "  The rule answers every case.\n");
    text += sv ? "  Luckor och motsägelser:\n" : "  Gaps and contradictions:\n";
    for (const assess::Flaw& flaw : flaws) text += "  - " + flaw_text(flaw, mapped.rule, labels, language) + "\n";
    return text;
}

}  // namespace

// Every rule in words, with every case that it does not answer, answers twice or answers upside down.
Exit rules(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    if (problems.has_errors()) return tell(request, problems);
    std::string text;
    Problems of_rules;
    for (const Rule& rule : pack.state.rules) {
        if (!text.empty()) text += "\n";
        text += rule_text(pack.state, rule, request.language, of_rules);
    }
    locate(pack, of_rules);
    problems.append(of_rules);
    Exit exit = tell(request, problems);
    if (problems.has_errors()) return exit;
    if (text.empty()) text = request.language == Language::sv ? "Underlaget har inga regler.\n" : "The pack has no rules.\n";
    write_result(request, text);
    return exit;
}

}  // namespace styrkedja::cli
