// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "domain/checks/checks.h"
#include "domain/economy/batch_months.h"
#include "domain/economy/description.h"
#include "domain/economy/ledger_part.h"

namespace styrkedja::checks {
namespace {

// The typed facts of a version that fall in a batch's months.
struct Both {
    std::set<std::string_view> units;
    Period first, last;
    std::size_t facts = 0;
    void add(const EconomyFact& fact) {
        units.insert(fact.unit.str());
        if (!first.exists() || fact.period.start() < first.start()) first = fact.period;
        if (!last.exists() || last.end() < fact.period.end()) last = fact.period;
        ++facts;
    }
};

// Where a batch has rows in the months that it shows: unit and account, as nodes.
using Booked = std::set<std::pair<Node, Node>>;
Booked booked_in(const LedgerBatch& batch, const std::vector<LedgerPart>& parts) {
    Booked booked;
    for (const LedgerPart& part : parts) {
        if (part.batch->id != batch.id || part.opening) continue;
        for (std::size_t row = 0; row < part.rows(); ++row) {
            if (part.counts(row)) booked.emplace(part.node(Role::unit, row), part.node(Role::account, row));
        }
    }
    return booked;
}

// Would a sum that has the one have the other too? So where both unit and account are the same, or one is above the other.
bool is_counted_with(const EconomyTrees& trees, const Booked& booked, const EconomyFact& fact) {
    const Node unit = trees.unit(fact.unit.str()), account = trees.accounts.find(fact.account.str());
    if (unit == no_node || account == no_node) return false;
    const Date day = last_day(fact.period);
    const std::vector<Node> above = trees.chain_of(unit, day);
    auto has = [](const std::vector<Node>& chain, Node node) { return std::find(chain.begin(), chain.end(), node) != chain.end(); };
    return std::any_of(booked.begin(), booked.end(), [&](const auto& each) {
        const bool is_of_account = trees.accounts.in_branch(account, each.second) || trees.accounts.in_branch(each.second, account);
        return is_of_account && (has(above, each.first) || has(trees.chain_of(each.first, day), unit));
    });
}

std::string listed(const std::set<std::string_view>& names) {
    constexpr std::size_t most = 5;
    std::string text;
    std::size_t count = 0;
    for (const std::string_view each : names) {
        if (count++ == most) return text + ", …";
        text += (text.empty() ? "" : ", ") + std::string(each);
    }
    return text;
}

}  // namespace

// Of a batch whose facts aren't here (in a pack) nobody knows whose they are: any unit's may be.
void versions_have_one_source(const State& state, const State& looked, Problems& problems) {
    std::map<std::string_view, std::vector<const EconomyFact*>> typed;
    for (const LedgerBatch& each : looked.ledger_batches) typed[each.version.str()];
    if (typed.empty()) return;
    for (const EconomyFact& each : state.economy) {
        if (auto of = typed.find(each.version.str()); of != typed.end()) of->second.push_back(&each);
    }
    const EconomyTrees trees(state);
    const CodeMap map(state);
    for (const auto& [version, facts] : typed) {
        if (facts.empty()) continue;
        const std::vector<LedgerPart> parts = ledger_parts(trees, map, version, false);
        for (const LedgerBatch& batch : looked.ledger_batches) {
            if (batch.version.str() != version) continue;
            const Period& months = counting_months(batch);
            const bool is_here = columns_of(state, batch) != nullptr;
            const Booked booked = is_here ? booked_in(batch, parts) : Booked();
            Both both;
            for (const EconomyFact* each : facts) {
                const bool overlap = each->period.start() < months.end() && months.start() < each->period.end();
                if (overlap && (!is_here || is_counted_with(trees, booked, *each))) both.add(*each);
            }
            if (both.facts == 0) continue;
            problems.add("version_is_typed_and_imported", Severity::warning, place_of(batch, "version"),
                         {{"version", std::string(version)}, {"batch", batch.id.str()}, {"months", months.str()},
                          {"facts", std::to_string(both.facts)}, {"units", listed(both.units)},
                          {"first", both.first.str()}, {"last", both.last == both.first ? std::string() : both.last.str()}});
        }
    }
}

}  // namespace styrkedja::checks
