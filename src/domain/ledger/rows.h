// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/codes.h"
#include "domain/values/period.h"

// What the readers of ledger files (SIE 1-5, CSV, XLSX) give, whatever the form of the file.
namespace styrkedja::ledger {

// Amounts are whole öre in the ledger's own sign: debit +, credit -. (A profile turns a sheet that has it otherwise.)
using Ore = std::int64_t;

// A row of a voucher. Texts are UTF-8 and may name persons: they are for those who have the right (VoucherRight).
struct Row {
    CodeNo account = 0;
    CombinationNo combination = 0;
    Ore ore = 0;
    std::int64_t quantity = 0;        // in thousandths; 0 = none
    Date date;                        // the row's own; none = the voucher's
    std::string_view text;            // lent for the call
};

// A voucher that is whole: its rows sum to zero. What is not whole is a problem, and is not given.
struct Voucher {
    std::string_view series, number;  // with the ledger and the year, its identity
    std::string_view text, signature;
    Date date;
    Date registered;                  // none = not said
    std::uint32_t first = 0, rows = 0;  // among the rows given with it
    std::uint64_t line = 0;           // of the file
};

// What an amount that stands by itself is.
enum class Figure : std::uint8_t {
    actual = 1,   // the change in a month (SIE #PSALDO; a sheet's outcome); of the whole year where no month is said (#RES)
    budget = 2,   // #PBUDGET, a sheet's budget; of the whole year where no month is said
    opening = 3,  // the balance on the year's first morning (#IB, #OIB)
    closing = 4,  // the balance at the end of what the file covers (#UB, #OUB): for checking, never a fact
};

struct Balance {
    Figure figure = Figure::actual;
    std::int32_t year = 0;            // the fiscal year, by the calendar year of its last day
    std::int32_t month = 0;           // YYYYMM; 0 = the whole year, or a balance
    CodeNo account = 0;
    CombinationNo combination = 0;    // 0 = of the account as a whole: never to be added to what its combinations have
    Ore ore = 0;
    std::int64_t quantity = 0;
    std::uint64_t line = 0;
};

// Takes what a reader finds, many at a time. What is lent is good for the call.
class Sink {
  public:
    virtual ~Sink() = default;
    virtual bool wants_texts() const { return true; }   // false: texts, series, numbers and signatures may be empty
    virtual void vouchers(std::span<const Voucher> vouchers, std::span<const Row> rows, const Dictionary& codes) = 0;
    virtual void balances(std::span<const Balance> balances, const Dictionary& codes) = 0;
    virtual bool stop() const { return false; }         // asked between blocks: the user has had enough (Ctrl-C)
};

struct FiscalYear {
    std::int32_t index = 0;           // 0 this year, -1 last year ...
    Date first, last;
};

struct AccountInfo {
    std::string code, name;
    char type = 0;                    // SIE #KTYP: T asset, S liability, K cost, I income; 0 = not said
};
struct ObjectInfo {
    std::string part, code, name;     // SIE: the dimension's number
};

// What a file says of itself and what was found in it, beside the rows.
struct FileFacts {
    std::string form;                 // "SIE 4E", "SIE 5", "CSV", "XLSX"
    std::string program, company, organisation_number, chart, currency;
    std::string encoding;             // "PC8", "UTF-8", "ISO-8859-1"
    Date generated, through;          // #GEN; #OMFATTN
    bool imported_before = false;     // #FLAGGA 1
    std::vector<FiscalYear> years;
    std::vector<AccountInfo> accounts;
    std::vector<ObjectInfo> objects;
    std::uint64_t bytes = 0, lines = 0;
    std::uint64_t vouchers = 0, rows = 0;        // booked
    std::uint64_t refused_vouchers = 0;          // not whole: told, not booked
    Ore debit = 0, credit = 0;                   // of the rows booked
    bool has_checksum = false;
    // Accounts whose closing is not opening + what was booked; told, never a reason to refuse.
    struct Mismatch {
        std::string account;
        Ore opening = 0, booked = 0, closing = 0;
    };
    std::vector<Mismatch> mismatches;
};

}  // namespace styrkedja::ledger
