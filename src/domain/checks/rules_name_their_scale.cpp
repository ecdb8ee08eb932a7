// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <optional>

#include "base/nearest.h"
#include "domain/assess/rule.h"
#include "domain/checks/checks.h"
#include "domain/values/written_number.h"

// What a rule gives, and what it counts below, are values of its scale; what must be known is a share of the
// whole.
namespace styrkedja::checks {
namespace {

std::vector<std::string_view> values_of(const Scale& scale) {
    std::vector<std::string_view> ids;
    for (const ScaleValue& each : scale.values) ids.push_back(each.id.str());
    return ids;
}

bool has(const std::vector<std::string_view>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class RuleValues {
  public:
    RuleValues(const State& state, const Rule& rule, const Scale& scale, Problems& problems)
        : state_(state), rule_(rule), scale_(scale), values_(values_of(scale)), problems_(problems) {}

    void look() {
        for (std::size_t i = 0; i < rule_.clauses.size(); ++i) {
            result(rule_.clauses[i].then, "clauses/" + std::to_string(i) + "/then");
        }
        for (std::size_t i = 0; i < rule_.dimensions.size(); ++i) {
            const RuleDimension& dimension = rule_.dimensions[i];
            if (dimension.input != RuleInput::children || is_on_such_a_scale(dimension.at_least.str()))
                continue;
            std::string path = "dimensions/" + std::to_string(i);
            tell(dimension.at_least, dimension.at_least.empty() ? path : path + "/at-least");
        }
        if (rule_.method != RuleMethod::majority) return;
        if (!rule_.when_no_majority.empty())
            result(rule_.when_no_majority, "when-no-majority");
        else if (rule_.clauses.empty()) {
            problems_.add("rule_says_nothing_without_majority", Severity::warning, place_of(rule_, "method"),
                          {{"rule", rule_.name}});
        }
    }

  private:
    void result(const Id& id, const std::string& path) {
        if (!has(values_, id.str()) && id.str() != assess::not_measured) tell(id, path);
    }

    // Goals below may be rated on a scale of their own with as many steps.
    bool is_on_such_a_scale(const std::string& id) const {
        return has(values_, id) ||
               std::any_of(state_.scales.begin(), state_.scales.end(), [&](const Scale& each) {
                   return each.values.size() == scale_.values.size() && has(values_of(each), id);
               });
    }

    void tell(const Id& id, const std::string& path) {
        std::string choices;
        for (std::string_view each : values_) choices += (choices.empty() ? "" : ", ") + std::string(each);
        problems_.add("rule_names_no_such_result", Severity::error, place_of(rule_, path),
                      {{"rule", rule_.name},
                       {"value", id.str()},
                       {"scale", scale_.name},
                       {"choices", choices},
                       {"near", nearest(id.str(), values_)}});
    }

    const State& state_;
    const Rule& rule_;
    const Scale& scale_;
    std::vector<std::string_view> values_;
    Problems& problems_;
};

// "50 %" or "0,5". What is no number at all is told where rules are read.
void look_at_least_known(const Rule& rule, Problems& problems) {
    std::string text = plain_blanks(rule.least_known);
    bool per_cent = text.ends_with('%');
    if (per_cent) text.pop_back();
    auto number = parse_written_decimal(text);
    if (!number) return;
    Exact most(per_cent ? 100 : 1), share(*number);
    if (!(share < Exact(0)) && !(most < share)) return;
    problems.add("least_known_is_no_share", Severity::error, place_of(rule, "least-known"),
                 {{"value", rule.least_known}});
}

}  // namespace

void rules_name_their_scale(const State& state, const State& looked, Problems& problems) {
    for (const Rule& rule : looked.rules) {
        look_at_least_known(rule, problems);
        const Scale* scale = state.scales.find(rule.scale.str());
        if (scale && !scale->values.empty()) RuleValues(state, rule, *scale, problems).look();
    }
}

}  // namespace styrkedja::checks
