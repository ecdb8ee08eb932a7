// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "writers/sample_document.h"
#include "writers/sheets/sheets.h"

namespace styrkedja::sheets {
namespace {

using namespace document;

Row row(std::vector<std::pair<std::string, std::string>> figures, RowKind kind = RowKind::item) {
    Row made;
    made.id = "r";
    made.kind = kind;
    for (auto& [shown, value] : figures) made.cells.push_back(sample::number(shown, value));
    return made;
}

Table table(std::size_t columns, std::vector<Row> rows) {
    Table made;
    made.id = "t";
    for (std::size_t i = 0; i < columns; ++i) {
        Column column;
        column.id = "c" + std::to_string(i);
        made.columns.push_back(column);
    }
    made.rows = std::move(rows);
    return made;
}

Book book_of(Table of) {
    static std::vector<std::unique_ptr<Document>> kept;
    Document& document = *kept.emplace_back(std::make_unique<Document>());
    document.tables = {std::move(of)};
    Problems problems;
    return make_book(document, problems);
}

using Runs = std::vector<std::pair<std::size_t, std::size_t>>;

TEST(Formulas, subtotals_add_their_own_rows_and_the_total_adds_subtotals) {
    const Book book = book_of(table(1, {row({{"1", "1"}}), row({{"2", "2"}}), row({{"3", "3"}}, RowKind::subtotal),
                                        row({{"4", "4"}}), row({{"5", "5"}}), row({{"9", "9"}}, RowKind::subtotal),
                                        row({{"12", "12"}}, RowKind::total)}));
    const auto& lines = book.sheets[0].lines;
    EXPECT_EQ(lines[2].cells[0].formula->rows, (Runs{{0, 1}}));
    EXPECT_EQ(lines[5].cells[0].formula->rows, (Runs{{3, 4}}));
    EXPECT_EQ(lines[6].cells[0].formula->rows, (Runs{{2, 2}, {5, 5}}));
}

TEST(Formulas, a_result_goes_on_from_the_subtotal_before_it) {
    const Book book = book_of(table(1, {row({{"10", "10"}}), row({{"10", "10"}}, RowKind::total), row({{"−3", "-3"}}),
                                        row({{"7", "7"}}, RowKind::total)}));
    EXPECT_EQ(book.sheets[0].lines[3].cells[0].formula->rows, (Runs{{1, 2}}));
}

TEST(Formulas, a_variance_is_the_difference_that_holds_in_every_row) {
    Table made = table(3, {row({{"10", "10"}, {"7", "7"}, {"+3", "3"}}), row({{"5", "5"}, {"6", "6"}, {"−1", "-1"}})});
    const Book book = book_of(made);
    ASSERT_TRUE(book.sheets[0].lines[0].cells[2].formula);
    EXPECT_EQ(book.sheets[0].lines[0].cells[2].formula->minuend, 0U);
    EXPECT_EQ(book.sheets[0].lines[1].cells[2].formula->subtrahend, 1U);
    EXPECT_FALSE(book.sheets[0].lines[0].cells[1].formula) << "never budget minus variance";
    made.rows[1].cells[2] = sample::number("−2", "-2");
    EXPECT_FALSE(book_of(made).sheets[0].lines[0].cells[2].formula);
}

TEST(Formulas, one_row_is_not_enough_for_a_difference) {
    const Book book = book_of(table(3, {row({{"10", "10"}, {"7", "7"}, {"+3", "3"}})}));
    EXPECT_FALSE(book.sheets[0].lines[0].cells[2].formula);
}

TEST(Formulas, a_variance_before_its_columns_makes_no_circle) {
    const Book book = book_of(table(3, {row({{"+3", "3"}, {"10", "10"}, {"7", "7"}}), row({{"−1", "-1"}, {"5", "5"}, {"6", "6"}})}));
    EXPECT_TRUE(book.sheets[0].lines[0].cells[0].formula);
    EXPECT_FALSE(book.sheets[0].lines[0].cells[1].formula);
    EXPECT_FALSE(book.sheets[0].lines[0].cells[2].formula);
}

TEST(Charts, a_chart_without_a_table_gets_its_data_as_one) {
    Document document;
    Chart chart;
    chart.id = "d";
    chart.title = "Sjukfrånvaron minskar";
    ChartPanel panel;
    panel.places = {"2011", "2012"};
    ChartValue gap;
    gap.words = "mäts inte";
    for (const char* label : {"Utfall", "Utfall"}) {
        ChartSeries series;
        series.label = label;
        series.values = {gap, {sample::figure("6,1", "6.1", "", "%"), "", {}, 0}};
        panel.series.push_back(series);
    }
    chart.panels = {panel};
    document.charts = {chart};
    Problems problems;
    const Book book = make_book(document, problems);
    ASSERT_EQ(book.sheets.size(), 1U);
    EXPECT_EQ(book.sheets[0].table->columns.size(), 2U) << "a second series of the same name is not lost";
    EXPECT_EQ(book.sheets[0].lines[0].cells[0].text, "mäts inte");
    EXPECT_EQ(book.sheets[0].lines[1].cells[1].number, "6.1");
    EXPECT_EQ(facts_of(book).size(), 4U);
}

}  // namespace
}  // namespace styrkedja::sheets
