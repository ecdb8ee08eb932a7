// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/batch_months.h"

#include "domain/ledger/to_columns.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

std::string month_text(std::int32_t month) {
    const std::string number = std::to_string(month % 100);
    return std::to_string(month / 100) + (number.size() == 1 ? "-0" : "-") + number;
}

}  // namespace

const Period& counting_months(const LedgerBatch& batch) { return batch.shown.exists() ? batch.shown : batch.months; }

Period months_from(std::int32_t first, std::int32_t last) {
    if (first % 100 == 1 && last == first + 11) return Period::of_year(first / 100);
    return *Period::parse(first == last ? month_text(first) : month_text(first) + ".." + month_text(last));
}

std::int32_t first_month_of(const Period& period) { return ledger::month_of(period.start()); }
std::int32_t last_month_of(const Period& period) { return ledger::month_of(Date::from_days(period.end().days() - 1)); }

bool are_of_one(const LedgerBatch& a, const LedgerBatch& b) {
    return a.ledger == b.ledger && a.year == b.year && a.figure == b.figure &&
           (a.part == b.part || a.part.empty() || b.part.empty());
}

Superseding superseded_by(const State& state, const LedgerBatch& made) {
    Superseding result;
    const std::int32_t first = first_month_of(made.months), last = last_month_of(made.months);
    for (const LedgerBatch& each : state.ledger_batches) {
        if (each.id == made.id || !are_of_one(each, made)) continue;
        const std::int32_t from = first_month_of(counting_months(each)), to = last_month_of(counting_months(each));
        if (to < first || last < from) continue;
        if (each.part.empty() && !made.part.empty()) {
            result.whole.push_back(each.id.str());
            continue;
        }
        if (first <= from && to <= last) {
            result.ended.push_back(each.id.str());
            continue;
        }
        LedgerBatch less = each;
        if (from < first) {
            less.shown = months_from(from, ledger::month_after(first, -1));
            if (last < to) {
                LedgerBatch rest = each;
                rest.shown = months_from(ledger::month_after(last), to);
                rest.id = Id(each.id.str() + "-" + std::to_string(first_month_of(rest.shown) % 100));
                result.added.push_back(std::move(rest));
            }
        } else {
            less.shown = months_from(ledger::month_after(last), to);
        }
        result.changed.push_back(std::move(less));
    }
    return result;
}

State with_batch(const State& state, const LedgerBatch& made) {
    State after = state;
    const Superseding others = superseded_by(state, made);
    for (const std::string& each : others.ended) after.ledger_batches = after.ledger_batches.without(each);
    // Fields keep the versions that last changed them.
    auto put = [&](const LedgerBatch& batch) {
        Held<LedgerBatch> held{batch, {}};
        if (const auto* was = after.ledger_batches.find(batch.id.str())) held.versions = was->versions;
        after.ledger_batches.put(std::make_shared<const Held<LedgerBatch>>(std::move(held)));
    };
    for (const LedgerBatch& each : others.changed) put(each);
    for (const LedgerBatch& each : others.added) put(each);
    put(made);
    return after;
}

}  // namespace styrkedja
