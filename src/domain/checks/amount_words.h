// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "base/decimal.h"
#include "domain/values/money.h"
#include "domain/values/value_types.h"
#include "domain/values/written_number.h"

namespace styrkedja::checks {

// A sum in a problem: exact, with a comma, in the pack's unit ("1234,5 tkr").
inline std::string amount_in_words(const Exact& ore, MoneyUnit unit) {
    if (unit == MoneyUnit::pack) unit = MoneyUnit::kr;
    std::string text = (ore / Exact(ore_in(unit))).str();
    std::replace(text.begin(), text.end(), '.', ',');
    return text + " " + std::string(ValueType<MoneyUnit>::format(unit));
}

// "10 %": a hundred times the share that is meant.
inline std::optional<Decimal> per_cent(const std::string& written) {
    std::string text = plain_blanks(written);
    if (!text.ends_with('%')) return std::nullopt;
    text.pop_back();
    return parse_written_decimal(text);
}

}  // namespace styrkedja::checks
