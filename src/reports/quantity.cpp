// SPDX-License-Identifier: EUPL-1.2
#include "reports/quantity.h"

#include <array>

#include "domain/values/measured_value.h"
#include "domain/values/written_number.h"
#include "locale/number.h"
#include "locale/typography.h"

namespace styrkedja::reports {
namespace {

using Of = Quantity::Of;

Exact ore_of(const Exact& amount, MoneyUnit unit) {
    return amount * Exact(ore_in(unit));
}

// Both in one measure, so that they can be added or compared.
struct Pair {
    Exact a, b;
    Of of;
};

Exact as(const Quantity& quantity, Of of, MoneyUnit amounts) {
    if (quantity.of == of) return quantity.number;
    if (of == Of::money) return ore_of(quantity.number, amounts);
    if (of == Of::per_cent && quantity.of == Of::ratio) return quantity.number * Exact(100);
    return quantity.number;
}

Pair in_one_measure(const Quantity& a, const Quantity& b, MoneyUnit amounts) {
    Of of = Of::number;
    for (Of each : {Of::ratio, Of::per_cent, Of::money}) {
        if (a.of == each || b.of == each) of = each;
    }
    return {as(a, of, amounts), as(b, of, amounts), of};
}

// Per cent take part in products and quotients as shares.
Quantity as_factor(const Quantity& quantity) {
    if (quantity.of != Of::per_cent) return quantity;
    return {quantity.number / Exact(100), Of::ratio};
}

struct UnitWord {
    std::string_view word;
    ShownUnit::Kind kind;
    MoneyUnit money;
};
constexpr std::array<UnitWord, 14> unit_words = {{
    {"kr", ShownUnit::Kind::money, MoneyUnit::kr},
    {"kronor", ShownUnit::Kind::money, MoneyUnit::kr},
    {"tkr", ShownUnit::Kind::money, MoneyUnit::tkr},
    {"kkr", ShownUnit::Kind::money, MoneyUnit::tkr},
    {"tusen kronor", ShownUnit::Kind::money, MoneyUnit::tkr},
    {"mnkr", ShownUnit::Kind::money, MoneyUnit::mnkr},
    {"mkr", ShownUnit::Kind::money, MoneyUnit::mnkr},
    {"miljoner kronor", ShownUnit::Kind::money, MoneyUnit::mnkr},
    {"%", ShownUnit::Kind::per_cent, MoneyUnit::kr},
    {"procent", ShownUnit::Kind::per_cent, MoneyUnit::kr},
    {"procentenheter", ShownUnit::Kind::points, MoneyUnit::kr},
    {"procentenhet", ShownUnit::Kind::points, MoneyUnit::kr},
    {"number", ShownUnit::Kind::other, MoneyUnit::kr},
    {"tal", ShownUnit::Kind::other, MoneyUnit::kr},
}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Quantity Quantity::money(const Decimal& amount, MoneyUnit unit) {
    return money(ore_of(Exact(amount), unit));
}

Quantity add(const Quantity& a, const Quantity& b, MoneyUnit amounts) {
    if (!a.exists()) return b;
    if (!b.exists()) return a;
    Pair pair = in_one_measure(a, b, amounts);
    return {pair.a + pair.b, pair.of};
}

Quantity subtract(const Quantity& a, const Quantity& b, MoneyUnit amounts) {
    if (!a.exists() || !b.exists()) return Quantity::none();
    Pair pair = in_one_measure(a, b, amounts);
    return {pair.a - pair.b, pair.of};
}

Quantity multiply(const Quantity& a, const Quantity& b) {
    if (!a.exists() || !b.exists()) return Quantity::none();
    Quantity x = as_factor(a), y = as_factor(b);
    Of of = x.of == Of::money || y.of == Of::money   ? Of::money
            : x.of == Of::ratio || y.of == Of::ratio ? Of::ratio
                                                     : Of::number;
    return {x.number * y.number, of};
}

Quantity divide(const Quantity& a, const Quantity& b) {
    if (!a.exists() || !b.exists() || b.number.is_zero()) return Quantity::none();
    Quantity x = as_factor(a), y = as_factor(b);
    Of of = x.of == Of::money && y.of != Of::money ? Of::money : Of::ratio;
    return {x.number / y.number, of};
}

Quantity least_of(const Quantity& a, const Quantity& b, MoneyUnit amounts) {
    return -most_of(-a, -b, amounts);
}

Quantity most_of(const Quantity& a, const Quantity& b, MoneyUnit amounts) {
    if (!a.exists() || !b.exists()) return Quantity::none();
    Pair pair = in_one_measure(a, b, amounts);
    if (!pair.a.exists() || !pair.b.exists()) return Quantity::none();
    return {pair.a < pair.b ? pair.b : pair.a, pair.of};
}

ShownUnit ShownUnit::of(std::string_view text) {
    ShownUnit unit;
    unit.word = text;
    const std::string written = small_letters(text);
    text = written;
    for (const UnitWord& each : unit_words) {
        if (text != each.word) continue;
        unit.kind = each.kind;
        unit.money = each.money;
        if (each.kind == Kind::other) unit.word.clear();
        return unit;
    }
    // "kr/elev", "tkr per plats": money for something.
    std::string_view first = text.substr(0, text.find_first_of(" /"));
    for (const UnitWord& each : unit_words) {
        if (first.size() < text.size() && each.kind == Kind::money && first == each.word) {
            unit.kind = Kind::money;
            unit.money = each.money;
        }
    }
    return unit;
}

Exact in_unit(const Quantity& quantity, const ShownUnit& unit, MoneyUnit amounts) {
    if (quantity.of == Of::money) {
        return quantity.number / Exact(ore_in(unit.kind == ShownUnit::Kind::money ? unit.money : amounts));
    }
    bool in_per_cent = unit.kind == ShownUnit::Kind::per_cent || unit.kind == ShownUnit::Kind::points;
    return in_per_cent && quantity.of == Of::ratio ? quantity.number * Exact(100) : quantity.number;
}

bool fits(const Quantity& quantity, const ShownUnit& own, const ShownUnit& wanted) {
    if (!quantity.exists()) return true;
    bool is_money = quantity.of == Quantity::Of::money;
    std::string own_word = small_letters(own.word);
    switch (wanted.kind) {
        case ShownUnit::Kind::money:
            return is_money;
        case ShownUnit::Kind::points:
            return !is_money;
        case ShownUnit::Kind::per_cent:
            return quantity.of == Quantity::Of::ratio || quantity.of == Quantity::Of::per_cent ||
                   (!is_money && (own_word.find('%') != own_word.npos || own_word.starts_with("procent")));
        case ShownUnit::Kind::other:
            break;
    }
    return true;
}

Quantity from_unit(const Exact& number, const ShownUnit& unit) {
    switch (unit.kind) {
        case ShownUnit::Kind::money:
            return Quantity::money(ore_of(number, unit.money));
        case ShownUnit::Kind::per_cent:
        case ShownUnit::Kind::points:
            return Quantity::per_cent(number);
        case ShownUnit::Kind::other:
            break;
    }
    return Quantity::plain(number);
}

std::optional<Exact> exact_of(std::string_view value) {
    bool negative = value.starts_with('-');
    if (negative) value.remove_prefix(1);
    std::size_t point = value.find('.');
    auto whole = Decimal::parse(value.substr(0, point));
    if (!whole) return std::nullopt;
    Exact number(*whole);
    if (point != value.npos) {
        auto fraction = Decimal::parse("0" + std::string(value.substr(point)));
        if (!fraction) return std::nullopt;
        number = number + Exact(*fraction);
    }
    return negative ? -number : number;
}

std::string show(const Exact& number, const ShownUnit& unit, const Look& look) {
    if (number.is_zero() && !look.nil.empty()) return std::string(look.nil);
    NumberFormat format;
    format.plus = look.plus;
    std::string text = format_number(number, look.decimals, format);
    if (look.with_unit && !unit.word.empty()) text += std::string(hard_space) + unit.word;
    return text;
}

// Digits of five and more in groups of three; four digits in the midst of words are mostly a year.
static std::string grouped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) ++end;
        bool part_of_word =
            i > 0 && (text[i - 1] == '-' || text[i - 1] == '.' || text[i - 1] == ',' || text[i - 1] == ':');
        if (end - i > 4 && !part_of_word) {
            for (std::size_t k = i; k < end; ++k) {
                if (k > i && (end - k) % 3 == 0) out += hard_space;
                out += text[k];
            }
            i = end;
        }
        // "89,9%" and "80 %" alike.
        bool after_digit = i > 0 && is_digit(text[i - 1]);
        bool space_missing = after_digit && i < text.size() && text[i] == '%';
        bool space_is_soft = after_digit && text.substr(i).starts_with(" %");
        if (space_is_soft) ++i;
        if (space_missing || space_is_soft) out += hard_space;
        if (i < text.size()) out += text[i++];
    }
    return out;
}

std::string show_written(std::string_view written) {
    NumberFormat format;
    format.plus = written.starts_with('+');
    if (auto number = parse_written_decimal(written)) return format_number(*number, format);
    std::string plain = plain_blanks(written);
    std::string_view sign = plain.starts_with('-') ? real_minus : std::string_view();
    std::size_t from = sign.empty() ? 0 : 1;
    auto number = from < plain.size() && is_digit(plain[from])
                      ? leading_number(std::string_view(plain).substr(from))
                      : std::nullopt;
    if (!number || parse_measured(written).kind != MeasuredKind::number) return grouped(typographic(plain));
    // A number with its unit: "8 Dygn", "9%", "2050 st".
    std::string_view rest = std::string_view(plain).substr(from + number->length);
    std::string text = std::string(sign) + format_number(number->value);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    bool is_mark = rest.starts_with('*');
    if (!rest.empty() && !is_mark) text += hard_space;
    return text + typographic(rest);
}

Quantity quantity_written(std::string_view written, std::string_view unit) {
    MeasuredValue value = parse_measured(written);
    if (value.kind != MeasuredKind::number) return Quantity::none();
    bool in_per_cent = value.unit.kind == unit_per_cent ||
                       (value.unit.text.empty() && (unit == "%" || unit == "procent" || unit == "andel, %"));
    if (in_per_cent) return Quantity::per_cent(Exact(value.number));
    ShownUnit shown = ShownUnit::of(value.unit.text.empty() ? unit : std::string_view(value.unit.text));
    return from_unit(Exact(value.number), shown);
}

}  // namespace styrkedja::reports
