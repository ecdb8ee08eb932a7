// SPDX-License-Identifier: EUPL-1.2
#include "fuzz/fuzz.h"
#include "fuzz/sie_promises.h"
#include "support/packs.h"

namespace styrkedja::fuzz {
namespace {

// The corpus, and the museum's files.
std::vector<std::string> ledgers() {
    std::vector<std::string> seeds, folders{"tests/fuzz/corpus/sie"};
    for (const std::string& name : testing::folders_in("tests/errors")) folders.push_back("tests/errors/" + name);
    for (const std::string& folder : folders) {
        for (TreeFile& file : testing::pack_in(folder)) {
            const bool is_sie = file.name.ends_with(".se") || file.name.ends_with(".si") || file.name.ends_with(".sie");
            if (is_sie) seeds.push_back(std::move(file.bytes));
        }
    }
    return seeds;
}

std::string broken(const std::string& input, Random& random) {
    return broken_sie(input, 1 + random.below(400), 1 + static_cast<unsigned>(random.below(2)), 1 + random.below(50));
}

}  // namespace

std::vector<Reader> sie_readers() { return {{"sie", ledgers(), broken}}; }

}  // namespace styrkedja::fuzz
