// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/economy/economy_trees.h"
#include "domain/economy/ledger_part.h"
#include "domain/economy/sourced_fact.h"

namespace styrkedja {

// Tells facts of the time before reorganisations for the units as they became (`reorganisations`), one reorganisation after
// the other by its day. A fact whose last day is before that day goes to the new units by their shares, and what is left
// stays; no öre is lost: what a share leaves over goes where most was cut off, and of equals to the unit named first by id.
// Of the reorganisations of a unit on a day those count that are narrowest about the fact: of its service and account, of
// its service, of its account, of all; a service or account nearer to the fact's own before those above it.
class Reorganised {
  public:
    explicit Reorganised(const EconomyTrees& trees);

    struct Share {
        Node unit;
        std::int64_t ore;
    };
    // Who has the amount, as the organisation is after all reorganisations. The sum is the amount's.
    std::vector<Share> told(Node unit, Node account, Node service, Date last_day, std::int64_t ore) const;

    std::vector<SourcedFact> told(const std::vector<SourcedFact>& facts) const;
    LedgerPart told(const LedgerPart& part) const;

  private:
    struct Group {                    // of one unit on one day, about one service and account
        Node service = no_node, account = no_node;
        std::vector<std::pair<Node, Int128>> to;   // unit, weight
        Int128 stays = 0, whole = 0;               // weights
    };
    struct Stage {
        Date day;
        std::unordered_map<Node, std::vector<Group>> from;   // the narrowest first
    };
    const Group* group_of(const Stage& stage, const Share& share, Node account, Node service) const;
    void divide(const Group& group, const Share& share, std::vector<Share>& into) const;
    void sort_groups();

    const EconomyTrees* trees_;
    std::vector<Stage> stages_;       // by day
};

}  // namespace styrkedja
