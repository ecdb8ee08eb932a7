// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "writers/docx/paper.h"

// A table is planned before it is written: what all its rows must agree on. Widths are in twips.
namespace styrkedja::docx {

struct TablePlan {
    const document::Table* table = nullptr;
    std::vector<int> widths;         // the labels' first, then one per column
    std::vector<int> decimals;       // per column: room after the comma of the longest figure; 0 = none
    int padding = 91;                // between a cell's edge and its text; none at the table's own edges
    int indent = 0;                  // of the table
    bool marks = false;              // some row has a mark before its label: all labels leave room
    bool grouped = false;            // columns stand under group headings
    std::size_t columns() const { return widths.size(); }
    int inner_width(std::size_t column) const;   // column 0 is the labels'
};

TablePlan plan_table(const Paper& paper, const document::Table& table);

// Where a cell's text goes in its row.
struct CellPlace {
    std::size_t column = 0;          // 0 = the labels'
    std::size_t span = 1;
    bool starts_merge = false, merged = false;   // over rows, in the head
    int top = -1, bottom = -1;       // border in eighths of a point; 0 = none; -1 = the table's
    bool low = false;                // text at the foot of the cell
};
void open_cell(Paper& paper, const TablePlan& plan, const CellPlace& place);
void close_cell(Paper& paper);

// ---- table_head.cpp ----
void write_table_head(Paper& paper, const TablePlan& plan);
void write_table_title(Paper& paper, const TablePlan& plan, std::string_view part);
void write_table_notes(Paper& paper, const TablePlan& plan);

// ---- table_cells.cpp ----
struct RowForm {
    bool keep_next = false;
    int top = -1, bottom = -1;
};
void write_label(Paper& paper, const TablePlan& plan, const document::Row& row, const RowForm& form, bool whole_row);
void write_cell(Paper& paper, const TablePlan& plan, const document::Row& row, std::size_t column,
                const RowForm& form);

}  // namespace styrkedja::docx
