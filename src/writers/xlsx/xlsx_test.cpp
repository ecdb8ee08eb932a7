// SPDX-License-Identifier: EUPL-1.2
#include "writers/xlsx/xlsx.h"

#include <gtest/gtest.h>

#include "writers/sheets/sheets.h"
#include "writers/xlsx/worksheet.h"
#include "writers/xlsx/xlsx_testing.h"

namespace styrkedja {
namespace {

using namespace document;
using namespace xlsx_testing;
using sample::number;
using sample::said;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::map<std::string, std::string> write(const Document& made, Problems& problems) { return parts_of(write_xlsx(made, problems)); }

std::map<std::string, std::string> write(const Document& made) {
    Problems problems;
    return write(made, problems);
}

std::string sheet(const Document& made) { return write(made)["xl/worksheets/sheet2.xml"]; }

TEST(Xlsx, the_same_document_gives_the_same_bytes) {
    Problems problems;
    EXPECT_EQ(write_xlsx(sample::sample_document(), problems), write_xlsx(sample::sample_document(), problems));
}

TEST(Xlsx, a_total_is_a_formula_whose_cached_value_is_the_figure) {
    Document made = one_table();
    made.tables[0].rows = {row("a", number("1,5", "1.5")), row("b", number("2,25", "2.25")),
                           row("Summa", number("3,75", "3.75"), RowKind::total)};
    EXPECT_TRUE(has(sheet(made), "<f>SUM(B5:B6)</f><v>3.75</v>")) << sheet(made);
    made.tables[0].rows[2] = row("Summa", number("3,76", "3.76"), RowKind::total);
    EXPECT_FALSE(has(sheet(made), "<f>"));
    EXPECT_TRUE(has(write(made)["xl/comments2.xml"], "inte summan"));
}

TEST(Xlsx, varav_rows_are_not_added_again) {
    Document made = one_table();
    made.tables[0].rows = {row("a", number("10", "10")), row("varav", number("4", "4"), RowKind::varav),
                           row("b", number("5", "5")), row("Summa", number("15", "15"), RowKind::total)};
    EXPECT_TRUE(has(sheet(made), "<f>SUM(B5,B7)</f><v>15</v>")) << sheet(made);
}

TEST(Xlsx, a_published_total_stands_as_the_value_that_was_published) {
    Document made = one_table();
    Cell total = number("12,0", "11");
    total.figure->published = "12,0";
    total.figure->computed_shown = "11,0";
    made.tables[0].rows = {row("a", number("5", "5")), row("b", number("6", "6")), row("Summa", total, RowKind::total)};
    EXPECT_TRUE(has(sheet(made), "<v>12.0</v>"));
    EXPECT_FALSE(has(sheet(made), "<f>"));
    const std::string comments = write(made)["xl/comments2.xml"];
    EXPECT_TRUE(has(comments, "Tryckt i det beslutade dokumentet: 12,0"));
    EXPECT_TRUE(has(comments, "Exakt värde: 11"));
    EXPECT_TRUE(has(comments, "raderna ovanför ger 11,0"));
}

TEST(Xlsx, per_cent_is_a_number_with_its_sign_and_is_never_added) {
    Document made = one_table();
    made.tables[0].rows = {row("a", number("15,0\u00a0%", "14.976")), row("Summa", number("15,0\u00a0%", "14.976"), RowKind::total)};
    auto parts = write(made);
    EXPECT_TRUE(has(parts["xl/worksheets/sheet2.xml"], "<v>14.976</v>"));
    EXPECT_FALSE(has(parts["xl/worksheets/sheet2.xml"], "<f>"));
    EXPECT_TRUE(has(parts["xl/styles.xml"], "#,##0.0&quot;\u00a0%&quot;"));
}

TEST(Xlsx, what_begins_as_a_formula_is_a_text) {
    Document made = one_table();
    for (const char* hostile : {"=1+1", "+SUM(A1)", "-2+3", "@x", "=cmd|'/c calc'!A0", "\t=1"}) {
        made.tables[0].rows = {row(hostile, said(hostile))};
        made.tables[0].rows[0].detail = {sample::words(hostile)};
        EXPECT_FALSE(has(sheet(made), "<f>")) << hostile;
        EXPECT_FALSE(has(sheet(made), "t=\"str\"")) << hostile;
    }
}

TEST(Xlsx, a_text_longer_than_a_cell_goes_on_in_the_row_below_and_is_told) {
    Document made = one_table();
    std::string text;
    for (int i = 0; i < 8000; ++i) text += "ordå ";
    made.tables[0].rows = {row("a", said(text)), row("b", number("1", "1")), row("Summa", number("1", "1"), RowKind::total)};
    Problems problems;
    auto parts = write(made, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list()[0].code, "text_is_too_long_for_a_cell");
    const std::string strings = parts["xl/sharedStrings.xml"];
    EXPECT_TRUE(has(strings, text.substr(text.size() - 500))) << "the end is there";
    EXPECT_TRUE(has(parts["xl/worksheets/sheet2.xml"], "<f>SUM(B7)</f>") || has(parts["xl/worksheets/sheet2.xml"], "<f>SUM(B5:B7)</f>"))
        << parts["xl/worksheets/sheet2.xml"];
}

TEST(Xlsx, five_thousand_words_fit_in_a_cell) {
    Document made = one_table();
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "ord ";
    made.tables[0].rows = {row("a", said(text))};
    Problems problems;
    EXPECT_TRUE(has(write(made, problems)["xl/sharedStrings.xml"], text));
    EXPECT_TRUE(problems.empty());
}

TEST(Xlsx, control_characters_become_visible_and_are_told) {
    Document made = one_table();
    made.tables[0].rows = {row("a\x01", said("b\xff \U0001F600 \u0627\u0644")), row("_x0041_", said(""))};
    Problems problems;
    const std::string strings = write(made, problems)["xl/sharedStrings.xml"];
    EXPECT_TRUE(has(strings, "a\uFFFD"));
    EXPECT_TRUE(has(strings, "\U0001F600 \u0627\u0644"));
    EXPECT_TRUE(has(strings, "_x005F_x0041_")) << "Excel would read _x0041_ as A";
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list()[0].code, "characters_are_not_for_excel");
}

TEST(Xlsx, a_number_of_more_than_fifteen_digits_is_kept_in_a_comment) {
    Document made = one_table();
    made.tables[0].rows = {row("a", number("1\u00a0234\u00a0567\u00a0890\u00a0123\u00a0456,7", "1234567890123456.7")),
                           row("kvot", number("1\u00a0234,3", "1234.333333333333"))};
    Problems problems;
    auto parts = write(made, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list()[0].code, "number_is_too_long_for_excel");
    EXPECT_TRUE(has(parts["xl/comments2.xml"], "Exakt värde: 1234567890123456.7"));
}

TEST(Xlsx, words_and_missing_values_stand_among_the_numbers) {
    Document made = one_table();
    Cell missing;
    missing.figure = sample::figure("–", "", "", "");
    missing.notes = {0};
    made.tables[0].notes = {{"a", false, sample::words("Mäts i december.")}};
    made.tables[0].rows = {row("a", said("Öka")), row("b", missing), row("c", number("7", "7"))};
    auto parts = write(made);
    EXPECT_TRUE(has(parts["xl/sharedStrings.xml"], ">Öka<"));
    EXPECT_TRUE(has(parts["xl/sharedStrings.xml"], ">–<"));
    EXPECT_TRUE(has(parts["xl/comments2.xml"], "Not a: Mäts i december."));
    EXPECT_TRUE(has(parts["xl/sharedStrings.xml"], "a (B6): Mäts i december."));
}

TEST(Xlsx, sixty_columns) {
    Document made = one_table();
    Table& table = made.tables[0];
    table.columns.resize(60, table.columns[0]);
    Row wide = row("a", Cell{});
    for (int i = 0; i < 60; ++i) table.columns[static_cast<std::size_t>(i)].id = "c" + std::to_string(i);
    wide.cells.assign(60, number("1", "1"));
    table.rows = {wide};
    EXPECT_TRUE(has(sheet(made), "<c r=\"BI5\""));
    EXPECT_EQ(xlsx::column_name(701), "ZZ");
    EXPECT_EQ(xlsx::column_name(702), "AAA");
}

TEST(Xlsx, nothing_in_the_file_is_from_the_clock) {
    Document made = one_table();
    EXPECT_FALSE(has(write(made)["docProps/core.xml"], "dcterms:created"));
    made.date = "2016-05-17";
    EXPECT_TRUE(has(write(made)["docProps/core.xml"], "2016-05-17T00:00:00Z"));
}

TEST(Xlsx, a_footer_keeps_its_text) {
    Document made = one_table();
    made.diary_number = "117-70/2016 & 3";
    EXPECT_TRUE(has(sheet(made), "&amp;L&amp;8 117-70/2016 &amp;&amp; 3"));
}

TEST(SheetNames, are_allowed_short_and_unlike_each_other) {
    sheets::SheetNames names;
    EXPECT_EQ(names.take("Drift: 1/2 [a]*?"), "Drift 1 2 a");
    EXPECT_EQ(names.take("DRIFT 1 2 A"), "DRIFT 1 2 A (2)");
    EXPECT_EQ(names.take("'citat'"), "citat");
    EXPECT_EQ(names.take("History"), "History 1");
    EXPECT_EQ(names.take(""), "Tabell");
    const std::string first = names.take("Kommunledningskontoret ska bedriva verksamhet");
    const std::string second = names.take("Kommunledningskontoret ska bedriva annat");
    EXPECT_EQ(first, "Kommunledningskontoret ska bedr");
    EXPECT_EQ(second, "Kommunledningskontoret ska (2)");
    std::string smileys;
    for (int i = 0; i < 20; ++i) smileys += "\U0001F600";
    EXPECT_EQ(sheets::count_units(names.take(smileys)), 30U) << "never half a character";
}

}  // namespace
}  // namespace styrkedja
