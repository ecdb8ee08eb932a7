// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/fact_engine.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "domain/state/state.h"

namespace styrkedja {

FactEngine::FactEngine(const State& state) : state_(&state), trees_(state), codes_(state), reorganised_(trees_) {
    for (const FigureVersion& version : state.versions) {
        numbers_.emplace(version.id.str(), versions_.size());
        versions_.emplace_back().version = &version;
    }
    OfVersion* of = nullptr;
    typed_ = typed_facts(state);
    for (const SourcedFact& fact : typed_) {
        if (!of || of->version->id.str() != fact.version) {
            auto it = numbers_.find(fact.version);
            if (it == numbers_.end()) continue;
            of = &versions_[it->second];
        }
        of->typed.push_back(&fact);
    }
}

// What a version that is made from another one takes from it.
FactEngine::Raw FactEngine::made_from(const FigureVersion& version, Raw base, const Path& path) const {
    if (version.with_changes || !version.spread.empty()) {
        const std::vector<SourcedFact> booked = LedgerBook(trees_, std::exchange(base.ledger, {})).as_facts();
        base.facts.insert(base.facts.end(), booked.begin(), booked.end());
        std::map<std::string, std::vector<SourcedFact>, std::less<>> patterns;
        const FactsOfVersion facts_of = [&](std::string_view other) {
            auto [it, is_new] = patterns.try_emplace(std::string(other));
            if (is_new) it->second = all_facts_of(other, path);
            return std::span<const SourcedFact>(it->second);
        };
        base.facts = derived_facts(*state_, version, base.facts, facts_of);
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

void FactEngine::charge(const OfVersion& of, Raw& raw) const {
    const FigureVersion& version = *of.version;
    const bool is_charged = std::any_of(state_->internal_charges.begin(), state_->internal_charges.end(),
                                        [&](const InternalCharge& each) { return each.version.id == version.id; });
    if (!is_charged) return;
    std::vector<SourcedFact> facts = of.facts();
    facts.insert(facts.end(), raw.facts.begin(), raw.facts.end());
    const std::vector<SourcedFact> booked = LedgerBook(trees_, raw.ledger).as_facts();
    facts.insert(facts.end(), booked.begin(), booked.end());
    for (const SourcedFact& each : charged_facts(*state_, facts)) {
        if (each.version == version.id.str()) raw.facts.push_back(each);
    }
}

// Also what ledgers say, as facts.
std::vector<SourcedFact> FactEngine::all_facts_of(std::string_view version, const Path& path) const {
    auto it = numbers_.find(version);
    if (it == numbers_.end()) return {};
    Raw raw = raw_of(versions_[it->second], path);
    const std::vector<SourcedFact> booked = LedgerBook(trees_, std::move(raw.ledger)).as_facts();
    raw.facts.insert(raw.facts.end(), booked.begin(), booked.end());
    return std::move(raw.facts);
}

FactEngine::Raw FactEngine::raw_of(const OfVersion& of, const Path& path) const {
    if (std::find(path.begin(), path.end(), of.version) != path.end()) return {};
    Raw raw = beside_typed(of, path);
    std::vector<SourcedFact> facts = of.facts();
    facts.insert(facts.end(), raw.facts.begin(), raw.facts.end());
    raw.facts = std::move(facts);
    return raw;
}

// Beside what was typed: what was imported, what it is made of (versions made of each other in a circle have nothing), and
// the internal charges on all that. A version that only names another one divides it, and is typed.
FactEngine::Raw FactEngine::beside_typed(const OfVersion& of, Path path) const {
    path.push_back(of.version);
    const FigureVersion& version = *of.version;
    Raw raw{{}, ledger_parts(trees_, codes_, version.id.str(), version.restated)};
    auto made_of = numbers_.find(version.of.str());
    const bool is_made = version.with_changes || !version.spread.empty() || version.restated;
    if (made_of != numbers_.end() && is_made) {
        Raw made = made_from(version, raw_of(versions_[made_of->second], path), path);
        raw.facts.insert(raw.facts.end(), made.facts.begin(), made.facts.end());
        raw.ledger.insert(raw.ledger.end(), std::make_move_iterator(made.ledger.begin()),
                          std::make_move_iterator(made.ledger.end()));
    }
    charge(of, raw);
    return raw;
}

const FactEngine::Books& FactEngine::books_at(std::size_t number) const {
    const OfVersion& of = versions_[number];
    std::call_once(of.arranged, [&] {
        Raw raw = beside_typed(of, {});
        of.books.emplace(trees_, codes_, of.typed, std::move(raw.facts), std::move(raw.ledger), of.version->restated);
    });
    return *of.books;
}

const FactEngine::Books* FactEngine::books(std::string_view version) const {
    auto it = numbers_.find(version);
    return it == numbers_.end() ? nullptr : &books_at(it->second);
}

}  // namespace styrkedja
