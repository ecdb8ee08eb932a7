// SPDX-License-Identifier: EUPL-1.2
// libFuzzer (clang) on the reader of SIE: script/fuzz builds and runs it with the kept corpus.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/sie_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    const std::string broken = styrkedja::fuzz::broken_sie(bytes, 1 + data[0], data[1] % 16 == 0 ? 2 : 1, 1 + data[1]);
    if (broken.empty()) return 0;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}
