// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "domain/economy/code_map.h"
#include "domain/economy/economy_trees.h"
#include "domain/economy/sourced_fact.h"

namespace styrkedja {

struct Counterparty;

// A fact with its places in the trees.
struct PlacedFact {
    const SourcedFact* fact;
    const Counterparty* with;         // null = none that is known
    std::int64_t ore;
    Node unit, account, service, project;
    Date start, end;
    Date stands_on;                   // the day whose tree of units decides under which the fact is
    AccountKind kind;
};

// The facts of one version that came one by one: from packs, forecasts, budget changes, internal charges. By unit and
// account, so that a cell of a table is found at once. A ledger's stand beside it (ledger_book.h).
class FactBook {
  public:
    // Facts that name what doesn't exist are left out: that is told where they stand.
    // `restated`: they stand where their unit stands last.
    FactBook(const EconomyTrees& trees, const CodeMap& codes, std::vector<SourcedFact> facts, bool restated);

    const std::vector<SourcedFact>& facts() const { return facts_; }
    const std::vector<PlacedFact>& placed() const { return placed_; }
    // The facts of that unit and of all that were below it, by account.
    const std::vector<PlacedFact>& of(Node unit) const { return by_unit_[static_cast<std::size_t>(unit)]; }

    // Adds to the sum what isn't its amount, and to `ore` the amount.
    void add(FactSum& sum, Int128& ore, const FactSelection& selection, const Period& period) const;
    bool has_facts(Node unit, Node above, Date first, Date last) const;   // while it stood directly below that one

  private:
    void add(FactSum& sum, Int128& ore, NodeSpan accounts, const FactSelection& selection, const Period& period) const;
    bool stood_under(Node unit, Node above, const PlacedFact& fact) const;

    const EconomyTrees* trees_;
    std::vector<SourcedFact> facts_;
    std::vector<PlacedFact> placed_;
    std::vector<std::vector<PlacedFact>> by_unit_;
};

// Is a counterparty, as a fact or ledger has it, among those selected?
bool is_selected(const FactSelection& selection, std::string_view text, const Counterparty* with);

}  // namespace styrkedja
