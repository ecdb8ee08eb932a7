// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codec/xml.h"
#include "writers/xlsx/styles.h"

namespace styrkedja::xlsx {

inline constexpr std::size_t longest_text = 32767;      // UTF-16 units in a cell

// "B7". Rows and columns from 0.
std::string cell_name(std::size_t row, std::size_t column);
std::string column_name(std::size_t column);
std::string quoted_name(const std::string& sheet);      // 'Drift''s'

// Every text once.
class Texts {
  public:
    std::size_t of(const std::string& text);
    std::string xml(Problems& problems) const;         // characters that XML can't hold are told

  private:
    std::unordered_map<std::string, std::size_t> ids_;
    std::vector<const std::string*> in_order_;
    std::size_t uses_ = 0;
};

// A text as it goes into XML for Excel, which reads "_x0041_" as "A": such a text is written so that it stays.
std::string kept(std::string_view text);

// How many lines a text takes in a column of that many letters, broken at blanks.
std::size_t count_lines(std::string_view text, double letters);

struct Comment {
    std::size_t row, column;
    std::string text;
};

// One sheet while it is written, row by row, cell by cell.
class Worksheet {
  public:
    Worksheet(std::string name, Texts& texts, Styles& styles) : name_(std::move(name)), texts_(texts), styles_(styles) {}

    std::size_t begin_row();                            // the next one
    void height(double points);                         // of the row begun last; else by its wrapped texts
    std::size_t row() const { return row_; }            // the one begun last
    void text(std::size_t column, const std::string& text, const Look& look);
    void number(std::size_t column, std::string_view number, const Look& look, const std::string& formula = "");
    void blank(std::size_t column, const Look& look);
    void comment(std::size_t column, std::string text);
    void link(std::size_t column, const std::string& sheet, const std::string& tip);
    void merge(std::size_t first_column, std::size_t last_column);

    void widths(std::vector<double> widths) { widths_ = std::move(widths); }
    void freeze(std::size_t rows, std::size_t columns) { frozen_rows_ = rows, frozen_columns_ = columns; }
    void filter(std::size_t first_row, std::size_t columns) { filter_row_ = first_row, filter_columns_ = columns; }
    void repeat(std::size_t first, std::size_t last) { repeated_ = {first, last}; }
    void protect() { protected_ = true; }               // only open cells (Look) can be changed; no password
    // Only one of the texts in a range of cells ("'Listor'!$A$1:$A$5"), in a column from that row to this one.
    void choices(std::size_t column, std::size_t first_row, const std::string& range);
    void hide() { hidden_ = true; }
    bool is_hidden() const { return hidden_; }
    void footer(std::string left, std::string middle, std::string right);

    const std::string& name() const { return name_; }
    const std::vector<Comment>& comments() const { return comments_; }
    std::string defined_names(std::size_t index) const; // of this sheet, for the workbook
    std::string filter_range() const;
    std::string xml(bool first);

  private:
    void end_row();
    void want_height(std::size_t column, const std::string& text, const Look& look);
    void begin_cell(std::size_t column, const Look& look);
    void write_view(xml::Xml& xml, bool first) const;
    void write_tail(xml::Xml& xml) const;

    std::string name_;
    Texts& texts_;
    Styles& styles_;
    std::string rows_, cells_;                          // finished XML; of the row begun last
    double height_ = 0, wanted_height_ = 0;             // said; by the texts
    std::size_t row_ = 0;
    bool any_row_ = false;
    std::size_t last_column_ = 0;
    std::vector<double> widths_;
    std::vector<Comment> comments_;
    struct Link { std::string cell, sheet, tip; };
    std::vector<Link> links_;
    std::vector<std::string> merged_;
    struct Choices { std::string cells, range; };
    std::vector<Choices> choices_;
    bool protected_ = false, hidden_ = false;
    std::size_t frozen_rows_ = 0, frozen_columns_ = 0, filter_row_ = 0, filter_columns_ = 0;
    std::pair<std::size_t, std::size_t> repeated_{0, 0};
    std::string footer_;
};

// The two parts that a sheet's comments are in: the texts, and their boxes.
std::string comments_xml(const Worksheet& sheet);
std::string comment_boxes_xml(const Worksheet& sheet);

}  // namespace styrkedja::xlsx
