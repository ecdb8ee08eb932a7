// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "domain/checks/checks.h"

namespace styrkedja::checks {

// Facts carry the result's sign. A cost account where most facts are above zero was filled in with the signs of
// another table, which is the commonest slip when figures come out of Excel.
void costs_are_minus(const State& state, const State& looked, Problems& problems) {
    struct Count {
        std::size_t plus = 0, all = 0;
        const EconomyFact* first = nullptr;
    };
    std::map<std::string_view, Count> counts;
    for (const EconomyFact& fact : looked.economy) {
        const Account* account = state.accounts.find(fact.account.str());
        if (!account || account->kind != AccountKind::cost || fact.amount.is_zero()) continue;
        Count& count = counts[account->id.str()];
        ++count.all;
        if (fact.amount.units() < 0) continue;
        ++count.plus;
        if (!count.first) count.first = &fact;
    }
    for (const auto& [account, count] : counts) {
        if (count.plus * 2 <= count.all) continue;
        problems.add("cost_has_plus", Severity::warning, place_of(*count.first, "amount"),
                     {{"account", std::string(account)}, {"plus", std::to_string(count.plus)}, {"all", std::to_string(count.all)}});
    }
}

}  // namespace styrkedja::checks
