// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/fact_engine.h"

#include <algorithm>
#include <iterator>

#include "domain/state/state.h"

namespace styrkedja {

FactEngine::FactEngine(const State& state) : state_(&state), trees_(state), codes_(state), reorganised_(trees_) {
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

// What a version that is made from another one takes from it.
FactEngine::Raw FactEngine::made_from(const FigureVersion& version, Raw base) const {
    if (version.with_changes || !version.spread.empty()) {
        const LedgerBook ledger(trees_, std::move(base.ledger));
        const std::vector<SourcedFact> booked = ledger.as_facts();
        base.facts.insert(base.facts.end(), booked.begin(), booked.end());
        base.facts = derived_facts(*state_, version, base.facts);
        base.ledger.clear();
    }
    if (version.restated) {
        base.facts = reorganised_.told(base.facts);
        for (LedgerPart& part : base.ledger) {
            part = reorganised_.told(part);
            part.stands_on = end_of_time();
        }
    }
    for (SourcedFact& each : base.facts) each.version = version.id.str();
    for (LedgerPart& each : base.ledger) each.source.version = version.id.str();
    return base;
}

void FactEngine::charge(const FigureVersion& version, Raw& raw) const {
    const bool is_charged = std::any_of(state_->internal_charges.begin(), state_->internal_charges.end(),
                                        [&](const InternalCharge& each) { return each.version.id == version.id; });
    if (!is_charged) return;
    std::vector<SourcedFact> facts = raw.facts;
    const std::vector<SourcedFact> booked = LedgerBook(trees_, raw.ledger).as_facts();
    facts.insert(facts.end(), booked.begin(), booked.end());
    for (const SourcedFact& each : charged_facts(*state_, facts)) {
        if (each.version == version.id.str()) raw.facts.push_back(each);
    }
}

// What was typed or imported, or what it is made of (versions made of each other in a circle have nothing), and the
// internal charges on that.
FactEngine::Raw FactEngine::raw_of(const OfVersion& of, std::size_t depth) const {
    const FigureVersion& version = *of.version;
    Raw raw{of.typed, ledger_parts(trees_, codes_, version.id.str(), version.restated)};
    auto made_of = numbers_.find(version.of.str());
    if (made_of != numbers_.end() && depth < versions_.size()) {
        Raw made = made_from(version, raw_of(versions_[made_of->second], depth + 1));
        raw.facts.insert(raw.facts.end(), made.facts.begin(), made.facts.end());
        raw.ledger.insert(raw.ledger.end(), std::make_move_iterator(made.ledger.begin()),
                          std::make_move_iterator(made.ledger.end()));
    }
    charge(version, raw);
    return raw;
}

const FactEngine::Books& FactEngine::books_at(std::size_t number) const {
    const OfVersion& of = versions_[number];
    std::call_once(of.arranged, [&] {
        Raw raw = raw_of(of, 0);
        of.books.emplace(trees_, codes_, std::move(raw.facts), std::move(raw.ledger), of.version->restated);
    });
    return *of.books;
}

const FactEngine::Books* FactEngine::books(std::string_view version) const {
    auto it = numbers_.find(version);
    return it == numbers_.end() ? nullptr : &books_at(it->second);
}

}  // namespace styrkedja
