// SPDX-License-Identifier: EUPL-1.2
#include "app/copy_store.h"

#include <vector>

namespace styrkedja::app {
namespace {

constexpr std::size_t most_bytes = 4U << 20U, most_rows = 4'000;   // of one transaction

class Copying {
  public:
    Copying(store::Reader& from, store::Store& to, std::string_view municipality) : from_(from), to_(to), municipality_(municipality) {}

    void blobs() {
        std::vector<store::Blob> portion;
        std::size_t bytes = 0;
        for (const store::BlobInfo& each : from_.blobs(municipality_)) {
            std::optional<store::Blob> blob = from_.blob(municipality_, each.hash);
            if (!blob) continue;
            bytes += blob->bytes.size();
            portion.push_back(std::move(*blob));
            ++copied_.blobs;
            if (bytes < most_bytes && portion.size() < most_rows) continue;
            to_.put_blobs(municipality_, portion);
            portion.clear();
            bytes = 0;
        }
        if (!portion.empty()) to_.put_blobs(municipality_, portion);
    }

    // What an import that hasn't ended has written is left behind.
    void pages() {
        for (const store::PageBundle& bundle : from_.page_bundles(municipality_)) {
            if (bundle.hash.empty()) continue;
            std::vector<store::PageRow> portion;
            std::size_t bytes = 0;
            auto put = [&] {
                if (!portion.empty()) to_.put_pages(municipality_, bundle.name, portion, bundle.touched);
                copied_.pages += portion.size();
                portion.clear();
                bytes = 0;
            };
            from_.read_pages(municipality_, bundle.name, 0, store::PageParts::all, [&](const store::PageRow& page) {
                bytes += page.sealed.size() + page.texts.size();
                portion.push_back(page);
                if (bytes >= most_bytes) put();
                return true;
            });
            put();
            to_.finish_pages(municipality_, bundle.name, bundle.hash, bundle.touched);
        }
    }

    void log(const std::function<void(Version, Version)>& progress) {
        const Version head = from_.head(municipality_);
        std::vector<store::LogRow> portion;
        std::size_t bytes = 0;
        auto append = [&] {
            if (portion.empty()) return;
            if (to_.append(municipality_, copied_.entries, portion) != store::Appended::yes) fail();
            copied_.entries = portion.back().version;
            copied_.hash = portion.back().hash;
            portion.clear();
            bytes = 0;
            progress(copied_.entries, head);
        };
        from_.read_log(municipality_, 0, head, [&](const store::LogRow& row) {
            bytes += row.entry.size() + row.content.size();
            portion.push_back(row);
            if (bytes >= most_bytes || portion.size() >= most_rows) append();
            return true;
        });
        append();
    }

    void rest() {
        for (const store::Snapshot& each : from_.snapshots(municipality_)) {
            to_.put_snapshot(municipality_, each);
            ++copied_.snapshots;
        }
        for (const store::Draft& each : from_.drafts(municipality_, "")) {
            to_.put_draft(municipality_, each);
            ++copied_.drafts;
        }
        for (const store::Job& each : from_.jobs(municipality_)) {
            if (to_.add_job(municipality_, each)) ++copied_.jobs;
        }
    }

    CopiedMunicipality take() { return std::move(copied_); }

  private:
    [[noreturn]] void fail() const {
        throw store::Failure(store::Failure::Kind::damaged,
                             Problem{"copy_meets_another_log", Severity::error, {}, {{"municipality", std::string(municipality_)}}});
    }

    store::Reader& from_;
    store::Store& to_;
    std::string_view municipality_;
    CopiedMunicipality copied_;
};

}  // namespace

CopiedMunicipality copy_municipality(store::Reader& from, store::Store& to, std::string_view municipality,
                                     const std::function<void(Version done, Version all)>& progress) {
    Copying copying(from, to, municipality);
    copying.blobs();
    copying.pages();
    copying.log(progress);
    copying.rest();
    return copying.take();
}

}  // namespace styrkedja::app
