// SPDX-License-Identifier: EUPL-1.2
#include "store/migrations.h"

#include <gtest/gtest.h>

namespace styrkedja::store {
namespace {

class Migrations : public testing::TestWithParam<std::string_view> {};

TEST_P(Migrations, AreNumberedFromOneWithoutAHole) {
    const auto steps = migrations_of(GetParam());
    ASSERT_FALSE(steps.empty());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].number, i + 1) << steps[i].name;
        EXPECT_FALSE(steps[i].name.empty());
        EXPECT_FALSE(steps[i].sql.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(OfABackend, Migrations, testing::Values("postgres", "sqlite"));

TEST(MigrationsOfNoBackend, AreNone) { EXPECT_TRUE(migrations_of("oracle").empty()); }

TEST(ProgramVersion, IsKnown) { EXPECT_NE(program_version().find('.'), std::string_view::npos); }

}  // namespace
}  // namespace styrkedja::store
