// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "codec/xlsx/package.h"

// Workbooks (.xlsx: OOXML, ISO/IEC 29500, both its forms), read as a stream: a row is held at a time, and the shared texts.
namespace styrkedja::workbook {

enum class CellKind : std::uint8_t {
    empty,
    text,
    number,             // text: exactly as stored ("0.1"), or where that has more than 15 figures, as Excel shows it
    date,               // a number that is shown as a date; text: "2026-03-01" (a time of the day is left out)
    boolean,            // text: "1" or "0"
    formula_error,      // text: "#N/A"
    formula_unknown     // a formula whose value the program that wrote the file hasn't stored
};

struct Cell {
    std::uint32_t column = 0;         // from 0
    CellKind kind = CellKind::empty;
    std::string_view text;            // good until the next row
};

struct Row {
    std::uint32_t number = 0;         // from 1, as Excel shows it
    bool hidden = false;
    std::span<const Cell> cells;      // those that have something, by column
};

// Cells that are shown as one; rows from 1, columns from 0, the last included. Only the first has a value.
struct Merged {
    std::uint32_t first_row = 0, last_row = 0, first_column = 0, last_column = 0;
};

struct SheetInfo {
    std::string name, part;
    bool hidden = false;
};

std::string cell_name(std::uint32_t row, std::uint32_t column);   // "C7"; row from 1, column from 0

class SheetReader {
  public:
    ~SheetReader();
    bool next();                                       // to the next row that has a cell; false after the last
    const Row& row() const;
    const std::vector<Merged>& merged() const;         // all of them only after the last row

  private:
    friend class Workbook;
    struct Work;
    explicit SheetReader(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

struct Texts;
struct Dates;

// A workbook, opened; the bytes are kept by the caller. Problems: those of Package; workbook_is_damaged (a part is missing,
// or isn't XML; its name and why), workbook_is_of_other_kind.
class Workbook {
  public:
    static std::unique_ptr<Workbook> open(std::string file, std::string_view bytes, Problems& problems, const Limits& limits = {});
    ~Workbook();

    const std::vector<SheetInfo>& sheets() const { return sheets_; }   // in their order; not those that are charts
    std::unique_ptr<SheetReader> read(std::size_t sheet, Problems& problems) const;   // the workbook and problems must outlive it
    const std::string& file() const;

  private:
    Workbook();
    bool read_parts(Problems& problems, const Limits& limits);

    std::unique_ptr<Package> package_;
    std::vector<SheetInfo> sheets_;
    std::unique_ptr<Texts> texts_;
    std::unique_ptr<Dates> dates_;
};

}  // namespace styrkedja::workbook
