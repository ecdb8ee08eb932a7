// SPDX-License-Identifier: EUPL-1.2
#include "writers/csv/csv.h"

#include <gtest/gtest.h>

#include "writers/sample_document.h"

namespace styrkedja {
namespace {

using namespace document;

std::string only_table(const Cell& cell, const std::string& label) {
    Document made;
    Table table;
    table.id = "Ö/drift";
    table.stub = "Ansvar";
    table.columns.resize(1);
    table.columns[0].id = "c";
    table.columns[0].label = "budget";
    table.columns[0].group = "Helår";
    Row row;
    row.id = "r";
    row.label = sample::words(label);
    row.cells = {cell};
    table.rows = {row};
    made.tables = {table};
    const std::vector<NamedFile> files = csv_files(made);
    EXPECT_EQ(files.size(), 3U);
    EXPECT_EQ(files[0].name, "innehall.csv");
    EXPECT_EQ(files[1].name, "01----drift.csv");
    EXPECT_EQ(files[2].name, "data.csv");
    return files[1].bytes;
}

TEST(CsvFiles, open_in_excel_in_swedish) {
    EXPECT_EQ(only_table(sample::number("−1\u00a0234,6", "-1234.56"), "Å;b"),
              "\xEF\xBB\xBF" "Ansvar;Radslag;Helår: budget\n\"Å;b\";item;-1234,56\n");
}

TEST(CsvFiles, a_text_never_becomes_a_formula) {
    const std::pair<const char*, const char*> texts[] = {
        {"=1+1", "'=1+1"}, {"+46 480", "'+46 480"}, {"-2", "'-2"}, {"@a", "'@a"}, {" =1", "' =1"},
        {"\uFF1D" "1", "'\uFF1D" "1"}, {"-", "-"}, {"–", "–"}, {"a=1", "a=1"}};
    for (const auto& [text, written] : texts) {
        EXPECT_NE(only_table(sample::said(text), "a").find(";item;" + std::string(written) + "\n"), std::string::npos)
            << text << only_table(sample::said(text), "a");
    }
}

TEST(CsvFiles, control_characters_are_seen) {
    EXPECT_NE(only_table(sample::said("a\x01" "b"), "x").find("a\uFFFD" "b"), std::string::npos);
}

TEST(CsvFiles, every_figure_is_a_fact) {
    const std::vector<NamedFile> files = csv_files(sample::sample_document());
    const std::string& facts = files.back().bytes;
    EXPECT_NE(facts.find("Kommunledningskontoret;koncern;Koncernledning;item;prognos;Helår 2016;prognos;tkr;17118,9;"
                         "17\u00a0618,9;17\u00a0618,9;"), std::string::npos) << facts.substr(0, 2000);
}

TEST(CsvFiles, the_same_document_gives_the_same_bytes) {
    EXPECT_EQ(write_csv(sample::sample_document()), write_csv(sample::sample_document()));
}

}  // namespace
}  // namespace styrkedja
