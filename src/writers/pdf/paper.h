// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/problem.h"
#include "document/document.h"
#include "document/names.h"
#include "locale/document_words.h"
#include "writers/pdf/pager.h"
#include "writers/pdf/painter.h"

// What the parts of the PDF writer share, and what they give each other: each part turns its piece of the document tree into
// pieces of layout, with the tags that say what they are.
namespace styrkedja::pdf {

struct Paper {
    Paper(const document::Document& document_of, Problems& problems_of, bool with_contents_of);

    const document::Document& document;
    const DocumentWords& words = swedish_document_words;
    Problems& problems;
    bool with_contents;

    Fonts fonts;
    Hyphens hyphens;
    Setter setter{fonts, hyphens};
    Tags tags;
    File file;
    std::vector<LinkTo> links;
    Painter painter;
    Pager pager;

    Ink accent = black, accent_text = black;  // the municipality's colour, and the same where it is read as text
    std::set<std::string> quoted_cells;       // "table/row/column" that are quoted and exist: links lead to them
    std::vector<bool> written_tables;
    std::vector<int> note_numbers;            // printed number of each footnote, 0 = not met yet
    int last_note = 0;
    int table_notes = 0;                      // for their ids
    ElementId container = 0;                  // the section being written: notes and blocks stand in it
    int heading_level = 1;                    // of the last heading around what is being written
    std::string section;                      // id of the section being written: where problems are
};

// ---- inlines.cpp ----
Spans spans_of(Paper& paper, const document::Inlines& inlines, const Style& style, ElementId element,
               document::Change change = document::Change::none);
Span span(std::string text, const Style& style, ElementId element);

// ---- place.cpp ----
enum class Side : std::uint8_t { left, middle, right };
// A line's words into a piece: `x` is the left edge, the middle or the right edge, `base` the base line from the piece's top.
// Footnotes that the line refers to come with it.
void put_line(Paper& paper, Piece& piece, const Lines& lines, std::size_t line, double x, double base, Side side = Side::left);
struct Measure {
    double x = text_left;
    double width = text_width;
};
// A paragraph as pieces of a line each: no line alone at the foot or head of a page.
struct Paragraphing {
    double before = 0;
    double after = 0;
    bool keep_next = false;
    bool changed = false;   // with a bar at left
    double bar = 0;         // thickness of another bar at left (statements)
    double bar_x = 0;
};
std::vector<Piece> paragraph(Paper& paper, const Lines& lines, const Style& style, Measure measure, Paragraphing how);
void add(Paper& paper, std::vector<Piece> pieces);
// The mark's shape: an artifact, since its word stands beside it.
Picture shape_of(const document::Mark& mark, double side, double x, double y);

// ---- front.cpp, contents.cpp ----
void write_front(Paper& paper);
void write_contents(Paper& paper, int depth);
bool has_contents_block(const document::Document& document);

// ---- sections.cpp, blocks.cpp ----
void write_sections(Paper& paper, const std::vector<document::Section>& sections, int depth, int goal_depth);
void write_block(Paper& paper, const document::Block& block, bool turned);
void write_subheading(Paper& paper, const std::string& text, document::Change change, const Style& style, Measure measure,
                      double bar = 0);
bool is_headed(const document::Section& section);

// ---- table_*.cpp ----
void write_table(Paper& paper, std::size_t index);
bool is_turned(Paper& paper, std::size_t table);

// ---- chart_blocks.cpp ----
void write_chart(Paper& paper, const document::Chart& chart);
void write_matrix(Paper& paper, const document::RiskMatrix& matrix);

// ---- shield.cpp ----
// A shield's SVG as PDF operators in its own coordinates; nothing for what is not understood.
struct Shield {
    std::string operators;
    double width = 0, height = 0;
    bool complete = true;  // all of it was understood
};
Shield read_shield(const std::string& svg);

}  // namespace styrkedja::pdf
