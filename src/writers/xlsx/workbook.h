// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <string>

#include "document/document.h"
#include "writers/sheets/sheets.h"
#include "writers/xlsx/worksheet.h"

namespace styrkedja::xlsx {

// A workbook while it is made: its sheets in order, and what they share.
struct Workbook {
    const document::Document& document;
    const sheets::Book& book;
    Problems& problems;
    Texts texts = {};
    Styles styles = {};
    std::deque<Worksheet> sheets = {};

    Worksheet& add(const std::string& name) { return sheets.emplace_back(name, texts, styles); }
    void set_up_page(Worksheet& sheet, const std::string& title) const;
    // A text over the whole width of a sheet; on several lines where it is longer than that.
    void write_wide(Worksheet& sheet, const std::string& text, Look look, const std::vector<double>& widths) const;
};

void write_contents(Workbook& workbook);
void write_table(Workbook& workbook, const sheets::Sheet& sheet);
void write_data(Workbook& workbook);
std::string pack(Workbook& workbook);

// Widths in letters of Calibri 10.
double width_of(std::string_view text);               // of its longest line
double longest_word(std::string_view text);

}  // namespace styrkedja::xlsx
