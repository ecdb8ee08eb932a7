// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/ledger_things.h"
#include "domain/state/version.h"
#include "log/entry.h"
#include "store/store.h"

namespace styrkedja::app {

// A batch as an entry of the log made or changed it: ended ones, and those that were taken back, are among them.
struct NamedBatch {
    Version version = 0;       // of the entry
    LedgerBatch batch;
};

// Gathers the batches that a log names, entry by entry.
class BatchesOfLog {
  public:
    void entry(std::string_view entry, std::string_view content, Version version);
    // Each that lies beside the log in another way once: by facts, pages, sums and months.
    std::vector<NamedBatch> take() { return std::move(named_); }

  private:
    void keep(const std::string& id, Version version);
    std::map<std::string, std::shared_ptr<void>> now_;
    std::map<std::string, bool> seen_;
    std::vector<NamedBatch> named_;
};

std::vector<NamedBatch> batches_in_log(store::Reader& store, std::string_view municipality, Version to);

}  // namespace styrkedja::app
