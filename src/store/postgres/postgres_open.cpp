// SPDX-License-Identifier: EUPL-1.2
#include "store/migrations.h"
#include "store/postgres/open.h"
#include "store/postgres/postgres_store.h"
#include "store/postgres/schema.h"

// Opening, opening again and freezing.
namespace styrkedja::store {
namespace postgres {
namespace {

constexpr Statement export_moment{"export_moment", "SELECT pg_export_snapshot()"};

}  // namespace

std::unique_ptr<Store> PostgresStore::again() {
    auto another = std::make_unique<PostgresStore>(link_.address());
    another->link_.ready();
    return another;
}

std::unique_ptr<Reader> PostgresStore::frozen() {
    auto reader = std::make_unique<PostgresStore>(link_.address());
    reader->link_.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    reader->moment_ = reader->link_.run(export_moment).string(0, 0);
    reader->link_.bind();
    return reader;
}

}  // namespace postgres

std::unique_ptr<Store> open_postgres(std::string_view address, Access access) {
    auto store = std::make_unique<postgres::PostgresStore>(postgres::Address(address, access));
    store->link().ready();
    if (access == Access::create || access == Access::migrate) {
        postgres::migrate(store->link(), migrations_of("postgres"), access);
        store->link().opened_for(Access::write);
    }
    return store;
}

}  // namespace styrkedja::store
