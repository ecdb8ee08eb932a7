// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "domain/ledger/columns.h"
#include "domain/state/state.h"

// Columns for tests, from rows as a ledger has them.
namespace styrkedja {

struct ColumnsRow {
    ledger::Figure figure = ledger::Figure::actual;
    std::int32_t month = 0;
    std::vector<std::string> codes;   // by dimension
    ledger::Ore ore = 0;              // debit +
};

inline ledger::Columns columns_from(int year, std::vector<std::string> dimensions, std::vector<ColumnsRow> rows) {
    ledger::Columns columns;
    columns.year = year;
    columns.first_day = Date::from_civil(year, 1, 1);
    columns.last_day = Date::from_civil(year, 12, 31);
    columns.dimensions = std::move(dimensions);
    const std::size_t count = columns.dimensions.size();
    columns.codes.resize(count, {""});
    columns.code_of.resize(count);
    std::stable_sort(rows.begin(), rows.end(), [](const ColumnsRow& a, const ColumnsRow& b) {
        return std::pair(a.figure, a.month) < std::pair(b.figure, b.month);
    });
    for (std::size_t i = 0; i < count; ++i) {
        for (const ColumnsRow& row : rows) columns.codes[i].push_back(row.codes[i]);
        std::sort(columns.codes[i].begin(), columns.codes[i].end());
        columns.codes[i].erase(std::unique(columns.codes[i].begin(), columns.codes[i].end()), columns.codes[i].end());
    }
    for (const ColumnsRow& row : rows) {
        const bool is_new = columns.parts.empty() || columns.parts.back().figure != row.figure || columns.parts.back().month != row.month;
        if (is_new) columns.parts.push_back({row.figure, row.month, static_cast<std::uint32_t>(columns.rows()), 0});
        ++columns.parts.back().rows;
        for (std::size_t i = 0; i < count; ++i) {
            const auto at = std::lower_bound(columns.codes[i].begin(), columns.codes[i].end(), row.codes[i]);
            columns.code_of[i].push_back(static_cast<std::uint32_t>(at - columns.codes[i].begin()));
        }
        columns.ore.push_back(row.ore);
        columns.booked.push_back(1);
    }
    return columns;
}

// Gives the state columns by the name that a batch has as `content`.
inline void give_columns(State& state, const std::string& content, ledger::Columns columns) {
    auto loaded = state.ledger ? std::make_shared<ledger::LoadedColumns>(*state.ledger) : std::make_shared<ledger::LoadedColumns>();
    loaded->by_hash[content] = std::make_shared<const ledger::Columns>(std::move(columns));
    state.ledger = std::move(loaded);
}

}  // namespace styrkedja
