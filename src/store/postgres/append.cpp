// SPDX-License-Identifier: EUPL-1.2
#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "store/postgres/postgres_store.h"
#include "store/rows.h"

// Adding to the log, and waiting for what others add.
namespace styrkedja::store::postgres {
namespace {

// All rows in one statement, if the log ends where it is expected to; nothing otherwise. Of two who see the same end the
// primary key lets one through and breaks the other's statement off; as no row is ever deleted, no hole can come about.
constexpr Statement add_rows{"add_rows", R"(
WITH head AS (
    SELECT coalesce((SELECT version FROM log_entry WHERE municipality = $1::text
                     ORDER BY version DESC LIMIT 1), 0) AS version
), entries AS (
    INSERT INTO log_entry (municipality, version, command, entry, hash)
    SELECT $1::text, $2::bigint + r.n, r.command, r.entry, r.hash
    FROM head, unnest($3::bytea[], $4::bytea[], $5::bytea[]) WITH ORDINALITY AS r (command, entry, hash, n)
    WHERE head.version = $2::bigint
    RETURNING version
), contents AS (
    INSERT INTO log_content (municipality, version, content)
    SELECT $1::text, $2::bigint + r.n, r.content
    FROM head, unnest($6::bytea[]) WITH ORDINALITY AS r (content, n)
    WHERE head.version = $2::bigint
)
SELECT count(*) FROM entries)"};

constexpr Statement add_row{"add_row", R"(
WITH head AS (
    SELECT coalesce((SELECT version FROM log_entry WHERE municipality = $1::text
                     ORDER BY version DESC LIMIT 1), 0) AS version
), content AS (
    INSERT INTO log_content (municipality, version, content)
    SELECT $1::text, $2::bigint + 1, $6::bytea FROM head WHERE head.version = $2::bigint
)
INSERT INTO log_entry (municipality, version, command, entry, hash)
SELECT $1::text, $2::bigint + 1, $3::bytea, $4::bytea, $5::bytea FROM head WHERE head.version = $2::bigint
RETURNING 1::bigint)"};

constexpr Statement tell{"tell", "SELECT pg_notify($1::text, '')"};

constexpr Statement log_end{"log_end", R"(
SELECT version FROM log_entry WHERE municipality = $1::text ORDER BY version DESC LIMIT 1)"};

constexpr Statement known_commands{"known_commands", R"(
SELECT 1 FROM log_entry WHERE municipality = $1::text AND command = ANY ($2::bytea[]) LIMIT 1)"};

constexpr Statement erase_contents{"erase_contents", R"(
UPDATE log_content c SET content = r.content
FROM unnest($2::bigint[], $3::bytea[]) AS r (version, content)
WHERE c.municipality = $1::text AND c.version = r.version
RETURNING c.version)"};

constexpr Statement erase_blobs{"erase_blobs", R"(
UPDATE blob SET bytes = '', erased = true WHERE municipality = $1::text AND hash = ANY ($2::bytea[]))"};

constexpr Statement erase_page{"erase_page", R"(
UPDATE ledger_page SET texts = $4::bytea WHERE municipality = $1::text AND bundle = $2::bytea AND page = $3::bigint)"};

constexpr Statement note_unswept{"note_unswept", R"(
INSERT INTO unswept (municipality) VALUES ($1::text) ON CONFLICT DO NOTHING)"};

constexpr std::size_t few_rows = 256, few_bytes = 1 << 20;
constexpr std::chrono::seconds ask_anyway{2};  // a server that went down after its commit told nobody

bool are_few(std::span<const LogRow> rows) {
    std::size_t bytes = 0;
    for (const LogRow& row : rows) bytes += row.entry.size() + row.content.size();
    return rows.size() <= few_rows && bytes <= few_bytes;
}

std::vector<std::string_view> each(std::span<const LogRow> rows, std::string LogRow::* field) {
    std::vector<std::string_view> out;
    for (const LogRow& row : rows) out.push_back(row.*field);
    return out;
}

// A channel's name may have 63 bytes, a municipality's more.
std::string channel_of(std::string_view municipality) {
    unsigned char digest[16];
    char hex[2 * sizeof digest + 1];
    crypto_generichash(digest, sizeof digest, reinterpret_cast<const unsigned char*>(municipality.data()),
                       municipality.size(), nullptr, 0);
    return std::string("styrkedja_") + sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
}

void copy_rows(Link& link, std::string_view municipality, Version expected, std::span<const LogRow> rows) {
    if (rows.empty()) return;
    constexpr std::size_t part = 1 << 16;
    std::string out;
    auto send = [&](bool now) {
        if (out.size() < part && !now) return;
        link.copy_in(out);
        out.clear();
    };
    link.begin_copy_in("COPY log_entry (municipality, version, command, entry, hash) FROM STDIN (FORMAT binary)");
    Version version = expected;
    for (const LogRow& row : rows) {
        put_16(out, 5);
        put_field(out, municipality);
        put_field(out, ++version);
        for (std::string_view field : {row.command, row.entry, row.hash}) put_field(out, field);
        send(false);
    }
    send(true);
    link.end_copy_in();
    link.begin_copy_in("COPY log_content (municipality, version, content) FROM STDIN (FORMAT binary)");
    version = expected;
    for (const LogRow& row : rows) {
        put_16(out, 3);
        put_field(out, municipality);
        put_field(out, ++version);
        put_field(out, row.content);
        send(false);
    }
    send(true);
    link.end_copy_in();
}

bool is_empty(const Erasure& erasure) {
    return erasure.contents.empty() && erasure.blobs.empty() && erasure.pages.empty();
}

void erase(Link& link, std::string_view municipality, const Erasure& erasure) {
    if (is_empty(erasure)) return;
    std::vector<Version> versions;
    std::vector<std::string_view> contents, hashes(erasure.blobs.begin(), erasure.blobs.end());
    for (const Erasure::Content& each : erasure.contents) {
        versions.push_back(each.version);
        contents.push_back(each.content);
    }
    Answer erased = link.run(erase_contents, Values().bytes(municipality).numbers(versions).list(contents));
    std::set<Version> there;
    for (int i = 0; i < erased.rows(); ++i) there.insert(erased.number(i, 0));
    for (Version version : versions) {
        if (!there.contains(version)) throw_row_is_missing(municipality, version);
    }
    link.run(erase_blobs, Values().bytes(municipality).list(hashes));
    for (const Erasure::Page& each : erasure.pages) {
        link.run(erase_page, Values().bytes(municipality).bytes(each.bundle).number(each.number).bytes(each.texts));
    }
    link.run(note_unswept, Values().bytes(municipality));
}

}  // namespace

Appended PostgresStore::append(std::string_view municipality, Version expected, std::span<const LogRow> rows,
                               const Erasure& erasure) {
    check_rows(expected, rows);
    for (const LogRow& row : rows) must_be_small(std::max(row.entry.size(), row.content.size()));
    for (const Erasure::Content& each : erasure.contents) must_be_small(each.content.size());
    Link& link = free_link();
    try {
        if (are_few(rows) && !rows.empty() && is_empty(erasure)) {
            return append_few(link, municipality, expected, rows);
        }
        return append_in_transaction(link, municipality, expected, rows, erasure);
    } catch (const NotUnique&) {
        link.roll_back();
        return why_not_appended(municipality, rows);
    } catch (...) {
        link.roll_back();
        throw;
    }
}

// The listeners are told in a transaction of its own: PostgreSQL lets only one transaction of the whole database that
// tells something commit at a time, its wait for the disk included (docs/scaling.md).
Appended PostgresStore::append_few(Link& link, std::string_view municipality, Version expected,
                                   std::span<const LogRow> rows) {
    Values values, listeners;
    values.bytes(municipality).number(expected);
    const std::string channel = channel_of(municipality);
    listeners.bytes(channel);
    if (rows.size() == 1) {
        values.bytes(rows[0].command).bytes(rows[0].entry).bytes(rows[0].hash).bytes(rows[0].content);
        if (link.run_then(add_row, values, tell, listeners).rows() == 1) return Appended::yes;
        return why_not_appended(municipality, rows);
    }
    values.list(each(rows, &LogRow::command)).list(each(rows, &LogRow::entry));
    values.list(each(rows, &LogRow::hash)).list(each(rows, &LogRow::content));
    if (link.run_then(add_rows, values, tell, listeners).number(0, 0) == rows.size()) return Appended::yes;
    return why_not_appended(municipality, rows);
}

Appended PostgresStore::append_in_transaction(Link& link, std::string_view municipality, Version expected,
                                              std::span<const LogRow> rows, const Erasure& erasure) {
    link.begin();
    Answer end = link.run(log_end, Values().bytes(municipality));
    if ((end.rows() == 0 ? 0 : end.number(0, 0)) != expected) {
        link.roll_back();
        return why_not_appended(municipality, rows);
    }
    copy_rows(link, municipality, expected, rows);
    erase(link, municipality, erasure);
    link.commit();
    try {
        link.run(tell, Values().bytes(channel_of(municipality)));
    } catch (const Failure&) {
        // It is made; whoever waits asks anyway after a while.
        link.drop();
    }
    return Appended::yes;
}

// A command that is there already says more than that the log has gone on: it may be what has brought it on.
Appended PostgresStore::why_not_appended(std::string_view municipality, std::span<const LogRow> rows) {
    std::vector<std::string_view> all = each(rows, &LogRow::command);
    std::sort(all.begin(), all.end());
    if (std::adjacent_find(all.begin(), all.end()) != all.end()) return Appended::command_known;
    constexpr std::size_t most_at_once = 4096;
    for (std::size_t at = 0; at < all.size(); at += most_at_once) {
        auto commands = std::span(all).subspan(at, std::min(most_at_once, all.size() - at));
        Answer known = free_link().run(known_commands, Values().bytes(municipality).list(commands));
        if (known.rows() > 0) return Appended::command_known;
    }
    return Appended::position_taken;
}

Version PostgresStore::wait(std::string_view municipality, Version past, std::chrono::milliseconds at_most) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + at_most;
    Link& link = free_link();
    // A standby that only follows can't listen: it is asked now and then.
    const bool listens = link.address().access() != Access::read;
    if (listens) link.plain("LISTEN " + channel_of(municipality));
    Version now = head(municipality);
    while (now <= past) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0) break;
        const std::chrono::milliseconds longest = listens ? ask_anyway : std::chrono::milliseconds(50);
        link.listen_for(std::min(left, longest));
        now = head(municipality);
    }
    // A connection that nobody reads must not listen: what it is told would fill the server's queue.
    if (listens) link.plain("UNLISTEN *");
    return now;
}

}  // namespace styrkedja::store::postgres
