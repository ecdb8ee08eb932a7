// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "reports/cells.h"

// Rows of a table of things that are no things: what the figures were before them, and what they are after.
// In a table of budget changes: the original budget and the revised one, and between them what leads from the
// one to the other.
namespace styrkedja::reports {

// A column as those rows need it: its own formula's figures, row by row of things.
struct LevelColumn {
    const ColumnSpec* spec = nullptr;
    bool holds_figures = false;
    std::vector<Quantity> values;
};

// Fills the cells of the rows that stand for `levels` in the table (by index), and tells where rows before
// and things don't lead to what stands after (bridge_does_not_add_up). A row `total` with a formula stands
// for what the municipality's own figures say, without one for the sum of the rows above it.
class LevelRows {
  public:
    LevelRows(const Context& context, const TableSpec& spec, CellMaker& maker, Problems& problems)
        : context_(context), spec_(spec), maker_(maker), problems_(problems) {}

    void put(document::Table& table, const RowSpec& spec, std::size_t columns);
    void fill(document::Table& table, const std::vector<LevelColumn>& columns);

  private:
    struct Level {
        const RowSpec* spec = nullptr;
        std::size_t row = 0;
    };

    std::optional<Computed> own_value(const RowSpec& spec, const std::string& row) const;
    Computed sum(const document::Table& table, const LevelColumn& column, std::size_t index,
                 const Quantity& before) const;
    void compare(const document::Row& row, const LevelColumn& column, const Quantity& sum,
                 const Quantity& own);

    const Context& context_;
    const TableSpec& spec_;
    CellMaker& maker_;
    Problems& problems_;
    std::vector<Level> levels_;
};

}  // namespace styrkedja::reports
