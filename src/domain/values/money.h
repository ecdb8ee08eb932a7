// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "base/decimal.h"

namespace styrkedja {

// The units in which municipalities write amounts: kronor, thousands and millions of kronor. `pack` is what a
// fact says that was written without one, until it is read: the unit of its pack.
enum class MoneyUnit : std::uint8_t { pack, kr, tkr, mnkr };

constexpr std::int64_t ore_in(MoneyUnit unit) {
    return unit == MoneyUnit::kr ? 100 : unit == MoneyUnit::tkr ? 100'000 : 100'000'000;
}

// An amount in whole öre. As a fact it carries the result's sign: income +, cost -.
class Money {
  public:
    constexpr Money() = default;
    static constexpr Money from_ore(std::int64_t ore) { return Money(ore); }
    // Nothing where the amount has parts of an öre, or is larger than 64 bits of öre.
    static std::optional<Money> from_written(const Decimal& amount, MoneyUnit unit);

    constexpr std::int64_t ore() const { return ore_; }
    Exact in(MoneyUnit unit) const { return Exact::fraction(ore_, ore_in(unit)); }

    friend constexpr auto operator<=>(const Money&, const Money&) = default;

  private:
    constexpr explicit Money(std::int64_t ore) : ore_(ore) {}
    std::int64_t ore_ = 0;
};

}  // namespace styrkedja
