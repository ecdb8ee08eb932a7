// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <cassert>

#include "locale/number.h"

namespace styrkedja {

std::string format_number(const Decimal& number, const NumberFormat& format) {
    std::string digits = number.str();
    bool negative = digits.starts_with('-') && !number.is_zero();
    if (digits.starts_with('-')) digits.erase(0, 1);
    std::size_t whole = std::min(digits.find('.'), digits.size());
    std::string out = negative ? std::string(format.minus) : format.plus && !number.is_zero() ? "+" : "";
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && format.grouping && (whole - i) % 3 == 0) out += format.space;
        out += digits[i];
    }
    if (whole == digits.size()) return out;
    out += format.decimal_mark;
    return out.append(digits, whole + 1);
}

std::string format_number(const Exact& number, int decimals, const NumberFormat& format) {
    assert(number.exists() && decimals >= 0 && decimals <= 12);
    return format_number(number.rounded(decimals), format);
}

std::string format_percent(const Exact& number, int decimals, const NumberFormat& format) {
    return format_number(number, decimals, format) + std::string(hard_space) + "%";
}

std::string number_in_words(std::int64_t number, bool neuter) {
    constexpr std::array<std::string_view, 13> words = {"",    "ett",  "två", "tre", "fyra", "fem", "sex",
                                                        "sju", "åtta", "nio", "tio", "elva", "tolv"};
    if (number == 1 && !neuter) return "en";
    if (number >= 1 && number <= 12) return std::string(words[static_cast<std::size_t>(number)]);
    return format_number(Decimal(number, 0));
}

}  // namespace styrkedja
