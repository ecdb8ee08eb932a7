// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "writers/html/table_plan.h"
#include "writers/pdf/paper.h"

// A table on paper: first planned (which sheet, how large the type, how wide each column), then its head and rows made into
// pieces. What can't stand side by side even on the turned sheet in the smallest readable type is parted by columns, the labels
// repeated.
namespace styrkedja::pdf {

struct TablePart {
    std::vector<std::size_t> columns;       // of the table
    std::vector<double> left, right;        // of each, from the sheet's left margin
    double label_width = 0;
};

struct TableLayout {
    const document::Table* table = nullptr;
    bool turned = false;
    double x = 0, width = 0;
    double scale = 1;                       // of the type
    double gutter = 9.1;
    double edge = 0;                        // at right, where letters of notes hang
    bool marks = false;                     // labels leave room for marks before them
    std::vector<double> tails;              // per decimal column: the widest that stands after a whole part
    std::vector<TablePart> parts;
    Style style(const Style& base) const { return scaled(base, scale); }
    double mark_room() const { return marks ? 12.9 * scale : 0; }
};

constexpr double mark_side = 2.9 * mm;
constexpr double indent_step = 4 * mm;

TableLayout plan(Paper& paper, const document::Table& table);

// ---- table_head.cpp ----
std::vector<Piece> table_head(Paper& paper, const TableLayout& layout, const TablePart& part, ElementId table, bool again);

// ---- table_rows.cpp ----
std::vector<Piece> table_row(Paper& paper, const TableLayout& layout, const TablePart& part, const document::Row& row,
                             ElementId body, bool first);

// ---- table_cells.cpp ----
// A row while it is built: bands of one line each, so that a row taller than a page can be broken between them.
struct Band {
    double height = 0;
    std::vector<WordAt> words;
    std::vector<Picture> pictures;
    std::vector<Anchor> anchors;
    std::vector<ElementId> attach;
    std::vector<std::shared_ptr<Footnote>> footnotes;
};
using Bands = std::vector<Band>;
Band& band_at(Bands& bands, std::size_t line, double height);
void put_cell(Paper& paper, const TableLayout& layout, const TablePart& part, const document::Row& row, std::size_t at, ElementId cell,
              Bands& bands);
void put_lines(Paper& paper, Bands& bands, std::size_t first, const Lines& lines, double x, const Style& style, Side side);
// Letters of notes, raised.
std::string note_letters(const document::Table& table, const std::vector<int>& notes);
Style row_style(const TableLayout& layout, const document::Row& row);
// How wide what stands after the whole part is (",25 %"); nothing for what is no figure.
double tail_width(Paper& paper, const Style& style, const std::string& shown);
double completion_number_width(Paper& paper, const Style& style);

}  // namespace styrkedja::pdf
