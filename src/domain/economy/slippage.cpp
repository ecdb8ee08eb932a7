// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/slippage.h"

#include <algorithm>
#include <set>

#include "domain/economy/baseline.h"
#include "domain/economy/forecast_lines.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

Date last_day(const Period& period) { return Date::from_days(period.end().days() - 1); }

AccountSet investments(const State& state, const EconomyIndex& index) {
    std::vector<NodeSpan> spans;
    for (const Account& account : state.accounts) {
        if (account.kind != AccountKind::investment) continue;
        const AccountSet below = index.account(account.id.str());
        if (!below.spans().empty()) spans.push_back({below.spans().front().first, below.spans().front().first + 1});
    }
    return AccountSet::of(std::move(spans));
}

// The project's investments, wherever in the municipality they are booked.
class ProjectMoney {
  public:
    ProjectMoney(const State& state, const EconomyIndex& index) : index_(index), accounts_(investments(state, index)) {
        for (const Unit& unit : state.units) {
            const bool has_stood_below = std::any_of(unit.parent.spans.begin(), unit.parent.spans.end(), [&](const auto& span) {
                return state.units.find(span.value.str()) != nullptr;
            });
            if (!has_stood_below) roots_.push_back(index.unit(unit.id.str()));
        }
    }

    // Expenditure as plus.
    Exact spent(const Project& project, const FigureVersion* version, const Period& period) const {
        Exact sum = Exact::none();
        for (Node root : roots_) {
            FactSelection selection;
            selection.unit = root;
            selection.project = index_.project(project.id.str());
            selection.accounts = accounts_;
            if (!version || accounts_.spans().empty()) continue;
            const Exact ore = index_.sum(selection, version->id.str(), period).ore;
            if (ore.exists()) sum = sum.exists() ? sum - ore : -ore;
        }
        return sum;
    }

  private:
    const EconomyIndex& index_;
    AccountSet accounts_;
    std::vector<Node> roots_;
};

// The years that the version has amounts of.
std::set<int> years_of(const State& state, const FigureVersion& version) {
    std::set<int> years;
    for (const EconomyFact& fact : state.economy) {
        if (fact.version.id == version.id && fact.period.exists()) years.insert(fact.period.year());
    }
    for (const LedgerBatch& batch : state.ledger_batches) {
        if (batch.version.id == version.id) years.insert(batch.year);
    }
    return years;
}

// What was spent in the years before the period, and in it.
Exact spent_through(const ProjectMoney& money, const std::set<int>& years, const Project& project, const FigureVersion& outcome,
                    const Period& period) {
    Exact sum = money.spent(project, &outcome, period);
    for (int each : years) {
        const Exact spent = each < period.year() ? money.spent(project, &outcome, Period::of_year(each)) : Exact::none();
        if (spent.exists()) sum = sum.exists() ? sum + spent : spent;
    }
    return sum;
}

}  // namespace

std::optional<int> months_late(const Project& project) {
    if (!project.planned_end.exists() || !project.end.exists()) return std::nullopt;
    const Date planned = last_day(project.planned_end), ends = last_day(project.end);
    return (ends.year() - planned.year()) * 12 + ends.month() - planned.month();
}

Exact decided_expenditure(const State& state, const Project& project) {
    if (!project.decided_total) return Exact::none();
    const MoneyUnit in = project.in == MoneyUnit::pack && state.pack ? state.pack->amounts : project.in;
    const auto money = Money::from_written(*project.decided_total, in);
    return money ? Exact(money->ore()) : Exact::none();
}

InvestmentYear investment_year(const State& state, const EconomyIndex& index, const Project& project, const Period& period) {
    const FigureVersion *outcome = usual_version(state, FigureKind::outcome), *budget = usual_version(state, FigureKind::budget);
    const ProjectMoney money(state, index);
    const Period year = Period::of_year(period.year());
    InvestmentYear row;
    row.project = &project;
    row.year = period.year();
    row.months_late = months_late(project);
    row.decided = decided_expenditure(state, project);
    row.outcome = money.spent(project, outcome, period);
    row.budget = money.spent(project, budget, year);
    row.share_used = row.outcome / row.budget;
    for (const FigureVersion* version : forecasts_in_order(state)) {
        const Exact said = is_frozen(state, *version, project.unit.str()) ? money.spent(project, version, year) : Exact::none();
        if (said.exists()) row.forecast = said;
    }
    row.error = row.outcome - row.forecast;
    if (outcome) row.accumulated = spent_through(money, years_of(state, *outcome), project, *outcome, period);
    return row;
}

std::vector<InvestmentYear> investment_years(const State& state, const EconomyIndex& index, std::string_view unit, int year) {
    std::vector<InvestmentYear> list;
    const FigureVersion* outcome = usual_version(state, FigureKind::outcome);
    if (!outcome) return list;
    const BookedMonths booked(state, index, *outcome);
    std::vector<const Project*> projects;
    for (const Project& each : state.projects) projects.push_back(&each);
    std::stable_sort(projects.begin(), projects.end(), [](const Project* a, const Project* b) { return a->order < b->order; });
    const std::set<int> years = years_of(state, *outcome);
    for (const Project* project : projects) {
        for (int each : years) {
            const bool is_asked = (year == 0 || year == each) && booked.is_whole(each);
            if (!is_asked || (!unit.empty() && !index.is_within(project->unit.str(), unit, Date::from_civil(each, 12, 31)))) continue;
            InvestmentYear row = investment_year(state, index, *project, Period::of_year(each));
            if (row.outcome.exists() || row.budget.exists()) list.push_back(std::move(row));
        }
    }
    return list;
}

}  // namespace styrkedja
