// SPDX-License-Identifier: EUPL-1.2
#include "compose/rule_checks.h"

#include "domain/assess/examine.h"
#include "domain/economy/description.h"
#include "domain/model/description.h"

namespace styrkedja {
namespace {

using assess::FlawKind;

// What is wrong with the rule as data is wrong to everybody; what it does not answer is for its owner to decide.
struct FlawCode {
    FlawKind kind;
    std::string_view code;
    std::string_view field;
};
constexpr FlawCode codes[] = {
    {FlawKind::hole, "rule_has_hole", "clauses"},
    {FlawKind::two_answers, "rule_has_two_answers", "clauses"},
    {FlawKind::better_gives_worse, "rule_gives_worse_for_better", "clauses"},
    {FlawKind::never_applies, "rule_clause_never_applies", "clauses"},
    {FlawKind::classes_leave_gap, "rule_classes_leave_gap", "dimensions"},
    {FlawKind::classes_overlap, "rule_classes_overlap", "dimensions"},
    {FlawKind::class_is_empty, "rule_class_is_empty", "dimensions"},
    {FlawKind::no_such_class, "rule_names_no_such_class", "clauses"},
    {FlawKind::no_such_dimension, "rule_names_no_such_dimension", "clauses"},
    {FlawKind::too_many_combinations, "rule_has_too_many_combinations", "dimensions"},
};

const FlawCode& code_of(FlawKind kind) {
    for (const FlawCode& each : codes) {
        if (each.kind == kind) return each;
    }
    return codes[0];
}

std::string one_line(std::string text) {
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
}

// A formula with the names of what it is made of: "Resultat / Kommunbidrag".
std::string formula_in_words(const State& state, const std::string& formula) {
    std::string text, name;
    auto put_name = [&] {
        if (const NamedFigure* figure = state.figures.find(name)) text += figure->name;
        else if (const FigureVersion* version = state.versions.find(name)) text += version->name;
        else text += name;
        name.clear();
    };
    for (std::size_t i = 0; i < formula.size(); ++i) {
        char c = formula[i];
        bool is_minus = c == '-' && (i == 0 || formula[i - 1] == ' ');
        if (Id::is_valid(std::string(1, c)) && !is_minus) {
            name += c;
            continue;
        }
        put_name();
        if (is_minus) text += "−";
        else text += c;
    }
    put_name();
    return text;
}

// The unit of one named figure; money's is the pack's.
std::string unit_of(const State& state, const std::string& formula) {
    const NamedFigure* figure = state.figures.find(formula);
    if (!figure) return "";
    if (!figure->unit.empty()) return figure->unit == "number" ? "" : figure->unit;
    return state.pack ? ValueType<MoneyUnit>::format(state.pack->amounts) : "";
}

}  // namespace

RuleLabels labels_of(const State& state, const MappedRule& rule, bool forecast) {
    RuleLabels labels;
    labels.forecast = forecast;
    if (rule.scale) {
        for (const ScaleValue& value : rule.scale->values) {
            bool other = forecast && !value.label_forecast.empty();
            labels.values.emplace_back(value.id.str(), other ? value.label_forecast : value.label);
        }
    }
    if (!rule.model) return labels;
    for (const RuleDimension& dimension : rule.model->dimensions) {
        if (!dimension.figure.empty()) {
            std::string id(dimension_id(dimension.input));
            labels.dimensions.emplace_back(id, formula_in_words(state, dimension.figure.text));
            labels.units.emplace_back(id, unit_of(state, dimension.figure.text));
        }
        for (const RuleClass& each : dimension.classes) {
            if (!each.name.empty()) labels.classes.emplace_back(each.id.str(), each.name);
        }
    }
    return labels;
}

void check_rules(const State& state, Problems& problems) {
    for (const Rule& each : state.rules) {
        std::size_t errors = problems.errors();
        MappedRule rule = map_rule(state, each, problems);
        // With a bound that could not be read, or without its scale, the rest would only mislead.
        if (problems.errors() > errors || !rule.scale) continue;
        RuleLabels labels = labels_of(state, rule);
        for (const assess::Flaw& flaw : assess::examine(rule.rule, rule.values)) {
            if (flaw.kind == FlawKind::no_such_result) continue;   // told by rules_name_their_scale, at its own line
            const FlawCode& code = code_of(flaw.kind);
            Place place;
            place.entity = "rules/" + each.id.str();
            place.field = code.field;
            // Where two clauses are at odds, the later one: there the reader has seen the other.
            if (code.field == "clauses" && !flaw.clauses.empty()) place.field += "/" + std::to_string(flaw.clauses.back());
            problems.add(code.code, Severity::warning, std::move(place),
                         {{"rule", each.name},
                          {"sv", one_line(flaw_text(flaw, rule.rule, labels, Language::sv))},
                          {"en", one_line(flaw_text(flaw, rule.rule, labels, Language::en))}});
        }
    }
}

}  // namespace styrkedja
