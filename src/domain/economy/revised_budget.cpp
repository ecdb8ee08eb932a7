// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/revised_budget.h"

#include <algorithm>
#include <set>

namespace styrkedja {
namespace {

std::int64_t ore_of(const Decimal& amount, MoneyUnit in) {
    const auto money = Money::from_written(amount, in);
    return money ? money->ore() : 0;
}

}  // namespace

std::vector<const FigureVersion*> made_from(const State& state, const FigureVersion& made) {
    std::vector<const FigureVersion*> chain;
    for (const FigureVersion* each = &made; each; each = state.versions.find(each->of.str())) {
        bool met = std::any_of(chain.begin(), chain.end(),
                               [&](const FigureVersion* one) { return one->id == each->id; });
        if (met) break;
        chain.push_back(each);
        if (!is_made(*each)) break;
    }
    return chain;
}

bool takes_changes(const State& state, const FigureVersion& made) {
    const auto chain = made_from(state, made);
    return std::any_of(chain.begin(), chain.end(),
                       [](const FigureVersion* each) { return each->with_changes; });
}

namespace {

// The change is one of those that a version takes by its own conditions, whatever those before it have taken.
bool is_for(std::span<const FigureVersion* const> chain, const BudgetChange& change) {
    const FigureVersion& made = *chain.front();
    if (!made.with_changes) return false;
    bool by_then = !made.through.exists() || (change.decided.exists() && change.decided <= made.through);
    // Frames' changes are in what an internal budget divides: of its own are only those that name it.
    bool of_all = change.version.empty() && chain.back()->of.empty();
    return by_then && (of_all || std::any_of(chain.begin(), chain.end(), [&](const FigureVersion* each) {
                           return each->id == change.version.id;
                       }));
}

// The nearest of the chain behind the first that has taken it already.
bool taken_before(std::span<const FigureVersion* const> chain, const BudgetChange& change) {
    for (std::size_t i = 1; i < chain.size(); ++i) {
        if (is_for(chain.subspan(i), change)) return true;
    }
    return false;
}

}  // namespace

bool adds_change(const State& state, const FigureVersion& made, const BudgetChange& change) {
    const auto chain = made_from(state, made);
    return is_for(chain, change) && !taken_before(chain, change);
}

bool gives_frame(AccountKind kind) {
    switch (kind) {
        case AccountKind::grant:
        case AccountKind::tax:
        case AccountKind::asset:
        case AccountKind::equity:
        case AccountKind::liability:
            return true;
        default:
            return false;
    }
}

std::int64_t ChangeEnd::on_account(std::int64_t ore) const {
    return account && !gives_frame(account->kind) ? -ore : ore;
}

BudgetLines::BudgetLines(const State& state, std::span<const SourcedFact> original) : state_(&state) {
    std::set<std::string_view> grants;
    for (const SourcedFact& fact : original) {
        const Account* account = state.accounts.find(fact.account);
        if (!account) continue;
        units_.insert(fact.unit);
        if (!fact.project.empty()) lines_.push_back({fact.unit, fact.project, fact.account});
        if (account->kind != AccountKind::grant) continue;
        lines_.push_back({fact.unit, {}, fact.account});
        grants.insert(fact.account);
    }
    std::sort(lines_.begin(), lines_.end());
    lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
    if (grants.empty()) {
        for (const Account& each : state.accounts) {
            if (each.kind == AccountKind::grant) grants.insert(each.id.str());
        }
    }
    if (grants.size() == 1) only_grant_ = state.accounts.find(*grants.begin());
}

const Account* BudgetLines::line_of(std::string_view unit, std::string_view project) const {
    auto first = std::lower_bound(lines_.begin(), lines_.end(), Line{unit, project, {}});
    auto is_its = [&](auto it) { return it != lines_.end() && it->unit == unit && it->project == project; };
    if (!is_its(first)) return project.empty() && !units_.contains(unit) ? only_grant_ : nullptr;
    return is_its(std::next(first)) ? nullptr : state_->accounts.find(first->account);
}

std::vector<ChangeEnd> BudgetLines::ends_of(const BudgetChange& change) const {
    ChangeEnd end;
    end.change = &change;
    end.unit = change.unit.str();
    end.service = change.service.str();
    end.project = change.project.str();
    end.account =
        change.account.empty() ? line_of(end.unit, end.project) : state_->accounts.find(change.account.str());
    end.this_year = ore_of(change.amount, change.in);
    end.full_year = change.full_year ? ore_of(*change.full_year, change.in) : end.this_year;
    std::vector<ChangeEnd> ends{end};
    if (change.counter_unit.empty() && change.counter_account.empty() && change.counter_service.empty())
        return ends;
    ChangeEnd& other = ends.emplace_back(end);
    other.counter = true;
    other.this_year = -end.this_year;
    other.full_year = -end.full_year;
    if (!change.counter_unit.empty()) other.unit = change.counter_unit.str();
    if (!change.counter_account.empty()) other.account = state_->accounts.find(change.counter_account.str());
    if (!change.counter_service.empty()) other.service = change.counter_service.str();
    // A reserve has no projects: the other end is on the project only where that unit has it in its budget.
    auto line = std::lower_bound(lines_.begin(), lines_.end(), Line{other.unit, end.project, {}});
    bool has_project = line != lines_.end() && line->unit == other.unit && line->project == end.project;
    bool elsewhere = other.unit != end.unit;
    if (elsewhere && !has_project) other.project = {};
    return ends;
}

namespace {

class Revised {
  public:
    Revised(const State& state, const FigureVersion& made, std::span<const SourcedFact> of)
        : state_(state), made_(made), of_(of), lines_(state, of), chain_(made_from(state, made)) {}

    std::vector<SourcedFact> budget() {
        facts_.assign(of_.begin(), of_.end());
        for (const BudgetChange& change : state_.budget_changes) {
            if (is_for(chain_, change) && !taken_before(chain_, change)) add(change, change.year, false);
        }
        return std::move(facts_);
    }

    // Years that the original has are decided; the others follow from the nearest of them.
    std::vector<SourcedFact> frames() {
        facts_ = budget();
        std::set<int> decided;
        for (const SourcedFact& fact : of_) {
            if (fact.kind != &description<BudgetChange>()) decided.insert(fact.period.year());
        }
        if (decided.empty()) return std::move(facts_);
        // (Changes of a year that isn't decided have been added to it already.)
        for (int year = *decided.begin() + 1; year <= last_year(*decided.rbegin()); ++year) {
            if (!decided.contains(year)) follow(*std::prev(decided.lower_bound(year)), year);
        }
        return std::move(facts_);
    }

  private:
    bool concerns(const BudgetChange& change) const {
        return is_for(chain_, change) || taken_before(chain_, change);
    }

    int last_year(int decided) const {
        int last = decided + 2;
        for (const BudgetChange& change : state_.budget_changes) {
            if (concerns(change)) last = std::max(last, change.year);
        }
        return last;
    }

    void follow(int decided, int year) {
        for (const SourcedFact& fact : of_) {
            if (fact.period.year() != decided || fact.kind == &description<BudgetChange>()) continue;
            facts_.push_back(fact);
            facts_.back().period = fact.period.shifted(year - decided);
        }
        for (const BudgetChange& change : state_.budget_changes) {
            bool lasts = !change.one_off && decided <= change.year && change.year < year;
            if (lasts && concerns(change)) add(change, year, true);
        }
    }

    void add(const BudgetChange& change, int year, bool full) {
        for (const ChangeEnd& end : lines_.ends_of(change)) {
            if (!end.account) continue;  // told by a check
            facts_.push_back({end.unit,
                              end.account->id.str(),
                              end.service,
                              end.project,
                              {},
                              made_.id.str(),
                              Period::of_year(year),
                              end.on_account(full ? end.full_year : end.this_year),
                              &description<BudgetChange>(),
                              change.id.str()});
        }
    }

    const State& state_;
    const FigureVersion& made_;
    std::span<const SourcedFact> of_;
    BudgetLines lines_;
    std::vector<const FigureVersion*> chain_;
    std::vector<SourcedFact> facts_;
};

}  // namespace

std::vector<SourcedFact> with_changes(const State& state, const FigureVersion& made,
                                      std::span<const SourcedFact> of) {
    Revised revised(state, made, of);
    return made.kind == FigureKind::plan ? revised.frames() : revised.budget();
}

}  // namespace styrkedja
