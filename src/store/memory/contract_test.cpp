// SPDX-License-Identifier: EUPL-1.2
#include "store/memory/memory.h"
#include "store/store_contract_testing.h"

namespace styrkedja::store {
namespace {

std::string fresh() {
    static int count = 0;
    return "memory:contract-" + std::to_string(++count);
}

INSTANTIATE_TEST_SUITE_P(Memory, StoreContract, ::testing::Values(Backend{"Memory", {}, fresh}),
                         backend_name);

}  // namespace
}  // namespace styrkedja::store
