// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <memory>

#include "domain/checks/checks.h"
#include "domain/economy/revised_budget.h"
#include "domain/economy/version_facts.h"

// A budget change: on which line, with which other end, decided when, of a year that there is a budget for.
namespace styrkedja::checks {
namespace {

bool has_other_end(const BudgetChange& change) {
    return !change.counter_unit.empty() || !change.counter_account.empty() || !change.counter_service.empty();
}

class ChangeLooks {
  public:
    ChangeLooks(const State& state, Problems& problems) : state_(state), problems_(problems), facts_(state) {
        for (const FigureVersion& each : state.versions) {
            if (is_made(each) && each.with_changes) takers_.push_back(&each);
        }
    }

    void look(const BudgetChange& change) {
        other_end(change);
        if (change.one_off && change.full_year && !change.full_year->is_zero())
            tell("one_off_has_full_year", Severity::warning, change, "full-year",
                 {{"full-year", ValueType<Decimal>::format(*change.full_year)}});
        bool is_taken = false, line_told = false, day_told = false, year_told = false;
        for (const FigureVersion* version : takers_) {
            FigureVersion always = *version;
            always.through = Date();
            if (!adds_change(state_, always, change)) continue;
            is_taken = true;
            if (!day_told) day_told = without_decision(change, *version);
            if (!adds_change(state_, *version, change)) continue;
            if (!line_told) line_told = without_line(change, *version);
            if (!year_told) year_told = without_budget(change, *version);
        }
        if (!is_taken && !change.version.empty())
            tell("change_is_in_no_version", Severity::warning, change, "version",
                 {{"version", change.version.str()}});
    }

  private:
    void tell(std::string_view code, Severity severity, const BudgetChange& change, std::string_view field,
              std::vector<std::pair<std::string_view, std::string>> args) {
        args.insert(args.begin(), {"change", change.name});
        problems_.add(code, severity, place_of(change, field), std::move(args));
    }

    // What is moved from one to another has to be taken somewhere.
    void other_end(const BudgetChange& change) {
        const BudgetChangeKind* kind = state_.budget_change_kinds.find(change.kind.str());
        bool moves = kind && (kind->role == BudgetChangeRole::transfer ||
                              kind->role == BudgetChangeRole::reallocation);
        if (!has_other_end(change)) {
            if (moves)
                tell("change_lacks_counter_entry", Severity::error, change, "counter-unit",
                     {{"kind", kind->name}});
            return;
        }
        auto is_same = [](const auto& other, const auto& own) { return other.empty() || other.id == own.id; };
        bool same_line = is_same(change.counter_unit, change.unit) &&
                         is_same(change.counter_account, change.account) &&
                         is_same(change.counter_service, change.service);
        if (same_line)
            return tell("counter_entry_is_the_same_line", Severity::error, change, "counter-unit",
                        {{"unit", change.unit.str()}});
        const Account* own = state_.accounts.find(change.account.str());
        const Account* other = state_.accounts.find(change.counter_account.str());
        if (own && other && gives_frame(own->kind) != gives_frame(other->kind))
            tell("counter_entry_changes_the_sum", Severity::warning, change, "counter-account",
                 {{"account", own->id.str()}, {"other", other->id.str()}});
    }

    bool without_decision(const BudgetChange& change, const FigureVersion& version) {
        if (change.decided.exists()) return false;
        bool left_out = version.through.exists();
        tell("change_has_no_decision", Severity::warning, change, "decided",
             {{"version", version.id.str()}, {"through", left_out ? version.through.str() : std::string()}});
        return true;
    }

    const BudgetLines& lines_of(const std::string& version) {
        auto& lines = lines_[version];
        if (!lines) lines = std::make_unique<BudgetLines>(state_, facts_.of(version));
        return *lines;
    }

    bool without_line(const BudgetChange& change, const FigureVersion& version) {
        if (!change.account.empty() || !facts_.is_whole(version.of.str())) return false;
        if (lines_of(version.of.str()).line_of(change.unit.str(), change.project.str())) return false;
        tell("change_has_no_line", Severity::error, change, "account",
             {{"unit", change.unit.str()}, {"project", change.project.str()}, {"version", version.of.str()}});
        return true;
    }

    // Frames of years to come have changes before they have budgets.
    bool without_budget(const BudgetChange& change, const FigureVersion& version) {
        if (version.kind == FigureKind::plan || !facts_.is_whole(version.of.str())) return false;
        if (years_of(version.of.str()).contains(change.year) || has_plan_of(version)) return false;
        tell("change_is_of_a_year_without_budget", Severity::warning, change, "year",
             {{"year", std::to_string(change.year)}, {"version", version.of.str()}});
        return true;
    }

    bool has_plan_of(const FigureVersion& version) const {
        return std::any_of(takers_.begin(), takers_.end(), [&](const FigureVersion* each) {
            return each->kind == FigureKind::plan &&
                   (each->of.id == version.of.id || each->of.id == version.id);
        });
    }

    const std::map<int, bool>& years_of(const std::string& version) {
        auto [it, is_new] = years_.try_emplace(version);
        if (is_new) {
            for (const SourcedFact& fact : facts_.of(version)) it->second[fact.period.year()] = true;
        }
        return it->second;
    }

    const State& state_;
    Problems& problems_;
    VersionFacts facts_;
    std::vector<const FigureVersion*> takers_;
    std::map<std::string, std::unique_ptr<BudgetLines>> lines_;
    std::map<std::string, std::map<int, bool>> years_;
};

}  // namespace

void budget_changes_make_sense(const State& state, const State& looked, Problems& problems) {
    if (looked.budget_changes.empty()) return;
    ChangeLooks looks(state, problems);
    for (const BudgetChange& change : looked.budget_changes) looks.look(change);
}

}  // namespace styrkedja::checks
