// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <malloc.h>

namespace styrkedja::cli {

// A pack is half a million small things that live as long as the program: small blocks are kept for the next one of
// their size, and memory is asked for in large pieces and not given back in between (glibc; a tenth of the time of
// loading and assessing a city, docs/performance.md). Blocks of some hundred kilobytes come and go while a state is
// read: from the system, each would be zeroed page by page every time.
inline void prepare_memory() {
    constexpr int largest_small_block = 160, piece = 64 << 20, keep = 1 << 30, large = 32 << 20;
    mallopt(M_MXFAST, largest_small_block);
    mallopt(M_TOP_PAD, piece);
    mallopt(M_TRIM_THRESHOLD, keep);
    mallopt(M_MMAP_THRESHOLD, large);
}

}  // namespace styrkedja::cli
