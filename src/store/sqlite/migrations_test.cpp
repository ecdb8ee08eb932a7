// SPDX-License-Identifier: EUPL-1.2
#include <thread>

#include "store/sqlite/open.h"
#include "store/sqlite/sqlite_testing.h"

// From every earlier program's tables to this one's, with everything that was in them.
namespace styrkedja::store {
namespace {

using Kind = Failure::Kind;
constexpr Access every[] = {Access::read, Access::write, Access::create, Access::migrate};

std::vector<Migration> with_a_later_one(std::string_view sql) {
    std::vector<Migration> all = migrations_of("sqlite");
    all.push_back({static_cast<std::uint32_t>(all.size() + 1), "later", sql});
    return all;
}

constexpr std::string_view later =
    "create table later (municipality text not null, said text not null);"
    "insert into later select distinct municipality, 'from ' || count(*) from log_entry group by "
    "municipality";

TEST(Migrations, AreNumberedWithoutHoles) {
    for (std::string backend : {"sqlite", "postgres"}) {
        std::uint32_t number = 0;
        for (const Migration& each : migrations_of(backend)) {
            EXPECT_EQ(each.number, ++number) << backend;
            EXPECT_FALSE(each.name.empty());
            EXPECT_FALSE(each.sql.empty());
        }
    }
    EXPECT_GE(migrations_of("sqlite").size(), 1U);
    EXPECT_TRUE(migrations_of("oracle").empty());
}

// The rows that stand in tests/schemas/sqlite/NNNN.sql, written by the program that had that schema.
void expect_rows_of_0001(Store& store) {
    EXPECT_EQ(store.municipalities(), (std::vector<std::string>{"nykvarn", "sodertalje"}));
    ASSERT_EQ(store.head("sodertalje"), 3U);
    LogRow row = store.log_row("sodertalje", 2).value();
    EXPECT_EQ(row.command, "0190a5e2-0000-7000-8000-000000000002");
    EXPECT_EQ(row.entry, std::string("entry\0\xFF", 7));
    EXPECT_EQ(row.hash, std::string(32, '\x02'));
    EXPECT_EQ(row.content, "value 2 åäö");
    EXPECT_EQ(store.log_row("sodertalje", 1)->content, "");
    EXPECT_EQ(store.find_command("nykvarn", "n1"), 1U);
    EXPECT_EQ(store.blob("sodertalje", std::string(32, 'a'))->bytes, std::string("PK\3\4\0", 5));
    EXPECT_EQ(store.blob("sodertalje", std::string(32, 'a'))->use, "pack");
    EXPECT_TRUE(store.blob("sodertalje", std::string(32, 'b'))->erased);
    EXPECT_EQ(store.snapshots("sodertalje").at(0).version, 2U);
    EXPECT_EQ(store.snapshots("sodertalje").at(0).fold, 1U);
    EXPECT_EQ(store.snapshots("sodertalje").at(0).manifest, "manifest");
    EXPECT_EQ(store.drafts("sodertalje", "controller").at(0).text, "Ett utkast");
    EXPECT_EQ(store.drafts("sodertalje", "controller").at(0).base, 2U);
    EXPECT_EQ(store.session("sodertalje", std::string(32, 's'), 1)->person, "controller");
    EXPECT_EQ(store.jobs("sodertalje").at(0).outcome, "sent");
    EXPECT_EQ(store.jobs("sodertalje").at(1).attempts, 2U);
}

std::string schema_file(const std::string& name) {
    return std::string(PROJECT_DIR) + "/tests/schemas/sqlite/" + name;
}

TEST(Migrations, EveryEarlierSchemaIsReadBack) {
    int tried = 0;
    for (const auto& each : std::filesystem::directory_iterator(schema_file(""))) {
        Folder folder;
        run_sql(folder / "old", bytes_of(each.path().string()));
        open(folder / "old", Access::migrate);
        auto store = open(folder / "old", Access::write);
        expect_rows_of_0001(*store);
        ASSERT_EQ(store->append("sodertalje", 3, some_rows(3, 2)), Appended::yes);
        EXPECT_EQ(store->take_job("sodertalje", "w", 10'000, 20'000)->id, "j2");
        const bool had_pages = each.path().filename() != "0001.sql";
        EXPECT_EQ(store->page_bundles("sodertalje").size(), had_pages ? 1U : 0U);
        store->put_pages("sodertalje", "b2", std::vector<PageRow>{{1, "s", "s", "t"}}, 1);
        ++tried;
    }
    EXPECT_GE(tried, 1);
    EXPECT_TRUE(std::filesystem::exists(schema_file("0001.sql")));
}

TEST(Migrations, AnOlderDatabaseIsLeftAloneUntilItIsToBeMigrated) {
    Folder folder;
    run_sql(folder / "x", bytes_of(schema_file("0001.sql")));
    std::vector<Migration> now = with_a_later_one(later);
    auto before = files_in(folder.path());
    for (Access access : {Access::read, Access::write}) {
        EXPECT_EQ(code_of([&] { open_sqlite(folder / "x", access, now); }, Kind::too_old),
                  "store_is_too_old");
    }
    EXPECT_TRUE(files_in(folder.path()) == before);
    expect_rows_of_0001(*open_sqlite(folder / "x", Access::migrate, now));
    expect_rows_of_0001(*open_sqlite(folder / "x", Access::write, now));
    run_sql(folder / "x", "update later set said = 1 / (said = 'from 3') where municipality = 'sodertalje'");
    EXPECT_NE(bytes_of(folder / "x").find(std::string(program_version())), std::string::npos);
}

TEST(Migrations, ANewerDatabaseIsLeftAsItIs) {
    Folder folder;
    std::vector<Migration> newer = with_a_later_one(later);
    open_sqlite(folder / "x", Access::create, newer)->append("kommun", 0, some_rows(0, 3));
    run_sql(folder / "x", "update schema_version set program = '9.8.7' where number > 1");
    auto before = files_in(folder.path());
    for (Access access : every) {
        EXPECT_EQ(code_of([&] { open(folder / "x", access); }, Kind::too_new), "store_is_too_new");
        try {
            open(folder / "x", access);
        } catch (const Failure& failure) {
            auto args = failure.problem().args;
            EXPECT_NE(std::find(args.begin(), args.end(),
                                std::pair<std::string_view, std::string>("program", "9.8.7")),
                      args.end());
        }
    }
    EXPECT_TRUE(files_in(folder.path()) == before);
}

// Also what the newer program had written last, and its log beside the file.
TEST(Migrations, ANewerDatabasesLogIsNotTakenIn) {
    Folder folder;
    std::vector<Migration> newer = with_a_later_one(later);
    in_child([&] {
        Store* store = open_sqlite(folder / "x", Access::create, newer).release();  // never closed
        store->append("kommun", 0, some_rows(0, 3));
        return std::string();
    });
    auto before = files_in(folder.path());
    ASSERT_GT(before["x-wal"].size(), 0U);
    for (Access access : every) {
        EXPECT_EQ(code_of([&] { open(folder / "x", access); }, Kind::too_new), "store_is_too_new");
        auto after = files_in(folder.path());
        EXPECT_TRUE(after["x"] == before["x"]);
        EXPECT_TRUE(after["x-wal"] == before["x-wal"]);
    }
    EXPECT_EQ(open_sqlite(folder / "x", Access::write, newer)->head("kommun"), 3U);
}

TEST(Migrations, AnotherHistoryIsTold) {
    Folder folder;
    std::vector<Migration> ours = with_a_later_one(later), theirs = ours;
    theirs.back().name = "different";
    open_sqlite(folder / "x", Access::create, theirs);
    EXPECT_EQ(code_of([&] { open_sqlite(folder / "x", Access::write, ours); }, Kind::damaged),
              "store_schema_is_another");
}

TEST(Migrations, OneThatFailsChangesNothing) {
    Folder folder;
    run_sql(folder / "x", bytes_of(schema_file("0001.sql")));
    std::vector<Migration> broken =
        with_a_later_one("delete from log_entry; drop table draft; insert into nowhere values (1)");
    EXPECT_THROW(open_sqlite(folder / "x", Access::migrate, broken), Failure);
    expect_rows_of_0001(*open(folder / "x", Access::write));
}

TEST(Migrations, TwoWhoMigrateAtOnceDoItOnce) {
    Folder folder;
    for (int round = 0; round < 10; ++round) {
        std::string file = folder / std::to_string(round);
        std::vector<Migration> now = with_a_later_one(later);
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] { open_sqlite(file, Access::create, now)->head("kommun"); });
        for (std::thread& thread : threads) thread.join();
        EXPECT_EQ(open_sqlite(file, Access::read, now)->head("kommun"), 0U);
    }
}

}  // namespace
}  // namespace styrkedja::store
