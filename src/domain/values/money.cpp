// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/money.h"

namespace styrkedja {

std::optional<Money> Money::from_written(const Decimal& amount, MoneyUnit unit) {
    Int128 ore = static_cast<Int128>(amount.units()) * ore_in(unit);
    Int128 power = 1;
    for (int i = 0; i < amount.decimals(); ++i) power *= 10;
    if (ore % power != 0) return std::nullopt;
    ore /= power;
    if (ore > INT64_MAX || ore < -static_cast<Int128>(INT64_MAX)) return std::nullopt;
    return Money(static_cast<std::int64_t>(ore));
}

}  // namespace styrkedja
