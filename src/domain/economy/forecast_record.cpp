// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/forecast_record.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "domain/economy/baseline.h"
#include "domain/economy/forecast_lines.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

Date last_day(int year) { return Date::from_civil(year, 12, 31); }

// A line of the record: whose, and of which money.
struct Line {
    const Unit* unit;
    const Account* account;
    bool investment;
};

bool is_counted(const Account& account, bool investment) {
    switch (account.kind) {
        case AccountKind::income: case AccountKind::cost: case AccountKind::tax: case AccountKind::finance:
        case AccountKind::result:
            return !investment;
        case AccountKind::investment:
            return investment;
        case AccountKind::grant: case AccountKind::asset: case AccountKind::equity: case AccountKind::liability:
            return false;
    }
    return false;
}

class Record {
  public:
    Record(const State& state, const EconomyIndex& index, const RecordScope& scope)
        : state_(state), index_(index), scope_(scope), budget_(scope.budget.empty() ? usual_version(state, FigureKind::budget) : state.versions.find(scope.budget)),
          outcome_(usual_version(state, FigureKind::outcome)) {
        if (outcome_) booked_.emplace(state, index, *outcome_);
    }

    ForecastRecord make() {
        find_years();
        for (const Unit* unit : units()) {
            add_line({unit, nullptr, false});
            add_line({unit, nullptr, true});
            if (unit->id.str() != scope_.unit) continue;
            for (const Account* account : by_order()) {
                if (is_counted(*account, false)) add_line({unit, account, false});
            }
        }
        return std::move(record_);
    }

  private:
    // The forecasts that anybody made of a year, in the order in which they were made.
    void find_years() {
        std::set<std::pair<std::string_view, int>> said;
        for (const Forecast& line : state_.forecasts) {
            if (const Period year = year_of(state_, line); year.exists()) said.emplace(line.version.str(), year.year());
        }
        for (const EconomyFact& fact : state_.economy) {
            if (fact.period.exists()) said.emplace(fact.version.str(), fact.period.year());
        }
        for (const LedgerBatch& batch : state_.ledger_batches) said.emplace(batch.version.str(), batch.year);
        for (const FigureVersion* version : forecasts_in_order(state_)) {
            bool is_of_interest = false;
            for (const auto& [id, year] : said) {
                if (id != version->id.str() || (scope_.year != 0 && scope_.year != year)) continue;
                years_[year].push_back(version);
                is_of_interest = true;
            }
            if (is_of_interest && !is_frozen(state_, *version, {})) ++record_.open;
        }
    }

    std::vector<const Unit*> units() const {
        std::vector<const Unit*> list;
        const Unit* asked = state_.units.find(scope_.unit);
        if (asked) {
            list.push_back(asked);
            std::set<const Unit*> seen;
            for (const auto& [year, versions] : years_) {
                for (const Unit* each : index_.units_below(asked->id.str(), last_day(year))) seen.insert(each);
            }
            list.insert(list.end(), seen.begin(), seen.end());
            sort(list.begin() + 1, list.end());
            return list;
        }
        for (const Unit& unit : state_.units) {
            if (has_role(unit, UnitRole::committee)) list.push_back(&unit);
        }
        sort(list.begin(), list.end());
        for (const Unit& unit : state_.units) {
            if (has_role(unit, UnitRole::council)) list.push_back(&unit);
        }
        return list;
    }

    using At = std::vector<const Unit*>::iterator;
    static void sort(At from, At to) {
        std::sort(from, to, [](const Unit* a, const Unit* b) { return std::tie(a->order, a->id) < std::tie(b->order, b->id); });
    }

    bool has_role(const Unit& unit, UnitRole role) const {
        const UnitKind* kind = state_.unit_kinds.find(unit.kind.str());
        return kind && kind->role == role;
    }

    std::vector<const Account*> by_order() const {
        std::vector<const Account*> list;
        for (const Account& each : state_.accounts) list.push_back(&each);
        std::stable_sort(list.begin(), list.end(), [](const Account* a, const Account* b) { return a->order < b->order; });
        return list;
    }

    // The accounts of that money that the forecast says something of, with those below them.
    AccountSet said_of(const Line& line, const FigureVersion& version, int year) const {
        if (line.account) {
            return has_own_lines(line, *line.account, version, year) ? index_.account(line.account->id.str()) : AccountSet::none();
        }
        std::vector<NodeSpan> spans;
        for (const Account& account : state_.accounts) {
            if (is_counted(account, line.investment) && has_own_lines(line, account, version, year))
                spans.push_back(index_.account(account.id.str()).spans().front());
        }
        return AccountSet::of(std::move(spans));
    }

    // Amounts on the very account, not only below it.
    bool has_own_lines(const Line& line, const Account& account, const FigureVersion& version, int year) const {
        const AccountSet below = index_.account(account.id.str());
        if (below.spans().empty()) return false;
        const std::int32_t number = below.spans().front().first;
        const FactSelection selected = selection(line, AccountSet::of({NodeSpan{number, number + 1}}));
        return index_.sum(selected, version.id.str(), Period::of_year(year)).ore.exists();
    }

    FactSelection selection(const Line& line, AccountSet accounts) const {
        FactSelection selection;
        selection.unit = index_.unit(line.unit->id.str());
        selection.accounts = std::move(accounts);
        return selection;
    }

    Exact sum(const FactSelection& selection, const FigureVersion* version, int year) const {
        return version ? index_.sum(selection, version->id.str(), Period::of_year(year)).ore : Exact::none();
    }

    void add_line(const Line& line) {
        const std::size_t first = record_.forecasts.size();
        for (const auto& [year, versions] : years_) add_year(line, year, versions);
        const auto from = record_.forecasts.begin() + static_cast<std::ptrdiff_t>(first);
        if (from == record_.forecasts.end()) return;
        std::vector<ScoredForecast> of_line(from, record_.forecasts.end());
        std::set<int> places;
        for (const ScoredForecast& each : of_line) places.insert(each.months);
        summarise(line, of_line, -1);
        if (places.size() < 2) return;
        for (int months : places) summarise(line, of_line, months);
    }

    void add_year(const Line& line, int year, const std::vector<const FigureVersion*>& versions) {
        ScoredForecast* before = nullptr;
        const std::size_t first = record_.forecasts.size();
        record_.forecasts.reserve(first + versions.size());
        for (const FigureVersion* version : versions) {
            if (!is_frozen(state_, *version, line.unit->id.str())) continue;
            const AccountSet accounts = said_of(line, *version, year);
            if (accounts.spans().empty()) continue;
            ScoredForecast scored = score(line, *version, year, accounts);
            if (!scored.forecast.exists()) continue;
            if (before) scored.swing = scored.forecast - before->forecast;
            before = &record_.forecasts.emplace_back(std::move(scored));
        }
        if (before) before->is_last = true;
    }

    ScoredForecast score(const Line& line, const FigureVersion& version, int year, const AccountSet& accounts) const {
        ScoredForecast scored;
        scored.unit = line.unit;
        scored.account = line.account;
        scored.investment = line.investment;
        scored.version = &version;
        scored.year = year;
        const Occasion* occasion = state_.occasions.find(version.occasion.str());
        if (occasion && occasion->period.exists() && occasion->period.year() == year) scored.months = months_passed(occasion->period);
        const FactSelection selected = selection(line, accounts);
        scored.forecast = sum(selected, &version, year);
        scored.own = layers_of(state_, index_, selected, version, Period::of_year(year)).own;
        scored.budget = sum(selected, budget_, year);
        if (booked_ && booked_->is_whole(year)) scored.outcome = sum(selected, outcome_, year);
        scored.error = scored.outcome - scored.forecast;
        scored.of_forecast = scored.error / scored.forecast;
        if (scored.budget.exists()) {
            scored.of_budget = scored.error / scored.budget.abs();
            const Exact deviation = scored.forecast - scored.budget;
            const Exact printed = deviation / Exact(ore_in(scope_.in));
            scored.says_budget = printed.exists() && printed.rounded(scope_.decimals).is_zero();
        }
        return scored;
    }

    void summarise(const Line& line, const std::vector<ScoredForecast>& all, int months);

    const State& state_;
    const EconomyIndex& index_;
    const RecordScope& scope_;
    const FigureVersion *budget_, *outcome_;
    std::optional<BookedMonths> booked_;
    std::map<int, std::vector<const FigureVersion*>> years_;
    ForecastRecord record_;
};

// A mean that knows how many it is of.
struct Mean {
    Exact sum = Exact(0);
    int count = 0;
    void add(const Exact& number) {
        if (!number.exists()) return;
        sum = sum + number;
        ++count;
    }
    Exact value() const { return count == 0 ? Exact::none() : sum / Exact(count); }
};

void Record::summarise(const Line& line, const std::vector<ScoredForecast>& all, int months) {
    RecordSummary summary;
    summary.unit = line.unit;
    summary.account = line.account;
    summary.investment = line.investment;
    summary.months = months;
    Mean error, absolute, swing, last;
    Exact beside_budget(0), absolute_beside(0), budgets(0);
    for (const ScoredForecast& each : all) {
        if (!each.error.exists() || (months >= 0 && each.months != months)) continue;
        ++summary.forecasts;
        error.add(each.error);
        absolute.add(each.error.abs());
        if (each.is_last) {
            swing.add(each.swing.abs());
            last.add(each.error.abs());
        }
        if (!each.budget.exists()) continue;
        ++summary.with_budget;
        summary.zeros += each.says_budget;
        beside_budget = beside_budget + each.error;
        absolute_beside = absolute_beside + each.error.abs();
        budgets = budgets + each.budget.abs();
    }
    summary.bias = error.value();
    summary.absolute = absolute.value();
    summary.late_swing = swing.value();
    summary.last_error = last.value();
    if (summary.with_budget > 0) {
        summary.bias_share = beside_budget / budgets;
        summary.absolute_share = absolute_beside / budgets;
    }
    if (summary.forecasts > 0) record_.summaries.push_back(std::move(summary));
}

}  // namespace

ForecastRecord forecast_record(const State& state, const EconomyIndex& index, const RecordScope& scope) {
    return Record(state, index, scope).make();
}

}  // namespace styrkedja
