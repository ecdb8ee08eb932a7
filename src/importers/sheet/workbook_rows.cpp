// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/nearest.h"
#include "base/utf8.h"
#include "importers/sheet/read.h"
#include "importers/sheet/rows.h"

namespace styrkedja::sheet {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

class WorkbookRows : public RowSource {
  public:
    WorkbookRows(std::string file, std::string sheet, std::unique_ptr<workbook::SheetReader> reader)
        : file_(std::move(file)), sheet_(std::move(sheet)), reader_(std::move(reader)) {}

    bool next() override {
        while (reader_->next()) {
            fields_.clear();
            bool any = false;
            for (const workbook::Cell& cell : reader_->row().cells) {
                if (cell.column >= fields_.size()) fields_.resize(cell.column + 1);
                const std::string_view text = trimmed(cell.text);
                const bool empty = text.empty() && cell.kind != FieldKind::formula_unknown;
                fields_[cell.column] = {empty ? FieldKind::empty : cell.kind, text};
                any = any || !empty;
                bytes_ += text.size();
            }
            if (any) return true;
        }
        return false;
    }
    std::span<const Field> fields() const override { return fields_; }
    std::uint32_t line() const override { return reader_->row().number; }
    bool hidden() const override { return reader_->row().hidden; }
    Place place(std::size_t column) const override;
    Place place() const override { return Place{file_, 0, 0, "", "", sheet_}; }
    std::span<const workbook::Merged> merged() const override { return reader_->merged(); }
    std::string_view form() const override { return "XLSX"; }
    std::uint64_t bytes() const override { return bytes_; }

  private:
    std::string file_, sheet_;
    std::unique_ptr<workbook::SheetReader> reader_;
    std::vector<Field> fields_;
    std::uint64_t bytes_ = 0;
};

// The row as it looks, " | " between its cells; the column is that of the sign.
Place WorkbookRows::place(std::size_t column) const {
    Place place = this->place();
    place.line = line();
    place.field += "!" + workbook::cell_name(line(), static_cast<std::uint32_t>(column));
    place.column = 1;
    for (std::size_t i = 0; i < std::max(fields_.size(), column + 1); ++i) {
        if (i > 0) place.excerpt += " | ";
        if (i == column) place.column = static_cast<std::uint32_t>(count_characters(place.excerpt) + 1);
        if (i < fields_.size()) place.excerpt += fields_[i].text;
    }
    return place;
}

bool has_rows(const workbook::Workbook& book, std::size_t sheet, Problems& problems) {
    const auto reader = book.read(sheet, problems);
    return reader->next();
}

Place of(const workbook::Workbook& book) { return Place{book.file(), 0, 0, "", "", ""}; }

}  // namespace

std::unique_ptr<RowSource> workbook_rows(const workbook::Workbook& book, std::string_view sheet, Problems& problems) {
    const std::vector<workbook::SheetInfo>& sheets = book.sheets();
    const auto open = [&](std::size_t i) {
        if (sheets[i].hidden) problems.add("sheet_is_hidden", Severity::warning, of(book), {{"sheet", sheets[i].name}});
        return std::make_unique<WorkbookRows>(book.file(), sheets[i].name, book.read(i, problems));
    };
    if (!sheet.empty()) {
        std::vector<std::string> names;
        std::string choices;
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            if (sheets[i].name == sheet) return open(i);
            names.push_back(sheets[i].name);
            choices += (choices.empty() ? "" : ", ") + sheets[i].name;
        }
        problems.add("workbook_has_no_such_sheet", Severity::error, of(book),
                     {{"sheet", std::string(sheet)}, {"choices", choices}, {"near", nearest(sheet, names)}});
        return nullptr;
    }
    for (const bool hidden : {false, true}) {
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            if (sheets[i].hidden == hidden && has_rows(book, i, problems)) return open(i);
        }
    }
    if (!problems.has_errors()) problems.add("workbook_has_no_rows", Severity::error, of(book));
    return nullptr;
}

std::unique_ptr<OpenRows> open_rows(const std::string& file, ByteSource& bytes, std::string_view sheet, Problems& problems) {
    // What was looked at to see which it is, and then the rest.
    class Begun : public ByteSource {
      public:
        Begun(std::string_view first, ByteSource& rest) : first_(first), rest_(rest) {}
        std::size_t read(std::span<char> into) override {
            if (first_.empty()) return rest_.read(into);
            const std::size_t size = first_.copy(into.data(), into.size());
            first_.remove_prefix(size);
            return size;
        }

      private:
        std::string_view first_;
        ByteSource& rest_;
    };
    struct OpenCsv : OpenRows {
        std::unique_ptr<Begun> begun;
    };
    constexpr std::size_t block = 1 << 16;
    auto made = std::make_unique<OpenCsv>();
    const auto read_more = [&] {
        const std::size_t before = made->held.size();
        made->held.resize(before + block);
        const std::size_t size = bytes.read({made->held.data() + before, block});
        made->held.resize(before + size);
        return size > 0;
    };
    while (made->held.size() < 4 && read_more()) {
    }
    if (!looks_like_workbook(made->held)) {
        made->begun = std::make_unique<Begun>(made->held, bytes);
        made->rows = csv_rows(file, *made->begun, problems);
        return made;
    }
    while (read_more()) {
    }
    made->book = workbook::Workbook::open(file, made->held, problems);
    if (!made->book) return nullptr;
    made->rows = workbook_rows(*made->book, sheet, problems);
    if (!made->rows) return nullptr;
    made->sheet = made->rows->place().field;
    return made;
}

}  // namespace styrkedja::sheet
