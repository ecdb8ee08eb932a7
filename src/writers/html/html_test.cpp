// SPDX-License-Identifier: EUPL-1.2
#include "writers/html/html.h"

#include <gtest/gtest.h>

#include <fstream>

#include "writers/html/table_plan.h"
#include "writers/sample_document.h"

namespace styrkedja::html {
namespace {

using namespace document;
using sample::cell;
using sample::figure;
using sample::mark;
using sample::said;
using sample::words;

std::string main_of(const std::string& html) {
    const std::size_t begin = html.find("<main");
    return html.substr(begin, html.find("</main>") - begin);
}

bool has(const std::string& html, std::string_view part) {
    return html.find(part) != std::string::npos;
}

std::size_t count(const std::string& html, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++found;
    return found;
}

Document with_blocks(std::vector<Block> blocks) {
    Document made;
    made.title = "T";
    Section section;
    section.id = "a";
    section.heading = "H";
    section.blocks = std::move(blocks);
    made.sections = {section};
    return made;
}

std::string written(std::vector<Block> blocks) {
    return main_of(write_html(with_blocks(std::move(blocks))));
}

TEST(Html, a_section_with_its_texts) {
    EXPECT_EQ(
        written({Paragraph{{Text{"Ett "}, Strong{"ord"}, Text{" & mer."}}}, List{false, {{words("punkt")}}},
                 SubHeading{"S"}, Decisions{{words("Godkänns.")}}, Facts{{{"Till", words("KS")}}}}),
        "<main id=\"text\"><section id=\"s-a\" class=\"chapter\"><h2 class=\"r1\">H</h2>"
        "<p>Ett <strong>ord</strong> &amp; mer.</p>\n\n<ul><li>punkt</li></ul>\n<h3 class=\"r4\">S</h3>\n"
        "<ol class=\"dec\"><li>Godkänns.</li></ol>\n"
        "<dl class=\"facts\"><dt>Till</dt><dd>KS</dd></dl>\n</section>\n");
}

TEST(Html, lists_inside_lists_stand_inside_their_items) {
    List list{false, {{words("a")}, {words("b")}, {words("c")}, {words("d")}, {words("e")}}, {0, 1, 2, 1, 0},
              {false, true, false, true, false}};
    EXPECT_TRUE(has(written({list}),
                    "<ul><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>"));
    List kinds{false, {{words("a")}, {words("b")}, {words("c")}}, {0, 1, 1}, {false, true, false}};
    EXPECT_TRUE(has(written({kinds}), "<ul><li>a<ol><li>b</li></ol><ul><li>c</li></ul></li></ul>"));
}

TEST(Html, a_statement_stands_with_where_when_and_what_it_refers_to) {
    EXPECT_TRUE(has(written({Statement{"Yttrande", "(M)", {words("Nej.")}, "Kommunstyrelsen, 2016-05-17", "Hänvisar till: A."}}),
                    "<h3 class=\"r3\">Yttrande, (M)</h3><p class=\"remark\">Kommunstyrelsen, 2016-05-17. Hänvisar till: A.</p>"
                    "<blockquote><p>Nej.</p>"));
}

TEST(Html, what_stands_in_the_margin_is_not_printed_again) {
    AssessmentBlock block;
    block.mark = {MarkShape::met, "Bra", ""};
    block.remark = "följs upp";
    block.in_margin = true;
    const std::string html = written({block});
    EXPECT_TRUE(has(html, "följs upp"));
    EXPECT_FALSE(has(html, "Bra"));
}

TEST(Html, a_memo_is_one_entry_of_the_contents) {
    Document made = with_blocks({Contents{2}});
    made.sections.clear();
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        Section section;
        section.id = id;
        section.heading = id;
        Section inner;
        inner.id = std::string(id) + "-inre";
        inner.heading = inner.id;
        inner.level = 2;
        section.sections = {inner};
        section.memo = section.id == "a";
        made.sections.push_back(section);
    }
    Section contents;
    contents.id = "innehall";
    contents.blocks = {Contents{2}};
    made.sections.insert(made.sections.begin(), contents);
    const std::string html = write_html(made);
    EXPECT_TRUE(has(html, "href=\"#s-b-inre\""));
    EXPECT_FALSE(has(html, "href=\"#s-a-inre\"")) << html;
}

TEST(Html, a_heading_has_its_footnotes_below_it) {
    Document made = with_blocks({Paragraph{words("text")}});
    made.sections[0].heading_notes = {0};
    made.notes = {words("not")};
    const std::string html = main_of(write_html(made));
    EXPECT_TRUE(has(html, "H<sup><a class=\"ref\" id=\"r1\" href=\"#n1\" aria-label=\"Fotnot 1\">1</a></sup></h2>"
                          "<p class=\"fn\" id=\"n1\">")) << html;
}

TEST(Html, a_footnote_stands_after_its_paragraph_and_is_numbered_as_met) {
    Document made = with_blocks({Paragraph{{Text{"a"}, NoteRef{1}, Text{"b"}, NoteRef{0}, NoteRef{1}}}});
    made.notes = {words("andra"), words("första")};
    const std::string html = main_of(write_html(made));
    EXPECT_TRUE(has(html,
                    "<p class=\"fn\" id=\"n1\"><a href=\"#r1\" aria-label=\"Fotnot 1, tillbaka till "
                    "texten\">1</a>första</p>"
                    "<p class=\"fn\" id=\"n2\"><a href=\"#r2\" aria-label=\"Fotnot 2, tillbaka till "
                    "texten\">2</a>andra</p>"));
    EXPECT_EQ(count(html, "id=\"r1\""), 1U);
    EXPECT_EQ(count(html, "href=\"#n1\""), 2U);
}

TEST(Html, headings_follow_the_nesting_whatever_the_levels_say) {
    Document made = with_blocks({});
    Section inner;
    inner.level = 4;
    inner.heading = "I";
    made.sections[0].sections = {inner};
    EXPECT_TRUE(has(main_of(write_html(made)), "<h3 class=\"r4\">I</h3>"));
}

TEST(Html, the_word_always_stands_beside_the_mark) {
    AssessmentBlock block;
    block.mark = mark(MarkShape::partly, "Delvis");
    block.proposal = "Regelns förslag: helt.";
    block.reasons = {"En av två."};
    const std::string html = written({block});
    EXPECT_TRUE(has(html,
                    "<span class=\"mark\"><svg class=\"m m-partly\" aria-hidden=\"true\"><use "
                    "href=\"#m-partly\"></use></svg>"
                    "<span>Delvis</span></span>"));
    EXPECT_TRUE(has(html, "<strong>Regelns förslag: helt.</strong>"));
    EXPECT_TRUE(
        has(html, "<details><summary>Så räknade regeln</summary><ul><li>En av två.</li></ul></details>"));
}

Document with_table(Table table) {
    Document made = with_blocks({TableBlock{0}});
    made.tables = {std::move(table)};
    return made;
}

Table little_table() {
    Table table;
    table.id = "t";
    table.stub = "Ansvar";
    table.caption = "Drift";
    table.unit = "tkr";
    table.columns = {Column{}, Column{}};
    table.columns[0].id = "b";
    table.columns[0].label = "Budget";
    table.columns[1].id = "u";
    table.columns[1].label = "Utfall";
    Row row;
    row.id = "r";
    row.label = words("Kansliet");
    row.cells = {cell(figure("1\u00a0234,5", "1234.5", "", "")), Cell{}};
    table.rows = {row};
    return table;
}

TEST(Html, a_table_has_caption_scopes_and_a_named_region) {
    EXPECT_EQ(
        main_of(write_html(with_table(little_table()))),
        "<main id=\"text\"><section id=\"s-a\" class=\"chapter\"><h2 class=\"r1\">H</h2>"
        "<div class=\"tb slim keep\" id=\"t-t\"><div class=\"scroll\" role=\"region\" aria-label=\"Drift\" "
        "tabindex=\"0\"><table>"
        "<caption><span>Drift <span class=\"u\">tkr</span></span></caption>"
        "<colgroup><col></colgroup><colgroup><col class=\"w17\"></colgroup><colgroup><col "
        "class=\"w17\"></colgroup>"
        "<thead><tr><th scope=\"col\">Ansvar</th><th scope=\"col\" class=\"n\">Budget</th><th scope=\"col\" "
        "class=\"n\">Utfall</th>"
        "</tr></thead><tbody><tr><th scope=\"row\">Kansliet</th>"
        "<td class=\"n f\" tabindex=\"0\" aria-describedby=\"c1\"><span class=\"fig\">1\u00a0234,5</span>"
        "<span class=\"card\" id=\"c1\" aria-hidden=\"true\"><span><i>Exakt värde</i>: "
        "1\u00a0234,5</span></span></td><td></td></tr>\n"
        "</tbody></table></div></div>\n</section>\n");
}

TEST(Html, groups_and_totals_have_bodies_of_their_own) {
    Table table = little_table();
    Row group = table.rows[0];
    group.kind = RowKind::group;
    group.cells = {};
    Row total = table.rows[0];
    total.kind = RowKind::total;
    table.rows = {group, table.rows[0], total};
    const std::string html = main_of(write_html(with_table(table)));
    EXPECT_EQ(count(html, "<tbody>"), 2U);
    EXPECT_TRUE(has(html, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"3\">Kansliet</th></tr>"));
    EXPECT_TRUE(has(html, "<tbody><tr class=\"total\">"));
}

TEST(Html, a_card_tells_published_and_computed_where_they_differ) {
    Table table = little_table();
    Figure& shown = *table.rows[0].cells[0].figure;
    shown = figure("10,0", "9.96", "Utfall 2015", "mnkr");
    shown.published = "10,0";
    shown.computed_shown = "9,9";
    shown.formula = "kostnader − intäkter";
    for (int i = 0; i < 8; ++i)
        shown.sources.push_back({"economy/ks." + std::to_string(i), i == 0 ? "outcome" : ""});
    table.notes = {{"a", true, words("Raderna ger 9,9.")}};
    table.rows[0].cells[0].notes = {0};
    const std::string html = main_of(write_html(with_table(table)));
    EXPECT_TRUE(has(
        html,
        "<b>Utfall 2015</b><span><i>I det beslutade dokumentet</i>: 10,0</span><span><i>Beräknat</i>: "
        "9,9</span>"
        "<span><i>Exakt värde</i>: 9,96\u00a0mnkr</span><span><i>Beräkning</i>: kostnader − intäkter</span>"
        "<span><i>Avstämning</i>: Raderna ger 9,9.</span>"
        "<span class=\"src\">Källor: economy/ks.0.outcome, economy/ks.1, economy/ks.2, economy/ks.3, "
        "economy/ks.4, "
        "economy/ks.5 och 2 till</span>"));
    EXPECT_TRUE(has(html, "<p class=\"av\"><sup>a</sup><strong>Avstämning.</strong> Raderna ger 9,9.</p>"));
}

TEST(Html, a_quoted_figure_links_to_its_cell_when_the_cell_is_there) {
    Document made = with_table(little_table());
    Figure quoted = figure("1,2", "1.2345", "Budget", "mnkr");
    quoted.target = "t/r/b";
    Figure lost = quoted;
    lost.target = "t/r/gone";
    made.sections[0].blocks.push_back(
        Paragraph{{Quote{quoted}, Quote{lost}, Quote{Figure{"7", "", "", {}, "", "", "", {}, ""}}}});
    const std::string html = main_of(write_html(made));
    EXPECT_TRUE(has(html, "<a class=\"f\" href=\"#t-t/r/b\" aria-describedby=\"c2\">1,2<span"));
    EXPECT_TRUE(has(html, "<td class=\"n f\" id=\"t-t/r/b\""));
    EXPECT_TRUE(has(html, "<a class=\"f\" href=\"#c3\""));
    EXPECT_TRUE(has(html, "</a>7</p>"));
}

TEST(Html, a_stacking_table_keeps_its_roles_and_names_its_values) {
    Table table = little_table();
    table.stacks = true;
    table.columns[0].group = "Helår";
    const std::string html = main_of(write_html(with_table(table)));
    for (const char* role : {"table", "rowgroup", "row", "columnheader", "rowheader", "cell"}) {
        EXPECT_TRUE(has(html, "role=\"" + std::string(role) + "\"")) << role;
    }
    EXPECT_TRUE(has(html, "data-l=\"Helår Budget\""));
    EXPECT_TRUE(has(html, "scope=\"colgroup\" class=\"sp\" colspan=\"1\""));
}

TEST(Html, figures_are_aligned_on_the_comma) {
    Table table = little_table();
    table.columns[0].align = Align::decimal;
    Row other = table.rows[0];
    table.rows[0].cells[0].figure->shown = "84,25";
    table.rows.push_back(other);
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"85", ",25"}, {"2,6", "5"}, {"84,25", ""}, {"−12", ",25"}, {"±1", ",25"}, {"Öka", ""}, {"–", ""}};
    for (const auto& [shown, room] : cases) {
        table.rows[1].cells[0].figure->shown = shown;
        EXPECT_EQ(missing_room(plan_table(table), 0, shown), room) << shown;
    }
}

TEST(Html, exact_values_are_shown_as_swedes_write_them) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"0", "0"},
        {"-0.5", "−0,5"},
        {"123", "123"},
        {"1234", "1\u00a0234"},
        {"-1234567.891", "−1\u00a0234\u00a0567,891"}};
    for (const auto& [value, shown] : cases) EXPECT_EQ(exact_figure(value), shown);
}

// The elements and attributes of a page, without its texts and values. Fails the test where the page is not
// well-formed.
std::string skeleton(const std::string& html) {
    std::string out;
    for (std::size_t at = html.find("<body"); at < html.size();) {
        if (html[at] != '<') {
            ++at;
            continue;
        }
        while (at < html.size() && html[at] != '>') {
            if (html[at] == '"') {
                at = html.find('"', at + 1);
                out += '"';
            }
            out += html[at++];
        }
    }
    return out;
}

Document that_says(const std::string& text) {
    Document made = sample::sample_document();
    made.title = made.kind = made.subtitle = made.municipality_name = made.unit_name = made.state_text =
        made.diary_number = text;
    made.facts = {{text, words(text)}};
    made.lead = {Text{text}, Strong{text}, Emphasis{text}, Link{text, text}, Link{text, "https://" + text}};
    made.notes = {words(text)};
    made.colour = text;
    AssessmentBlock assessment{text, mark(MarkShape::met, text, text), text, text, text, words(text), {text}};
    RiskMatrix matrix{text, text, text, text, {text}, {text}, {{0, 0, {text}}}};
    Section section;
    section.id = section.number = section.heading = section.level_name = text;
    section.mark = assessment.mark;
    section.blocks = {Paragraph{words(text)},
                      SubHeading{text},
                      assessment,
                      Facts{{{text, words(text)}}},
                      Decisions{{words(text)}},
                      Signatures{{text}},
                      Statement{text, text, {words(text)}},
                      matrix,
                      TableBlock{0}};
    made.sections = {section};
    Figure all{text, text, text, text, text, text, text, {{text, text}}, text};
    Cell every{all, {words(text)}, mark(MarkShape::done, text, text), 5, {0}};
    Table table{text, 1,  text, text, text, text, {Column{text, text, Align::decimal, text, text, false, 0}},
                {},   {}, true, false};
    table.rows = {Row{text, RowKind::item, words(text), {0}, every.mark, {every}, {words(text)}, text, 0}};
    table.notes = {{text, true, words(text)}};
    made.tables = {table};
    return made;
}

TEST(Html, no_text_can_become_markup) {
    const std::string harmless = skeleton(write_html(that_says("harmless")));
    for (const std::string hostile :
         {"</style></script></title><script>alert(1)</script>", "\"onmouseover=\"alert(1)", "'><!--",
          "]]>&lt;&#60;script", "\\\"}*{x:url(//evil)}", "a\nb", "javascript:alert(1)"}) {
        const std::string html = write_html(that_says(hostile));
        EXPECT_EQ(skeleton(html), harmless) << hostile;
        EXPECT_EQ(count(html, "<style"), 1U);
        EXPECT_EQ(count(html, "</style"), 1U);
        EXPECT_EQ(count(html, "<script"), 1U);
        EXPECT_EQ(count(html, "javascript:"),
                  hostile.starts_with("java") ? count(html, "javascript:alert") : 0U);
        EXPECT_EQ(count(html, "href=\"javascript"), 0U);
    }
}

TEST(Html, the_sample_has_everything_is_small_and_the_same_every_time) {
    const std::string html = write_html(sample::sample_document());
    EXPECT_EQ(html, write_html(sample::sample_document()));
    EXPECT_LT(html.size(), 250'000U);
    EXPECT_TRUE(has(html, "<html lang=\"sv\">"));
    EXPECT_FALSE(has(html, "http-equiv"));
    EXPECT_EQ(count(html, "<h1"), 1U);
    // To be looked at, and to be checked by tests/browser/check.mjs.
    std::ofstream(testing::TempDir() + "styrkedja-sample.html", std::ios::binary) << html;
}

TEST(HtmlDocument, what_a_comparison_marks_is_inserted_and_deleted_text) {
    Document made;
    made.id = made.title = "jamforelse";
    Table table;
    table.id = "drift";
    table.columns.resize(1);
    table.columns[0].id = "utfall";
    table.columns[0].label = "Utfall";
    Row row;
    row.id = "kansli";
    row.label = words("Kansliet");
    row.cells = {cell(figure("9,7", "9.7", "Utfall"))};
    row.cells[0].before = Inlines{Text{"9,5", Change::removed}};
    table.rows = {row, row};
    table.rows[1].id = "gammal";
    table.rows[1].change = Change::removed;
    made.tables = {table};
    Section section;
    section.id = "s";
    section.heading = "Nu";
    section.heading_before = "Förr";
    section.mark = mark(MarkShape::partly, "Delvis");
    section.mark_before = mark(MarkShape::met, "Helt");
    section.blocks = {Paragraph{{Text{"Blev "}, Text{"5", Change::removed}, Text{"6", Change::added}}}, TableBlock{0}};
    made.sections = {section};
    const std::string html = write_html(made);
    for (const char* part : {"Blev <del>5</del><ins>6</ins></p>", "Nu <del>Förr</del></h2>", "<del>Helt</del>",
                             "<del>9,5</del>", "<tr class=\" chg gone\">", "<p class=\" chg\">"}) {
        EXPECT_NE(html.find(part), std::string::npos) << part;
    }
}

}  // namespace
}  // namespace styrkedja::html
