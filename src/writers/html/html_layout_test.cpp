// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "writers/html/html.h"
#include "writers/html/page.h"
#include "writers/sample_document.h"

// What the page is laid out by: the list of contents, the widths of columns, what doesn't break.
namespace styrkedja::html {
namespace {

using namespace document;
using sample::number;
using sample::said;
using sample::words;

bool has(const std::string& html, std::string_view part) {
    return html.find(part) != std::string::npos;
}

Section section(const std::string& id, const std::string& heading, int level = 1) {
    Section made;
    made.id = id;
    made.level = level;
    made.heading = heading;
    return made;
}

Document with_text(Inlines text) {
    Document made;
    Section only = section("a", "A");
    only.blocks = {Paragraph{std::move(text)}};
    made.sections = {only};
    return made;
}

Column column(const std::string& label, Align align = Align::right) {
    Column made;
    made.id = label;
    made.label = label;
    made.align = align;
    return made;
}

Table table_of(std::vector<Column> columns, std::vector<Cell> cells) {
    Table table;
    table.id = "t";
    table.columns = std::move(columns);
    Row row;
    row.id = "r";
    row.label = words("Kultur");
    row.cells = std::move(cells);
    table.rows = {row};
    return table;
}

std::string written(const Table& table) {
    Document made;
    Section only = section("a", "A");
    only.blocks = {TableBlock{0}};
    made.sections = {only};
    made.tables = {table};
    return write_html(made);
}

TEST(HtmlContents, what_has_no_heading_is_not_listed) {
    Document made;
    made.sections = {section("a", "Ett"), section("b", ""), section("c", "Tre"), section("d", "Fyra"),
                     section("e", "Fem")};
    const std::string html = write_html(made);
    EXPECT_TRUE(has(html, "href=\"#s-a\""));
    EXPECT_FALSE(has(html, "href=\"#s-b\""));
    EXPECT_TRUE(has(html, "<section id=\"s-b\" class=\"on\">"));
}

TEST(HtmlContents, two_levels_at_most_and_not_the_list_itself) {
    Document made;
    made.sections = {section("a", "Ett"), section("b", "Innehåll"), section("c", "Tre"),
                     section("d", "Fyra")};
    made.sections[0].sections = {section("a1", "Ett ett", 2)};
    made.sections[0].sections[0].sections = {section("a11", "Ett ett ett", 3)};
    made.sections[1].blocks = {Contents{5}};
    const std::string html = write_html(made);
    EXPECT_TRUE(has(html, "href=\"#s-a1\""));
    EXPECT_FALSE(has(html, "href=\"#s-a11\""));
    EXPECT_FALSE(has(html, "href=\"#s-b\""));
}

TEST(HtmlContents, a_short_document_needs_none) {
    Document made;
    made.sections = {section("a", "Ett"), section("b", "Två"), section("c", "Tre")};
    EXPECT_FALSE(has(write_html(made), "<nav"));
}

TEST(HtmlText, dates_do_not_break) {
    const std::string html = write_html(with_text(words("Beslutad 2016-05-17, dnr 12016-05-171.")));
    EXPECT_TRUE(has(html, "<p>Beslutad <span class=\"nw\">2016-05-17</span>, dnr 12016-05-171.</p>"));
}

TEST(HtmlText, a_quoted_sentence_is_text_and_a_quoted_word_a_reference) {
    Figure sentence;
    sentence.shown = "Kommunstyrelsen föreslår följande.";
    sentence.label = "Förslag";
    sentence.sources = {{"forslag", "text"}};
    EXPECT_TRUE(has(write_html(with_text({Quote{sentence}})), "<p>Kommunstyrelsen föreslår följande.</p>"));
    sentence.shown = "överskott";
    EXPECT_TRUE(has(write_html(with_text({Quote{sentence}})), "<a class=\"f\""));
}

TEST(HtmlTable, a_unit_is_said_once) {
    struct Case {
        std::string label, shown, head;
    };
    for (const Case& each :
         {Case{"Andel", "15,0", "Andel<br>%</th>"}, Case{"Andel", "15,0\u00a0%", "Andel</th>"},
          Case{"Riktvärde 33 %", "15,0", "Riktvärde 33 %</th>"}}) {
        Column share = column(each.label);
        share.unit = "%";
        EXPECT_TRUE(has(written(table_of({share}, {number(each.shown, "15.0")})), each.head)) << each.head;
    }
}

TEST(HtmlTable, figures_are_equally_wide_and_comments_have_the_room) {
    Column comment = column("Kommentar", Align::left);
    comment.width = 3;
    const std::string text = "Överskottet kommer från en försäljning som var planerad till året innan.";
    const Table table =
        table_of({column("Budget"), column("Utfall"), column("Avvikelse"), comment},
                 {number("1\u00a0000,0", "1000"), number("9,0", "9"), number("991,0", "991"), said(text)});
    const std::vector<int> percents = column_percents(table);
    ASSERT_EQ(percents.size(), 4U);
    EXPECT_EQ(percents[0], percents[1]);
    EXPECT_EQ(percents[1], percents[2]);
    EXPECT_GT(percents[3], 2 * percents[0]);
    EXPECT_LT(percents[0] + percents[1] + percents[2] + percents[3], 95);  // the labels' are left
}

}  // namespace
}  // namespace styrkedja::html
