// SPDX-License-Identifier: EUPL-1.2
#include "app/verify.h"

#include <algorithm>
#include <set>

#include "app/ledger/prove.h"
#include "app/read_ahead.h"

namespace styrkedja::app {
namespace {

constexpr std::size_t most_problems = 1'000;

using Args = std::vector<std::pair<std::string_view, std::string>>;

class Verifying {
  public:
    Verifying(store::Reader& store, std::string_view municipality, Problems& problems)
        : store_(store),
          municipality_(municipality),
          problems_(problems),
          before_(problems.size()),
          verifier_(municipality_) {}

    Verification run(const log::Checkpoint* checkpoint) {
        const Version head = store_.head(municipality_);
        read_ahead(store_, municipality_, 0, head, [&](const store::LogRow& row) {
            verifier_.entry(row.version, row.command, row.entry, row.hash, row.content, problems_);
            batches_.entry(row.entry, row.content, row.version);
            if (checkpoint && row.version == checkpoint->version) hash_then_ = verifier_.hash();
            return !too_many();
        });
        if (too_many()) {
            add("log_has_more_problems",
                {{"version", std::to_string(verifier_.version())}, {"head", std::to_string(head)}});
        } else {
            verifier_.end(problems_);
            blobs();
            vouchers();
            snapshots();
            if (checkpoint) against(*checkpoint, head);
        }
        return {municipality_,    verifier_.entries(), verifier_.version(),      verifier_.time(),
                verifier_.hash(), verifier_.erased(),  verifier_.erased_blobs(), whole_blobs_, ledger_};
    }

  private:
    bool too_many() const { return problems_.size() - before_ >= most_problems; }

    void add(std::string_view code, Args args) {
        args.insert(args.begin(), {"municipality", municipality_});
        problems_.add(code, Severity::error, {}, std::move(args));
    }

    void blobs() {
        std::set<std::string_view> erased;
        for (const log::ErasedBlob& each : verifier_.erased_blobs()) erased.insert(each.hash);
        const std::vector<store::BlobInfo> infos = store_.blobs(municipality_);
        std::set<std::string_view> there;
        for (const store::BlobInfo& each : infos) {
            there.insert(each.hash);
            blob(each, erased.contains(each.hash));
        }
        for (const log::Verifier::Named& each : verifier_.blobs()) {
            if (there.contains(each.blob)) continue;
            add("log_pack_is_missing",
                {{"version", std::to_string(each.version)}, {"hash", log::hex(each.blob)}});
        }
    }

    // What lies beside the log of the ledger.
    void vouchers() {
        std::set<std::string, std::less<>> erased;
        for (const log::ErasedBlob& each : verifier_.erased_blobs()) erased.insert(each.hash);
        ledger_ = prove_batches(store_, municipality_, batches_.take(), erased, problems_);
    }

    void blob(const store::BlobInfo& info, bool is_to_be_erased) {
        const Args what{{"hash", log::hex(info.hash)}, {"use", info.use}};
        if (info.erased != is_to_be_erased)
            return add(info.erased ? "log_blob_is_missing" : "log_blob_is_not_erased", what);
        const std::optional<store::Blob> blob = store_.blob(municipality_, info.hash);
        const bool fits =
            blob && (info.erased ? blob->bytes.empty() : log::hash_of(blob->bytes) == info.hash);
        if (!fits) return add(info.erased ? "log_blob_is_not_erased" : "log_blob_differs", what);
        if (!info.erased) ++whole_blobs_;
    }

    // An erasure drops them. One that is left was made by a program that was stopped then, or had not seen
    // it.
    void snapshots() {
        Version erasure = 0;
        for (const log::Erased& each : verifier_.erased()) erasure = std::max(erasure, each.by);
        for (const log::ErasedBlob& each : verifier_.erased_blobs()) erasure = std::max(erasure, each.by);
        for (const store::Snapshot& each : store_.snapshots(municipality_)) {
            if (each.version >= erasure) continue;
            problems_.add("log_snapshot_is_before_erasure", Severity::warning, {},
                          {{"municipality", municipality_},
                           {"version", std::to_string(each.version)},
                           {"by", std::to_string(erasure)}});
        }
    }

    void against(const log::Checkpoint& checkpoint, Version head) {
        const Args what{{"version", std::to_string(checkpoint.version)},
                        {"time", log::utc_text(checkpoint.time)}};
        if (checkpoint.municipality != municipality_) {
            add("checkpoint_is_of_another_log", {{"other", checkpoint.municipality}});
        } else if (checkpoint.version > head) {
            add("checkpoint_is_newer_than_log", {what[0], what[1], {"head", std::to_string(head)}});
        } else if (checkpoint.version > 0 && hash_then_ != checkpoint.hash) {
            add("checkpoint_differs",
                {what[0], what[1], {"hash", log::hex(hash_then_)}, {"signed", log::hex(checkpoint.hash)}});
        }
    }

    store::Reader& store_;
    std::string municipality_;
    Problems& problems_;
    std::size_t before_;
    log::Verifier verifier_;
    std::string hash_then_;  // at the checkpoint's version
    std::uint64_t whole_blobs_ = 0;
    BatchesOfLog batches_;
    LedgerProof ledger_;
};

}  // namespace

Verification verify(store::Reader& store, std::string_view municipality, Problems& problems,
                    const log::Checkpoint* checkpoint) {
    return Verifying(store, municipality, problems).run(checkpoint);
}

Problems erased_notes(const Verification& verification) {
    Problems notes;
    for (const log::Erased& each : verification.erased) {
        notes.add("log_value_is_erased", Severity::note, Place{{}, 0, 0, {}, each.entity, each.field},
                  {{"decision", each.decision},
                   {"version", std::to_string(each.slot.version)},
                   {"slot", std::to_string(each.slot.slot)},
                   {"by", std::to_string(each.by)}});
    }
    for (const log::ErasedBlob& each : verification.erased_blobs) {
        notes.add(
            "log_blob_is_erased", Severity::note, {},
            {{"decision", each.decision}, {"hash", log::hex(each.hash)}, {"by", std::to_string(each.by)}});
    }
    return notes;
}

}  // namespace styrkedja::app
