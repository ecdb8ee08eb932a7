// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/schema.h"

#include <fstream>
#include <sstream>
#include <thread>

#include "store/postgres/postgres_testing.h"

namespace styrkedja::store {
namespace {

using testing::PostgresCluster;

std::string database_of(const std::string& address) {
    const std::size_t at = address.find("fresh_");
    return address.substr(at, address.find('?') - at);
}

std::vector<Migration> with_one_more(std::string_view sql) {
    std::vector<Migration> steps = migrations_of("postgres");
    steps.push_back({static_cast<std::uint32_t>(steps.size() + 1), "made-up", sql});
    return steps;
}

void migrate_to(const std::string& address, const std::vector<Migration>& steps) {
    postgres::Link link(postgres::Address(address, Access::migrate));
    postgres::migrate(link, steps, Access::migrate);
}

TEST_F(Postgres, AStoreOfANewerProgramIsLeftAlone) {
    const std::string address = cluster().fresh(), name = database_of(address);
    open_postgres(address, Access::create);
    cluster().sql(name, "INSERT INTO styrkedja.schema_version (number, name, program) VALUES (99, 'later', '7.5.0')");
    for (Access access : {Access::read, Access::write, Access::create, Access::migrate}) {
        EXPECT_EQ(thrown([&] { open_postgres(address, access); }), "too_new store_is_too_new");
    }
    try {
        open_postgres(address, Access::write);
    } catch (const Failure& failure) {
        const auto& args = failure.problem().args;
        EXPECT_TRUE(std::any_of(args.begin(), args.end(), [](const auto& each) { return each.second == "7.5.0"; }));
    }
    EXPECT_EQ(cluster().sql(name, "SELECT count(*) FROM styrkedja.schema_version"),
              std::to_string(migrations_of("postgres").size() + 1));
}

TEST_F(Postgres, AStepThatFailsLeavesTheTablesAsTheyWere) {
    const std::string address = cluster().fresh();
    auto store = open_postgres(address, Access::create);
    add(*store, "a", 1);
    EXPECT_EQ(thrown([&] { migrate_to(address, with_one_more("CREATE TABLE half (); SELECT 1 / 0")); }),
              "damaged database_fails");
    EXPECT_EQ(cluster().sql(database_of(address), "SELECT to_regclass('styrkedja.half') IS NULL"), "t");
    migrate_to(address, with_one_more("CREATE TABLE whole (a bigint)"));
    EXPECT_EQ(cluster().sql(database_of(address), "SELECT to_regclass('styrkedja.whole') IS NOT NULL"), "t");
    EXPECT_EQ(thrown([&] { open_postgres(address, Access::write); }), "too_new store_is_too_new");
    EXPECT_EQ(store->head("a"), 1u);
}

TEST_F(Postgres, ServersThatStartAtOnceMakeTheTablesOnce) {
    const std::string address = cluster().fresh();
    std::vector<std::thread> servers;
    for (int i = 0; i < 6; ++i) {
        servers.emplace_back([&] { EXPECT_EQ(thrown([&] { open_postgres(address, Access::create); }), "nothing"); });
    }
    for (std::thread& each : servers) each.join();
    EXPECT_EQ(cluster().sql(database_of(address), "SELECT count(*) FROM styrkedja.schema_version"),
              std::to_string(migrations_of("postgres").size()));
}

// tests/schemas/postgres/NNNN.sql: pg_dump of a store as that step left it, with rows.
void expect_brought_to_this_one(const std::string& step, testing::PostgresCluster& cluster) {
    std::ifstream file(PROJECT_DIR "/tests/schemas/postgres/" + step + ".sql");
    std::ostringstream dump;
    dump << file.rdbuf();
    ASSERT_FALSE(dump.str().empty());
    const std::string address = cluster.fresh();
    cluster.sql(database_of(address), dump.str());
    auto store = open_postgres(address, Access::migrate);
    EXPECT_EQ(store->municipalities(), (std::vector<std::string>{"eksjö", "trosa"}));
    EXPECT_EQ(versions_of(*store, "eksjö"), (std::vector<Version>{1, 2, 3}));
    EXPECT_EQ(store->find_command("eksjö", "command-2"), 2u);
    EXPECT_EQ(store->blob("trosa", std::string(32, 'h'))->bytes, std::string("a\0\xFF", 3));
    EXPECT_EQ(store->snapshots("trosa").at(0).manifest, "manifest");
    EXPECT_EQ(store->drafts("trosa", "anna").at(0).text, "utkast");
    EXPECT_EQ(store->session("trosa", "token", 5)->data, "data");
    EXPECT_EQ(store->jobs("trosa").at(0).payload, "payload");
    EXPECT_EQ(add(*store, "eksjö", 4), Appended::yes);
    int pages = 0;
    store->read_pages("trosa", "b1", 0, PageParts::all, [&](const PageRow& page) { return page.texts == "texts" && ++pages > 0; });
    EXPECT_EQ(pages, step == "0001" ? 0 : 1);
    EXPECT_EQ(store->page_bundles("trosa").size(), step == "0001" ? 0u : 1u);
    store->put_pages("trosa", "b2", std::vector<PageRow>{{1, "s", "s", "t"}}, 1);
}

TEST_F(Postgres, EveryEarlierSchemaIsBroughtToThisOne) {
    for (const std::string step : {"0001", "0002"}) expect_brought_to_this_one(step, cluster());
}

// As docs/scaling.md tells it.
TEST_F(Postgres, AMunicipalityMayHaveAPartOfItsOwn) {
    const std::string address = cluster().fresh();
    auto store = open_postgres(address, Access::create);
    store->append("huvudstad", 0, rows(1, 300));
    store->append("trosa", 0, rows(1, 3));
    std::string sql = "SET search_path = styrkedja; BEGIN;";
    for (const std::string table : {"log_entry", "log_content", "blob"}) {
        sql += "ALTER TABLE " + table + " RENAME TO " + table + "_rest; CREATE TABLE " + table + " (LIKE " + table +
               "_rest INCLUDING ALL) PARTITION BY LIST (municipality); CREATE TABLE " + table + "_huvudstad PARTITION OF " +
               table + " FOR VALUES IN ('huvudstad'); INSERT INTO " + table + "_huvudstad SELECT * FROM " + table +
               "_rest WHERE municipality = 'huvudstad'; DELETE FROM " + table +
               "_rest WHERE municipality = 'huvudstad'; ALTER TABLE " + table + " ATTACH PARTITION " + table +
               "_rest DEFAULT;";
    }
    cluster().sql(database_of(address), sql + "COMMIT");
    store = open_postgres(address, Access::write);
    const LogRow next = row(301);
    EXPECT_EQ(store->append("huvudstad", 300, {&next, 1}, {{{2, "erased"}}, {}}), Appended::yes);
    EXPECT_EQ(add(*store, "trosa", 4), Appended::yes);
    EXPECT_EQ(store->append("huvudstad", 301, std::vector{row(302, "command-7")}), Appended::command_known);
    EXPECT_EQ(store->municipalities(), (std::vector<std::string>{"huvudstad", "trosa"}));
    EXPECT_EQ(versions_of(*store, "trosa").size(), 4u);
    store->sweep();
    EXPECT_EQ(store->log_row("huvudstad", 2)->content, "erased");
    EXPECT_EQ(cluster().sql(database_of(address), "SELECT count(*) FROM styrkedja.log_entry_huvudstad"), "301");
    EXPECT_EQ(cluster().sql(database_of(address), "SELECT count(*) FROM styrkedja.unswept"), "0");
}

TEST_F(Postgres, ACommitIsOnTheDiskWhateverTheDatabaseSays) {
    const std::string address = cluster().fresh(), name = database_of(address);
    open_postgres(address, Access::create);
    for (const auto& [theirs, ours] : std::vector<std::pair<std::string, std::string>>{
             {"off", "on"}, {"local", "on"}, {"on", "on"}, {"remote_write", "remote_write"}, {"remote_apply", "remote_apply"}}) {
        cluster().sql("postgres", "ALTER DATABASE " + name + " SET synchronous_commit = " + theirs);
        postgres::Link link(postgres::Address(address, Access::write));
        EXPECT_EQ(link.plain("SHOW synchronous_commit").string(0, 0), ours) << theirs;
    }
}

}  // namespace
}  // namespace styrkedja::store
