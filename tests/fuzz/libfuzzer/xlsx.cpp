// SPDX-License-Identifier: EUPL-1.2
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/sheet_claims.h"

// Workbooks through profiles, and as sheets for entry.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string broken = styrkedja::fuzz::broken_workbook({reinterpret_cast<const char*>(data), size});
    if (broken.empty()) return 0;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}
