// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
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
// The facts of a version that is made from another one (FigureVersion::of) out of the facts of that one: with budget
// changes, or laid out over months. (What is restated for a new organisation is made in the engine.)
std::vector<SourcedFact> derived_facts(const State& state, const FigureVersion& made, std::span<const SourcedFact> of);

}  // namespace styrkedja
