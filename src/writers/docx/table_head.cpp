// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>

#include "writers/docx/table_plan.h"
#include "writers/html/table_plan.h"

namespace styrkedja::docx {

using namespace document;

namespace {

constexpr Raw head_row = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";

std::size_t group_end(const Table& table, std::size_t first) {
    std::size_t end = first + 1;
    while (end < table.columns.size() && table.columns[end].group == table.columns[first].group) ++end;
    return end;
}

void write_head_cell(Paper& paper, const TablePlan& plan, const CellPlace& place, const std::string& text,
                     const ParagraphForm& form, RunForm run = {}) {
    open_cell(paper, plan, place);
    open_paragraph(paper, Style::table_head, form);
    write_run(paper, text, run);
    close_paragraph(paper);
    close_cell(paper);
}

std::string heading_of(const Table& table, std::size_t at) {
    const Column& column = table.columns[at];
    if (column.unit.empty() || says_unit(table, at)) return column.label;
    return column.label.empty() ? column.unit : column.label + "\n" + column.unit;
}

// What a column is called. In a head of two rows a column without a group stands over both.
void write_column(Paper& paper, const TablePlan& plan, std::size_t at, CellPlace place) {
    const Column& column = plan.table->columns[at];
    ParagraphForm form;
    if (column.align != Align::left) form.align = "right";
    place.column = at + 1;
    RunForm run;
    if (column.principal) run.style = Style::semibold;
    write_head_cell(paper, plan, place, place.merged ? std::string() : heading_of(*plan.table, at), form, run);
}

void write_group_row(Paper& paper, const TablePlan& plan) {
    const Table& table = *plan.table;
    paper.out().raw(head_row);
    write_head_cell(paper, plan, {.starts_merge = true, .bottom = 4, .low = true}, table.stub, {});
    for (std::size_t i = 0; i < table.columns.size();) {
        if (table.columns[i].group.empty()) {
            write_column(paper, plan, i, {.starts_merge = true, .bottom = 4, .low = true});
            ++i;
            continue;
        }
        const std::size_t end = group_end(table, i);
        write_head_cell(paper, plan, {.column = i + 1, .span = end - i, .bottom = 0, .low = true},
                        table.columns[i].group, {.ruled = true}, {.style = Style::semibold});
        i = end;
    }
    paper.out().raw("</w:tr>");
}

// Above a table that nothing names: the paragraph before it gets the room.
void leave_room(Paper& paper) {
    if (paper.section_slot == 0 || paper.space_slot == 0) return;
    constexpr std::size_t end_of_element = 2;  // "/>"
    if (paper.spaced) {
        paper.out().insert(paper.space_slot - end_of_element, " w:after=\"180\"");
    } else {
        paper.out().insert(paper.space_slot, "<w:spacing w:after=\"180\"/>");
    }
    paper.space_slot = 0;
}

bool columns_say_unit(const Table& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const Column& column) { return says_word(column.label, table.unit); });
}

}  // namespace

void write_table_head(Paper& paper, const TablePlan& plan) {
    const Table& table = *plan.table;
    if (plan.grouped) write_group_row(paper, plan);
    paper.out().raw(head_row);
    const CellPlace merged{.merged = true, .top = 0, .bottom = 4, .low = true};
    const CellPlace own{.top = plan.grouped ? 0 : -1, .bottom = 4, .low = true};
    write_head_cell(paper, plan, plan.grouped ? merged : own, plan.grouped ? std::string() : table.stub, {});
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        write_column(paper, plan, i, plan.grouped && table.columns[i].group.empty() ? merged : own);
    }
    paper.out().raw("</w:tr>");
}

// "Tabell 3" grey, what it says semibold, unit and sign rule grey. A table that isn't called anything has none of it,
// but two tables need something between them or they become one.
void write_table_title(Paper& paper, const TablePlan& plan, std::string_view part) {
    const Table& table = *plan.table;
    const bool named = !table.caption.empty() || table.number > 0;
    std::string unit = !named && columns_say_unit(table) ? std::string() : table.unit;
    if (!unit.empty() && !table.sign_rule.empty()) unit += "; ";
    unit += table.sign_rule;
    if (!named && unit.empty() && part.empty()) {
        if (!paper.after_table) return leave_room(paper);
        open_paragraph(paper, Style::source, {.keep_next = true});
        return close_paragraph(paper);
    }
    ParagraphForm form;
    if (plan.indent > 0) form.left = plan.indent;
    open_paragraph(paper, Style::caption, form);
    const int bookmark = open_bookmark(paper, bookmark_name('t', table.id));
    if (table.number > 0) {
        const bool next = part.empty() || part.starts_with("1 ") ? table.number == paper.last_table + 1 : false;
        const std::string number = std::to_string(table.number);
        write_run(paper, std::string(paper.words.table) + "\u00a0", {.style = Style::grey});
        write_field(paper, "SEQ Tabell \\* ARABIC" + (next ? std::string() : " \\r " + number), number,
                    {.style = Style::grey});
        write_run(paper, "  ");
        paper.last_table = table.number;
    }
    write_run(paper, table.caption);
    close_bookmark(paper, bookmark);
    if (!part.empty()) write_run(paper, ", " + std::string(part));
    if (!unit.empty()) write_run(paper, (named ? "  " : "") + unit, {.style = Style::grey});
    close_paragraph(paper);
}

void write_table_notes(Paper& paper, const TablePlan& plan) {
    for (const TableNote& note : plan.table->notes) {
        ParagraphForm form;
        if (plan.indent > 0) form.left = plan.indent;
        open_paragraph(paper, note.avstamning ? Style::reconciliation : Style::table_note, form);
        if (!note.mark.empty()) {
            write_run(paper, note.mark, {.style = Style::note_letter});
            write_run(paper, "\u00a0");
        }
        if (note.avstamning) {
            write_run(paper, paper.words.reconciliation, {.style = Style::semibold});
            write_run(paper, " ");
        }
        write_inlines(paper, note.text);
        close_paragraph(paper);
    }
}

}  // namespace styrkedja::docx
