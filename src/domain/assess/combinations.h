// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "domain/assess/examine.h"
#include "domain/assess/rule.h"
#include "domain/assess/rule_table.h"

// Enumerating, showing and merging combinations of classes, for examine().
namespace styrkedja::assess {

inline constexpr std::size_t most_combinations = 4096;

// All combinations that can come about: dimensions over the same things can't contradict each other (of the
// same goals more can't be rated at least green than at least yellow). Nothing when there are too many.
std::optional<std::vector<Combination>> all_combinations(const Rule& rule, const RuleTable& table,
                                                         Scale scale);

// a is better or as good as b in every dimension, and better in one. Nothing and unknown only equal
// themselves.
bool is_better(const Combination& a, const Combination& b, const RuleTable& table);

// Sets of states, a bit for each, one per dimension, that together hold each of the combinations once.
using Box = std::vector<std::uint64_t>;
std::vector<Box> merged(const std::vector<Combination>& combinations);
bool holds(const Box& box, const Combination& combination);

std::string state_name(const Rule& rule, std::size_t dimension, std::size_t state);
std::vector<std::string> state_names(const Rule& rule, const Combination& combination);
std::vector<StateSet> state_sets(const Rule& rule, const Box& box);

// A small example: three of a kind where that can be, otherwise as few as can be.
std::vector<ExamplePart> example_of(const Rule& rule, Scale scale, const Combination& combination);

}  // namespace styrkedja::assess
