// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "domain/assess/rule.h"
#include "domain/state/state.h"

// The rules of a municipality's governance model, as data (model.h), become rules that the engine can apply and
// examine (rule.h).
//   - A dimension is called what it looks at: indicators, activities, children, achievement, figure.
//   - Bounds and shares are written as numbers or per cent ("0,5" or "50 %").
//   - least-known: empty = everything must be known.
//   - What is unknown is not measured, unless a clause of the rule names `unknown` in that dimension.
//   - method: majority says what holds without a majority in a clause without conditions; else it is not measured.
namespace styrkedja {

// The word of a dimension's input, which is also its id.
std::string_view dimension_id(RuleInput input);

struct MappedRule {
    const Rule* model = nullptr;
    const Scale* scale = nullptr;      // null where the rule's scale doesn't exist
    assess::Rule rule;
    std::vector<std::string> values;   // ids of the scale's values, best first
    std::vector<Formula> figures;      // by dimension: the formula to compute, empty for other inputs

    // The value at that place; null for none.
    const ScaleValue* value(std::size_t place) const;
};

// Adds a problem for every bound or share that is no number (rule_number_is_not_understood), and for a thing that the
// rule looks at twice (rule_looks_twice). What is wrong with the rule as a rule, examine() says.
MappedRule map_rule(const State& state, const Rule& rule, Problems& problems);

}  // namespace styrkedja
