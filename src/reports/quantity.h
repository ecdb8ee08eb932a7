// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "domain/values/money.h"

namespace styrkedja::reports {

// A number and what it counts, so that tables can mix money, shares and measured values and each is shown in
// its column's unit: money is in öre, a ratio is 0,048 where per cent is 4,8. No number = no value, which is
// not zero.
struct Quantity {
    enum class Of : std::uint8_t { number, money, ratio, per_cent };
    Exact number = Exact::none();
    Of of = Of::number;

    bool exists() const { return number.exists(); }
    static Quantity none() { return {}; }
    static Quantity plain(const Exact& number) { return {number, Of::number}; }
    static Quantity money(const Exact& ore) { return {ore, Of::money}; }
    static Quantity money(const Decimal& amount, MoneyUnit unit);
    static Quantity per_cent(const Exact& number) { return {number, Of::per_cent}; }
    Quantity operator-() const { return {-number, of}; }
};

// Calculation by the rules of docs/pack-format.md, section 6: plus takes what there is, minus, times and
// division need both. A plain number beside money is in the pack's unit (`amounts`), beside per cent it is
// per cent.
Quantity add(const Quantity& a, const Quantity& b, MoneyUnit amounts);
Quantity subtract(const Quantity& a, const Quantity& b, MoneyUnit amounts);
Quantity multiply(const Quantity& a, const Quantity& b);
Quantity divide(const Quantity& a, const Quantity& b);
Quantity least_of(const Quantity& a, const Quantity& b, MoneyUnit amounts);  // needs both
Quantity most_of(const Quantity& a, const Quantity& b, MoneyUnit amounts);

// A unit as templates name it: kr, tkr, mnkr (mkr, "miljoner kronor" …), %, number, or any other word. Letter case
// does not matter, and stays in what is printed ("Mkr").
struct ShownUnit {
    enum class Kind : std::uint8_t { money, per_cent, points, other };
    Kind kind = Kind::other;
    MoneyUnit money = MoneyUnit::tkr;
    std::string word;  // as it is printed; empty = nothing is
    static ShownUnit of(std::string_view text);
};

// The number as it stands in that unit, unrounded: öre become tkr, a ratio becomes per cent. Money asked for
// in a unit that isn't money is in `amounts`.
Exact in_unit(const Quantity& quantity, const ShownUnit& unit, MoneyUnit amounts);
// Back again: what a number in that unit is.
Quantity from_unit(const Exact& number, const ShownUnit& unit);

// May a figure that counts this be shown in the unit? Money in units of money or in words of the text's own, shares
// in per cent, numbers in what isn't money; a number whose own unit is per cent ("andel, %") is a share.
bool fits(const Quantity& quantity, const ShownUnit& own, const ShownUnit& wanted);

// The number of a figure's `value` ("-25674000.666666666667"); nothing where there is none.
std::optional<Exact> exact_of(std::string_view value);

struct Look {
    int decimals = 0;
    bool plus = false;      // "+" before what is above zero
    bool reversed = false;  // costs print as plus
    bool with_unit = false;
    std::string_view nil;  // what exactly zero prints as; empty = 0
};

// As it is printed, in Swedish typography. The number is in the unit and in the printed sign already.
std::string show(const Exact& number, const ShownUnit& unit, const Look& look);

// A value that a person wrote, in Swedish typography with the decimals it has: "3036" -> "3 036", "9%" -> "9
// %",
// "-2.6 %" -> "−2,6 %". Words stay.
std::string show_written(std::string_view written);

// The number of a value that a person wrote ("8 Dygn", "2,6 %"), where it is one number; `unit` = the
// indicator's.
Quantity quantity_written(std::string_view written, std::string_view unit);

}  // namespace styrkedja::reports
