// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/facts.h"

#include "domain/economy/fact_engine.h"
#include "domain/economy/totals.h"
#include "domain/state/state.h"

namespace styrkedja {

EconomyIndex::EconomyIndex(const State& state) : engine_(std::make_unique<const FactEngine>(state)) {}
EconomyIndex::~EconomyIndex() = default;

Node EconomyIndex::unit(std::string_view id) const {
    return engine_->trees().unit(id);
}
Node EconomyIndex::service(std::string_view id) const {
    return engine_->trees().services.find(id);
}
Node EconomyIndex::project(std::string_view id) const {
    return engine_->trees().projects.find(id);
}
bool EconomyIndex::has_account(std::string_view id) const {
    return engine_->trees().accounts.find(id) != no_node;
}
bool EconomyIndex::has_version(std::string_view id) const {
    return engine_->has_version(id);
}

AccountSet EconomyIndex::account(std::string_view id) const {
    const Forest& accounts = engine_->trees().accounts;
    const Node node = accounts.find(id);
    if (node == no_node) return AccountSet::none();
    return AccountSet::of({accounts.below[static_cast<std::size_t>(node)]});
}

AccountSet EconomyIndex::accounts(const std::vector<Ref<Account>>& list) const {
    if (list.empty()) return AccountSet::all();
    const Forest& accounts = engine_->trees().accounts;
    std::vector<NodeSpan> spans;
    for (const Ref<Account>& each : list) {
        const Node node = accounts.find(each.str());
        if (node != no_node) spans.push_back(accounts.below[static_cast<std::size_t>(node)]);
    }
    return AccountSet::of(std::move(spans));
}

std::string_view EconomyIndex::id_at(By by, Node node) const {
    const EconomyTrees& trees = engine_->trees();
    if (by == By::unit) {
        const bool is_one = node >= 0 && static_cast<std::size_t>(node) < trees.unit_count();
        return is_one ? std::string_view(trees.unit_at(node).id.str()) : std::string_view();
    }
    const Forest* forest = by == By::account   ? &trees.accounts
                           : by == By::service ? &trees.services
                           : by == By::project ? &trees.projects
                                               : nullptr;
    const bool is_one = forest && node >= 0 && static_cast<std::size_t>(node) < forest->size();
    return is_one ? forest->ids[static_cast<std::size_t>(node)] : std::string_view();
}

bool EconomyIndex::selects(const FactSelection& selection, std::string_view unit, std::string_view service,
                           Date day) const {
    if (selection.nothing || selection.unit == no_node) return false;
    const EconomyTrees& trees = engine_->trees();
    if (!trees.is_within(unit, trees.unit_at(selection.unit).id.str(), day)) return false;
    bool elsewhere = selection.under != no_node && trees.parent_on(selection.unit, day) != selection.under;
    if (elsewhere) return false;
    return trees.services.in_branch(selection.service, trees.services.find(service));
}

FactSum EconomyIndex::sum(const FactSelection& selection, std::string_view version, const Period& period) const {
    FactSum sum;
    if (selection.nothing || selection.unit == no_node || !period.exists()) return sum;
    const FactEngine::Books* books = engine_->books(version);
    if (!books) return sum;
    Int128 ore = 0;
    books->facts.add(sum, ore, selection, period);
    books->ledger.add(sum, ore, selection, period);
    // A sum that 64 bits of öre can't hold is no number.
    const bool fits = INT64_MIN <= ore && ore <= INT64_MAX;
    if (!sum.facts.empty() && fits) sum.ore = Exact(static_cast<std::int64_t>(ore));
    return sum;
}

FactSum EconomyIndex::explain(const FactSelection& selection, std::string_view version, const Period& period) const {
    FactSum sum = this->sum(selection, version, period);
    if (sum.facts.empty()) return sum;
    engine_->books(version)->ledger.explain(sum, selection, period);
    return sum;
}

Totals EconomyIndex::totals(const TotalsQuery& query) const {
    const FactEngine::Books* books = engine_->books(query.version);
    if (query.where.nothing || !books || !query.period.exists()) return {};
    return totals_of(engine_->trees(), books->facts, books->ledger, query);
}

std::vector<const Unit*> EconomyIndex::units_below(std::string_view unit, Date day) const {
    return engine_->trees().units_below(unit, day);
}
std::vector<const Unit*> EconomyIndex::units_within(std::string_view unit, Date day) const {
    return engine_->trees().units_within(unit, day);
}
std::vector<const Unit*> EconomyIndex::units_above(std::string_view unit, Date day) const {
    return engine_->trees().units_above(unit, day);
}
bool EconomyIndex::is_within(std::string_view unit, std::string_view ancestor, Date day) const {
    return engine_->trees().is_within(unit, ancestor, day);
}

std::vector<const Unit*> EconomyIndex::units_with_facts_below(std::string_view unit, Date first, Date last) const {
    std::vector<const Unit*> below;
    const Node above = engine_->trees().unit(unit);
    if (above == no_node) return below;
    for (const Unit* each : engine_->trees().units_once_below(unit)) {
        const Node node = engine_->trees().unit(each->id.str());
        bool has_facts = false;
        for (std::size_t version = 0; version < engine_->versions() && !has_facts; ++version)
            has_facts = engine_->books_at(version).facts.has_facts(node, above, first, last) ||
                        engine_->books_at(version).ledger.has_facts(node, above, first, last);
        if (has_facts) below.push_back(each);
    }
    return below;
}

}  // namespace styrkedja
