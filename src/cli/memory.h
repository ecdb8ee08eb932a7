// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <malloc.h>

namespace styrkedja::cli {

// A pack is half a million small things that live as long as the program: small blocks are kept for the next one of
// their size, and memory is asked for in large pieces and not given back in between (glibc; a tenth of the time of
// loading and assessing a city, docs/performance.md).
inline void prepare_memory() {
    constexpr int largest_small_block = 160, piece = 64 << 20, keep = 1 << 30;
    mallopt(M_MXFAST, largest_small_block);
    mallopt(M_TOP_PAD, piece);
    mallopt(M_TRIM_THRESHOLD, keep);
}

}  // namespace styrkedja::cli
