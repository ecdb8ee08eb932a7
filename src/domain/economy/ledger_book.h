// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "domain/economy/facts.h"
#include "domain/economy/ledger_part.h"
#include "domain/economy/rollup.h"

namespace styrkedja {

// How a part is used in the sums of a period.
struct PartUse {
    enum class How : std::uint8_t { no, counts, cut };
    const LedgerPart* part = nullptr;
    std::size_t number = 0;           // of the part
    How flow = How::no;               // what happened in its time
    How balance = How::no;            // its changes of balances (or the opening ones)
};

// What the ledgers say of one version. Sums of a narrowing are made when it is first asked for, and kept.
class LedgerBook {
  public:
    LedgerBook(const EconomyTrees& trees, std::vector<LedgerPart> parts);

    bool empty() const { return parts_.empty(); }
    const std::vector<LedgerPart>& parts() const { return parts_; }
    std::vector<PartUse> uses(const Period& period) const;

    void add(FactSum& sum, Int128& ore, const FactSelection& selection, const Period& period) const;
    void explain(FactSum& sum, const FactSelection& selection, const Period& period) const;   // only the rows
    bool has_facts(Node unit, Node above, Date first, Date last) const;   // while it stood directly below that one
    // As facts that stand by themselves: by unit, account, service, project, counterparty and part. Without what is booked on
    // balance accounts, which is no fact by itself; what is budgeted there is.
    std::vector<SourcedFact> as_facts() const;

  private:
    // What one ledger, or a part of one, says of a fiscal year: what its balances are made of.
    struct Year {
        Date first, end;              // half-open
        Date covered;                 // the first day that isn't in any batch, counted from the year's first
        std::vector<std::size_t> parts;
    };
    const Rollup& rollup(std::size_t part, const Narrowing& narrowing) const;
    void make_years();
    void use_balances(std::vector<PartUse>& uses, Date day) const;

    const EconomyTrees* trees_;
    std::vector<LedgerPart> parts_;
    std::vector<Year> years_;
    mutable std::mutex making_;
    mutable std::map<Narrowing, std::vector<std::unique_ptr<const Rollup>>> rollups_;
};

}  // namespace styrkedja
