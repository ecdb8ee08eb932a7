// SPDX-License-Identifier: EUPL-1.2
// What only PostgreSQL does; what all stores do is in the contract (contract_test.cpp).
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "store/postgres/postgres_testing.h"

namespace styrkedja::store {
namespace {

using testing::PostgresCluster;
using namespace std::chrono_literals;

TEST_F(Postgres, OneRowAFewAndManyAreTheSameLog) {
    auto store = open_postgres(cluster().fresh(), Access::create);
    EXPECT_EQ(add(*store, "a", 1), Appended::yes);
    EXPECT_EQ(store->append("a", 1, rows(2, 99)), Appended::yes);
    EXPECT_EQ(store->append("a", 100, rows(101, 900)), Appended::yes);
    EXPECT_EQ(store->head("a"), 1000u);
    EXPECT_EQ(versions_of(*store, "a").size(), 1000u);
    EXPECT_EQ(versions_of(*store, "a", 990), (std::vector<Version>{991, 992, 993, 994, 995, 996, 997, 998, 999, 1000}));
    EXPECT_EQ(store->append("a", 100, rows(101, 1)), Appended::command_known);
    EXPECT_EQ(store->append("a", 5, std::vector{row(6, "new")}), Appended::position_taken);
    EXPECT_EQ(store->append("a", 1001, std::vector{row(1002, "new")}), Appended::position_taken) << "a hole";
    std::vector<LogRow> twice = {row(1001, "same"), row(1002, "same")};
    EXPECT_EQ(store->append("a", 1000, twice), Appended::command_known) << "the second is; none of both is made";
    std::vector<LogRow> many = rows(1001, 900);
    many.back().command = "command-7";
    EXPECT_EQ(store->append("a", 1000, many), Appended::command_known);
    EXPECT_EQ(store->head("a"), 1000u);
    EXPECT_EQ(store->municipalities(), std::vector<std::string>{"a"});
}

TEST_F(Postgres, WhoeverReceivesARowMayAskTheStore) {
    auto store = open_postgres(cluster().fresh(), Access::create);
    store->append("a", 0, rows(1, 2000));
    auto frozen = store->frozen();
    add(*store, "a", 2001);
    for (Reader* reader : {static_cast<Reader*>(store.get()), frozen.get()}) {
        const Version last = reader == frozen.get() ? 2000 : 2001;
        int seen = 0;
        reader->read_log("a", 0, UINT64_MAX, [&](const LogRow& each) {
            EXPECT_EQ(reader->log_row("a", each.version)->entry, each.entry);
            EXPECT_EQ(reader->head("a"), last);
            return ++seen < 3;
        });
        EXPECT_EQ(seen, 3);
        EXPECT_EQ(versions_of(*reader, "a").size(), last) << "goes on after it was broken off";
        EXPECT_THROW(reader->read_log("a", 0, 10, [](const LogRow&) -> bool { throw 1; }), int);
        EXPECT_EQ(reader->head("a"), last);
    }
}

TEST_F(Postgres, WaitingWakesAtOnce) {
    auto store = open_postgres(cluster().fresh(), Access::create);
    auto other = store->again();
    add(*store, "a", 1);
    for (Version version = 2; version < 5; ++version) {
        std::chrono::steady_clock::time_point written;
        std::thread writer([&] {
            std::this_thread::sleep_for(200ms);
            EXPECT_EQ(add(*other, "a", version), Appended::yes);
            written = std::chrono::steady_clock::now();
        });
        EXPECT_EQ(store->wait("a", version - 1, 10s), version);
        const auto woken = std::chrono::steady_clock::now();
        writer.join();
        EXPECT_LT(woken - written, 500ms) << "was told, not asked for";
    }
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(store->wait("a", 4, 100ms), 4u);
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 100ms);
    EXPECT_EQ(store->wait("a", 1, 10s), 4u);
}

TEST_F(Postgres, TwoServersOnOneMunicipalityMakeOneLog) {
    auto store = open_postgres(cluster().fresh(), Access::create);
    std::atomic<int> made{0}, lost{0};
    auto write = [&](std::unique_ptr<Store> mine, std::string name) {
        for (int i = 0; i < 150; ++i) {
            while (true) {
                const Version end = mine->head("a");
                LogRow one = row(end + 1, name + std::to_string(i));
                if (mine->append("a", end, {&one, 1}) == Appended::yes) break;
                ++lost;
            }
            ++made;
        }
    };
    std::thread one(write, store->again(), "one-"), two(write, store->again(), "two-");
    one.join();
    two.join();
    EXPECT_EQ(made, 300);
    EXPECT_GT(lost, 0) << "they did meet";
    EXPECT_EQ(versions_of(*store, "a").size(), 300u);
    EXPECT_EQ(store->head("a"), 300u);
}

TEST_F(Postgres, OpeningSaysWhatIsWrong) {
    PostgresCluster& server = cluster();
    EXPECT_EQ(thrown([&] { open_postgres("postgresql://[", Access::write); }), "wrong_address database_address_is_wrong");
    EXPECT_EQ(thrown([&] { open_postgres("postgresql://127.0.0.1:1/a", Access::write); }),
              "unavailable database_does_not_answer");
    EXPECT_EQ(thrown([&] { open_postgres(server.url("nowhere"), Access::create); }), "missing database_does_not_exist");
    EXPECT_EQ(thrown([&] { open_postgres(server.url("postgres", "nobody_we_know"), Access::create); }),
              "refused database_refuses_login");
    server.sql("postgres", "CREATE ROLE needs_password LOGIN PASSWORD 'right'");
    std::string address = server.url("postgres", "needs_password:wrong");
    EXPECT_EQ(thrown([&] { open_postgres(address, Access::write); }), "refused database_refuses_login");
    try {
        open_postgres(address, Access::write);
    } catch (const Failure& failure) {
        for (const auto& [name, value] : failure.problem().args) EXPECT_EQ(value.find("wrong"), std::string::npos);
    }
    const std::string empty = server.fresh();
    for (Access access : {Access::read, Access::write, Access::migrate}) {
        EXPECT_EQ(thrown([&] { open_postgres(empty, access); }), "missing database_holds_no_store");
    }
}

TEST_F(Postgres, ARoleWithoutRightsIsRefused) {
    PostgresCluster& server = cluster();
    server.sql("postgres", "CREATE ROLE guest LOGIN");
    const std::string address = server.fresh();
    const std::string name = "fresh_" + address.substr(address.find("fresh_") + 6, address.find('?') - address.find("fresh_") - 6);
    EXPECT_EQ(thrown([&] { open_postgres(server.url(name, "guest"), Access::create); }), "refused database_refuses_work");
    open_postgres(address, Access::create);
    EXPECT_EQ(thrown([&] { open_postgres(server.url(name, "guest"), Access::write); }), "refused database_refuses_work");
    server.sql(name, "GRANT USAGE ON SCHEMA styrkedja TO guest; GRANT SELECT ON ALL TABLES IN SCHEMA styrkedja TO guest");
    auto store = open_postgres(server.url(name, "guest"), Access::write);
    EXPECT_EQ(store->head("a"), 0u);
    EXPECT_EQ(thrown([&] { add(*store, "a", 1); }), "refused database_refuses_work");
}

// How often the bytes stand in the files of a database's tables.
int times_in_files(PostgresCluster& server, const std::string& database, const std::string& bytes) {
    server.sql(database, "CHECKPOINT");
    const std::string folder =
        server.folder() + "/data/base/" + server.sql(database, "SELECT oid FROM pg_database WHERE datname = current_database()");
    int times = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        const std::string whole((std::istreambuf_iterator<char>(in)), {});
        for (std::size_t at = whole.find(bytes); at != whole.npos; at = whole.find(bytes, at + 1)) ++times;
    }
    return times;
}

TEST_F(Postgres, ASweepTakesWhatWasErasedOutOfTheFiles) {
    const std::string address = cluster().fresh();
    const std::string database = address.substr(address.find("fresh_"), address.find('?') - address.find("fresh_"));
    auto store = open_postgres(address, Access::create);
    const std::string secret = "personnummer 19121212-1212";
    std::vector<LogRow> two = rows(1, 2);
    two[0].content = secret;
    store->append("a", 0, two);
    const std::string hash(32, 'h'), other(32, 'i');
    store->put_blobs("a", std::vector{Blob{hash, "attachment", secret + std::string(9000, 'x') + secret}});
    store->put_blobs("b", std::vector{Blob{other, "pack", secret}});
    store->put_draft("a", {"anna", "goals/1/text", 1, 1, secret});
    EXPECT_GE(times_in_files(cluster(), database, secret), 4);
    const LogRow told = row(3);
    auto backup = store->frozen();
    backup->head("a");
    EXPECT_EQ(store->append("a", 2, {&told, 1}, {{{1, "erased"}}, {hash}}), Appended::yes);
    store->drop_blobs("b", std::vector{other});
    store->drop_draft("a", "anna", "goals/1/text");
    EXPECT_EQ(thrown([&] { store->sweep(); }), "unavailable database_is_read_by_others") << "a backup still sees it";
    EXPECT_EQ(backup->log_row("a", 1)->content, secret);
    backup.reset();
    store->sweep();
    EXPECT_EQ(times_in_files(cluster(), database, secret), 0);
    EXPECT_EQ(store->log_row("a", 1)->content, "erased");
    EXPECT_EQ(store->log_row("a", 2)->content, two[1].content);
    EXPECT_TRUE(store->blob("a", hash)->erased);
}

}  // namespace
}  // namespace styrkedja::store
