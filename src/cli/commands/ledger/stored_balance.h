// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/known.h"
#include "cli/options.h"

namespace styrkedja::cli {

// One ledger's fiscal year as it counts now: its batches, with their facts.
struct LedgerYear {
    std::string ledger;
    int year = 0;
    std::vector<std::pair<const LedgerBatch*, const ledger::Columns*>> batches;   // by id
    app::KnownPtr known;              // whose they are
};
// Of --db, --municipality, --as-of, --ledger and --year. None: see problems.
std::optional<LedgerYear> ledger_year(const Request& request, Problems& problems);

// `ledger balance --db`: as from a file.
Exit balance_of_store(const Request& request);

}  // namespace styrkedja::cli
