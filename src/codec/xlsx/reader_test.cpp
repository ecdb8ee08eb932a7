// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx/reader.h"

#include <gtest/gtest.h>

#include "codec/xlsx/parts.h"
#include "codec/xlsx/reader_testing.h"

namespace styrkedja::workbook {
namespace {

using workbook_testing::bytes_of;
using workbook_testing::Made;
using workbook_testing::row;

// All cells of a sheet: "A1 text Konto".
std::string cells_of(const std::string& bytes, Problems& problems, std::size_t sheet = 0) {
    static const char* const kinds[] = {"empty", "text", "number", "date", "boolean", "error", "unknown"};
    const auto book = Workbook::open("bok.xlsx", bytes, problems);
    if (!book) return "refused";
    const auto reader = book->read(sheet, problems);
    std::string out;
    while (reader->next()) {
        for (const Cell& cell : reader->row().cells)
            out += cell_name(reader->row().number, cell.column) + " " + kinds[static_cast<int>(cell.kind)] + " " + std::string(cell.text) + "\n";
    }
    return out;
}

std::string first_code(const std::string& bytes, const Limits& limits = {}) {
    Problems problems;
    const auto book = Workbook::open("bok.xlsx", bytes, problems, limits);
    if (book && !book->sheets().empty()) {
        const auto reader = book->read(0, problems);
        while (reader->next()) {
        }
    }
    return problems.empty() ? "" : std::string(problems.list()[0].code);
}

TEST(Workbook, GivesCellsAsTheyAreStored) {
    Made made;
    made.texts = {"<t>Ansvar</t>", "<r><t>Kon</t></r><r><t>to</t></r><rPh><t>x</t></rPh>", "<t>a_x000D_b_x_x0041_</t>"};
    made.sheets = {{"Blad1", "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>" +
                                 row("0114|#114|#1234.5600000000001|@46082|!#N/A|?|#0.30000000000000004") +
                                 "<row hidden=\"1\"><c t=\"b\"><v>1</v></c><c t=\"str\"><f>A1</f><v>å &amp; ä</v></c><c s=\"2\"><v>41699</v></c></row>"}};
    Problems problems;
    EXPECT_EQ(cells_of(bytes_of(made), problems),
              "B3 text Ansvar\nD3 text Konto\nE3 text a b_xA\n"
              "A4 text 0114\nB4 number 114\nC4 number 1234.56\nD4 date 2026-03-01\nE4 error #N/A\nF4 unknown \nG4 number 0.3\n"
              "A5 boolean 1\nB5 text å & ä\nC5 date 2014-03-01\n");
    EXPECT_TRUE(problems.empty());
}

TEST(Workbook, NumbersAreShownWithFifteenFigures) {
    EXPECT_EQ(shown_number("1234.5"), "1234.5");
    EXPECT_EQ(shown_number("-99999999999999.995"), "-100000000000000");
    EXPECT_EQ(shown_number("1.2345E3"), "1234.5");
    EXPECT_EQ(shown_number("1.0000000000000001E-2"), "0.01");
    EXPECT_EQ(shown_number("12345678901234567"), "12345678901234600");
    EXPECT_EQ(shown_number("0.000000000000000000"), "0");
    EXPECT_EQ(shown_number("1E300"), "1E300");
    EXPECT_EQ(shown_number("not a number at all"), "not a number at all");
}

TEST(Workbook, DaysAreCountedFrom1900OrFrom1904) {
    EXPECT_EQ(day_of_serial("1", false), "1900-01-01");
    EXPECT_EQ(day_of_serial("59", false), "1900-02-28");
    EXPECT_EQ(day_of_serial("60", false), "");
    EXPECT_EQ(day_of_serial("61", false), "1900-03-01");
    EXPECT_EQ(day_of_serial("46082.5", false), "2026-03-01");
    EXPECT_EQ(day_of_serial("44620", true), "2026-03-01");
    EXPECT_EQ(day_of_serial("0.5", false), "");
    EXPECT_EQ(day_of_serial("99999999", false), "");
}

TEST(Workbook, AFormatIsADateWhenItShowsADayAMonthOrAYear) {
    for (const char* code : {"yyyy\\-mm\\-dd", "d mmm yyyy", "mmm\\-yy", "[$-41D]d mmmm yyyy;@", "D/M"}) EXPECT_TRUE(is_date_format(code)) << code;
    for (const char* code : {"General", "#,##0", "0.00E+00", "#,##0\\ \"kr/dag\"", "[h]:mm", "h:mm:ss", "[Red]-0", "0_d"}) EXPECT_FALSE(is_date_format(code)) << code;
}

TEST(Workbook, TellsMergedCellsHiddenSheetsAndRows) {
    Made made;
    made.sheets = {{"Dolt", row("a")}, {"Blad", row("x", " r=\"2\" hidden=\"1\"")}};
    made.after = "<mergeCells><mergeCell ref=\"B2:D10\"/></mergeCells>";
    made.sheet_state = " state=\"veryHidden\"";
    const std::string bytes = bytes_of(made);
    Problems problems;
    const auto book = Workbook::open("bok.xlsx", bytes, problems);
    ASSERT_TRUE(book);
    EXPECT_TRUE(book->sheets()[0].hidden);
    EXPECT_FALSE(book->sheets()[1].hidden);
    const auto reader = book->read(1, problems);
    ASSERT_TRUE(reader->next());
    EXPECT_TRUE(reader->row().hidden);
    EXPECT_FALSE(reader->next());
    ASSERT_EQ(reader->merged().size(), 1U);
    EXPECT_EQ(reader->merged()[0].last_row, 10U);
    EXPECT_EQ(reader->merged()[0].last_column, 3U);
}

TEST(Workbook, IsRefusedWhenItIsNoneOrHarmful) {
    Made good;
    good.sheets = {{"Blad", row("a")}};
    const std::string bytes = bytes_of(good);
    EXPECT_EQ(first_code(bytes), "");
    EXPECT_EQ(first_code("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "workbook_is_old_or_locked");
    EXPECT_EQ(first_code("PK\x03\x04 and no more"), "zip_is_damaged");
    EXPECT_EQ(first_code(write_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})), "workbook_is_of_other_kind");
    EXPECT_EQ(first_code(bytes.substr(0, bytes.size() - 30)), "zip_is_damaged");
    EXPECT_EQ(first_code(bytes, Limits{3}), "too_many_files");
    EXPECT_EQ(first_code(bytes, Limits{100, 500}), "files_are_too_large");
    Made zeros;
    zeros.sheets = {{"Blad", "<row><c t=\"inlineStr\"><is><t>" + std::string(2'000'000, '0') + "</t></is></c></row>"}};
    EXPECT_EQ(first_code(bytes_of(zeros), Limits{100, 1U << 30U, 1U << 30U, 100, 1000}), "zip_is_a_bomb");
}

TEST(Workbook, RefusesEntitiesAndWhatIsNotXml) {
    Made made;
    made.sheets = {{"Blad", row("a")}};
    const auto with = [&](const std::string& sheet) {
        made.instead = sheet;
        return bytes_of(made);
    };
    const std::string laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    EXPECT_EQ(first_code(with(laughs + "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>")), "workbook_is_damaged");
    EXPECT_EQ(first_code(with("<worksheet><sheetData><row>")), "workbook_is_damaged");
    EXPECT_EQ(first_code(with(" ")), "workbook_is_damaged");
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "<a>";
    EXPECT_EQ(first_code(with(deep)), "workbook_is_damaged");
}

}  // namespace
}  // namespace styrkedja::workbook
