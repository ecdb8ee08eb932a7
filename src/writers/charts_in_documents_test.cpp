// SPDX-License-Identifier: EUPL-1.2
// A chart in a finished page and in the document for machines.
#include <gtest/gtest.h>

#include "writers/html/html.h"
#include "writers/json/json.h"
#include "writers/sample_document.h"

namespace styrkedja {
namespace {

using namespace document;

Document document_with_chart() {
    Document made;
    made.id = "d";
    made.municipality = "k";
    made.title = "Dokument";
    Chart chart;
    chart.id = "diagram.a";
    chart.kind = ChartKind::bars;
    chart.title = "Två <av> tre";
    chart.subject = "tkr, 2016";
    chart.source = "Källa: boken.";
    chart.alternative = "Högst 8, lägst 3.";
    chart.panels = {{"", "tkr", {"Kansli", "HR & co"},
                     {{"Utfall", SeriesKind::outcome, {{sample::figure("8", "8", ""), ""}, {std::nullopt, "inte mätt"}}}}}};
    Table table;
    table.id = "drift";
    table.caption = "Drift";
    chart.table = 0;
    made.tables.push_back(table);
    made.charts.push_back(chart);
    Section section;
    section.id = "s";
    section.heading = "Avsnitt";
    section.blocks.emplace_back(ChartBlock{0});
    made.sections.push_back(section);
    return made;
}

void expect_in(const std::string& text, std::string_view part) { EXPECT_NE(text.find(part), std::string::npos) << part; }

TEST(ChartsInDocuments, HtmlHasTheDrawingItsWordsAndItsData) {
    const std::string html = write_html(document_with_chart());
    expect_in(html, "<figcaption>Två &lt;av&gt; tre <span class=\"u\">tkr, 2016</span></figcaption>");
    expect_in(html, "role=\"img\" aria-labelledby=\"ch1-title\" aria-describedby=\"ch1-desc\"");
    expect_in(html, "<desc id=\"ch1-desc\">Högst 8, lägst 3.</desc>");
    expect_in(html, ">HR &amp; co</text>");
    expect_in(html, ">inte mätt</text>");
    expect_in(html, "<p class=\"src\">Källa: boken.</p>");
    expect_in(html, "<summary>Samma data</summary>");
    EXPECT_EQ(html.find("<av>"), std::string::npos);
    EXPECT_EQ(html.find("style=\""), std::string::npos) << "no styles in attributes";
}

TEST(ChartsInDocuments, JsonHasAllOfIt) {
    const std::string json = write_json(document_with_chart());
    expect_in(json, "\"type\":\"chart\",\"chart\":\"diagram.a\"");
    expect_in(json, "\"kind\":\"bars\"");
    expect_in(json, "\"places\":[\"Kansli\",\"HR & co\"]");
    expect_in(json, "\"words\":\"inte mätt\"");
    expect_in(json, "\"table\":\"drift\"");
    EXPECT_EQ(write_json(sample::sample_document()).find("\"charts\""), std::string::npos) << "absent where there are none";
}

TEST(ChartsInDocuments, ALineInACellIsAlsoSaid) {
    Document made = document_with_chart();
    made.tables[0].columns = {{"linje", "2010–2012", Align::left, "", "", false, 0}};
    Row row;
    row.id = "a";
    row.cells.emplace_back().sparkline = Sparkline{{"5.9", "", "6.4"}, "6.0", "5,9 2010; – 2011; 6,4 2012"};
    made.tables[0].rows.push_back(row);
    const std::string html = write_html(made);
    expect_in(html, "<span class=\"vh\">5,9 2010; – 2011; 6,4 2012</span>");
    expect_in(write_json(made), "\"line\":{\"values\":[\"5.9\",null,\"6.4\"],\"target\":\"6.0\"");
}

}  // namespace
}  // namespace styrkedja
