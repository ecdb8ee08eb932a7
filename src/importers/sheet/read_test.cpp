// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/read.h"

#include <gtest/gtest.h>

#include "codec/xlsx/reader_testing.h"
#include "domain/ledger/gather.h"
#include "importers/sheet/sheet_testing.h"
#include "importers/sheet/values.h"
#include "locale/problem_texts.h"

namespace styrkedja::sheet {
namespace {

using workbook_testing::row;

LedgerProfile profile_of(std::vector<std::string> columns) {
    LedgerProfile profile;
    profile.id = Id("raindance");
    profile.columns.list = std::move(columns);
    return profile;
}

struct Result {
    std::string given, problems;
    std::optional<ledger::FileFacts> facts;
};

Result read(const std::string& text, const LedgerProfile& profile, const Scope& scope = {2026, {}}, std::size_t block = SIZE_MAX) {
    Result result;
    sheet_testing::TextSink sink;
    Problems problems;
    TextSource bytes(text, block);
    result.facts = read_sheet("fil", bytes, profile, scope, sink, problems);
    result.given = sink.text;
    for (const Problem& problem : problems.list()) {
        result.problems += std::string(problem.code) + " " + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column);
        if (!problem.place.field.empty()) result.problems += " " + problem.place.field;
        for (const auto& [name, value] : problem.args) result.problems += " " + value;
        result.problems += "\n";
    }
    return result;
}

std::string book_of(const std::string& rows, const std::string& after = "") {
    workbook_testing::Made made;
    made.sheets = {{"Blad1", rows}};
    made.after = after;
    return workbook_testing::bytes_of(made);
}

const std::vector<std::string> plain = {"Ansvar=responsibility", "Konto=account", "Vht=service", "Period=month", "Utfall=amount"};

TEST(Sheet, ReadsPeriodBalancesOfACsvFile) {
    const std::string text =
        "Rapport: Utfall per period\r\n\r\nAnsvar;Konto;Konto text;Vht;Period;Utfall\r\n"
        "0114;4010;Livsmedel;7001;202601;1 234,50\r\n0114;3011;\"Avgifter; barn\";7001;202601;-99 000,00\r\n;1930;Bank;;202602;0\r\n";
    const Result result = read(text, profile_of(plain));
    EXPECT_EQ(result.given,
              "actual 202601 4010 responsibility=0114 service=7001 123450\nactual 202601 3011 responsibility=0114 service=7001 -9900000\n"
              "actual 202602 1930 0\n");
    EXPECT_EQ(result.problems, "column_is_not_read 3:14 Konto text\n");
    ASSERT_TRUE(result.facts);
    EXPECT_EQ(result.facts->rows, 3U);
    EXPECT_EQ(result.facts->debit, 123450);
    EXPECT_EQ(result.facts->credit, -9900000);
    EXPECT_EQ(result.facts->form, "CSV");
}

TEST(Sheet, ReadsTheSameHoweverTheBytesCome) {
    std::string text = "\xEF\xBB\xBF" "Ansvar;Konto;Vht;Period;Utfall\r\n";
    for (int i = 0; i < 300; ++i) text += "\"01\"\"14\";40" + std::to_string(10 + i % 80) + ";;2026-0" + std::to_string(1 + i % 9) + ";-" + std::to_string(i) + ",5\r\n";
    const Result whole = read(text, profile_of(plain));
    EXPECT_EQ(std::count(whole.given.begin(), whole.given.end(), '\n'), 300);
    EXPECT_EQ(whole.problems, "");
    for (const std::size_t block : {1, 2, 7, 100}) {
        const Result cut = read(text, profile_of(plain), {2026, {}}, block);
        EXPECT_EQ(cut.given, whole.given) << block;
        EXPECT_EQ(cut.problems, "") << block;
    }
}

TEST(Sheet, ReadsAWorkbookLikeACsvFile) {
    const Result result = read(book_of(row("Utfall per period") + row("Ansvar|Konto|Vht|Period|Utfall") + row("0114|#4010|'0070|#202601|#1234.5600000000001") +
                                       row("0114|#3011||@46082|#-99")),
                               profile_of(plain));
    EXPECT_EQ(result.given, "actual 202601 4010 responsibility=0114 service=0070 123456\nactual 202603 3011 responsibility=0114 -9900\n");
    EXPECT_EQ(result.problems, "");
    EXPECT_EQ(result.facts->form, "XLSX");
}

TEST(Sheet, ReadsMonthsBesideEachOtherUnderTheirFigure) {
    const LedgerProfile profile = profile_of({"Konto=account", "Utfall Jan=actual@01", "Utfall Feb=actual@02", "Budget Jan=budget@01", "Årsbudget=budget"});
    const Result result = read(";Utfall;;Budget;\nKonto;Jan;Feb;Jan;Årsbudget\n4010;10;0;7,5;90\n4020;;-3;;\n", profile);
    EXPECT_EQ(result.given, "actual 202601 4010 1000\nbudget 202601 4010 750\nbudget 2026 4010 9000\nactual 202602 4020 -300\n");
    EXPECT_EQ(result.problems, "");
}

TEST(Sheet, TurnsTheSignAndCountsInTheUnitOfTheProfile) {
    LedgerProfile profile = profile_of({"Konto=account", "Månad=month", "År=year", "Belopp=amount"});
    profile.sign = LedgerSign::result;
    profile.in = MoneyUnit::tkr;
    EXPECT_EQ(read("Konto;År;Månad;Belopp\n3011;2026;mars;12,5\n4010;2026;mars;-1 tkr\n", profile).given, "actual 202603 3011 -1250000\nactual 202603 4010 100000\n");
    EXPECT_EQ(read("Konto;År;Månad;Belopp\n3011;2026;mars;12,5 mkr\n", profile).problems,
              "amount_is_in_another_unit 2:16 12,5 mkr tkr\n");
}

TEST(Sheet, ReadsDebitAndCredit) {
    const LedgerProfile profile = profile_of({"Konto=account", "Period=month", "Debet=debit", "Kredit=credit"});
    EXPECT_EQ(read("Konto\tPeriod\tDebet\tKredit\n1930\t202601\t100,00\t\n2440\t202601\t\t100,00\n", profile).given,
              "actual 202601 1930 10000\nactual 202601 2440 -10000\n");
}

TEST(Sheet, MakesVouchersOfRowsThatStandTogetherOrApart) {
    const LedgerProfile profile = profile_of({"Serie=series", "Vernr=number", "Verdatum=date", "Konto=account", "Ansvar=responsibility", "Belopp=amount", "Text=text"});
    const Result result = read("Serie;Vernr;Verdatum;Konto;Ansvar;Belopp;Text\nA;1;2026-01-15;4010;0114;100;Mjölk\nA;1;2026-01-15;1930;;-100;\n"
                               "B;1;20260116;4010;0114;7;\nA;2;2026-01-16;4010;0114;5;\nB;1;20260116;1930;;-7;\nA;2;2026-01-16;1930;;-4;\n",
                               profile);
    EXPECT_EQ(result.given, "A 1 2026-01-15: 4010 responsibility=0114 10000 Mjölk | 1930 -10000 |\nB 1 2026-01-16: 4010 responsibility=0114 700 | 1930 -700 |\n");
    EXPECT_EQ(result.problems, "sheet_voucher_does_not_balance 5:1 A 2 1,00\n");
    EXPECT_EQ(result.facts->vouchers, 2U);
    EXPECT_EQ(result.facts->refused_vouchers, 1U);
}

TEST(Sheet, LeavesOutSumsAndWhatIsOutsideTheScopeAndSaysSo) {
    LedgerProfile profile = profile_of({"Ansvar=responsibility", "Konto=account", "Period=month", "Utfall=amount"});
    profile.skip.list = {"Summa"};
    const Scope first_four{2026, *Period::parse("2026-01..2026-04")};
    const Result result = read("Ansvar;Konto;Period;Utfall\n0114;4010;202604;1\n0114;4010;202605;2\n0114;4010;202504;3\nSumma 0114;;;6\n0114;summa konto 40;;6\n", profile, first_four);
    EXPECT_EQ(result.given, "actual 202604 4010 responsibility=0114 100\n");
    EXPECT_EQ(result.problems, "rows_of_sums_are_left_out 0:0 2\namounts_are_outside_the_scope 0:0 2\n");
}

TEST(Sheet, PutsBackZerosThatExcelHasEaten) {
    LedgerProfile profile = profile_of(plain);
    profile.lengths.list = {"responsibility=4", "service=4"};
    const Result result = read(book_of(row("Ansvar|Konto|Vht|Period|Utfall") + row("#114|#4010|#70|#1|#5") + row("0115|#4010|||") + row("A1|#4010||#1|#6")), profile);
    EXPECT_EQ(result.given, "actual 202601 4010 responsibility=0114 service=0070 500\nactual 202601 4010 responsibility=A1 600\n");
    EXPECT_EQ(result.problems, "codes_got_their_zeros_back 0:0 Blad1 1 Ansvar 4\ncodes_got_their_zeros_back 0:0 Blad1 1 Vht 4\n");
}

TEST(Sheet, TellsWhatExcelHasDoneToCodesWithTheirCells) {
    const Result result = read(book_of(row("Ansvar|Konto|Vht|Period|Utfall") + row("@41699|#4010||#1|#5") + row("mar-14|#4010||#1|#5") + row("0114|#4010.5||#1|#5") +
                                       row("1,2E+10|#4010||#1|#5") + row("0114|#4010||#1|!#REF!") + row("0114|#4010||#1|?") + row("0114|!#N/A||#1|#1") + row("0114|#4010||#1|@44000")),
                               profile_of(plain));
    EXPECT_EQ(result.given, "");
    EXPECT_EQ(result.problems,
              "code_has_become_a_date 2:1 Blad1!A2 2014-03-01 Ansvar\ncode_has_become_a_date 3:1 Blad1!A3 mar-14 Ansvar\n"
              "code_has_become_a_number 4:8 Blad1!B4 4010.5 Konto\ncode_has_become_a_number 5:1 Blad1!A5 1,2E+10 Ansvar\n"
              "cell_has_formula_error 6:22 Blad1!E6 #REF!\nformula_has_no_value 7:22 Blad1!E7\ncell_has_formula_error 8:8 Blad1!B8 #N/A\n"
              "amount_has_become_something_else 9:22 Blad1!E9 2020-06-18\n");
}

TEST(Sheet, TellsMergedCellsAmongTheRows) {
    const Result result = read(book_of(row("Ansvar|Konto|Vht|Period|Utfall") + row("0114|#4010||#1|#5") + row("|#4020||#1|#5"),
                                       "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A1:B1\"/></mergeCells>"),
                               profile_of(plain));
    EXPECT_EQ(result.problems, "cells_are_merged 2:0 Blad1!A2:A3 A2:A3 Ansvar\n");
}

TEST(Sheet, FoldsThousandsOfLikeProblems) {
    std::string text = "Ansvar;Konto;Vht;Period;Utfall\n";
    for (int i = 0; i < 3000; ++i) text += "0114;4010;;13;5\n";
    Problems problems;
    TextSource bytes(text);
    sheet_testing::TextSink sink;
    read_sheet("fil", bytes, profile_of(plain), {2026, {}}, sink, problems);
    EXPECT_EQ(problems.size(), 21U);
    EXPECT_EQ(problem_sentence(problems.list()[20], Language::sv), "2980 till av samma slag visas inte (month_is_not_understood).");
}

TEST(Sheet, TellsWhenHeadingsOrProfileDontFit) {
    EXPECT_EQ(read("Ansvar;Konton;Vht;Period;Utfall\n1;2;3;1;1\n", profile_of(plain)).problems, "sheet_column_is_missing 1:1 Konto konton\ncolumn_is_not_read 1:8 Konton\n");
    EXPECT_EQ(read("<!DOCTYPE html><html>", profile_of(plain)).problems.substr(0, 18), "file_is_a_web_page");
    EXPECT_EQ(read("A;B\n1;2\n", profile_of(plain)).problems, "heading_row_is_not_found 0:0 Ansvar, Konto, Vht, Period, Utfall \n");
    EXPECT_EQ(read("A;B\n1;2\n", profile_of({"Konto=acount", "X"})).problems, "profile_column_is_not_understood 0:0 columns Konto=acount account\nprofile_column_is_not_understood 0:0 columns X \n");
    EXPECT_EQ(read("Konto;Belopp\n1;2\n", profile_of({"Konto=account", "Belopp=amount"}), {}).problems.substr(0, 15), "row_has_no_year");
}

TEST(Sheet, ReadsBothEncodingsAndTellsTheirMixture) {
    const LedgerProfile profile = profile_of({"Årets konto=account", "Månad=month", "Belopp=amount"});
    EXPECT_EQ(read("\xC5rets konto;M\xE5nad;Belopp\n4010;maj;1\xA0""234,50-\n", profile).given, "actual 202605 4010 -123450\n");
    EXPECT_EQ(read("Årets konto;Månad;Belopp\n4010;maj;(1 234)\n", profile).given, "actual 202605 4010 -123400\n");
    EXPECT_EQ(read("Årets konto;Månad;Belopp\n\xE5;maj;1\n", profile).problems.substr(0, 17), "encoding_is_mixed");
}

struct AmountCase {
    const char* text;
    const char* expected;
};
TEST(Sheet, ReadsAmountsInAllTheirForms) {
    const AmountCase cases[] = {
        {"1 234,5", "123450"}, {"1\u00a0234,5", "123450"}, {"1\u202f234,5", "123450"}, {"1.234,50", "123450"}, {"-1 234", "-123400"},
        {"- 6 279", "-627900"}, {"− 1 116", "-111600"}, {"– 83", "-8300"}, {"+ 6 239 kr", "623900"}, {"+/- 0", "0"}, {"(1 234)", "-123400"},
        {"−", "0"}, {"-", "0"}, {"400*", "40000"}, {"1 234,50-", "-123450"}, {"12,345", "1235 rounded"}, {"1.234", "number_is_ambiguous"},
        {"Ej aktuellt", "number_has_text"}, {"9223372036854775,07", "922337203685477507"}, {"92233720368547758,08", "number_is_too_long"}, {"999999999999999999", "amount_is_too_large"},
        {"99999999999999999999", "number_is_too_long"}, {"'12", "1200"}, {"0", "0"}, {",5", "50"}, {"12,", "number_groups_are_wrong"},
    };
    for (const AmountCase& each : cases) {
        const Amount amount = read_amount({FieldKind::text, each.text}, MoneyUnit::kr);
        EXPECT_EQ(amount.problem ? std::string(amount.problem->code) : std::to_string(amount.ore) + (amount.rounded ? " rounded" : ""), each.expected) << each.text;
    }
    EXPECT_EQ(read_amount({FieldKind::number, "0.1"}, MoneyUnit::mnkr).ore, 10'000'000);
    EXPECT_FALSE(read_amount({FieldKind::empty, ""}, MoneyUnit::kr).exists);
}

TEST(Sheet, ReadsMonthsInAllTheirForms) {
    for (const char* text : {"202603", "2026-03", "2026/03", "03/2026", "mars 2026", "Mar-26", "2026 mars", "2026-03-31", "20260331"}) {
        const auto month = read_month(text);
        ASSERT_TRUE(month) << text;
        EXPECT_EQ(month->year * 100 + month->month, 202603) << text;
    }
    for (const char* text : {"3", "03", "mars", "Mar.", "P03", "period 3"}) EXPECT_EQ(read_month(text) ? read_month(text)->month : 0, 3) << text;
    for (const char* text : {"13", "202613", "0", "x", "2026-13", "1234567", "mars-x"}) EXPECT_FALSE(read_month(text)) << text;
    EXPECT_EQ(read_month("2026")->year, 2026);
}

}  // namespace
}  // namespace styrkedja::sheet
