// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/fact_book.h"

#include <algorithm>

#include "domain/state/state.h"

namespace styrkedja {
namespace {

// A fact of a pack names its counterparty by id, or by a code as a ledger does.
const Counterparty* counterparty_of(const State& state, const CodeMap& codes, std::string_view text, Date day) {
    if (text.empty() || state.counterparties.empty()) return nullptr;
    if (const Counterparty* named = state.counterparties.find(text)) return named;
    return state.counterparties.find(codes.find("counterparty", text, "", day).id);
}

}  // namespace

bool is_selected(const FactSelection& selection, std::string_view text, const Counterparty* with) {
    const bool is_internal = with && with->kind == CounterpartyKind::internal;
    if (selection.internal != Internal::with && is_internal != (selection.internal == Internal::only)) return false;
    return selection.counterparty.empty() || selection.counterparty == text ||
           (with && selection.counterparty == with->id.str());
}

FactBook::FactBook(const EconomyTrees& trees, const CodeMap& codes, std::vector<SourcedFact> facts, bool restated)
    : trees_(&trees), facts_(std::move(facts)), by_unit_(trees.unit_count()) {
    const Date last_of_all = end_of_time();
    Node unit_before = no_node;
    Date day_before;
    std::vector<Node> chain;
    placed_.reserve(facts_.size());
    for (const SourcedFact& fact : facts_) {
        const Node unit = trees.unit(fact.unit), account = trees.accounts.find(fact.account);
        if (unit == no_node || account == no_node || !fact.period.exists()) continue;
        // Restated facts stand where their unit stands last, others where it stood on their last day.
        const Date stands_on = restated ? last_of_all : last_day(fact.period);
        if (unit_before != unit || day_before != stands_on) {
            unit_before = unit;
            day_before = stands_on;
            chain = trees.chain_of(unit, stands_on);
        }
        placed_.push_back({&fact, counterparty_of(trees.state(), codes, fact.counterparty, last_day(fact.period)), fact.ore,
                           unit, account, trees.services.find(fact.service), trees.projects.find(fact.project),
                           fact.period.start(), fact.period.end(), stands_on,
                           trees.account_kinds[static_cast<std::size_t>(account)]});
        for (Node node : chain) by_unit_[static_cast<std::size_t>(node)].push_back(placed_.back());
    }
    for (auto& of_unit : by_unit_) {
        std::stable_sort(of_unit.begin(), of_unit.end(),
                         [](const PlacedFact& a, const PlacedFact& b) { return a.account < b.account; });
    }
}

// Did the unit stand directly below the other one on the day that decides where the fact belongs?
bool FactBook::stood_under(Node unit, Node above, const PlacedFact& fact) const {
    return trees_->parent_on(unit, fact.stands_on) == above;
}

void FactBook::add(FactSum& sum, Int128& ore, NodeSpan accounts, const FactSelection& selection,
                   const Period& period) const {
    const auto& facts = of(selection.unit);
    auto it = std::lower_bound(facts.begin(), facts.end(), accounts.first,
                               [](const PlacedFact& fact, std::int32_t account) { return fact.account < account; });
    for (; it != facts.end() && it->account < accounts.end; ++it) {
        bool in_period = is_balance(it->kind) ? it->start == period.start() && it->end == period.end()
                                              : period.start() <= it->start && it->end <= period.end();
        bool is_cut = !in_period && !is_balance(it->kind) && it->start < period.end() && period.start() < it->end;
        if ((!in_period && !is_cut) || !trees_->services.in_branch(selection.service, it->service) ||
            !trees_->projects.in_branch(selection.project, it->project) ||
            !is_selected(selection, it->fact->counterparty, it->with) ||
            (selection.under != no_node && !stood_under(selection.unit, selection.under, *it))) {
            continue;
        }
        if (is_cut) {
            sum.cut.push_back(it->fact);
            continue;
        }
        sum.facts.push_back(it->fact);
        (it->kind == AccountKind::investment ? sum.has_investment : sum.has_operation) = true;
        ore += it->ore;
    }
}

void FactBook::add(FactSum& sum, Int128& ore, const FactSelection& selection, const Period& period) const {
    if (selection.accounts.is_all())
        add(sum, ore, NodeSpan{0, static_cast<std::int32_t>(trees_->accounts.size())}, selection, period);
    for (const NodeSpan& span : selection.accounts.spans()) add(sum, ore, span, selection, period);
}

bool FactBook::has_facts(Node unit, Node above, Date first, Date last) const {
    const auto& facts = of(unit);
    return std::any_of(facts.begin(), facts.end(), [&](const PlacedFact& fact) {
        const Date day = Date::from_days(fact.end.days() - 1);
        return day == fact.stands_on && first <= day && day <= last && stood_under(unit, above, fact);
    });
}

}  // namespace styrkedja
