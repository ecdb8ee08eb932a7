// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "base/problem.h"
#include "codec/tree.h"

// Exhibits of the museum that are a sheet of the ledger's figures and not a pack.
namespace styrkedja::testing {

// What the program says of ledger.csv or ledger.xlsx, read by the first profile of profile.yaml (scope.txt: the year, or the months,
// that are wanted); without a profile, of what it would propose. Or of entry.xlsx: a sheet that has been filled in, for the pack
// that the other files are. None: it is no such exhibit.
std::optional<Problems> sheet_exhibit(const std::vector<TreeFile>& files);

}  // namespace styrkedja::testing
