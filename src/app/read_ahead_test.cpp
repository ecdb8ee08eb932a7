// SPDX-License-Identifier: EUPL-1.2
#include "app/read_ahead.h"

#include <gtest/gtest.h>

namespace styrkedja::app {
namespace {

constexpr Version head = 7'000;   // longer than what is read without a thread

// A log of small and large rows, which the disk stops giving after a while.
class Log : public store::Reader {
  public:
    explicit Log(Version fails_at = 0) : fails_at_(fails_at) {}

    void read_log(std::string_view, Version after, Version to, const std::function<bool(const store::LogRow&)>& see) override {
        store::LogRow row;   // lent: the same for all, as the stores do
        for (Version version = after + 1; version <= to; ++version) {
            if (version == fails_at_) throw store::Failure(store::Failure::Kind::unavailable, Problem{"store_disk_fails", Severity::error, {}, {}});
            row = {version, "c" + std::to_string(version), "e", std::string(32, 'h'), std::string(version % 500 == 0 ? 3'000'000 : 9, 'x')};
            ++given;
            if (!see(row)) return;
        }
    }
    std::vector<std::string> municipalities() override { return {}; }
    Version head(std::string_view) override { return app::head; }
    std::optional<store::LogRow> log_row(std::string_view, Version) override { return {}; }
    void log_rows(std::string_view, std::span<const Version>, const std::function<bool(const store::LogRow&)>&) override {}
    std::optional<Version> find_command(std::string_view, std::string_view) override { return {}; }
    std::vector<store::Snapshot> snapshots(std::string_view) override { return {}; }
    std::optional<store::Blob> blob(std::string_view, std::string_view) override { return {}; }
    std::vector<store::BlobInfo> blobs(std::string_view) override { return {}; }
    std::vector<store::PageBundle> page_bundles(std::string_view) override { return {}; }
    std::optional<store::PageBundle> page_bundle(std::string_view, std::string_view) override { return {}; }
    void read_pages(std::string_view, std::string_view, std::uint64_t, store::PageParts,
                    const std::function<bool(const store::PageRow&)>&) override {}
    std::vector<store::Draft> drafts(std::string_view, std::string_view) override { return {}; }
    std::vector<store::Job> jobs(std::string_view) override { return {}; }

    Version given = 0;

  private:
    Version fails_at_;
};

TEST(ReadAhead, GivesEveryRowOnceAndInOrder) {
    for (Version after : {Version{0}, Version{1}, Version{4'999}, Version{5'000}, Version{6'999}, head}) {
        Log log;
        Version last = after;
        read_ahead(log, "staden", after, head, [&](const store::LogRow& row) {
            EXPECT_EQ(row.version, last + 1);
            EXPECT_EQ(row.command, "c" + std::to_string(row.version));
            EXPECT_EQ(row.content.size(), row.version % 500 == 0 ? 3'000'000U : 9U);
            last = row.version;
            return true;
        });
        EXPECT_EQ(last, head);
    }
}

TEST(ReadAhead, StopsWhenNobodyWantsMore) {
    for (Version stop : {Version{1}, Version{512}, Version{513}, Version{3'000}, head}) {
        Log log;
        Version seen = 0;
        read_ahead(log, "staden", 0, head, [&](const store::LogRow& row) { return (seen = row.version) < stop; });
        EXPECT_EQ(seen, stop);
        EXPECT_LE(log.given, stop + 5 * 512);   // no further than what lay ready
    }
}

TEST(ReadAhead, TheStoresFailureIsTheCallersAfterTheRowsBeforeIt) {
    for (Version fails : {Version{1}, Version{512}, Version{600}, head}) {
        Log log(fails);
        Version seen = 0;
        EXPECT_THROW(read_ahead(log, "staden", 0, head, [&](const store::LogRow& row) { return (seen = row.version) != 0; }), store::Failure);
        EXPECT_EQ(seen, fails - 1);
    }
}

TEST(ReadAhead, TheCallersFailureIsTheCallers) {
    Log log;
    EXPECT_THROW(read_ahead(log, "staden", 0, head, [&](const store::LogRow& row) -> bool {
        if (row.version == 700) throw std::runtime_error("the caller's");
        return true;
    }), std::runtime_error);
}

}  // namespace
}  // namespace styrkedja::app
