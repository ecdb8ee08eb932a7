// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/ledger/balance_table.h"

#include <algorithm>
#include <map>

namespace styrkedja::cli {
namespace {

using ledger::Figure;
using ledger::Gathered;

// The specification's own dimensions by the words that stand for them here (standards: SIE, reserved dimensions).
std::string dimension_of(std::string_view word) {
    if (word == "unit" || word == "enhet") return "1";
    if (word == "project" || word == "projekt") return "6";
    return std::string(word);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

// Fiscal year 0, where the file says which it is.
bool is_of_year(const Gathered& sum, const ledger::FileFacts& facts) {
    if (facts.years.empty() || sum.year == 0) return true;
    const ledger::FiscalYear& year = facts.years[0];
    if (sum.month == 0) return sum.year == year.last.year();
    const int month = sum.month;
    return year.first.year() * 100 + year.first.month() <= month && month <= year.last.year() * 100 + year.last.month();
}

bool counts(const Gathered& sum, BalanceFigure figure) {
    switch (figure) {
        case BalanceFigure::opening: return sum.figure == Figure::opening;
        case BalanceFigure::closing: return sum.figure == Figure::closing;
        case BalanceFigure::budget: return sum.figure == Figure::budget;
        case BalanceFigure::change: break;
    }
    return sum.figure == Figure::actual;
}

}  // namespace

std::optional<std::vector<BalanceKey>> keys_of(std::string_view by) {
    std::vector<BalanceKey> keys;
    for (std::size_t at = 0; at <= by.size();) {
        const std::size_t comma = std::min(by.find(',', at), by.size());
        BalanceKey key;
        key.heading = std::string(by.substr(at, comma - at));
        const std::string word = lower(key.heading);
        if (word.empty()) return std::nullopt;
        if (word == "month" || word == "månad") key.kind = BalanceKey::Kind::month;
        else if (word != "account" && word != "konto") key.kind = BalanceKey::Kind::dimension, key.dimension = dimension_of(word);
        for (const BalanceKey& each : keys) {
            if (each.kind == key.kind && each.dimension == key.dimension) return std::nullopt;
        }
        keys.push_back(std::move(key));
        at = comma + 1;
    }
    return keys;
}

BalanceGather::BalanceGather(const std::vector<BalanceKey>& keys, bool (*stopped)())
    : Gather({std::any_of(keys.begin(), keys.end(), [](const BalanceKey& key) { return key.kind == BalanceKey::Kind::account; }),
              std::any_of(keys.begin(), keys.end(), [](const BalanceKey& key) { return key.kind == BalanceKey::Kind::month; }),
              [this](ledger::CombinationNo number, const ledger::Dictionary& codes) { return counts_as(number, codes); }}),
      stopped_(stopped) {
    for (const BalanceKey& key : keys) {
        if (key.kind == BalanceKey::Kind::dimension) dimensions_.push_back(key.dimension);
    }
    met_.resize(dimensions_.size());
    combinations_[0].resize(dimensions_.size());
    known_.emplace(combinations_[0], 0);
}

// Combinations that have the same codes in the dimensions that were asked for are one.
ledger::CombinationNo BalanceGather::counts_as(ledger::CombinationNo number, const ledger::Dictionary& codes) {
    if (dimensions_.empty()) return 0;
    std::vector<std::string> wanted(dimensions_.size());
    for (const auto& [part, code] : codes.combinations[number]) {
        for (std::size_t i = 0; i < dimensions_.size(); ++i) {
            if (codes.parts[part].key != dimensions_[i] && lower(codes.parts[part].name) != dimensions_[i]) continue;
            wanted[i] = codes.parts[part].codes.text(code);
            met_[i] = true;
        }
    }
    if (auto known = known_.find(wanted); known != known_.end()) return known->second;
    const auto next = static_cast<ledger::CombinationNo>(combinations_.size());
    known_.emplace(wanted, next);
    combinations_.push_back(std::move(wanted));
    return next;
}

void BalanceGather::remember(const ledger::Dictionary& codes) {
    for (std::size_t i = accounts_.size(); i < codes.accounts.size(); ++i) accounts_.push_back(codes.accounts.text(static_cast<ledger::CodeNo>(i)));
}

void BalanceGather::vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> rows, const ledger::Dictionary& codes) {
    remember(codes);
    Gather::vouchers(vouchers, rows, codes);
}

void BalanceGather::balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) {
    remember(codes);
    Gather::balances(balances, codes);
}

std::string BalanceGather::missing_dimension() const {
    for (std::size_t i = 0; i < dimensions_.size(); ++i) {
        if (!met_[i]) return dimensions_[i];
    }
    return "";
}

BalanceTable table_of(std::vector<BalanceKey> keys, BalanceFigure figure, const BalanceGather& gather, ledger::FileFacts facts) {
    BalanceTable table;
    table.keys = std::move(keys);
    table.figure = figure;
    table.facts = std::move(facts);
    table.overflowed = gather.overflowed();
    std::map<std::vector<std::string>, ledger::Ore> sums;
    gather.each([&](const Gathered& sum) {
        if (!counts(sum, figure) || !is_of_year(sum, table.facts)) return;
        std::vector<std::string> row;
        std::size_t dimension = 0;
        for (const BalanceKey& key : table.keys) {
            if (key.kind == BalanceKey::Kind::account) row.push_back(sum.account < gather.accounts().size() ? gather.accounts()[sum.account] : "");
            else if (key.kind == BalanceKey::Kind::month) row.push_back(sum.month == 0 ? "" : std::to_string(sum.month));
            else row.push_back(gather.combinations()[sum.combination][dimension++]);
        }
        ledger::Ore& ore = sums[std::move(row)];
        table.overflowed |= __builtin_add_overflow(ore, sum.ore, &ore);
    });
    for (auto& [row, ore] : sums) {
        table.overflowed |= __builtin_add_overflow(table.total, ore, &table.total);
        table.rows.push_back({row, ore});
    }
    return table;
}

}  // namespace styrkedja::cli
