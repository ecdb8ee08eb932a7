// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <thread>

#include "store/store_contract_testing.h"

// What every store promises of what stands beside the log: blobs, snapshots, drafts, sessions, jobs.
namespace styrkedja::store {
namespace {

TEST_P(StoreContract, BlobsAreWrittenOnceAndErasedForGood) {
    std::string large(5'000'000, 'L');
    std::string hash = std::string(31, '\0') + "\xFF";
    store->put_blobs(here, std::vector<Blob>{{hash, "pack", odd_bytes, false},
                                             {"l", "document", large, false},
                                             {"e", "pack", "", false}});
    store->put_blobs(here, std::vector<Blob>{{hash, "other", "else", false}});
    reopen();
    EXPECT_EQ(store->blob(here, hash)->bytes, odd_bytes);
    EXPECT_EQ(store->blob(here, hash)->use, "pack");
    EXPECT_EQ(store->blob(here, hash)->hash, hash);
    EXPECT_EQ(store->blob(here, "l")->bytes, large);
    EXPECT_EQ(store->blob(here, "e")->bytes, "");
    EXPECT_FALSE(store->blob(here, "e")->erased);
    ASSERT_EQ(store->append(here, 0, rows_after(0, 1), Erasure{{}, {"l"}}), Appended::yes);
    store->put_blobs(here, std::vector<Blob>{{"l", "document", large, false}});
    EXPECT_TRUE(store->blob(here, "l")->erased);
    EXPECT_EQ(store->blob(here, "l")->bytes, "");
    std::vector<BlobInfo> list = store->blobs(here);
    ASSERT_EQ(list.size(), 3U);  // by hash
    EXPECT_EQ(list[0].hash, hash);
    EXPECT_EQ(list[0].size, odd_bytes.size());
    EXPECT_EQ(list[1].hash, "e");
    EXPECT_EQ(list[2].hash, "l");
    EXPECT_TRUE(list[2].erased);
    EXPECT_EQ(list[2].size, 0U);
    EXPECT_EQ(list[2].use, "document");
    store->drop_blobs(here, Names{"e", "not there"});
    EXPECT_FALSE(store->blob(here, "e"));
    EXPECT_EQ(store->blobs(here).size(), 2U);
}

TEST_P(StoreContract, SnapshotsAreNewestFirst) {
    for (Version v : {3, 11, 2}) store->put_snapshot(here, {v, 7, "m" + std::to_string(v) + odd_bytes});
    store->put_snapshot(here, {3, 8, "replaced"});
    reopen();
    std::vector<Snapshot> list = store->snapshots(here);
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].version, 11U);
    EXPECT_EQ(list[0].manifest, "m11" + odd_bytes);
    EXPECT_EQ(list[0].fold, 7U);
    EXPECT_EQ(list[1].version, 3U);
    EXPECT_EQ(list[1].fold, 8U);
    EXPECT_EQ(list[1].manifest, "replaced");
    EXPECT_EQ(list[2].version, 2U);
    store->drop_snapshot(here, 11);
    store->drop_snapshot(here, 99);
    EXPECT_EQ(store->snapshots(here).size(), 2U);
}

TEST_P(StoreContract, ADraftIsKeptForEachPersonAndThing) {
    store->put_draft(here, {"anna", "goals/b/name", 4, 1000, "Först"});
    store->put_draft(here, {"anna", "goals/a/name", 5, 1001, ""});
    store->put_draft(here, {"bo", "goals/a/name", 6, 1002, "Bos text med åäö och \U0001F600\nny rad"});
    store->put_draft(here, {"anna", "goals/b/name", 7, 1003, "Sedan"});
    reopen();
    std::vector<Draft> annas = store->drafts(here, "anna");
    ASSERT_EQ(annas.size(), 2U);
    EXPECT_EQ(annas[0].subject, "goals/a/name");
    EXPECT_EQ(annas[0].text, "");
    EXPECT_EQ(annas[1].text, "Sedan");
    EXPECT_EQ(annas[1].base, 7U);
    EXPECT_EQ(annas[1].saved, 1003);
    EXPECT_EQ(annas[1].person, "anna");
    std::vector<Draft> all = store->drafts(here, "");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[2].subject, "goals/b/name");
    store->drop_draft(here, "anna", "goals/a/name");
    store->drop_draft(here, "bo", "goals/b/name");
    EXPECT_EQ(store->drafts(here, "anna").size(), 1U);
    EXPECT_EQ(store->drafts(here, "bo").at(0).text, "Bos text med åäö och \U0001F600\nny rad");
}

TEST_P(StoreContract, SessionsEndWhenTheirTimeIsOver) {
    std::string token = std::string(31, '\0') + "\xFF";
    store->put_session(here, {token, "anna", 100, odd_bytes});
    store->put_session(here, {"t2", "bo", 200, ""});
    reopen();
    ASSERT_TRUE(store->session(here, token, 99));
    EXPECT_EQ(store->session(here, token, 99)->person, "anna");
    EXPECT_EQ(store->session(here, token, 99)->data, odd_bytes);
    EXPECT_EQ(store->session(here, token, 99)->expires, 100);
    EXPECT_FALSE(store->session(here, token, 100));
    EXPECT_FALSE(store->session(here, "unknown", 1));
    store->put_session(here, {token, "anna", 300, "longer"});
    EXPECT_EQ(store->session(here, token, 250)->data, "longer");
    store->drop_expired_sessions(here, 200);
    EXPECT_FALSE(store->session(here, "t2", 1));
    EXPECT_TRUE(store->session(here, token, 1));
    store->drop_session(here, token);
    EXPECT_FALSE(store->session(here, token, 1));
}

TEST_P(StoreContract, JobsAreTakenInTheirOrderAndFinishedOnce) {
    EXPECT_TRUE(store->add_job(here, job_called("late", 500)));
    EXPECT_TRUE(store->add_job(here, job_called("b", 10)));
    EXPECT_TRUE(store->add_job(here, job_called("a", 10)));
    EXPECT_FALSE(store->add_job(here, job_called("a", 1)));
    reopen();
    EXPECT_FALSE(store->take_job(here, "w", 9, 100));
    std::optional<Job> first = store->take_job(here, "w", 10, 100);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->id, "a");
    EXPECT_EQ(first->payload, odd_bytes);
    EXPECT_EQ(first->attempts, 1U);
    EXPECT_EQ(first->taken_by, "w");
    EXPECT_EQ(first->taken_until, 100);
    EXPECT_EQ(store->take_job(here, "v", 10, 100)->id, "b");
    EXPECT_FALSE(store->take_job(here, "v", 10, 100));
    EXPECT_FALSE(store->finish_job(here, "a", "v", "no"));
    EXPECT_FALSE(store->finish_job(here, "unknown", "v", "no"));
    EXPECT_TRUE(store->finish_job(here, "a", "w", odd_bytes));
    EXPECT_EQ(store->take_job(here, "w", 1000, 1100)->id, "b");  // its time was over
    std::vector<Job> all = store->jobs(here);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].id, "a");
    EXPECT_TRUE(all[0].done);
    EXPECT_EQ(all[0].outcome, odd_bytes);
    EXPECT_EQ(all[0].kind, "mail");
    EXPECT_EQ(all[1].attempts, 2U);
    EXPECT_EQ(all[2].id, "late");
    EXPECT_FALSE(store->add_job(here, job_called("a", 1)));  // done, and still known
}

TEST_P(StoreContract, AWorkerWhoseTimeIsOverHasLostTheJob) {
    EXPECT_TRUE(store->add_job(here, job_called("j", 0)));
    ASSERT_TRUE(store->take_job(here, "slow", 10, 20));
    EXPECT_FALSE(store->take_job(here, "quick", 19, 40));
    ASSERT_TRUE(store->take_job(here, "quick", 20, 40));
    EXPECT_FALSE(store->finish_job(here, "j", "slow", "late"));
    EXPECT_TRUE(store->finish_job(here, "j", "quick", "done"));
    EXPECT_FALSE(store->finish_job(here, "j", "slow", "late"));
    EXPECT_EQ(store->jobs(here).at(0).outcome, "done");
    EXPECT_FALSE(store->take_job(here, "slow", 1000, 2000));
}

TEST_P(StoreContract, RacingWorkersTakeEachJobOnce) {
    constexpr int jobs = 40, workers = 4;
    for (int i = 0; i < jobs; ++i) ASSERT_TRUE(store->add_job(here, job_called("j" + std::to_string(i), 0)));
    std::vector<std::unique_ptr<Store>> mine;
    for (int i = 0; i < workers; ++i) mine.push_back(store->again());
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < workers; ++i) {
        threads.emplace_back([&, i] {
            Store& own = *mine[static_cast<std::size_t>(i)];
            std::string name = "w" + std::to_string(i);
            while (auto job = own.take_job(here, name, 1, 1000)) {
                ++taken;
                EXPECT_TRUE(own.finish_job(here, job->id, name, name));
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(taken, jobs);
    for (const Job& job : store->jobs(here)) {
        EXPECT_TRUE(job.done);
        EXPECT_EQ(job.attempts, 1U);
        EXPECT_EQ(job.outcome, job.taken_by);
    }
}

}  // namespace
}  // namespace styrkedja::store
