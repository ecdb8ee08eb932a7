// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/voucher_numbers.h"

#include <gtest/gtest.h>

#include <set>

namespace styrkedja::app {
namespace {

Date day(int number) { return Date::from_days(14'000 + number); }

TEST(VoucherNumbers, TellWhoHasTheNumberAlready) {
    VoucherNumbers numbers;
    for (std::uint64_t i = 1; i <= 1'000; ++i) EXPECT_FALSE(numbers.add("A", std::to_string(i), {i * 4, day(static_cast<int>(i / 90))}));
    const auto met = numbers.add("A", "517", {9'999, day(0)});
    ASSERT_TRUE(met);
    EXPECT_EQ(met->line, 517U * 4);
    EXPECT_EQ(met->day, day(5));
    EXPECT_FALSE(numbers.add("B", "517", {1, day(0)}));
    EXPECT_FALSE(numbers.find("A", "1001"));
    EXPECT_FALSE(numbers.find("C", "1"));
    EXPECT_EQ(numbers.find("A", "1000")->line, 4'000U);
}

// What is written otherwise is another number; what isn't numbered is nobody's.
TEST(VoucherNumbers, ZerosAndLettersCountAndNoNumberIsNoIdentity) {
    VoucherNumbers numbers;
    const std::string_view all[] = {"1", "01", "001", "F-1", "F-01", "F", "F0", "0", "00", "1234567890123456789", "11234567890123456789"};
    std::uint64_t line = 0;
    for (const std::string_view each : all) EXPECT_FALSE(numbers.add("", each, {++line, {}})) << each;
    line = 0;
    for (const std::string_view each : all) EXPECT_EQ(numbers.add("", each, {99, {}}).value_or(VoucherNumbers::Met()).line, ++line) << each;
    EXPECT_FALSE(numbers.add("A", "", {1, {}}));
    EXPECT_FALSE(numbers.add("A", "", {2, {}}));
    EXPECT_FALSE(numbers.find("A", ""));
}

// In any order, with gaps and repeats: as a set of texts says.
TEST(VoucherNumbers, AgreeWithASetWhateverTheOrder) {
    std::uint64_t random = 7;
    VoucherNumbers numbers;
    std::map<std::uint64_t, std::uint64_t> known;
    for (std::uint64_t line = 1; line <= 3'000; ++line) {
        random = random * 6364136223846793005U + 1442695040888963407U;
        const std::uint64_t number = (random >> 33U) % (line % 3 == 0 ? 800 : 8'000);
        const auto [at, is_new] = known.try_emplace(number, line);
        const auto met = numbers.add("V", std::to_string(number), {line, day(static_cast<int>(line % 365))});
        ASSERT_EQ(met.has_value(), !is_new);
        if (met) {
            ASSERT_EQ(met->line, at->second);
        }
    }
    for (std::uint64_t number = 0; number < 8'000; ++number) {
        ASSERT_EQ(numbers.find("V", std::to_string(number)).has_value(), known.contains(number));
    }
}

TEST(VoucherNumbers, PassByPagesThatCanHaveNoneOfThem) {
    VoucherNumbers numbers;
    for (std::uint64_t i = 100; i < 200; ++i) numbers.add("A", std::to_string(i), {i, {}});
    auto page = [](std::string_view series, std::uint64_t first, std::uint64_t last, bool others = false) {
        ledger::Summary summary;
        summary.numbers.push_back({std::string(series), first, last, others});
        return summary;
    };
    EXPECT_FALSE(numbers.may_have_some_of(page("A", 1, 99)));
    EXPECT_FALSE(numbers.may_have_some_of(page("A", 200, 300)));
    EXPECT_FALSE(numbers.may_have_some_of(page("B", 1, 300)));
    EXPECT_TRUE(numbers.may_have_some_of(page("A", 1, 100)));
    EXPECT_TRUE(numbers.may_have_some_of(page("A", 199, 199)));
    EXPECT_TRUE(numbers.may_have_some_of(page("B", 1, 0, true)));
}

}  // namespace
}  // namespace styrkedja::app
