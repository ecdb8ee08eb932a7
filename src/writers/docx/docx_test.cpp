// SPDX-License-Identifier: EUPL-1.2
#include "writers/docx/docx.h"

#include <gtest/gtest.h>

#include <map>

#include "assets.h"
#include "codec/tree.h"
#include "codec/archive.h"
#include "writers/docx/check.h"
#include "codec/xml.h"
#include "writers/sample_document.h"

namespace styrkedja {
namespace {

using namespace document;
using sample::words;

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::map<std::string, std::string> parts_of(const std::string& bytes) {
    Problems problems;
    std::map<std::string, std::string> parts;
    for (TreeFile& file : read_zip(bytes, "x.docx", problems)) parts.emplace(file.name, std::move(file.bytes));
    EXPECT_TRUE(problems.empty());
    return parts;
}

std::vector<std::string_view> codes_of(const Docx& made) {
    std::vector<std::string_view> codes;
    for (const Problem& problem : made.problems.list()) codes.push_back(problem.code);
    return codes;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Document with_paragraph(const std::string& text) {
    Document document = sample::sample_document();
    document.sections[1].blocks = {Paragraph{words(text)}};
    return document;
}

TEST(Docx, IsSound) {
    const Docx made = write_docx(sample::sample_document());
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_TRUE(made.problems.empty());
}

TEST(Docx, GivesTheSameBytesTwice) {
    EXPECT_EQ(write_docx(sample::sample_document()).bytes, write_docx(sample::sample_document()).bytes);
}

TEST(Docx, HasHeadingsNotesFieldsAndQuotedFigures) {
    const Docx made = write_docx(sample::sample_document());
    const std::string text = docx_skeleton(made.bytes);
    EXPECT_TRUE(has(text, "Heading1#: Viktiga händelser")) << text;
    EXPECT_TRUE(has(text, "^1 FootnoteText:  Beslut i fullmäktige")) << text;
    EXPECT_TRUE(has(text, "{ TOC \\o \"1-2\" \\h \\z \\u }")) << text;
    EXPECT_TRUE(has(text, "{ PAGEREF _s_handelser \\h }")) << text;
    EXPECT_TRUE(has(text, "SKTabelltitel: Tabell\u00a0{ SEQ Tabell \\* ARABIC }1")) << text;
    EXPECT_TRUE(has(text, "«drift/summa/avvikelse 28,9\u00a0miljoner kronor»")) << text;
    EXPECT_TRUE(has(text, "---- landscape ----")) << text;
    EXPECT_TRUE(has(text, "<Väntas uppfyllas delvis>")) << text;
}

TEST(Docx, ParagraphsAreNeverEmpty) {
    std::string text = docx_skeleton(write_docx(sample::sample_document()).bytes);
    EXPECT_FALSE(has(text, "SKBrodtext: \n")) << text;
}

TEST(Docx, SaysWhatItIs) {
    auto parts = parts_of(write_docx(sample::sample_document()).bytes);
    EXPECT_TRUE(has(parts["docProps/core.xml"], "<dc:title>Kommunstyrelsen: ekonomi och verksamhetsplan</dc:title>"));
    EXPECT_TRUE(has(parts["docProps/core.xml"], "<cp:version>1.0</cp:version>"));
    EXPECT_TRUE(has(parts["docProps/custom.xml"], "name=\"Diarienummer\"><vt:lpwstr>KS 2016/0012<"));
    EXPECT_TRUE(has(parts["word/styles.xml"], "w:lang w:val=\"sv-SE\""));
    EXPECT_TRUE(has(parts["word/footer1.xml"], "NUMPAGES"));
    EXPECT_TRUE(has(parts["word/header1.xml"], "Exempelby kommun · Kommunstyrelsen"));
    EXPECT_TRUE(has(parts["word/styles.xml"], "9C1C2E")) << "the municipality's colour";
    EXPECT_FALSE(has(parts["word/styles.xml"], "23507A"));
}

TEST(Docx, DraftsUnderlineQuotedFiguresAndDecidedDocumentsDoNot) {
    Document document = sample::sample_document();
    EXPECT_FALSE(has(parts_of(write_docx(document).bytes)["word/document.xml"], "SKCiteradsiffra"));
    document.state = State::draft;
    EXPECT_TRUE(has(parts_of(write_docx(document).bytes)["word/document.xml"], "SKCiteradsiffra"));
}

TEST(Docx, TracksChangesByTheUnitAtTheDocumentsDate) {
    Document document = sample::sample_document();
    document.sections[1].blocks = {Paragraph{{Text{"Nytt", Change::added}, Text{" och "}, Text{"gammalt", Change::removed}}},
                                   Paragraph{words("Struket stycke"), false, Change::removed}};
    document.tables[0].rows[1].change = Change::added;
    document.tables[0].rows[3].cells[0].before = words("9,9");
    const Docx made = write_docx(document);
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    const std::string text = docx_skeleton(made.bytes);
    EXPECT_TRUE(has(text, "[+Nytt+] och [-gammalt-]")) << text;
    EXPECT_TRUE(has(text, "[-Struket stycke-]")) << text;
    EXPECT_TRUE(has(text, " | [+] [+Koncernledning+]")) << text;
    EXPECT_TRUE(has(text, "[+0,0+] [-9,9-]")) << text;
    const std::string xml = parts_of(made.bytes)["word/document.xml"];
    EXPECT_TRUE(has(xml, "w:author=\"Kommunstyrelsen\" w:date=\"2016-05-17T00:00:00Z\""));
}

TEST(Docx, ReplacesWhatXmlCannotHoldAndTellsWhere) {
    const Docx made = write_docx(with_paragraph("Ett \x01tecken och \xff en byte"));
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_TRUE(has(docx_skeleton(made.bytes), "Ett \uFFFDtecken och \uFFFD en byte"));
    ASSERT_EQ(codes_of(made), std::vector<std::string_view>{"character_is_replaced"});
    EXPECT_EQ(made.problems.list()[0].place.field, "sections/handelser");
    EXPECT_EQ(made.problems.list()[0].args[0].second, "2");
}

TEST(Docx, EscapesMarkupAndKeepsEmojiAndRightToLeft) {
    const Docx made = write_docx(with_paragraph("<w:p> & \"så\" 🙂 שלום עולם 12 kr"));
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_TRUE(has(docx_skeleton(made.bytes), "<w:p> & \"så\" 🙂 שלום עולם 12 kr"));
    EXPECT_TRUE(has(parts_of(made.bytes)["word/document.xml"], "<w:rtl/></w:rPr><w:t>שלום עולם</w:t>"));
    EXPECT_TRUE(made.problems.empty());
}

TEST(Docx, LongCellsMayBreakOverPages) {
    Document document = sample::sample_document();
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "ord ";
    document.tables[2].rows[0].cells[0] = sample::said(text);
    const Docx made = write_docx(document);
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_TRUE(has(parts_of(made.bytes)["word/document.xml"], "<w:cantSplit w:val=\"0\"/>"));
}

TEST(Docx, DividesTablesOfMoreColumnsThanAPageHolds) {
    Document document = sample::sample_document();
    Table& table = document.tables[1];
    while (table.columns.size() < 60) {
        table.columns.push_back(table.columns.back());
        table.columns.back().id = "k" + std::to_string(table.columns.size());
        table.columns.back().label = "kolumn " + std::to_string(table.columns.size());
        for (Row& row : table.rows) {
            if (!row.cells.empty()) row.cells.push_back(sample::number(std::to_string(table.columns.size()), "1"));
        }
    }
    const Docx made = write_docx(document);
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_EQ(codes_of(made), std::vector<std::string_view>{"table_is_divided"});
    EXPECT_EQ(made.problems.list()[0].place.field, "tables/alla");
    const std::string text = docx_skeleton(made.bytes);
    for (int i = 11; i <= 60; ++i) EXPECT_TRUE(has(text, "| kolumn " + std::to_string(i))) << i;
    EXPECT_TRUE(has(text, ", 4 (4)")) << text;
}

TEST(Docx, RulesOfNeighboursStayApart) {
    const std::string xml = parts_of(write_docx(sample::sample_document()).bytes)["word/document.xml"];
    EXPECT_TRUE(has(xml, "<w:pStyle w:val=\"SKUnderskrift\"/><w:ind w:right=\"3062\"/>"));
}

TEST(Docx, AnEmptyDocumentIsSound) {
    Document document;
    document.id = "tom";
    EXPECT_EQ(joined(check_docx(write_docx(document).bytes)), "");
}

// ---- the municipality's own template ----

const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::vector<TreeFile> template_files() {
    const std::string types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        "wordprocessingml.document.main+xml\"/>"
        "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        "wordprocessingml.header+xml\"/></Types>";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId7\" Type=\"" + office + "styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"rId8\" Type=\"" + office + "header\" Target=\"header1.xml\"/>"
        "<Relationship Id=\"rId9\" Type=\"" + office + "numbering\" Target=\"numbering.xml\"/></Relationships>";
    const std::string body =
        "<w:document " + w + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<w:body><w:p><w:r><w:t>Mallens text</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" "
        "r:id=\"rId8\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1700\" w:right=\"1000\" "
        "w:bottom=\"1400\" w:left=\"1300\" w:header=\"700\" w:footer=\"700\" w:gutter=\"0\"/></w:sectPr></w:body>"
        "</w:document>";
    const std::string styles =
        "<w:styles " + w + "><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
        "w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/>"
        "<w:basedOn w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Brd\">"
        "<w:name w:val=\"SK Brödtext\"/></w:style></w:styles>";
    const std::string numbering =
        "<w:numbering " + w + "><w:abstractNum w:abstractNumId=\"6\"><w:lvl w:ilvl=\"0\"/></w:abstractNum>"
        "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"6\"/></w:num></w:numbering>";
    const std::string header = "<w:hdr " + w + "><w:p><w:r><w:t>Logotyp</w:t></w:r></w:p></w:hdr>";
    const std::string header_relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
        "Id=\"rId1\" Type=\"" + office + "image\" Target=\"media/logga.jpeg\"/></Relationships>";
    return {{"[Content_Types].xml", types},          {"word/_rels/document.xml.rels", relations},
            {"word/_rels/header1.xml.rels", header_relations}, {"word/document.xml", body},
            {"word/header1.xml", header},            {"word/media/logga.jpeg", "\xff\xd8jpeg"},
            {"word/numbering.xml", numbering},       {"word/styles.xml", styles}};
}

Docx on_template(const std::string& bytes) {
    return write_docx(sample::sample_document(), DocxTemplate{"mall.docx", bytes});
}

TEST(DocxTemplates, GiveStylesPageAndHeader) {
    const Docx made = on_template(write_zip(template_files()));
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    auto parts = parts_of(made.bytes);
    const std::string& text = parts["word/document.xml"];
    EXPECT_TRUE(has(text, "<w:pStyle w:val=\"Rubrik1\"/>"));
    EXPECT_TRUE(has(text, "<w:pStyle w:val=\"Brd\"/>"));
    EXPECT_FALSE(has(text, "\"Heading1\""));
    EXPECT_FALSE(has(text, "Mallens text"));
    EXPECT_TRUE(has(text, "w:left=\"1300\""));
    EXPECT_TRUE(has(text, "w:numId w:val=\"10\""));
    EXPECT_TRUE(has(parts["word/header1.xml"], "Logotyp"));
    EXPECT_TRUE(parts.contains("word/media/logga.jpeg"));
    EXPECT_FALSE(parts.contains("word/footer1.xml"));
}

TEST(DocxTemplates, TellWhichStylesTheyLack) {
    const Docx made = on_template(write_zip(template_files()));
    ASSERT_EQ(codes_of(made), std::vector<std::string_view>{"template_lacks_styles"});
    const Problem& problem = made.problems.list()[0];
    EXPECT_EQ(problem.place.file, "mall.docx");
    EXPECT_TRUE(has(problem.args[1].second, "SK Ingress, "));
    EXPECT_TRUE(has(problem.args[1].second, "heading 2"));
    EXPECT_FALSE(has(problem.args[1].second, "SK Brödtext"));
    EXPECT_FALSE(has(problem.args[1].second, "heading 1,"));
}

TEST(DocxTemplates, OurOwnDocumentIsATemplateThatLacksNothing) {
    const Docx made = on_template(write_docx(sample::sample_document()).bytes);
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_EQ(made.problems.size(), 0U);
}

TEST(DocxTemplates, WithoutStylesGetOurs) {
    std::vector<TreeFile> files = template_files();
    files.pop_back();
    const Docx made = on_template(write_zip(files));
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_EQ(codes_of(made), std::vector<std::string_view>{"template_has_no_styles"});
}

TEST(DocxTemplates, WithMacrosAreRefused) {
    std::vector<TreeFile> files = template_files();
    files.push_back({"word/vbaProject.bin", "x"});
    EXPECT_EQ(on_template(write_zip(files)).bytes, "");
    EXPECT_EQ(codes_of(on_template(write_zip(files))), std::vector<std::string_view>{"template_has_macros"});
    files = template_files();
    files[0].bytes.replace(files[0].bytes.find("document.main"), 13, "macroEnabled.main");
    EXPECT_EQ(codes_of(on_template(write_zip(files))), std::vector<std::string_view>{"template_has_macros"});
}

TEST(DocxTemplates, ThatAreNoDocumentsAreRefused) {
    for (const std::string& bytes : {std::string("Hej"), std::string("\xD0\xCF\x11\xE0gammal"), std::string(),
                                     write_zip({{"a.txt", "a"}, {"b/c.txt", "c"}})}) {
        EXPECT_EQ(on_template(bytes).bytes, "");
        EXPECT_EQ(codes_of(on_template(bytes)), std::vector<std::string_view>{"template_is_not_docx"});
    }
    EXPECT_TRUE(on_template(std::string("PK\x03\x04 trasig zip")).problems.has_errors());
    std::vector<TreeFile> files = template_files();
    files.back().bytes = "<w:styles><trasig";
    EXPECT_EQ(codes_of(on_template(write_zip(files))), std::vector<std::string_view>{"template_part_is_damaged"});
}

TEST(DocxTemplates, ThatAreNarrowAreTold) {
    std::vector<TreeFile> files = template_files();
    std::string& body = files[3].bytes;
    body.replace(body.find("w:right=\"1000\""), 14, "w:right=\"4000\"");
    const Docx made = on_template(write_zip(files));
    EXPECT_EQ(joined(check_docx(made.bytes)), "");
    EXPECT_EQ(codes_of(made).back(), "page_is_narrow");
}

// ---- the check itself, and the speed ----

TEST(DocxCheck, SeesWhatIsBroken) {
    const std::string sound = write_docx(sample::sample_document()).bytes;
    const auto broken = [&](const std::string& part, const std::string& from, const std::string& to) {
        std::vector<TreeFile> files;
        bool done = false;
        for (auto& [name, bytes] : parts_of(sound)) {
            files.push_back({name, bytes});
            const std::size_t at = name == part ? bytes.find(from) : std::string::npos;
            if (at == std::string::npos) continue;
            files.back().bytes.replace(at, from.size(), to);
            done = true;
        }
        EXPECT_TRUE(done) << part << " has no " << from;
        return joined(check_docx(write_zip(files)));
    };
    const std::string body = "word/document.xml";
    EXPECT_TRUE(has(broken(body, "w:val=\"SKBrodtext\"", "w:val=\"Okand\""), "style Okand"));
    EXPECT_TRUE(has(broken(body, "r:embed=\"rId", "r:embed=\"rId99"), "which isn't there"));
    EXPECT_TRUE(has(broken(body, "</w:p></w:tc>", "</w:p><w:r/></w:tc>"), "ends in no paragraph"));
    EXPECT_TRUE(has(broken(body, "<w:tcW ", "<w:vAlign w:val=\"top\"/><w:tcW "), "stands too late"));
    EXPECT_TRUE(has(broken(body, "<w:bookmarkEnd w:id=\"1\"/>", ""), "never ends"));
    EXPECT_TRUE(has(broken(body, "w:fldCharType=\"end\"", "w:fldCharType=\"separate\""), "field never ends"));
    EXPECT_TRUE(has(broken(body, "<w:id w:val=\"1002\"/>", "<w:id w:val=\"1001\"/>"), "control 1001 is there twice"));
    EXPECT_TRUE(has(broken(body, "<w:footnoteReference w:id=\"1\"/>", "<w:footnoteReference w:id=\"7\"/>"), "footnote"));
    EXPECT_TRUE(has(broken(body, "w:anchor=\"_s_", "w:anchor=\"_q_"), "link to _q_"));
    EXPECT_TRUE(has(broken("[Content_Types].xml", "/word/footer1.xml", "/word/footer9.xml"), "no content type"));
    EXPECT_TRUE(has(broken("word/footnotes.xml", "</w:footnotes>", ""), "not well formed"));
}

TEST(DocxXml, EscapesEverything) {
    std::string out;
    EXPECT_EQ(xml::append_escaped(out, "a<b>&\"c\"\r\n\x02 å \uFFFE"), 2U);
    EXPECT_EQ(out, "a&lt;b&gt;&amp;&quot;c&quot;\n\n\uFFFD å \uFFFD");
}

// The packed fonts in assets/docx/fonts are those of assets/fonts/print, mixed with the keys that the font table says
// (ECMA-376 part 4, 17.8.1: the first 32 bytes, with the key's digits from the last on).
TEST(Docx, EmbedsTheFontsThatItNames) {
    const std::string_view fonts[] = {
        assets::fonts_print_SourceSerif4_Regular_ttf(),  assets::fonts_print_SourceSerif4_It_ttf(),
        assets::fonts_print_SourceSerif4_Semibold_ttf(), assets::fonts_print_SourceSerif4Display_Semibold_ttf(),
        assets::fonts_print_SourceSans3_Regular_ttf(),   assets::fonts_print_SourceSans3_Semibold_ttf()};
    auto parts = parts_of(write_docx(sample::sample_document()).bytes);
    for (std::size_t i = 0; i < std::size(fonts); ++i) {
        const std::string number = std::to_string(i + 1);
        std::string key = "5C4B000000004000800000000000000" + number;
        EXPECT_TRUE(has(parts["word/fontTable.xml"], "r:id=\"rId" + number + "\" w:fontKey=\"{5C4B0000-0000-4000-8000-00000000000" + number + "}\""));
        std::string bytes = parts["word/fonts/styrkedja" + number + ".odttf"];
        ASSERT_EQ(bytes.size(), fonts[i].size());
        for (std::size_t at = 0; at < 32; ++at) {
            const int digit = std::stoi(key.substr(30 - 2 * (at % 16), 2), nullptr, 16);
            bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(digit));
        }
        EXPECT_TRUE(bytes == fonts[i]) << number;
    }
}

TEST(DocxArchive, IsAZipThatOthersRead) {
    Problems problems;
    const std::string text(10000, 'x');
    const auto files = read_zip(archive({{"a/b.xml", text, 6, {}}, {"c.png", "raw", 0, {}}}), "x", problems);
    ASSERT_EQ(files.size(), 2U);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(files[0].bytes, text);
    EXPECT_EQ(files[1].bytes, "raw");
}

}  // namespace
}  // namespace styrkedja
