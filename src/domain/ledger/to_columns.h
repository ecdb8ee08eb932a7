// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "domain/ledger/columns.h"
#include "domain/ledger/gather.h"

namespace styrkedja::ledger {

// What each of a file's code parts is, by its key ("1", "Ansvar"): a role (codes.h) or a free code part's name.
using RoleOfPart = std::map<std::string, std::string, std::less<>>;

// What is to be taken of that which was read, as the facts of one batch.
struct Share {
    Figure figure = Figure::actual;        // actual (with opening balances) or budget
    std::int32_t year = 0;                 // the fiscal year, by the calendar year of its last day
    Date first_day, last_day;              // of the fiscal year
    std::int32_t first_month = 0, last_month = 0;   // YYYYMM: months outside are left out
    bool with_whole_year = true;           // openings, and amounts that stand for the whole year; false: only months
};

// The facts of that share. Where vouchers were booked in the year, they are its actual amounts, and what the file states
// beside them (#PSALDO, #RES) is left out; else the amounts by month, else those of the whole year. What the
// file states can be added up (a reader sees to it). Code parts that aren't named are added up. Months: of those facts, the first and the last; 0 where there is none.
// None: a sum is larger than 64-bit öre can hold.
struct Distilled {
    Columns columns;
    std::int32_t first_month = 0, last_month = 0;
    bool has_whole_year = false;           // an amount that stands for the whole year (not an opening)
    std::uint64_t outside = 0;             // sums that were left out because of their month
};
std::optional<Distilled> to_columns(const Gather& booked, const Gather& stated, const Dictionary& codes,
                                    const RoleOfPart& role_of, const Share& share);

// "4" of December: the month after YYYYMM, so many steps on.
std::int32_t month_after(std::int32_t month, int steps = 1);
std::int32_t month_of(Date day);           // YYYYMM; 0 = no day

}  // namespace styrkedja::ledger
