// SPDX-License-Identifier: EUPL-1.2
#include "reports/forecast_names.h"

#include <algorithm>

#include "domain/economy/description.h"
#include "domain/economy/forecast_lines.h"
#include "locale/date.h"
#include "locale/forecast_words.h"
#include "locale/number.h"
#include "reports/economy_names.h"

namespace styrkedja::reports {
namespace {

constexpr const ForecastWords& words = swedish_forecast_words;

const Occasion* dated_occasion(const State& state, const FigureVersion& version) {
    const Occasion* occasion = state.occasions.find(version.occasion.str());
    return occasion && occasion->period.exists() ? occasion : nullptr;
}

// Has the version amounts of that year, in lines or facts?
bool speaks_of(const State& state, const FigureVersion& version, int year) {
    const bool in_lines = std::any_of(state.forecasts.begin(), state.forecasts.end(), [&](const Forecast& line) {
        return line.version.id == version.id && year_of(state, line) == Period::of_year(year);
    });
    return in_lines || std::any_of(state.economy.begin(), state.economy.end(), [&](const EconomyFact& fact) {
               return fact.version.id == version.id && fact.period.exists() && fact.period.year() == year;
           });
}

void take(Computed& into, Computed&& from) {
    into.facts.insert(into.facts.end(), from.facts.begin(), from.facts.end());
    into.sources.insert(into.sources.end(), from.sources.begin(), from.sources.end());
    into.terms += from.terms;
}

std::string month_words(int month) { return std::string(month_name(static_cast<unsigned>(month))); }

}  // namespace

bool is_forecast_word(std::string_view name) {
    return std::find(forecast_words_of_formulas.begin(), forecast_words_of_formulas.end(), name) != forecast_words_of_formulas.end();
}

std::optional<ForecastPart> forecast_part(const State& state, std::string_view word) {
    const bool is_theirs = state.accounts.find(word) || state.figures.find(word);
    if (is_theirs) return std::nullopt;
    if (word == "own") return ForecastPart::own;
    if (word == "adjustments") return ForecastPart::adjustments;
    return std::nullopt;
}

const FigureVersion* forecast_of_year(const State& state, const FigureVersion& named, int year) {
    const Occasion* occasion = dated_occasion(state, named);
    if (!occasion || occasion->period.year() == year || speaks_of(state, named, year)) return &named;
    const Period wanted = occasion->period.shifted(year - occasion->period.year());
    for (const FigureVersion* each : forecasts_in_order(state)) {
        const Occasion* its = dated_occasion(state, *each);
        if (its && its->period.start() == wanted.start() && its->period.end() == wanted.end()) return each;
    }
    return nullptr;
}

const FigureVersion* last_forecast(const State& state, int year) {
    const FigureVersion* last = nullptr;
    for (const FigureVersion* each : forecasts_in_order(state)) {
        const Occasion* its = dated_occasion(state, *each);
        if (its && its->period.year() == year) last = each;
    }
    return last;
}

std::string baseline_in_words(BaselineMethod method, const Baseline& baseline, int year, int months) {
    if (!baseline.ore.exists()) return std::string(words.missing[static_cast<std::size_t>(baseline.missing)]);
    const std::string month = month_words(months), of_year = std::to_string(year);
    if (method == BaselineMethod::run_rate)
        return filled_in(words.run_rate, {{"month", month}, {"year", of_year}, {"months", std::to_string(months)}});
    const std::string first = std::to_string(baseline.years.front()), last = std::to_string(baseline.years.back());
    const std::string years = first == last ? filled_in(words.one_year, {{"year", first}})
                                            : filled_in(words.years, {{"first", first}, {"last", last}});
    const std::string share = format_percent(baseline.share * Exact(100), 1);
    return filled_in(words.seasonal, {{"month", month}, {"year", of_year}, {"share", share}, {"years", years}});
}

// The municipality's own names go first.
bool EconomyNames::is_forecasting(std::string_view name) const {
    const State& state = context_.state;
    return is_forecast_word(name) && !state.versions.find(name) && !state.figures.find(name) && !state.accounts.find(name);
}

std::optional<Computed> EconomyNames::forecasting(const NameCall& call, const EconomyScope& scope, const Given& given) const {
    return call.name.starts_with("forecast-accuracy") ? forecast_accuracy(call, scope, given) : baseline(call, scope, given);
}

// The figure or accounts that were given, in that version and period.
std::optional<Computed> EconomyNames::of_version(const EconomyScope& scope, Given given, const FigureVersion& of, const Period& period) const {
    given.version = of.id.str();
    given.period = period;
    if (given.depth == 0) given.narrow = given.narrow & scope.selection.accounts;
    if (const NamedFigure* figure = given.figure) return figure_value(*figure, scope, given);
    return sum(scope, given.narrow, given, "");
}

EconomyNames::Accuracy EconomyNames::accuracy(const EconomyScope& scope, const Given& given) const {
    const State& state = context_.state;
    // What came true isn't known before the year is over: at an earlier occasion there is none, unless a year is named.
    const Period asked = given.period.exists() ? given.period : period_in_scope(context_, scope.period, "period").value_or(Period());
    const bool is_over = asked.exists() && asked.end() == Period::of_year(asked.year()).end();
    const FigureVersion* outcome = usual_version(state, FigureKind::outcome);
    if (!is_over || !outcome) return {};
    const FigureVersion* named = given.version.empty() ? nullptr : version(given.version);
    const FigureVersion* forecast = named ? forecast_of_year(state, *named, asked.year()) : last_forecast(state, asked.year());
    if (!forecast || !BookedMonths(state, context_.economy(), *outcome).is_whole(asked.year())) return {};
    const Period year = Period::of_year(asked.year());
    auto said = of_version(scope, given, *forecast, year), came = of_version(scope, given, *outcome, year);
    if (!said || !came || !said->value.exists() || !came->value.exists()) return {};
    return {std::move(*said), std::move(*came)};
}

Computed EconomyNames::forecast_accuracy(const NameCall& call, const EconomyScope& scope, const Given& given) const {
    Accuracy found = accuracy(scope, given);
    if (call.name == "forecast-accuracy-outcome") return std::move(found.came);
    if (call.name == "forecast-accuracy-forecast") return std::move(found.said);
    Computed quotient;
    if (!found.said.value.exists()) return quotient;
    quotient.how = filled_in(words.accuracy, {{"outcome", found.came.how}, {"forecast", found.said.how}});
    quotient.value = divide(subtract(found.came.value, found.said.value, context_.state.pack->amounts), found.said.value);
    take(quotient, std::move(found.came));
    take(quotient, std::move(found.said));
    return quotient;
}

bool EconomyNames::has_no_total(const NameCall& call) const {
    return is_forecasting(call.name) && call.name.ends_with("-error");
}

FormulaNode EconomyNames::spelled_out(FormulaNode formula) const {
    for (FormulaNode& part : formula.of) part = spelled_out(std::move(part));
    const bool is_accuracy = formula.op == FormulaNode::Op::name && formula.call.name == "forecast-accuracy" &&
                             is_forecasting(formula.call.name);
    if (!is_accuracy) return formula;
    FormulaNode came = formula, said = formula, difference, quotient;
    came.call.name += "-outcome";
    said.call.name += "-forecast";
    difference.op = FormulaNode::Op::subtract;
    difference.of = {std::move(came), said};
    quotient.op = FormulaNode::Op::divide;
    quotient.of = {std::move(difference), std::move(said)};
    return quotient;
}

Computed EconomyNames::baseline(const NameCall& call, const EconomyScope& scope, const Given& given) const {
    const State& state = context_.state;
    const Period period = given.period.exists() ? given.period : period_in_scope(context_, scope.period, "period").value_or(Period());
    const FigureVersion* named = given.version.empty() ? nullptr : version(given.version);
    const FigureVersion* outcome = named && named->kind == FigureKind::outcome ? named : usual_version(state, FigureKind::outcome);
    Computed computed;
    if (!outcome || !period.exists()) return computed;
    const int year = period.year(), months = months_passed(period);
    const bool is_error = call.name.ends_with("-error");
    const auto method = call.name.starts_with("baseline-run-rate") ? BaselineMethod::run_rate : BaselineMethod::seasonal;
    Problems told_where_they_are_printed;   // a year's amount has no months: that is why there is no baseline
    const EconomyNames quiet(context_, place_, told_where_they_are_printed);
    const BookedMonths booked(state, context_.economy(), *outcome);
    const MonthlyOutcome line = booked.outcome(
        [&](const Period& in) {
            auto found = quiet.of_version(scope, given, *outcome, in);
            return found && found->value.of == Quantity::Of::money ? found->value.number : Exact::none();
        },
        year);
    if (is_error) {
        computed.how = std::string(words.error);
        computed.value = {baseline_error(method, line, year, months).relative, Quantity::Of::ratio};
        computed.terms = computed.value.exists() ? 1 : 0;
        return computed;
    }
    const Baseline found = baseline_of(method, line, year, months);
    computed.how = baseline_in_words(method, found, year, months);
    computed.value = Quantity::money(found.ore);
    if (auto to_date = quiet.of_version(scope, given, *outcome, period); to_date && found.ore.exists()) take(computed, std::move(*to_date));
    computed.terms = computed.value.exists() ? std::max(1, computed.terms) : 0;
    return computed;
}

// As the units say, or what was laid beside it: with the lines that it is, so that each can be followed.
Computed EconomyNames::part_of(Computed whole, const FigureVersion& version, const FactSelection& selection, const Period& period,
                               ForecastPart part) const {
    const ForecastLayers layers = layers_of(context_.state, context_.economy(), selection, version, period);
    const bool is_own = part == ForecastPart::own;
    const std::vector<const Forecast*>& lines = is_own ? layers.own_lines : layers.adjustment_lines;
    whole.value = Quantity::money(is_own ? layers.own : layers.adjustments);
    whole.how += ", " + std::string(is_own ? words.own : words.adjustments);
    for (const Forecast* line : lines) whole.sources.push_back({"forecasts/" + line->id.str(), ""});
    whole.terms = whole.value.exists() ? std::max<int>(1, static_cast<int>(lines.size())) : 0;
    return whole;
}

}  // namespace styrkedja::reports
