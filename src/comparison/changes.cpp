// SPDX-License-Identifier: EUPL-1.2
#include "comparison/changes.h"

#include <algorithm>

#include "comparison/words.h"

namespace styrkedja::comparison {

using namespace document;

namespace {

constexpr std::string_view section_id = "changes";

Inlines plain(std::string_view text) {
    return text.empty() ? Inlines{} : Inlines{Text{std::string(text)}};
}

Column words_column(std::string id, std::string_view label, int width) {
    Column column;
    column.id = std::move(id);
    column.label = label;
    column.align = Align::left;
    column.width = width;
    return column;
}

Cell words_cell(const Inlines& text) {
    Cell cell;
    if (!text.empty()) cell.paragraphs = {text};
    return cell;
}

// A figure's row and column say what it is; of anything else it is said first: "Ny rad · Tabell 3".
std::string label_of(const Changed& change, const ComparisonWords& words) {
    if (change.what == words.figure && !change.place.empty()) return change.place;
    return change.place.empty() ? change.what : change.what + " · " + change.place;
}

Row group_row(const std::string& id, const std::string& chapter) {
    Row row;
    row.id = id;
    row.kind = RowKind::group;
    row.label = plain(chapter);
    row.cells.resize(2);
    return row;
}

Table table_of(const Changes& changes, const std::string& earlier) {
    const ComparisonWords& words = changes.words;
    Table table;
    table.id = section_id;
    table.caption = std::string(words.since) + earlier;
    table.stub = words.place;
    table.stacks = true;
    table.columns = {words_column("before", words.before, 28), words_column("now", words.now, 28)};
    int number = 0;
    const std::string* section = nullptr;
    for (const Changed& each : changes.list()) {
        if (!section || *section != each.section) {
            table.rows.push_back(group_row("section-" + std::to_string(++number), each.section));
            section = &each.section;
        }
        Row row;
        row.id = "change-" + std::to_string(++number);
        row.label = plain(label_of(each, words));
        row.cells = {words_cell(each.before), words_cell(each.now)};
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

void Changes::add(std::string_view what, Inlines before, Inlines now) {
    std::string place;
    for (const std::string& step : path_) {
        if (step.empty()) continue;
        if (!place.empty()) place += " · ";
        place += step;
    }
    list_.push_back({sections_.empty() ? chapter_ : sections_.back(), std::move(place), std::string(what), std::move(before), std::move(now)});
}

void Changes::add(std::string_view what, const std::string& before, const std::string& now) {
    add(what, plain(before), plain(now));
}

void Changes::add_text(std::string_view what, const Inlines& marked) {
    add(what, excerpt(marked, Change::removed), excerpt(marked, Change::added));
}

void append_list(Document& document, const Changes& changes, const std::string& earlier) {
    Section section;
    section.id = section_id;
    section.heading = changes.words.heading;
    section.appendix = true;
    if (changes.list().empty()) {
        section.blocks.push_back(Paragraph{plain(changes.words.nothing)});
    } else {
        document.tables.push_back(table_of(changes, earlier));
        section.blocks.push_back(TableBlock{document.tables.size() - 1});
    }
    document.sections.push_back(std::move(section));
}

}  // namespace styrkedja::comparison
