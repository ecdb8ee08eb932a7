// SPDX-License-Identifier: EUPL-1.2
// The PDF of every example and of the sample document: what PDF/UA-1 and PDF/A-2a ask that a machine can examine, the tag tree as
// readable text, and the same bytes again. Then what a page may look like: heads, rows, notes, and input that is hard to fit.
#include <gtest/gtest.h>

#include "compose/compose.h"
#include "compose/rule_checks.h"
#include "importers/pack/load.h"
#include "locale/problem_texts.h"
#include "support/golden.h"
#include "support/pdf_check.h"
#include "writers/pdf/pdf.h"
#include "writers/sample_document.h"

namespace styrkedja {
namespace {

using document::Align;
using document::Block;
using document::Change;
using document::Column;
using document::Document;
using document::NoteRef;
using document::Paragraph;
using document::Row;
using document::RowKind;
using document::Section;
using document::SubHeading;
using document::Table;
using document::TableBlock;
using document::Text;
using sample::words;
using testing::PdfReading;
using testing::read_pdf;

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 12); ++i) text += list[i] + "\n";
    return text;
}

// The document read back, with no breach of the standards; problems that the writer told, as codes.
PdfReading written(const Document& document, std::vector<std::string>* codes = nullptr) {
    Problems problems;
    const std::string bytes = write_pdf(document, problems);
    for (const Problem& each : problems.list()) {
        if (codes) codes->push_back(std::string(each.code));
        EXPECT_NE(find_problem_text(each.code), nullptr) << each.code;
    }
    PdfReading reading = read_pdf(bytes);
    EXPECT_EQ(joined(reading.breaches), "");
    return reading;
}

class PdfExamples : public ::testing::TestWithParam<const char*> {};

TEST_P(PdfExamples, AreAccessibleAndArchivableAndTheSameAgain) {
    Problems problems;
    LoadedPack pack = load_pack(read_tree(std::string(PROJECT_DIR) + "/examples/" + GetParam(), problems), problems);
    Composer composer(pack.state);
    for (const DocumentEntity& entity : composer.state().documents) {
        const Document paper = composer.compose(entity);
        Problems told, again;
        const std::string bytes = write_pdf(paper, told);
        EXPECT_EQ(bytes, write_pdf(paper, again)) << entity.id.str();
        const PdfReading reading = read_pdf(bytes);
        EXPECT_EQ(joined(reading.breaches), "") << entity.id.str();
        testing::expect_golden("tests/golden/" + std::string(GetParam()) + "." + entity.id.str() + ".tags.txt", reading.tags);
    }
}

INSTANTIATE_TEST_SUITE_P(All, PdfExamples, ::testing::Values("sodertalje-2012", "sodertalje-2024", "kalmar-2016", "stockholm-2015"),
                         [](const auto& example) {
                             std::string name = example.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(Pdf, SampleDocumentHasAllItsTags) {
    const PdfReading reading = written(sample::sample_document());
    testing::expect_golden("tests/golden/sample.tags.txt", reading.tags);
}

TEST(Pdf, HeadsAndFeetOfPages) {
    const PdfReading reading = written(sample::sample_document());
    const std::string total = std::to_string(reading.pages.size());
    for (std::size_t i = 0; i < reading.pages.size(); ++i) {
        const std::string page = reading.page_text(i);
        EXPECT_NE(page.find("KS 2016/0012 | Version 1.0 · beslutad 2016-05-17 | " + std::to_string(i + 1) + " (" + total + ")"), page.npos) << page;
        EXPECT_EQ(page.find("Exempelby kommun · Kommunstyrelsen | Uppföljning efter april") != page.npos, i > 0) << page;
    }
}

Column column(std::string id, Align align = Align::right) {
    Column made;
    made.id = made.label = std::move(id);
    made.align = align;
    return made;
}

Row row(std::string id, std::size_t cells, RowKind kind = RowKind::item) {
    Row made;
    made.id = id;
    made.label = words("rad " + id);
    made.kind = kind;
    for (std::size_t i = 0; i < cells; ++i) made.cells.push_back(sample::number("1\u00a0234", "1234"));
    return made;
}

Table table_of(std::size_t columns, std::size_t rows) {
    Table made;
    made.id = "t";
    made.number = 1;
    made.caption = "Lång tabell";
    made.stub = "Rad";
    for (std::size_t i = 0; i < columns; ++i) made.columns.push_back(column("k" + std::to_string(i + 1)));
    for (std::size_t i = 0; i < rows; ++i) made.rows.push_back(row(std::to_string(i + 1), columns));
    return made;
}

Document with(std::vector<Block> blocks, std::vector<Table> tables = {}) {
    Document made;
    made.id = "d";
    made.title = "Titel";
    made.date = "2016-05-17";
    Section section;
    section.id = "a";
    section.heading = "Rubrik";
    section.blocks = std::move(blocks);
    made.sections = {section};
    made.tables = std::move(tables);
    return made;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(PdfTables, HeadIsRepeatedAndTotalIsNeverAlone) {
    for (std::size_t rows = 38; rows < 70; rows += 3) {
        Table table = table_of(3, rows);
        table.rows.push_back(row("summa", 3, RowKind::total));
        const PdfReading reading = written(with({TableBlock{0}}, {table}));
        ASSERT_GE(reading.pages.size(), 2U);
        for (std::size_t i = 1; i < reading.pages.size(); ++i) EXPECT_NE(reading.page_text(i).find("Lång tabell  | forts."), std::string::npos) << reading.page_text(i);
        const std::size_t page = reading.page_of("rad summa");
        EXPECT_EQ(reading.page_of("rad " + std::to_string(rows)), page) << rows;
        EXPECT_EQ(reading.page_of("rad " + std::to_string(rows - 1)), page) << rows;
        EXPECT_EQ(reading.page_of("rad 1"), reading.page_of("rad 2"));
        EXPECT_EQ(count(reading.tags, "THead"), 1U);
    }
}

TEST(PdfTables, RowsAndSmallTablesAreNotBroken) {
    for (std::size_t lead = 0; lead < 6; ++lead) {
        std::vector<Block> blocks(lead * 5, Paragraph{words("Ett stycke.")});
        Table table = table_of(2, 7);
        for (Row& each : table.rows) each.detail = {words("Kommentar till " + each.id + "."), words("Slut på " + each.id + ".")};
        blocks.push_back(TableBlock{0});
        const PdfReading reading = written(with(blocks, {table}));
        EXPECT_EQ(reading.page_of("rad 1"), reading.page_of("Slut på 7.")) << lead;
    }
}

TEST(PdfTables, GroupStaysWithItsFirstRow) {
    for (std::size_t before = 22; before < 36; ++before) {
        Table table = table_of(2, before);
        Row group = row("grupp", 0, RowKind::group);
        table.rows.push_back(group);
        for (int i = 0; i < 6; ++i) table.rows.push_back(row("g" + std::to_string(i), 2));
        const PdfReading reading = written(with({TableBlock{0}}, {table}));
        EXPECT_EQ(reading.page_of("rad grupp"), reading.page_of("rad g0")) << before;
    }
}

TEST(PdfTables, WideOnesAreTurnedAndWiderOnesParted) {
    std::vector<std::string> codes;
    const PdfReading turned = written(with({TableBlock{0}}, {table_of(12, 5)}), &codes);
    EXPECT_GT(turned.pages[turned.page_of("Lång tabell")].first, 800);
    EXPECT_TRUE(codes.empty()) << joined(codes);
    const PdfReading parted = written(with({TableBlock{0}}, {table_of(60, 5)}), &codes);
    EXPECT_EQ(joined(codes), "table_is_parted_by_columns\n");
    for (const std::string label : {"k1", "k31", "k60"}) EXPECT_NE(parted.page_of(label), std::string::npos) << label;
    EXPECT_GT(count(parted.tags, "Table"), 1U);
    for (const testing::PdfText& each : parted.texts) {
        EXPECT_GE(each.size, 6.6) << each.text;
        EXPECT_LT(each.x, parted.pages[each.page].first) << each.text;
    }
}

TEST(PdfTables, RowTallerThanAPageIsBrokenAndTold) {
    Table table = table_of(2, 3);
    table.columns[1].align = Align::left;
    std::string text;
    for (int i = 1; i <= 5000; ++i) text += "ord" + std::to_string(i) + " ";
    table.rows[1].cells[1] = sample::said(text);
    std::vector<std::string> codes;
    const PdfReading reading = written(with({TableBlock{0}}, {table}), &codes);
    EXPECT_EQ(joined(codes), "row_is_broken_over_pages\n");
    std::string all;
    for (const testing::PdfText& each : reading.texts) all += each.text + " ";
    for (int i = 1; i <= 5000; i += 7) EXPECT_NE(all.find("ord" + std::to_string(i)), all.npos) << i;
    for (const testing::PdfText& each : reading.texts) EXPECT_GT(each.y, 25) << each.text;
}

TEST(PdfText, HeadingIsNeverAtTheFootOfAPage) {
    for (std::size_t before = 20; before < 40; ++before) {
        std::vector<Block> blocks(before, Paragraph{words("Ett stycke.")});
        blocks.push_back(SubHeading{"Underrubrik"});
        std::string text;
        for (int i = 0; i < 60; ++i) text += "löpande ";
        blocks.push_back(Paragraph{words(text)});
        const PdfReading reading = written(with(blocks));
        const std::string page = reading.page_text(reading.page_of("Underrubrik"));
        EXPECT_GE(count(page.substr(page.find("Underrubrik")), "löpande löpande"), 2U) << before;
    }
}

TEST(PdfText, FootnoteStandsOnThePageOfItsReference) {
    for (std::size_t before = 14; before < 28; ++before) {
        std::vector<Block> blocks(before, Paragraph{words("Ett stycke.")});
        blocks.push_back(Paragraph{{Text{"Här hänvisas"}, NoteRef{0}, Text{" till noten."}}});
        Document document = with(blocks);
        document.notes = {words("Notens text, som är så lång att den behöver mer än en rad vid sidans fot, och därför bryts en gång eller två.")};
        const PdfReading reading = written(document);
        EXPECT_EQ(reading.page_of("Här hänvisas"), reading.page_of("Notens text")) << before;
        EXPECT_EQ(reading.page_of("Här hänvisas"), reading.page_of("eller två.")) << before;
    }
}

TEST(PdfText, NothingIsLostOfFootnotesLongerThanAPage) {
    Document document = with({Paragraph{{Text{"Text"}, NoteRef{0}, Text{"."}}}});
    std::string text;
    for (int i = 1; i <= 3000; ++i) text += "not" + std::to_string(i) + " ";
    document.notes = {words(text)};
    const PdfReading reading = written(document);
    EXPECT_NE(reading.page_of("not3000"), std::string::npos);
    EXPECT_GT(reading.pages.size(), 2U);
}

TEST(PdfText, StrangeTextIsShownAndTold) {
    std::string long_word(400, 'x');
    std::vector<std::string> codes;
    const PdfReading reading = written(with({Paragraph{words("Emoji \U0001F600, hebreiska שלום, styrtecken \x01, privat \uE000, trasigt \xC3, mjukt binde\u00adstreck.")},
                                             Paragraph{words(long_word)}}), &codes);
    EXPECT_EQ(count(joined(codes), "character_is_in_no_font"), codes.size());
    EXPECT_GE(codes.size(), 6U);
    std::string all;
    for (const testing::PdfText& each : reading.texts) {
        all += each.text;
        EXPECT_LT(each.x, reading.pages[each.page].first - 20);
    }
    EXPECT_NE(all.find("\U0001F600"), all.npos);
    EXPECT_NE(all.find("שלום"), all.npos);
    EXPECT_NE(all.find("bindestreck"), all.npos);
    EXPECT_EQ(count(all, "x"), 400U);
}

TEST(PdfText, EmptyDocumentIsADocument) {
    Document document;
    document.id = "tomt";
    EXPECT_EQ(written(document).pages.size(), 1U);
}

TEST(PdfText, OddTreesAreDocuments) {
    Table none, no_rows = table_of(2, 0), short_rows = table_of(3, 2), many_groups = table_of(2, 1);
    short_rows.rows[0].cells.resize(1);
    many_groups.rows.assign(80, row("g", 0, RowKind::group));
    Table long_names = table_of(2, 2);
    long_names.caption = long_names.columns[0].label = long_names.rows[0].id = std::string(900, 'w');
    long_names.rows[0].label = words(std::string(900, 'w'));
    Document document = with({TableBlock{0}, TableBlock{1}, TableBlock{2}, TableBlock{3}, TableBlock{4}, TableBlock{99}, Paragraph{},
                              document::List{}, document::Decisions{}, document::Facts{}, document::Signatures{}, document::Statement{},
                              document::RiskMatrix{}, document::Contents{}, SubHeading{}, document::ChartBlock{7},
                              Paragraph{{NoteRef{5}, document::LineBreak{}, Text{"  "}}}},
                             {none, no_rows, short_rows, many_groups, long_names});
    document.sections.push_back({});
    document.sections[0].sections.push_back({});
    document.sections[0].sections[0].sections.push_back(with({}).sections[0]);
    document.title = std::string(3000, 'T');
    written(document);
}

TEST(PdfText, ChangesAreMarked) {
    Document document = with({Paragraph{{Text{"Nämnden har "}, Text{"fyra", Change::removed}, Text{"fem", Change::added}, Text{" mål."}}}, TableBlock{0}}, {table_of(2, 3)});
    document.tables[0].rows[0].cells[0].before = words("999");
    document.tables[0].rows[1].change = Change::removed;
    const PdfReading reading = written(document);
    EXPECT_NE(reading.tags.find("P: Nämnden har fyrafem mål."), std::string::npos) << reading.tags;
    EXPECT_NE(reading.tags.find("TD: 1\u00a0234 999"), std::string::npos) << reading.tags;
}

TEST(PdfText, ShieldThatCannotBeDrawnIsTold) {
    Document document = with({});
    document.logo_svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><image href='x.png'/><path d='M0 0h10v10z'/></svg>";
    std::vector<std::string> codes;
    written(document, &codes);
    EXPECT_EQ(joined(codes), "logo_is_not_wholly_drawn\n");
}

TEST(PdfText, ManyFactsAndLongFootLinesStayOnThePage) {
    Document document = with({});
    for (int i = 0; i < 60; ++i) document.facts.emplace_back("Uppgift " + std::to_string(i), words("värde " + std::to_string(i)));
    document.state_text = std::string(300, 'm');
    document.diary_number = std::string(200, 'n');
    const PdfReading reading = written(document);
    for (int i = 0; i < 60; ++i) EXPECT_NE(reading.page_of("värde " + std::to_string(i)), std::string::npos);
    for (const testing::PdfText& each : reading.texts) {
        EXPECT_GT(each.y, 20) << each.text;
        EXPECT_GE(each.x, 60) << each.text;
    }
}

TEST(PdfCharts, AreFiguresWithWordsAndHighOnesAreMadeSmaller) {
    Document document = with({document::ChartBlock{0}});
    document::Chart chart;
    chart.id = "c";
    chart.number = 1;
    chart.kind = document::ChartKind::bars;
    chart.title = "Många staplar";
    chart.alternative = "Åttio staplar, alla lika.";
    document::ChartPanel panel;
    document::ChartSeries series;
    for (int i = 0; i < 80; ++i) {
        panel.places.push_back("enhet " + std::to_string(i));
        document::ChartValue value;
        value.figure = sample::figure("5,0", "5", "värde");
        series.values.push_back(value);
    }
    panel.series = {series};
    chart.panels = {panel};
    document.charts = {chart};
    std::vector<std::string> codes;
    const PdfReading reading = written(document, &codes);
    EXPECT_EQ(joined(codes), "chart_is_made_smaller\n");
    EXPECT_NE(reading.tags.find("Figure {Åttio staplar, alla lika.}"), std::string::npos) << reading.tags;
    EXPECT_EQ(reading.page_of("enhet 0"), reading.page_of("enhet 79"));
}

TEST(PdfText, QuotedFiguresLeadToTheirCells) {
    const PdfReading reading = written(sample::sample_document());
    EXPECT_NE(reading.tags.find("på [28,9\u00a0miljoner kronor] för helåret"), std::string::npos);
}

}  // namespace
}  // namespace styrkedja
