// SPDX-License-Identifier: EUPL-1.2
// Writes the made-up city's pack into a folder: bench_city OUT [SEED] [small]
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "city.h"

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "bench_city OUT [SEED] [small]\n");
        return 2;
    }
    namespace fs = std::filesystem;
    std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
    bool small = count > 3 && std::string_view(arguments[3]) == "small";
    for (const auto& file : styrkedja::bench::generate_city(seed, small ? styrkedja::bench::small_town : styrkedja::bench::CitySizes{})) {
        fs::path path = fs::path(arguments[1]) / file.name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << file.bytes;
    }
}
