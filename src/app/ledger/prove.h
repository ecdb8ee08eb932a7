// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "app/ledger/named_batches.h"
#include "base/problem.h"
#include "store/store.h"

namespace styrkedja::app {

struct LedgerProof {
    std::uint64_t batches = 0, pages = 0, vouchers = 0, rows = 0;   // that were read
    std::uint64_t erased_texts = 0;
};

// Proves what lies beside the log of those batches: that facts and vouchers are those that the log names, that they are as many
// and sum to what it says, that the facts are what the vouchers come to, and that each text is the one that was taken in or was
// erased by the log (`erased`: digests). Problems: ledger_facts_are_missing, ledger_facts_are_damaged, ledger_pages_are_missing,
// ledger_pages_differ, ledger_sums_differ, ledger_text_differs, ledger_text_is_missing, ledger_text_is_not_erased.
LedgerProof prove_batches(store::Reader& store, std::string_view municipality, std::span<const NamedBatch> batches,
                          const std::set<std::string, std::less<>>& erased, Problems& problems);

}  // namespace styrkedja::app
