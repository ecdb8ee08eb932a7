// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "codec/tree.h"
#include "support/random.h"

// What the readers promise whatever they are given: they end, they break nothing, the problems they tell lie where
// they say, and what was read and written is read the same again.
namespace styrkedja::fuzz {

using testing::Random;

// One reader under test: inputs to begin from, and what to do with a changed one. Returns what is broken ("" = none).
struct Reader {
    std::string name;
    std::vector<std::string> seeds;
    std::function<std::string(const std::string& input, Random& random)> broken;
};

std::vector<Reader> value_readers();   // numbers, targets, periods, formulas, prose
std::vector<Reader> file_readers();    // encodings, CSV, YAML, zip
std::vector<Reader> pack_readers();    // whole packs
std::vector<Reader> log_readers();     // entries of the log, checkpoints
std::vector<Reader> stored_ledger_readers();   // facts and pages of vouchers beside the log
std::vector<Reader> sheet_readers();   // sheets of the ledger

// The input with some changes of the kinds that files suffer: signs lost, doubled, moved, foreign.
std::string changed(std::string input, Random& random);

// What is wrong with the problems' places and texts: each must lie in one of the files (text as it was read), and say
// something in both languages.
std::string broken_problems(const Problems& problems, const std::vector<TreeFile>& files);

}  // namespace styrkedja::fuzz
