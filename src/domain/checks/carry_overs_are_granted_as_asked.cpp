// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "domain/checks/amount_words.h"
#include "domain/checks/checks.h"

// Requests to take unused budget along, and the budget changes that grant them.
namespace styrkedja::checks {
namespace {

struct Granted {
    Exact ore;
    const BudgetChange* last = nullptr;
};

// Units whose surplus is taken along up to a share of their budget: what they ask for of it, together.
void limits(const State& state, const ResultUnit& unit, Problems& problems) {
    const auto limit = per_cent(unit.limit);
    const auto budget = unit.budget ? Money::from_written(*unit.budget, unit.in) : std::nullopt;
    if (!limit || !budget) return;
    const Exact most = (Exact(*limit) * Exact(budget->ore()) / Exact(100)).abs();
    Exact asked;
    const CarryOver* last = nullptr;
    for (const CarryOver& request : state.carry_overs) {
        const auto money = Money::from_written(request.amount, request.in);
        bool counts =
            money && !request.investment && request.unit.id == unit.unit.id && request.year == unit.year;
        if (!counts) continue;
        asked = asked + Exact(money->ore());
        last = &request;
    }
    if (!last || !(most < asked)) return;
    problems.add("carry_over_is_over_limit", Severity::warning, place_of(*last, "amount"),
                 {{"unit", unit.unit.str()},
                  {"year", std::to_string(unit.year)},
                  {"asked", amount_in_words(asked, state.pack->amounts)},
                  {"limit", unit.limit},
                  {"most", amount_in_words(most, state.pack->amounts)}});
}

}  // namespace

void carry_overs_are_within_limits(const State& state, const State& looked, Problems& problems) {
    for (const ResultUnit& unit : looked.result_units) limits(state, unit, problems);
}

void carry_overs_are_granted_as_asked(const State& state, const State& looked, Problems& problems) {
    std::map<std::string_view, Granted> granted;
    for (const BudgetChange& change : looked.budget_changes) {
        if (!change.carry_over.empty()) granted.try_emplace(change.carry_over.str());
    }
    if (granted.empty()) return;
    for (const BudgetChange& change : state.budget_changes) {
        auto it = granted.find(change.carry_over.str());
        const auto money = it == granted.end() ? std::nullopt : Money::from_written(change.amount, change.in);
        if (!money) continue;
        it->second.ore = it->second.ore + Exact(money->ore());
        it->second.last = &change;
    }
    for (const BudgetChange& change : looked.budget_changes) {
        const CarryOver* request = state.carry_overs.find(change.carry_over.str());
        if (!request) continue;
        if (change.unit.id != request->unit.id)
            problems.add(
                "carry_over_is_of_another_unit", Severity::warning, place_of(change, "unit"),
                {{"change", change.name}, {"unit", change.unit.str()}, {"other", request->unit.str()}});
        if (change.year != request->year + 1)
            problems.add("carry_over_is_of_another_year", Severity::warning, place_of(change, "year"),
                         {{"change", change.name},
                          {"year", std::to_string(change.year)},
                          {"after", std::to_string(request->year + 1)}});
    }
    for (const auto& [id, sum] : granted) {
        const CarryOver* request = state.carry_overs.find(id);
        const auto asked = request ? Money::from_written(request->amount, request->in) : std::nullopt;
        if (!asked || !sum.last || !(Exact(asked->ore()) < sum.ore)) continue;
        problems.add("carry_over_is_granted_too_much", Severity::warning, place_of(*sum.last, "amount"),
                     {{"name", request->name},
                      {"asked", amount_in_words(Exact(asked->ore()), state.pack->amounts)},
                      {"granted", amount_in_words(sum.ore, state.pack->amounts)}});
    }
}

}  // namespace styrkedja::checks
