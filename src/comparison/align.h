// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

// Two sequences laid beside each other.
namespace styrkedja::comparison {

// How well the older element i and the newer j belong together, in thousandths: 0 = not at all, 1 000 = the same.
using Likeness = std::function<int(std::size_t older, std::size_t newer)>;

struct Pair {
    std::size_t older = 0, newer = 0;
    friend bool operator==(const Pair&, const Pair&) = default;
};

// The pairs that give the greatest sum of likeness with no two crossing, in order. Equal beginnings and ends are
// paired first; what is left between is searched while older × newer is at most `most`, and beyond that left
// unpaired: then all of it reads as replaced, which is true, if coarse.
std::vector<Pair> align(std::size_t older, std::size_t newer, const Likeness& likeness, std::size_t most = 4'000'000);

}  // namespace styrkedja::comparison
