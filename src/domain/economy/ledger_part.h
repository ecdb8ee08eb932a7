// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "domain/economy/code_map.h"
#include "domain/economy/economy_trees.h"
#include "domain/economy/sourced_fact.h"
#include "domain/ledger/columns.h"

namespace styrkedja {

struct Counterparty;
struct LedgerBatch;

// The roles whose codes are things of ours, in the order in which parts have them.
enum class Role : std::uint8_t { account, unit, service, project, counterparty };
inline constexpr std::size_t role_count = 5;
inline constexpr std::array<std::string_view, role_count> role_names = {"account", "responsibility", "service", "project",
                                                                        "counterparty"};

// What a batch's codes are on a day, by the code's number.
struct CodeTable {
    std::array<std::vector<Node>, role_count> nodes;   // counterparties have none
    std::vector<const Counterparty*> with;
    std::vector<std::int8_t> sign;                     // by account: 1 = as the ledger has it, -1 = turned
    const std::vector<Node>& of(Role role) const { return nodes[static_cast<std::size_t>(role)]; }
};

// Rows that were told for other units than those that had them (reorganised.h). Units are nodes.
struct RestatedRows {
    std::array<std::vector<std::uint32_t>, role_count> code_of;
    std::vector<ledger::Ore> ore;
    std::vector<std::uint32_t> number;                 // of the row of the columns that it comes from
};

// The rows of one batch for one month (or a whole year, or the opening balances), as columns: the numbers of their codes
// and their amounts, in the ledger's sign.
struct LedgerPart {
    const LedgerBatch* batch = nullptr;
    const ledger::Columns* columns = nullptr;
    SourcedFact source;               // what stands for it among the facts of a sum
    Date start, end;                  // its days; opening balances: the year's first day
    Date stands_on;                   // whose tree of units decides under which its rows are
    bool opening = false, budget = false;
    std::shared_ptr<const CodeTable> codes;
    std::array<std::span<const std::uint32_t>, role_count> code_of;   // empty = the ledger has no such code part
    std::array<std::size_t, role_count> dimension{};                  // its place among the columns' dimensions, where it has
    std::span<const ledger::Ore> ore;
    std::uint32_t first = 0;          // its first row among the columns'
    Int128 size = 0;                  // the sum of its rows without their signs: no sum of them is larger
    std::shared_ptr<const RestatedRows> restated;   // null = the rows are the columns' own

    std::size_t rows() const { return ore.size(); }
    std::uint32_t number(std::size_t row) const {
        return restated ? restated->number[row] : first + static_cast<std::uint32_t>(row);
    }
    std::uint32_t code(Role role, std::size_t row) const {
        const auto& codes_of_role = code_of[static_cast<std::size_t>(role)];
        return codes_of_role.empty() ? 0 : codes_of_role[row];
    }
    Node node(Role role, std::size_t row) const { return codes->of(role)[code(role, row)]; }
    const Counterparty* with(std::size_t row) const { return codes->with[code(Role::counterparty, row)]; }
    std::string_view text(Role role, std::uint32_t code) const {   // of a code
        const bool has = !code_of[static_cast<std::size_t>(role)].empty();
        return has ? std::string_view(columns->codes[dimension[static_cast<std::size_t>(role)]][code]) : std::string_view();
    }
    // In the result's sign. Rows without unit or account are in no sum.
    Int128 result(std::size_t row) const { return Int128{ore[row]} * codes->sign[code(Role::account, row)]; }
    bool counts(std::size_t row) const { return node(Role::account, row) != no_node && node(Role::unit, row) != no_node; }
};

// The facts of a batch are there where the state has its columns (State::ledger); null where it hasn't.
const ledger::Columns* columns_of(const State& state, const LedgerBatch& batch);

// The parts of all batches of a version that still count (LedgerBatch::shown), in order of batch and time. `opening`
// balances of a year and ledger are those of the batch that shows the year's earliest month, and no others.
// `restated`: rows stand where their unit stands last.
std::vector<LedgerPart> ledger_parts(const EconomyTrees& trees, const CodeMap& codes, std::string_view version, bool restated);

// The days that a batch covers, of what it still shows.
struct Days {
    Date start, end;                  // half-open
};
Days days_of(const LedgerBatch& batch, const ledger::Columns& columns);

}  // namespace styrkedja
