// SPDX-License-Identifier: EUPL-1.2
#include "locale/number.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace styrkedja {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009 ||
           c == 0x2007;
}

// The text with one sign for each meaning: every blank ' ', every minus '-', and no blanks at the ends.
std::string simplified(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_character(text, at);
        if (is_blank(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (c == 0x2212 || c == 0x2013 || c == 0x2014 || c == 0x2011 || c == 0x2010) {
            out += '-';
        } else if (c == 0xB1) {
            out += "+/-";
        } else {
            append_character(out, c);
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

struct UnitName {
    std::string_view written, unit;
};

// Longer names before those that they end with.
constexpr UnitName unit_names[] = {
    {"miljarder kronor", "mdkr"},
    {"miljard kronor", "mdkr"},
    {"miljoner kronor", "mkr"},
    {"miljon kronor", "mkr"},
    {"tusen kronor", "tkr"},
    {"kronor", "kr"},
    {"procentenheter", "procentenheter"},
    {"procentenhet", "procentenheter"},
    {"procent", "%"},
    {"%", "%"},
    {"mdkr", "mdkr"},
    {"mnkr", "mkr"},
    {"mkr", "mkr"},
    {"msek", "mkr"},
    {"tkr", "tkr"},
    {"kkr", "tkr"},
    {"ksek", "tkr"},
    {"tsek", "tkr"},
    {"sek", "kr"},
    {"kr", "kr"},
    {":-", "kr"},
    {"styck", "st"},
    {"st", "st"},
};

void trim_end(std::string& text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
}

std::string_view take_unit(std::string& text) {
    std::string lower = text;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const UnitName& name : unit_names) {
        if (!lower.ends_with(name.written)) continue;
        char before =
            lower.size() > name.written.size() ? lower[lower.size() - name.written.size() - 1] : ' ';
        bool word = name.written.front() >= 'a';
        if (word && ((before >= 'a' && before <= 'z') || static_cast<unsigned char>(before) >= 0x80))
            continue;
        text.resize(text.size() - name.written.size());
        trim_end(text);
        return name.unit;
    }
    return "";
}

// "400*", "400 **", "400¹", "400 1)".
std::string take_footnote(std::string& text) {
    constexpr std::array<std::string_view, 6> marks = {"*", "†", "¹", "²", "³", "⁴"};
    std::string note;
    for (bool found = true; found;) {
        found = false;
        for (std::string_view mark : marks) {
            if (!text.ends_with(mark)) continue;
            text.resize(text.size() - mark.size());
            note.insert(0, mark);
            found = true;
        }
    }
    if (note.empty() && text.size() >= 3 && text.back() == ')' && is_digit(text[text.size() - 2]) &&
        text[text.size() - 3] == ' ' && text.find('(') == std::string::npos) {
        note = text.substr(text.size() - 2);
        text.resize(text.size() - 3);
    }
    if (!note.empty()) trim_end(text);
    return note;
}

struct Signs {
    int count = 0;
    bool negative = false, plus = false, only_zero = false;
};

Signs take_signs(std::string& text) {
    Signs signs;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        signs.negative = true;
        ++signs.count;
    }
    auto skip = [&](std::size_t n) {
        text.erase(0, n);
        if (text.starts_with(' ')) text.erase(0, 1);
        ++signs.count;
    };
    if (text.starts_with("+/-")) {
        skip(3);
        signs.only_zero = true;
    }
    while (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        (text.front() == '-' ? signs.negative : signs.plus) = true;
        skip(1);
    }
    if (text.size() > 1 && text.back() == '-' &&
        (is_digit(text[text.size() - 2]) || text[text.size() - 2] == ' ')) {
        text.pop_back();
        trim_end(text);
        signs.negative = true;
        ++signs.count;
    }
    return signs;
}

struct Figures {
    std::string plain;  // digits with at most one dot
    std::string_view code;
    std::string text;
    bool ambiguous = false;
};

Figures failed(std::string_view code, std::string text = "") {
    return {"", code, std::move(text), false};
}

bool is_exponent_form(std::string_view text) {
    std::size_t e = text.find_first_of("eE");
    if (e == npos || e == 0 || !is_digit(text[0])) return false;
    std::string_view rest = text.substr(e + 1);
    if (rest.starts_with('+') || rest.starts_with('-')) rest.remove_prefix(1);
    return !rest.empty() && rest.find_first_not_of("0123456789") == npos;
}

// Groups of exactly three after a first of one to three, each divided by one of the same sign.
bool has_good_groups(std::string_view digits) {
    char divider = 0;
    std::size_t run = 0, groups = 1;
    for (std::size_t i = 0; i <= digits.size(); ++i) {
        if (i < digits.size() && is_digit(digits[i])) {
            ++run;
            continue;
        }
        bool first = groups == 1;
        if (i == digits.size() && first) return run > 0;
        if (first ? run == 0 || run > 3 : run != 3) return false;
        if (i == digits.size()) return true;
        if (divider != 0 && digits[i] != divider) return false;
        divider = digits[i];
        ++groups;
        run = 0;
    }
    return true;
}

// Which of the signs is the decimal mark: its position, or npos. `text` is digits, blanks, dots and commas.
std::size_t find_decimal_mark(std::string_view text, Figures& figures) {
    auto commas = std::count(text.begin(), text.end(), ','), dots = std::count(text.begin(), text.end(), '.');
    if (commas == 0 && dots == 0) return npos;
    if (commas > 0 && dots > 0) {
        bool comma_is_last = text.rfind(',') > text.rfind('.');
        if ((comma_is_last ? commas : dots) > 1) figures.code = "number_has_two_decimal_marks";
        return comma_is_last ? text.rfind(',') : text.rfind('.');
    }
    if (commas > 1) {
        figures.code = "number_has_two_decimal_marks";
        return npos;
    }
    if (commas == 1) return text.find(',');
    if (dots > 1) {
        if (!has_good_groups(text)) figures.code = "number_has_two_decimal_marks";
        return npos;
    }
    std::size_t dot = text.find('.');
    figures.ambiguous =
        dot >= 1 && dot <= 3 && text[0] != '0' && text.size() - dot == 4 && text.find(' ') == npos;
    return dot;
}

Figures read_figures(std::string_view text) {
    if (is_exponent_form(text)) return failed("number_is_in_exponent_form");
    std::size_t strange = text.find_first_not_of("0123456789., ");
    if (strange != npos) return failed("number_has_text", std::string(text.substr(strange)));
    Figures figures;
    std::size_t mark = find_decimal_mark(text, figures);
    if (!figures.code.empty()) return figures;
    std::string_view whole = text.substr(0, std::min(mark, text.size()));
    std::string_view part = mark == npos ? std::string_view() : text.substr(mark + 1);
    bool bad_part = mark != npos && (part.empty() || part.find_first_not_of("0123456789") != npos);
    bool bad_whole = whole.empty() ? mark == npos : !has_good_groups(whole);
    if (bad_part || bad_whole) return failed("number_groups_are_wrong");
    for (char c : whole) {
        if (is_digit(c)) figures.plain += c;
    }
    if (figures.plain.empty()) figures.plain = "0";
    if (mark != npos) figures.plain += "." + std::string(part);
    return figures;
}

ParsedNumber with_error(ParsedNumber number, std::string_view code, std::string text = "") {
    number.kind = NumberKind::error;
    number.code = code;
    number.text = std::move(text);
    return number;
}

}  // namespace

ParsedNumber parse_number(std::string_view text) {
    ParsedNumber number;
    if (text.find('.') == npos) {
        if (auto value = Decimal::parse(text)) {  // nearly all that comes from programs
            number.kind = NumberKind::number;
            number.value = *value;
            return number;
        }
    }
    std::string rest = simplified(text);
    number.footnote = take_footnote(rest);
    if (rest.empty()) return number;
    if (rest == "-" || rest == "--") {
        number.kind = NumberKind::nil;
        return number;
    }
    std::string whole = rest;
    number.unit = take_unit(rest);
    if (number.footnote.empty()) number.footnote = take_footnote(rest);
    Signs signs = take_signs(rest);
    if (number.unit.empty()) number.unit = take_unit(rest);  // "(5 %)"
    if (rest.find_first_of("0123456789") == npos) {
        return with_error(std::move(number), "number_has_text", std::move(whole));
    }
    if (signs.count > 1) return with_error(std::move(number), "number_has_two_signs");
    Figures figures = read_figures(rest);
    if (!figures.code.empty()) return with_error(std::move(number), figures.code, std::move(figures.text));
    auto value = Decimal::parse((signs.negative ? "-" : "") + figures.plain);
    if (!value) return with_error(std::move(number), "number_is_too_long");
    if (signs.only_zero && !value->is_zero()) return with_error(std::move(number), "number_has_two_signs");
    number.kind = NumberKind::number;
    number.value = *value;
    number.plus = signs.plus;
    number.ambiguous = figures.ambiguous;
    return number;
}

}  // namespace styrkedja
