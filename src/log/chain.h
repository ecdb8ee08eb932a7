// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "domain/state/change.h"
#include "log/entry.h"

namespace styrkedja::log {

// A value that an erasure has emptied, and by which decision.
struct Erased {
    ErasedSlot slot;
    std::string entity, field;   // "goals/kf-1", "description"; of an entry's actor or reason: "", "actor"
    Version by = 0;              // the entry that erased it
    std::string decision;        // "KS 2027-03-01 § 45"
};
struct ErasedBlob {
    std::string hash;            // 32 bytes
    Version by = 0;
    std::string decision;
};

// Proves a municipality's log, entry by entry from the first: each is hashed as it lies there, follows the one
// before it, and its values fit their digests. A value that was emptied must be named by an erasure in the log.
// Every problem names the version, and of a value its slot, thing and field; none of them shows a value. Nothing is
// kept of a change that holds, so that it costs little more than the hashes.
class Verifier {
  public:
    explicit Verifier(std::string municipality) : municipality_(std::move(municipality)) {}

    // The next entry, as it lies in the store. Problems tell every link that does not hold, the first of them first:
    //   log_has_a_hole, log_entry_is_out_of_order, log_hash_differs, log_entry_is_too_new, log_entry_is_damaged,
    //   log_previous_differs, log_time_goes_backwards, log_row_differs (what: version, municipality, command),
    //   log_value_differs, log_erasure_has_no_decision.
    void entry(Version version, std::string_view command, std::string_view entry, std::string_view hash,
               std::string_view content, Problems& problems);
    // After the last: values that are empty without an erasure (log_value_is_missing), erasures of values that are
    // still there (log_value_is_not_erased).
    void end(Problems& problems);

    Version entries() const { return entries_; }              // that were read, whether they hold or not
    Version version() const { return version_; }              // of the last entry
    std::int64_t time() const { return time_; }
    const std::string& hash() const { return hash_; }         // of the last entry
    // After end(): what was erased, by version and slot, and only if it is empty now.
    const std::vector<Erased>& erased() const { return erased_; }
    const std::vector<ErasedBlob>& erased_blobs() const { return erased_blobs_; }
    // Entries that name a blob (imported packs).
    struct Named {
        Version version = 0;
        std::string blob;
    };
    const std::vector<Named>& blobs() const { return blobs_; }

  private:
    struct Seen {
        std::uint64_t slot;
        bool erased;
    };
    struct Erasure {
        ErasedSlot slot;
        Version by = 0;
        std::string decision;
    };
    bool in_order(Version version, Problems& problems);
    bool hashed(std::string_view entry, std::string_view hash, Problems& problems);
    void previous(std::string_view sealed, Problems& problems);
    void head(const EntryView& head, std::string_view command, bool holds, Problems& problems);
    void values(EntryReader& reader, Problems& problems);
    void named(const ChangeView* change, Problems& problems);
    void erasures(EntryReader& reader, Problems& problems);
    void not_erased(const Erasure& erasure, Problems& problems) const;
    void add(std::string_view code, Problems& problems, std::vector<std::pair<std::string_view, std::string>> args = {},
             std::string_view entity = {}, std::string_view field = {}) const;

    std::string municipality_;
    std::string hash_, stored_hash_;              // of the last entry: as its bytes have it, as its row says
    std::string previous_, previous_stored_;      // of the one before it
    Version entries_ = 0, version_ = 0;
    std::int64_t time_ = 0;
    std::vector<Seen> seen_;              // slots of the change being read that are empty or don't fit
    std::vector<Erased> empty_, erased_;
    std::vector<Erasure> erasures_;
    std::vector<ErasedBlob> erased_blobs_;
    std::vector<Named> blobs_;
};

// The entity and field of a change as problems name them: "goals/kf-1" and "description"; numbers where this program
// does not know the kind or field.
std::string entity_of(const ChangeView& change);
std::string field_of(const ChangeView& change);

}  // namespace styrkedja::log
