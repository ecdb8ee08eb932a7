// SPDX-License-Identifier: EUPL-1.2
#include "writers/json/json.h"

#include <gtest/gtest.h>

#include "writers/sample_document.h"

namespace styrkedja {
namespace {

using namespace document;
using sample::cell;
using sample::figure;
using sample::mark;
using sample::said;
using sample::words;

Document little_document() {
    Document made;
    made.id = "vb-2015";
    made.municipality = "exempelby";
    made.occasion = "2015-12";
    made.title = "Verksamhetsberättelse";
    made.state = State::decided;
    Figure outcome = figure("10,0", "9.96", "Utfall 2015", "mnkr");
    outcome.published = "10,0";
    outcome.computed_shown = "9,9";
    outcome.sources = {{"economy/ks.2015", "outcome"}, {"economy/ks.netto", ""}};
    Table table;
    table.id = "drift";
    table.number = 1;
    table.caption = "Drift";
    table.unit = "mnkr";
    table.columns.resize(2);
    table.columns[0].id = "utfall";
    table.columns[0].label = "Utfall";
    table.columns[1].id = "status";
    table.columns[1].label = "Status";
    table.columns[1].align = Align::left;
    Row row;
    row.id = "ks";
    row.kind = RowKind::total;
    row.label = words("Kommunstyrelsen");
    row.cells = {cell(outcome, {0}), said("Öka")};
    row.detail = {words("Vakanser.")};
    row.detail_label = "Analys";
    table.rows = {row};
    table.notes = {{"a", true, words("Raderna ger 9,9.")}};
    made.tables = {table};
    Figure quoted = outcome;
    quoted.target = "drift/ks/utfall";
    quoted.sources.clear();
    Section section;
    section.id = "ekonomi";
    section.heading = "Ekonomi";
    section.mark = mark(MarkShape::partly, "Delvis");
    section.blocks = {Paragraph{{Text{"Kostade "}, Quote{quoted}, Text{"."}}}, TableBlock{0}};
    made.sections = {section};
    made.assessments = {
        {"kf-1", "ks", "", "2015-12", "partly", "", "met", "", "", "", "", false, {{"En av två.", {}}}}};
    made.problems = {{"value_missing",
                      Severity::warning,
                      {"hidden.csv", 3, 1, "hidden", "outcomes/sjuk.2015", "value"},
                      {{"year", "2015"}}}};
    return made;
}

TEST(JsonDocument, the_form_of_a_document) {
    EXPECT_EQ(write_json(little_document()), R"({
"format":1,
"municipality":"exempelby",
"document":"vb-2015",
"occasion":"2015-12",
"title":"Verksamhetsberättelse",
"state":"decided",
"language":"sv",
"facts":[],
"sections":[
{"id":"ekonomi","level":1,"heading":"Ekonomi","mark":{"shape":"partly","label":"Delvis"},"blocks":[
{"type":"paragraph","text":"Kostade 10,0.","inlines":[{"text":"Kostade "},)"
R"({"figure":{"value":"9.96","shown":"10,0","unit":"mnkr","published":"10,0","computed":"9,9",)"
R"("label":"Utfall 2015","target":"drift/ks/utfall","sources":[]}},{"text":"."}]},
{"type":"table","table":"drift"}
],"sections":[]}
],
"tables":[
{"id":"drift","number":1,"caption":"Drift","unit":"mnkr","columns":[{"id":"utfall",)"
R"("label":"Utfall","align":"right"},{"id":"status","label":"Status","align":"left"}],"rows":[
{"id":"ks","kind":"total","label":"Kommunstyrelsen","cells":[{"value":"9.96","shown":"10,0",)"
R"("unit":"mnkr","published":"10,0","computed":"9,9","label":"Utfall 2015",)"
R"("sources":[{"id":"economy/ks.2015","field":"outcome"},{"id":"economy/ks.netto"}],"notes":["a"]},)"
R"({"value":null,"shown":"Öka","sources":[],"paragraphs":[{"text":"Öka"}]}],)"
R"("detail_label":"Analys","detail":[{"text":"Vakanser."}]}
],"notes":[{"mark":"a","avstamning":true,"text":"Raderna ger 9,9."}]}
],
"notes":[],
"assessments":[
{"goal":"kf-1","unit":"ks","place":null,"occasion":"2015-12","proposal":"partly",)"
R"("assessed":null,"decision":"met","forecast":false,"reasons":[{"text":"En av två.","sources":[]}]}
],
"problems":[
{"code":"value_missing","severity":"warning","entity":"outcomes/sjuk.2015","field":"value",)"
R"("args":{"year":"2015"}}
]
}
)");
}

TEST(JsonDocument, problems_have_a_message_when_somebody_gives_it) {
    const std::string json = write_json(
        little_document(), [](const Problem& problem) { return "Om " + std::string(problem.code); });
    EXPECT_NE(json.find("\"args\":{\"year\":\"2015\"},\"message\":\"Om value_missing\"}"), std::string::npos);
}

TEST(JsonDocument, no_file_or_line_is_told) {
    const std::string json = write_json(little_document());
    EXPECT_EQ(json.find("hidden"), std::string::npos);
}

TEST(JsonDocument, a_cell_without_figure_is_shown_by_its_words) {
    Document made = little_document();
    auto shown = [&](const Cell& other) {
        made.tables[0].rows[0].cells[1] = other;
        const std::string json = write_json(made);
        const std::size_t at = json.find("\"value\":null,\"shown\":") + 21;
        return json.substr(at, json.find(",\"sources", at) - at);
    };
    Cell marked;
    marked.mark = mark(MarkShape::done, "klar");
    Cell part_done;
    part_done.completion = 20;
    Cell two;
    two.paragraphs = {words("ett"), words("två")};
    EXPECT_EQ(shown(Cell{}), "\"\"");
    EXPECT_EQ(shown(marked), "\"klar\"");
    EXPECT_EQ(shown(part_done), "\"20\u00a0%\"");
    EXPECT_EQ(shown(two), "\"ett\\ntvå\"");
}

// Everything but what stands between quotation marks.
std::string without_strings(const std::string& json) {
    std::string out;
    for (std::size_t at = 0; at < json.size(); ++at) {
        out += json[at];
        if (json[at] != '"') continue;
        for (++at; json[at] != '"'; ++at) {
            if (json[at] == '\\') ++at;
        }
    }
    return out;
}

TEST(JsonDocument, no_text_can_become_structure) {
    Document made = little_document();
    const std::string harmless = without_strings(write_json(made));
    for (const char* hostile : {"\"},{\"", "\\\"", "\\", "\n", "\xff\"", "</script>"}) {
        made.title = made.sections[0].heading = hostile;
        made.tables[0].rows[0].label = words(hostile);
        made.tables[0].rows[0].cells[0].figure->shown = hostile;
        made.problems[0].args[0].second = hostile;
        EXPECT_EQ(without_strings(write_json(made)), harmless) << hostile;
    }
}

TEST(JsonDocument, the_sample_is_the_same_every_time) {
    EXPECT_EQ(write_json(sample::sample_document()), write_json(sample::sample_document()));
}

}  // namespace
}  // namespace styrkedja
