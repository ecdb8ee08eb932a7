// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/cells.h"
#include "reports/listed_rows.h"

// The values of a table over figures, each cell computed when it is first asked for, in whatever order the
// formulas of rows and columns refer to each other.
namespace styrkedja::reports {

struct ListedColumn {
    const ColumnSpec* spec = nullptr;
    std::optional<FormulaNode> formula;
    bool reads_columns = false, reads_facts = false;
    bool is_text = false;   // a field of what the row is about, or a text
    bool is_linear = true;  // its total is the sum of the rows
    Date when;              // before that day there is nothing to compare with

    bool reads_only_columns() const { return reads_columns && !reads_facts; }
};

// What a cell holds before it is printed.
struct GridValue {
    enum class Is : std::uint8_t { empty, figure, field } is = Is::empty;
    Computed computed;  // figure
    FieldValue field;   // field
};

class ListedGrid {
  public:
    ListedGrid(const Context& context, const TableSpec& spec, Problems& problems);

    const std::vector<ListedRow>& rows() const { return rows_; }
    const std::vector<ListedColumn>& columns() const { return columns_; }
    const GridValue& at(std::size_t row, std::size_t column);
    CellLook look(std::size_t row, std::size_t column) const;
    // The rows in the order in which they are printed: those of each list (items that follow on each other) sorted by the
    // table's `sort`, a column, and no more of them than its `limit`.
    std::vector<std::size_t> printed_rows();
    // A total over the rows of an `each` must be what the thing above them has by itself. Where it isn't, somebody has
    // figures that no row shows, or that two rows show: listed_total_differs, a warning for each column.
    void check_wholes();

  private:
    enum class State : std::uint8_t { unknown, asked, known };
    struct Entry {
        State state = State::unknown;
        GridValue value;
    };

    void read_column(const ColumnSpec& spec);
    bool is_field_somewhere(const NameCall& call) const;
    std::optional<std::size_t> column_named(const NameCall& call, std::size_t own) const;
    std::optional<std::size_t> row_named(const std::string& name) const;
    const EconomyNames& names(std::size_t column) const { return names_[column]; }

    GridValue compute(std::size_t row, std::size_t column);
    bool applies(const ListedRow& row, const ListedColumn& column) const;
    bool existed(const ListedRow& row, const ListedColumn& column) const;
    GridValue text_value(const ListedRow& row, std::size_t column);
    std::string filled(const ListedRow& row, std::size_t column, std::vector<document::Source>& sources);
    GridValue indicator_value(std::size_t row, std::size_t column);

    std::optional<Computed> figure_value(std::size_t row, std::size_t column);
    std::optional<Computed> own_cells(std::size_t row,
                                      std::size_t column);  // the column's formula over the row's own
    std::optional<Computed> facts_value(std::size_t row, std::size_t column);
    std::optional<Computed> row_formula(std::size_t row, std::size_t column);
    Computed sum_of_rows(std::size_t row, std::size_t column);
    Computed rest_value(std::size_t row, std::size_t column);
    Computed rounding_value(std::size_t row, std::size_t column);
    std::optional<Computed> leaf(std::size_t row, const NameCall& call, std::size_t column);
    std::optional<Computed> find_leaf(std::size_t row, const NameCall& call, std::size_t column);
    std::optional<Computed> leaf_sum(std::size_t row, const NameCall& call, std::size_t column);
    std::optional<Computed> narrowed(NameCall of_column, const NameCall& of_row, const EconomyScope& scope,
                                     const EconomyNames& economy) const;
    std::optional<Computed> whole_of(const ListedRow& part, std::size_t column);
    void check_whole(std::size_t total, const ListedRow& part, std::size_t column);
    Computed reference(std::size_t row, std::size_t column, std::string label);
    Quantity as_printed(std::size_t row, std::size_t column, const Quantity& value) const;
    FieldPlace field_place(const ListedRow& row, std::size_t column, std::string_view field) const;

    const Context& context_;
    const TableSpec& spec_;
    Problems& problems_;
    MoneyUnit amounts_;
    std::vector<ListedRow> rows_;
    std::vector<ListedColumn> columns_;
    std::vector<EconomyNames> names_;  // by column
    std::map<std::string, std::size_t, std::less<>> row_by_id_, column_by_id_;
    std::vector<Entry> entries_;
    std::map<std::pair<std::size_t, std::string>, std::optional<Computed>> leaves_;
    int depth_ = 0;  // cells that wait for each other
    bool told_circle_ = false;
};

}  // namespace styrkedja::reports
