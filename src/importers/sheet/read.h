// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/problem.h"
#include "domain/economy/ledger_things.h"
#include "domain/ledger/rows.h"

// CSV and XLSX from any ERP, through a saved profile (LedgerProfile).
namespace styrkedja::sheet {

// What of a file is wanted. Rows of other years and months are left out, and counted in a note.
struct Scope {
    int year = 0;          // the fiscal year; 0 = those that the rows say
    Period months;         // none = the whole year
};

// Is it a workbook? (Else it may be CSV.)
bool looks_like_workbook(std::string_view first_bytes);

// Reads a file and gives what it finds, in blocks, as it comes. A workbook's packed bytes are held in memory with its shared
// texts; of a CSV file a megabyte.
//   Vouchers    where the profile has `number` and `date`: rows of one voucher stand together (series too, where there is one), and
//               are given when they sum to zero. Rows whose voucher goes on further down are kept until it is whole.
//   Balances    else: `amount` or debit − credit in the month of the row (month, year, date; else the scope's), `actual@` and
//               `budget@` months beside each other, `budget` of the year, `opening`. A zero in a month's column is no fact.
//   Code parts  go by their role ("responsibility"), free ones by their name; the file's heading is the part's name. A row without
//               other codes than the account has an empty combination of its own, never 0, where the file has code parts.
//   Sign        `result` turns every amount of the file, also those of balance accounts.
// FileFacts counts rows of vouchers and balances alike. None: nothing could be read, see problems; with errors, what was given
// is not the whole file. Problems have file and line, or sheet and cell, and the row; of each kind twenty.
std::optional<ledger::FileFacts> read_sheet(const std::string& file, ByteSource& bytes, const LedgerProfile& profile, const Scope& scope,
                                            ledger::Sink& sink, Problems& problems);

// What a code part of a sheet is by this profile, for its key: the role itself. (SIE goes by LedgerProfile::dimensions.)
inline std::string_view role_of(std::string_view part_key) { return part_key; }

}  // namespace styrkedja::sheet
