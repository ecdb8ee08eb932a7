// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "store/postgres/open.h"
#include "support/postgres_cluster.h"

// What the tests of the store in PostgreSQL share.
namespace styrkedja::store {

// Skipped, visibly, where there is no PostgreSQL.
class Postgres : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!testing::PostgresCluster::installed()) GTEST_SKIP() << "postgresql-15 is not installed: script/bootstrap test";
    }
    static testing::PostgresCluster& cluster() { return testing::PostgresCluster::shared(); }
};

inline LogRow row(Version version, const std::string& command = "") {
    LogRow made;
    made.version = version;
    made.command = command.empty() ? "command-" + std::to_string(version) : command;
    made.entry = "entry " + std::to_string(version) + std::string("\0\xFF", 2);
    made.hash = std::string(32, static_cast<char>('a' + version % 26));
    made.content = "content " + std::to_string(version);
    return made;
}

inline std::vector<LogRow> rows(Version from, std::size_t count) {
    std::vector<LogRow> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(row(from + i));
    return out;
}

inline Appended add(Store& store, std::string_view municipality, Version version) {
    const LogRow one = row(version);
    return store.append(municipality, version - 1, {&one, 1});
}

// The kind and code of what a call throws.
template <typename Call>
std::string thrown(Call call) {
    static constexpr const char* kinds[] = {"unavailable", "full",    "refused",      "damaged",
                                            "too_new",     "too_old", "missing",      "wrong_address"};
    try {
        call();
    } catch (const Failure& failure) {
        return kinds[static_cast<int>(failure.kind())] + std::string(" ") + failure.what();
    }
    return "nothing";
}

inline std::vector<Version> versions_of(Reader& store, std::string_view municipality, Version after = 0) {
    std::vector<Version> out;
    store.read_log(municipality, after, UINT64_MAX, [&](const LogRow& each) {
        EXPECT_EQ(each.entry, row(each.version).entry);
        EXPECT_EQ(each.hash, row(each.version).hash);
        EXPECT_EQ(each.content, row(each.version).content);
        out.push_back(each.version);
        return true;
    });
    return out;
}

}  // namespace styrkedja::store
