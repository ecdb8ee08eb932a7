// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/problem.h"
#include "domain/economy/ledger_things.h"

namespace styrkedja {

struct State;

// Which months of a batch count now: what it shows, or all of its scope.
const Period& counting_months(const LedgerBatch& batch);

// From a month through another (YYYYMM): a month, months, or the calendar year.
Period months_from(std::int32_t first, std::int32_t last);
std::int32_t first_month_of(const Period& period);    // YYYYMM
std::int32_t last_month_of(const Period& period);

// Would both be added up, where they have a month in common? So for one ledger, year and slag, where the parts are the same or
// one of them is of the whole ledger.
bool are_of_one(const LedgerBatch& a, const LedgerBatch& b);

// What a new batch does to those that are there (docs/decisions/0011): it takes the place of the months that it covers in
// batches of its ledger, year, slag and part (one of the whole ledger: of all parts). Batches all of whose months it covers
// end; the others show fewer. Where it covers some in the middle, the rest becomes a batch of its own with the same facts.
struct Superseding {
    std::vector<LedgerBatch> changed, added;          // as they become
    std::vector<std::string> ended;                   // ids
    std::vector<std::string> whole;                   // ids of batches of the whole ledger, of which this would be a part: refused
};
Superseding superseded_by(const State& state, const LedgerBatch& made);
// The state with the batch, and with what it does to others.
State with_batch(const State& state, const LedgerBatch& made);

}  // namespace styrkedja
