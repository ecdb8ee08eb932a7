// SPDX-License-Identifier: EUPL-1.2
#include "writers/xlsx/worksheet.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace styrkedja::xlsx {

using namespace xml;

namespace {

std::string in_tenths(double number) {
    const auto tenths = static_cast<long>(number * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_column(std::string& out, std::size_t column) {
    const std::size_t begin = out.size();
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) out += static_cast<char>('A' + (left - 1) % 26);
    std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
}

}  // namespace

std::string column_name(std::size_t column) {
    std::string name;
    append_column(name, column);
    return name;
}

std::string cell_name(std::size_t row, std::size_t column) { return column_name(column) + std::to_string(row + 1); }

std::string quoted_name(const std::string& sheet) {
    std::string out = "'";
    for (const char c : sheet) out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

std::size_t Worksheet::begin_row() {
    if (any_row_) {
        end_row();
        ++row_;
    }
    any_row_ = true;
    return row_;
}

namespace {

constexpr double highest_row = 409;   // Excel's limit, in points

double line_height(int size) { return size * 1.36; }

}  // namespace

std::size_t count_lines(std::string_view text, double letters) {
    const auto width = static_cast<std::size_t>(std::max(letters, 4.0));
    std::size_t lines = 1, used = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", from), text.size());
        const std::size_t word = count_characters(text.substr(from, end - from));
        if (used > 0 && used + 1 + word > width) {
            ++lines;
            used = 0;
        }
        used += word + (used > 0 ? 1 : 0);
        for (; used > width; used -= width) ++lines;
        if (end < text.size() && text[end] == '\n') {
            ++lines;
            used = 0;
        }
        from = end + 1;
    }
    return lines;
}

void Worksheet::height(double points) { height_ = std::min(points, highest_row); }

// Programs find the height of a row again when somebody edits it, but not all do when they open the file.
void Worksheet::want_height(std::size_t column, const std::string& text, const Look& look) {
    const double width = column < widths_.size() ? widths_[column] : 10;
    const double letters = (width - 1 - 2 * look.indent) * 10.0 / look.size * (look.bold ? 0.93 : 1.0);
    const double lines = look.wrap ? static_cast<double>(count_lines(text, letters)) : 1.0;
    if (lines > 1 || look.size > 10) wanted_height_ = std::max(wanted_height_, lines * line_height(look.size) + 1);
}

void Worksheet::end_row() {
    rows_ += "<row r=\"" + std::to_string(row_ + 1) + "\"";
    if (height_ > 0) rows_ += " ht=\"" + in_tenths(height_) + "\" customHeight=\"1\"";
    else if (wanted_height_ > 0) rows_ += " ht=\"" + in_tenths(std::min(wanted_height_, highest_row)) + "\"";
    rows_ += ">";
    rows_ += cells_;
    rows_ += "</row>";
    cells_.clear();
    height_ = wanted_height_ = 0;
}

void Worksheet::begin_cell(std::size_t column, const Look& look) {
    last_column_ = std::max(last_column_, column);
    cells_ += "<c r=\"";
    append_column(cells_, column);
    append_number(cells_, row_ + 1);
    cells_ += "\" s=\"";
    append_number(cells_, static_cast<std::size_t>(styles_.of(look)));
    cells_ += '"';
}

void Worksheet::text(std::size_t column, const std::string& text, const Look& look) {
    if (text.empty()) return blank(column, look);
    if (look.wrap || look.size > 10) want_height(column, text, look);
    begin_cell(column, look);
    cells_ += " t=\"s\"><v>";
    append_number(cells_, texts_.of(text));
    cells_ += "</v></c>";
}

void Worksheet::number(std::size_t column, std::string_view number, const Look& look, const std::string& formula) {
    begin_cell(column, look);
    cells_ += '>';
    if (!formula.empty()) cells_ += "<f>" + formula + "</f>";
    cells_ += "<v>";
    cells_ += number;
    cells_ += "</v></c>";
}

void Worksheet::blank(std::size_t column, const Look& look) {
    begin_cell(column, look);
    cells_ += "/>";
}

void Worksheet::comment(std::size_t column, std::string text) { comments_.push_back({row_, column, std::move(text)}); }

void Worksheet::link(std::size_t column, const std::string& sheet, const std::string& tip) {
    links_.push_back({cell_name(row_, column), sheet, tip});
}

void Worksheet::merge(std::size_t first_column, std::size_t last_column) {
    if (last_column > first_column) merged_.push_back(cell_name(row_, first_column) + ":" + cell_name(row_, last_column));
}

// & begins a code in a footer, so it is doubled, and a blank ends the code of a size before a text that begins with a
// figure. A footer holds 255 characters.
void Worksheet::footer(std::string left, std::string middle, std::string right) {
    const auto plain = [](std::string_view text) {
        constexpr std::size_t most = 70;
        std::string out;
        for (const char c : sheets::first_units(text, most)) out += c == '&' ? "&&" : std::string(1, c);
        return out;
    };
    footer_ = "&L&8 " + plain(left) + "&C&8 " + plain(middle) + "&R&8 " + right;
}

void Worksheet::choices(std::size_t column, std::size_t first_row, const std::string& range) {
    choices_.push_back({cell_name(first_row, column) + ":" + cell_name(row_, column), range});
}

std::string Worksheet::filter_range() const {
    if (filter_columns_ == 0) return {};
    return "$A$" + std::to_string(filter_row_ + 1) + ":$" + column_name(filter_columns_ - 1) + "$" + std::to_string(row_ + 1);
}

std::string Worksheet::defined_names(std::size_t index) const {
    Xml xml;
    const std::string sheet = quoted_name(name_);
    if (filter_columns_ > 0) {
        xml.leaf("definedName", sheet + "!" + filter_range(),
                 {{"name", "_xlnm._FilterDatabase"}, {"localSheetId", index}, {"hidden", 1}});
    }
    if (repeated_.second > 0) {
        xml.leaf("definedName",
                 sheet + "!$" + std::to_string(repeated_.first + 1) + ":$" + std::to_string(repeated_.second + 1),
                 {{"name", "_xlnm.Print_Titles"}, {"localSheetId", index}});
    }
    return xml.take();
}

void Worksheet::write_view(Xml& xml, bool first) const {
    xml.open("sheetViews");
    xml.open("sheetView", {{"showGridLines", 0}, {"tabSelected", first ? 1 : 0}, {"workbookViewId", 0}});
    if (frozen_rows_ > 0) {
        const bool columns = frozen_columns_ > 0;
        const char* pane = columns ? "bottomRight" : "bottomLeft";
        const std::string at = cell_name(frozen_rows_, frozen_columns_);
        if (columns) {
            xml.empty("pane", {{"xSplit", frozen_columns_}, {"ySplit", frozen_rows_}, {"topLeftCell", at},
                               {"activePane", pane}, {"state", "frozen"}});
        } else {
            xml.empty("pane", {{"ySplit", frozen_rows_}, {"topLeftCell", at}, {"activePane", pane}, {"state", "frozen"}});
        }
        xml.empty("selection", {{"pane", pane}, {"activeCell", at}, {"sqref", at}});
    }
    xml.close();
    xml.close();
    xml.raw("<sheetFormatPr defaultRowHeight=\"14\"/>");
}

void Worksheet::write_tail(Xml& xml) const {
    if (protected_) xml.raw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\" autoFilter=\"0\"/>");
    if (filter_columns_ > 0) {
        std::string range = filter_range();
        std::erase(range, '$');
        xml.empty("autoFilter", {{"ref", range}});
    }
    if (!merged_.empty()) {
        xml.open("mergeCells", {{"count", merged_.size()}});
        for (const std::string& each : merged_) xml.empty("mergeCell", {{"ref", each}});
        xml.close();
    }
    if (!choices_.empty()) {
        xml.open("dataValidations", {{"count", choices_.size()}});
        for (const Choices& each : choices_) {
            xml.open("dataValidation", {{"type", "list"}, {"allowBlank", 1}, {"showErrorMessage", 1}, {"sqref", each.cells}});
            xml.leaf("formula1", each.range);
            xml.close();
        }
        xml.close();
    }
    if (!links_.empty()) {
        xml.open("hyperlinks");
        for (const Link& each : links_) {
            xml.empty("hyperlink", {{"ref", each.cell}, {"location", quoted_name(each.sheet) + "!A1"}, {"tooltip", each.tip}});
        }
        xml.close();
    }
    xml.raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>"
            "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
    if (!footer_.empty()) {
        xml.open("headerFooter");
        xml.leaf("oddFooter", footer_);
        xml.close();
    }
    xml.open("ignoredErrors");
    xml.empty("ignoredError", {{"sqref", "A1:" + cell_name(row_, last_column_)}, {"numberStoredAsText", 1}});
    xml.close();
    if (!comments_.empty()) xml.raw("<legacyDrawing r:id=\"rId1\"/>");
}

std::string Worksheet::xml(bool first) {
    if (any_row_) end_row();
    Xml xml;
    xml.reserve(rows_.size() + 4096);
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.open("worksheet", {{"xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"},
                           {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}});
    xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    xml.empty("dimension", {{"ref", "A1:" + cell_name(row_, last_column_)}});
    write_view(xml, first);
    xml.open("cols");
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        xml.empty("col", {{"min", i + 1}, {"max", i + 1}, {"width", in_tenths(widths_[i])}, {"customWidth", 1}});
    }
    xml.close();
    xml.open("sheetData");
    xml.append(rows_);
    xml.close();
    write_tail(xml);
    xml.close();
    return xml.take();
}

}  // namespace styrkedja::xlsx
