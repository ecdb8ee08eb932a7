// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/problem.h"
#include "reports/context.h"
#include "reports/formula.h"

// Indicators that fill themselves (Indicator::computed): "prognossäkerhet" is no figure that anybody reports.
namespace styrkedja::reports {

// The indicator's formula for the unit and all below it, in that period. Problems stand at the indicator.
Computed computed_indicator(const State& state, const ReportIndex& index, const Indicator& indicator, const Unit& unit,
                            const Period& period, Problems& problems);

// The state with an outcome for each value that an indicator's formula has, so that rules, tables and texts find it as any
// other: for the indicator's owners, the committees and the council, in the period of each occasion, its year and the year
// before. A period whose outcome isn't booked to its end has none. In the indicator's unit with one decimal (kronor and
// thousands of kronor: none); it is judged as it is printed. What somebody has reported stands (and is a problem,
// computed_indicator_has_outcome). Such outcomes are in no log and no export: they are made whenever documents are.
State with_computed_outcomes(State state);

}  // namespace styrkedja::reports
