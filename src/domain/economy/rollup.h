// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "domain/economy/facts.h"
#include "domain/economy/ledger_part.h"

namespace styrkedja {

// What narrows a selection beside unit and accounts.
struct Narrowing {
    Node service = no_node, project = no_node;
    std::string counterparty;
    Internal internal = Internal::with;
    friend auto operator<=>(const Narrowing&, const Narrowing&) = default;
};

// Which of a part's rows a narrowing lets through, by the numbers of their codes.
class RowFilter {
  public:
    RowFilter(const EconomyTrees& trees, const LedgerPart& part, const Narrowing& narrowing);
    bool lets(std::size_t row) const {
        return part_->counts(row) && service_[part_->code(Role::service, row)] && project_[part_->code(Role::project, row)] &&
               with_[part_->code(Role::counterparty, row)];
    }
    // By code: of services, projects, counterparties.
    const std::vector<char>& of(Role role) const {
        return role == Role::service ? service_ : role == Role::project ? project_ : with_;
    }

  private:
    const LedgerPart* part_;
    std::vector<char> service_, project_, with_;
};

// A part's rows added up by unit (each with all that is below it) and account, so that some accounts of a unit are found
// at once, however many rows there are.
class Rollup {
  public:
    Rollup(const EconomyTrees& trees, const LedgerPart& part, const Narrowing& narrowing);

    struct Sum {
        Int128 ore = 0;
        std::uint32_t cells = 0, investments = 0;   // accounts that had anything; of those, accounts of investment
        Sum& operator+=(const Sum& other) {
            ore += other.ore;
            cells += other.cells;
            investments += other.investments;
            return *this;
        }
    };
    // Of the unit and those below it, on some accounts: what happened in the time, and the changes of balances.
    Sum flow(Node unit, const AccountSet& accounts) const { return flow_.sum(unit, accounts); }
    Sum balance(Node unit, const AccountSet& accounts) const { return balance_.sum(unit, accounts); }

  private:
    struct Cells {
        std::vector<std::uint32_t> first;         // by unit, and one more
        std::vector<Node> account;                // by cell: of a unit's cells, in order
        std::vector<Int128> before;               // by cell, and one more: the sum of all cells before it
        std::vector<std::uint32_t> investments;   // the same, of how many are of investment accounts
        Sum sum(Node unit, const AccountSet& accounts) const;
        Sum sum(std::size_t begin, std::size_t end, NodeSpan accounts) const;
        void add(Node node, Int128 ore, bool is_investment);
    };
    Cells flow_, balance_;
};

}  // namespace styrkedja
