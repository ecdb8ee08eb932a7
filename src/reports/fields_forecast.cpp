// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "domain/economy/baseline.h"
#include "domain/economy/description.h"
#include "domain/economy/forecast_lines.h"
#include "domain/economy/slippage.h"
#include "domain/plan/description.h"
#include "locale/date.h"
#include "locale/forecast_words.h"
#include "locale/number.h"
#include "reports/field_rooms.h"
#include "reports/forecast_names.h"

// What stands beside a line of a forecast, and how an investment slips: docs/pack-format.md, section 7.
namespace styrkedja::reports {
namespace {

constexpr const ForecastWords& words = swedish_forecast_words;

const Forecast& line_of(const FieldCallInfo& info) { return *static_cast<const Forecast*>(info.thing.it); }
const Project& project_of(const FieldCallInfo& info) { return *static_cast<const Project*>(info.thing.it); }

std::string shown_money(const Context& context, const Exact& ore) {
    const MoneyUnit amounts = context.state.pack->amounts;
    const ShownUnit unit = ShownUnit::of(ValueType<MoneyUnit>::format(amounts));
    return show(in_unit(Quantity::money(ore), unit, amounts), unit, {amounts == MoneyUnit::mnkr ? 1 : 0, false, false, true, ""});
}

FieldValue number_of(const Context& context, const Quantity& quantity, std::vector<document::Source> sources) {
    FieldValue value;
    value.is_number = true;
    value.quantity = quantity;
    value.sources = std::move(sources);
    if (!quantity.exists()) return value;
    if (quantity.of == Quantity::Of::money) value.plain = shown_money(context, quantity.number);
    else if (quantity.of == Quantity::Of::ratio) value.plain = format_percent(quantity.number * Exact(100), 1);
    else value.plain = format_number(quantity.number, 0);
    value.ids.push_back(quantity.number.str());
    return value;
}

FieldValue money_of(const FieldCallInfo& info, const Exact& ore) {
    return number_of(info.context, Quantity::money(ore), {{info.thing.entity(), ""}});
}

Exact amount_of(const Forecast& line) {
    const auto money = Money::from_written(line.amount, line.in);
    return money ? Exact(money->ore()) : Exact::none();
}

// The facts that the line is a forecast of: the unit and account with all below them.
FactSelection selection_of(const Context& context, const Forecast& line) {
    const EconomyIndex& economy = context.economy();
    FactSelection selection;
    selection.unit = economy.unit(line.unit.str());
    selection.accounts = economy.account(line.account.str());
    if (!line.service.empty()) selection.service = economy.service(line.service.str());
    if (!line.project.empty()) selection.project = economy.project(line.project.str());
    return selection;
}

Exact sum_of(const Context& context, const Forecast& line, const FigureVersion* version, const Period& period) {
    if (!version || !period.exists()) return Exact::none();
    return context.economy().sum(selection_of(context, line), version->id.str(), period).ore;
}

// The months that had passed when the forecast was made, or the document's where it has no occasion.
Period passed_of(const Context& context, const Forecast& line) {
    const FigureVersion* version = context.state.versions.find(line.version.str());
    const Occasion* occasion = version ? context.state.occasions.find(version->occasion.str()) : nullptr;
    return occasion && occasion->period.exists() ? occasion->period : context.period();
}

Exact budget_of(const FieldCallInfo& info) {
    const State& state = info.context.state;
    if (!line_of(info).adjustment.empty()) return Exact::none();
    return sum_of(info.context, line_of(info), usual_version(state, FigureKind::budget), year_of(state, line_of(info)));
}

FieldValue budget_field(const FieldCallInfo& info) { return money_of(info, budget_of(info)); }

FieldValue deviation_field(const FieldCallInfo& info) { return money_of(info, amount_of(line_of(info)) - budget_of(info)); }

FieldValue outcome_field(const FieldCallInfo& info) {
    if (!line_of(info).adjustment.empty()) return money_of(info, Exact::none());
    const FigureVersion* outcome = usual_version(info.context.state, FigureKind::outcome);
    return money_of(info, sum_of(info.context, line_of(info), outcome, passed_of(info.context, line_of(info))));
}

// The same line in the forecast before it of the same year.
FieldValue before_field(const FieldCallInfo& info) {
    const State& state = info.context.state;
    const Period year = year_of(state, line_of(info));
    Exact before = Exact::none();
    for (const FigureVersion* version : forecasts_in_order(state)) {
        if (version->id == line_of(info).version.id) break;
        Forecast same = line_of(info);
        same.version.id = version->id;
        const Forecast* found = state.forecasts.find(key_of(description<Forecast>(), &same).str());
        if (found && year.exists() && year_of(state, *found) == year) before = amount_of(*found);
    }
    return money_of(info, before);
}

// The measures' effects added up; what isn't a measure, or states no effect, has none.
FieldValue effects(const FieldCallInfo& info, std::optional<Decimal> Measure::*effect) {
    Exact sum = Exact::none();
    std::vector<document::Source> sources;
    for (const AnyRef& each : line_of(info).measures) {
        const Measure* measure = info.context.state.measures.find(each.str());
        if (!measure || !(measure->*effect)) continue;
        const auto money = Money::from_written(*(measure->*effect), measure->in);
        if (!money) continue;
        sum = sum.exists() ? sum + Exact(money->ore()) : Exact(money->ore());
        sources.push_back({"measures/" + measure->id.str(), ""});
    }
    return number_of(info.context, Quantity::money(sum), std::move(sources));
}
FieldValue effects_field(const FieldCallInfo& info) { return effects(info, &Measure::effect_year); }
FieldValue full_effects_field(const FieldCallInfo& info) { return effects(info, &Measure::effect_full); }

// The line's outcome month by month, and the baselines of it.
struct Baselines {
    MonthlyOutcome outcome;
    int year = 0, months = 0;
    Baseline by(BaselineMethod method) const { return baseline_of(method, outcome, year, months); }
    Exact error(BaselineMethod method) const { return baseline_error(method, outcome, year, months).relative; }
};

Baselines baselines_of(const FieldCallInfo& info) {
    Baselines found;
    const FigureVersion* version = usual_version(info.context.state, FigureKind::outcome);
    const Period passed = passed_of(info.context, line_of(info));
    if (!version || !passed.exists() || !line_of(info).adjustment.empty()) return found;
    found.year = passed.year();
    found.months = months_passed(passed);
    const BookedMonths booked(info.context.state, info.context.economy(), *version);
    found.outcome = booked.outcome(selection_of(info.context, line_of(info)), found.year);
    return found;
}

FieldValue run_rate_field(const FieldCallInfo& info) { return money_of(info, baselines_of(info).by(BaselineMethod::run_rate).ore); }
FieldValue seasonal_field(const FieldCallInfo& info) { return money_of(info, baselines_of(info).by(BaselineMethod::seasonal).ore); }

std::string share_words(const Exact& share) { return format_percent(share * Exact(100), 1); }

std::string error_words(const Exact& error) {
    return error.exists() ? filled_in(words.past_error, {{"share", share_words(error)}}) : "";
}

std::string pattern_words(const Baseline& seasonal) {
    const std::string first = std::to_string(seasonal.years.front()), last = std::to_string(seasonal.years.back());
    const std::string years = first == last ? filled_in(words.one_year, {{"year", first}})
                                            : filled_in(words.years, {{"first", first}, {"last", last}});
    // A month that is no heavier than a twelfth explains nothing.
    const bool is_heavy = seasonal.heaviest_share.exists() && seasonal.heaviest_share > Exact::fraction(1, 6);
    const std::string heaviest = is_heavy ? filled_in(words.heaviest, {{"month", std::string(month_name(static_cast<unsigned>(seasonal.heaviest)))},
                                                                       {"share", share_words(seasonal.heaviest_share)}})
                                          : "";
    return filled_in(words.pattern, {{"share", share_words(seasonal.share)}, {"years", years}, {"heaviest", heaviest}});
}

// "58,4 % av budgeten är förbrukad efter april. Samma månader tog …": so that nobody reads a paid annual fee as trouble.
FieldValue baseline_field(const FieldCallInfo& info) {
    const Baselines baselines = baselines_of(info);
    if (!line_of(info).adjustment.empty()) return FieldValue();
    const Baseline rate = baselines.by(BaselineMethod::run_rate), seasonal = baselines.by(BaselineMethod::seasonal);
    if (!rate.ore.exists()) return words_field(baseline_in_words(BaselineMethod::run_rate, rate, baselines.year, baselines.months));
    const Exact budget = budget_of(info), used = rate.to_date / budget;
    std::string text;
    if (used.exists()) {
        text = filled_in(budget.sign() > 0 ? words.earned : words.used,
                         {{"share", share_words(used)}, {"month", std::string(month_name(static_cast<unsigned>(baselines.months)))}}) + " ";
    }
    text += seasonal.ore.exists() ? pattern_words(seasonal) + " "
                                  : baseline_in_words(BaselineMethod::seasonal, seasonal, baselines.year, baselines.months) + " ";
    text += filled_in(words.by_rate, {{"amount", shown_money(info.context, rate.ore)}, {"error", error_words(baselines.error(BaselineMethod::run_rate))}});
    if (seasonal.ore.exists()) {
        text += " " + filled_in(words.by_season, {{"amount", shown_money(info.context, seasonal.ore)},
                                                  {"error", error_words(baselines.error(BaselineMethod::seasonal))}});
    }
    FieldValue value = words_field(std::move(text));
    value.sources.push_back({info.thing.entity(), ""});
    return value;
}

InvestmentYear year_of_project(const FieldCallInfo& info) {
    return investment_year(info.context.state, info.context.economy(), project_of(info), info.context.period());
}

FieldValue slippage_field(const FieldCallInfo& info) {
    const auto late = months_late(project_of(info));
    return number_of(info.context, late ? Quantity::plain(Exact(*late)) : Quantity::none(), {{info.thing.entity(), "planned-end"}});
}
FieldValue accumulated_field(const FieldCallInfo& info) {
    return info.context.period().exists() ? money_of(info, year_of_project(info).accumulated) : FieldValue();
}
FieldValue spent_field(const FieldCallInfo& info) {
    return info.context.period().exists() ? money_of(info, year_of_project(info).outcome) : FieldValue();
}
FieldValue year_budget_field(const FieldCallInfo& info) {
    return info.context.period().exists() ? money_of(info, year_of_project(info).budget) : FieldValue();
}
FieldValue share_used_field(const FieldCallInfo& info) {
    if (!info.context.period().exists()) return FieldValue();
    return number_of(info.context, {year_of_project(info).share_used, Quantity::Of::ratio}, {{info.thing.entity(), ""}});
}

}  // namespace

std::span<const SpecialField> forecast_fields() {
    static constexpr std::array<SpecialField, 14> all = {{
        {"forecasts", "budget", budget_field},
        {"forecasts", "deviation", deviation_field},
        {"forecasts", "outcome", outcome_field},
        {"forecasts", "before", before_field},
        {"forecasts", "effects", effects_field},
        {"forecasts", "full-effects", full_effects_field},
        {"forecasts", "baseline-run-rate", run_rate_field},
        {"forecasts", "baseline-seasonal", seasonal_field},
        {"forecasts", "baseline", baseline_field},
        {"projects", "slippage", slippage_field},
        {"projects", "accumulated", accumulated_field},
        {"projects", "spent", spent_field},
        {"projects", "year-budget", year_budget_field},
        {"projects", "share-used", share_used_field},
    }};
    return all;
}

}  // namespace styrkedja::reports
