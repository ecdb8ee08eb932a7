// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/gather.h"

#include <gtest/gtest.h>

namespace styrkedja::ledger {
namespace {

std::vector<Gathered> all(const Gather& gather) {
    std::vector<Gathered> sums;
    gather.each([&](const Gathered& sum) { sums.push_back(sum); });
    return sums;
}

// Codes of `accounts` accounts and as many combinations.
Dictionary codes_of(unsigned count) {
    Dictionary codes;
    for (unsigned i = 0; i < count; ++i) codes.accounts.number(std::to_string(1000 + i)), codes.combinations.push_back({{0, i}});
    return codes;
}

void book(Gather& gather, const Dictionary& codes, Date day, std::vector<Row> rows) {
    Voucher voucher;
    voucher.date = day;
    voucher.rows = static_cast<std::uint32_t>(rows.size());
    gather.vouchers({&voucher, 1}, rows, codes);
}

const Date january = Date::from_civil(2024, 1, 31), february = Date::from_civil(2024, 2, 1);

TEST(Gather, RowsAreAddedUpByMonthCombinationAndAccount) {
    Gather gather;
    const Dictionary codes = codes_of(3);
    book(gather, codes, february, {{1, 0, 100, 0, {}, {}}, {2, 1, -100, 0, january, {}}});
    book(gather, codes, february, {{1, 0, 50, 2000, {}, {}}, {2, 1, -50, 0, {}, {}}});
    const std::vector<Gathered> sums = all(gather);
    ASSERT_EQ(sums.size(), 3U);
    EXPECT_EQ(sums[0].month, 202401);
    EXPECT_EQ(sums[0].ore, -100);
    EXPECT_EQ(sums[1].month, 202402);
    EXPECT_EQ(sums[1].ore, 150);
    EXPECT_EQ(sums[1].rows, 2U);
    EXPECT_EQ(sums[1].quantity, 2000);
    EXPECT_EQ(sums[2].combination, 1U);
}

// Where a table of all combinations and accounts would be too large, the same comes out, in the same order.
TEST(Gather, ManyCodesGiveTheSame) {
    constexpr unsigned many = 5000;
    Gather gather;
    const Dictionary codes = codes_of(many);
    for (unsigned i = many; i-- > 1;) book(gather, codes, january, {{i, i, 7, 0, {}, {}}, {1, 1, -7, 0, {}, {}}});
    const std::vector<Gathered> sums = all(gather);
    ASSERT_EQ(sums.size(), many - 1);
    EXPECT_EQ(sums[0].ore, 7 - 7 * static_cast<Ore>(many - 1));
    for (unsigned i = 1; i < sums.size(); ++i) EXPECT_EQ(sums[i].account, i + 1) << i;
}

TEST(Gather, WhatIsNotKeptIsNotToldApart) {
    Gather gather(Keep{false, false, [](CombinationNo number, const Dictionary&) { return number % 2; }});
    const Dictionary codes = codes_of(5);
    book(gather, codes, january, {{1, 1, 5, 0, {}, {}}, {2, 3, 6, 0, february, {}}, {3, 2, -11, 0, {}, {}}});
    const std::vector<Gathered> sums = all(gather);
    ASSERT_EQ(sums.size(), 2U);
    EXPECT_EQ(sums[0].ore, -11);
    EXPECT_EQ(sums[1].ore, 11);
}

TEST(Gather, AnOverflowIsTold) {
    Gather gather;
    const Dictionary codes = codes_of(1);
    book(gather, codes, january, {{1, 0, INT64_MAX, 0, {}, {}}});
    EXPECT_FALSE(gather.overflowed());
    book(gather, codes, january, {{1, 0, 1, 0, {}, {}}});
    EXPECT_TRUE(gather.overflowed());
}

}  // namespace
}  // namespace styrkedja::ledger
