// SPDX-License-Identifier: EUPL-1.2
#include "store/store_contract_testing.h"
#include "support/postgres_cluster.h"

namespace styrkedja::store {
namespace {

using testing::PostgresCluster;

Backend postgres() {
    return {"Postgres",
            [] { return PostgresCluster::installed() ? "" : "postgresql-15 is not installed: script/bootstrap test"; },
            [] { return PostgresCluster::shared().fresh(); }};
}

INSTANTIATE_TEST_SUITE_P(Postgres, StoreContract, ::testing::Values(postgres()), backend_name);

}  // namespace
}  // namespace styrkedja::store
