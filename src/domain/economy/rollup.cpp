// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/rollup.h"

#include <algorithm>
#include <utility>

#include "domain/economy/fact_book.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

using Cell = std::pair<Node, Int128>;   // account, sum

// Adds up by account, in memory as large as there are accounts.
class ByAccount {
  public:
    explicit ByAccount(std::size_t accounts) : sums_(accounts), touched_(accounts) {}

    void add(Node account, Int128 ore) {
        const auto at = static_cast<std::size_t>(account);
        if (!touched_[at]) accounts_.push_back(account);
        touched_[at] = 1;
        sums_[at] += ore;
    }
    // In order of account; nothing is left afterwards.
    std::vector<Cell> take() {
        std::sort(accounts_.begin(), accounts_.end());
        std::vector<Cell> cells;
        cells.reserve(accounts_.size());
        for (const Node account : accounts_) {
            const auto at = static_cast<std::size_t>(account);
            cells.emplace_back(account, std::exchange(sums_[at], 0));
            touched_[at] = 0;
        }
        accounts_.clear();
        return cells;
    }

  private:
    std::vector<Int128> sums_;
    std::vector<char> touched_;
    std::vector<Node> accounts_;
};

// A unit's accounts with their sums, in order of account.
using OfUnit = std::vector<std::vector<Cell>>;

// Where there are many rows for each unit and account: a place for each combination.
template <bool is_narrowed>
OfUnit by_place(const EconomyTrees& trees, const LedgerPart& part, const RowFilter& filter) {
    const std::size_t accounts = trees.accounts.size();
    std::vector<Int128> sums(trees.unit_count() * accounts);
    std::vector<char> met(sums.size());
    const Node* unit_of = part.codes->of(Role::unit).data();
    const Node* account_of = part.codes->of(Role::account).data();
    const std::int8_t* sign_of = part.codes->sign.data();
    for (std::size_t row = 0; row < part.rows(); ++row) {
        const std::uint32_t account_code = part.code(Role::account, row);
        const Node unit = unit_of[part.code(Role::unit, row)], account = account_of[account_code];
        if (unit == no_node || account == no_node || (is_narrowed && !filter.lets(row))) continue;
        const std::size_t at = static_cast<std::size_t>(unit) * accounts + static_cast<std::size_t>(account);
        sums[at] += Int128{part.ore[row]} * sign_of[account_code];
        met[at] = 1;
    }
    OfUnit own(trees.unit_count());
    for (std::size_t at = 0; at < sums.size(); ++at) {
        if (met[at]) own[at / accounts].emplace_back(static_cast<Node>(at % accounts), sums[at]);
    }
    return own;
}

// Where most combinations have no row: those that are met, sorted.
OfUnit by_order(const EconomyTrees& trees, const LedgerPart& part, const RowFilter& filter) {
    std::vector<std::pair<std::pair<Node, Node>, Int128>> rows;
    for (std::size_t row = 0; row < part.rows(); ++row) {
        if (filter.lets(row)) rows.push_back({{part.node(Role::unit, row), part.node(Role::account, row)}, part.result(row)});
    }
    std::sort(rows.begin(), rows.end());
    OfUnit own(trees.unit_count());
    for (const auto& [place, ore] : rows) {
        auto& cells = own[static_cast<std::size_t>(place.first)];
        if (!cells.empty() && cells.back().first == place.second) cells.back().second += ore;
        else cells.emplace_back(place.second, ore);
    }
    return own;
}

OfUnit own_sums(const EconomyTrees& trees, const LedgerPart& part, const Narrowing& narrowing) {
    const RowFilter filter(trees, part, narrowing);
    const bool is_narrowed = narrowing != Narrowing();
    if (trees.unit_count() * trees.accounts.size() > std::max<std::size_t>(4 * part.rows(), 1'000)) return by_order(trees, part, filter);
    return is_narrowed ? by_place<true>(trees, part, filter) : by_place<false>(trees, part, filter);
}

}  // namespace

RowFilter::RowFilter(const EconomyTrees& trees, const LedgerPart& part, const Narrowing& narrowing) : part_(&part) {
    for (const Node service : part.codes->of(Role::service))
        service_.push_back(trees.services.in_branch(narrowing.service, service));
    for (const Node project : part.codes->of(Role::project))
        project_.push_back(trees.projects.in_branch(narrowing.project, project));
    FactSelection selection;
    selection.counterparty = narrowing.counterparty;
    selection.internal = narrowing.internal;
    for (std::uint32_t code = 0; code < part.codes->with.size(); ++code)
        with_.push_back(is_selected(selection, part.text(Role::counterparty, code), part.codes->with[code]));
}

Rollup::Rollup(const EconomyTrees& trees, const LedgerPart& part, const Narrowing& narrowing) {
    const OfUnit own = own_sums(trees, part, narrowing);
    ByAccount sums(trees.accounts.size());
    std::vector<std::vector<Node>> members(trees.unit_count());   // units that are in it
    for (Node unit = 0; unit < static_cast<Node>(trees.unit_count()); ++unit) {
        if (own[static_cast<std::size_t>(unit)].empty()) continue;
        for (const Node above : trees.chain_of(unit, part.stands_on)) members[static_cast<std::size_t>(above)].push_back(unit);
    }
    for (std::size_t unit = 0; unit < trees.unit_count(); ++unit) {
        flow_.first.push_back(static_cast<std::uint32_t>(flow_.account.size()));
        balance_.first.push_back(static_cast<std::uint32_t>(balance_.account.size()));
        for (const Node member : members[unit]) {
            for (const auto& [account, ore] : own[static_cast<std::size_t>(member)]) sums.add(account, ore);
        }
        for (const auto& [account, ore] : sums.take()) {
            const AccountKind kind = trees.account_kinds[static_cast<std::size_t>(account)];
            (is_balance(kind) ? balance_ : flow_).add(account, ore, kind == AccountKind::investment);
        }
    }
    for (Cells* each : {&flow_, &balance_}) {
        each->first.push_back(static_cast<std::uint32_t>(each->account.size()));
        if (each->before.empty()) each->before.push_back(0);
        if (each->investments.empty()) each->investments.push_back(0);
    }
}

void Rollup::Cells::add(Node node, Int128 ore, bool is_investment) {
    if (before.empty()) {
        before.push_back(0);
        investments.push_back(0);
    }
    account.push_back(node);
    before.push_back(before.back() + ore);
    investments.push_back(investments.back() + (is_investment ? 1 : 0));
}

Rollup::Sum Rollup::Cells::sum(std::size_t begin, std::size_t end, NodeSpan accounts) const {
    const auto first_of = account.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto end_of = account.begin() + static_cast<std::ptrdiff_t>(end);
    const auto from = std::lower_bound(first_of, end_of, accounts.first);
    const auto to = std::lower_bound(from, end_of, accounts.end);
    const auto a = static_cast<std::size_t>(from - account.begin()), b = static_cast<std::size_t>(to - account.begin());
    return {before[b] - before[a], static_cast<std::uint32_t>(b - a), investments[b] - investments[a]};
}

Rollup::Sum Rollup::Cells::sum(Node unit, const AccountSet& accounts) const {
    const std::size_t begin = first[static_cast<std::size_t>(unit)], end = first[static_cast<std::size_t>(unit) + 1];
    Sum all;
    if (begin == end) return all;
    if (accounts.is_all()) return {before[end] - before[begin], static_cast<std::uint32_t>(end - begin), investments[end] - investments[begin]};
    for (const NodeSpan& span : accounts.spans()) all += sum(begin, end, span);
    return all;
}

}  // namespace styrkedja
