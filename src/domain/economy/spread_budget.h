// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "domain/economy/sourced_fact.h"
#include "domain/state/state.h"

// A year's (or several months') budget laid out over its months by a key, so that there is a period budget to
// hold the period outcome against. The months sum to the year, to the öre.
namespace styrkedja {

// One number for each month, January first: shares of the sum of those months that a fact covers.
using MonthWeights = std::array<std::int64_t, 12>;

// The weights of a key of kind weights; nothing where they aren't twelve numbers of zero or more whose sum is
// above zero.
std::optional<MonthWeights> weights_of(const SpreadingKey& key);

// An amount over months by weights: each its share rounded down (of the amount without its sign), and what is
// left of the öre to those that lost the largest part, the earliest first. Empty where the weights sum to
// nothing, or a month would be beyond 64 bits.
std::vector<std::int64_t> laid_out(std::int64_t ore, std::span<const std::int64_t> weights);

// The facts laid out by the key. Facts of one month or day, and balances, stay as they are. A key that is for
// some accounts leaves the others to the key `otherwise`; so does a pattern that has nothing to say of a unit
// and account (they and all below them had nothing that year, or their months pull both ways so far that they
// sum to less than a third of what they are), and weights that are zero in all the months of the fact; at
// last twelfths.
std::vector<SourcedFact> spread_out(const State& state, const SpreadingKey& key,
                                    std::vector<SourcedFact> facts, const FactsOfVersion& facts_of);

}  // namespace styrkedja
