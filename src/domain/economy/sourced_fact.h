// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/values/describe.h"
#include "domain/values/period.h"

namespace styrkedja {

struct State;
struct FigureVersion;

// An amount for the engine of sums, wherever it comes from: a fact of a pack, a budget change and its counter-entry, a line
// of a forecast, a month of a spread budget. Texts are ids of the state's things (empty = none), lent by the state.
struct SourcedFact {
    std::string_view unit, account, service, project, counterparty, version;
    Period period;
    std::int64_t ore = 0;             // the result's sign; balances positive on their own side
    const StructInfo* kind = nullptr; // what it comes from ("budget-changes")
    std::string_view id;              // and which
};

// "economy/ks/loner////outcome/2012", "budget-changes/…", "ledger-batches/…"
std::string source_of(const SourcedFact& fact);

// All that is typed, in this order: facts of packs, forecasts. Internal charges come after, for they need the others.
std::vector<SourcedFact> typed_facts(const State& state);
// Internal charges on those facts (domain/economy/internal_charges.cpp).
std::vector<SourcedFact> charged_facts(const State& state, std::span<const SourcedFact> facts);
// A version made from another one. One that only names another (of), and neither how it is made from it
// (with-changes, spread) nor that it is restated, is typed: an internal budget, that divides the other one's frames
// over the units.
bool is_made(const FigureVersion& version);
// The facts of any version, wherever they come from (the ledger's too): what a pattern of months is taken from.
using FactsOfVersion = std::function<std::span<const SourcedFact>(std::string_view version)>;
// The facts of a version that is made from another one (FigureVersion::of) out of the facts of that one: with budget
// changes (revised_budget.h), laid out over months (spread_budget.h), or both in that order; none for others. (What is
// restated for a new organisation is made in the engine.) Without `facts_of` patterns are of what is typed.
std::vector<SourcedFact> derived_facts(const State& state, const FigureVersion& made, std::span<const SourcedFact> of,
                                       const FactsOfVersion& facts_of = nullptr);
// The versions that are made from others, each after those that it is made from and those whose months its key follows.
// What stands in a circle is left out; the check made_versions_make_sense tells it.
std::vector<const FigureVersion*> made_versions_in_order(const State& state);

}  // namespace styrkedja
