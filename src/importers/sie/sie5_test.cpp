// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "importers/sie/recorder_testing.h"

namespace styrkedja::sie::testing {
namespace {

const std::string head = "<?xml version=\"1.0\"?>\n<Sie xmlns=\"http://www.sie.se/sie5\"><FileInfo><SoftwareProduct name=\"P\" version=\"1\"/>"
                         "<Company organizationId=\"212000-0001\" name=\"Kommunen\"/><FiscalYears><FiscalYear start=\"2024-01\" end=\"2024-12\" "
                         "primary=\"true\"/></FiscalYears></FileInfo><Accounts><Account id=\"1910\" name=\"Kassa\" type=\"asset\">"
                         "<OpeningBalance month=\"2024-01\" amount=\"5\"/><ClosingBalance month=\"2024-12\" amount=\"15\"/>"
                         "<Budget month=\"2024-02\" amount=\"-7.5\"><ObjectReference dimId=\"1\" objectId=\"10\"/></Budget></Account>"
                         "<Account id=\"3000\" name=\"Avgifter\" type=\"income\"><ClosingBalance month=\"2024-12\" amount=\"-10\"/></Account></Accounts>";

std::string entry(const std::string& rows) {
    return "<Journal id=\"A\"><JournalEntry id=\"1\" journalDate=\"2024-02-03\" text=\"T\">" + rows + "</JournalEntry></Journal>";
}
Outcome of(const std::string& body) { return reading(head + body + "</Sie>", {}, 17, "f.sie"); }

TEST(Sie5, VouchersBalancesAndBudgets) {
    const Outcome outcome = of(entry("<LedgerEntry accountId=\"1910\" amount=\"10\"><ObjectReference dimId=\"1\" objectId=\"10\"/></LedgerEntry>"
                                     "<LedgerEntry accountId=\"1910\" amount=\"99\"><Overstrike date=\"2024-02-04\" by=\"x\"/></LedgerEntry>"
                                     "<LedgerEntry accountId=\"3000\" amount=\"-10.00\" quantity=\"2\" text=\"å\"/>"));
    ASSERT_TRUE(outcome.facts) << outcome.all();
    EXPECT_EQ(outcome.given, "VER 2 [A|1|T|] 2024-02-03 -\n  1910 { 1=10 } 1000\n  3000 { } -1000 qty 2000 [å]\n"
                             "b 2024 202402 1910 { 1=10 } -750 0\no 2024 0 1910 { } 500 0\nx 2024 0 1910 { } 1500 0\nx 2024 0 3000 { } -1000 0\n");
    EXPECT_TRUE(outcome.problems.empty()) << outcome.all();
    EXPECT_TRUE(outcome.facts->mismatches.empty());
}

TEST(Sie5, WhatIsNotWholeIsNotBooked) {
    const Outcome outcome = of(entry("<LedgerEntry accountId=\"1910\" amount=\"10\"/>"));
    ASSERT_TRUE(outcome.facts);
    EXPECT_TRUE(outcome.has("sie_voucher_is_unbalanced"));
    EXPECT_EQ(outcome.facts->refused_vouchers, 1U);
    EXPECT_TRUE(of(entry("<LedgerEntry accountId=\"1910\" amount=\"1,5\"/>")).has("sie_amount_is_not_a_number"));
    EXPECT_TRUE(of(entry("<LedgerEntry amount=\"0\"/>")).has("sie_row_has_no_account"));
}

TEST(Sie5, RefusedForTheRightReason) {
    EXPECT_TRUE(reading(head, {}, SIZE_MAX, "f.sie").has("sie5_is_broken"));
    EXPECT_TRUE(reading("<?xml version=\"1.0\"?><Invoice/>", {}, SIZE_MAX, "f.sie").has("file_is_not_sie"));
    const Outcome bomb = reading("<?xml version=\"1.0\"?><!DOCTYPE Sie [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><Sie>&b;</Sie>", {}, SIZE_MAX, "f.sie");
    EXPECT_FALSE(bomb.facts);
    EXPECT_TRUE(bomb.has("sie5_has_a_document_type"));
    EXPECT_EQ(bomb.problems.size(), 1U);
}

TEST(Sie5, CutAnywhereItIsRefused) {
    const std::string bytes = head + entry("<LedgerEntry accountId=\"1910\" amount=\"10\"/><LedgerEntry accountId=\"3000\" amount=\"-10\"/>") + "</Sie>";
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Outcome outcome = reading(std::string_view(bytes).substr(0, size), {}, SIZE_MAX, "f.sie");
        EXPECT_FALSE(outcome.facts) << size;
        EXPECT_TRUE(outcome.problems.has_errors()) << size;
        EXPECT_TRUE(outcome.is_whole) << size;
    }
}

}  // namespace
}  // namespace styrkedja::sie::testing
