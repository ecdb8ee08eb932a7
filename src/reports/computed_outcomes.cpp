// SPDX-License-Identifier: EUPL-1.2
#include "reports/computed_outcomes.h"

#include <algorithm>
#include <map>
#include <set>

#include "domain/economy/baseline.h"
#include "domain/economy/forecast_lines.h"
#include "domain/plan/description.h"
#include "locale/forecast_words.h"
#include "reports/economy_names.h"

namespace styrkedja::reports {
namespace {

bool is_reporting(const State& state, const Indicator& indicator, const Unit& unit) {
    const UnitKind* kind = state.unit_kinds.find(unit.kind.str());
    const bool is_owner = std::any_of(indicator.owners.begin(), indicator.owners.end(),
                                      [&](const Ref<Unit>& owner) { return owner.id == unit.id; });
    return is_owner || (kind && (kind->role == UnitRole::committee || kind->role == UnitRole::council));
}

// The periods that documents ask for, whose outcome is there to the end.
std::vector<Period> periods_of(const State& state, const ReportIndex& index) {
    std::vector<Period> periods;
    const FigureVersion* outcome = usual_version(state, FigureKind::outcome);
    if (!outcome) return periods;
    const BookedMonths booked(state, index.economy, *outcome);
    auto add = [&](const Period& period) {
        const int months = months_passed(period);
        const bool is_there = months == 12 ? booked.is_whole(period.year()) : months > 0 && booked.is_booked(period.year(), months);
        if (is_there && std::find(periods.begin(), periods.end(), period) == periods.end()) periods.push_back(period);
    };
    for (const Occasion& occasion : state.occasions) {
        if (!occasion.period.exists()) continue;
        add(occasion.period);
        add(Period::of_year(occasion.period.year()));
        add(Period::of_year(occasion.period.year() - 1));
    }
    return periods;
}

// "9,4 %", as a person would have written it.
std::string written(const Quantity& quantity, const Indicator& indicator, MoneyUnit amounts) {
    const ShownUnit unit = ShownUnit::of(indicator.unit);
    const bool is_whole = unit.kind == ShownUnit::Kind::money && unit.money != MoneyUnit::mnkr;
    const Exact number = in_unit(quantity, unit, amounts);
    if (!number.exists()) return "";
    std::string text = number.rounded(is_whole ? 0 : 1).str();
    std::replace(text.begin(), text.end(), '.', ',');
    return unit.kind == ShownUnit::Kind::per_cent ? text + " %" : text;
}

bool is_reported(const ReportIndex& index, const Outcome& wanted) {
    const auto& all = ReportIndex::in(index.outcomes, wanted.indicator.str());
    return std::any_of(all.begin(), all.end(), [&](const Outcome* each) {
        return each->series.empty() && each->breakdown.empty() && each->period == wanted.period &&
               (each->unit == wanted.unit || each->unit.empty());
    });
}

}  // namespace

Computed computed_indicator(const State& state, const ReportIndex& index, const Indicator& indicator, const Unit& unit,
                            const Period& period, Problems& problems) {
    const ParsedFormula parsed = parse_formula(indicator.computed.text);
    if (!parsed.root) return {};   // check_formulas tells
    DocumentEntity asking;
    asking.unit.id = unit.id;
    Occasion occasion;
    occasion.period = period;
    Context context = Context::of(state, index, asking);
    context.occasion = &occasion;
    const EconomyNames names(context, {"", 0, 0, "", "indicators/" + indicator.id.str(), "computed"}, problems);
    const EconomyScope scope{selection_of(context, Ref<Unit>()), Period()};
    const Resolver resolve = [&](const NameCall& call) { return names.value(call, scope); };
    return evaluate(*parsed.root, resolve, state.pack->amounts).value_or(Computed());
}

State with_computed_outcomes(State state) {
    const bool has_any = std::any_of(state.indicators.begin(), state.indicators.end(),
                                     [](const Indicator& each) { return !each.computed.empty(); });
    if (!has_any || !state.pack) return state;
    const State reported = state;   // the index points into it
    const ReportIndex index(reported);
    const std::vector<Period> periods = periods_of(reported, index);
    for (const Indicator& indicator : reported.indicators) {
        if (indicator.computed.empty()) continue;
        for (const Unit& unit : reported.units) {
            if (!is_reporting(reported, indicator, unit)) continue;
            for (const Period& period : periods) {
                Outcome outcome;
                outcome.indicator.id = indicator.id;
                outcome.unit.id = unit.id;
                outcome.period = period;
                Problems told_by_check_formulas;
                const Computed computed = computed_indicator(reported, index, indicator, unit, period, told_by_check_formulas);
                if (!computed.value.exists() || is_reported(index, outcome)) continue;
                outcome.value = written(computed.value, indicator, reported.pack->amounts);
                outcome.source = filled_in(swedish_forecast_words.computed, {{"formula", indicator.computed.text}});
                outcome.id = key_of(description<Outcome>(), &outcome);
                if (!outcome.value.empty()) state.outcomes.put(std::make_shared<const Held<Outcome>>(Held<Outcome>{outcome, {}}));
            }
        }
    }
    return state;
}

}  // namespace styrkedja::reports
