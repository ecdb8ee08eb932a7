// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "document/document.h"
#include "document/names.h"
#include "locale/document_words.h"
#include "writers/html/colour.h"
#include "writers/html/markup.h"

// What the parts of the HTML writer share. The page is written once from front to back; what must be known
// earlier (which cells are quoted, which colours and widths the style sheet needs) is found by one walk
// before.
namespace styrkedja::html {

// Found by the walk before.
struct Survey {
    std::unordered_set<std::string> quoted_cells;  // "table/row/column" that are quoted and exist
    std::vector<Colour> mark_colours;              // in order of appearance: class k1, k2, ...
    std::set<int> widths;                          // per cent: class w12, ...
    bool has_contents = false;                     // some section lists the contents itself
};
Survey survey(const document::Document& document);

struct Page {
    Page(const document::Document& document_of, const DocumentWords& words_of)
        : document(document_of),
          words(words_of),
          found(survey(document_of)),
          note_numbers(document_of.notes.size()),
          written_tables(document_of.tables.size()) {}

    const document::Document& document;
    const DocumentWords& words;
    Survey found;
    Markup out;

    std::size_t depth = 0;           // of the section being written: its heading is h2 at depth 1
    int goal_depth = 0;              // of goals within goals
    std::string_view heading;        // of the section being written
    int cards = 0;                   // cards so far; the next one is c1 + cards
    std::vector<int> note_numbers;   // printed number of each note, 0 = not met yet
    std::vector<int> waiting_notes;  // met in the paragraph being written
    int last_note = 0;
    std::vector<bool> written_tables;
    std::multiset<std::string> region_names;
};

// ---- figures.cpp ----
// Is there anything to tell about the figure beyond what is shown?
bool has_card(const document::Figure& figure);
// "tas fram av nämnden", where others have a number: it may break.
bool is_in_words(const document::Figure& figure);
// "1 234,5" of "1234.5".
std::string exact_figure(std::string_view value);
// The card that tells it, with the notes of its cell. It is described to assistive technology by its owner.
void write_card(Page& page, int card, const document::Figure* figure,
                const std::vector<const document::TableNote*>& notes);
// The shape alone, and the shape with its word.
void write_shape(Page& page, const document::Mark& mark);
void write_mark(Page& page, const document::Mark& mark);
// The mark that an earlier version had: its word, struck through.
void write_mark_before(Page& page, const document::Mark& mark);
bool takes_colour(document::MarkShape shape);

// ---- inlines.cpp ----
void write_inlines(Page& page, const document::Inlines& inlines);
// What an earlier version had otherwise has a bar at its left: the class for it.
std::string_view change_class(document::Change change);
// <p> with the text, and after it the footnotes that it refers to.
void write_paragraph(Page& page, const document::Inlines& inlines, std::string_view css_class = {});
// Footnotes met since the last time.
void write_waiting_notes(Page& page);

// ---- tables.cpp, table_head.cpp, cells.cpp, column_widths.cpp ----
struct TablePlan;
void write_table(Page& page, std::size_t index);
// A little table stands in the text column; others run across the margin too.
bool is_slim(const document::Table& table);
// The columns' widths in per cent of the table, without the labels', which have the rest.
std::vector<int> column_percents(const document::Table& table);

// ---- charts.cpp ----
void write_chart(Page& page, std::size_t index);
void write_sparkline(Page& page, const document::Sparkline& line);

// ---- blocks.cpp ----
void write_block(Page& page, const document::Block& block);
void write_heading(Page& page, std::size_t rank, std::string_view text);  // inside the section being written

// ---- sections.cpp ----
void write_sections(Page& page, const std::vector<document::Section>& sections);
// Two levels at most; nothing where there is little to list.
void write_contents(Page& page, int depth);

// ---- style.cpp ----
std::string style_sheet(const document::Document& document, const Survey& found);

}  // namespace styrkedja::html
