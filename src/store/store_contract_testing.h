// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "store/open.h"

// One contract for all stores: the claims stand in store_contract_test.cpp (the log) and
// store_contract_beside_test.cpp (what stands beside it) as TEST_P(StoreContract, ...). A backend
// joins from a test file of its own (src/store/*/contract_test.cpp):
//   INSTANTIATE_TEST_SUITE_P(Memory, StoreContract, ::testing::Values(Backend{...}), backend_name);
namespace styrkedja::store {

struct Backend {
    std::string name;                          // "Memory": part of the test's name
    std::function<std::string()> unavailable;  // why it can't be tried on this machine; empty = it can
    // The address of a place where no store is yet. Each call gives another place. What it needs is taken
    // away by the backend itself, at the end of the program at the latest.
    std::function<std::string()> fresh;
};

inline std::string backend_name(const ::testing::TestParamInfo<Backend>& info) {
    return info.param.name;
}
inline void PrintTo(const Backend& backend, std::ostream* out) {
    *out << backend.name;
}

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

// What the claims are made with.
constexpr std::string_view here = "sodertalje", there = "nykvarn";
inline const std::string odd_bytes("\0\xFF\x80\n\0", 5);

// Rows that follow on after, with bytes that no text would have.
inline LogRow row_at(Version version, const std::string& command) {
    LogRow row;
    row.version = version;
    row.command = command;
    row.entry = "entry " + std::to_string(version) + odd_bytes;
    row.hash = std::string(31, '\0') + static_cast<char>(version);
    row.content = "content " + std::to_string(version) + odd_bytes;
    return row;
}

inline std::vector<LogRow> rows_after(Version after, Version count, const std::string& commands = "c") {
    std::vector<LogRow> rows;
    for (Version v = after + 1; v <= after + count; ++v)
        rows.push_back(row_at(v, commands + std::to_string(v)));
    return rows;
}

inline std::vector<LogRow> all_rows(Reader& reader, std::string_view municipality, Version after = 0,
                                    Version to = ~0ULL) {
    std::vector<LogRow> rows;
    reader.read_log(municipality, after, to, [&](const LogRow& row) {
        rows.push_back(row);
        return true;
    });
    return rows;
}

inline std::vector<Version> versions_of(const std::vector<LogRow>& rows) {
    std::vector<Version> out;
    for (const LogRow& row : rows) out.push_back(row.version);
    return out;
}

inline void expect_same(const LogRow& a, const LogRow& b) {
    EXPECT_EQ(a.version, b.version);
    EXPECT_EQ(a.command, b.command);
    EXPECT_EQ(a.entry, b.entry);
    EXPECT_EQ(a.hash, b.hash);
    EXPECT_EQ(a.content, b.content);
}

using Versions = std::vector<Version>;
using Names = std::vector<std::string>;

inline Job job_called(const std::string& id, Time not_before) {
    Job job;
    job.id = id;
    job.kind = "mail";
    job.payload = odd_bytes;
    job.not_before = not_before;
    return job;
}

}  // namespace styrkedja::store
