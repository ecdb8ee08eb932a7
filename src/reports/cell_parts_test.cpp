// SPDX-License-Identifier: EUPL-1.2
#include "reports/cell_parts.h"

#include <gtest/gtest.h>

#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

StateText results() {
    return board().facts(R"(kansli;kommunbidrag;outcome;2012;25674
        kansli;personal;outcome;2012;-25942
        hr;kommunbidrag;outcome;2012;38072
        hr;personal;outcome;2012;-36415)");
}

// "+ Kommunbidrag 2012 2567400000", each a line; then whether the cell is their sum.
std::string parts(Report& report, std::string_view row, std::string_view column) {
    const auto found = cell_parts(report.context(), "t", row, column);
    if (!found) return "nothing";
    std::string text;
    for (const PartOfFigure& each : found->parts) {
        text += (each.weight.exists() ? each.weight.str() : "?") + " " + each.part->how + " " + each.part->ore.str() + "\n";
    }
    return text + (found->is_sum() ? "sum " + found->total.str() : "no sum");
}

class CellPartsTest : public testing::Test {
  protected:
    CellPartsTest() : report(results()) {
        report.uses.tables = {table("t", {unit_row("kansli"), unit_row("hr"), sum_row(SpecRow::total, "summa")},
                                    {reversed(column("netto", "nettokostnad(2012)")), column("bidrag", "bidrag(2012)"),
                                     column("kvar", "bidrag - netto"), column("samma", "kvar + netto"), column("halva", "bidrag / 2 - netto * 0,5"),
                                     per_cent(column("andel", "kvar / bidrag")), column("storst", "max(bidrag, netto)")})};
    }
    Report report;
};

TEST_F(CellPartsTest, ASumOfFactsIsOnePartWithTheResultsSign) {
    EXPECT_EQ(parts(report, "kansli", "netto"), "1 Nettokostnad 2012 -2594200000\nsum -2594200000") << "whatever sign is printed";
}

TEST_F(CellPartsTest, ADifferenceShowsBothWithTheirSigns) {
    EXPECT_EQ(parts(report, "kansli", "kvar"), "1 Kommunbidrag 2012 2567400000\n-1 Nettokostnad 2012 -2594200000\nsum 5161600000");
    EXPECT_EQ(parts(report, "kansli", "samma"), "1 Kommunbidrag 2012 2567400000\nsum 2567400000") << "what counts nothing is left out";
    EXPECT_EQ(parts(report, "kansli", "halva"), "0.5 Kommunbidrag 2012 2567400000\n-0.5 Nettokostnad 2012 -2594200000\nsum 2580800000");
}

TEST_F(CellPartsTest, ATotalIsThePartsOfItsRows) {
    EXPECT_EQ(parts(report, "summa", "kvar"), "1 Kommunbidrag 2012 2567400000\n1 Kommunbidrag 2012 3807200000\n"
                                              "-1 Nettokostnad 2012 -2594200000\n-1 Nettokostnad 2012 -3641500000\nsum 12610300000");
}

TEST_F(CellPartsTest, AShareOrTheMostOfTwoIsNoSum) {
    EXPECT_EQ(parts(report, "kansli", "andel"), "? Kommunbidrag 2012 2567400000\n? Nettokostnad 2012 -2594200000\nno sum");
    EXPECT_EQ(parts(report, "kansli", "storst"), "? Kommunbidrag 2012 2567400000\n? Nettokostnad 2012 -2594200000\nno sum");
}

TEST_F(CellPartsTest, WhatIsNoCellHasNoParts) {
    EXPECT_EQ(parts(report, "nowhere", "netto"), "nothing");
    EXPECT_EQ(parts(report, "kansli", "nowhere"), "nothing");
    EXPECT_FALSE(cell_parts(report.context(), "nowhere", "kansli", "netto"));
}

}  // namespace
}  // namespace styrkedja::reports
