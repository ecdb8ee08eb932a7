// SPDX-License-Identifier: EUPL-1.2
#include "codec/csv.h"

#include <gtest/gtest.h>

namespace styrkedja {
namespace {

using Table = std::vector<std::vector<std::string>>;

Table read_all(std::string_view text, Problems& problems) {
    CsvReader reader("matt.csv", text, problems);
    Table table;
    table.emplace_back(reader.heading().begin(), reader.heading().end());
    while (reader.next()) {
        auto& row = table.emplace_back();
        for (std::size_t i = 0; i < reader.heading().size(); ++i) row.emplace_back(reader.field(i));
    }
    return table;
}

std::string shown(const Table& table) {
    std::string out;
    for (const auto& row : table) {
        for (const auto& field : row) out += "[" + field + "]";
        out += "/";
    }
    return out;
}

TEST(Csv, TablesAreReadAsPeopleSaveThem) {
    struct Case {
        std::string_view text, expected;
    };
    const Case cases[] = {
        {"id;namn\n1;Skola\n", "[id][namn]/[1][Skola]/"},
        {"id,namn\n1,Skola\n", "[id][namn]/[1][Skola]/"},
        {"id\tnamn\n1\tSkola, ny", "[id][namn]/[1][Skola, ny]/"},
        {"id;namn, enhet\n1;2,5\n", "[id][namn, enhet]/[1][2,5]/"},
        {"\"a,b\"\n\"c;d\"\n", "[a,b]/[c;d]/"},
        {"sep=,\r\na,b;c\r\n1,2\r\n", "[a][b;c]/[1][2]/"},
        {"id;namn\r\n1;Skola\r\n2;Park\r\n", "[id][namn]/[1][Skola]/[2][Park]/"},
        {"id;namn\r1;Skola\r2;Park", "[id][namn]/[1][Skola]/[2][Park]/"},
        {"id;namn\n1;\"Han sa \"\"hej\"\"\"\n", "[id][namn]/[1][Han sa \"hej\"]/"},
        {"id;namn\n1;\"två\nrader; ett fält\"\n2;x", "[id][namn]/[1][två\nrader; ett fält]/[2][x]/"},
        {"id;namn\n1;\"\"\n", "[id][namn]/[1][]/"},
        {"id;namn\n1;Rör 5\" grovt\n", "[id][namn]/[1][Rör 5\" grovt]/"},
        {"id;namn\n  1 ;\t Skola  ;\n", "[id][namn]/[1][Skola]/"},
        {"id;namn\n1;\" Skola \"  \n", "[id][namn]/[1][ Skola ]/"},
        {"\n\n# en kommentar; \"med citattecken\n  # till\nid;namn\n;;\n \n1;Skola\n#2;Park\n;#3\n",
         "[id][namn]/[1][Skola]/[][#3]/"},
        {"id;namn;\n1;Skola;;;\n2\n", "[id][namn]/[1][Skola]/[2][]/"},
        {"id\tnamn\n\t#x\n", "[id][namn]/[][#x]/"},
        {"id;\"na\"\"mn\"\n1;2", "[id][na\"mn]/[1][2]/"},
        {"id;namn\n1;Skola\nx;", "[id][namn]/[1][Skola]/[x][]/"},
    };
    for (const Case& c : cases) {
        Problems problems;
        EXPECT_EQ(shown(read_all(c.text, problems)), c.expected) << c.text;
        EXPECT_TRUE(problems.empty()) << c.text << problems.list()[0].code;
    }
}

TEST(Csv, WhatIsWrongHasItsPlaceAndReadingGoesOn) {
    struct Case {
        std::string_view text, expected, code;
        std::uint32_t line, column;
        std::string_view excerpt;
    };
    const Case cases[] = {
        {"", "/", "table_has_no_heading", 1, 0, ""},
        {"# bara en kommentar\n", "/", "table_has_no_heading", 1, 0, ""},
        {"id;namn\nå;\"Skola\n2;Park\n", "[id][namn]/[å][\"Skola]/[2][Park]/", "quote_is_not_closed", 2, 3,
         "å;\"Skola"},
        {"id;namn\n1;\"Skola\" ny;\n", "[id][namn]/[1][\"Skola\" ny]/", "text_after_closing_quote", 2, 10,
         "1;\"Skola\" ny;"},
        {"id,tal\nå,1,5\n", "[id][tal]/[å][1]/", "row_has_too_many_fields", 2, 5, "å,1,5"},
        {"id;namn;id\n1;2;3\n", "[id][namn][id]/[1][2][3]/", "heading_is_repeated", 1, 9, "id;namn;id"},
        {"id;;tal\n;;3\n1;x;2\n2;y;2\n", "[id][][tal]/[][][3]/[1][x][2]/[2][y][2]/", "column_has_no_heading",
         3, 3, "1;x;2"},
        {"id;a;b\n1;\"rad\nrad två\";x;y\n", "[id][a][b]/[1][rad\nrad två][x]/", "row_has_too_many_fields", 3,
         12, "rad två\";x;y"},
    };
    for (const Case& c : cases) {
        Problems problems;
        EXPECT_EQ(shown(read_all(c.text, problems)), c.expected) << c.text;
        ASSERT_EQ(problems.size(), 1U) << c.text;
        const Problem& problem = problems.list()[0];
        EXPECT_EQ(problem.code, c.code) << c.text;
        EXPECT_EQ(problem.place.line, c.line) << c.text;
        EXPECT_EQ(problem.place.column, c.column) << c.text;
        EXPECT_EQ(problem.place.excerpt, c.excerpt) << c.text;
    }
}

TEST(Csv, EveryFieldKnowsItsPlace) {
    Problems problems;
    CsvReader reader("matt.csv", "id;namn;tal\r\n\r\n\"a\r\nb\";å; 12\r\nc", problems);
    EXPECT_EQ(reader.column_of("tal"), 2U);
    EXPECT_EQ(reader.column_of("Tal"), std::nullopt);
    EXPECT_EQ(reader.heading_place(1).column, 4U);
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.line(), 3U);
    EXPECT_EQ(reader.field(0), "a\r\nb");
    EXPECT_EQ(reader.place(0).line, 3U);
    EXPECT_EQ(reader.place(2).line, 4U);
    EXPECT_EQ(reader.place(2).column, 7U);
    EXPECT_EQ(reader.place(2).excerpt, "b\";å; 12");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.line(), 5U);
    EXPECT_EQ(reader.place(2).column, 2U);  // where it would have been
    EXPECT_FALSE(reader.next());
    EXPECT_FALSE(reader.next());
}

TEST(Csv, QuotesAreWrittenOnlyWhereNeeded) {
    std::string out;
    write_csv_row(out, std::vector<std::string>{"kf-1", "Nöjda elever, alla", "1,5", "", "Rör 5\" grovt"});
    write_csv_row(out, std::vector<std::string>{"#1", "a;b", " c", "två\nrader", "\"x\""});
    EXPECT_EQ(
        out,
        "kf-1;Nöjda elever, alla;1,5;;Rör 5\" grovt\n\"#1\";\"a;b\";\" c\";\"två\nrader\";\"\"\"x\"\"\"\n");
}

TEST(Csv, WhatIsWrittenIsReadBack) {
    std::uint32_t seed = 20260602, state = seed;
    auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 16U; };
    const std::string_view parts[] = {"a",  "å", "1,5", ";", "\"", "\n",   "\r\n",
                                      "\r", " ", "\t",  "#", ",",  "sep=", "−"};
    for (int round = 0; round < 5000; ++round) {
        std::size_t columns = 1 + random() % 4;
        Table table(1);
        for (std::size_t i = 0; i < columns; ++i)
            table[0].push_back("k" + std::to_string(i) + (i % 2 == 0 ? "," : ""));
        for (auto rows = random() % 4; rows > 0; --rows) {
            auto& row = table.emplace_back();
            for (std::size_t i = 0; i < columns; ++i) {
                std::string field = i == 0 ? "x" : "";
                if (i == 0 && random() % 2 == 0) field.clear();
                for (auto n = random() % 4; n > 0; --n) field += parts[random() % std::size(parts)];
                row.push_back(field);
            }
            if (std::all_of(row.begin(), row.end(), [](auto& f) { return f.empty(); })) row.back() = "y";
        }
        std::string text;
        for (const auto& row : table) write_csv_row(text, row);
        Problems problems;
        ASSERT_EQ(shown(read_all(text, problems)), shown(table))
            << "seed " << seed << " round " << round << "\n"
            << text;
        ASSERT_TRUE(problems.empty()) << text;
    }
}

TEST(Csv, AnyTextIsReadToItsEnd) {
    std::uint32_t seed = 20260603, state = seed;
    auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 16U; };
    const std::string_view signs = "a;\",\t\n\r #\xC3\xA5";
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto n = random() % 30; n > 0; --n) text += signs[random() % signs.size()];
        Problems problems;
        CsvReader reader("f", text, problems);
        std::size_t rows = 0;
        for (; reader.next(); ++rows) {
            for (std::size_t i = 0; i <= reader.size(); ++i) ASSERT_GE(reader.place(i).line, reader.line());
        }
        ASSERT_LE(rows, text.size()) << "seed " << seed << " round " << round;
    }
}

}  // namespace
}  // namespace styrkedja
