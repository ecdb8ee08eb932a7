// SPDX-License-Identifier: EUPL-1.2
#include "codec/csv.h"

#include <algorithm>
#include <unordered_map>

#include "codec/source.h"

namespace styrkedja {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank_sign(char c) {
    return c == ' ' || c == '\t';
}
bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

std::string shortened(std::string_view text) {
    std::string out;
    for (char c : text.substr(0, std::min<std::size_t>(text.size(), 60))) out += c;
    while (!out.empty() && out.size() < text.size() &&
           (static_cast<unsigned char>(text[out.size()]) & 0xC0U) == 0x80U) {
        out += text[out.size()];
    }
    return out.size() < text.size() ? out + "…" : out;
}

std::string separator_name(char separator) {
    return separator == '\t' ? "tabb" : std::string(1, separator);
}

}  // namespace

CsvReader::CsvReader(std::string file, std::string_view text, Problems& problems)
    : file_(std::move(file)), text_(text), problems_(problems) {
    if (text_.starts_with("sep=") && text_.size() > 4 && (text_.size() == 5 || is_line_end(text_[5]))) {
        separator_ = text_[4];
        at_ = 5;
        to_line_end();
    } else {
        choose_separator();
    }
    for (char c : {separator_, '\n', '\r'}) ends_field_[static_cast<unsigned char>(c)] = true;
    read_heading();
}

void CsvReader::choose_separator() {
    std::size_t at = at_;
    std::uint32_t line = line_;
    while (skip_line()) {
    }
    bool quoted = false, begins = true, tab = false, comma = false, semicolon = false;
    for (std::size_t i = at_; i < text_.size() && (quoted || !is_line_end(text_[i])); ++i) {
        if (text_[i] == '"' && quoted && i + 1 < text_.size() && text_[i + 1] == '"') ++i;
        else if (text_[i] == '"' && (quoted || begins)) quoted = !quoted;
        if (quoted) continue;
        begins = text_[i] == ';' || text_[i] == '\t' || text_[i] == ',' || (begins && text_[i] == ' ');
        semicolon = semicolon || text_[i] == ';';
        tab = tab || text_[i] == '\t';
        comma = comma || text_[i] == ',';
    }
    separator_ = semicolon ? ';' : tab ? '\t' : comma ? ',' : ';';
    at_ = at;
    line_ = line;
}

// Past the end of the present line.
void CsvReader::to_line_end() {
    while (at_ < text_.size() && !is_line_end(text_[at_])) ++at_;
    if (at_ == text_.size()) return;
    at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
    ++line_;
}

// Goes past the line when it is empty or a comment.
bool CsvReader::skip_line() {
    std::size_t i = at_;
    while (i < text_.size() && is_blank_sign(text_[i]) && text_[i] != separator_) ++i;
    if (i == text_.size()) return false;
    if (text_[i] != '#' && !is_line_end(text_[i])) return false;
    at_ = i;
    to_line_end();
    return true;
}

void CsvReader::read_heading() {
    if (!read_row()) {
        problems_.add("table_has_no_heading", Severity::error, Place{file_, 1, 0, "", "", ""});
        return;
    }
    while (!fields_.empty() && fields_.back().empty()) fields_.pop_back();
    heading_ = fields_;
    heading_offsets_ = offsets_;
    heading_begin_ = row_begin_;
    heading_line_ = row_line_;
    unheaded_told_.resize(heading_.size() + 1);
    std::unordered_map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < heading_.size(); ++i) {
        if (heading_[i].empty() || first.emplace(heading_[i], i).second) continue;
        problems_.add(
            "heading_is_repeated", Severity::error, heading_place(i),
            {{"heading", shortened(heading_[i])}, {"first", std::to_string(first[heading_[i]] + 1)}});
    }
}

std::optional<std::size_t> CsvReader::column_of(std::string_view heading) const {
    auto found = std::find(heading_.begin(), heading_.end(), heading);
    if (found == heading_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - heading_.begin());
}

bool CsvReader::next() {
    if (heading_.empty() || !read_row()) return false;
    check_row();
    return true;
}

void CsvReader::check_row() {
    std::size_t columns = heading_.size();
    while (fields_.size() > columns && fields_.back().empty()) fields_.pop_back();
    if (fields_.size() > columns) {
        problems_.add("row_has_too_many_fields", Severity::error, place(columns),
                      {{"fields", std::to_string(fields_.size())},
                       {"columns", std::to_string(columns)},
                       {"value", shortened(fields_[columns])},
                       {"separator", separator_name(separator_)}});
        fields_.resize(columns);
    }
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (!heading_[i].empty() || fields_[i].empty() || unheaded_told_[i]) continue;
        unheaded_told_[i] = true;
        problems_.add("column_has_no_heading", Severity::error, place(i), {{"value", shortened(fields_[i])}});
    }
}

bool CsvReader::is_blank() const {
    return std::all_of(fields_.begin(), fields_.end(), [](std::string_view field) { return field.empty(); });
}

bool CsvReader::read_row() {
    do {
        while (skip_line()) {
        }
        if (at_ >= text_.size()) return false;
        fields_.clear();
        offsets_.clear();
        row_begin_ = at_;
        row_line_ = line_;
        for (bool more = true; more;) {
            if (at_ < text_.size() && text_[at_] == '"') {
                read_quoted(at_);
            } else {
                read_plain(at_);
            }
            more = at_ < text_.size() && text_[at_] == separator_;
            if (more) ++at_;
        }
        row_end_ = at_;
        to_line_end();
    } while (is_blank());
    return true;
}

void CsvReader::read_plain(std::size_t from) {
    const char* text = text_.data();
    std::size_t to = from, size = text_.size();
    while (to < size && !ends_field_[static_cast<unsigned char>(text[to])]) ++to;
    at_ = to;
    while (from < to && is_blank_sign(text[from])) ++from;
    while (to > from && is_blank_sign(text[to - 1])) --to;
    fields_.push_back(text_.substr(from, to - from));
    offsets_.push_back(from);
}

void CsvReader::read_quoted(std::size_t from) {
    std::size_t quote = text_.find('"', from + 1);
    bool doubled = false;
    while (quote != npos && quote + 1 < text_.size() && text_[quote + 1] == '"') {
        doubled = true;
        quote = text_.find('"', quote + 2);
    }
    if (quote == npos) {
        problems_.add("quote_is_not_closed", Severity::error, place_at(from, row_begin_, row_line_));
        return read_plain(from);
    }
    std::string_view inside = text_.substr(from + 1, quote - from - 1);
    for (std::size_t i = inside.find_first_of("\r\n"); i != npos; i = inside.find_first_of("\r\n", i + 1)) {
        if (inside[i] == '\n' || i + 1 == inside.size() || inside[i + 1] != '\n') ++line_;
    }
    if (doubled) {
        std::string& text = unescaped_.emplace_back();
        for (std::size_t i = 0; i < inside.size(); ++i) {
            text += inside[i];
            if (inside[i] == '"') ++i;
        }
        inside = text;
    }
    fields_.push_back(inside);
    offsets_.push_back(from);
    at_ = quote + 1;
    after_quote(from);
}

// Blanks may follow a closing quotation mark; other text is a problem, and is kept with the field.
void CsvReader::after_quote(std::size_t from) {
    std::size_t i = at_, closing = at_;
    while (i < text_.size() && !ends_field_[static_cast<unsigned char>(text_[i])]) ++i;
    at_ = i;
    while (i > closing && is_blank_sign(text_[i - 1])) --i;
    if (i == closing) return;
    std::string_view rest = text_.substr(closing, i - closing);
    problems_.add("text_after_closing_quote", Severity::error, place_at(closing, row_begin_, row_line_),
                  {{"text", shortened(rest)}, {"separator", separator_name(separator_)}});
    fields_.back() = text_.substr(from, i - from);
}

Place CsvReader::place_at(std::size_t offset, std::size_t row, std::uint32_t line) const {
    Source source(file_, text_.substr(row, std::max(offset, row) - row + line_around(text_, offset).size()));
    Place place = source.place_at(offset - row);
    place.line += line - 1;
    place.excerpt = line_around(text_, offset);
    return place;
}

Place CsvReader::place(std::size_t column) const {
    return place_at(column < offsets_.size() ? offsets_[column] : row_end_, row_begin_, row_line_);
}

Place CsvReader::heading_place(std::size_t column) const {
    if (column >= heading_offsets_.size()) return Place{file_, heading_line_, 0, "", "", ""};
    return place_at(heading_offsets_[column], heading_begin_, heading_line_);
}

namespace {

bool needs_quotes(std::string_view field, std::size_t column, std::size_t columns) {
    if (field.empty()) return columns == 1;
    if (is_blank_sign(field.front()) || is_blank_sign(field.back())) return true;
    if (column == 0 && (field.front() == '#' || field.starts_with("sep="))) return true;
    if (field.front() == '"' || field.find_first_of(";\r\n\t") != npos) return true;
    return columns == 1 && field.find(',') != npos;
}

void write_field(std::string& out, std::string_view field, std::size_t column, std::size_t columns) {
    if (column > 0) out += ';';
    if (!needs_quotes(field, column, columns)) {
        out += field;
        return;
    }
    out += '"';
    for (char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

void write_csv_row(std::string& out, std::span<const std::string_view> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) write_field(out, fields[i], i, fields.size());
    out += '\n';
}

void write_csv_row(std::string& out, const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) write_field(out, fields[i], i, fields.size());
    out += '\n';
}

}  // namespace styrkedja
