// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "domain/state/change.h"
#include "log/digest.h"

namespace styrkedja::log {

// Proves a municipality's log, entry by entry from the first: each is hashed as it lies there, follows the one
// before it, and its values fit their digests. A value that was emptied must be named by an erasure in the log.
class Verifier {
  public:
    explicit Verifier(std::string municipality) : municipality_(std::move(municipality)) {}

    // The next entry. Problems tell every link that does not hold, the first of them first.
    void entry(Version version, std::string_view command, std::string_view entry, std::string_view hash,
               std::string_view content, Problems& problems);
    // After the last: values that are empty without an erasure, erasures of values that are still there.
    void end(Problems& problems);

    Version entries() const { return entries_; }
    const std::string& hash() const { return hash_; }         // of the last entry
    const std::vector<ErasedSlot>& erased() const { return erased_; }

  private:
    std::string municipality_, hash_;
    Version entries_ = 0;
    std::int64_t time_ = 0;
    std::vector<ErasedSlot> empty_, erased_;
};

}  // namespace styrkedja::log
