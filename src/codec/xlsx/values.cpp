// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "base/utf8.h"
#include "codec/xlsx/parts.h"

// How a workbook stores numbers, dates and odd signs.
namespace styrkedja::workbook {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number's figures without zeros at its ends, and where the decimal sign stands among them.
struct Figures {
    std::string digits;
    int point = 0;            // value = 0.digits * 10^point
    bool negative = false;
};

bool read_figures(std::string_view text, Figures& out) {
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) out.negative = text[at++] == '-';
    bool decimals = false, any = false;
    for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !decimals)); ++at) {
        if (text[at] == '.') {
            decimals = true;
            continue;
        }
        any = true;
        if (!decimals) ++out.point;
        out.digits += text[at];
    }
    if (at < text.size() && (text[at] == 'E' || text[at] == 'e')) {
        const std::size_t from = at + (at + 1 < text.size() && text[at + 1] == '+' ? 2 : 1);
        int exponent = 0;
        const auto [end, error] = std::from_chars(text.data() + from, text.data() + text.size(), exponent);
        if (error != std::errc() || end != text.data() + text.size() || exponent > 400 || exponent < -400) return false;
        out.point += exponent;
        at = text.size();
    }
    const std::size_t zeros = std::min(out.digits.find_first_not_of('0'), out.digits.size());
    out.digits.erase(0, zeros);
    out.point -= static_cast<int>(zeros);
    return any && at == text.size();
}

void round_to(Figures& number, std::size_t figures) {
    if (number.digits.size() <= figures) return;
    const bool up = number.digits[figures] >= '5';
    number.digits.resize(figures);
    if (!up) return;
    std::size_t at = figures;
    while (at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
    if (at > 0) ++number.digits[at - 1];
    else {
        number.digits.insert(0, 1, '1');
        ++number.point;
    }
}

std::string written(const Figures& number) {
    std::string out = number.negative ? "-" : "";
    const int size = static_cast<int>(number.digits.size());
    if (number.point <= 0) return out + "0." + std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
    if (number.point >= size) return out + number.digits + std::string(static_cast<std::size_t>(number.point - size), '0');
    return out + number.digits.substr(0, static_cast<std::size_t>(number.point)) + "." +
           number.digits.substr(static_cast<std::size_t>(number.point));
}

}  // namespace

std::string shown_number(std::string_view stored) {
    constexpr std::size_t most_figures = 15;   // Excel's own
    constexpr int most_signs = 40;
    if (stored.size() <= most_figures && stored.find_first_of("eE") == stored.npos) return std::string(stored);
    Figures number;
    if (!read_figures(stored, number)) return std::string(stored);
    round_to(number, most_figures);
    while (!number.digits.empty() && number.digits.back() == '0') number.digits.pop_back();
    if (number.digits.empty()) return "0";
    if (number.point > most_signs || number.point < -most_signs) return std::string(stored);
    return written(number);
}

// Days since 1970-01-01 as a civil date: the algorithm of H. Hinnant's "chrono-compatible low-level date algorithms".
std::string day_of_serial(std::string_view serial, bool from_1904) {
    long whole = 0;
    const auto [end, error] = std::from_chars(serial.data(), serial.data() + serial.size(), whole);
    if (error != std::errc() || (end != serial.data() + serial.size() && *end != '.')) return {};
    constexpr long of_1904 = 1462, to_1970 = 25569, leap_day_of_1900 = 60, last = 2958465;
    if (from_1904) whole += of_1904;
    if (whole < 1 || whole > last || whole == leap_day_of_1900) return {};
    const long days = whole - to_1970 + (whole < leap_day_of_1900 ? 1 : 0) + 719468;
    const long era = days / 146097, of_era = days - era * 146097;
    const long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long shifted = (5 * of_year + 2) / 153, day = of_year - (153 * shifted + 2) / 5 + 1;
    const long month = shifted < 10 ? shifted + 3 : shifted - 9;
    std::array<char, 32> out{};
    std::snprintf(out.data(), out.size(), "%04ld-%02ld-%02ld", year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day);
    return out.data();
}

bool is_date_format(int builtin) {
    return (builtin >= 14 && builtin <= 17) || builtin == 22 || (builtin >= 27 && builtin <= 36) || (builtin >= 50 && builtin <= 58);
}

bool is_date_format(std::string_view code) {
    std::string plain;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
        else if (c == '\\' || c == '_' || c == '*') ++i;
        else plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    if (plain == "general") return false;
    return plain.find_first_of("yd") != plain.npos || plain.find("mmm") != plain.npos;
}

void append_unescaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0;;) {
        const std::size_t mark = text.find("_x", at);
        if (mark == text.npos || mark + 7 > text.size()) {
            out += text.substr(at);
            return;
        }
        unsigned code = 0;
        const char* from = text.data() + mark + 2;
        const auto [end, error] = std::from_chars(from, from + 4, code, 16);
        const bool is_escape = error == std::errc() && end == from + 4 && text[mark + 6] == '_';
        out += text.substr(at, mark - at + (is_escape ? 0 : 2));
        const bool is_character = code >= 0x20 && (code < 0xD800 || code >= 0xE000) && code < 0xFFFE;
        if (is_escape && is_character) append_character(out, code);
        else if (is_escape) out += ' ';   // control characters, halves of characters
        at = mark + (is_escape ? 7 : 2);
    }
}

}  // namespace styrkedja::workbook
