// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/html/table_plan.h"
#include "document/names.h"

namespace styrkedja::html {

using namespace document;

TablePlan plan_table(const Table& table) {
    TablePlan plan;
    plan.table = &table;
    plan.longest.resize(table.columns.size());
    for (const Column& column : table.columns) {
        plan.headings.push_back(column.group.empty() ? column.label : column.group + " " + column.label);
    }
    for (const Row& row : table.rows) {
        plan.marks = plan.marks || row.mark.has_value();
        for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
            if (table.columns[i].align != Align::decimal || !row.cells[i].figure) continue;
            const Tail tail = tail_of(row.cells[i].figure->shown);
            Tail& longest = plan.longest[i];
            if (tail.decimals.size() > longest.decimals.size()) longest.decimals = tail.decimals;
            if (tail.unit.size() > longest.unit.size()) longest.unit = tail.unit;
        }
    }
    return plan;
}

Attribute role(const Table& table, std::string_view name) {
    return table.stacks ? attr("role", name) : Attribute{};
}

namespace {

std::string unit_and_sign(const Table& table) {
    std::string text = table.unit;
    if (!text.empty() && !table.sign_rule.empty()) text += "; ";
    return text + table.sign_rule;
}

// What the table is called where it isn't seen: by its number and title, else by what it lists and where.
std::string spoken_name(const Page& page, const Table& table) {
    std::string name;
    if (table.number > 0) name = std::string(page.words.table) + " " + std::to_string(table.number) + ". ";
    if (!table.caption.empty()) return name + table.caption;
    name += table.stub;
    if (!table.stub.empty() && !page.heading.empty()) name += ": ";
    return name.append(page.heading);
}

// Regions of a page need names of their own.
std::string region_name(Page& page, const Table& table) {
    std::string name = spoken_name(page, table);
    page.region_names.insert(name);
    const std::size_t same = page.region_names.count(name);
    return same == 1 ? name : name + " (" + std::to_string(same) + ")";
}

// A unit alone over a table that has no title, and says it over its columns, would say it twice.
bool columns_say_unit(const Table& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const Column& column) { return says_word(column.label, table.unit); });
}

void write_caption(Page& page, const Table& table) {
    const bool named = !table.caption.empty() || table.number > 0;
    const std::string unit = !named && columns_say_unit(table) ? table.sign_rule : unit_and_sign(table);
    page.out.open("caption");
    if (!named) {
        page.out.leaf("span", {attr("class", "vh")}, spoken_name(page, table));
        if (!unit.empty()) page.out.leaf("span", {attr("class", "u")}, unit);
        page.out.close();
        return;
    }
    page.out.open("span");
    if (table.number > 0) {
        page.out.open("span", {attr("class", "tn")});
        page.out.text(page.words.table);
        page.out.text("\u00a0" + std::to_string(table.number));
        page.out.close();
        page.out.text(" ");
    }
    page.out.text(table.caption);
    if (!unit.empty()) {
        page.out.text(" ");
        page.out.leaf("span", {attr("class", "u")}, unit);
    }
    page.out.close();
    page.out.close();
}

void write_label(Page& page, const TablePlan& plan, const Row& row, bool whole_row) {
    const Table& table = *plan.table;
    const bool group = row.kind == RowKind::group;
    std::string name = plan.marks && !group ? "mk" : "";
    if (row.indent > 0) name += " i" + std::to_string(std::min(row.indent, 3));
    page.out.open("th",
                  {attr("scope", group ? "rowgroup" : "row"), attr("class", name), role(table, "rowheader"),
                   attr("colspan", whole_row ? std::to_string(table.columns.size() + 1) : std::string())});
    const bool room = plan.marks && !group;
    if (room) page.out.open("span", {attr("class", "in")});
    if (row.mark) write_shape(page, *row.mark);
    write_inlines(page, row.label);
    write_note_letters(page, table, row.label_notes, false);
    if (row.mark && !row.mark->label.empty()) {
        page.out.text("\u2002");  // wider than a blank, and nothing where the line breaks
        page.out.leaf("span", {attr("class", "mw")}, row.mark->label);
    }
    if (room) page.out.close();
    page.out.close();
}

// Second lines under a row: a comment, an analysis.
void write_detail(Page& page, const TablePlan& plan, const Row& row) {
    const Table& table = *plan.table;
    page.out.open("tr", {attr("class", "d"), role(table, "row")});
    page.out.open("td", {attr("class", plan.marks ? "mk" : ""),
                         attr("colspan", std::to_string(table.columns.size() + 1)), role(table, "cell")});
    for (std::size_t i = 0; i < row.detail.size(); ++i) {
        page.out.open("p");
        if (i == 0 && !row.detail_label.empty()) {
            page.out.open("b");
            page.out.text(row.detail_label);
            page.out.close();
            page.out.text(": ");
        }
        write_inlines(page, row.detail[i]);
        page.out.close();
    }
    page.out.close();
    page.out.close();
}

bool has_content(const Cell& cell) {
    return cell.figure || cell.mark || cell.completion || !cell.paragraphs.empty() || !cell.notes.empty();
}

bool has_changed_cells(const Row& row) {
    return has_changes(row.label) || std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
               return cell.before ||
                      std::any_of(cell.paragraphs.begin(), cell.paragraphs.end(), has_changes);
           });
}

void write_row(Page& page, const TablePlan& plan, const Row& row) {
    const Table& table = *plan.table;
    const bool heading_only =
        row.kind == RowKind::group && std::none_of(row.cells.begin(), row.cells.end(), has_content);
    std::string name(row.kind == RowKind::item ? std::string_view() : name_of(row.kind));
    if (!row.detail.empty()) name += " nb";
    name += change_class(row.change);
    if (row.change == Change::none && has_changed_cells(row)) name += " chg";
    page.out.open("tr", {attr("class", name), role(table, "row")});
    write_label(page, plan, row, heading_only);
    if (!heading_only) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) write_cell(page, plan, row, i);
    }
    page.out.close();
    if (!row.detail.empty()) write_detail(page, plan, row);
    page.out.line();
}

// A group heading and a total each begin a body of their own: the heading speaks for its rows and no others.
void write_rows(Page& page, const TablePlan& plan) {
    bool open = false;
    for (const Row& row : plan.table->rows) {
        if (open && (row.kind == RowKind::group || row.kind == RowKind::total)) {
            page.out.close();
            open = false;
        }
        if (!open) page.out.open("tbody", {role(*plan.table, "rowgroup")});
        open = true;
        write_row(page, plan, row);
    }
    if (open) page.out.close();
}

void write_notes(Page& page, const Table& table) {
    if (table.notes.empty()) return;
    page.out.open("div", {attr("class", "notes")});
    for (const TableNote& note : table.notes) {
        page.out.open("p", {attr("class", note.avstamning ? "av" : "", note.mark.empty() ? " all" : "")});
        if (!note.mark.empty()) page.out.leaf("sup", {}, note.mark);
        if (note.avstamning) {
            page.out.leaf("strong", {}, page.words.reconciliation);
            page.out.text(" ");
        }
        write_inlines(page, note.text);
        page.out.close();
    }
    page.out.close();
}

// Letters of notes hang outside the figures: in the last column that is outside the table.
bool notes_hang_at_edge(const Table& table) {
    const std::size_t last = table.columns.size();
    return last > 0 && std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
               return row.cells.size() == last && row.cells.back().figure && !row.cells.back().notes.empty();
           });
}

std::string table_class(const Table& table) {
    constexpr std::size_t most_on_portrait = 10;  // columns; more want the paper's other side
    constexpr std::size_t crowded = 5;
    constexpr std::size_t very_crowded = 7;
    constexpr std::size_t short_table = 14;  // rows that stay on one page
    std::string name = "tb";
    if (is_slim(table)) name += " slim";
    if (table.wide || table.columns.size() > most_on_portrait) name += " wide";
    if (table.columns.size() > crowded) name += " many";
    if (table.columns.size() > very_crowded) name += " most";
    if (notes_hang_at_edge(table)) name += " he";
    if (table.rows.size() <= short_table) name += " keep";
    return name;
}

}  // namespace

void write_table(Page& page, std::size_t index) {
    const Table& table = page.document.tables.at(index);
    TablePlan plan = plan_table(table);
    plan.identified = !page.written_tables[index];
    page.written_tables[index] = true;
    page.out.open("div",
                  {attr("class", table_class(table)), plan.identified ? id("t-", table.id) : Attribute{}});
    if (table.stacks) {
        page.out.open("div", {attr("class", "stack")});
        page.out.open("table", {attr("role", "table"), attr("aria-label", spoken_name(page, table))});
    } else {
        page.out.open("div", {attr("class", "scroll"), attr("role", "region"),
                              attr("aria-label", region_name(page, table)), attr("tabindex", "0")});
        page.out.open("table");
    }
    write_caption(page, table);
    write_head(page, plan);
    write_rows(page, plan);
    page.out.close();
    page.out.close();
    write_notes(page, table);
    write_waiting_notes(page);
    page.out.close();
}

}  // namespace styrkedja::html
