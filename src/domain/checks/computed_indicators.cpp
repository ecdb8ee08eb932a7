// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"
#include "domain/plan/description.h"

// An indicator that fills itself has no outcomes that people report: of two answers one would be printed and the other
// forgotten. Another's series (the country's) may stand beside it.
namespace styrkedja::checks {

void computed_indicators_have_no_outcomes(const State& state, const State& looked, Problems& problems) {
    for (const Outcome& outcome : looked.outcomes) {
        const Indicator* indicator = state.indicators.find(outcome.indicator.str());
        if (!indicator || indicator->computed.empty() || !outcome.series.empty()) continue;
        problems.add("computed_indicator_has_outcome", Severity::error, place_of(outcome, "indicator"),
                     {{"indicator", indicator->id.str()}, {"name", indicator->name}, {"formula", indicator->computed.text}});
    }
}

}  // namespace styrkedja::checks
