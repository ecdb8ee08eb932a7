// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <tuple>

#include "importers/sie/joiner.h"

// #PSALDO and #PBUDGET stand once for the account as a whole and again for each of its objects, in each dimension: added up as
// they stand they'd count two and three times (standards: SIE, edge case 17).
namespace styrkedja::sie {
namespace {

using ledger::Balance;
using Dimensions = std::vector<std::uint32_t>;   // parts, in order

// What a balance is of, its objects aside.
using Cell = std::tuple<ledger::Figure, std::int32_t, std::int32_t, ledger::CodeNo>;
Cell cell_of(const Balance& balance) { return {balance.figure, balance.year, balance.month, balance.account}; }

Dimensions dimensions_of(const Balance& balance, const ledger::Dictionary& codes) {
    Dimensions dimensions;
    for (const auto& [part, code] : codes.combinations[balance.combination]) dimensions.push_back(part);
    return dimensions;
}

// Of each figure the set of dimensions that most rows have; of as many, the one that the file names first.
std::map<ledger::Figure, Dimensions> most_common(const std::vector<Balance>& balances, const ledger::Dictionary& codes, bool& overlaps) {
    std::map<ledger::Figure, std::map<Dimensions, std::size_t>> counts;
    for (const Balance& each : balances) {
        if (each.combination != 0) ++counts[each.figure][dimensions_of(each, codes)];
    }
    std::map<ledger::Figure, Dimensions> chosen;
    for (const auto& [figure, sets] : counts) {
        overlaps = overlaps || sets.size() > 1;
        chosen[figure] = std::max_element(sets.begin(), sets.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
    }
    return chosen;
}

}  // namespace

std::vector<Balance> one_set(std::vector<Balance> balances, const ledger::Dictionary& codes, bool& overlaps, std::string& dimensions) {
    const auto chosen = most_common(balances, codes, overlaps);
    if (chosen.empty()) return balances;
    for (std::uint32_t part : chosen.begin()->second) dimensions += (dimensions.empty() ? "" : ", ") + codes.parts[part].key;
    // What the chosen objects of a cell have together.
    std::map<Cell, std::pair<ledger::Ore, std::int64_t>> parts;
    std::vector<Balance> given;
    for (const Balance& each : balances) {
        if (each.combination == 0) continue;
        if (dimensions_of(each, codes) != chosen.at(each.figure)) continue;
        given.push_back(each);
        auto& [ore, quantity] = parts[cell_of(each)];
        ore += each.ore;
        quantity += each.quantity;
    }
    for (Balance each : balances) {
        if (each.combination != 0) continue;
        // The first row of the account bears the remainder, should there be several.
        if (auto found = parts.find(cell_of(each)); found != parts.end()) {
            each.ore -= found->second.first;
            each.quantity -= found->second.second;
            parts.erase(found);
            if (each.ore == 0 && each.quantity == 0) continue;
        }
        given.push_back(each);
    }
    std::stable_sort(given.begin(), given.end(), [](const Balance& a, const Balance& b) { return a.line < b.line; });
    return given;
}

}  // namespace styrkedja::sie
