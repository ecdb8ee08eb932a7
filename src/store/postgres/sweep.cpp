// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/postgres_store.h"

// PostgreSQL leaves what was overwritten or deleted where it lies until something else needs the room. A sweep writes
// the tables anew without it. What has gone on to the write-ahead log, standbys' logs and backups ages out there.
namespace styrkedja::store::postgres {
namespace {

// Those that are small are always swept: a draft may have been dropped, a session's data replaced.
constexpr const char* small_tables[] = {"draft", "session", "job", "snapshot"};

constexpr Statement anything_unswept{"anything_unswept", "SELECT 1 FROM unswept LIMIT 1"};

// The parts of the large tables, with what holds for the municipalities that lie in each, as an expression.
constexpr Statement all_parts{"all_parts", R"(
SELECT p.relid::regclass::text, coalesce(pg_get_partition_constraintdef(p.relid), 'true')
FROM (SELECT * FROM pg_partition_tree('styrkedja.log_content')
      UNION ALL SELECT * FROM pg_partition_tree('styrkedja.blob')) p
WHERE p.isleaf ORDER BY 1)"};

// A reader that began before the erasure (a backup) still sees what was erased, so that it can't be written away.
constexpr Statement seen_by_others{"seen_by_others", R"(
SELECT 1 FROM unswept u JOIN pg_stat_activity a ON a.backend_xmin IS NOT NULL
 AND a.pid <> pg_backend_pid() AND a.datname = current_database() AND age(a.backend_xmin) >= age(u.since::xid) LIMIT 1)"};

// What was noted after the sweep began is left for the next.
constexpr Statement noted_until_now{"noted_until_now", "SELECT coalesce(max(since::text::bigint), 0) FROM unswept"};
constexpr Statement forget_until{"forget_until", "DELETE FROM unswept WHERE since::text::bigint <= $1::bigint"};

}  // namespace

void PostgresStore::sweep() {
    for (const char* table : small_tables) link_.plain(std::string("VACUUM (FULL) ") + table);
    if (link_.run(anything_unswept).rows() == 0) return;
    if (link_.run(seen_by_others).rows() > 0) {
        throw failure(Failure::Kind::unavailable, "database_is_read_by_others", link_.address().place());
    }
    const std::uint64_t until = link_.run(noted_until_now).number(0, 0);
    Answer parts = link_.run(all_parts);
    for (int i = 0; i < parts.rows(); ++i) {
        Answer unswept = link_.plain("SELECT 1 FROM unswept WHERE " + parts.string(i, 1) + " LIMIT 1");
        if (unswept.rows() > 0) link_.plain("VACUUM (FULL, ANALYZE) " + parts.string(i, 0));
    }
    link_.run(forget_until, Values().number(until));
}

}  // namespace styrkedja::store::postgres
