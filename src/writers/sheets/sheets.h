// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/problem.h"
#include "document/document.h"

// A document's tables as sheets of numbers: what XLSX and CSV both write. A figure becomes the number behind it, a
// published one the number that was published; what a number can't carry (notes, what was computed) becomes comments.
namespace styrkedja::sheets {

// How the document prints a number, so that a sheet can show it alike.
struct Form {
    enum class Sign : std::uint8_t { minus, plus_and_minus, none };   // none: what rounds to zero
    int decimals = 0;
    Sign sign = Sign::minus;
    bool grouping = true;
    bool dash = false;          // zero is printed as a dash
    std::string suffix;         // "\u00a0%", or empty
};

// A formula over the same sheet. Rows and columns are indices into the sheet's lines and the table's columns.
struct Formula {
    std::vector<std::pair<std::size_t, std::size_t>> rows;   // a sum: first and last of each run of rows
    std::size_t minuend = 0, subtrahend = 0;                 // a difference, where there are no rows
};

// One cell: a number or a text, or nothing.
struct Slot {
    std::string number;                   // exact decimal with a dot; empty = not a number
    std::string text;
    Form form;
    std::vector<std::string> comments;
    std::optional<Formula> formula;
    Exact value = Exact::none();          // of number, where it can be calculated with
    bool published = false;               // the published figure, which isn't what was computed
    bool share = false;                   // per cent: never added
    bool empty() const { return number.empty() && text.empty(); }
};

struct Line {
    const document::Row* row = nullptr;
    Slot label;
    std::string mark;                     // the word of the mark before the label
    std::vector<Slot> cells;              // as many as the table's columns
    std::string remark;                   // the row's second lines
};

struct Sheet {
    const document::Table* table = nullptr;
    std::string heading;                  // "Tabell 3. Drift per ansvar"; never empty
    std::string section;                  // heading of the section where it stands, or empty
    std::string name;                     // unique among the sheets, whatever the letter case; allowed in Excel
    bool has_marks = false, has_remarks = false;
    std::string remark_heading;
    std::vector<Line> lines;
};

// All sheets of a document: its tables in their order, then the charts that have no table of their own.
struct Book {
    std::deque<document::Table> of_charts;
    std::vector<Sheet> sheets;
};
Book make_book(const document::Document& document, Problems& problems);

// A chart's data as a table: places by series, a group of rows for each panel.
document::Table table_of(const document::Chart& chart);

// Writes sums and differences where they hold exactly, and says in a comment where a total is none.
void find_formulas(Sheet& sheet);

// Names of sheets: at most 31 UTF-16 units, without []:*?/\ and control characters, no ' first or last, not "History".
class SheetNames {
  public:
    std::string take(std::string_view wish);

  private:
    std::vector<std::string> taken_;   // in small letters
};

// The first `units` UTF-16 units of the text at most, never half a character.
std::string_view first_units(std::string_view text, std::size_t units);
std::size_t count_units(std::string_view text);

// Where the cell's notes and sources are told in words.
std::string note_text(const document::TableNote& note);
std::string sources_text(const std::vector<document::Source>& sources);
std::string text_of(const document::Cell& cell);   // its words, without its figure
std::string column_heading(const document::Table& table, std::size_t column);

// One fact: a cell of a table that isn't empty, with all that it takes to know it without its table.
struct Fact {
    const Sheet* sheet;
    const Line* line;
    std::size_t column;
    std::string_view part;                 // label of the group row above it, or empty
};
std::vector<Fact> facts_of(const Book& book);

// What is told of a fact: before its number (table, part, row, column, unit), the number as computed, and after it
// (shown, published, how it was computed, sources). `fact_headings` are the headings of all.
struct FactTexts {
    std::vector<std::string> before;
    std::string number;
    std::vector<std::string> after;
};
FactTexts texts_of(const Fact& fact);
std::vector<std::string> fact_headings();

}  // namespace styrkedja::sheets
