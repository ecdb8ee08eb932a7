// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace styrkedja {

// How many letters must be put in, taken out or changed to make one text of the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The nearest of some names to one that does not exist ("did you mean …?"), or nothing when none is near.
template <class Names>
std::string nearest(std::string_view name, const Names& names) {
    std::string best;
    std::size_t least = name.size() < 5 ? 2 : name.size() < 10 ? 3 : 4;
    for (std::string_view each : names) {
        std::size_t distance = edit_distance(name, each);
        if (distance < least) {
            least = distance;
            best = each;
        }
    }
    return best;
}

}  // namespace styrkedja
