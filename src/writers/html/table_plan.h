// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "writers/html/page.h"
#include "writers/table_words.h"

// A table is planned before it is written: what all its rows must agree on.
namespace styrkedja::html {

// What stands after the whole part of a figure: ",25" and " %".
struct Tail {
    std::string_view decimals;
    std::string_view unit;
};
// Nothing for what is no figure ("Öka", "–", "±1" has a tail but no decimals).
Tail tail_of(std::string_view shown);

struct TablePlan {
    const document::Table* table = nullptr;
    bool identified = true;             // the first time it is written: its parts have ids
    bool marks = false;                 // some row has a mark before its label: all labels leave room
    std::vector<Tail> longest;          // per column: what the decimal comma is aligned by
    std::vector<std::string> headings;  // per column: its name with its group's, for narrow screens
};

TablePlan plan_table(const document::Table& table);

// A stacking table turns into blocks on a narrow screen, where the browser forgets that it is a table: its
// roles are written out. Nothing for other tables.
Attribute role(const document::Table& table, std::string_view name);

// What a figure lacks, in a column that is aligned on the comma, to be as long as the longest: invisible
// room.
std::string missing_room(const TablePlan& plan, std::size_t column, std::string_view shown);

// Is it a column of words after one of figures, whose letters of notes hang into the room between them?
bool follows_figures(const document::Table& table, std::size_t column);

void write_head(Page& page, const TablePlan& plan);
void write_cell(Page& page, const TablePlan& plan, const document::Row& row, std::size_t column);
// The letters of notes, hanging outside the figure.
void write_note_letters(Page& page, const document::Table& table, const std::vector<int>& notes,
                        bool hanging);

}  // namespace styrkedja::html
