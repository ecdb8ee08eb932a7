// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/rows.h"

namespace styrkedja::ledger {

// The facts of one batch, as columns: for each figure, month and combination of codes, what was booked, added up. This is
// what sums are made of; the vouchers behind them stay in the store. Immutable, and named by the hash of its bytes.
struct Columns {
    // Rows of one figure and month stand together, by month.
    struct Part {
        Figure figure = Figure::actual;   // actual, budget or opening
        std::int32_t month = 0;           // YYYYMM; 0 = the whole year, or opening
        std::uint32_t first = 0, rows = 0;
        friend bool operator==(const Part&, const Part&) = default;
    };
    std::int32_t year = 0;                // the fiscal year, by the calendar year of its last day
    Date first_day, last_day;             // of the fiscal year
    std::vector<std::string> dimensions;  // roles (codes.h), the account first; then free code parts by name
    std::vector<std::vector<std::string>> codes;            // by dimension: in order, [0] = "" (none)
    std::vector<std::vector<std::uint32_t>> code_of;        // by dimension and row: index in codes
    std::vector<Ore> ore;                                   // by row: debit +, credit -
    std::vector<std::uint32_t> booked;                      // by row: how many rows of vouchers it adds up; 0 = it came as a sum
    std::vector<Part> parts;

    std::size_t rows() const { return ore.size(); }
    friend bool operator==(const Columns&, const Columns&) = default;
};

// Which facts the batches of a state have, by the hash of their columns (hex). A state and its facts are one value: what a
// batch names never changes.
struct LoadedColumns {
    std::map<std::string, std::shared_ptr<const Columns>, std::less<>> by_hash;
};

// As bytes (LEB128 differences, codes as text) and back; none: these are no such bytes.
std::string to_bytes(const Columns& columns);
std::optional<Columns> from_bytes(std::string_view bytes);

}  // namespace styrkedja::ledger
