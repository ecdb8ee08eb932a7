// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "comparison/words.h"
#include "comparison/work.h"
#include "document/names.h"

namespace styrkedja::comparison {

using namespace document;

namespace {

std::string heading_of(const Column& column) {
    return column.group.empty() ? column.label : column.group + " " + column.label;
}

const Cell& cell_at(const Row& row, std::size_t column) {
    static const Cell nothing;
    return column < row.cells.size() ? row.cells[column] : nothing;
}

bool is_words(const Cell& cell) {
    return !cell.figure && !cell.mark && !cell.completion && !cell.paragraphs.empty();
}

// Where each of the newer table's columns stood in the older; none for new ones.
std::vector<std::optional<std::size_t>> older_columns(Work& work, Table& newer, const Table& older) {
    std::vector<std::optional<std::size_t>> places;
    for (Column& column : newer.columns) {
        const auto found = std::find_if(older.columns.begin(), older.columns.end(),
                                        [&](const Column& each) { return each.id == column.id; });
        if (found == older.columns.end()) {
            column.change = Change::added;
            work.changes.add(work.changes.words.new_column, "", heading_of(column));
            places.emplace_back();
            continue;
        }
        if (heading_of(*found) != heading_of(column))
            work.changes.add(work.changes.words.heading_text, heading_of(*found), heading_of(column));
        places.emplace_back(static_cast<std::size_t>(found - older.columns.begin()));
    }
    for (const Column& column : older.columns) {
        const bool gone = std::none_of(newer.columns.begin(), newer.columns.end(),
                                       [&](const Column& each) { return each.id == column.id; });
        if (gone) work.changes.add(work.changes.words.removed_column, heading_of(column), "");
    }
    return places;
}

void compare_cell(Work& work, Cell& newer, const Cell& older, const std::string& heading) {
    const std::string was = shown(older);
    const std::string now = shown(newer);
    if (was == now) return;
    const ComparisonWords& words = work.changes.words;
    work.changes.enter(heading);
    if (is_words(newer) && is_words(older)) {
        compare_paragraphs(work, newer.paragraphs, older.paragraphs, words.text);
    } else {
        newer.before = Inlines{Text{was.empty() ? std::string(words.missing) : was, Change::removed}};
        work.changes.add(newer.mark || older.mark ? words.mark : newer.figure || older.figure ? words.figure : words.text,
                         was, now);
    }
    work.changes.leave();
}

void compare_row(Work& work, const Table& table, Row& newer, const Row& older,
                 const std::vector<std::optional<std::size_t>>& places) {
    work.changes.enter(plain_text(newer.label));
    compare_text(work, newer.label, older.label, work.changes.words.text);
    for (std::size_t i = 0; i < newer.cells.size() && i < places.size(); ++i) {
        if (places[i])
            compare_cell(work, newer.cells[i], cell_at(older, *places[i]), heading_of(table.columns[i]));
    }
    compare_paragraphs(work, newer.detail, older.detail, work.changes.words.text);
    work.changes.leave();
}

// An older row in the newer table's columns, struck through. Its letters for notes belong to notes that may be gone.
Row gone_row(const Row& older, const std::vector<std::optional<std::size_t>>& places) {
    Row gone = older;
    gone.change = Change::removed;
    gone.label = mark_all(gone.label, Change::removed);
    gone.label_notes.clear();
    gone.cells.clear();
    for (const auto& place : places) {
        gone.cells.push_back(place ? cell_at(older, *place) : Cell{});
        gone.cells.back().notes.clear();
        for (Inlines& paragraph : gone.cells.back().paragraphs) paragraph = mark_all(paragraph, Change::removed);
    }
    for (Inlines& paragraph : gone.detail) paragraph = mark_all(paragraph, Change::removed);
    return gone;
}

using Rows = std::unordered_map<std::string, std::size_t>;

Rows index_rows(const std::vector<Row>& rows) {
    Rows index;
    Occurrences met;
    for (std::size_t i = 0; i < rows.size(); ++i) index.emplace(met.next(rows[i].id), i);
    return index;
}

void insert_gone_rows(Work& work, std::vector<Row>& rows, const Table& older,
                      const std::vector<std::optional<std::size_t>>& places) {
    Occurrences met;
    std::vector<std::string> keys;
    for (const Row& row : rows) keys.push_back(met.next(row.id));
    Occurrences older_met;
    std::size_t place = 0;   // after the row that came before it
    for (const Row& row : older.rows) {
        const std::string key = older_met.next(row.id);
        const auto found = std::find(keys.begin(), keys.end(), key);
        if (found != keys.end()) {
            place = static_cast<std::size_t>(found - keys.begin()) + 1;
            continue;
        }
        work.changes.add(work.changes.words.removed_row, plain_text(row.label), "");
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(place), gone_row(row, places));
        keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(place), key);
        ++place;
    }
}

void compare_caption(Work& work, const Table& newer, const Table& older) {
    const ComparisonWords& words = work.changes.words;
    if (newer.caption != older.caption) work.changes.add(words.heading_text, older.caption, newer.caption);
    if (newer.unit != older.unit) work.changes.add(words.unit, older.unit, newer.unit);
    if (newer.sign_rule != older.sign_rule) work.changes.add(words.sign_rule, older.sign_rule, newer.sign_rule);
}

// Notes by their texts: letters move when a note comes between.
void compare_notes(Work& work, Table& newer, const Table& older) {
    auto is_in = [](const std::vector<TableNote>& notes, const TableNote& note) {
        return std::any_of(notes.begin(), notes.end(), [&](const TableNote& each) {
            return plain_text(each.text) == plain_text(note.text);
        });
    };
    for (const TableNote& note : older.notes) {
        if (!is_in(newer.notes, note)) work.changes.add(work.changes.words.note, mark_all(note.text, Change::removed), {});
    }
    for (TableNote& note : newer.notes) {
        if (is_in(older.notes, note)) continue;
        note.text = mark_all(note.text, Change::added);
        work.changes.add(work.changes.words.note, {}, note.text);
    }
}

}  // namespace

std::string shown(const Cell& cell) {
    std::string text = cell.figure ? cell.figure->shown : "";
    auto add = [&](const std::string& more) { text += (text.empty() || more.empty() ? "" : " ") + more; };
    if (cell.mark) add(cell.mark->label);
    if (cell.completion) add(std::to_string(*cell.completion) + "\u00a0%");
    for (const Inlines& paragraph : cell.paragraphs) add(plain_text(paragraph));
    return text;
}

std::string name_of_table(const Work& work, const Table& table) {
    const ComparisonWords& words = work.changes.words;
    const std::string number = table.number > 0 ? std::string(words.table) + "\u00a0" + std::to_string(table.number) : "";
    if (table.caption.empty()) {
        if (!number.empty()) return number;
        return table.stub.empty() ? std::string(words.unnumbered_table) : table.stub;
    }
    return number.empty() ? table.caption : number + " " + table.caption;
}

void compare_table(Work& work, std::size_t newer_at, std::size_t older_at) {
    Table& newer = work.newer.tables[newer_at];
    const Table& older = work.older.tables[older_at];
    if (!work.compared_tables.insert(newer.id).second) return;   // it stands in several places
    work.changes.enter(name_of_table(work, newer));
    compare_caption(work, newer, older);
    const auto places = older_columns(work, newer, older);
    const Rows rows = index_rows(older.rows);
    Occurrences met;
    std::string group;   // the heading that speaks for the rows under it, until a total
    for (Row& row : newer.rows) {
        if (row.kind == RowKind::group) group = plain_text(row.label);
        if (row.kind == RowKind::total) group.clear();
        const Within within(work.changes, row.kind == RowKind::group ? "" : group);
        const auto found = rows.find(met.next(row.id));
        if (found != rows.end()) {
            compare_row(work, newer, row, older.rows[found->second], places);
            continue;
        }
        row.change = Change::added;
        work.changes.add(work.changes.words.new_row, "", plain_text(row.label));
    }
    insert_gone_rows(work, newer.rows, older, places);
    compare_notes(work, newer, older);
    work.changes.leave();
}

std::size_t add_removed_table(Work& work, std::size_t older) {
    Table table = work.older.tables[older];
    table.change = Change::removed;
    std::vector<std::optional<std::size_t>> places;
    for (std::size_t i = 0; i < table.columns.size(); ++i) places.emplace_back(i);
    for (Row& row : table.rows) row = gone_row(row, places);
    table.number = 0;   // its number is another table's now
    work.newer.tables.push_back(std::move(table));
    return work.newer.tables.size() - 1;
}

}  // namespace styrkedja::comparison
