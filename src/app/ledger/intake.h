// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/known.h"
#include "app/ledger/shelf.h"
#include "app/ledger/voucher_numbers.h"
#include "base/byte_source.h"
#include "base/problem.h"
#include "domain/economy/ledger_things.h"
#include "domain/ledger/rows.h"
#include "domain/ledger/to_columns.h"

// Reading a file of the ledger: its vouchers go to the store as they come, its sums are gathered.
namespace styrkedja::app {

// What somebody wants taken in.
struct LedgerWish {
    std::string file;          // its path; the batch has its name
    std::string part;          // of the ledger, where a month comes in several files
    int year = 0;              // the fiscal year; 0 = the file's own
    Period months;             // only these; none = all that the file covers
    bool again = false;        // also what was taken in before
};

// What a file gives for one figure and year.
struct TakenShare {
    BatchFigure figure = BatchFigure::actual;
    ledger::Columns columns;
    std::int32_t first_month = 0, last_month = 0;   // that it covers
    std::uint64_t rows = 0, vouchers = 0;
    ledger::Ore debit = 0, credit = 0;
    std::string pages;         // hash (32 bytes) over the vouchers' pages; empty: it has none
};

struct Intake {
    ledger::FileFacts facts;
    std::string file_hash;     // 32 bytes
    int year = 0;
    std::vector<TakenShare> shares;
    VoucherNumbers numbers;    // of the vouchers taken
};

// Gives the sink what a file has: importers/ledger_file.h, or a test.
using ReadLedger = std::function<std::optional<ledger::FileFacts>(ByteSource& bytes, ledger::Sink& sink, Problems& problems)>;

struct IntakeHow {
    Shelf* shelf = nullptr;    // null = a dry run: pages are not written
    std::function<bool()> stop;                                        // the user has had enough; may be empty
    std::function<void(std::uint64_t vouchers, std::uint64_t bytes, std::uint64_t of)> progress;   // so far; may be empty
};

// Codes as the profile names them: SIE's dimensions, a sheet's columns.
ledger::RoleOfPart roles_in(const LedgerProfile& profile);

// None: the file was refused, or it was stopped; see problems. Else problems may still have errors. Besides the reader's:
//   ledger_file_has_nothing     of that year and those months, for the versions that the profile names
//   ledger_year_is_not_in_file, ledger_sums_are_too_large
//   ledger_rows_outside_months  a note: what --months leaves out; a warning: what is of another fiscal year
//   ledger_voucher_stands_twice, ledger_more_vouchers_are_doubled
std::optional<Intake> take_in(const LedgerProfile& profile, const LedgerWish& wish, ByteSource& bytes, const ReadLedger& read,
                              const IntakeHow& how, Problems& problems);

}  // namespace styrkedja::app
