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

// The part's rows that are let through, each unit's together: by unit where they begin, and their numbers.
struct ByUnit {
    std::vector<std::uint32_t> first, rows;
};

ByUnit by_unit(const EconomyTrees& trees, const LedgerPart& part, const RowFilter& filter) {
    ByUnit sorted;
    sorted.first.resize(trees.unit_count() + 1);
    std::vector<char> lets(part.rows());
    for (std::size_t row = 0; row < part.rows(); ++row) {
        lets[row] = filter.lets(row);
        if (lets[row]) ++sorted.first[static_cast<std::size_t>(part.node(Role::unit, row)) + 1];
    }
    for (std::size_t unit = 0; unit < trees.unit_count(); ++unit) sorted.first[unit + 1] += sorted.first[unit];
    std::vector<std::uint32_t> next(sorted.first.begin(), sorted.first.end());
    sorted.rows.resize(sorted.first.back());
    for (std::size_t row = 0; row < part.rows(); ++row) {
        if (lets[row]) sorted.rows[next[static_cast<std::size_t>(part.node(Role::unit, row))]++] = static_cast<std::uint32_t>(row);
    }
    return sorted;
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
    const ByUnit sorted = by_unit(trees, part, RowFilter(trees, part, narrowing));
    ByAccount sums(trees.accounts.size());
    std::vector<std::vector<Cell>> own(trees.unit_count());
    std::vector<std::vector<Node>> members(trees.unit_count());   // units that are in it
    for (Node unit = 0; unit < static_cast<Node>(trees.unit_count()); ++unit) {
        const auto at = static_cast<std::size_t>(unit);
        if (sorted.first[at] == sorted.first[at + 1]) continue;
        for (std::uint32_t i = sorted.first[at]; i < sorted.first[at + 1]; ++i)
            sums.add(part.node(Role::account, sorted.rows[i]), part.result(sorted.rows[i]));
        own[at] = sums.take();
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
