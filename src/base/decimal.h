// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace styrkedja {

__extension__ typedef __int128 Int128;

// A decimal number as a person writes one: 75, 30,0 and 2,63 are exact, and 30,0 remembers its decimal.
// Up to 18 digits in all. Comparison is of the value (30 == 30,0).
class Decimal {
  public:
    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t units, int decimals) : units_(units), decimals_(decimals) {}

    // "-12.50" with a dot or comma, no grouping, at most 18 digits. The forms that people use in Excel are
    // read by locale/number.h.
    static std::optional<Decimal> parse(std::string_view text);

    constexpr std::int64_t units() const { return units_; }
    constexpr int decimals() const { return decimals_; }
    bool is_zero() const { return units_ == 0; }

    std::string str() const;  // "-12.50": dot, all decimals kept

    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  private:
    std::int64_t units_ = 0;
    int decimals_ = 0;
};

// Named roundings. Swedish reports round half away from zero (standards: Swedish language, numbers).
enum class Rounding : std::uint8_t { half_away_from_zero, half_even, towards_zero };

// An exact number to calculate with: a fraction of whole numbers, so that sums, differences, products and
// quotients of money and shares lose nothing before they are rounded for show. An operation whose result does
// not fit in 128 bits, and a division by zero, gives "no number", which every operation keeps.
class Exact {
  public:
    constexpr Exact() = default;  // zero
    constexpr Exact(std::int64_t whole) : num_(whole) {}
    Exact(const Decimal& decimal);
    static Exact none();
    static Exact fraction(std::int64_t numerator, std::int64_t denominator);

    bool exists() const { return den_ != 0; }
    bool is_zero() const { return den_ != 0 && num_ == 0; }
    int sign() const { return num_ > 0 ? 1 : num_ < 0 ? -1 : 0; }

    Exact operator-() const;
    friend Exact operator+(const Exact& a, const Exact& b);
    friend Exact operator-(const Exact& a, const Exact& b) { return a + (-b); }
    friend Exact operator*(const Exact& a, const Exact& b);
    friend Exact operator/(const Exact& a, const Exact& b);
    Exact abs() const { return num_ < 0 ? -*this : *this; }

    // The nearest number with that many decimals; the number must exist.
    Decimal rounded(int decimals, Rounding rounding = Rounding::half_away_from_zero) const;

    // Exact when the fraction ends within 12 decimals ("4.8"), else rounded to 12; no zeros at the end.
    std::string str() const;

    // Only numbers that exist can be compared.
    friend std::strong_ordering operator<=>(const Exact& a, const Exact& b);
    friend bool operator==(const Exact& a, const Exact& b);

  private:
    constexpr Exact(Int128 num, Int128 den) : num_(num), den_(den) {}
    static Exact reduced(Int128 num, Int128 den);

    Int128 num_ = 0;
    Int128 den_ = 1;  // positive; 0 = no number
};

}  // namespace styrkedja
