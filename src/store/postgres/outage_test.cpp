// SPDX-License-Identifier: EUPL-1.2
// The server goes, is full, may not be written: what is said, and that nothing is acknowledged that isn't there.
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <random>
#include <thread>

#include "store/postgres/postgres_testing.h"
#include "support/persistent_writer.h"

namespace styrkedja::store {
namespace {

using testing::PostgresCluster;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// A cluster of its own: others' sessions shall not be broken off.
class PostgresOutage : public Postgres {
  protected:
    void SetUp() override {
        Postgres::SetUp();
        if (IsSkipped()) return;
        if (!own_) own_ = std::make_unique<PostgresCluster>();
    }
    static void TearDownTestSuite() { own_.reset(); }
    static std::unique_ptr<PostgresCluster> own_;
};
std::unique_ptr<PostgresCluster> PostgresOutage::own_;

TEST_F(PostgresOutage, ReadsAndWritesAreRefusedAtOnceAndGoOnAfterwards) {
    auto store = open_postgres(own_->fresh(), Access::create);
    add(*store, "a", 1);
    own_->stop();
    const auto begin = Clock::now();
    EXPECT_EQ(thrown([&] { add(*store, "a", 2); }), "unavailable database_does_not_answer");
    EXPECT_EQ(thrown([&] { store->head("a"); }), "unavailable database_does_not_answer");
    EXPECT_EQ(thrown([&] { versions_of(*store, "a"); }), "unavailable database_does_not_answer");
    EXPECT_EQ(thrown([&] { store->wait("a", 1, 10s); }), "unavailable database_does_not_answer");
    EXPECT_EQ(thrown([&] { store->frozen(); }), "unavailable database_does_not_answer");
    EXPECT_EQ(thrown([&] { store->again(); }), "unavailable database_does_not_answer");
    EXPECT_LT(Clock::now() - begin, 2s);
    own_->start();
    EXPECT_EQ(store->head("a"), 1u) << "the next call has a connection again";
    EXPECT_EQ(add(*store, "a", 2), Appended::yes);
    EXPECT_EQ(versions_of(*store, "a").size(), 2u);
}

TEST_F(PostgresOutage, AConnectionThatWasClosedWhileNobodyLookedIsMadeAnewUnseen) {
    auto store = open_postgres(own_->fresh(), Access::create);
    for (Version version = 1; version < 4; ++version) {
        own_->sql("postgres", "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                              " AND backend_type = 'client backend'");
        std::this_thread::sleep_for(20ms);
        EXPECT_EQ(add(*store, "a", version), Appended::yes);
    }
    auto frozen = store->frozen();
    own_->stop();
    own_->start();
    EXPECT_EQ(thrown([&] { frozen->head("a"); }), "unavailable database_does_not_answer")
        << "another connection would see another moment";
    store->put_blobs("a", std::vector{Blob{std::string(32, 'h'), "pack", "bytes"}});
    EXPECT_EQ(store->blob("a", std::string(32, 'h'))->bytes, "bytes");
}

TEST_F(PostgresOutage, KilledUnderLoadNothingAcknowledgedIsLost) {
    auto store = open_postgres(own_->fresh(), Access::create);
    std::atomic<bool> stop = false;
    std::vector<std::string> acknowledged;
    int unknown = 0;
    std::thread writer([&, mine = store->again()] {
        testing::PersistentWriter through(*mine, "a");
        for (int i = 1; !stop; ++i) {
            const LogRow next = row(i);
            through.write(next.command, next.entry);
            acknowledged.push_back(next.command);
        }
        unknown = through.unknown();
    });
    for (int i = 0; i < 3; ++i) {
        std::this_thread::sleep_for(300ms);
        own_->kill();
        std::this_thread::sleep_for(100ms);
        own_->start();
    }
    std::this_thread::sleep_for(200ms);
    stop = true;
    writer.join();
    EXPECT_GE(unknown, 3);
    EXPECT_GT(acknowledged.size(), 50u);
    for (const std::string& command : acknowledged) EXPECT_TRUE(store->find_command("a", command)) << command;
    EXPECT_EQ(store->head("a"), acknowledged.size()) << "none twice, and no hole";
    Version last = 0;
    store->read_log("a", 0, UINT64_MAX, [&](const LogRow& each) { return each.entry == row(++last).entry; });
    EXPECT_EQ(last, acknowledged.size());
}

TEST_F(PostgresOutage, AServerThatMayNotBeWrittenIsToldFromOneThatIsDown) {
    const std::string address = own_->fresh();
    auto store = open_postgres(address, Access::create);
    add(*store, "a", 1);
    own_->stop();
    own_->start("default_transaction_read_only=on");
    EXPECT_EQ(store->head("a"), 1u);
    EXPECT_EQ(thrown([&] { add(*store, "a", 2); }), "unavailable database_is_read_only");
    EXPECT_EQ(store->head("a"), 1u);
    auto reader = open_postgres(address, Access::read);
    EXPECT_EQ(reader->wait("a", 1, 100ms), 1u);
    own_->stop();
    own_->start();
    EXPECT_EQ(add(*store, "a", 2), Appended::yes);
}

// PostgreSQL answers a commit whose wait for its standby was cancelled with success and a warning.
TEST_F(PostgresOutage, ACommitThatNoStandbyHasConfirmedIsNotAcknowledged) {
    auto store = open_postgres(own_->fresh(), Access::create);
    add(*store, "a", 1);
    own_->sql("postgres", "ALTER SYSTEM SET synchronous_standby_names = 'dead'");
    own_->sql("postgres", "SELECT pg_reload_conf()");
    const auto cancel = [&] {
        for (int i = 0; i < 200; ++i) {
            std::this_thread::sleep_for(50ms);
            if (own_->sql("postgres", "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") != "0") return;
        }
        ADD_FAILURE() << "nobody waited for the standby";
    };
    const std::vector<LogRow> many = rows(3, 300);
    for (const auto& write : std::vector<std::function<void()>>{[&] { add(*store, "a", 2); },
                                                                [&] { store->append("a", 2, many); }}) {
        std::thread operator_(cancel);
        EXPECT_EQ(thrown(write), "unavailable database_does_not_answer");
        operator_.join();
    }
    EXPECT_EQ(store->find_command("a", "command-2"), 2u) << "nobody knew; asked for, it is there";
    own_->sql("postgres", "ALTER SYSTEM RESET synchronous_standby_names");
    own_->sql("postgres", "SELECT pg_reload_conf()");
}

TEST_F(PostgresOutage, AServerThatMayLoseWhatItAcknowledgesIsRefused) {
    const std::string address = own_->fresh();
    open_postgres(address, Access::create);
    own_->stop();
    own_->start("fsync=off");
    EXPECT_EQ(thrown([&] { open_postgres(address, Access::write); }), "refused database_may_lose_what_is_written");
    EXPECT_EQ(thrown([&] { open_postgres(address, Access::read); }), "nothing");
    own_->stop();
    own_->start();
}

// A disk of 24 MB under one database's tables, by a tablespace; mounting needs root.
class SmallDisk {
  public:
    explicit SmallDisk(const PostgresCluster& cluster) : folder_(cluster.folder() + "/small") {
        std::filesystem::create_directory(folder_);
        mounted_ = mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=24m,mode=0777") == 0;
        if (!mounted_) return;
        std::filesystem::create_directory(folder_ + "/space");
        struct stat owner {};
        if (stat((cluster.folder() + "/data").c_str(), &owner) != 0 ||
            chown((folder_ + "/space").c_str(), owner.st_uid, owner.st_gid) != 0) {
            ADD_FAILURE() << "the small disk can't be given to the server";
        }
    }
    ~SmallDisk() {
        if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
    }
    bool mounted() const { return mounted_; }
    std::string space() const { return folder_ + "/space"; }
    bool grow() const { return mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT, "size=200m") == 0; }

  private:
    std::string folder_;
    bool mounted_ = false;
};

TEST_F(PostgresOutage, AFullDiskLeavesNothingHalfAndAllThatWas) {
    SmallDisk disk(*own_);
    if (!disk.mounted()) GTEST_SKIP() << "may not mount a small disk";
    own_->sql("postgres", "CREATE TABLESPACE small LOCATION '" + disk.space() + "'");
    own_->sql("postgres", "CREATE DATABASE small TABLESPACE small");
    auto store = open_postgres(own_->url("small"), Access::create);
    ASSERT_EQ(store->append("a", 0, rows(1, 300)), Appended::yes);
    std::minstd_rand noise(1);
    std::vector<LogRow> large = rows(301, 300);
    for (LogRow& each : large) {
        for (int i = 0; i < 80'000; ++i) each.content += static_cast<char>(noise());  // else PostgreSQL compresses it
    }
    ASSERT_EQ(thrown([&] { store->append("a", 300, large); }), "full database_is_full");
    std::vector<Blob> blobs;
    for (int i = 0; i < 60; ++i) blobs.push_back({std::string(32, static_cast<char>('0' + i)), "pack", std::string(1'000'000, 'x')});
    EXPECT_EQ(thrown([&] { store->put_blobs("a", blobs); }), "full database_is_full");
    EXPECT_EQ(store->head("a"), 300u);
    EXPECT_EQ(versions_of(*store, "a").size(), 300u);
    EXPECT_TRUE(store->blobs("a").empty());
    ASSERT_TRUE(disk.grow());
    EXPECT_EQ(store->append("a", 300, rows(301, 300)), Appended::yes) << "after room was made it goes on";
    store.reset();
    own_->stop();  // before its disk goes
    own_.reset();
}

}  // namespace
}  // namespace styrkedja::store
