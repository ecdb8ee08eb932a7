// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <climits>
#include <string>

#include "charts/charts.h"
#include "writers/docx/table_plan.h"
#include "writers/html/table_plan.h"
#include "document/names.h"

namespace styrkedja::docx {

using namespace document;

namespace {

constexpr std::size_t most_upright = 10;    // columns; more want the paper's other side
constexpr std::size_t most_across = 16;     // and more than these go on in a further table

// How wide a figure's end is in table text, twips (Source Sans 3, 8.5 pt, tabular figures).
int width_of_tail(std::string_view text) {
    int width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0U) == 0x80U) continue;
        if (c >= '0' && c <= '9') {
            width += 85;
        } else if (c == ',') {
            width += 42;
        } else if (c == '%') {
            width += 140;
        } else {
            width += byte == 0xc2 ? 34 : 85;
        }
    }
    return width;
}

// Figures that all end alike are aligned on the comma by being set right; only others need a tab on it.
std::vector<int> decimals_of(const Table& table) {
    std::vector<int> decimals(table.columns.size());
    for (std::size_t i = 0; i < decimals.size(); ++i) {
        if (table.columns[i].align != Align::decimal) continue;
        int least = INT_MAX;
        for (const Row& row : table.rows) {
            if (i >= row.cells.size() || !row.cells[i].figure || html::is_in_words(*row.cells[i].figure)) continue;
            const html::Tail tail = html::tail_of(row.cells[i].figure->shown);
            const int width = width_of_tail(tail.decimals) + width_of_tail(tail.unit);
            decimals[i] = std::max(decimals[i], width);
            least = std::min(least, width);
        }
        if (least == decimals[i]) decimals[i] = 0;
    }
    return decimals;
}

std::vector<int> widths_of(const Table& table, int whole) {
    std::vector<int> widths = {whole};
    const std::vector<int> percents = html::column_percents(table);
    int taken = 0;
    for (const int percent : percents) taken += percent;
    constexpr int most_taken = 88;  // the labels have the rest
    const int all = std::max(taken, most_taken);
    for (const int percent : percents) {
        widths.push_back(whole * (taken > most_taken ? percent * most_taken / all : percent) / 100);
        widths.front() -= widths.back();
    }
    return widths;
}

constexpr double cell_size = 8.5, head_size = 8;  // pt

int width_of(const std::string& text, double size, bool semibold = false) {
    return static_cast<int>(charts::text_width(text, size, semibold) * 20) + 10;
}

// The longest part of a text that can't be broken, twips. Dates and figures hold together by hard spaces.
int widest_word(const std::string& text, double size, bool semibold = false) {
    int widest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        widest = std::max(widest, width_of(text.substr(at, end - at), size, semibold));
        at = end + 1;
    }
    return widest;
}

// What a column needs so that no word breaks, and so that no line does, twips.
struct Room {
    int word = 0, line = 0;
    void take(int word_of, int line_of) {
        word = std::max(word, word_of);
        line = std::max(line, line_of);
    }
    void take(const std::string& text, double size, bool semibold = false, int more = 0) {
        constexpr std::size_t long_text = 120;  // bytes: more lines than one whatever is done
        const int word_of = widest_word(text, size, semibold) + more;
        take(word_of, text.size() > long_text ? word_of * 4 : width_of(text, size, semibold) + more);
    }
};

void take_cell(Room& room, const Cell& cell) {
    constexpr int mark_room = 230, bar_room = 1150, line_room = 1060;
    if (cell.completion) room.take(bar_room, bar_room);
    if (cell.mark) room.take(cell.mark->label, cell_size, false, mark_room);
    if (cell.figure) room.take(cell.figure->shown, cell_size, true);
    if (cell.sparkline) room.take(line_room, line_room + (cell.figure ? width_of(cell.figure->shown, cell_size) : 0));
    for (const Inlines& paragraph : cell.paragraphs) room.take(plain_text(paragraph), cell_size);
}

Room room_of(const Table& table, std::size_t at) {
    const Column& column = table.columns[at];
    Room room;
    room.take(widest_word(column.label + "\n" + column.unit, head_size, column.principal), 0);
    for (const Row& row : table.rows) {
        if (at < row.cells.size()) take_cell(room, row.cells[at]);
    }
    return room;
}

Room room_of_labels(const Table& table) {
    Room room;
    for (const Row& row : table.rows) {
        if (row.kind != RowKind::group) room.take(plain_text(row.label), cell_size, row.kind != RowKind::item, row.mark ? 240 : 0);
    }
    return room;
}

// Columns of words that have more than their longest line give it to labels that would break.
void widen_labels(const Table& table, TablePlan& plan) {
    int lacking = room_of_labels(table).line + plan.padding - plan.widths.front();
    for (std::size_t at = 0; at < table.columns.size() && lacking > 0; ++at) {
        if (table.columns[at].align != Align::left) continue;
        const Room room = room_of(table, at);
        const int sides = plan.widths[at + 1] - plan.inner_width(at + 1);
        const int given = std::clamp(plan.widths[at + 1] - sides - std::max(room.line, room.word) - 60, 0, lacking);
        plan.widths[at + 1] -= given;
        plan.widths.front() += given;
        lacking -= given;
    }
}

// No word is broken where another column has room to give: from the widest, as long as that is wider.
void make_room(const Table& table, TablePlan& plan) {
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const int needed = room_of(table, at).word + plan.widths[at + 1] - plan.inner_width(at + 1);
        int lacking = needed - plan.widths[at + 1];
        while (lacking > 0) {
            const auto widest = std::max_element(plan.widths.begin(), plan.widths.end());
            constexpr int piece = 40;
            if (*widest <= plan.widths[at + 1] + piece) break;
            const int given = std::min(lacking, piece);
            *widest -= given;
            plan.widths[at + 1] += given;
            lacking -= given;
        }
    }
}

std::string spoken_name(const Paper& paper, const Table& table) {
    std::string name;
    if (table.number > 0) name = std::string(paper.words.table) + " " + std::to_string(table.number) + ". ";
    if (!table.caption.empty()) return name + table.caption;
    return name + table.stub;
}

std::string unit_and_sign(const Table& table) {
    std::string text = table.unit;
    if (!text.empty() && !table.sign_rule.empty()) text += "; ";
    return text + table.sign_rule;
}

void write_table_properties(Paper& paper, const TablePlan& plan) {
    const Table& table = *plan.table;
    Xml& out = paper.out();
    int whole = 0;
    for (const int width : plan.widths) whole += width;
    const bool total = !table.rows.empty() && table.rows.back().kind == RowKind::total;
    out.raw("<w:tblPr>");
    out.value("w:tblStyle", paper.base.styles[Style::table]);
    out.empty("w:tblW", {{"w:w", whole}, {"w:type", "dxa"}});
    out.empty("w:tblInd", {{"w:w", plan.indent}, {"w:type", "dxa"}});
    out.raw("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    out.empty("w:left", {{"w:w", plan.padding}, {"w:type", "dxa"}});
    out.empty("w:right", {{"w:w", plan.padding}, {"w:type", "dxa"}});
    out.raw("</w:tblCellMar>");
    out.empty("w:tblLook", {{"w:val", total ? "0660" : "0620"}, {"w:firstRow", 1}, {"w:lastRow", total ? 1 : 0},
                            {"w:firstColumn", 0}, {"w:lastColumn", 0}, {"w:noHBand", 1}, {"w:noVBand", 1}});
    out.value("w:tblCaption", spoken_name(paper, table));
    if (const std::string unit = unit_and_sign(table); !unit.empty()) out.value("w:tblDescription", unit);
    out.raw("</w:tblPr><w:tblGrid>");
    for (const int width : plan.widths) out.empty("w:gridCol", {{"w:w", width}});
    out.raw("</w:tblGrid>");
}

std::size_t length_of(const Row& row) {
    std::size_t most = 0;
    const auto measure = [&](const std::vector<Inlines>& paragraphs) {
        std::size_t length = 0;
        for (const Inlines& paragraph : paragraphs) length += plain_text(paragraph).size();
        most = std::max(most, length);
    };
    for (const Cell& cell : row.cells) measure(cell.paragraphs);
    measure(row.detail);
    return most;
}

void open_row(Paper& paper, const Row& row, bool may_break) {
    paper.out().raw("<w:tr><w:trPr>");
    paper.out().raw(may_break ? Raw("<w:cantSplit w:val=\"0\"/>") : Raw("<w:cantSplit/>"));
    write_change_mark(paper, inner_change(paper.outer, row.change));
    paper.out().raw("</w:trPr>");
}

// Second lines under a row: a comment, an analysis; one cell over the whole width.
void write_detail(Paper& paper, const TablePlan& plan, const Row& row, bool keep_next, bool may_break) {
    open_row(paper, row, may_break);
    open_cell(paper, plan, {.column = 0, .span = plan.columns(), .top = 0});
    for (std::size_t i = 0; i < row.detail.size(); ++i) {
        ParagraphForm form;
        form.keep_next = keep_next;
        if (plan.marks) form.left = 238;
        open_paragraph(paper, Style::cell_comment, form);
        if (i == 0 && !row.detail_label.empty()) {
            write_run(paper, row.detail_label + ":", {.style = Style::semibold});
            write_run(paper, " ");
        }
        write_inlines(paper, row.detail[i]);
        close_paragraph(paper);
    }
    close_cell(paper);
    paper.out().raw("</w:tr>");
}

bool has_content(const Cell& cell) {
    return cell.figure || cell.mark || cell.completion || cell.sparkline || !cell.paragraphs.empty() ||
           !cell.notes.empty();
}

void write_row(Paper& paper, const TablePlan& plan, const Row& row, bool keep_next) {
    constexpr std::size_t longest_whole = 2000;  // characters in a cell: a longer row may break over pages
    const bool heading_only =
        row.kind == RowKind::group && std::none_of(row.cells.begin(), row.cells.end(), has_content);
    const bool may_break = length_of(row) > longest_whole;
    const Change outer = std::exchange(paper.outer, inner_change(paper.outer, row.change));
    open_row(paper, row, may_break);
    RowForm form{keep_next || !row.detail.empty() || row.kind == RowKind::group, -1, -1};
    if (row.kind == RowKind::subtotal) form.top = 4;
    if (row.kind == RowKind::total) form.top = 7;
    if (!row.detail.empty()) form.bottom = 0;
    write_label(paper, plan, row, form, heading_only);
    if (!heading_only) {
        for (std::size_t i = 0; i < plan.table->columns.size(); ++i) write_cell(paper, plan, row, i, form);
    }
    paper.out().raw("</w:tr>");
    if (!row.detail.empty()) write_detail(paper, plan, row, keep_next, may_break);
    paper.outer = outer;
}

// Short tables don't break; of longer ones the first two rows and the last three stay together.
void write_rows(Paper& paper, const TablePlan& plan) {
    constexpr std::size_t short_table = 14;
    const std::vector<Row>& rows = plan.table->rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool keep = rows.size() <= short_table || i == 0 || i + 3 >= rows.size();
        write_row(paper, plan, rows[i], keep && i + 1 < rows.size());
    }
}

void write_one_table(Paper& paper, const Table& table, std::string_view part) {
    const TablePlan plan = plan_table(paper, table);
    write_table_title(paper, plan, part);
    paper.out().raw("<w:tbl>");
    write_table_properties(paper, plan);
    const bool sans = std::exchange(paper.sans, true);
    write_table_head(paper, plan);
    write_rows(paper, plan);
    paper.out().raw("</w:tbl>");
    paper.after_table = true;
    paper.section_slot = 0;
    write_table_notes(paper, plan);
    paper.sans = sans;
}

// Columns from `from`, as a table of their own with the same labels.
Table some_columns(const Table& table, std::size_t from, std::size_t count) {
    Table some = table;
    const auto keep = [&](auto& list) {
        list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(from, list.size())));
        if (list.size() > count) list.erase(list.begin() + static_cast<std::ptrdiff_t>(count), list.end());
    };
    keep(some.columns);
    for (Row& row : some.rows) keep(row.cells);
    if (from > 0) {
        for (Row& row : some.rows) row.detail.clear();
    }
    return some;
}

// More columns than a page has room for: the table goes on in further ones, each with the rows' labels.
void write_divided(Paper& paper, const Table& table) {
    const std::size_t parts = (table.columns.size() + most_across - 1) / most_across;
    const std::size_t each = (table.columns.size() + parts - 1) / parts;
    paper.warn("table_is_divided", "tables/" + table.id,
               {{"columns", std::to_string(table.columns.size())}, {"parts", std::to_string(parts)}});
    for (std::size_t part = 0; part < parts; ++part) {
        Table some = some_columns(table, part * each, each);
        some.wide = true;
        if (part + 1 < parts) some.notes.clear();
        write_one_table(paper, some, std::to_string(part + 1) + " (" + std::to_string(parts) + ")");
    }
}

}  // namespace

int TablePlan::inner_width(std::size_t column) const {
    const int sides = (column > 0 ? padding : 0) + (column + 1 < columns() ? padding : 0);
    return std::max(1, widths[column] - sides);
}

TablePlan plan_table(const Paper& paper, const Table& table) {
    constexpr std::size_t crowded = 7;
    TablePlan plan;
    plan.table = &table;
    const int live = paper.live_width();
    const bool slim = !paper.landscape && html::is_slim(table) && live > margin_indent + 4000;
    plan.indent = slim ? margin_indent : 0;
    plan.widths = widths_of(table, live - plan.indent);
    plan.decimals = decimals_of(table);
    if (table.columns.size() > crowded) plan.padding = 45;
    make_room(table, plan);
    widen_labels(table, plan);
    plan.marks = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.mark.has_value(); });
    plan.grouped = std::any_of(table.columns.begin(), table.columns.end(),
                               [](const Column& column) { return !column.group.empty(); });
    return plan;
}

bool is_wide(const Table& table) {
    return table.wide || table.columns.size() > most_upright;
}

void open_cell(Paper& paper, const TablePlan& plan, const CellPlace& place) {
    Xml& out = paper.out();
    int width = 0;
    for (std::size_t i = place.column; i < place.column + place.span; ++i) width += plan.widths[i];
    out.raw("<w:tc><w:tcPr>");
    out.empty("w:tcW", {{"w:w", width}, {"w:type", "dxa"}});
    if (place.span > 1) out.empty("w:gridSpan", {{"w:val", place.span}});
    if (place.starts_merge) out.raw("<w:vMerge w:val=\"restart\"/>");
    if (place.merged) out.raw("<w:vMerge/>");
    if (place.top >= 0 || place.bottom >= 0) {
        out.raw("<w:tcBorders>");
        if (place.top == 0) out.raw("<w:top w:val=\"nil\"/>");
        if (place.top > 0) out.empty("w:top", {{"w:val", "single"}, {"w:sz", place.top}, {"w:space", 0}, {"w:color", "1A1A1A"}});
        if (place.bottom == 0) out.raw("<w:bottom w:val=\"nil\"/>");
        if (place.bottom > 0) out.empty("w:bottom", {{"w:val", "single"}, {"w:sz", place.bottom}, {"w:space", 0}, {"w:color", "1A1A1A"}});
        out.raw("</w:tcBorders>");
    }
    const bool first = place.column == 0;
    const bool last = place.column + place.span == plan.columns();
    if (first || last) {
        out.raw("<w:tcMar>");
        if (first) out.raw("<w:left w:w=\"0\" w:type=\"dxa\"/>");
        if (last) out.raw("<w:right w:w=\"0\" w:type=\"dxa\"/>");
        out.raw("</w:tcMar>");
    }
    if (place.low) out.raw("<w:vAlign w:val=\"bottom\"/>");
    out.raw("</w:tcPr>");
    paper.after_table = false;
}

void close_cell(Paper& paper) {
    paper.out().raw("</w:tc>");
}

void write_table(Paper& paper, std::size_t index) {
    if (index >= paper.document.tables.size()) return;
    const Table& table = paper.document.tables[index];
    turn_page(paper, is_wide(table));
    const Change outer = std::exchange(paper.outer, inner_change(paper.outer, table.change));
    if (table.columns.size() > most_across) {
        write_divided(paper, table);
    } else if (is_wide(table) && !table.wide) {
        Table wide = table;
        wide.wide = true;
        write_one_table(paper, wide, "");
    } else {
        write_one_table(paper, table, "");
    }
    paper.outer = outer;
    paper.tell_replaced("tables/" + table.id);
}

// Label and value, a line each, in the text column.
void write_facts(Paper& paper, const Facts& facts) {
    if (facts.pairs.empty()) return;
    constexpr int label_width = 1700;
    Xml& out = paper.out();
    const bool sans = std::exchange(paper.sans, true);
    if (paper.after_table) {
        open_paragraph(paper, Style::source);
        close_paragraph(paper);
    }
    out.raw("<w:tbl><w:tblPr>");
    out.value("w:tblStyle", paper.base.styles[Style::facts]);
    out.empty("w:tblW", {{"w:w", text_width}, {"w:type", "dxa"}});
    out.empty("w:tblInd", {{"w:w", margin_indent}, {"w:type", "dxa"}});
    out.raw("<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0680\" w:firstRow=\"0\" w:lastRow=\"0\" "
            "w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
    out.value("w:tblCaption", paper.words.front);
    out.raw("</w:tblPr><w:tblGrid>");
    out.empty("w:gridCol", {{"w:w", label_width}});
    out.empty("w:gridCol", {{"w:w", text_width - label_width}});
    out.raw("</w:tblGrid>");
    for (const auto& [label, text] : facts.pairs) {
        out.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>");
        out.empty("w:tcW", {{"w:w", label_width}, {"w:type", "dxa"}});
        out.raw("</w:tcPr>");
        open_paragraph(paper, Style::cell);
        write_run(paper, label, {.style = Style::grey});
        close_paragraph(paper);
        out.raw("</w:tc><w:tc><w:tcPr>");
        out.empty("w:tcW", {{"w:w", text_width - label_width}, {"w:type", "dxa"}});
        out.raw("</w:tcPr>");
        write_paragraph(paper, Style::cell, text);
        out.raw("</w:tc></w:tr>");
    }
    out.raw("</w:tbl>");
    paper.sans = sans;
    paper.after_table = true;
    paper.section_slot = 0;
}

}  // namespace styrkedja::docx
