// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/problem.h"
#include "codec/tree.h"

// Exhibits of the museum that are files of a ledger: ledger.se, ledger.si, ledger.sie.
namespace styrkedja::testing {

// The ledger's file among those of an exhibit; null: it is a pack.
const TreeFile* find_ledger(const std::vector<TreeFile>& files);

// All that reading it tells, as an import would.
Problems problems_of_ledger(const TreeFile& file);

}  // namespace styrkedja::testing
