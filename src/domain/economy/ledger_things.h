// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/organisation/organisation.h"
#include "domain/values/id.h"
#include "domain/values/money.h"
#include "domain/values/period.h"
#include "domain/values/text.h"

// How the municipality's ledger is read into Styrkedja, and what of it has been read.
namespace styrkedja {

struct FigureVersion;

// Which sign a file's amounts have: the ledger's (debit +, credit -) or the result's (income +, cost -).
enum class LedgerSign : std::uint8_t { debit, result };

// A saved mapping: what a file's code parts and columns are. One for each kind of file that comes again and again.
struct LedgerProfile {
    Id id;
    std::string name;
    Id ledger;                        // which ledger the files are of ("huvudbok"): batches of one ledger supersede each other
    Ref<FigureVersion> outcome;       // whose facts the actual amounts become; empty = actual amounts are not taken
    Ref<FigureVersion> budget;        // the same for budget amounts (#PBUDGET, a sheet's budget)
    Words dimensions;                 // SIE: "1=responsibility | 6=project | 20=service"; what isn't named is not taken
    Words columns;                    // sheets: "Ansvar=responsibility | Jan=actual@01 | Text=text": docs/handbok/ekonomi.md
    LedgerSign sign = LedgerSign::debit;
    MoneyUnit in = MoneyUnit::kr;     // the unit of a sheet's amounts; SIE is always kronor
    std::string sheet;                // of a workbook; empty = the first with rows
    int heading = 0;                  // the row with headings, from 1; 0 = it is looked for
    Words lengths;                    // "account=4 | service=5": zeros that Excel has eaten are put back
    Words skip;                       // rows that begin with one of these words are sums, and are not read ("Summa")
};

// What a ledger's code is in the municipality's tree, where the thing's own code doesn't say it, or for a time.
struct CodeMapping {
    Id id;                            // dimension/code/since/ledger
    std::string dimension;            // a role (domain/ledger/codes.h)
    std::string code;                 // "4711", "47*", "4700..4799": the longest that fits counts
    Date since;                       // first day; none = always
    Date until;                       // last day; none = still
    Id ledger;                        // empty = all
    AnyRef target;                    // the unit, account, service, project or counterparty
};

// What a batch's amounts are: booked (with opening balances), or a budget.
enum class BatchFigure : std::uint8_t { actual, budget };

// A file's rows, taken in as one. Made by `ledger import`; never changed, but what it shows may shrink when a later file
// covers some of its months, and it ends when one covers them all or when it is taken back.
struct LedgerBatch {
    Id id;
    Id ledger;
    std::string part;                 // where a month comes in several files (one for each committee): which; empty = all of it
    Ref<LedgerProfile> profile;
    BatchFigure figure = BatchFigure::actual;
    Ref<FigureVersion> version;       // whose facts they are
    int year = 0;                     // the fiscal year, by the calendar year of its last day
    Period months;                    // its scope: these months, or the whole year
    Period shown;                     // the months of it that still count; none = all
    int rows = 0, vouchers = 0;       // as booked in the file
    Decimal debit, credit;            // their sums in kronor, credit below zero
    std::string content;              // hash (hex) of its columns: the facts
    std::string pages;                // hash (hex) over its vouchers' pages; empty = none were in the file
    std::string file, file_hash;      // name, and the hash (hex) of its bytes
    std::string program;              // that wrote it
    Date generated;                   // when, as the file says
};

// Who may read the texts of vouchers and see whom they concern (domain.md §11: secrecy). Nobody else can; published
// documents and exports never have them.
struct VoucherRight {
    Id id;
    std::string person;               // as the log names actors
    Ref<Unit> unit;                   // of this unit and those below it; empty = all
    std::string accounts;             // codes ("40* 5011"); empty = all
    Validity valid;
    std::string decision;
};

// How figures of the time before a reorganisation are told for the units as they became: what `from` had on that account and
// service goes to `to`, by its share. The shares of one `from` sum to 100 or less; what is left stays.
struct Reorganisation {
    Id id;                            // from/to/day/service/account
    Ref<Unit> from, to;
    Date day;                         // the first day of the new organisation: facts before it are told anew
    Ref<struct Service> service;      // only what was for this; empty = all
    Ref<struct Account> account;      // only what was on this; empty = all
    Decimal share;                    // per cent
    std::string decision;
};

// With whom: what a counterparty code means.
enum class CounterpartyKind : std::uint8_t {
    internal,          // another unit of the municipality: eliminated in municipal totals
    group,             // the municipality's companies and associations: eliminated in the group's accounts
    state, municipality, region, association, enterprise, household, abroad, other
};
struct Counterparty {
    Id id;
    std::string name;
    std::string code;                 // as the ledger has it; a prefix ("1*") for a series
    CounterpartyKind kind = CounterpartyKind::other;
    Ref<Unit> unit;                   // internal: which
};

}  // namespace styrkedja
