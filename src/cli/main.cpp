// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>
#include <exception>

#include "cli/memory.h"
#include "cli/options.h"

int main(int argc, char** argv) {
    styrkedja::cli::prepare_memory();
    try {
        return static_cast<int>(styrkedja::cli::run({argv + 1, argv + argc}));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "styrkedja: %s\n", failure.what());
        return static_cast<int>(styrkedja::cli::Exit::machine);
    }
}
