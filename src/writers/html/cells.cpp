// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/html/table_plan.h"

namespace styrkedja::html {

using namespace document;

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_zero(const Figure& figure) {
    return !figure.value.empty() && figure.value.find_first_not_of("-0.") == std::string::npos;
}

std::vector<const TableNote*> notes_of(const Table& table, const std::vector<int>& notes) {
    std::vector<const TableNote*> list;
    for (const int note : notes) {
        if (const auto at = static_cast<std::size_t>(note); at < table.notes.size())
            list.push_back(&table.notes[at]);
    }
    return list;
}

// The number beside its bar; the bar says nothing that the number doesn't.
void write_completion(Page& page, int percent) {
    const int filled = std::clamp(percent, 0, 100);
    page.out.open("span", {attr("class", "comp")});
    page.out.open("b");
    page.out.text(std::to_string(percent));
    page.out.text("\u00a0%");
    page.out.close();
    page.out.open("svg", {attr("viewBox", "0 0 102 14"), attr("preserveAspectRatio", "none"),
                          attr("aria-hidden", "true")});
    page.out.open("rect", {attr("x", "1"), attr("y", "1"), attr("width", "100"), attr("height", "12"),
                           attr("stroke-width", "1.6")});
    page.out.close();
    page.out.open("rect", {attr("x", "1"), attr("y", "1"), attr("width", std::to_string(filled)),
                           attr("height", "12")});
    page.out.close();
    page.out.close();
    page.out.close();
}

void write_paragraphs(Page& page, const Cell& cell) {
    const bool alone = !cell.figure && !cell.mark && !cell.completion && cell.paragraphs.size() == 1;
    for (const Inlines& paragraph : cell.paragraphs) {
        page.out.open(alone ? ElementName("span") : ElementName("p"));
        write_inlines(page, paragraph);
        page.out.close();
    }
}

std::string cell_class(const TablePlan& plan, const Row& row, std::size_t at, const Cell& cell, bool card) {
    const Column& column = plan.table->columns[at];
    std::string name;
    if (follows_figures(*plan.table, at)) name = "a";
    const bool number = cell.completion || (cell.figure && !is_in_words(*cell.figure));
    if (column.align != Align::left) name = number ? "n" : "w";
    if (column.principal) name += " v";
    if (row.kind == RowKind::item && cell.figure && is_zero(*cell.figure)) name += " z";
    if (card) name += " f";
    return name;
}

}  // namespace

Tail tail_of(std::string_view shown) {
    const std::size_t first = shown.find_first_of("0123456789");
    if (first == std::string_view::npos) return {};
    std::size_t last = shown.size();
    while (!is_digit(shown[last - 1])) --last;
    Tail tail;
    tail.unit = shown.substr(last);
    const std::size_t comma = shown.rfind(',', last);
    if (comma != std::string_view::npos && comma > first) tail.decimals = shown.substr(comma, last - comma);
    return tail;
}

std::string missing_room(const TablePlan& plan, std::size_t column, std::string_view shown) {
    if (plan.table->columns[column].align != Align::decimal ||
        shown.find_first_of("0123456789") == std::string::npos) {
        return {};
    }
    const Tail tail = tail_of(shown);
    const Tail& longest = plan.longest[column];
    std::string room;
    if (longest.decimals.size() > tail.decimals.size()) room = longest.decimals.substr(tail.decimals.size());
    if (tail.unit.empty()) room += longest.unit;
    return room;
}

void write_note_letters(Page& page, const Table& table, const std::vector<int>& notes, bool hanging) {
    std::string letters;
    for (const TableNote* note : notes_of(table, notes))
        letters += (letters.empty() ? "" : "\u2009") + note->mark;
    if (letters.empty()) return;
    page.out.open("sup", {attr("class", hanging ? "hs" : "")});
    page.out.leaf("span", {attr("class", "vh")}, " ");
    page.out.text(letters);
    page.out.close();
}

void write_cell(Page& page, const TablePlan& plan, const Row& row, std::size_t column_at) {
    const Table& table = *plan.table;
    const Column& column = table.columns[column_at];
    static const Cell nothing;
    const Cell& cell = column_at < row.cells.size() ? row.cells[column_at] : nothing;
    const auto notes = notes_of(table, cell.notes);
    const bool card = (cell.figure && has_card(*cell.figure)) || !notes.empty();
    const std::string number = card ? std::to_string(++page.cards) : std::string();
    const std::string address = table.id + "/" + row.id + "/" + column.id;
    const bool quoted = plan.identified && page.found.quoted_cells.contains(address);
    const bool empty = !cell.figure && !cell.mark && !cell.completion && cell.paragraphs.empty() && !cell.sparkline;
    page.out.open(
        "td",
        {attr("class", empty ? std::string() : cell_class(plan, row, column_at, cell, card)),
         quoted ? id("t-", address) : Attribute{}, role(table, "cell"),
         attr("data-l", table.stacks && !empty ? plan.headings[column_at] : std::string()),
         attr("data-p", cell.figure ? missing_room(plan, column_at, cell.figure->shown) : std::string()),
         card ? attr("tabindex", "0") : Attribute{}, card ? described_by("c", number) : Attribute{}});
    // Stacked, a cell is a grid of its name and its value: the value must be one thing.
    const bool bound = table.stacks && !notes.empty();
    if (bound) page.out.open("span");
    if (cell.mark) write_mark(page, *cell.mark);
    if (cell.figure) page.out.leaf("span", {attr("class", "fig")}, cell.figure->shown);
    if (cell.completion) write_completion(page, *cell.completion);
    if (!cell.paragraphs.empty()) write_paragraphs(page, cell);
    if (cell.sparkline) write_sparkline(page, *cell.sparkline);
    write_note_letters(page, table, cell.notes, cell.figure.has_value());
    if (bound) page.out.close();
    if (card) write_card(page, page.cards, cell.figure ? &*cell.figure : nullptr, notes);
    page.out.close();
}

}  // namespace styrkedja::html
