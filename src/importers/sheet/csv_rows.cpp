// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <deque>

#include "base/utf8.h"
#include "codec/encoding.h"
#include "importers/sheet/rows.h"

namespace styrkedja::sheet {
namespace {

constexpr std::size_t block_size = 1 << 20;
constexpr std::size_t longest_quoted = 1 << 18;   // a quotation mark that isn't closed by then isn't one

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

class CsvRows : public RowSource {
  public:
    CsvRows(const std::string& file, ByteSource& bytes, Problems& problems) : file_(file), source_(bytes), problems_(problems) { begin(); }

    bool next() override;
    std::span<const Field> fields() const override { return fields_; }
    std::uint32_t line() const override { return row_line_; }
    Place place(std::size_t column) const override;
    Place place() const override { return Place{file_, 0, 0, "", "", ""}; }
    std::string_view encoding() const override { return windows_ > 0 ? "Windows-1252" : utf8_ > 0 || marked_ ? "UTF-8" : "ASCII"; }
    std::string_view form() const override { return "CSV"; }
    std::uint64_t bytes() const override { return read_; }

  private:
    void begin();
    bool refuse(std::string_view code);
    bool fill();
    void choose_divider();
    bool read_row();
    void read_plain();
    void read_quoted();
    bool find_closing(bool& doubled);
    bool to_line_end();
    void add(std::size_t from, std::size_t to);
    void decode();

    std::string file_;
    ByteSource& source_;
    Problems& problems_;
    std::string buffer_;
    std::size_t at_ = 0, row_begin_ = 0;
    std::size_t from_ = 0, scan_ = 0;               // where a field begins, and how far a quoted one is read: fill() moves them too
    std::uint64_t read_ = 0;
    bool ended_ = false, refused_ = false, marked_ = false, blank_divider_ = false, mixed_told_ = false,
         half_pair_ = false;   // the row ended with a CR that was the last of what had been read
    char divider_ = ';';
    std::array<bool, 256> ends_{};
    std::uint32_t line_ = 1, row_line_ = 0;
    unsigned char seen_ = 0;                        // all bytes of the row, laid together: is any above 127?
    std::size_t utf8_ = 0, windows_ = 0;            // fields that show which it is
    struct Span {
        std::size_t from, size;
        bool doubled;                               // holds "" for "
    };
    std::vector<Span> spans_;
    std::vector<Field> fields_;
    std::deque<std::string> texts_;                 // of fields that aren't as they stand in the file
};

bool CsvRows::refuse(std::string_view code) {
    problems_.add(Problem{code, Severity::error, place(), {}});
    refused_ = true;
    return false;
}

// Reads another block behind what is kept. What stands before the present row is let go.
bool CsvRows::fill() {
    if (ended_) return false;
    if (row_begin_ > 0) {
        buffer_.erase(0, row_begin_);
        at_ -= row_begin_;
        from_ -= row_begin_;
        scan_ -= row_begin_;
        for (Span& span : spans_) span.from -= row_begin_;
        row_begin_ = 0;
    }
    const std::size_t before = buffer_.size();
    buffer_.resize(before + block_size);
    const std::size_t size = source_.read({buffer_.data() + before, block_size});
    buffer_.resize(before + size);
    read_ += size;
    ended_ = size == 0;
    if (!ended_ && buffer_.find('\0', before) != buffer_.npos) return refuse("file_is_not_text");
    return !ended_;
}

void CsvRows::begin() {
    // However the bytes come, the same ones are looked at.
    constexpr std::size_t looked_at = 1 << 16;
    while (buffer_.size() < looked_at && fill()) {
    }
    if (buffer_.starts_with("\xFF\xFE") || buffer_.starts_with("\xFE\xFF")) {
        refuse("text_is_utf16");
    }
    if (refused_) return;
    if (buffer_.starts_with("\xEF\xBB\xBF")) {
        at_ = row_begin_ = 3;
        marked_ = true;
    }
    const std::size_t first = buffer_.find_first_not_of(" \t\r\n", at_);
    if (first != buffer_.npos && buffer_[first] == '<') {
        refuse("file_is_a_web_page");
        return;
    }
    choose_divider();
    blank_divider_ = divider_ == '\t';
    for (const char c : {divider_, '\n', '\r'}) ends_[static_cast<unsigned char>(c)] = true;
}

// Of each possible divider, how many of the first lines have it; the first that half as many have as the commonest.
void CsvRows::choose_divider() {
    if (buffer_.compare(at_, 4, "sep=") == 0 && buffer_.size() > at_ + 5 && is_line_end(buffer_[at_ + 5])) {
        divider_ = buffer_[at_ + 4];
        at_ += 5;
        to_line_end();
        row_begin_ = at_;
        return;
    }
    constexpr std::string_view possible = ";\t|,";
    constexpr int most_lines = 100;
    const std::size_t end = std::min<std::size_t>(buffer_.size(), 1 << 16);
    std::array<int, possible.size()> lines{};
    bool quoted = false;
    std::array<bool, possible.size()> here{};
    int count = 0;
    for (std::size_t i = at_; i < end && count < most_lines; ++i) {
        const char c = buffer_[i];
        if (c == '"') quoted = !quoted;
        if (c == '\n' || c == '\r') {
            for (std::size_t p = 0; p < here.size(); ++p) lines[p] += here[p] ? 1 : 0;
            here = {};
            quoted = false;
            ++count;
        }
        const std::size_t which = quoted ? possible.npos : possible.find(c);
        if (which != possible.npos) here[which] = true;
    }
    for (std::size_t p = 0; p < here.size(); ++p) lines[p] += here[p] ? 1 : 0;
    const int most = *std::max_element(lines.begin(), lines.end());
    for (std::size_t p = 0; most > 0 && p < possible.size(); ++p) {
        if (lines[p] * 2 < most) continue;
        divider_ = possible[p];
        break;
    }
}

bool CsvRows::to_line_end() {
    if (at_ + 1 >= buffer_.size()) fill();
    if (at_ >= buffer_.size()) return false;
    if (buffer_[at_] == '\r' && at_ + 1 < buffer_.size() && buffer_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
    return true;
}

void CsvRows::add(std::size_t from, std::size_t to) {
    while (from < to && is_blank(buffer_[from])) ++from;
    while (to > from && is_blank(buffer_[to - 1])) --to;
    spans_.push_back({from, to - from, false});
}

void CsvRows::read_plain() {
    from_ = at_;
    do {
        const char* const data = buffer_.data();
        const std::size_t size = buffer_.size();
        std::size_t to = at_;
        while (to < size && !ends_[static_cast<unsigned char>(data[to])]) seen_ |= static_cast<unsigned char>(data[to++]);
        at_ = to;
    } while (at_ >= buffer_.size() && fill());
    add(from_, at_);
}

// The closing quotation mark; false when there is none within reason.
bool CsvRows::find_closing(bool& doubled) {
    for (; scan_ - from_ <= longest_quoted; ++scan_) {
        if (scan_ >= buffer_.size() && !fill()) return false;
        const char c = buffer_[scan_];
        seen_ |= static_cast<unsigned char>(c);
        if (c != '"') continue;
        if (scan_ + 1 >= buffer_.size()) fill();
        if (scan_ + 1 >= buffer_.size() || buffer_[scan_ + 1] != '"') return true;
        doubled = true;
        ++scan_;
    }
    return false;
}

void CsvRows::read_quoted() {
    from_ = scan_ = at_ + 1;
    bool doubled = false;
    if (!find_closing(doubled)) {
        Place where = place();
        where.line = line_;
        if (!refused_) problems_.add("quote_is_not_closed", Severity::error, std::move(where));
        at_ = from_ - 1;
        return read_plain();
    }
    line_ += static_cast<std::uint32_t>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(from_), buffer_.begin() + static_cast<std::ptrdiff_t>(scan_), '\n'));
    spans_.push_back({from_, scan_ - from_, doubled});
    at_ = scan_ + 1;
    // What stands after the closing mark is kept with the field, as it stands.
    while ((at_ < buffer_.size() || fill()) && !ends_[static_cast<unsigned char>(buffer_[at_])]) ++at_;
    std::size_t end = at_;
    while (end > scan_ + 1 && is_blank(buffer_[end - 1])) --end;
    if (end > scan_ + 1) spans_.back() = {from_ - 1, end - from_ + 1, false};
}

bool CsvRows::read_row() {
    spans_.clear();
    texts_.clear();
    seen_ = 0;
    row_begin_ = at_;
    if (at_ >= buffer_.size() && !fill()) return false;
    if (half_pair_ && buffer_[at_] == '\n') row_begin_ = ++at_;
    half_pair_ = false;
    if (at_ >= buffer_.size() && !fill()) return false;
    row_line_ = line_;
    for (bool more = true; more && !refused_;) {
        if (!blank_divider_) {
            while ((at_ < buffer_.size() || fill()) && buffer_[at_] == ' ') ++at_;
        }
        const bool quoted = (at_ < buffer_.size() || fill()) && buffer_[at_] == '"';
        if (quoted) read_quoted();
        else read_plain();
        more = at_ < buffer_.size() && buffer_[at_] == divider_;
        if (more) ++at_;
    }
    return !refused_;
}

// The fields as UTF-8. Which encoding a file has is seen field by field: a stream can't know what comes.
void CsvRows::decode() {
    fields_.clear();
    for (const Span& span : spans_) {
        std::string_view text(buffer_.data() + span.from, span.size);
        if (span.doubled) {
            std::string& plain = texts_.emplace_back();
            for (std::size_t i = 0; i < text.size(); ++i) {
                plain += text[i];
                if (text[i] == '"') ++i;
            }
            text = plain;
        }
        const bool foreign = seen_ > 127 && std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 127; });
        if (foreign && find_invalid_utf8(text) == text.npos) ++utf8_;
        else if (foreign) {
            ++windows_;
            text = texts_.emplace_back(windows_1252_to_utf8(text));
        }
        fields_.push_back({text.empty() ? FieldKind::empty : FieldKind::text, text});
    }
    if (utf8_ > 0 && windows_ > 0 && !mixed_told_) {
        mixed_told_ = true;
        problems_.add("encoding_is_mixed", Severity::error, place(0), {{"count", std::to_string(std::min(utf8_, windows_))}});
    }
}

bool CsvRows::next() {
    while (!refused_ && read_row()) {
        const bool any = std::any_of(spans_.begin(), spans_.end(), [](const Span& span) { return span.size > 0; });
        if (any) decode();   // before the buffer moves; the line end may be the last that it has
        if (!any) {
            if (!to_line_end()) return false;
            continue;
        }
        // The end of the line, without moving what the fields point to.
        if (at_ < buffer_.size()) {
            const bool pair = buffer_[at_] == '\r' && at_ + 1 < buffer_.size() && buffer_[at_ + 1] == '\n';
            half_pair_ = buffer_[at_] == '\r' && at_ + 1 == buffer_.size();
            at_ += pair ? 2 : 1;
            ++line_;
        }
        return true;
    }
    return false;
}

Place CsvRows::place(std::size_t column) const {
    Place place = this->place();
    place.line = row_line_;
    std::size_t end = row_begin_;
    while (end < buffer_.size() && !is_line_end(buffer_[end])) ++end;
    const std::string_view row = std::string_view(buffer_).substr(row_begin_, end - row_begin_);
    place.excerpt = find_invalid_utf8(row) == row.npos ? std::string(row) : windows_1252_to_utf8(row);
    const std::size_t from = column < spans_.size() ? spans_[column].from : end;
    place.column = static_cast<std::uint32_t>(find_invalid_utf8(row) == row.npos ? count_characters(row.substr(0, std::min(from, end) - row_begin_))
                                                                                  : std::min(from, end) - row_begin_) + 1;
    return place;
}

}  // namespace

std::unique_ptr<RowSource> csv_rows(const std::string& file, ByteSource& bytes, Problems& problems) {
    return std::make_unique<CsvRows>(file, bytes, problems);
}

}  // namespace styrkedja::sheet
