// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ledger/prove.h"
#include "base/problem.h"
#include "log/chain.h"
#include "log/checkpoint.h"
#include "store/store.h"

// Proves a municipality's log as it lies in the store: every entry, every link, every value, and the blobs
// that the log names. An auditor's question, and what an operator asks after a restored backup.
namespace styrkedja::app {

struct Verification {
    std::string municipality;
    Version entries = 0;  // that were read
    Version version = 0;  // the last one's
    store::Time time = 0;
    std::string hash;                 // the last entry's, 32 bytes: what a checkpoint signs
    std::vector<log::Erased> erased;  // values, by version and slot
    std::vector<log::ErasedBlob> erased_blobs;
    std::uint64_t blobs = 0;  // that were read, and have the hash they are named by
    LedgerProof ledger;       // facts and vouchers of every batch that the log ever named
};

// With a checkpoint: the log still has that hash at that version (read_checkpoint has proved the signature).
// After a thousand problems it stops, and says so (log_has_more_problems). Read from store.frozen() while
// others write. Problems: those of log::Verifier, and
//   log_blob_differs, log_blob_is_missing (empty without an erasure), log_blob_is_not_erased,
//   those of the ledger (app/ledger/prove.h), log_pack_is_missing, checkpoint_is_of_another_log, checkpoint_is_newer_than_log, checkpoint_differs.
Verification verify(store::Reader& store, std::string_view municipality, Problems& problems,
                    const log::Checkpoint* checkpoint = nullptr);

// One note for each value and blob that was erased: "erased, KS 2027-03-01 § 45; the chain is intact".
Problems erased_notes(const Verification& verification);

}  // namespace styrkedja::app
