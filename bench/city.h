// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "codec/tree.h"

// A made-up city, to measure with: the size of the largest municipalities, every kind of data that a committee's
// annual report holds, the same bytes for the same seed.
namespace styrkedja::bench {

struct CitySizes {
    int committees = 50;       // and companies: every tenth
    int units = 1'500;         // all levels together
    int goals = 7'000;         // of all levels; with activities 25 000
    int activities = 18'000;
    int indicators = 10'000;
    int years = 5;             // of outcomes and targets for each indicator
    int pages_in_long = 60;    // of the first committee's document: it has more goals, and long texts
};

// A small town, for tests.
inline constexpr CitySizes small_town{3, 40, 60, 90, 70, 3, 4};

std::vector<TreeFile> generate_city(std::uint64_t seed, const CitySizes& sizes = {});

}  // namespace styrkedja::bench
