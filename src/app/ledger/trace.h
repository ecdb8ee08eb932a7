// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/known.h"
#include "base/problem.h"
#include "domain/economy/facts.h"
#include "domain/ledger/rows.h"

// Following a figure down: from a selection to the facts that it adds up, from those of a ledger to their batches, and from
// these to vouchers and rows.
namespace styrkedja::app {

// Which figure.
struct TraceWish {
    std::string unit, account, service, project, version;   // ids; empty = any (unit: all of the municipality)
    Period period;
    std::string actor;         // who reads: texts and counterparties need a right (VoucherRight)
    Date today;                // on which day rights are asked
};

struct TracedRow {
    std::string account, responsibility, service, project, counterparty;   // the ledger's codes
    ledger::Ore ore = 0;       // debit +
    Date date;
    std::string text;
    bool counted = false;      // part of the figure; else it stands in the same voucher
    bool readable = true;      // false: text and counterparty are protected, and empty here
    bool text_erased = false;  // gallrad
};
struct TracedVoucher {
    std::string batch, series, number;
    Date date;
    std::string text, signature;
    bool readable = true;      // the voucher's own text: all of its rows that are counted are readable
    bool text_erased = false;  // gallrad
    std::vector<TracedRow> rows;
};

// A step down: what the figure takes from one batch. Sums in öre, debit +; they agree, or verify would tell.
struct TracedBatch {
    std::string id, file;
    ledger::Ore ore = 0;       // of its facts
    std::uint64_t facts = 0;
    ledger::Ore booked = 0;    // of the rows of vouchers behind them
    std::uint64_t rows = 0, vouchers = 0;
    ledger::Ore stated = 0;    // of the facts that came as sums, without vouchers
};
struct TracedFact {
    std::string source;        // "economy/…", "budget-changes/…"
    std::string unit, account;
    std::string period;
    std::int64_t ore = 0;      // the result's sign
};
struct Trace {
    Exact ore = Exact::none();             // the figure itself, in the result's sign
    std::vector<TracedFact> facts;         // that come from elsewhere than a ledger
    std::vector<TracedBatch> batches;
};

// The figure and its steps; each voucher is given to `see` with all of its rows, by batch and as they were booked. See
// returns false to stop: then the batches' counts of vouchers are those so far. Facts must have been read in (facts.h).
// Problems: unit_does_not_exist and the like as trace_names_nothing; ledger_pages_are_missing.
Trace trace(store::Reader& store, const Known& known, const TraceWish& wish,
            const std::function<bool(const TracedVoucher&)>& see, Problems& problems);

// One sum as a table asks for it (a part of a cell), and who reads. Index and selection are of that state, which has the
// facts of the municipality's version that `known` is.
struct SumToTrace {
    const State& state;
    const EconomyIndex& index;
    const FactSelection& selection;
    std::string_view version;
    Period period;
};
Trace trace_sum(store::Reader& store, const Known& known, const SumToTrace& sum, std::string_view actor, Date today,
                const std::function<bool(const TracedVoucher&)>& see, Problems& problems);

}  // namespace styrkedja::app
