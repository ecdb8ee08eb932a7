// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/checks/checks.h"
#include "domain/economy/description.h"
#include "domain/economy/forecast_lines.h"
#include "domain/state/table_range.h"

// Lines of forecasts: what they are of, who says them and why, and that nothing is counted twice.
namespace styrkedja::checks {
namespace {

class LineCheck {
  public:
    LineCheck(const State& state, const Forecast& line, Problems& problems) : state_(state), line_(line), problems_(problems) {}

    void look() {
        version();
        year();
        who();
        line_.adjustment.empty() ? own() : adjustment();
    }

  private:
    using Args = std::vector<std::pair<std::string_view, std::string>>;
    void tell(std::string_view code, Severity severity, std::string_view field, Args args) {
        problems_.add(code, severity, place_of(line_, field), std::move(args));
    }

    const Occasion* occasion() const {
        const FigureVersion* version = state_.versions.find(line_.version.str());
        return version ? state_.occasions.find(version->occasion.str()) : nullptr;
    }

    void version() {
        const FigureVersion* version = state_.versions.find(line_.version.str());
        if (!version || (version->kind == FigureKind::forecast && version->of.empty())) return;
        tell("forecast_is_of_no_forecast", Severity::error, "version", {{"version", version->id.str()}, {"name", version->name}});
    }

    void year() {
        const Occasion* made_at = occasion();
        const Period year = year_of(state_, line_);
        if (!year.exists()) return tell("forecast_has_no_year", Severity::error, "year", {{"version", line_.version.str()}});
        const bool is_another = made_at && made_at->period.exists() && made_at->period.year() != year.year();
        if (!is_another) return;
        tell("forecast_is_of_another_year", Severity::warning, "year",
             {{"year", year.str()}, {"occasion", made_at->name}, {"other", std::to_string(made_at->period.year())}});
    }

    void who() {
        const bool has_author = !line_.author.empty(), has_day = line_.made.exists();
        if (has_author && has_day) return;
        tell("forecast_has_no_author", Severity::warning, has_author ? "made" : "author",
             {{"unit", line_.unit.str()}, {"account", line_.account.str()}, {"version", line_.version.str()}});
    }

    void own() {
        if (!line_.concerns.empty())
            tell("own_forecast_concerns_another", Severity::error, "concerns", {{"unit", line_.unit.str()}, {"concerns", line_.concerns.str()}});
    }

    // Below the unit, on the last day of the year that it is about.
    bool stands_below(const Unit& unit, Date day) const {
        const Unit* each = state_.units.find(unit.parent.at(day).str());
        for (std::size_t steps = 0; each && steps <= state_.units.size(); ++steps) {
            if (each->id == line_.unit.id) return true;
            each = state_.units.find(each->parent.at(day).str());
        }
        return false;
    }

    void adjustment() {
        if (line_.cause.empty() && line_.comment.empty())
            tell("adjustment_has_no_cause", Severity::warning, "cause", {{"unit", line_.unit.str()}, {"adjustment", line_.adjustment.str()}});
        const Period year = year_of(state_, line_);
        if (!year.exists()) return;
        const Date day = Date::from_days(year.end().days() - 1);
        const bool has_below = std::any_of(state_.units.begin(), state_.units.end(), [&](const Unit& unit) { return stands_below(unit, day); });
        if (!has_below) {
            tell("adjustment_has_nothing_below", Severity::error, "adjustment", {{"unit", line_.unit.str()}, {"adjustment", line_.adjustment.str()}});
            return;
        }
        const Unit* concerns = state_.units.find(line_.concerns.str());
        if (concerns && !stands_below(*concerns, day))
            tell("adjustment_concerns_another", Severity::error, "concerns", {{"unit", line_.unit.str()}, {"concerns", concerns->id.str()}});
    }

    const State& state_;
    const Forecast& line_;
    Problems& problems_;
};

bool is_same_figure(const Forecast& line, const EconomyFact& fact) {
    return fact.unit == line.unit && fact.account == line.account && fact.service == line.service && fact.project == line.project &&
           fact.version == line.version && fact.counterparty.empty();
}

void tell_twice(const Forecast& line, const EconomyFact& fact, Problems& problems) {
    problems.add("forecast_is_said_twice", Severity::error, place_of(line, "amount"),
                 {{"unit", line.unit.str()}, {"account", line.account.str()}, {"version", line.version.str()}, {"period", fact.period.str()}});
}

// A line, and the same figure as a fact.
void facts_beside(const State& state, const Forecast& line, Problems& problems) {
    if (!line.adjustment.empty()) return;
    const Period year = year_of(state, line);
    EconomyFact any;
    any.unit = line.unit;
    any.account = line.account;
    const std::string prefix = key_of(description<EconomyFact>(), &any).str() + "/";
    const EconomyFact* found = nullptr;
    each_with_prefix(state.economy, prefix, [&](const EconomyFact& fact) {
        if (!found && year.exists() && is_same_figure(line, fact) && year.contains(fact.period)) found = &fact;
    });
    if (found) tell_twice(line, *found, problems);
}

// The other way round, where only the fact is looked at.
void lines_beside(const State& state, const State& looked, const EconomyFact& fact, Problems& problems) {
    Forecast any;
    any.unit = fact.unit;
    any.account = fact.account;
    any.version = fact.version;
    any.service = fact.service;
    any.project = fact.project;
    const Forecast* line = state.forecasts.find(key_of(description<Forecast>(), &any).str());
    if (!line || looked.forecasts.find(line->id.str()) || !is_same_figure(*line, fact)) return;
    const Period year = year_of(state, *line);
    if (year.exists() && year.contains(fact.period)) tell_twice(*line, fact, problems);
}

}  // namespace

void forecasts_fit(const State& state, const State& looked, Problems& problems) {
    for (const FigureVersion& version : looked.versions) {
        if (version.kind == FigureKind::forecast || !version.frozen.exists()) continue;
        problems.add("only_forecasts_are_frozen", Severity::warning, place_of(version, "frozen"), {{"version", version.id.str()}});
    }
    for (const Forecast& line : looked.forecasts) {
        LineCheck(state, line, problems).look();
        facts_beside(state, line, problems);
    }
    if (state.forecasts.empty()) return;
    for (const EconomyFact& fact : looked.economy) lines_beside(state, looked, fact, problems);
}

}  // namespace styrkedja::checks
