// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/economy.h"

#include <cassert>

namespace styrkedja {

Money EconomyFact::money() const {
    auto money = Money::from_written(amount, in);
    assert(money && "an amount with parts of an öre is refused at loading");
    return money.value_or(Money());
}

}  // namespace styrkedja
