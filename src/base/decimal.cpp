// SPDX-License-Identifier: EUPL-1.2
#include "base/decimal.h"

#include <array>
#include <numeric>
#include <utility>

namespace styrkedja {
namespace {

constexpr int most_decimals = 18;

constexpr std::array<std::int64_t, most_decimals + 1> powers = [] {
    std::array<std::int64_t, most_decimals + 1> table{};
    std::int64_t power = 1;
    for (auto& entry : table) {
        entry = power;
        if (power <= INT64_MAX / 10) power *= 10;
    }
    return table;
}();

Int128 magnitude(Int128 n) {
    return n < 0 ? -n : n;
}

Int128 gcd(Int128 a, Int128 b) {
    a = magnitude(a);
    b = magnitude(b);
    while (b != 0) {
        Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

bool multiply(Int128 a, Int128 b, Int128& out) {
    return !__builtin_mul_overflow(a, b, &out);
}

// n / d to a whole number, d positive.
Int128 divide(Int128 n, Int128 d, Rounding rounding) {
    Int128 quotient = n / d;
    Int128 rest = magnitude(n % d);
    if (rest == 0 || rounding == Rounding::towards_zero) return quotient;
    Int128 other = d - rest;
    bool up =
        rest > other || (rest == other && (rounding == Rounding::half_away_from_zero || quotient % 2 != 0));
    if (!up) return quotient;
    return n < 0 ? quotient - 1 : quotient + 1;
}

// Compares two fractions too large to subtract, by their whole parts and then the rests turned upside down.
std::strong_ordering compare_fractions(Int128 an, Int128 ad, Int128 bn, Int128 bd) {
    while (true) {
        Int128 a_whole = an / ad - (an % ad < 0 ? 1 : 0), b_whole = bn / bd - (bn % bd < 0 ? 1 : 0);
        if (a_whole != b_whole)
            return a_whole < b_whole ? std::strong_ordering::less : std::strong_ordering::greater;
        Int128 a_rest = an - a_whole * ad, b_rest = bn - b_whole * bd;
        if (a_rest == 0 || b_rest == 0) {
            return a_rest == b_rest ? std::strong_ordering::equal
                   : a_rest == 0    ? std::strong_ordering::less
                                    : std::strong_ordering::greater;
        }
        // a_rest/ad < b_rest/bd exactly when bd/b_rest < ad/a_rest.
        an = std::exchange(bd, a_rest);
        bn = std::exchange(ad, b_rest);
    }
}

std::string digits(std::int64_t units, int decimals) {
    std::string text =
        std::to_string(units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units));
    if (decimals > 0) {
        if (text.size() <= static_cast<std::size_t>(decimals)) {
            text.insert(0, static_cast<std::size_t>(decimals) + 1 - text.size(), '0');
        }
        text.insert(text.size() - static_cast<std::size_t>(decimals), 1, '.');
    }
    return units < 0 ? "-" + text : text;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    std::int64_t units = 0;
    int decimals = -1, count = 0;
    for (char c : text) {
        if (c == '.' || c == ',') {
            if (decimals >= 0 || count == 0) return std::nullopt;
            decimals = 0;
        } else if (c >= '0' && c <= '9') {
            if (++count > 18) return std::nullopt;
            units = units * 10 + (c - '0');
            if (decimals >= 0) ++decimals;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || decimals == 0) return std::nullopt;
    return Decimal(negative ? -units : units, decimals < 0 ? 0 : decimals);
}

std::string Decimal::str() const {
    return digits(units_, decimals_);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    int decimals = std::max(a.decimals_, b.decimals_);
    Int128 left = static_cast<Int128>(a.units_) * powers[static_cast<std::size_t>(decimals - a.decimals_)];
    Int128 right = static_cast<Int128>(b.units_) * powers[static_cast<std::size_t>(decimals - b.decimals_)];
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

Exact::Exact(const Decimal& decimal)
    : Exact(reduced(decimal.units(), powers[static_cast<std::size_t>(decimal.decimals())])) {}

Exact Exact::none() {
    return Exact(static_cast<Int128>(0), static_cast<Int128>(0));
}

Exact Exact::fraction(std::int64_t numerator, std::int64_t denominator) {
    return reduced(numerator, denominator);
}

Exact Exact::reduced(Int128 num, Int128 den) {
    if (den == 0) return none();
    if (den < 0) {
        num = -num;
        den = -den;
    }
    if (den == 1) return Exact(num, den);
    Int128 common = gcd(num, den);
    return common > 1 ? Exact(num / common, den / common) : Exact(num, den);
}

Exact Exact::operator-() const {
    return Exact(-num_, den_);
}

Exact operator+(const Exact& a, const Exact& b) {
    if (!a.exists() || !b.exists()) return Exact::none();
    if (a.den_ == b.den_) {
        Int128 sum;
        if (__builtin_add_overflow(a.num_, b.num_, &sum)) return Exact::none();
        return Exact::reduced(sum, a.den_);
    }
    Int128 common = gcd(a.den_, b.den_), left, right, den, sum;
    if (!multiply(a.num_, b.den_ / common, left) || !multiply(b.num_, a.den_ / common, right) ||
        !multiply(a.den_, b.den_ / common, den) || __builtin_add_overflow(left, right, &sum)) {
        return Exact::none();
    }
    return Exact::reduced(sum, den);
}

Exact operator*(const Exact& a, const Exact& b) {
    if (!a.exists() || !b.exists()) return Exact::none();
    // Cross-reduced first, so that only results that are truly too large are lost.
    Int128 across = gcd(a.num_, b.den_), back = gcd(b.num_, a.den_), num, den;
    if (across == 0) across = 1;
    if (back == 0) back = 1;
    if (!multiply(a.num_ / across, b.num_ / back, num) || !multiply(a.den_ / back, b.den_ / across, den)) {
        return Exact::none();
    }
    return Exact::reduced(num, den);
}

Exact operator/(const Exact& a, const Exact& b) {
    if (!b.exists() || b.num_ == 0) return Exact::none();
    return a * Exact::reduced(b.den_, b.num_);
}

Decimal Exact::rounded(int decimals, Rounding rounding) const {
    // A number too large for so many decimals has fewer.
    for (; decimals > 0; --decimals) {
        Int128 scaled;
        if (!multiply(num_, powers[static_cast<std::size_t>(decimals)], scaled)) continue;
        Int128 units = divide(scaled, den_, rounding);
        if (units <= INT64_MAX && units >= -INT64_MAX) return Decimal(static_cast<std::int64_t>(units), decimals);
    }
    return Decimal(static_cast<std::int64_t>(divide(num_, den_, rounding)), 0);
}

std::string Exact::str() const {
    if (!exists()) return "";
    // By long division, so that a large number has room for its decimals too.
    constexpr int most = 12;
    Int128 whole = magnitude(num_) / den_, rest = magnitude(num_) % den_, decimals = 0, next;
    for (int i = 0; i < most; ++i) {
        decimals *= 10;
        if (!multiply(rest, 10, next)) continue;
        decimals += next / den_;
        rest = next % den_;
    }
    if (rest >= den_ - rest) ++decimals;
    if (decimals == powers[most]) {
        decimals = 0;
        ++whole;
    }
    std::string text;
    for (Int128 left = whole; left > 0; left /= 10) text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(left % 10)));
    if (text.empty()) text = "0";
    if (decimals != 0) {
        std::string fraction = std::to_string(static_cast<std::int64_t>(decimals));
        fraction.insert(0, static_cast<std::size_t>(most) - fraction.size(), '0');
        text += "." + fraction.substr(0, fraction.find_last_not_of('0') + 1);
    }
    return num_ < 0 && text != "0" ? "-" + text : text;
}

std::strong_ordering operator<=>(const Exact& a, const Exact& b) {
    Exact difference = a - b;
    if (difference.exists()) {
        return difference.num_ < 0   ? std::strong_ordering::less
               : difference.num_ > 0 ? std::strong_ordering::greater
                                     : std::strong_ordering::equal;
    }
    return compare_fractions(a.num_, a.den_, b.num_, b.den_);
}

bool operator==(const Exact& a, const Exact& b) {
    return a.num_ == b.num_ && a.den_ == b.den_;
}

}  // namespace styrkedja
