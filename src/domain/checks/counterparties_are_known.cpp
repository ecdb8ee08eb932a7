// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "domain/checks/checks.h"
#include "domain/economy/code_map.h"
#include "domain/economy/description.h"
#include "domain/economy/economy_trees.h"

namespace styrkedja::checks {

// Where a municipality has counterparties, a fact with one names one of them, by id or code: else it can't be seen whether
// the fact is internal, and totals keep it.
void counterparties_are_known(const State& state, const State& looked, Problems& problems) {
    if (state.counterparties.empty()) return;
    const CodeMap codes(state);
    struct Unknown {
        const EconomyFact* first = nullptr;
        std::size_t facts = 0;
    };
    std::map<std::string_view, Unknown> unknown;
    for (const EconomyFact& fact : looked.economy) {
        if (fact.counterparty.empty() || state.counterparties.find(fact.counterparty)) continue;
        if (!fact.period.exists() || !codes.find("counterparty", fact.counterparty, "", last_day(fact.period)).id.empty()) continue;
        Unknown& of = unknown[fact.counterparty];
        if (!of.first) of.first = &fact;
        ++of.facts;
    }
    for (const auto& [text, of] : unknown) {
        problems.add("counterparty_is_not_known", Severity::warning, place_of(*of.first, "counterparty"),
                     {{"counterparty", std::string(text)}, {"facts", std::to_string(of.facts)},
                      {"near", codes.nearest("counterparty", text)}});
    }
}

}  // namespace styrkedja::checks
