// SPDX-License-Identifier: EUPL-1.2
#include <chrono>
#include <thread>

#include "store/postgres/postgres_store.h"

// PostgreSQL leaves what was overwritten or deleted where it lies until something else needs the room. A sweep writes
// the tables anew without it. What has gone on to the write-ahead log, standbys' logs and backups ages out there.
namespace styrkedja::store::postgres {
namespace {

// Those that are small are always swept: a draft may have been dropped, a session's data replaced.
constexpr const char* small_tables[] = {"draft", "session", "job", "snapshot"};

// The parts of the large tables, with what holds for the municipalities that lie in each, as an expression.
constexpr Statement all_parts{"all_parts", R"(
SELECT p.relid::regclass::text, coalesce(pg_get_partition_constraintdef(p.relid), 'true')
FROM (SELECT * FROM pg_partition_tree('styrkedja.log_content')
      UNION ALL SELECT * FROM pg_partition_tree('styrkedja.blob')
      UNION ALL SELECT * FROM pg_partition_tree('styrkedja.ledger_page')) p
WHERE p.isleaf ORDER BY 1)"};

// A reader that began before now (a backup) still sees what was erased, so that it can't be written away. Those of other
// roles show only to a role that may read all statistics.
constexpr Statement now_as_transaction{"now_as_transaction", "SELECT pg_current_xact_id()::text::bigint"};
constexpr Statement older_readers{"older_readers", R"(
SELECT 1 FROM pg_stat_activity
WHERE backend_xmin IS NOT NULL AND pid <> pg_backend_pid() AND datname = current_database()
  AND age(backend_xmin) >= age($1::bigint::text::xid8::xid) LIMIT 1)"};
constexpr std::chrono::seconds longest_wait{2};  // those who only look something up are gone by then

// What is noted after the sweep has begun is left for the next.
constexpr Statement noted_until_now{"noted_until_now", "SELECT coalesce(max(since::text::bigint), 0) FROM unswept"};
constexpr Statement forget_until{"forget_until", "DELETE FROM unswept WHERE since::text::bigint <= $1::bigint"};

// Waits a little for those who see an earlier moment. False: somebody still does.
bool are_alone(Link& link) {
    using Clock = std::chrono::steady_clock;
    const std::uint64_t now = link.run(now_as_transaction).number(0, 0);
    for (const auto end = Clock::now() + longest_wait; Clock::now() < end;) {
        if (link.run(older_readers, Values().number(now)).rows() == 0) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
}

}  // namespace

void PostgresStore::sweep() {
    Link& link = free_link();
    const std::uint64_t until = link.run(noted_until_now).number(0, 0);
    const bool unswept = until > 0, alone = are_alone(link);
    if (!alone && unswept) {
        throw failure(Failure::Kind::unavailable, "database_is_read_by_others", link.address().place());
    }
    for (const char* table : small_tables) link.plain(std::string("VACUUM (FULL) ") + table);
    if (!unswept) return;
    Answer parts = link.run(all_parts);
    for (int i = 0; i < parts.rows(); ++i) {
        Answer concerned = link.plain("SELECT 1 FROM unswept WHERE " + parts.string(i, 1) + " LIMIT 1");
        if (concerned.rows() > 0) link.plain("VACUUM (FULL, ANALYZE) " + parts.string(i, 0));
    }
    link.run(forget_until, Values().number(until));
}

}  // namespace styrkedja::store::postgres
