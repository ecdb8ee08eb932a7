// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"
#include "domain/values/target.h"

namespace styrkedja::checks {

void targets_are_understood(const State& state, Problems& problems) {
    for (const Target& target : state.targets) {
        const Indicator* indicator = state.indicators.find(target.indicator.str());
        if (indicator && indicator->kind == IndicatorKind::key_figure) {
            problems.add("key_figure_has_target", Severity::warning, place_of(target, "value"),
                         {{"indicator", indicator->name}});
        }
        if (parse_target(target.value).form != TargetForm::words) continue;
        problems.add("target_is_not_understood", Severity::warning, place_of(target, "value"), {{"value", target.value}});
    }
}

}  // namespace styrkedja::checks
