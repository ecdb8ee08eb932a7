// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/written_number.h"

#include <array>

#include "base/utf8.h"

namespace styrkedja {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

constexpr std::array<std::string_view, 9> blanks = {
    " ", "\t",          "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87", "\xE2\x80\x82",
    "'", "\xE2\x80\x99"};

// The length of a sign that groups thousands at `at`: one blank or apostrophe before exactly three digits.
std::size_t grouping_at(std::string_view text, std::size_t at) {
    for (std::string_view blank : blanks) {
        if (text.substr(at, blank.size()) == blank && digits_at(text, at + blank.size()) == 3)
            return blank.size();
    }
    return 0;
}

bool is_sign(char c) {
    return c == ',' || c == '.';
}

// A number cut in its parts: runs of digits, and the sign before each run but the first ('\0' for a blank).
struct Parts {
    std::array<std::string_view, 20> runs;
    std::array<char, 20> signs{};
    std::size_t count = 0;
    std::size_t length = 0;
};

Parts cut(std::string_view text) {
    Parts parts;
    std::size_t at = 0;
    while (parts.count < parts.runs.size()) {
        std::size_t size = digits_at(text, at);
        parts.runs[parts.count++] = text.substr(at, size);
        at += size;
        parts.length = at;
        std::size_t skip = at < text.size() ? grouping_at(text, at) : 0;
        bool may_group = parts.runs[0].size() <= 3 && parts.signs[parts.count - 1] == '\0';
        if (skip > 0 && may_group && parts.count < parts.runs.size()) {
            at += skip;
            parts.signs[parts.count] = '\0';
        } else if (at + 1 < text.size() && is_sign(text[at]) && is_digit(text[at + 1]) &&
                   parts.count < parts.runs.size()) {
            parts.signs[parts.count] = text[at++];
        } else {
            break;
        }
    }
    return parts;
}

// Which run is the decimals; 0 = none. Nothing when the signs make no number.
std::optional<std::size_t> decimals_run(const Parts& parts) {
    std::size_t signs = 0, same_as_last = 0;
    char last = '\0';
    for (std::size_t i = 1; i < parts.count; ++i) {
        if (parts.signs[i] != '\0') {
            ++signs;
            last = parts.signs[i];
        }
    }
    for (std::size_t i = 1; i < parts.count; ++i)
        same_as_last += parts.signs[i] == last && last != '\0' ? 1 : 0;
    if (signs == 0 || (same_as_last == signs && signs > 1)) return 0;
    if (same_as_last > 1 || parts.signs[parts.count - 1] != last) return std::nullopt;
    return parts.count - 1;
}

std::optional<Decimal> value_of(const Parts& parts) {
    auto decimals = decimals_run(parts);
    if (!decimals) return std::nullopt;
    std::size_t whole_runs = *decimals == 0 ? parts.count : *decimals;
    std::string plain;
    for (std::size_t i = 0; i < whole_runs; ++i) {
        bool first = i == 0;
        if (whole_runs > 1 && (first ? parts.runs[i].size() > 3 : parts.runs[i].size() != 3))
            return std::nullopt;
        plain += parts.runs[i];
    }
    if (plain.empty()) plain = "0";
    if (*decimals > 0) plain.append(".").append(parts.runs[*decimals]);
    return Decimal::parse(plain);
}

// What a combining mark makes of the letter before it: å ä ö é and their capitals.
std::string_view composed(char letter, char32_t mark) {
    bool ring = mark == 0x30A, dots = mark == 0x308, acute = mark == 0x301;
    switch (letter) {
        case 'a':
            return ring ? "å" : dots ? "ä" : "";
        case 'A':
            return ring ? "Å" : dots ? "Ä" : "";
        case 'o':
            return dots ? "ö" : "";
        case 'O':
            return dots ? "Ö" : "";
        case 'e':
            return acute ? "é" : "";
        case 'E':
            return acute ? "É" : "";
        default:
            return "";
    }
}

bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x3000;
}

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

}  // namespace

std::optional<LeadingNumber> leading_number(std::string_view text) {
    bool begins =
        !text.empty() && (is_digit(text[0]) || (text.size() > 1 && text[0] == ',' && is_digit(text[1])));
    if (!begins) return std::nullopt;
    Parts parts = cut(text);
    auto value = value_of(parts);
    if (!value) return std::nullopt;
    return LeadingNumber{*value, parts.length};
}

std::optional<Decimal> parse_written_decimal(std::string_view text) {
    std::string plain = plain_blanks(text);
    std::string_view rest = plain;
    bool negative = false;
    if (rest.starts_with("-") || rest.starts_with("–")) {
        negative = true;
        rest.remove_prefix(rest[0] == '-' ? 1 : std::string_view("–").size());
    } else if (rest.starts_with("+")) {
        rest.remove_prefix(1);
    }
    if (rest.starts_with(" ")) rest.remove_prefix(1);
    auto number = leading_number(rest);
    if (!number || number->length != rest.size()) return std::nullopt;
    return Decimal(negative ? -number->value.units() : number->value.units(), number->value.decimals());
}

std::string plain_blanks(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_character(text, at);
        if (is_invisible(c)) continue;
        if (is_blank(c)) {
            blank = !plain.empty();
            continue;
        }
        if (c >= 0x300 && c < 0x370 && !plain.empty() && !blank) {
            if (std::string_view letter = composed(plain.back(), c); !letter.empty()) {
                plain.pop_back();
                plain += letter;
                continue;
            }
        }
        if (blank) plain += ' ';
        blank = false;
        if (c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0xFE63 || c == 0xFF0D) {
            plain += '-';
        } else if (c == 0x2012 || c == 0x2014 || c == 0x2015) {
            plain += "–";
        } else {
            append_character(plain, c);
        }
    }
    return plain;
}

std::string small_letters(std::string_view text) {
    std::string small(text);
    for (std::size_t i = 0; i < small.size(); ++i) {
        auto byte = static_cast<unsigned char>(small[i]);
        if (byte >= 'A' && byte <= 'Z') {
            small[i] = static_cast<char>(byte + 32);
        } else if (byte == 0xC3 && i + 1 < small.size()) {
            auto next = static_cast<unsigned char>(small[i + 1]);
            if (next >= 0x80 && next <= 0x9E && next != 0x97) small[i + 1] = static_cast<char>(next + 32);
            ++i;
        }
    }
    return small;
}

}  // namespace styrkedja
