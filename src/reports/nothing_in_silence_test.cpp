// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "reports/report_testing.h"

// Figures and words that would be wrong or left out without anybody being told.
namespace styrkedja::reports {
namespace {

using Strings = std::vector<std::string>;

StateText with_facts(const char* facts = "ks;kostnader;outcome;2012;-1500") {
    return board().rows("economy", "unit;account;version;period;amount\n " + std::string(facts));
}

StateText with_published(const char* shown) {
    return with_facts().rows("published", "document;table;row;column;shown;note\n vb;t;ks;x;" + std::string(shown) + ";");
}

TableSpec one_cell(const char* unit, const char* value = "outcome(2012)") {
    TableSpec spec = table("t", {unit_row("ks")}, {column("x", value)});
    spec.unit = unit;
    spec.decimals = 1;
    return spec;
}

TEST(Told, letter_case_of_units_does_not_matter_and_other_words_over_money_are_wrong) {
    Report report(with_facts());
    EXPECT_EQ(report.text(one_cell("Mkr")), "ks | -1,5\n");
    EXPECT_EQ(report.build(one_cell("Mkr"))->unit, "Mkr") << "printed as it is written";
    EXPECT_EQ(report.text(one_cell("TKR")), "ks | -1_500,0\n");
    EXPECT_TRUE(report.problems.empty());
    report.text(one_cell("mnrk"));
    ASSERT_EQ(report.codes(), Strings{"amount_has_no_unit_of_money"});
    EXPECT_EQ(report.argument("near"), "mnkr");
    EXPECT_EQ(report.problems.list()[0].place.field, "tables.t.unit");
}

TEST(Told, an_amount_that_lies_only_partly_in_the_period) {
    Report report(with_facts("ks;kostnader;outcome;2012-01..2012-06;-10\n ks;kostnader;outcome;2012-07..2012-12;-20"));
    EXPECT_EQ(report.text(one_cell("tkr")), "ks | -30,0\n");
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(report.text(one_cell("tkr", "outcome(2012-01..2012-08)")), "ks | -10,0\n");
    EXPECT_EQ(report.codes(), Strings{"fact_is_cut_by_period"});
    EXPECT_EQ(report.argument("period"), "2012-07..2012-12");
    EXPECT_EQ(report.argument("asked"), "2012-01..2012-08");
    report.problems = {};
    report.quoted("ks.outcome(2012-01..2012-08)");
    EXPECT_EQ(report.codes(), Strings{"fact_is_cut_by_period"});
}

TEST(Told, a_published_figure_with_its_unit_may_be_superfluous) {
    Report same(with_published("-1500,0 tkr"));
    same.text(one_cell("tkr"));
    EXPECT_EQ(same.codes(), Strings{"published_figure_is_superfluous"});
    Report other(with_published("-1500,0 mkr"));
    EXPECT_EQ(other.text(one_cell("tkr")), "ks | -1_500,0_mkr^a\na: Avstämning: ks, x: beräknat -1_500,0.\n")
        << "in another unit it is another figure";
}

TEST(Told, a_dash_where_nothing_is_computed_is_no_difference) {
    Report empty(with_published("-"));
    EXPECT_EQ(empty.text(one_cell("tkr", "outcome(1999)")), "ks | -\n");
    EXPECT_TRUE(empty.problems.empty());
    Report dash(with_published("-"));
    TableSpec spec = one_cell("tkr", "outcome(1999)");
    spec.columns[0].none = "–";
    dash.text(spec);
    EXPECT_EQ(dash.codes(), Strings{"published_figure_is_superfluous"});
}

TEST(Told, a_text_never_quotes_a_hole) {
    Report report(with_published("(empty)"));
    auto built = report.build(one_cell("tkr"));
    EXPECT_EQ(report.quoted("t:ks:x", {*built}), "-1_500,0");
    EXPECT_EQ(report.codes(), Strings{"quoted_cell_is_printed_empty"});
}

TEST(Told, units_that_do_not_fit_a_quoted_figure) {
    auto code_of = [](const char* quoted) {
        Report report(with_facts());
        report.quoted(quoted);
        return report.codes().empty() ? std::string() : report.codes().front();
    };
    EXPECT_EQ(code_of("ks.outcome(2012) | tkr 0"), "");
    EXPECT_EQ(code_of("ks.outcome(2012) | % 1"), "quote_unit_does_not_fit");
    EXPECT_EQ(code_of("ks.outcome(2012) / ks.outcome(2012) | % 1"), "");
    EXPECT_EQ(code_of("ks.outcome(2012) / ks.outcome(2012) | mnkr 1"), "quote_unit_does_not_fit");
    EXPECT_EQ(code_of("ks.outcome(2012) | tkr -1"), "quote_decimals_are_unclear");
    EXPECT_EQ(code_of("ks.outcome(2012) | tkr 1,5"), "quote_decimals_are_unclear");
}

TEST(Told, what_a_text_says_was_printed) {
    Report report(with_facts());
    EXPECT_EQ(report.quoted("ks.outcome(2012) | tkr 0 | tryckt 1400"), "1_400_tkr");
    EXPECT_EQ(report.codes(), Strings{"quoted_figure_is_printed_otherwise"});
    EXPECT_EQ(report.argument("computed"), "\u22121\u00a0500\u00a0tkr");
    report.problems = {};
    report.quoted("ks.outcome(2012) | tkr 0 | tryckt många");
    EXPECT_EQ(report.codes(), Strings{"published_figure_is_no_number"});
}

StateText plan() {
    return board()
        .rows("levels", "id;model;name;assessed;scale\n kf-mal;m;KF-mål;no;\n namndmal;m;Nämndmål;yes;farger")
        .rows("goals", "id;level;name;parents\n kf-1;kf-mal;Barn;\n kf-2;kf-mal;Trygghet;\n mal;namndmal;Nöjda;kf-1 kf-2")
        .rows("indicators", "id;name;goals;unit;better;owners\n nojd;Nöjda;mal;%;up;ks\n besok;Besök;mal;st;up;ks")
        .rows("targets", "indicator;by;period;value\n nojd;kf;2012;66 %\n besok;;2012;+5 %")
        .rows("outcomes", "indicator;period;value\n nojd;2012;67 %")
        .rows("activities", "id;name;goals;units\n a1;Öppet;mal;kansli hr")
        .rows("progress", "subject;occasion;unit;status\n a1;bokslut;hr;klar\n a1;bokslut;kansli;ej")
        .rows("assessments", "goal;place;occasion;decision\n mal;kf-1;bokslut;gron\n mal;kf-2;bokslut;rod")
        .rows("scales", "id;name\n lagen;Lägen\n farger;Färger");
}

void put_scales(Report& report) {
    auto value = [](const char* id, const char* label, Shape shape, Counts counts) {
        ScaleValue out;
        out.id = Id(id);
        out.label = label;
        out.shape = shape;
        out.counts = counts;
        return out;
    };
    report.state.scales = Table<Scale>::from(
        {{Id("lagen"),
          "Lägen",
          {value("klar", "Klar", Shape::done, Counts::done), value("ej", "Ej", Shape::not_started, Counts::not_done)}},
         {Id("farger"),
          "Färger",
          {value("gron", "Grön", Shape::met, Counts::unknown), value("rod", "Röd", Shape::not_met, Counts::unknown)}}});
    report.index = std::make_unique<ReportIndex>(report.state);
}

TableSpec of(RowSource source, std::vector<ColumnSpec> columns) {
    TableSpec spec = table("t", {}, std::move(columns));
    spec.source = source;
    spec.unit = "";
    return spec;
}

TEST(Told, a_goal_has_its_rating_under_each_parent) {
    Report report(plan());
    put_scales(report);
    TableSpec spec = of(RowSource::goals, {column("a", "assessment")});
    spec.where = {{"id", tags({"mal"}), {}}};
    EXPECT_EQ(report.text(spec), "Nöjda | Barn: GrönTrygghet: Röd\n");
    EXPECT_EQ(report.build(spec)->rows[0].cells[0].sources.size(), 2u);
}

TEST(Told, the_councils_target_counts_where_the_committee_has_none) {
    Report report(plan());
    TableSpec spec = of(RowSource::indicators, {column("m", "target(2012)"), column("u", "met(2012)")});
    EXPECT_EQ(report.text(spec),
              "Nöjda | 66_%^a | <Målet är uppfyllt>\nBesök | +5_% | <Inte mätt>\n"
              "a: Målet är satt av Kommunfullmäktige.\n");
    auto built = report.build(spec);
    EXPECT_EQ(built->rows[0].cells[1].sources.size(), 2u) << "a mark says what it was made from";
    EXPECT_EQ(built->rows[1].cells[0].figure->value, "") << "a change is no value";
}

TEST(Told, an_activity_is_done_when_every_unit_that_reports_is) {
    Report report(plan());
    put_scales(report);
    TableSpec spec = of(RowSource::activities, {column("d", "done")});
    EXPECT_EQ(report.text(spec), "Öppet | Nej\n");
    spec.where = {{"status", tags({"klar"}), {}}};
    EXPECT_EQ(report.text(spec), "no table\n");
    spec.where = {{"status", tags({"ej"}), {}}};
    EXPECT_EQ(report.text(spec), "Öppet | Nej\n");
}

TEST(Told, words_are_published_with_a_note) {
    Report report(plan().rows("published",
                              "document;table;row;column;shown;note\n vb;t;a1;n;Öppet hus;\n vb;t;a1;x;ks;"));
    ColumnSpec words = column("x", "");
    words.text = "{id}";
    TableSpec spec = of(RowSource::activities, {column("n", "name"), words});
    EXPECT_EQ(report.text(spec),
              "Öppet | Öppet hus^a | ks^b\na: Avstämning: Öppet, n: uppgifterna ger ”Öppet”.\n"
              "b: Avstämning: Öppet, x: uppgifterna ger ”a1”.\n");
    EXPECT_EQ(report.build(spec)->rows[0].cells[0].figure->published, "Öppet hus");
}

}  // namespace
}  // namespace styrkedja::reports
