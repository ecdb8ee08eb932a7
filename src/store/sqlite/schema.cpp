// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/schema.h"

#include <chrono>
#include <thread>

namespace styrkedja::store::sqlite {
namespace {

using Kind = Failure::Kind;

[[noreturn]] void fail(const Connection& connection, Kind kind, std::string_view code) {
    throw Failure(kind, Problem{code, Severity::error, {}, {{"place", connection.location().file}}});
}

std::int64_t now() {
    auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

std::vector<AppliedMigration> applied_in(Connection& connection) {
    std::vector<AppliedMigration> out;
    if (connection.number("select count(*) from sqlite_schema where name = 'schema_version'") == 0)
        return out;
    Query rows(connection, "select number, name, program from schema_version order by number");
    while (rows.row()) {
        out.push_back({static_cast<std::uint32_t>(rows.number_at(0)), rows.string_at(1), rows.string_at(2)});
    }
    return out;
}

// True when there is nothing in the file yet. What another program has made is left alone.
bool is_empty(Connection& connection) {
    Moment moment(connection);
    std::int64_t id = connection.number("pragma application_id");
    if (id == application_id) return false;
    if (id != 0 || connection.number("select count(*) from sqlite_schema") > 0) {
        fail(connection, Kind::damaged, "store_is_of_another_program");
    }
    return true;
}

void apply(Connection& connection, const Migration& migration) {
    if (migration.number == 1) {
        connection.run("pragma application_id = " + std::to_string(application_id));
        connection.run(
            "create table schema_version (number integer primary key, name text not null, program text not "
            "null, "
            "applied integer not null)");
    }
    connection.run(std::string(migration.sql));
    Query(connection, "insert into schema_version values (?, ?, ?, ?)")
        .number(std::int64_t{migration.number})
        .text(migration.name)
        .text(program_version())
        .number(now())
        .done();
}

// One transaction each; what is wanting is asked again in it, for another program may be doing the same.
void migrate(Connection& connection, std::span<const Migration> migrations) {
    for (bool more = true; more;) {
        Transaction transaction(connection);
        std::vector<AppliedMigration> applied = applied_in(connection);
        auto left = wanting(migrations, applied, connection.access(), connection.location().file);
        if (!left.empty()) apply(connection, left.front());
        more = left.size() > 1;
        transaction.commit();
    }
}

// The ends of every table: a file with a hole of zeros where its pages should be is found here, whatever its
// size.
void look_at_ends(Connection& connection) {
    Query tables(
        connection,
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name");
    while (tables.row()) {
        std::string table = tables.string_at(0);
        Query key(
            connection,
            "select group_concat('\"' || name || '\"' || ?, ', ') from pragma_table_info(?) where pk > 0");
        for (std::string_view direction : {"", " desc"}) {
            key.again();
            key.text(direction).text(table);
            std::string order = key.row() ? key.string_at(0) : std::string();
            if (order.empty()) order = "rowid" + std::string(direction);
            connection.number("select 1 from \"" + table + "\" order by " + order + " limit 1");
        }
    }
}

// The file as this program wants it.
void prepare(Connection& connection, Access access, std::span<const Migration> migrations) {
    if (is_empty(connection)) {
        if (access != Access::create) fail(connection, Kind::missing, "store_file_is_empty");
        connection.run("pragma page_size = 4096");
    }
    auto left = wanting(migrations, applied_in(connection), access, connection.location().file);
    if (access != Access::read) {
        connection.run("pragma journal_mode = wal");
        connection.take_in_log_at_close(true);
    }
    if (left.empty()) return;
    migrate(connection, migrations);
    connection.run("pragma wal_checkpoint(truncate)");
}

}  // namespace

std::shared_ptr<Connection> open_checked(Location location, Access access,
                                         std::span<const Migration> migrations) {
    check_file(location, access);
    auto connection = std::make_shared<Connection>(std::move(location), access);
    // When two make the same file at once SQLite tells one of them off without waiting.
    for (int tries = 200; tries > 0; --tries) {
        try {
            prepare(*connection, access, migrations);
            break;
        } catch (const Failure& failure) {
            if (failure.problem().code != "store_is_busy" || tries == 1) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    if (access != Access::read) {
        // What a program that was killed left in the write-ahead log may not have reached the disk yet: before it is
        // shown it is synced and taken into the file. A commit that it didn't come to the end of, and that nobody sees
        // because others have the file open, must not come back when they are gone: it is written over.
        connection->run("pragma wal_checkpoint(passive)");
        connection->settle();
    }
    look_at_ends(*connection);
    return connection;
}

}  // namespace styrkedja::store::sqlite
