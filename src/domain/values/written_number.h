// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

// Numbers as people in municipalities write them, in a cell or in the middle of a text: 75 · 30,0 · 3 036 ·
// 55 101 · -2,6 · −2,6 · 1.234.567 · 1,234.5 · ,5. All written decimals are kept (30,0 has one).
//
// What stands between the digits is read by these rules, in this order:
//   - blanks of any kind (also the hard and narrow ones) and apostrophes group thousands;
//   - where both comma and dot stand, the last one is the decimal sign and the other groups thousands;
//   - a sign that stands more than once groups thousands (1.234.567);
//   - one comma or one dot is the decimal sign: 2,750 and 2.750 are two and three quarters, never thousands.
// Groups must be of three digits, or it isn't a number. At most 18 digits.
namespace styrkedja {

// A number at the beginning of a text, without sign, and how many bytes it took.
struct LeadingNumber {
    Decimal value;
    std::size_t length = 0;
};
std::optional<LeadingNumber> leading_number(std::string_view text);

// The whole text as a number, with its sign (+, -, − or –); blanks around it are allowed, nothing else is.
std::optional<Decimal> parse_written_decimal(std::string_view text);

// The text with every kind of blank made a plain one and several made one, none at the ends; letters written
// as letter + combining mark made one character (å ä ö é); every kind of minus made "-", and dashes made "–".
std::string plain_blanks(std::string_view text);

// Swedish letters made small: A–Z, Å, Ä, Ö, É and the rest of Latin-1.
std::string small_letters(std::string_view text);

}  // namespace styrkedja
