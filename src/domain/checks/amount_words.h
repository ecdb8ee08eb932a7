// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string>

#include "base/decimal.h"
#include "domain/values/money.h"
#include "domain/values/value_types.h"

namespace styrkedja::checks {

// A sum in a problem: exact, with a comma, in the pack's unit ("1234,5 tkr").
inline std::string amount_in_words(const Exact& ore, MoneyUnit unit) {
    if (unit == MoneyUnit::pack) unit = MoneyUnit::kr;
    std::string text = (ore / Exact(ore_in(unit))).str();
    std::replace(text.begin(), text.end(), '.', ',');
    return text + " " + std::string(ValueType<MoneyUnit>::format(unit));
}

}  // namespace styrkedja::checks
