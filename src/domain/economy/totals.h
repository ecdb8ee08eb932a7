// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/economy/fact_book.h"
#include "domain/economy/facts.h"
#include "domain/economy/ledger_book.h"

namespace styrkedja {

// Answers EconomyIndex::totals: one pass over the facts that may be in the period.
Totals totals_of(const EconomyTrees& trees, const FactBook& facts, const LedgerBook& ledger, const TotalsQuery& query);

// Which key a node has at a level of its tree, by node: itself, or what it stands below.
std::vector<Node> at_level(const Forest& forest, int level);
std::vector<Node> units_at_level(const EconomyTrees& trees, int level, Date day);

}  // namespace styrkedja
