// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace styrkedja {

// Numbers as people in Swedish municipalities type them in Word and Excel, and as reports print them.
// Source of the forms: measured in real reports (standards: Word and Excel habits; Swedish language).

enum class NumberKind : std::uint8_t {
    number,
    nil,    // a dash alone: the person says that there is nothing; `value` is 0
    empty,  // nothing written, or only blanks and footnote marks
    error,  // `code` says what is wrong
};

// A number that was read, as it was written: "30,0" keeps its decimal.
struct ParsedNumber {
    NumberKind kind = NumberKind::empty;
    Decimal value;
    bool plus = false;       // written with a +
    bool ambiguous = false;  // "1.234", see parse_number
    std::string_view unit;   // "", or one of % procentenheter kr tkr mkr mdkr st; whatever spelling it had
    std::string footnote;    // "*", "**", "1)" or "¹" after the number
    std::string_view code;   // of the error: a problem code of locale/problem_texts/codec.cpp
    std::string text;        // of the error: the part that can't be understood
};

// Total: every text gives an answer.
//   Signs      + - − (U+2212) – (U+2013) and the hard hyphen, with or without a blank after; "(1 234)" and
//              "1 234-" are negative; "+/-" and "±" only before zero.
//   Thousands  groups of three, divided by any blank (space, U+00A0, U+202F, U+2009, U+2007) or by a dot or
//              comma when the other one is the decimal mark ("1.234,50", "1,234.50", "1.234.567").
//   Decimals   a comma, always, when it is alone: "1,234" has three decimals. A dot that is alone too; but
//              "1.234" (one to three digits not beginning with 0, a dot, exactly three digits) could be a
//              thousand: it is read as decimals, since no Swedish rule groups by dots while every program
//              writes decimal dots, and `ambiguous` is set so that the reader of a file can ask.
//   Units      after the number: % procent · procentenheter · kr kronor SEK :- · tkr kkr "tusen kronor" ksek
//   ·
//              mkr mnkr msek "miljoner kronor" · mdkr "miljarder kronor" · st styck; letter case is free.
//   Footnotes  asterisks, a dagger, superscript figures, or "1)" after a blank.
// Errors: number_has_two_decimal_marks, number_has_two_signs, number_has_text, number_groups_are_wrong,
// number_is_too_long (over 18 digits), number_is_in_exponent_form ("1,2E+10").
ParsedNumber parse_number(std::string_view text);

inline constexpr std::string_view hard_space = "\xC2\xA0";
inline constexpr std::string_view real_minus = "\xE2\x88\x92";
inline constexpr std::string_view en_dash = "\xE2\x80\x93";

// How numbers are shown. As it stands: Swedish print, 1 234,5 with hard spaces and a real minus.
struct NumberFormat {
    bool plus = false;     // + before positive numbers (not before 0)
    bool grouping = true;  // four digits too
    std::string_view minus = real_minus;
    std::string_view space = hard_space;
    std::string_view decimal_mark = ",";
};

// Rounded half away from zero to that many decimals (0-12). What is rounded to zero has no sign: never
// "−0,0". The Exact must exist.
std::string format_number(const Exact& number, int decimals, const NumberFormat& format = {});
std::string format_number(const Decimal& number, const NumberFormat& format = {});  // with its own decimals
std::string format_percent(const Exact& number, int decimals, const NumberFormat& format = {});  // "4,8 %"

// 1-12 in words, as running text has them ("tre", "tolv"; "ett" or "en" for 1); others in figures.
std::string number_in_words(std::int64_t number, bool neuter = true);

}  // namespace styrkedja
