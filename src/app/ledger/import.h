// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/known.h"
#include "app/ledger/intake.h"
#include "domain/economy/batch_months.h"

// What a file of the ledger becomes in a municipality's log: batches, and what they take the place of
// (docs/decisions/0011). The log tells of them in one entry, after everything that it names lies in the store.
namespace styrkedja::app {

// Which profile the file is read by: the one that was named, or the only one that can be meant (one with columns for a
// sheet). Null with ledger_profile_does_not_exist, ledger_profile_is_not_named (several; they are listed), ledger_has_no_profile,
// ledger_profile_names_no_version.
const LedgerProfile* choose_profile(const State& state, std::string_view wanted, bool is_sie, Problems& problems);

struct LedgerPlan {
    std::vector<LedgerBatch> made;
    Superseding others;
    std::vector<store::Blob> blobs;        // the facts, to be put into the store before the command
    std::vector<Change> changes;
    State after;
    bool is_known = false;                 // the same is there already: nothing to do
};

// Problems: those of tell_unmapped (unmapped.h), ledger_file_is_imported_before (#FLAGGA 1, without `again`), ledger_batch_is_of_a_whole.
LedgerPlan plan_ledger(const Known& known, const LedgerProfile& profile, const LedgerWish& wish, const Intake& intake,
                       Problems& problems);
Command ledger_command(const LedgerPlan& plan, const Known& known, std::string command, std::string actor);

// The debits of each month, before and after: what a dry run tells. Facts must have been read in (facts.h).
struct MonthSum {
    BatchFigure figure = BatchFigure::actual;
    std::int32_t month = 0;                // 0 = the whole year
    ledger::Ore before = 0, after = 0;     // what stands on the debit side
    std::uint64_t rows_before = 0, rows_after = 0;   // facts
};
std::vector<MonthSum> month_sums(const Known& known, const LedgerPlan& plan, const Intake& intake);

}  // namespace styrkedja::app
