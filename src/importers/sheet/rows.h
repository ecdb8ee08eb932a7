// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "base/problem.h"
#include "codec/xlsx/reader.h"

// The rows of a table, whether it is a CSV file or a workbook's sheet.
namespace styrkedja::sheet {

using FieldKind = workbook::CellKind;

struct Field {
    FieldKind kind = FieldKind::empty;
    std::string_view text;            // UTF-8, without blanks around it; good until the next row
};

class RowSource {
  public:
    virtual ~RowSource() = default;
    virtual bool next() = 0;                              // to the next row with anything in it; false after the last
    virtual std::span<const Field> fields() const = 0;    // by column; those at the end that are empty may be missing
    virtual std::uint32_t line() const = 0;               // of the file, or the sheet; from 1
    virtual bool hidden() const { return false; }
    virtual Place place(std::size_t column) const = 0;    // of a field of this row
    virtual Place place() const = 0;                      // of the file or sheet
    virtual std::span<const workbook::Merged> merged() const { return {}; }   // after the last row
    virtual std::string_view encoding() const { return "UTF-8"; }             // after the last row
    virtual std::string_view form() const = 0;            // "CSV", "XLSX"
    virtual std::uint64_t bytes() const = 0;              // read so far
};

// A CSV file, or columns divided by tabs or |, as a stream. The divider is the one that most of its first lines have; Excel's
// "sep=;" is obeyed. Texts are UTF-8 or Windows-1252, told field by field. Problems, beside which reading goes on:
//   encoding_is_mixed, quote_is_not_closed (it is then an ordinary sign)
// and for which nothing is read: text_is_utf16, file_is_not_text, file_is_a_web_page.
std::unique_ptr<RowSource> csv_rows(const std::string& file, ByteSource& bytes, Problems& problems);

// A sheet of a workbook, by name; the first that has rows and isn't hidden where the name is empty. The workbook must outlive
// it. Null with workbook_has_no_such_sheet or workbook_has_no_rows; sheet_is_hidden is a warning.
std::unique_ptr<RowSource> workbook_rows(const workbook::Workbook& book, std::string_view sheet, Problems& problems);

// Whichever it is, with what it is made of. Null with problems.
struct OpenRows {
    virtual ~OpenRows() = default;
    std::string held;                           // a workbook's bytes
    std::unique_ptr<workbook::Workbook> book;
    std::string sheet;                          // its name; empty for CSV
    std::unique_ptr<RowSource> rows;
};
std::unique_ptr<OpenRows> open_rows(const std::string& file, ByteSource& bytes, std::string_view sheet, Problems& problems);

}  // namespace styrkedja::sheet
