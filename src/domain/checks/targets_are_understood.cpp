// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"
#include "domain/values/read_once.h"
#include "domain/values/target.h"

namespace styrkedja::checks {

namespace {

bool is_in_words(std::string_view written) { return parse_target(written).form == TargetForm::words; }

}  // namespace

void targets_are_understood(const State& state, const State& looked, Problems& problems) {
    ReadOnce<bool, is_in_words> in_words;
    for (const Target& target : looked.targets) {
        const Indicator* indicator = state.indicators.find(target.indicator.str());
        if (indicator && indicator->kind == IndicatorKind::key_figure) {
            problems.add("key_figure_has_target", Severity::warning, place_of(target, "value"),
                         {{"indicator", indicator->name}});
        }
        if (!in_words(target.value)) continue;
        problems.add("target_is_not_understood", Severity::warning, place_of(target, "value"), {{"value", target.value}});
    }
}

}  // namespace styrkedja::checks
