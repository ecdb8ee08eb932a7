// SPDX-License-Identifier: EUPL-1.2
#include "writers/text/text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "document/names.h"
#include "locale/sheet_words.h"
#include "writers/sheets/sheets.h"
#include "writers/table_words.h"

namespace styrkedja {

using namespace document;

namespace {

constexpr std::size_t gap = 2, widest_label = 40, narrowest_words = 24, widest_heading = 14;
using Lines = std::vector<std::string>;

std::size_t length(std::string_view text) { return count_characters(text); }
std::string blanks(std::size_t count) { return std::string(count, ' '); }

std::string safe(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
        append_character(out, control ? replacement_character : c);
    }
    return out;
}

// Between words; a word that is longer than the width stands by itself, whole.
Lines wrapped(const std::string& text, std::size_t width) {
    Lines lines;
    std::string line;
    bool has_line = false;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string word = text.substr(at, end - at);
        if (has_line && !word.empty() && length(line) + 1 + length(word) > width) {
            lines.push_back(std::move(line));
            line = word;
        } else if (!word.empty()) {
            line += (has_line ? " " : "") + word;
        }
        has_line = has_line || !word.empty();
        if (end < text.size() && text[end] == '\n') {
            lines.push_back(std::move(line));
            line.clear();
            has_line = false;
        }
        at = end + 1;
    }
    if (has_line || lines.empty()) lines.push_back(std::move(line));
    return lines;
}

// What a cell prints, in two parts so that decimals stand under each other: to the comma, and from it.
struct Print {
    std::string before, after;
    bool is_figure = false;
    std::string all() const { return before + after; }
};

class TextTable {
  public:
    TextTable(const Table& table, std::size_t width) : table_(table), width_(width), columns_(table.columns.size()) {
        for (const Row& row : table.rows) {
            std::vector<Print>& prints = prints_.emplace_back();
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                prints.push_back(i < row.cells.size() ? print(row.cells[i], i) : Print());
                columns_[i].is_words = columns_[i].is_words || (!prints.back().is_figure && !prints.back().all().empty());
            }
        }
        measure();
    }

    std::string str() {
        head();
        for (std::size_t r = 0; r < table_.rows.size(); ++r) row(r);
        rule();
        for (const TableNote& note : table_.notes) paragraph(safe(sheets::note_text(note)), 0);
        return std::move(out_);
    }

  private:
    struct Layout {
        std::size_t before = 0, after = 0, width = 0;
        bool is_words = false, is_below = false;
        Lines heading;
    };

    std::string marks(const std::vector<int>& notes) const {
        std::string text;
        for (const int note : notes) {
            const bool has = note >= 0 && static_cast<std::size_t>(note) < table_.notes.size();
            if (has && !table_.notes[static_cast<std::size_t>(note)].mark.empty())
                text += (text.empty() ? " " : ",") + table_.notes[static_cast<std::size_t>(note)].mark;
        }
        return text;
    }

    Print print(const Cell& cell, std::size_t column) const {
        Print print;
        std::string words = safe(sheets::text_of(cell));
        if (cell.completion) words += (words.empty() ? "" : "\n") + std::to_string(*cell.completion) + "\u00a0%";
        if (!cell.figure) return {words + marks(cell.notes), "", false};
        const std::string shown = safe(cell.figure->shown) + marks(cell.notes);
        if (!words.empty()) return {shown + "\n" + words, "", false};
        const bool decimals = table_.columns[column].align == Align::decimal;
        const std::size_t digits = std::min(shown.find_last_of("0123456789"), shown.size() - (shown.empty() ? 0 : 1));
        const std::size_t cut = decimals ? std::min({shown.find(','), digits + 1, shown.size()}) : shown.size();
        return {shown.substr(0, cut), shown.substr(cut), true};
    }

    // Figures take what they need, words share what is left.
    void measure() {
        label_ = length(table_.stub);
        for (const Row& row : table_.rows) label_ = std::max(label_, length(label(row)));
        label_ = std::min(label_, widest_label);
        std::size_t used = label_, words = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            Layout& column = columns_[i];
            words += column.is_words ? 1 : 0;
            if (column.is_words) continue;
            for (const auto& prints : prints_) {
                column.before = std::max(column.before, length(prints[i].before));
                column.after = std::max(column.after, length(prints[i].after));
            }
            column.width = column.before + column.after;
            column.heading = wrapped(safe(sheets::column_heading(table_, i)), std::max(column.width, widest_heading));
            for (const std::string& line : column.heading) column.width = std::max(column.width, length(line));
            used += gap + column.width;
        }
        const std::size_t left = words == 0 || width_ < used ? 0 : (width_ - used) / words;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            Layout& column = columns_[i];
            if (!column.is_words) continue;
            column.is_below = left < narrowest_words + gap;
            column.width = column.is_below ? 0 : left - gap;
            column.heading = wrapped(safe(sheets::column_heading(table_, i)), std::max(column.width, narrowest_words));
        }
    }

    std::string label(const Row& row) const {
        std::string text = blanks(static_cast<std::size_t>(std::max(0, row.indent)) * 2);
        if (row.mark) text += "[" + row.mark->label + "] ";
        return safe(text + plain_text(row.label)) + marks(row.label_notes);
    }

    void line(std::string text) {
        while (text.ends_with(' ')) text.pop_back();
        out_ += text + "\n";
    }
    void paragraph(const std::string& text, std::size_t indent) {
        for (const std::string& each : wrapped(text, width_ - std::min(width_ - 1, indent))) line(blanks(indent) + each);
    }
    std::size_t full_width() const {
        std::size_t all = label_;
        for (const Layout& each : columns_) all += each.is_below ? 0 : gap + each.width;
        return all;
    }
    void rule() {
        for (std::size_t i = 0; i < full_width(); ++i) out_ += "─";
        out_ += "\n";
    }

    void head() {
        std::string caption = (table_.number > 0 ? std::string(swedish_sheet_words.table) + " " + std::to_string(table_.number) + ". " : "") + safe(table_.caption);
        if (!table_.unit.empty() && !document::says_word(table_.caption, table_.unit)) caption += " (" + safe(table_.unit) + ")";
        paragraph(caption, 0);
        if (!table_.sign_rule.empty()) paragraph(safe(table_.sign_rule), 0);
        rule();
        groups();
        std::size_t high = 1;
        for (const Layout& each : columns_) high = std::max(high, each.is_below ? 1 : each.heading.size());
        for (std::size_t at = 0; at < high; ++at) {
            std::string text = at + 1 == high ? safe(table_.stub) : "";
            text += blanks(label_ - std::min(label_, length(text)));
            for (const Layout& each : columns_) {
                if (each.is_below) continue;
                const std::size_t from = high - each.heading.size();
                const std::string part = at < from ? "" : each.heading[at - from];
                const std::string room = blanks(each.width - std::min(each.width, length(part)));
                text += blanks(gap) + (each.is_words ? part + room : room + part);
            }
            line(text);
        }
        rule();
    }

    // Headings over several columns, each with a line over all of its columns.
    void groups() {
        std::string text = blanks(label_);
        bool any = false;
        for (std::size_t i = 0; i < columns_.size();) {
            const std::string& group = table_.columns[i].group;
            std::size_t width = 0;
            for (; i < columns_.size() && table_.columns[i].group == group; ++i) {
                if (!columns_[i].is_below) width += (width == 0 ? 0 : gap) + columns_[i].width;
            }
            if (width == 0) continue;
            std::string heading = group.empty() ? blanks(width) : safe(group) + " ";
            while (length(heading) < width) heading += "─";
            text += blanks(gap) + heading;
            any = any || !group.empty();
        }
        if (any) line(text);
    }

    Lines cell_lines(std::size_t row, std::size_t i) const {
        const Print& print = prints_[row][i];
        const Layout& column = columns_[i];
        if (column.is_words) {
            Lines lines = wrapped(print.all(), column.width);
            for (std::string& each : lines) each += blanks(column.width - std::min(column.width, length(each)));
            return lines;
        }
        const std::size_t before = column.width - std::min(column.width, column.after + length(print.before));
        return {blanks(before) + print.before + print.after + blanks(column.after - length(print.after))};
    }

    void row(std::size_t number) {
        const Row& row = table_.rows[number];
        if (row.kind == RowKind::total) rule();
        std::vector<Lines> cells{wrapped_label(row)};
        std::vector<std::size_t> widths{label_};
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].is_below) continue;
            cells.push_back(cell_lines(number, i));
            widths.push_back(columns_[i].width);
        }
        std::size_t high = 1;
        for (const Lines& each : cells) high = std::max(high, each.size());
        for (std::size_t at = 0; at < high; ++at) {
            std::string text;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const std::string part = at < cells[i].size() ? cells[i][at] : "";
                text += (i == 0 ? "" : blanks(gap)) + part + blanks(widths[i] - std::min(widths[i], length(part)));
            }
            line(text);
        }
        below(number);
    }

    Lines wrapped_label(const Row& row) const {
        const std::size_t indent = static_cast<std::size_t>(std::max(0, row.indent)) * 2;
        Lines lines = wrapped(label(row).substr(indent), label_ - std::min(label_ - 1, indent));
        for (std::string& each : lines) each.insert(0, indent, ' ');
        return lines;
    }

    void below(std::size_t number) {
        const Row& row = table_.rows[number];
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string said = prints_[number][i].all();
            if (!columns_[i].is_below || said.empty()) continue;
            paragraph(safe(sheets::column_heading(table_, i)) + ": " + said, 4);
        }
        for (std::size_t i = 0; i < row.detail.size(); ++i) {
            const bool named = i == 0 && !row.detail_label.empty();
            paragraph((named ? safe(row.detail_label) + ": " : "") + safe(plain_text(row.detail[i])), 4);
        }
    }

    const Table& table_;
    std::size_t width_, label_ = 0;
    std::vector<Layout> columns_;
    std::vector<std::vector<Print>> prints_;
    std::string out_;
};

}  // namespace

std::string write_text(const Document& document, std::size_t width) {
    std::string out;
    for (const std::string* each : {&document.municipality_name, &document.title, &document.subtitle, &document.state_text}) {
        if (!each->empty()) out += (out.empty() ? "" : " · ") + safe(*each);
    }
    if (!out.empty()) out += "\n";
    for (const Table& table : document.tables) out += "\n" + TextTable(table, std::max<std::size_t>(width, 40)).str();
    return out;
}

}  // namespace styrkedja
