// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "store/store.h"

namespace styrkedja::bench {

// What a log of a made-up city's ten years holds.
struct TenYears {
    std::uint64_t entries = 0, changes = 0, values = 0, things = 0, text_bytes = 0;   // texts: the newest of each
    std::uint64_t last_year = 0;   // the version at which the last year begins
};

// Writes the log of "staden": plans and units in the first entry; then each year commands of one person each (texts,
// outcomes, progress; a third of the texts is written again by somebody else) and imports (outcomes, economy) as they
// come, 300 000 changes a year at scale 1.
TenYears write_ten_years(store::Store& store, double scale);

}  // namespace styrkedja::bench
