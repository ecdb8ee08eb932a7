// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

namespace styrkedja::checks {

// A missing value is never zero and never silent: it says why.
void outcomes_say_something(const State& state, const State& looked, Problems& problems) {
    for (const Outcome& outcome : looked.outcomes) {
        const Indicator* indicator = state.indicators.find(outcome.indicator.str());
        std::string name = indicator ? indicator->name : outcome.indicator.str();
        if (outcome.value.empty() && outcome.missing.empty()) {
            problems.add("outcome_is_missing_without_reason", Severity::warning, place_of(outcome, "value"),
                         {{"indicator", name}, {"period", outcome.period.str()}});
        } else if (!outcome.value.empty() && !outcome.missing.empty()) {
            problems.add("outcome_is_both_there_and_missing", Severity::error, place_of(outcome, "missing"),
                         {{"indicator", name}, {"value", outcome.value}});
        }
    }
}

}  // namespace styrkedja::checks
