// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace styrkedja {

// A table as people keep it in Excel and save as CSV: a heading row, then rows, read one at a time.
//   Separator   what the heading row holds outside quotation marks: a semicolon if there is one, else a tab,
//               else a comma. Excel's own first line "sep=;" is obeyed.
//   Fields      blanks around a field are not part of it. A field that begins with " ends with ", may hold
//               separators and line ends, and writes " as "" (RFC 4180). A " further in is an ordinary sign.
//   Rows        end with LF, CR LF or CR. Blank rows (";;;" too) are skipped, and lines that begin with # are
//               comments. A row with fewer fields than the heading has empty ones at its end.
// The text is UTF-8 (codec/encoding.h) and is kept by the caller. Views of fields are good for as long as the
// reader and the text live. Problems, each with its place; reading goes on after each:
//   table_has_no_heading, heading_is_repeated, column_has_no_heading (a value under an empty heading),
//   quote_is_not_closed (it is then an ordinary sign), text_after_closing_quote, row_has_too_many_fields.
class CsvReader {
  public:
    CsvReader(std::string file, std::string_view text, Problems& problems);

    const std::vector<std::string_view>& heading() const { return heading_; }
    std::optional<std::size_t> column_of(std::string_view heading) const;
    Place heading_place(std::size_t column) const;
    char separator() const { return separator_; }

    bool next();  // to the next row; false after the last

    // Of the row that next() went to. A column the row does not have is "".
    std::string_view field(std::size_t column) const {
        return column < fields_.size() ? std::string_view(fields_[column]) : std::string_view();
    }
    std::size_t size() const { return fields_.size(); }  // never more than the headings
    std::uint32_t line() const { return row_line_; }
    Place place(std::size_t column) const;  // line and column from 1, in characters

  private:
    bool read_row();
    void read_quoted(std::size_t from);
    void read_plain(std::size_t from);
    void to_line_end();
    void after_quote(std::size_t from);
    bool skip_line();
    void read_heading();
    void check_row();
    void choose_separator();
    bool is_blank() const;
    Place place_at(std::size_t offset, std::size_t row, std::uint32_t line) const;

    std::string file_;
    std::string_view text_;
    Problems& problems_;
    char separator_ = ';';
    std::array<bool, 256> ends_field_{};
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::size_t row_begin_ = 0, row_end_ = 0;
    std::uint32_t row_line_ = 0;
    std::vector<std::string_view> fields_;
    std::vector<std::size_t> offsets_;
    std::vector<std::string_view> heading_;
    std::vector<std::size_t> heading_offsets_;
    std::size_t heading_begin_ = 0;
    std::uint32_t heading_line_ = 0;
    std::vector<bool> unheaded_told_;
    std::deque<std::string> unescaped_;  // fields that are not as they stand in the text
};

// Appends one row as our export writes it: semicolons, quotation marks only where the reader needs them, LF.
void write_csv_row(std::string& out, std::span<const std::string_view> fields);
void write_csv_row(std::string& out, const std::vector<std::string>& fields);

}  // namespace styrkedja
