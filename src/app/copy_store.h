// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "domain/state/version.h"
#include "store/store.h"

// A municipality's rows go from one store to another as they are, whatever backends the two have: a backup is one, a
// restore and a move to PostgreSQL too.
namespace styrkedja::app {

struct CopiedMunicipality {
    Version entries = 0;
    std::uint64_t pages = 0;
    std::uint64_t blobs = 0, snapshots = 0, drafts = 0, jobs = 0;
    std::string hash;      // of the last entry: what both logs end with
};

// Log, snapshots, blobs, the ledger's vouchers, drafts and jobs; no sessions, since who is logged in to one is not to the other. Some
// megabytes are in memory at a time, or the largest blob. Blobs and vouchers go first: a log never names what isn't there yet.
// Read from store.frozen() while others write. `to` must have no log of the municipality: if somebody else writes one
// meanwhile, that is Failure (copy_meets_another_log). Progress is told after each portion: entries so far, of how many.
CopiedMunicipality copy_municipality(store::Reader& from, store::Store& to, std::string_view municipality,
                                     const std::function<void(Version done, Version all)>& progress);

}  // namespace styrkedja::app
