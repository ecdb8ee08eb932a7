// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "store/open.h"

// One contract for all stores: the claims stand in store_contract_test.cpp as TEST_P(StoreContract, ...). A backend
// joins from a test file of its own (src/store/*/contract_test.cpp):
//   INSTANTIATE_TEST_SUITE_P(Memory, StoreContract, ::testing::Values(Backend{...}), backend_name);
namespace styrkedja::store {

struct Backend {
    std::string name;                          // "Memory": part of the test's name
    std::function<std::string()> unavailable;  // why it can't be tried on this machine; empty = it can
    // The address of a place where no store is yet. Each call gives another place. What it needs is taken away by
    // the backend itself, at the end of the program at the latest.
    std::function<std::string()> fresh;
};

inline std::string backend_name(const ::testing::TestParamInfo<Backend>& info) { return info.param.name; }
inline void PrintTo(const Backend& backend, std::ostream* out) { *out << backend.name; }

// An empty store for each test; skipped where the backend isn't available.
class StoreContract : public ::testing::TestWithParam<Backend> {
  protected:
    void SetUp() override {
        std::string why = GetParam().unavailable ? GetParam().unavailable() : std::string();
        if (!why.empty()) GTEST_SKIP() << why;
        address = GetParam().fresh();
        store = open(address, Access::create);
    }

    // Closes the connection and opens the place anew: what is seen then is what was durable.
    void reopen() {
        store.reset();
        store = open(address, Access::write);
    }

    std::string address;
    std::unique_ptr<Store> store;
};

}  // namespace styrkedja::store
