// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/ledger_book.h"

#include <algorithm>
#include <tuple>

#include "domain/state/state.h"

namespace styrkedja {
namespace {

Narrowing narrowing_of(const FactSelection& selection) {
    return {selection.service, selection.project, std::string(selection.counterparty), selection.internal};
}

}  // namespace

LedgerBook::LedgerBook(const EconomyTrees& trees, std::vector<LedgerPart> parts) : trees_(&trees), parts_(std::move(parts)) {
    make_years();
}

void LedgerBook::make_years() {
    using Key = std::tuple<std::string_view, std::string_view, int>;   // ledger, part, year
    std::map<Key, Year> years;
    std::map<Key, std::vector<Days>> covered;
    const LedgerBatch* before = nullptr;
    for (std::size_t number = 0; number < parts_.size(); ++number) {
        const LedgerPart& part = parts_[number];
        if (part.budget) continue;
        const Key key{part.batch->ledger.str(), part.batch->part, part.columns->year};
        Year& year = years[key];
        year.first = part.columns->first_day;
        year.end = Date::from_days(part.columns->last_day.days() + 1);
        year.parts.push_back(number);
        if (part.batch != before) covered[key].push_back(days_of(*part.batch, *part.columns));
        before = part.batch;
    }
    for (auto& [key, year] : years) {
        auto& days = covered[key];
        std::sort(days.begin(), days.end(), [](const Days& a, const Days& b) { return a.start < b.start; });
        year.covered = year.first;
        for (const Days& each : days) {
            if (each.start <= year.covered) year.covered = std::max(year.covered, each.end);
        }
        years_.push_back(std::move(year));
    }
}

// A balance on a day is the year's opening one and all that was booked in the months up to it. Within a month, or after a
// month that is in no batch, nobody knows it.
void LedgerBook::use_balances(std::vector<PartUse>& uses, Date day) const {
    const Date after = Date::from_days(day.days() + 1);
    for (const Year& year : years_) {
        if (day < year.first || year.end <= day || year.covered < after) continue;
        const bool within_month = after.day() != 1;
        for (const std::size_t number : year.parts) {
            const LedgerPart& part = parts_[number];
            if (!part.opening && after <= part.start) continue;
            const bool is_cut = within_month || (!part.opening && after < part.end);
            uses[number].balance = is_cut ? PartUse::How::cut : PartUse::How::counts;
        }
    }
}

std::vector<PartUse> LedgerBook::uses(const Period& period) const {
    std::vector<PartUse> uses(parts_.size());
    for (std::size_t number = 0; number < parts_.size(); ++number) {
        const LedgerPart& part = parts_[number];
        uses[number].part = &part;
        uses[number].number = number;
        if (part.opening) continue;
        const bool inside = period.start() <= part.start && part.end <= period.end();
        const bool apart = part.end <= period.start() || period.end() <= part.start;
        uses[number].flow = inside ? PartUse::How::counts : apart ? PartUse::How::no : PartUse::How::cut;
        if (part.budget && part.start == period.start() && part.end == period.end()) uses[number].balance = PartUse::How::counts;
    }
    if (period.end().days() == period.start().days() + 1) use_balances(uses, period.start());
    std::erase_if(uses, [](const PartUse& each) { return each.flow == PartUse::How::no && each.balance == PartUse::How::no; });
    return uses;
}

const Rollup& LedgerBook::rollup(std::size_t part, const Narrowing& narrowing) const {
    const std::lock_guard lock(making_);
    auto& made = rollups_[narrowing];
    if (made.empty()) made.resize(parts_.size());
    if (!made[part]) made[part] = std::make_unique<const Rollup>(*trees_, parts_[part], narrowing);
    return *made[part];
}

void LedgerBook::add(FactSum& sum, Int128& ore, const FactSelection& selection, const Period& period) const {
    if (parts_.empty()) return;
    const Narrowing narrowing = narrowing_of(selection);
    for (const PartUse& use : uses(period)) {
        if (selection.under != no_node && trees_->parent_on(selection.unit, use.part->stands_on) != selection.under) continue;
        const Rollup& made = rollup(use.number, narrowing);
        Rollup::Sum counted, cut;
        if (use.flow != PartUse::How::no)
            (use.flow == PartUse::How::counts ? counted : cut) += made.flow(selection.unit, selection.accounts);
        if (use.balance != PartUse::How::no)
            (use.balance == PartUse::How::counts ? counted : cut) += made.balance(selection.unit, selection.accounts);
        if (cut.cells > 0) sum.cut.push_back(&use.part->source);
        if (counted.cells == 0) continue;
        sum.facts.push_back(&use.part->source);
        ore += counted.ore;
        sum.has_investment = sum.has_investment || counted.investments > 0;
        sum.has_operation = sum.has_operation || counted.investments < counted.cells;
    }
}

void LedgerBook::explain(FactSum& sum, const FactSelection& selection, const Period& period) const {
    const Narrowing narrowing = narrowing_of(selection);
    for (const PartUse& use : uses(period)) {
        const LedgerPart& part = *use.part;
        if (selection.under != no_node && trees_->parent_on(selection.unit, part.stands_on) != selection.under) continue;
        const std::vector<char> within = trees_->units_in(selection.unit, part.stands_on);
        const RowFilter filter(*trees_, part, narrowing);
        LedgerRows found{part.batch, {}};
        for (std::size_t row = 0; row < part.rows(); ++row) {
            if (!filter.lets(row) || !within[static_cast<std::size_t>(part.node(Role::unit, row))]) continue;
            const Node account = part.node(Role::account, row);
            const bool balance = is_balance(trees_->account_kinds[static_cast<std::size_t>(account)]);
            if ((balance ? use.balance : use.flow) != PartUse::How::counts || !selection.accounts.has(account)) continue;
            if (found.rows.empty() || found.rows.back() != part.number(row)) found.rows.push_back(part.number(row));
        }
        if (found.rows.empty()) continue;
        if (!sum.ledger.empty() && sum.ledger.back().batch == part.batch)
            sum.ledger.back().rows.insert(sum.ledger.back().rows.end(), found.rows.begin(), found.rows.end());
        else
            sum.ledger.push_back(std::move(found));
    }
}

bool LedgerBook::has_facts(Node unit, Node above, Date first, Date last) const {
    for (std::size_t number = 0; number < parts_.size(); ++number) {
        const LedgerPart& part = parts_[number];
        const Date day = Date::from_days(part.end.days() - 1);
        if (part.opening || day != part.stands_on || day < first || last < day) continue;
        if (trees_->parent_on(unit, day) != above) continue;
        const Rollup& made = rollup(number, Narrowing());
        if (made.flow(unit, AccountSet::all()).cells + made.balance(unit, AccountSet::all()).cells > 0) return true;
    }
    return false;
}

std::vector<SourcedFact> LedgerBook::as_facts() const {
    std::vector<SourcedFact> facts;
    for (const LedgerPart& part : parts_) {
        if (part.opening) continue;
        std::map<std::tuple<Node, Node, Node, Node, std::uint32_t>, Int128> sums;
        for (std::size_t row = 0; row < part.rows(); ++row) {
            const Node account = part.node(Role::account, row);
            if (!part.counts(row)) continue;
            if (!part.budget && is_balance(trees_->account_kinds[static_cast<std::size_t>(account)])) continue;
            sums[{part.node(Role::unit, row), account, part.node(Role::service, row), part.node(Role::project, row),
                  part.code(Role::counterparty, row)}] += part.result(row);
        }
        auto id_at = [](const Forest& forest, Node node) {
            return node == no_node ? std::string_view() : forest.ids[static_cast<std::size_t>(node)];
        };
        for (const auto& [key, ore] : sums) {
            const auto& [unit, account, service, project, code] = key;
            if (ore > INT64_MAX || ore < INT64_MIN) continue;   // the reader refuses such sums
            const Counterparty* with = part.codes->with[code];
            SourcedFact fact = part.source;
            fact.unit = trees_->unit_at(unit).id.str();
            fact.account = id_at(trees_->accounts, account);
            fact.service = id_at(trees_->services, service);
            fact.project = id_at(trees_->projects, project);
            fact.counterparty = with ? std::string_view(with->id.str()) : part.text(Role::counterparty, code);
            fact.ore = static_cast<std::int64_t>(ore);
            facts.push_back(fact);
        }
    }
    return facts;
}

}  // namespace styrkedja
