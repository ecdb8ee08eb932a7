// SPDX-License-Identifier: EUPL-1.2
#include "store/store_contract_testing.h"

#include <algorithm>
#include <atomic>
#include <thread>

// What every store promises, whatever it lies on.
namespace styrkedja::store {
namespace {

TEST_P(StoreContract, ANewStoreIsEmpty) {
    EXPECT_EQ(store->municipalities(), Names{});
    EXPECT_EQ(store->head(here), 0U);
    EXPECT_TRUE(all_rows(*store, here).empty());
    EXPECT_FALSE(store->log_row(here, 1));
    EXPECT_FALSE(store->find_command(here, "c1"));
    EXPECT_TRUE(store->snapshots(here).empty());
    EXPECT_TRUE(store->blobs(here).empty());
    EXPECT_FALSE(store->blob(here, "x"));
    EXPECT_TRUE(store->drafts(here, "").empty());
    EXPECT_TRUE(store->jobs(here).empty());
    EXPECT_FALSE(store->take_job(here, "w", 1, 2));
}

TEST_P(StoreContract, RowsAreReadBackAsTheyWereWrittenAndInOrder) {
    std::vector<LogRow> rows = rows_after(0, 5);
    rows[1].entry.clear();
    rows[1].content.clear();
    rows[2].command = std::string(64, 'x');
    rows[3].command = odd_bytes;
    rows[4].content = std::string(3'000'000, '\xFE');
    rows[4].entry = std::string(70'000, 'e');
    ASSERT_EQ(store->append(here, 0, rows), Appended::yes);
    reopen();
    std::vector<LogRow> back = all_rows(*store, here);
    ASSERT_EQ(back.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) expect_same(back[i], rows[i]);
    EXPECT_EQ(store->head(here), 5U);
    expect_same(store->log_row(here, 3).value(), rows[2]);
    EXPECT_EQ(store->find_command(here, odd_bytes), 4U);
    EXPECT_EQ(store->find_command(here, std::string(64, 'x')), 3U);
    EXPECT_FALSE(store->find_command(here, std::string(63, 'x')));
    EXPECT_FALSE(store->find_command(here, ""));
}

TEST_P(StoreContract, APartOfTheLogIsReadAndReadingCanBeStopped) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 10)), Appended::yes);
    EXPECT_EQ(versions_of(all_rows(*store, here, 3, 6)), (Versions{4, 5, 6}));
    EXPECT_EQ(versions_of(all_rows(*store, here, 9)), (Versions{10}));
    EXPECT_EQ(versions_of(all_rows(*store, here, 9, 200)), (Versions{10}));
    EXPECT_TRUE(all_rows(*store, here, 10).empty());
    EXPECT_TRUE(all_rows(*store, here, 6, 3).empty());
    EXPECT_TRUE(all_rows(*store, here, 400, 500).empty());
    int seen = 0;
    store->read_log(here, 0, 10, [&](const LogRow&) { return ++seen < 4; });
    EXPECT_EQ(seen, 4);
    EXPECT_EQ(store->append(here, 10, rows_after(10, 1)), Appended::yes);  // nothing hangs on
}

TEST_P(StoreContract, ManyRowsAreFetchedByTheirVersions) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 3000)), Appended::yes);
    Versions wanted, expected{1, 2, 1500, 2999, 3000}, got;
    wanted = {0, 1, 2, 1500, 2999, 3000, 3001, 9000};
    store->log_rows(here, wanted, [&](const LogRow& row) {
        expect_same(row, row_at(row.version, "c" + std::to_string(row.version)));
        got.push_back(row.version);
        return true;
    });
    EXPECT_EQ(got, expected);
    got.clear();
    store->log_rows(here, wanted, [&](const LogRow& row) {
        got.push_back(row.version);
        return got.size() < 2;
    });
    EXPECT_EQ(got, (Versions{1, 2}));
    store->log_rows(here, {}, [&](const LogRow&) { return ADD_FAILURE(), true; });
    Versions every;
    for (Version v = 1; v <= 3000; ++v) every.push_back(v);
    got.clear();
    store->log_rows(here, every, [&](const LogRow& row) { return got.push_back(row.version), true; });
    EXPECT_EQ(got, every);
}

TEST_P(StoreContract, TheLogHasNoHolesAndNoBranches) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 3)), Appended::yes);
    EXPECT_EQ(store->append(here, 0, rows_after(0, 1, "other")), Appended::position_taken);
    EXPECT_EQ(store->append(here, 2, rows_after(2, 4, "other")), Appended::position_taken);
    EXPECT_EQ(store->append(here, 4, rows_after(4, 1, "other")), Appended::position_taken);
    reopen();
    EXPECT_EQ(store->head(here), 3U);
    EXPECT_EQ(all_rows(*store, here)[2].command, "c3");
    EXPECT_FALSE(store->find_command(here, "other1"));
}

TEST_P(StoreContract, AKnownCommandWritesNothingOfItsBatch) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 3)), Appended::yes);
    std::vector<LogRow> rows = rows_after(3, 3);
    rows[2].command = "c2";
    EXPECT_EQ(store->append(here, 3, rows), Appended::command_known);
    EXPECT_EQ(store->head(here), 3U);
    EXPECT_FALSE(store->find_command(here, "c4"));
    rows[2].command = rows[0].command;  // twice in the batch itself
    EXPECT_EQ(store->append(here, 3, rows), Appended::command_known);
    EXPECT_EQ(store->head(here), 3U);
    EXPECT_NE(store->append(here, 0, rows_after(0, 1)), Appended::yes);
    EXPECT_EQ(store->append(here, 3, rows_after(3, 3)), Appended::yes);
}

TEST_P(StoreContract, MunicipalitiesAreApart) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 2)), Appended::yes);
    ASSERT_EQ(store->append(there, 0, rows_after(0, 3)), Appended::yes);  // same commands
    ASSERT_EQ(store->append("a-b", 0, rows_after(0, 1)), Appended::yes);
    ASSERT_EQ(store->append("ab", 0, rows_after(0, 1)), Appended::yes);
    ASSERT_EQ(store->append("ö", 0, rows_after(0, 1)), Appended::yes);
    ASSERT_EQ(store->append("Z", 0, rows_after(0, 1)), Appended::yes);
    store->put_draft("z-drafts-only", {"p", "s", 0, 0, "t"});
    // By name, byte for byte, whatever the machine's language.
    EXPECT_EQ(store->municipalities(), (Names{"Z", "a-b", "ab", "nykvarn", "sodertalje", "ö"}));
    EXPECT_EQ(store->head(here), 2U);
    EXPECT_EQ(store->head(there), 3U);
    EXPECT_EQ(all_rows(*store, "a-b").size(), 1U);
    EXPECT_EQ(all_rows(*store, there).size(), 3U);
    store->put_blobs(here, std::vector<Blob>{{"h", "pack", "mine", false}});
    store->put_snapshot(here, {1, 1, "m"});
    store->put_draft(here, {"p", "s", 0, 0, "t"});
    store->put_session(here, {"t", "p", 100, ""});
    EXPECT_TRUE(store->add_job(here, job_called("j", 0)));
    EXPECT_FALSE(store->blob(there, "h"));
    EXPECT_TRUE(store->blobs(there).empty());
    EXPECT_TRUE(store->snapshots(there).empty());
    EXPECT_TRUE(store->drafts(there, "").empty());
    EXPECT_FALSE(store->session(there, "t", 1));
    EXPECT_TRUE(store->jobs(there).empty());
    EXPECT_FALSE(store->take_job(there, "w", 10, 20));
    EXPECT_TRUE(store->add_job(there, job_called("j", 0)));
}

// Each writer appends where it believes the end to be, and follows when somebody else was there first.
void write_some(Store& mine, const std::string& commands, int count, std::atomic<int>& taken) {
    for (int i = 0; i < count;) {
        Version head = mine.head(here);
        std::vector<LogRow> rows = {row_at(head + 1, commands + std::to_string(i) + "a"),
                                    row_at(head + 2, commands + std::to_string(i) + "b")};
        Appended outcome = mine.append(here, head, rows);
        ASSERT_NE(outcome, Appended::command_known);
        i += outcome == Appended::yes;
        taken += outcome == Appended::position_taken;
    }
}

TEST_P(StoreContract, RacingWritersTakeEachPositionOnce) {
    constexpr int writers = 4, each = 25;
    std::vector<std::unique_ptr<Store>> mine;
    for (int i = 0; i < writers; ++i) mine.push_back(store->again());
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i) {
        threads.emplace_back([&, i] {
            write_some(*mine[static_cast<std::size_t>(i)], "w" + std::to_string(i) + "-", each, taken);
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::vector<LogRow> rows = all_rows(*store, here);
    ASSERT_EQ(rows.size(), std::size_t{writers * each * 2});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].version, i + 1);
        EXPECT_EQ(store->find_command(here, rows[i].command), i + 1);
        if (i % 2 == 1) {  // batches are whole
            EXPECT_EQ(rows[i].command, rows[i - 1].command.substr(0, rows[i].command.size() - 1) + "b");
        }
    }
}

TEST_P(StoreContract, ASecondConnectionSeesWhatTheFirstHasWritten) {
    auto other = store->again();
    ASSERT_EQ(store->append(here, 0, rows_after(0, 1)), Appended::yes);
    EXPECT_EQ(other->head(here), 1U);
    EXPECT_EQ(other->append(here, 0, rows_after(0, 1, "x")), Appended::position_taken);
    EXPECT_EQ(other->append(here, 1, rows_after(1, 1)), Appended::yes);
    EXPECT_EQ(store->head(here), 2U);
}

TEST_P(StoreContract, AReaderGoesOnWhileSomebodyWrites) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 500)), Appended::yes);
    auto writer = store->again();
    Versions seen;
    store->read_log(here, 0, ~0ULL, [&](const LogRow& row) {
        if (row.version % 100 == 0) {
            Version head = writer->head(here);
            EXPECT_EQ(writer->append(here, head, rows_after(head, 1)), Appended::yes);
        }
        seen.push_back(row.version);
        return true;
    });
    EXPECT_EQ(seen.size(), 500U);  // one moment
    EXPECT_EQ(store->head(here), 505U);
}

TEST_P(StoreContract, WhatIsFrozenStaysAsItWas) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 3)), Appended::yes);
    store->put_blobs(here, std::vector<Blob>{{"h", "pack", "bytes", false}});
    store->put_draft(here, {"p", "s", 1, 2, "before"});
    ASSERT_TRUE(store->add_job(here, job_called("j", 0)));
    store->put_snapshot(here, {2, 1, "m"});
    auto writer = store->again();
    auto frozen = store->frozen();
    Erasure erasure{{{2, "gone"}}, {"h"}};
    ASSERT_EQ(writer->append(here, 3, rows_after(3, 2), erasure), Appended::yes);
    ASSERT_EQ(writer->append(there, 0, rows_after(0, 2)), Appended::yes);
    writer->put_draft(here, {"p", "s", 1, 3, "after"});
    writer->drop_snapshot(here, 2);
    ASSERT_TRUE(writer->add_job(here, job_called("k", 0)));

    EXPECT_EQ(frozen->municipalities(), (Names{std::string(here)}));
    EXPECT_EQ(frozen->head(here), 3U);
    EXPECT_EQ(all_rows(*frozen, here).size(), 3U);
    EXPECT_EQ(frozen->log_row(here, 2)->content, row_at(2, "").content);
    EXPECT_FALSE(frozen->log_row(here, 4));
    EXPECT_FALSE(frozen->find_command(here, "c4"));
    EXPECT_EQ(frozen->blob(here, "h")->bytes, "bytes");
    EXPECT_EQ(frozen->drafts(here, "p").at(0).text, "before");
    EXPECT_EQ(frozen->jobs(here).size(), 1U);
    EXPECT_EQ(frozen->snapshots(here).size(), 1U);
    frozen.reset();
    EXPECT_EQ(store->head(here), 5U);
    EXPECT_EQ(store->log_row(here, 2)->content, "gone");
}

TEST_P(StoreContract, AnErasureComesWithItsEntryOrNotAtAll) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 3)), Appended::yes);
    store->put_blobs(
        here, std::vector<Blob>{{"h", "attachment", "secret", false}, {"k", "attachment", "kept", false}});
    Erasure erasure{{{1, ""}, {3, odd_bytes}}, {"h"}};
    EXPECT_EQ(store->append(here, 2, rows_after(2, 1, "x"), erasure), Appended::position_taken);
    EXPECT_EQ(store->append(here, 3, {rows_after(3, 1, "c3").data(), 0}, {}),
              Appended::yes);  // nothing to append
    std::vector<LogRow> known = rows_after(3, 1);
    known[0].command = "c1";
    EXPECT_EQ(store->append(here, 3, known, erasure), Appended::command_known);
    EXPECT_EQ(store->log_row(here, 1)->content, row_at(1, "").content);
    EXPECT_EQ(store->blob(here, "h")->bytes, "secret");

    ASSERT_EQ(store->append(here, 3, rows_after(3, 1), erasure), Appended::yes);
    reopen();
    EXPECT_EQ(store->head(here), 4U);
    EXPECT_EQ(store->log_row(here, 1)->content, "");
    EXPECT_EQ(store->log_row(here, 1)->entry, row_at(1, "").entry);
    EXPECT_EQ(store->log_row(here, 2)->content, row_at(2, "").content);
    EXPECT_EQ(store->log_row(here, 3)->content, odd_bytes);
    EXPECT_EQ(all_rows(*store, here)[0].content, "");
    EXPECT_EQ(store->blob(here, "h")->bytes, "");
    EXPECT_TRUE(store->blob(here, "h")->erased);
    EXPECT_EQ(store->blob(here, "k")->bytes, "kept");
}

TEST_P(StoreContract, AnErasureOfWhatIsNotThereIsToldAndWritesNothing) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 3)), Appended::yes);
    Erasure erasure{{{1, "gone"}, {9, ""}}, {}};
    EXPECT_THROW(store->append(here, 3, rows_after(3, 1), erasure), Failure);
    EXPECT_EQ(store->head(here), 3U);
    EXPECT_EQ(store->log_row(here, 1)->content, row_at(1, "").content);
    EXPECT_EQ(store->append(here, 3, rows_after(3, 1)), Appended::yes);
}

TEST_P(StoreContract, WhoWaitsIsWokenByTheNextEntry) {
    using namespace std::chrono;
    auto start = steady_clock::now();
    EXPECT_EQ(store->wait(here, 0, milliseconds(60)), 0U);
    EXPECT_GE(steady_clock::now() - start, milliseconds(55));
    ASSERT_EQ(store->append(here, 0, rows_after(0, 2)), Appended::yes);
    start = steady_clock::now();
    EXPECT_EQ(store->wait(here, 1, seconds(20)), 2U);  // at once
    EXPECT_LT(steady_clock::now() - start, seconds(5));
    auto writer = store->again();
    std::thread thread([&] {
        std::this_thread::sleep_for(milliseconds(100));
        EXPECT_EQ(writer->append(there, 0, rows_after(0, 1)), Appended::yes);  // of no interest
        EXPECT_EQ(writer->append(here, 2, rows_after(2, 1)), Appended::yes);
    });
    start = steady_clock::now();
    EXPECT_EQ(store->wait(here, 2, seconds(20)), 3U);
    EXPECT_LT(steady_clock::now() - start, seconds(5));
    thread.join();
}

TEST_P(StoreContract, EverythingOutlivesTheConnection) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 2)), Appended::yes);
    store->put_blobs(here, std::vector<Blob>{{"h", "pack", "bytes", false}});
    store->put_snapshot(here, {2, 1, "m"});
    store->put_draft(here, {"p", "s", 1, 2, "t"});
    store->put_session(here, {"t", "p", 100, "d"});
    ASSERT_TRUE(store->add_job(here, job_called("j", 0)));
    store->sweep();
    for (Access access : {Access::read, Access::write, Access::create, Access::migrate}) {
        store.reset();
        store = open(address, access);
        EXPECT_EQ(store->head(here), 2U);
        EXPECT_EQ(store->find_command(here, "c2"), 2U);
        EXPECT_EQ(store->blob(here, "h")->bytes, "bytes");
        EXPECT_EQ(store->snapshots(here).size(), 1U);
        EXPECT_EQ(store->drafts(here, "p").size(), 1U);
        EXPECT_TRUE(store->session(here, "t", 1));
        EXPECT_EQ(store->jobs(here).size(), 1U);
    }
}

TEST_P(StoreContract, WhoMayOnlyReadWritesNothing) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 1)), Appended::yes);
    auto reader = open(address, Access::read);
    EXPECT_THROW(reader->append(here, 1, rows_after(1, 1)), Failure);
    EXPECT_THROW(reader->put_draft(here, {"p", "s", 1, 2, "t"}), Failure);
    EXPECT_EQ(reader->head(here), 1U);
    ASSERT_EQ(store->append(here, 1, rows_after(1, 1)), Appended::yes);
    EXPECT_EQ(reader->head(here), 2U);
}

TEST_P(StoreContract, WhereNothingIsNothingIsOpened) {
    for (Access access : {Access::read, Access::write, Access::migrate}) {
        std::string nowhere = GetParam().fresh();
        try {
            open(nowhere, access);
            ADD_FAILURE() << "opened what is not there";
        } catch (const Failure& failure) {
            EXPECT_EQ(failure.kind(), Failure::Kind::missing) << failure.what();
        }
    }
}

TEST_P(StoreContract, AWholeImportIsOneAppend) {
    ASSERT_EQ(store->append(here, 0, rows_after(0, 20'000)), Appended::yes);
    auto other = store->again();
    Version expected = 0;
    other->read_log(here, 0, 20'000, [&](const LogRow& row) { return row.version == ++expected; });
    EXPECT_EQ(expected, 20'000U);
}

}  // namespace
}  // namespace styrkedja::store
