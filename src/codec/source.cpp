// SPDX-License-Identifier: EUPL-1.2
#include "codec/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace styrkedja {
namespace {

// What of a line is kept in a problem; columns further out stay right, but are not shown.
constexpr std::size_t longest_excerpt = 2000;

std::string excerpt_of(std::string_view line) {
    if (line.size() <= longest_excerpt) return std::string(line);
    std::size_t end = longest_excerpt;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    return std::string(line.substr(0, end));
}

}  // namespace

std::string_view line_around(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    std::size_t begin = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    std::size_t end = text.find_first_of("\r\n", begin);
    return text.substr(begin, end == std::string_view::npos ? end : end - begin);
}

void Source::find_lines() {
    if (!lines_.empty()) return;
    lines_.push_back(0);
    for (std::size_t at = 0; (at = text_.find_first_of("\r\n", at)) != std::string_view::npos;) {
        at += text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n' ? 2 : 1;
        lines_.push_back(at);
    }
}

std::string_view Source::line(std::uint32_t line) {
    find_lines();
    if (line == 0 || line > lines_.size()) return {};
    return line_around(text_, lines_[line - 1]);
}

Place Source::place(std::uint32_t line, std::uint32_t column) {
    return Place{name_, line, column, excerpt_of(this->line(line)), "", ""};
}

Place Source::place_at(std::size_t offset) {
    find_lines();
    offset = std::min(offset, text_.size());
    auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
    std::size_t begin = *(after - 1);
    auto line = static_cast<std::uint32_t>(after - lines_.begin());
    auto column = static_cast<std::uint32_t>(count_characters(text_.substr(begin, offset - begin)) + 1);
    return place(line, column);
}

}  // namespace styrkedja
