// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/propose.h"

#include <gtest/gtest.h>

#include "codec/xlsx/reader_testing.h"
#include "importers/sheet/read.h"
#include "importers/sheet/sheet_testing.h"

namespace styrkedja::sheet {
namespace {

using workbook_testing::row;

std::string said(const std::string& text, Proposal* out = nullptr) {
    Problems problems;
    TextSource bytes(text);
    const auto proposal = propose("fil", bytes, problems);
    if (!proposal) return problems.empty() ? "nothing" : std::string(problems.list()[0].code);
    std::string said;
    for (const std::string& column : proposal->profile.columns.list) said += column + " | ";
    for (const std::string& length : proposal->profile.lengths.list) said += length + " ";
    if (proposal->profile.sign == LedgerSign::result) said += "result ";
    if (proposal->profile.in == MoneyUnit::tkr) said += "tkr ";
    if (!proposal->profile.skip.empty()) said += "skip";
    if (out) *out = *proposal;
    return said;
}

// With what is proposed the file is read, all of it.
void expect_read(const std::string& text, const std::string& expected) {
    Proposal proposal;
    said(text, &proposal);
    Problems problems;
    TextSource bytes(text);
    sheet_testing::TextSink sink;
    read_sheet("fil", bytes, proposal.profile, {2026, {}}, sink, problems);
    EXPECT_EQ(sink.text, expected);
    EXPECT_FALSE(problems.has_errors());
}

TEST(Propose, KnowsTheColumnsOfSwedishPrograms) {
    EXPECT_EQ(said("Ansvar;Ansvar benämning;Konto;Kontotext;Vht;Proj;Mpt;Akt;Objekt;Period;Utfall;Budget;Extra\n0114;Kök;4010;Mat;7001;;;;;202601;5;6;x\n"),
              "Ansvar=responsibility | Ansvar benämning=ignore | Konto=account | Kontotext=ignore | Vht=service | Proj=project | "
              "Mpt=counterparty | Akt=activity | Objekt=free:objekt | Period=month | Utfall=amount | Budget=budget | Extra=ignore | responsibility=4 ");
    EXPECT_EQ(said("Vertyp;Ver.nr;Verdatum;Konto;Debet;Kredit;Text\nA;1;2026-01-01;1930;5;;x\n"),
              "Vertyp=series | Ver.nr=number | Verdatum=date | Konto=account | Debet=debit | Kredit=credit | Text=text | ");
}

TEST(Propose, KnowsMonthsAloneAndUnderTheirFigure) {
    EXPECT_EQ(said("Konto;Jan;Februari;2026-03;202604;Totalt\n3011;5;6;7;8;26\n"),
              "Konto=account | Jan=actual@01 | Februari=actual@02 | 2026-03=actual@2026-03 | 202604=actual@2026-04 | Totalt=ignore | result ");
    const std::string grouped = "Uppföljning 2026, tkr\n;Utfall;;Budget;;\nKonto;Jan;Feb;Jan;Feb;Budget helår\n3011;-5;-6;-7;-8;-90\nSumma;-5;-6;-7;-8;-90\n";
    EXPECT_EQ(said(grouped), "Konto=account | Utfall Jan=actual@01 | Utfall Feb=actual@02 | Budget Jan=budget@01 | Budget Feb=budget@02 | "
                             "Budget helår=ignore | tkr skip");
    expect_read(grouped, "actual 202601 3011 -500000\nactual 202602 3011 -600000\nbudget 202601 3011 -700000\nbudget 202602 3011 -800000\n");
    EXPECT_EQ(said("Konto;Utfall jan;jan budget\n4010;1;2\n"), "Konto=account | Utfall jan=actual@01 | jan budget=budget@01 | ");
}

TEST(Propose, PutsBackZerosWhereAWorkbookHasEatenThem) {
    workbook_testing::Made made;
    made.sheets = {{"Blad1", row("Ansvar|Konto|Period|Belopp") + row("#114|#4010|#202601|#5") + row("#1140|#4010|#202601|#5")}};
    const std::string bytes = workbook_testing::bytes_of(made);
    EXPECT_EQ(said(bytes), "Ansvar=responsibility | Konto=account | Period=month | Belopp=amount | responsibility=4 ");
    expect_read(bytes, "actual 202601 4010 responsibility=0114 500\nactual 202601 4010 responsibility=1140 500\n");
}

TEST(Propose, SaysSoWhenNothingIsKnown) {
    EXPECT_EQ(said("a;b\n1;2\n"), "no_heading_looks_known");
    EXPECT_EQ(said(""), "no_heading_looks_known");
}

}  // namespace
}  // namespace styrkedja::sheet
