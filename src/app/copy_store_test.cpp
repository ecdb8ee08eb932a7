// SPDX-License-Identifier: EUPL-1.2
#include "app/copy_store.h"

#include <gtest/gtest.h>

#include "app/app_testing.h"

namespace styrkedja::app {
namespace {

std::unique_ptr<store::Store> new_store() {
    static int made = 0;
    return store::open("memory:copy-" + std::to_string(++made), store::Access::create);
}

// A log of some entries, the first of them large, and one of everything that lies beside it.
std::unique_ptr<store::Store> filled(int entries) {
    auto store = new_store();
    Problems problems;
    Sequencer sequencer(store->again(), "staden", counting_clock(), counting_salts(), problems);
    for (int i = 1; i <= entries; ++i) {
        const std::string number = std::to_string(i);
        Command edit = command("c" + number, sequencer.known()->version, {create("texts", "t" + number)});
        edit.changes.push_back(set_field("texts", "t" + number, "text", std::string(i == 1 ? 5'000'000 : 10, 'x')));
        EXPECT_EQ(sequencer.run(edit).what, Outcome::What::done);
    }
    write_snapshot(*store, *sequencer.known());
    const std::vector<store::Blob> blobs{{std::string(32, 'a'), "document", "bytes", false}, {std::string(32, 'b'), "pack", "", true}};
    store->put_blobs("staden", blobs);
    store->put_draft("staden", {"chef", "texts/t1/text", 1, 7, "half a sentence"});
    store::Job job;
    job.id = "j1";
    job.kind = "mail";
    job.payload = "to all";
    job.done = true;
    job.outcome = "sent";
    store->add_job("staden", job);
    return store;
}

std::vector<std::string> rows_of(store::Reader& store) {
    std::vector<std::string> rows;
    store.read_log("staden", 0, store.head("staden"), [&](const store::LogRow& row) {
        rows.push_back(std::to_string(row.version) + row.command + row.entry + row.hash + row.content);
        return true;
    });
    return rows;
}

TEST(CopyStore, CopiesTheLogAndAllThatLiesBesideIt) {
    const auto from = filled(5);
    const auto to = new_store();
    std::vector<Version> told;
    const CopiedMunicipality copied = copy_municipality(*from->frozen(), *to, "staden", [&](Version done, Version all) {
        EXPECT_EQ(all, 5U);
        told.push_back(done);
    });
    EXPECT_EQ(copied.entries, 5U);
    EXPECT_EQ(copied.hash, from->log_row("staden", 5)->hash);
    EXPECT_EQ(told, (std::vector<Version>{1, 5})) << "the large one in a portion of its own";
    EXPECT_EQ(rows_of(*to), rows_of(*from));
    EXPECT_EQ(to->snapshots("staden").size(), 1U);
    ASSERT_TRUE(to->blob("staden", std::string(32, 'b')));
    EXPECT_TRUE(to->blob("staden", std::string(32, 'b'))->erased);
    EXPECT_EQ(to->blobs("staden").size(), from->blobs("staden").size());
    ASSERT_EQ(to->drafts("staden", "").size(), 1U);
    EXPECT_EQ(to->drafts("staden", "").front().text, "half a sentence");
    ASSERT_EQ(to->jobs("staden").size(), 1U);
    EXPECT_TRUE(to->jobs("staden").front().done) << "what was done is not done again";
}

TEST(CopyStore, WhatIsCopiedIsUnderstood) {
    const auto from = filled(3);
    const auto to = new_store();
    copy_municipality(*from, *to, "staden", [](Version, Version) {});
    Problems problems;
    const KnownPtr known = load(*to, "staden", problems);
    ASSERT_TRUE(known) << told(problems);
    EXPECT_EQ(known->version, 3U);
    EXPECT_EQ(known->state.texts.size(), 3U);
}

TEST(CopyStore, NeverMixesTwoLogs) {
    const auto from = filled(2);
    const auto to = filled(1);
    try {
        copy_municipality(*from, *to, "staden", [](Version, Version) {});
        FAIL() << "a log was copied onto another";
    } catch (const store::Failure& failure) {
        EXPECT_EQ(failure.problem().code, "copy_meets_another_log");
    }
    EXPECT_EQ(to->head("staden"), 1U);
}

}  // namespace
}  // namespace styrkedja::app
