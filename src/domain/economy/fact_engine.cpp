// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/fact_engine.h"

#include <iterator>

#include "domain/state/state.h"

namespace styrkedja {

FactEngine::FactEngine(const State& state) : state_(&state), trees_(state), codes_(state) {
    for (const FigureVersion& version : state.versions) {
        numbers_.emplace(version.id.str(), versions_.size());
        versions_.emplace_back().version = &version;
    }
    OfVersion* of = nullptr;
    for (const SourcedFact& fact : typed_facts(state)) {
        if (!of || of->version->id.str() != fact.version) {
            auto it = numbers_.find(fact.version);
            if (it == numbers_.end()) continue;
            of = &versions_[it->second];
        }
        of->typed.push_back(fact);
    }
}

// What was typed, or what it is made of (a circle of versions made of each other has nothing), and the internal charges on
// that.
std::vector<SourcedFact> FactEngine::facts_of(const OfVersion& of, std::size_t depth) const {
    std::vector<SourcedFact> facts = of.typed;
    const FigureVersion& version = *of.version;
    auto made_of = numbers_.find(version.of.str());
    if (made_of != numbers_.end() && depth < versions_.size()) {
        std::vector<SourcedFact> base = facts_of(versions_[made_of->second], depth + 1);
        if (version.with_changes || !version.spread.empty()) base = derived_facts(*state_, version, base);
        for (SourcedFact& each : base) each.version = version.id.str();
        facts.insert(facts.end(), base.begin(), base.end());
    }
    if (!state_->internal_charges.empty()) {
        std::vector<SourcedFact> charged = charged_facts(*state_, facts);
        for (SourcedFact& each : charged) {
            if (each.version == version.id.str()) facts.push_back(each);
        }
    }
    return facts;
}

const FactBook& FactEngine::facts_at(std::size_t number) const {
    const OfVersion& of = versions_[number];
    std::call_once(of.arranged, [&] { of.facts.emplace(trees_, codes_, facts_of(of, 0), of.version->restated); });
    return *of.facts;
}

const FactBook* FactEngine::facts(std::string_view version) const {
    auto it = numbers_.find(version);
    return it == numbers_.end() ? nullptr : &facts_at(it->second);
}

}  // namespace styrkedja
