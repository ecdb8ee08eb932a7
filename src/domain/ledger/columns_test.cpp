// SPDX-License-Identifier: EUPL-1.2
#include "domain/ledger/columns.h"

#include <gtest/gtest.h>

#include "domain/ledger/ledger_testing.h"
#include "domain/ledger/to_columns.h"

namespace styrkedja::ledger {
namespace {

Share all_of(int year, Figure figure = Figure::actual) {
    Share share;
    share.figure = figure;
    share.year = year;
    share.first_day = Date::from_civil(year, 1, 1);
    share.last_day = Date::from_civil(year, 12, 31);
    share.first_month = year * 100 + 1;
    share.last_month = year * 100 + 12;
    return share;
}

const RoleOfPart usual = {{"1", "responsibility"}, {"6", "project"}};

std::optional<Distilled> distilled(const Written& written, const Share& share, const RoleOfPart& role_of = usual) {
    Gather booked, stated;
    booked.vouchers(written.vouchers, written.rows, written.codes);
    stated.balances(written.stated, written.codes);
    return to_columns(booked, stated, written.codes, role_of, share);
}

// "actual 202601 4010/0100/ 1200 x2"
std::string told(const Columns& columns) {
    std::string text;
    for (const Columns::Part& part : columns.parts) {
        for (std::uint32_t row = part.first; row < part.first + part.rows; ++row) {
            text += part.figure == Figure::opening ? "opening" : part.figure == Figure::budget ? "budget" : "actual";
            text += " " + std::to_string(part.month) + " ";
            for (std::size_t i = 0; i < columns.dimensions.size(); ++i) {
                text += (i == 0 ? "" : "/") + columns.codes[i][columns.code_of[i][row]];
            }
            text += " " + std::to_string(columns.ore[row]) + " x" + std::to_string(columns.booked[row]) + "\n";
        }
    }
    return text;
}

Written some_vouchers() {
    Written written;
    const CombinationNo school = written.combination({{"1", "0100"}, {"7", "person"}}),
                        project = written.combination({{"1", "0100"}, {"6", "P1"}});
    written.voucher("A", "1", "2026-01-15").row("4010", 1200, school).row("1930", -1200);
    written.voucher("A", "2", "2026-01-20").row("4010", 300, written.combination({{"1", "0100"}})).row("1930", -300);
    written.voucher("A", "3", "2026-02-01").row("4010", 5, project).row("1930", -5);
    written.state(Figure::opening, 2026, 0, "1930", 700);
    return written;
}

TEST(ToColumns, AddsUpByMonthAndTheNamedCodeParts) {
    const auto found = distilled(some_vouchers(), all_of(2026));
    ASSERT_TRUE(found);
    EXPECT_EQ(told(found->columns),
              "actual 202601 1930// -1500 x2\n"
              "actual 202601 4010/0100/ 1500 x2\n"   // what dimension 7 has isn't named
              "actual 202602 1930// -5 x1\n"
              "actual 202602 4010/0100/P1 5 x1\n"
              "opening 0 1930// 700 x0\n");
    EXPECT_EQ(found->first_month, 202601);
    EXPECT_EQ(found->last_month, 202602);
    EXPECT_EQ(found->columns.dimensions, (std::vector<std::string>{"account", "responsibility", "project"}));
}

TEST(ToColumns, MonthsOutsideAreLeftOut) {
    Share share = all_of(2026);
    share.first_month = 202602;
    share.with_whole_year = false;
    const auto found = distilled(some_vouchers(), share);
    EXPECT_EQ(told(found->columns), "actual 202602 1930// -5 x1\nactual 202602 4010/0100/P1 5 x1\n");
    EXPECT_GT(found->outside, 0U);
}

// A file with vouchers states the same money again: #RES, #PSALDO.
TEST(ToColumns, WhatIsStatedBesideVouchersIsNotAddedToThem) {
    Written written = some_vouchers();
    const std::string before = told(distilled(written, all_of(2026))->columns);
    written.state(Figure::actual, 2026, 0, "4010", 1505).state(Figure::actual, 2026, 202601, "4010", 1500);
    EXPECT_EQ(told(distilled(written, all_of(2026))->columns), before);
}

TEST(ToColumns, OfWhatIsStatedMonthsGoBeforeTheYear) {
    Written written;
    written.state(Figure::actual, 2026, 0, "4010", 9).state(Figure::actual, 2026, 202603, "4010", 7).state(Figure::actual, 2025, 0, "4010", 1);
    EXPECT_EQ(told(distilled(written, all_of(2026))->columns), "actual 202603 4010 7 x0\n");
    EXPECT_EQ(told(distilled(written, all_of(2025))->columns), "actual 0 4010 1 x0\n");
}

TEST(ToColumns, BudgetsAreAnotherShareOfTheFile) {
    Written written = some_vouchers();
    written.state(Figure::budget, 2026, 202601, "4010", 90, written.combination({{"1", "0100"}}));
    written.state(Figure::budget, 2026, 202601, "4010", 10);
    EXPECT_EQ(told(distilled(written, all_of(2026, Figure::budget))->columns),
              "budget 202601 4010// 10 x0\nbudget 202601 4010/0100/ 90 x0\n");
}

TEST(ToColumns, SumsThatAreTooLargeAreRefused) {
    Written written;
    written.voucher("A", "1", "2026-01-15").row("1", INT64_MAX).row("1", 1);
    EXPECT_FALSE(distilled(written, all_of(2026)));
}

TEST(Columns, AreTheSameWhenReadBack) {
    const Columns columns = distilled(some_vouchers(), all_of(2026))->columns;
    const std::string bytes = to_bytes(columns);
    const auto back = from_bytes(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, columns);
    EXPECT_EQ(to_bytes(*back), bytes);
    Columns none;
    none.dimensions = {"account"};
    none.codes = {{""}};
    none.code_of = {{}};
    EXPECT_EQ(from_bytes(to_bytes(none)), none);
}

TEST(Columns, BytesThatAreNoColumnsGiveNone) {
    const std::string bytes = to_bytes(distilled(some_vouchers(), all_of(2026))->columns);
    for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(from_bytes(bytes.substr(0, size))) << size;
    EXPECT_FALSE(from_bytes(bytes + '\0'));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            if (const auto read = from_bytes(changed)) {
                EXPECT_EQ(to_bytes(*read), changed);
            }
        }
    }
}

TEST(Columns, MonthsFollowEachOther) {
    EXPECT_EQ(month_after(202612), 202701);
    EXPECT_EQ(month_after(202601, -1), 202512);
    EXPECT_EQ(month_of(Date::from_civil(2026, 4, 30)), 202604);
}

}  // namespace
}  // namespace styrkedja::ledger
