// SPDX-License-Identifier: EUPL-1.2
#include "reports/quote_how.h"

namespace styrkedja::reports {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\r";
    std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// "ord överskott/underskott"
bool read_words(QuoteHow& how, std::string_view text) {
    while (true) {
        std::size_t slash = text.find('/');
        how.words.emplace_back(trimmed(text.substr(0, slash)));
        if (slash == text.npos) break;
        text.remove_prefix(slash + 1);
    }
    return how.words.size() == 2 || how.words.size() == 3;
}

// The number of decimals at the end: "mnkr 1".
std::optional<int> take_decimals(std::string_view& text) {
    std::size_t blank = text.rfind(' ');
    std::string_view last = blank == text.npos ? std::string_view() : text.substr(blank + 1);
    if (last.empty() || last.find_first_not_of("0123456789") != last.npos) return std::nullopt;
    text = trimmed(text.substr(0, blank));
    return last.size() > 2 ? 99 : last.size() == 2 ? (last[0] - '0') * 10 + (last[1] - '0') : last[0] - '0';
}

// "tkr -1", "mnkr 1,5": meant as decimals, but no number of them.
bool has_unclear_decimals(std::string_view text) {
    std::size_t blank = text.rfind(' ');
    if (blank == text.npos) return false;
    std::string_view last = text.substr(blank + 1);
    bool has_digit = last.find_first_of("0123456789") != last.npos;
    return has_digit && last.find_first_not_of("0123456789+-.,") == last.npos;
}

// What is wrong with one part, as a code; empty when it is right.
std::string_view read_part(QuoteHow& how, std::string_view part) {
    if (part.empty()) return "quote_how_is_empty";
    if (part == "absolut") return how.absolute = true, "";
    if (part == "plus") return how.plus = true, "";
    if (part.starts_with("ord ")) return read_words(how, part.substr(4)) ? "" : "quote_words_are_unclear";
    if (part.starts_with("tryckt ")) return how.printed = trimmed(part.substr(7)), "";
    if (how.has_unit) return "quote_unit_stands_twice";
    if (auto decimals = take_decimals(part)) {
        if (*decimals > 12) return "quote_has_too_many_decimals";
        how.decimals = *decimals;
    } else if (has_unclear_decimals(part)) {
        return "quote_decimals_are_unclear";
    }
    how.has_unit = true;
    how.number_alone = part == "tal";
    how.unit = ShownUnit::of(part);
    return "";
}

}  // namespace

ParsedHow parse_how(std::string_view text, std::size_t first_column) {
    ParsedHow parsed;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t bar = text.find('|', at);
        std::string_view part = trimmed(text.substr(at, bar - at));
        if (std::string_view code = read_part(parsed.how, part); !code.empty()) {
            std::size_t offset = part.empty() ? at : static_cast<std::size_t>(part.data() - text.data());
            parsed.error = {code, first_column + offset, std::string(part)};
            return parsed;
        }
        if (bar == text.npos) break;
        at = bar + 1;
    }
    return parsed;
}

}  // namespace styrkedja::reports
