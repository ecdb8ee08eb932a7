// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/economy/economy_trees.h"
#include "domain/economy/facts.h"
#include "domain/state/state.h"
#include "domain/state/table_range.h"

namespace styrkedja {
namespace {

Place fact_place(const EconomyFact& fact, std::string field) {
    return Place{"", 0, 0, "", "economy/" + fact.id.str(), std::move(field)};
}

bool same_but_for_period(const EconomyFact& a, const EconomyFact& b) {
    return a.unit == b.unit && a.account == b.account && a.version == b.version && a.service == b.service &&
           a.project == b.project && a.counterparty == b.counterparty;
}

// Facts of one key: from the first day on, each is held against the one before it that has lasted longest.
void check_key(std::vector<const EconomyFact*>& facts, Problems& problems) {
    std::stable_sort(facts.begin(), facts.end(), [](const EconomyFact* a, const EconomyFact* b) {
        return a->period.start() < b->period.start();
    });
    const EconomyFact* longest = facts.front();
    for (std::size_t i = 1; i < facts.size(); ++i) {
        const EconomyFact& fact = *facts[i];
        if (fact.period.start() < longest->period.end()) {
            problems.add("facts_of_one_key_overlap", Severity::error, fact_place(fact, "period"),
                         {{"period", fact.period.str()},
                          {"other", longest->period.str()},
                          {"unit", fact.unit.str()},
                          {"account", fact.account.str()}});
        }
        if (longest->period.end() < fact.period.end()) longest = &fact;
    }
}

// The state holds facts by id, which is the key with the period last: those of one key stand together.
void check_overlaps(const Table<EconomyFact>& facts, Problems& problems) {
    std::vector<const EconomyFact*> together;
    for (const EconomyFact& fact : facts) {
        if (!together.empty() && !same_but_for_period(*together.front(), fact)) {
            if (together.size() > 1) check_key(together, problems);
            together.clear();
        }
        together.push_back(&fact);
    }
    if (together.size() > 1) check_key(together, problems);
}

// The facts looked at, with those that may have days in common with them: of the same key but for the period.
Table<EconomyFact> with_their_like(const State& state, const Table<EconomyFact>& looked) {
    Table<EconomyFact> wider = looked;
    for (const EconomyFact& fact : looked) {
        EconomyFact any = fact;
        any.period = Period();
        std::string key = key_of(description<EconomyFact>(), &any).str() + "/";
        each_with_prefix(state.economy, key, [&](const Held<EconomyFact>& each) {
            if (same_but_for_period(each, fact)) lend(wider, each);
        });
    }
    return wider;
}

void check_figures(const State& state, Problems& problems) {
    for (const NamedFigure& figure : state.figures) {
        Place place{"", 0, 0, "", "figures/" + figure.id.str(), "formula"};
        bool has_accounts = !figure.accounts.empty(), has_formula = !figure.formula.empty();
        if (has_accounts && has_formula) {
            problems.add("named_figure_has_two_definitions", Severity::error, place,
                         {{"figure", figure.id.str()}});
        } else if (!has_accounts && !has_formula) {
            problems.add("named_figure_has_no_definition", Severity::error, place,
                         {{"figure", figure.id.str()}});
        }
    }
}

}  // namespace

void check_economy(const State& state, const State& looked, Problems& problems) {
    for (const EconomyFact& fact : looked.economy) {
        // What is set aside for a fund in a year's budget is no balance.
        const Account* account = state.accounts.find(fact.account.str());
        const FigureVersion* version = state.versions.find(fact.version.str());
        bool is_outcome = version && version->kind == FigureKind::outcome;
        if (account && is_outcome && is_balance(account->kind) && fact.period.shape() != PeriodShape::day) {
            problems.add("balance_needs_a_day", Severity::error, fact_place(fact, "period"),
                         {{"account", fact.account.str()}, {"period", fact.period.str()}});
        }
    }
    check_overlaps(&state == &looked ? state.economy : with_their_like(state, looked.economy), problems);
    check_figures(looked, problems);
}

}  // namespace styrkedja
