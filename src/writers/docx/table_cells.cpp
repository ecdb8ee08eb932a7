// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>

#include "charts/charts.h"
#include "writers/docx/table_plan.h"
#include "writers/html/table_plan.h"
#include "document/names.h"

namespace styrkedja::docx {

using namespace document;

namespace {

constexpr int step = 227;        // 4 mm of indentation
constexpr int mark_room = 238;   // for a mark before a label
constexpr double mark_side = 8.2;  // 2.9 mm

bool is_zero(const Figure& figure) {
    return !figure.value.empty() && figure.value.find_first_not_of("-0.") == std::string::npos;
}

std::string letters_of(const Table& table, const std::vector<int>& notes) {
    std::string letters;
    for (const int note : notes) {
        const auto at = static_cast<std::size_t>(note);
        if (at < table.notes.size()) letters += table.notes[at].mark;
    }
    return letters;
}

Style row_style(RowKind kind, Style otherwise) {
    switch (kind) {
        case RowKind::group:
            return Style::group;
        case RowKind::subtotal:
            return Style::subtotal;
        case RowKind::total:
            return Style::total;
        case RowKind::varav:
        case RowKind::rounding:
            return Style::varav;
        case RowKind::item:
            return otherwise;
    }
    return otherwise;
}

// One cell being written: its first paragraph holds mark, figure, bar and line; each text its own.
class CellWriter {
  public:
    CellWriter(Paper& paper, const TablePlan& plan, const Row& row, std::size_t at, bool keep_next)
        : paper_(paper), plan_(plan), row_(row), column_(plan.table->columns[at]), at_(at), keep_next_(keep_next) {}

    void write(const Cell& cell) {
        const bool first = cell.figure || cell.mark || cell.completion || cell.sparkline;
        high_ = cell.sparkline.has_value();
        if (first || cell.paragraphs.empty()) write_first(cell);
        high_ = false;
        for (std::size_t i = 0; i < cell.paragraphs.size(); ++i) {
            const bool alone = !first && cell.paragraphs.size() == 1;
            begin(alone && column_.align != Align::left, 0);
            write_inlines(paper_, cell.paragraphs[i], changed_);
            if (i + 1 == cell.paragraphs.size()) write_end(cell, !first);
            close_paragraph(paper_);
        }
    }

    void compare(const Cell& cell) {
        if (cell.before) changed_ = Change::added;
    }

  private:
    // A paragraph of words, or set right.
    void begin(bool right, int letters) {
        ParagraphForm form;
        form.keep_next = keep_next_;
        form.fits_picture = high_;
        const Style style = row_style(row_.kind, right ? Style::cell_number : Style::cell);
        if (right && style != Style::cell_number) form.align = "right";
        if (style == Style::varav) form.left = 0;
        form.right = -letters * 62;  // letters of notes hang outside the figures
        open_paragraph(paper_, style, form);
    }

    void begin_figure(const Cell& cell, const std::string& letters) {
        const bool number = cell.completion || (cell.figure && !html::is_in_words(*cell.figure));
        if (column_.align == Align::decimal && cell.figure && number && plan_.decimals[at_] > 0) {
            ParagraphForm form;
            form.keep_next = keep_next_;
            form.fits_picture = high_;
            form.decimal_tab = plan_.inner_width(at_ + 1) - plan_.decimals[at_];
            const Style style = row_style(row_.kind, Style::cell_decimal);
            if (style == Style::varav) form.left = 0;
            return open_paragraph(paper_, style, form);
        }
        const bool hang = cell.figure && number && column_.align != Align::left;
        begin(column_.align != Align::left, hang ? static_cast<int>(letters.size()) : 0);
    }

    void write_first(const Cell& cell) {
        const std::string letters = letters_of(*plan_.table, cell.notes);
        begin_figure(cell, letters);
        if (cell.mark) {
            write_mark(paper_, *cell.mark, mark_side);
            write_run(paper_, "\u00a0" + cell.mark->label, run());
        }
        if (cell.figure) write_run(paper_, cell.figure->shown, figure_run(*cell.figure));
        if (cell.completion) write_completion(*cell.completion);
        if (cell.sparkline) {
            if (cell.figure || cell.mark) write_run(paper_, " ");
            write_drawing(paper_, charts::draw(*cell.sparkline), {.raised = -4}, cell.sparkline->said);
        }
        if (cell.paragraphs.empty()) write_end(cell, true);
        close_paragraph(paper_);
    }

    // What ends a cell: letters of its notes, and what stood here before.
    void write_end(const Cell& cell, bool letters) {
        if (letters || cell.paragraphs.empty()) {
            write_run(paper_, letters_of(*plan_.table, cell.notes), {.style = Style::note_letter});
        }
        if (!cell.before) return;
        write_run(paper_, " ");
        write_inlines(paper_, *cell.before, Change::removed);
    }

    // The number, and a bar that says nothing that the number doesn't.
    void write_completion(int percent) {
        constexpr double width = 36, height = 5.4;
        write_run(paper_, std::to_string(percent) + "\u00a0%\u00a0\u00a0", run());
        write_drawing(paper_, charts::draw_completion(std::clamp(percent, 0, 100), width, height), {.raised = 1},
                      std::to_string(percent) + " %");
    }

    RunForm run() const {
        RunForm form{.style = {}, .change = changed_};
        if (column_.principal && row_.kind != RowKind::subtotal && row_.kind != RowKind::total) form.style = Style::semibold;
        return form;
    }
    RunForm figure_run(const Figure& figure) const {
        RunForm form = run();
        if (row_.kind == RowKind::item && is_zero(figure)) form.style = Style::grey;
        return form;
    }

    Paper& paper_;
    const TablePlan& plan_;
    const Row& row_;
    const Column& column_;
    std::size_t at_;
    bool keep_next_;
    bool high_ = false;      // a line of outcomes is higher than a line of text
    Change changed_ = Change::none;
};

}  // namespace

void write_label(Paper& paper, const TablePlan& plan, const Row& row, const RowForm& form, bool whole_row) {
    const Table& table = *plan.table;
    open_cell(paper, plan, {.column = 0, .span = whole_row ? plan.columns() : 1, .top = form.top, .bottom = form.bottom});
    ParagraphForm paragraph;
    paragraph.keep_next = form.keep_next;
    const Style style = row_style(row.kind, Style::cell);
    const bool room = plan.marks && row.kind != RowKind::group;
    int left = std::min(row.indent, 4) * step + (room ? mark_room : 0);
    if (row.kind == RowKind::varav) left += step;
    if (left > 0 || style == Style::varav) paragraph.left = left;
    if (row.mark) paragraph.hanging = mark_room;
    open_paragraph(paper, style, paragraph);
    const int bookmark = open_bookmark(paper, bookmark_name('r', table.id + "/" + row.id));
    if (row.mark) {
        write_mark(paper, *row.mark, mark_side);
        write_tab(paper);
    }
    write_inlines(paper, row.label);
    write_run(paper, letters_of(table, row.label_notes), {.style = Style::note_letter});
    if (row.mark && !row.mark->label.empty()) write_run(paper, "\u2002" + row.mark->label, {.style = Style::grey});
    close_bookmark(paper, bookmark);
    close_paragraph(paper);
    close_cell(paper);
}

void write_cell(Paper& paper, const TablePlan& plan, const Row& row, std::size_t column, const RowForm& form) {
    static const Cell nothing;
    const Cell& cell = column < row.cells.size() ? row.cells[column] : nothing;
    open_cell(paper, plan, {.column = column + 1, .top = form.top, .bottom = form.bottom});
    CellWriter writer(paper, plan, row, column, form.keep_next);
    writer.compare(cell);
    writer.write(cell);
    close_cell(paper);
}

}  // namespace styrkedja::docx
