// SPDX-License-Identifier: EUPL-1.2
#include "writers/csv/csv.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "codec/archive.h"
#include "codec/csv.h"
#include "locale/sheet_words.h"
#include "document/names.h"
#include "writers/sheets/sheets.h"

namespace styrkedja {

using namespace document;
using sheets::Line;
using sheets::Slot;

namespace {

constexpr const SheetWords& words = swedish_sheet_words;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
using Fields = std::vector<std::string>;

bool begins_formula(std::string_view text) {
    constexpr std::u32string_view signs = U"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    std::size_t at = 0;
    while (at < text.size() && text[at] == ' ') ++at;
    if (at >= text.size() || signs.find(next_character(text, at)) == std::u32string_view::npos) return false;
    return at < text.size();   // a sign alone, as for a value that is missing, is no formula
}

// A text of somebody's, harmless in a spreadsheet and on one cell.
std::string safe(std::string_view text) {
    std::string out = begins_formula(text) ? "'" : "";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        if (c == '\r') {
            if (at >= text.size() || text[at] != '\n') out += '\n';
            continue;
        }
        const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        append_character(out, control ? replacement_character : c);
    }
    return out;
}

std::string with_comma(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

std::string field_of(const Slot& slot) { return slot.number.empty() ? safe(slot.text) : with_comma(slot.number); }

std::string heading_of(const Table& table, std::size_t column) {
    const std::string& group = table.columns[column].group;
    const std::string heading = sheets::column_heading(table, column);
    if (group.empty() || heading.empty()) return group + heading;
    return group + ": " + heading;
}

// "Helår: budget: Not a: ..."; which cell each comment is about.
std::string comments_of(const Table& table, const Line& line) {
    std::string text;
    const auto add = [&](const Slot& slot, const std::string& what) {
        for (const std::string& each : slot.comments) {
            text += (text.empty() ? "" : "\n") + (what.empty() ? each : what + ": " + each);
        }
    };
    add(line.label, "");
    for (std::size_t i = 0; i < line.cells.size(); ++i) add(line.cells[i], heading_of(table, i));
    return text;
}

std::string table_csv(const sheets::Sheet& sheet) {
    const Table& table = *sheet.table;
    std::vector<std::string> comments;
    bool commented = false;
    for (const Line& line : sheet.lines) {
        comments.push_back(comments_of(table, line));
        commented = commented || !comments.back().empty();
    }
    std::string out(byte_order_mark);
    Fields head = {safe(table.stub.empty() ? std::string(words.row) : table.stub), std::string(words.row_kind)};
    if (sheet.has_marks) head.emplace_back(words.assessment);
    for (std::size_t i = 0; i < table.columns.size(); ++i) head.push_back(safe(heading_of(table, i)));
    if (sheet.has_remarks) head.push_back(safe(sheet.remark_heading));
    if (commented) head.emplace_back(words.notes);
    write_csv_row(out, head);
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
        const Line& line = sheet.lines[i];
        Fields row = {safe(line.label.text), std::string(name_of(line.row->kind))};
        if (sheet.has_marks) row.push_back(safe(line.mark));
        for (const Slot& slot : line.cells) row.push_back(field_of(slot));
        if (sheet.has_remarks) row.push_back(safe(line.remark));
        if (commented) row.push_back(safe(comments[i]));
        write_csv_row(out, row);
    }
    return out;
}

std::string facts_csv(const sheets::Book& book) {
    std::string out(byte_order_mark);
    write_csv_row(out, sheets::fact_headings());
    for (const sheets::Fact& fact : sheets::facts_of(book)) {
        const sheets::FactTexts texts = sheets::texts_of(fact);
        Fields row;
        for (const std::string& each : texts.before) row.push_back(safe(each));
        row.push_back(with_comma(texts.number));
        for (const std::string& each : texts.after) row.push_back(safe(each));
        write_csv_row(out, row);
    }
    return out;
}

// "01-drift.csv": in the order of the document, with the letters of an id.
std::string file_name(std::size_t number, std::size_t of, const Table& table) {
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(of).size());
    std::string name = std::to_string(number);
    name.insert(0, digits - std::min(digits, name.size()), '0');
    name += '-';
    constexpr std::size_t longest = 60;
    for (const char c : table.id.substr(0, longest)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        name += plain ? c : '-';
    }
    return name + ".csv";
}

std::string notes_of(const Table& table) {
    std::string text;
    for (const TableNote& note : table.notes) text += (text.empty() ? "" : "\n") + sheets::note_text(note);
    return text;
}

}  // namespace

std::vector<NamedFile> csv_files(const Document& document) {
    Problems of_excel;   // a CSV file holds every digit
    const sheets::Book book = sheets::make_book(document, of_excel);
    std::vector<NamedFile> files(1);
    files[0] = {"innehall.csv", std::string(byte_order_mark)};
    write_csv_row(files[0].bytes, Fields{std::string(words.file), std::string(words.number), std::string(words.caption),
                                         std::string(words.section), std::string(words.unit), std::string(words.sign_rule),
                                         std::string(words.notes)});
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const sheets::Sheet& sheet = book.sheets[i];
        const Table& table = *sheet.table;
        const std::string name = file_name(i + 1, book.sheets.size(), table);
        write_csv_row(files[0].bytes, Fields{name, table.number > 0 ? std::to_string(table.number) : "", safe(sheet.heading),
                                             safe(sheet.section), safe(table.unit), safe(table.sign_rule), safe(notes_of(table))});
        files.push_back({name, table_csv(sheet)});
    }
    files.push_back({"data.csv", facts_csv(book)});
    return files;
}

std::string write_csv(const Document& document) {
    const std::vector<NamedFile> files = csv_files(document);
    std::vector<ArchivePart> parts;
    for (const NamedFile& each : files) parts.push_back({each.name, each.bytes});
    return archive(parts);
}

}  // namespace styrkedja
