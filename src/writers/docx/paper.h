// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "charts/drawing.h"
#include "document/document.h"
#include "locale/document_words.h"
#include "writers/docx/base.h"
#include "codec/xml.h"

// What the parts of the Word writer share. The text is written once from front to back.
namespace styrkedja::docx {

using namespace xml;

inline constexpr int margin_indent = 2324;   // 41 mm: the text column begins here
inline constexpr int text_width = 7031;      // 124 mm
inline constexpr double points_per_twip = 1.0 / 20;

// A part of the package with what it points at.
struct Relation {
    std::string type;    // "hyperlink", "image", ...
    std::string target;
    bool external = false;
};
struct Part {
    Xml xml;
    std::vector<Relation> links;                  // rId1, rId2, ...
    std::map<std::string, std::size_t> known;  // target → its place in links
    std::string link(std::string type, const std::string& target, bool external = false);
};

// A drawing that stands in the document as SVG with a PNG beside it for older programs.
struct Picture {
    charts::Drawing drawing;
    double scale = 2;      // pixels to a point
    std::string svg;
    std::string png;       // made last
};

struct Paper {
    Paper(const document::Document& document_of, const DocumentWords& words_of, Base base_of);

    const document::Document& document;
    const DocumentWords& words;
    Base base;
    Problems problems;

    Part body, notes;
    Part* part = &body;               // the one being written
    Xml& out() { return part->xml; }
    std::string number_list;          // further <w:num> of lists that begin anew
    std::vector<Picture> pictures;
    std::map<std::string, std::size_t> picture_at;  // by SVG

    // Counters of what must be unique.
    int bookmarks = 0, controls = 1000, changes = 0, drawings = 0;
    std::set<std::string> bookmark_names;
    std::vector<int> note_ids;        // printed number of each note, 0 = not met yet
    int last_note = 0;
    int last_table = 0, last_chart = 0;   // as the fields count them

    // Where we are.
    int goal_depth = 0;
    std::size_t depth = 0;
    std::string_view section_id;
    document::Change outer = document::Change::none;   // of the section, table or row being written
    bool sans = false;                // in tables and notes semibold is the sans'
    bool landscape = false;
    bool after_table = false;         // nothing since a table
    bool break_before = false;        // the next chapter begins a page
    std::size_t section_slot = 0;     // where a section's end can be put into the last paragraph; 0 = nowhere
    bool begun = false;               // something has been written
    std::size_t space_slot = 0;       // where the last paragraph can be given room below; 0 = nowhere
    Style last_style = Style::body;   // of the last paragraph
    bool nudged = false;              // its right edge was moved to keep its rule its own
    bool spaced = false;              // it says its room above already, just before that place
    int chapter = 0, subchapter = 0;  // as the numbering counts them
    bool contents_written = false;
    std::size_t replaced = 0;         // characters replaced, as told so far

    // Found before.
    bool has_contents = false;
    std::set<std::size_t> printed_tables;         // that a section prints
    std::unordered_set<std::string> printed_rows;  // "table/row"
    bool decided() const { return document.state >= document::State::decided; }
    int live_width() const;           // twips, of the page being written

    void warn(std::string_view code, std::string field, std::vector<std::pair<std::string_view, std::string>> args);
    // Tells of characters that were replaced since the last time.
    void tell_replaced(std::string_view field);
};

// ---- runs.cpp: text, fields, bookmarks, changes ----
struct RunForm {
    std::optional<Style> style = {};
    document::Change change = document::Change::none;
};
void write_run(Paper& paper, std::string_view text, RunForm form = {});
void write_tab(Paper& paper);
// A field and what it gives now.
void write_field(Paper& paper, std::string_view instruction, std::string_view result, RunForm form = {});
std::string bookmark_name(char kind, std::string_view id);
// Nothing when the name is taken: the first of its kind is what links find.
int open_bookmark(Paper& paper, const std::string& name);
void close_bookmark(Paper& paper, int bookmark);
void open_change(Paper& paper, document::Change change);
void close_change(Paper& paper, document::Change change);
inline document::Change inner_change(document::Change outer, document::Change own) {
    return own == document::Change::none ? outer : own;
}
void write_change_mark(Paper& paper, document::Change change);   // <w:ins .../> in properties

// How a paragraph differs from its style.
struct ParagraphForm {
    bool keep_next = false;
    bool break_before = false;
    int number = 0;                  // numId of a list; -1 = none
    int number_level = 0;
    int decimal_tab = 0;             // twips
    std::optional<int> left = {};    // twips
    int right = 0;                   // twips, may be negative
    int hanging = 0;
    int before = 0;                  // twips of space, where the style's isn't enough
    bool fits_picture = false;       // lines as high as what stands in them
    bool ruled = false;              // a hairline below: the heading of a group of columns
    std::string_view align = {};
    document::Change change = document::Change::none;
};
void open_paragraph(Paper& paper, Style style, const ParagraphForm& form = {});
void close_paragraph(Paper& paper);

// ---- inlines.cpp ----
void write_inlines(Paper& paper, const document::Inlines& inlines, document::Change change = document::Change::none);
void write_paragraph(Paper& paper, Style style, const document::Inlines& inlines, const ParagraphForm& form = {});

// ---- pictures.cpp ----
struct DrawingForm {
    double scale = 4;     // pixels of the PNG to a point
    int raised = 0;       // half points
    double shown = 1;     // part of its size
};
void write_drawing(Paper& paper, charts::Drawing drawing, const DrawingForm& form, std::string_view alternative);
void write_mark(Paper& paper, const document::Mark& mark, double side);
void write_logo(Paper& paper);
std::string logo_png(const Paper& paper);
void finish_pictures(Paper& paper);

// ---- tables.cpp ----
void write_table(Paper& paper, std::size_t index);
void write_facts(Paper& paper, const document::Facts& facts);
bool is_wide(const document::Table& table);

// ---- charts.cpp ----
void write_chart(Paper& paper, std::size_t index);
void write_matrix(Paper& paper, const document::RiskMatrix& matrix);

// ---- blocks.cpp ----
void write_block(Paper& paper, const document::Block& block);

// ---- sections.cpp ----
void write_sections(Paper& paper, const std::vector<document::Section>& sections);
// Turns the page when it lies the other way.
void turn_page(Paper& paper, bool landscape);
void write_section_end(Paper& paper, bool last);

// ---- front.cpp, contents.cpp ----
void write_front(Paper& paper);
void write_contents(Paper& paper, int depth);
// The header and footer parts; with titles of the municipality's own, none.
struct NamedPart {
    std::string path;
    std::string xml;
};
std::vector<NamedPart> header_parts(Paper& paper);

// ---- package.cpp ----
std::string pack(Paper& paper);

}  // namespace styrkedja::docx
