// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "app/ledger/intake.h"
#include "base/problem.h"
#include "domain/state/state.h"

namespace styrkedja::app {

// Codes of a file that are nobody's in the municipality's tree: they are taken in, and count when a mapping is made, but are in
// no table until then. Told with what stands on them, the largest first; of each kind of code the first twenty, and then how
// many more there are:
//   ledger_code_is_nobodys, ledger_more_codes_are_not_mapped   of accounts and units: warnings. Of others: notes
//   ledger_code_is_of_two                                          two things have it: warning
void tell_unmapped(const State& state, const LedgerProfile& profile, const std::string& file, const TakenShare& share,
                   Problems& problems);

}  // namespace styrkedja::app
