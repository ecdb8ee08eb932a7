// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/sourced_fact.h"

#include "domain/state/state.h"

namespace styrkedja {
namespace {

Period year_of(const State& state, const Forecast& forecast) {
    if (forecast.year != 0) return Period::of_year(forecast.year);
    const FigureVersion* version = state.versions.find(forecast.version.str());
    const Occasion* occasion = version ? state.occasions.find(version->occasion.str()) : nullptr;
    return occasion ? Period::of_year(occasion->period.year()) : Period();
}

}  // namespace

std::string source_of(const SourcedFact& fact) {
    return std::string(fact.kind->key) + "/" + std::string(fact.id);
}

std::vector<SourcedFact> typed_facts(const State& state) {
    std::vector<SourcedFact> facts;
    facts.reserve(state.economy.size() + state.forecasts.size());
    for (const EconomyFact& fact : state.economy) {
        const auto money = Money::from_written(fact.amount, fact.in);
        if (!money) continue;
        facts.push_back({fact.unit.str(), fact.account.str(), fact.service.str(), fact.project.str(), fact.counterparty,
                         fact.version.str(), fact.period, money->ore(), &description<EconomyFact>(), fact.id.str()});
    }
    for (const Forecast& line : state.forecasts) {
        const auto money = Money::from_written(line.amount, line.in);
        if (!money) continue;
        facts.push_back({line.unit.str(), line.account.str(), line.service.str(), line.project.str(), {}, line.version.str(),
                         year_of(state, line), money->ore(), &description<Forecast>(), line.id.str()});
    }
    return facts;
}

}  // namespace styrkedja
