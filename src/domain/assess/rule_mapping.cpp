// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/rule_mapping.h"

#include <optional>

#include "domain/model/description.h"
#include "domain/values/written_number.h"

namespace styrkedja {
namespace {

// "0,5", "50 %".
std::optional<Exact> read_share(std::string_view written) {
    std::string text = plain_blanks(written);
    bool per_cent = text.ends_with('%');
    if (per_cent) text.pop_back();
    std::optional<Decimal> number = parse_written_decimal(text);
    if (!number) return std::nullopt;
    Exact value(*number);
    return per_cent ? value / Exact(100) : value;
}

assess::Input input_of(RuleInput input) {
    switch (input) {
        case RuleInput::indicators: return assess::Input::indicators;
        case RuleInput::activities: return assess::Input::activities;
        case RuleInput::children: return assess::Input::children;
        case RuleInput::achievement: return assess::Input::achievement;
        case RuleInput::figure: return assess::Input::figure;
    }
    return assess::Input::figure;
}

assess::Method method_of(RuleMethod method) {
    switch (method) {
        case RuleMethod::clauses: return assess::Method::clauses;
        case RuleMethod::lower_median: return assess::Method::lower_median;
        case RuleMethod::worst: return assess::Method::worst;
        case RuleMethod::best: return assess::Method::best;
        case RuleMethod::majority: return assess::Method::majority;
    }
    return assess::Method::clauses;
}

const Tags& accepted_of(const RuleClause& clause, RuleInput input) {
    switch (input) {
        case RuleInput::indicators: return clause.indicators;
        case RuleInput::activities: return clause.activities;
        case RuleInput::children: return clause.children;
        case RuleInput::achievement: return clause.achievement;
        case RuleInput::figure: return clause.figure;
    }
    return clause.figure;
}

constexpr RuleInput all_inputs[] = {RuleInput::indicators, RuleInput::activities, RuleInput::children,
                                    RuleInput::achievement, RuleInput::figure};

bool names_unknown(const Rule& rule, RuleInput input) {
    for (const RuleClause& clause : rule.clauses) {
        if (accepted_of(clause, input).has(std::string(assess::state_unknown))) return true;
    }
    return false;
}

class Mapping {
  public:
    Mapping(const State& state, const Rule& rule, Problems& problems) : state_(state), rule_(rule), problems_(problems) {}

    MappedRule map() {
        mapped_.model = &rule_;
        mapped_.scale = state_.scales.find(rule_.scale.str());
        if (mapped_.scale) {
            for (const ScaleValue& value : mapped_.scale->values) mapped_.values.push_back(value.id.str());
        }
        assess::Rule& out = mapped_.rule;
        out.id = rule_.id.str();
        out.name = rule_.name;
        out.source = rule_.source;
        if (rule_.valid.from.exists()) out.valid_from = rule_.valid.from.str();
        if (rule_.valid.to.exists()) out.valid_to = rule_.valid.to.str();
        out.method = method_of(rule_.method);
        out.least_known = Exact(1);
        if (!rule_.least_known.empty()) out.least_known = number(rule_.least_known, "least-known").value_or(Exact(1));
        for (const RuleDimension& dimension : rule_.dimensions) add_dimension(dimension);
        if (rule_.method == RuleMethod::clauses) {
            for (const RuleClause& clause : rule_.clauses) add_clause(clause);
        } else {
            out.when_no_majority = !rule_.when_no_majority.empty() ? rule_.when_no_majority.str()
                                   : rule_.clauses.empty()         ? std::string(assess::not_measured)
                                                                   : rule_.clauses.back().then.str();
        }
        return std::move(mapped_);
    }

  private:
    std::optional<Exact> number(const std::string& written, std::string_view field) {
        std::optional<Exact> read = read_share(written);
        if (!read) add("rule_number_is_not_understood", field, {{"value", written}});
        return read;
    }

    void add(std::string_view code, std::string_view field,
             std::vector<std::pair<std::string_view, std::string>> args) {
        Place place;
        place.entity = "rules/" + rule_.id.str();
        place.field = field;
        problems_.add(code, Severity::error, std::move(place), std::move(args));
    }

    void add_dimension(const RuleDimension& dimension) {
        std::string id(dimension_id(dimension.input));
        for (const assess::Dimension& each : mapped_.rule.dimensions) {
            if (each.id == id) return add("rule_looks_twice", "dimensions", {{"input", id}});
        }
        assess::Dimension out;
        out.id = id;
        out.input = input_of(dimension.input);
        out.at_least = on_rule_scale(dimension.at_least.str());
        out.unknown_is_not_measured = !names_unknown(rule_, dimension.input);
        for (const RuleClass& each : dimension.classes) {
            assess::Class read{each.id.str(), {{}, {}, each.from_included, each.to_included}};
            if (!each.from.empty()) read.range.low = number(each.from, "dimensions");
            if (!each.to.empty()) read.range.high = number(each.to, "dimensions");
            out.classes.push_back(std::move(read));
        }
        mapped_.figures.push_back(dimension.figure);
        mapped_.rule.dimensions.push_back(std::move(out));
    }

    void add_clause(const RuleClause& clause) {
        assess::Clause out;
        out.result = clause.then.str();
        for (RuleInput input : all_inputs) {
            const Tags& accepted = accepted_of(clause, input);
            if (!accepted.empty()) out.when.push_back({std::string(dimension_id(input)), accepted.list});
        }
        mapped_.rule.clauses.push_back(std::move(out));
    }

    // Goals below may be rated on a scale of their own with as many steps: its value is that step of the rule's.
    std::string on_rule_scale(const std::string& value) const {
        if (value.empty() || !mapped_.scale) return value;
        for (const std::string& each : mapped_.values) {
            if (each == value) return value;
        }
        for (const Scale& scale : state_.scales) {
            if (scale.values.size() != mapped_.values.size()) continue;
            for (std::size_t i = 0; i < scale.values.size(); ++i) {
                if (scale.values[i].id.str() == value) return mapped_.values[i];
            }
        }
        return value;
    }

    const State& state_;
    const Rule& rule_;
    Problems& problems_;
    MappedRule mapped_;
};

}  // namespace

std::string_view dimension_id(RuleInput input) { return EnumWords<RuleInput>::words[static_cast<std::size_t>(input)]; }

const ScaleValue* MappedRule::value(std::size_t place) const {
    return scale && place < scale->values.size() ? &scale->values[place] : nullptr;
}

MappedRule map_rule(const State& state, const Rule& rule, Problems& problems) {
    return Mapping(state, rule, problems).map();
}

}  // namespace styrkedja
