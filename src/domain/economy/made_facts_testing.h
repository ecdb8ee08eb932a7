// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "domain/economy/facts.h"
#include "domain/economy/version_facts.h"
#include "domain/state/state_testing.h"

// For tests of what is shown of made versions, wherever the engine doesn't make them itself: their facts put
// into the state as if they were typed. Where the engine makes them, the state is left as it is.
namespace styrkedja {

inline bool engine_makes(const State& state, const FigureVersion& version,
                         std::span<const SourcedFact> facts) {
    const EconomyIndex index(state);
    for (const SourcedFact& fact : facts) {
        FactSelection selection;
        selection.unit = index.unit(fact.unit);
        if (index.sum(selection, version.id.str(), fact.period).ore.exists()) return true;
    }
    return false;
}

inline State with_made_facts(State state) {
    VersionFacts facts(state);
    std::vector<EconomyFact> more;
    for (const FigureVersion* version : made_versions_in_order(state)) {
        if (engine_makes(state, *version, facts.of(version->id.str()))) return state;
        for (const SourcedFact& each : facts.of(version->id.str())) {
            EconomyFact fact;
            fact.id = Id("made/" + std::to_string(more.size()));
            fact.unit.id = Id(std::string(each.unit));
            fact.account.id = Id(std::string(each.account));
            fact.service.id = Id(std::string(each.service));
            fact.project.id = Id(std::string(each.project));
            fact.version.id = version->id;
            fact.period = each.period;
            fact.amount = Decimal(each.ore, 2);
            fact.in = MoneyUnit::kr;
            more.push_back(std::move(fact));
        }
    }
    for (EconomyFact& each : more) state.economy = state.economy.with(std::move(each));
    return state;
}

}  // namespace styrkedja
