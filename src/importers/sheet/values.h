// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "domain/ledger/rows.h"
#include "domain/values/money.h"
#include "importers/sheet/rows.h"

// Amounts, months, days and codes as people and programs write them in sheets.
namespace styrkedja::sheet {

struct Amount {
    bool exists = false;              // false: nothing stands there
    ledger::Ore ore = 0;
    bool rounded = false;             // it had parts of an öre
    std::optional<Problem> problem;   // without its place
};
// In all the forms of locale/number.h; a dash alone is zero. In whole öre: what has more decimals is rounded half away from zero.
// "1.234" in kronor may be two numbers, and is an error. A unit of money after the number must be the one that is said.
Amount read_amount(const Field& field, MoneyUnit unit);

struct WrittenMonth {
    int year = 0;                     // 0 = not said
    int month = 0;                    // 1-12; 0 = only a year
};
// 3, 03, mars, mar, 202603, 2026-03, 2026/03, 03/2026, mars 2026, mar-26, P03, and any date.
std::optional<WrittenMonth> read_month(std::string_view text);

// 2026-03-01, 20260301, 2026/03/01, 1 mars 2026.
std::optional<Date> read_day(std::string_view text);

enum class CodeFault : std::uint8_t { none, is_date, is_number };
// What a spreadsheet has done to a code: a cell that is a date, or text as Excel shows one ("mar-14", 2014-03-01); a number with
// decimals, in exponent form or too long for Excel to keep. An apostrophe before a code is Excel's own, and goes.
CodeFault fault_of_code(const Field& field);
std::string_view without_apostrophe(std::string_view code);

// In small letters, blanks made one, signs that headings are cut with (".", ":", "-" at its end) gone.
std::string heading_key(std::string_view heading);

}  // namespace styrkedja::sheet
