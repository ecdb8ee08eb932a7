// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"
#include "domain/economy/batch_months.h"
#include "domain/economy/description.h"

namespace styrkedja::checks {

void batches_do_not_overlap(const State& state, const State& looked, Problems& problems) {
    for (const LedgerBatch& each : looked.ledger_batches) {
        for (const LedgerBatch& other : state.ledger_batches) {
            if (other.id == each.id || !are_of_one(each, other)) continue;
            const Period &a = counting_months(each), &b = counting_months(other);
            if (a.end() <= b.start() || b.end() <= a.start()) continue;
            const bool is_told_there = looked.ledger_batches.find(other.id.str()) && other.id < each.id;
            if (is_told_there) continue;
            problems.add("ledger_batches_overlap", Severity::error, place_of(each, "shown"),
                         {{"batch", each.id.str()}, {"other", other.id.str()}, {"months", a.str()}, {"others", b.str()}});
        }
    }
}

}  // namespace styrkedja::checks
