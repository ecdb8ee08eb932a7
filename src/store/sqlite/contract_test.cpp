// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/sqlite_testing.h"
#include "store/store_contract_testing.h"

namespace styrkedja::store {
namespace {

std::string fresh() {
    static const Folder folder;
    static int count = 0;
    return "sqlite:" + folder / (std::to_string(++count) + ".styrkedja");
}

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, ::testing::Values(Backend{"Sqlite", {}, fresh}),
                         backend_name);

}  // namespace
}  // namespace styrkedja::store
