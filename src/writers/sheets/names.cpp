// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/utf8.h"
#include "locale/sheet_words.h"
#include "writers/sheets/sheets.h"

namespace styrkedja::sheets {
namespace {

constexpr std::size_t longest_name = 31;

// Excel takes names that differ only in letter case for the same. Beyond Latin-1 it is enough to be strict.
std::string in_small(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_character(text, at);
        if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE)) c += 0x20;
        append_character(out, c);
    }
    return out;
}

bool is_forbidden(char32_t c) {
    constexpr std::u32string_view signs = U"[]:*?/\\";
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == replacement_character || c == 0xFFFE || c == 0xFFFF ||
           (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           signs.find(c) != std::u32string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\'')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\'')) text.remove_suffix(1);
    return text;
}

std::string allowed(std::string_view wish) {
    std::string out;
    for (std::size_t at = 0; at < wish.size();) {
        const char32_t c = next_character(wish, at);
        const bool blank = c == ' ' || c == 0xA0 || is_forbidden(c);
        if (!blank) append_character(out, c);
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    std::string name(trimmed(first_units(trimmed(out), longest_name)));
    // Excel keeps this name for itself.
    const std::string small = in_small(name);
    if (small == "history" || small == "historik") name += " 1";
    return name.empty() ? std::string(swedish_sheet_words.table) : name;
}

}  // namespace

std::size_t count_units(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) units += next_character(text, at) > 0xFFFF ? 2 : 1;
    return units;
}

std::string_view first_units(std::string_view text, std::size_t units) {
    if (text.size() <= units) return text;
    std::size_t at = 0;
    for (std::size_t used = 0; at < text.size();) {
        std::size_t next = at;
        used += next_character(text, next) > 0xFFFF ? 2 : 1;
        if (used > units) break;
        at = next;
    }
    return text.substr(0, at);
}

std::string SheetNames::take(std::string_view wish) {
    const std::string wished = allowed(wish);
    std::string name = wished;
    for (int i = 2; std::find(taken_.begin(), taken_.end(), in_small(name)) != taken_.end(); ++i) {
        const std::string tail = " (" + std::to_string(i) + ")";
        name = std::string(trimmed(first_units(wished, longest_name - tail.size()))) + tail;
    }
    taken_.push_back(in_small(name));
    return name;
}

}  // namespace styrkedja::sheets
