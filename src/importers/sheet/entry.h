// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "base/problem.h"
#include "domain/ledger/rows.h"
#include "domain/state/state.h"

// Budgets and forecasts that units enter in a workbook: what stands in it, and what comes back.
namespace styrkedja::sheet {

enum class EntryOf : std::uint8_t { budget, forecast };

struct EntryWish {
    EntryOf what = EntryOf::budget;
    std::string version;              // whose facts or lines are entered
    std::string unit;                 // with those below it
    int year = 0;                     // 0: a forecast's occasion's; a budget's last one that has facts, else it must be said
    std::optional<bool> months;       // a budget by month or by year; none = as its facts are, by year where there are none
    MoneyUnit in = MoneyUnit::pack;
    Version state_version = 0;        // which version of the log it is written from; 0 = a pack
};

// What the sheet is of: stands in its hidden sheet, so that it can be read again.
struct EntryHead {
    EntryOf what = EntryOf::budget;
    std::string municipality, version, unit;
    int year = 0;
    bool months = false;
    MoneyUnit in = MoneyUnit::tkr;
    Version state_version = 0;
    std::vector<std::pair<std::string, std::string>> pairs() const;
    static std::optional<EntryHead> from(const std::vector<std::pair<std::string, std::string>>& pairs);
};

// The period of a cell: a month of the year, or the year.
Period entry_period(const EntryHead& head, int month);

// A sheet to be entered in. A line is a unit and an account, with service and project where facts have them: all that had an
// outcome last year or has a budget, or that the version has already. Accounts of the balance sheet aren't entered.
struct EntryTable {
    EntryHead head;
    std::string title;
    std::vector<std::string> notes;
    struct Column {
        std::string heading;
        bool number = false, open = false, cause = false, is_key = false;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;   // numbers in head.in, exact, with a dot
    std::vector<std::string> causes;              // names of forecast-causes
};
// Problems: entry_version_does_not_exist, entry_version_is_of_other_kind (not a budget, not a forecast, or made from another
// version), entry_unit_does_not_exist, entry_year_is_not_said, entry_mixes_periods.
std::optional<EntryTable> make_entry(const State& state, const EntryWish& wish, Problems& problems);

// A sheet that has come back.
struct EntryFile {
    std::string file, sheet;
    EntryHead head;
    struct Row {
        Place place;
        std::string unit, account, service, project;
        struct Cell {
            std::optional<ledger::Ore> ore;       // none = blank
            Place place;
        };
        std::vector<Cell> cells;                  // twelve, or one
        std::string cause, comment;
        Place cause_place;
    };
    std::vector<Row> rows;
};
// Problems: those of workbooks and amounts; entry_sheet_is_not_one, sheet_column_is_missing.
std::optional<EntryFile> read_entry(const std::string& file, ByteSource& bytes, Problems& problems);

// The state that the sheet was written from, with what it says now: facts and lines that are new, changed, or gone where a cell has
// been emptied. Rows that were taken out of the sheet are left as they are. Problems: entry_row_is_outside (a unit that isn't below
// the sheet's), entry_row_comes_twice, reference_does_not_exist, entry_cause_does_not_exist.
struct EntryBy {
    std::string author;
    Date day;
};
std::optional<State> entered(const EntryFile& file, const State& base, const EntryBy& by, Problems& problems);

}  // namespace styrkedja::sheet
