// SPDX-License-Identifier: EUPL-1.2
#include "reports/quote.h"

#include <gtest/gtest.h>

#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

using Strings = std::vector<std::string>;

StateText figures() {
    return board()
        .facts(R"(ks;kommunbidrag;outcome;2012;297469
            ks;personal;outcome;2012;-283116
            ks;kommunbidrag;budget;2012;297469
            ks;personal;prognos-aug;2012;-286116
            hr;personal;outcome;2011;-5)")
        .rows("indicators",
              "id;name;unit;owners\n sjuk;Sjukfrånvaro;%;ks\n antal;Företag;st;ks\n ord;Omdöme;;ks")
        .rows("outcomes",
              "indicator;period;value\n sjuk;2012;2,6 %\n sjuk;2011;1,7 %\n antal;2012;55101\n ord;2012;AA+")
        .rows("targets", "indicator;by;period;value\n sjuk;kf;2012;4,4 %\n sjuk;;2012;3 %")
        .rows("grants", "id;name;unit;year;amount\n yrkesvux;Yrkesvux;ks;2012;21 884")
        .rows("goals", "id;level;name;units\n mal-1;x;Målet;ks\n mal-2;x;Andra;ks\n mal-3;y;Tredje;ks");
}

TEST(Quote, things_without_an_id_are_named_by_their_key_and_fields_are_summed) {
    Report report(figures()
                      .rows("result-units", "unit;year;result;carried;limit\n hr;2012;14,9;2,2;10 %\n ks;2012;0;;")
                      .rows("volumes", "unit;name;version;period;quantity\n hr;elever;outcome;2012;3"));
    QuoteSpec sum;
    sum.id = Id("summa");
    sum.count = RowSource::result_units;
    sum.sum = "result";
    QuoteSpec nothing = sum;
    nothing.id = Id("inget");
    nothing.sum = "budget";
    report.uses.quotes = {sum, nothing};
    EXPECT_EQ(report.quoted("hr/2012.result"), "14,9");
    EXPECT_EQ(report.quoted("result-units/hr/2012.result | miljoner kronor 1"), "0,0_miljoner kronor");
    EXPECT_EQ(report.quoted("hr/2012.limit | procent 0"), "10_procent");
    EXPECT_EQ(report.quoted("ks/2012.result"), "0");
    EXPECT_EQ(report.quoted("ks.resultat / 2 | tal 0"), "7_177") << "elsewhere / divides";
    EXPECT_EQ(report.quoted("summa | tal 1"), "14,9");
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(report.quoted("inget"), "–");
    report.quoted("hr/2013.result");
    EXPECT_FALSE(report.problems.empty());
}

struct QuoteCase {
    const char* text;
    const char* shown;
};

TEST(Quote, prints_figures_as_the_text_asks) {
    Report report(figures());
    for (auto [text, shown] :
         {QuoteCase{"ks.resultat", "14_353"},
          {"resultat", "14_353"},
          {"ks.resultat | mnkr 1", "14,4_mnkr"},
          {"ks.resultat(2012) | mkr 1", "14,4_mkr"},
          {"resultat | miljoner kronor 1", "14,4_miljoner kronor"},
          {"resultat | tusen kronor", "14_353_tusen kronor"},
          {"resultat | kr", "14_353_000_kr"},
          {"resultat | mnkr", "14,4_mnkr"},
          {"resultat | tkr 1 | plus", "+14_353,0_tkr"},
          {"resultat | tal 1", "14_353,0"},
          {"nettokostnad | mnkr 1", "-283,1_mnkr"},
          {"nettokostnad | mnkr 1 | absolut", "283,1_mnkr"},
          {"nettokostnad | absolut", "283_116"},
          {"ks.avvikelse-andel", "4,8_%"},
          {"ks.avvikelse-andel | procent 1", "4,8_procent"},
          {"ks.avvikelse-andel | % 2", "4,83_%"},
          {"ks.avvikelse-andel | %", "4,8_%"},
          {"ks.prognos-aug(nettokostnad) | absolut", "286_116"},
          {"ks.outcome(2012, nettokostnad)", "-283_116"},
          {"hr.nettokostnad(2011)", "-5"},
          {"resultat(budget, 2012)", "297_469"},
          {"resultat | ord överskott/underskott", "överskott"},
          {"nettokostnad | ord överskott/underskott", "underskott"},
          {"nettokostnad | ord över/lika/under", "under"},
          {"sjuk.outcome(2012)", "2,6_%"},
          {"sjuk.outcome(2012) | procent 0", "3_procent"},
          {"sjuk.outcome(2012) | procent", "2,6_procent"},
          {"sjuk.target(2012, kf)", "4,4_%"},
          {"sjuk.outcome(2012) - sjuk.outcome(2011) | procentenheter 1", "0,9_procentenheter"},
          {"antal.outcome(2012) | företag", "55_101_företag"},
          {"ord.outcome(2012)", "AA+"},
          {"yrkesvux.amount", "21_884"},
          {"yrkesvux.amount | mnkr 1", "21,9_mnkr"},
          {"mal-1.name", "Målet"},
          {"hr.name", "HR"}}) {
        EXPECT_EQ(report.quoted(text), shown) << text;
    }
    EXPECT_TRUE(report.problems.empty());
}

TEST(Quote, knows_its_value_and_where_it_comes_from) {
    Report report(figures());
    auto figure = quote(report.context(), "ks.resultat | mnkr 1", {}, {}, Place{}, report.problems);
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->value, "14.353");
    EXPECT_EQ(figure->unit, "mnkr");
    EXPECT_EQ(figure->label, "Resultat, Kommunstyrelsen");
    EXPECT_EQ(figure->formula, "Kommunbidrag 2012 + Nettokostnad 2012");
    ASSERT_EQ(figure->sources.size(), 2u);
    EXPECT_EQ(figure->sources[0].id, "economy/ks/kommunbidrag////outcome/2012");
    EXPECT_FALSE(figure->published);
}

TEST(Quote, quotes_cells_as_the_document_prints_them) {
    Report report(figures().rows("published", "document;table;row;column;shown\n vb;t;hr;netto;-30"));
    TableSpec spec =
        table("t", {unit_row("ks"), unit_row("hr")},
              {column("netto", "outcome(nettokostnad)"), per_cent(column("andel", "avvikelse-andel"))});
    spec.rows[1].period = Period::of_year(2011);
    std::vector<document::Table> tables = {*report.build(spec)};
    EXPECT_EQ(report.quoted("t:ks:netto", tables), "-283_116");
    EXPECT_EQ(report.quoted("t:ks:netto | mnkr 1 | absolut", tables), "283,1_mnkr");
    EXPECT_EQ(report.quoted("t:ks:andel | procent 1", tables), "4,8_procent");
    EXPECT_EQ(report.quoted("t:hr:netto | tkr 0", tables), "-30_tkr");
    auto figure = quote(report.context(), "t:hr:netto | kr", {}, tables, Place{}, report.problems);
    EXPECT_EQ(visible(figure->shown), "-30_000_kr");
    EXPECT_EQ(figure->value, "-5000");
    EXPECT_EQ(visible(figure->computed_shown), "-5_000_kr");
    EXPECT_EQ(figure->target, "t/hr/netto");
    EXPECT_TRUE(report.problems.empty());
    for (const char* wrong : {"tt:ks:netto", "t:kss:netto", "t:ks:nett", "t:ks"})
        report.quoted(wrong, tables);
    EXPECT_EQ(report.codes(), (Strings{"quoted_cell_does_not_exist", "quoted_cell_does_not_exist",
                                       "quoted_cell_does_not_exist", "quoted_cell_is_unclear"}));
    EXPECT_EQ(report.argument("near"), "t");
}

TEST(Quote, in_a_decided_document_says_what_its_tables_say) {
    Report report(figures().rows("published", "document;table;row;column;shown\n vb;t;ks;netto;283 200\n "
                                              "vb;t;ks;netto-igen;283 116,4\n vb;i;sjuk;utfall;2,7 %\n "
                                              "vb;i;antal;utfall;55 000"));
    TableSpec spec = table("t", {unit_row("ks")}, {reversed(column("netto", "outcome(nettokostnad)"))});
    TableSpec indicators = table("i", {}, {column("utfall", "outcome(2012)"), column("fjol", "outcome(2011)")});
    indicators.source = RowSource::indicators;
    std::vector<document::Table> tables = {*report.build(spec), *report.build(indicators)};
    EXPECT_EQ(report.quoted("ks.nettokostnad", tables), "-283_200") << "with the text's own sign";
    EXPECT_EQ(report.quoted("ks.nettokostnad | mnkr 1 | absolut", tables), "283,2_mnkr");
    EXPECT_EQ(report.quoted("ks.resultat", tables), "14_353") << "another figure";
    EXPECT_EQ(report.quoted("sjuk.outcome(2012)", tables), "2,7_%");
    EXPECT_EQ(report.quoted("sjuk.outcome(2011)", tables), "1,7_%");
    EXPECT_EQ(report.quoted("antal.outcome(2012) | företag", tables), "55_000_företag");
    auto figure = quote(report.context(), "sjuk.outcome(2012)", {}, tables, Place{}, report.problems);
    EXPECT_EQ(visible(figure->computed_shown), "2,6_%") << "what is computed is still told";
    EXPECT_EQ(visible(*figure->published), "2,7_%");
    EXPECT_TRUE(report.problems.empty());
    report.draft = true;
    tables = {*report.build(spec), *report.build(indicators)};
    EXPECT_EQ(report.quoted("sjuk.outcome(2012)", tables), "2,6_%");
}

TEST(Quote, of_a_figure_that_is_decided_in_two_ways_is_told) {
    Report report(figures().rows("published", "document;table;row;column;shown\n vb;t;ks;a;-283 200\n vb;t;ks;b;-283 000"));
    TableSpec spec = table("t", {unit_row("ks")},
                           {column("a", "outcome(nettokostnad)"), column("b", "outcome(nettokostnad)")});
    std::vector<document::Table> tables = {*report.build(spec)};
    EXPECT_EQ(report.quoted("ks.nettokostnad", tables), "-283_116");
    EXPECT_EQ(report.codes(), Strings{"quoted_figure_is_decided_twice"});
}

TEST(Quote, in_a_goals_section_finds_the_goals_own_table) {
    Report report(figures());
    document::Table built =
        *report.build(table("t", {unit_row("ks")}, {column("netto", "outcome(nettokostnad)")}));
    built.id = "t.mal-1";
    EXPECT_EQ(report.quoted("t:ks:netto", {built}, {report.state.goals.find("mal-1"), nullptr}), "-283_116");
}

TEST(Quote, counts_things_and_computes_for_the_template) {
    Report report(figures());
    QuoteSpec count, ratio, both;
    count.id = Id("antal-mal");
    count.count = RowSource::goals;
    Condition level;
    level.field = "level";
    level.is = tags({"x"});
    count.where = {level};
    ratio.id = Id("andel");
    ratio.value.text = "resultat / bidrag";
    ratio.unit_shown = "%";
    ratio.decimals = 1;
    both.id = Id("dubbelt");
    both.value.text = "andel + sjuk.outcome(2012)";
    both.unit_shown = "%";
    both.decimals = 2;
    report.uses.quotes = {count, ratio, both};
    EXPECT_EQ(report.quoted("antal-mal"), "2");
    EXPECT_EQ(report.quoted("antal-mal | mål"), "2_mål");
    EXPECT_EQ(report.quoted("andel"), "4,8_%");
    EXPECT_EQ(report.quoted("dubbelt"), "7,43_%");
    EXPECT_TRUE(report.problems.empty());
    report.uses.quotes[1].value.text = "dubbelt";
    EXPECT_EQ(report.quoted("andel"), "?");
    EXPECT_EQ(report.codes(), Strings{"quotes_make_a_circle"});
}

TEST(Quote, prints_what_the_decided_document_printed) {
    Report report(figures());
    EXPECT_EQ(report.quoted("resultat | mnkr 1 | tryckt 14,3"), "14,3_mnkr");
    auto figure =
        quote(report.context(), "resultat | mnkr 1 | tryckt 14,3", {}, {}, Place{}, report.problems);
    EXPECT_EQ(visible(*figure->published), "14,3_mnkr");
    EXPECT_EQ(visible(figure->computed_shown), "14,4_mnkr");
    EXPECT_EQ(report.codes(), (Strings{"quoted_figure_is_printed_otherwise", "quoted_figure_is_printed_otherwise"}));
    EXPECT_EQ(report.problems.list()[0].severity, Severity::note);
    report.problems = {};
    report.quoted("resultat | mnkr 1 | tryckt 14,4");
    EXPECT_EQ(report.codes(), Strings{"published_figure_is_superfluous"});
    report.draft = true;
    EXPECT_EQ(report.quoted("resultat | mnkr 1 | tryckt 14,3"), "14,4_mnkr");
}

TEST(Quote, a_name_that_does_not_exist_is_told_with_its_column_and_what_is_near) {
    struct Case {
        const char* text;
        const char* code;
        const char* column;
        const char* near;
    };
    for (auto [text, code, column, near] :
         {Case{"ks.resulta | mnkr 1", "quoted_field_does_not_exist", "4", "resultat"},
          {"resulta", "quoted_name_does_not_exist", "1", "resultat"},
          {"kss.resultat", "quoted_name_does_not_exist", "1", "ks.resultat"},
          {"ks.resultat(2012, budge)", "name_does_not_exist", "4", "budget"},
          {"sjuk.outcom(2012)", "quoted_field_does_not_exist", "6", "outcome"},
          {"resultat | ord bra", "quote_words_are_unclear", "12", ""},
          {"resultat | ", "quote_how_is_empty", "11", ""},
          {"resultat | tkr | mnkr", "quote_unit_stands_twice", "18", ""},
          {"resultat | tkr 13", "quote_has_too_many_decimals", "12", ""},
          {"resultat +", "formula_ends_too_early", "11", ""},
          {"", "formula_is_empty", "1", ""}}) {
        Report report(figures());
        Problems problems;
        auto figure = quote(report.context(), text, {}, {}, Place{}, problems, {{"line", "7"}});
        EXPECT_FALSE(figure) << text;
        ASSERT_EQ(problems.size(), 1u) << text;
        const Problem& problem = problems.list().front();
        EXPECT_EQ(problem.code, code) << text;
        std::map<std::string_view, std::string> args(problem.args.begin(), problem.args.end());
        EXPECT_EQ(args["column"], column) << text;
        EXPECT_EQ(args["near"], near) << text;
        EXPECT_EQ(args["line"], "7") << text;
    }
}

TEST(Quote, what_has_no_value_is_a_dash_and_a_warning) {
    Report report(figures());
    EXPECT_EQ(report.quoted("ks.resultat(1999) | mnkr 1"), "–");
    EXPECT_EQ(report.quoted("ord.outcome(2012) | mnkr 1"), "AA+");
    EXPECT_EQ(report.codes(), (Strings{"quoted_figure_has_no_value", "quoted_thing_is_no_number"}));
    EXPECT_FALSE(report.problems.has_errors());
}

TEST(Quote, a_mistyped_unit_of_money_is_not_a_word) {
    Report report(figures());
    report.quoted("resultat | mnrk 1");
    EXPECT_EQ(report.codes(), Strings{"quoted_amount_has_unknown_unit"});
}

}  // namespace
}  // namespace styrkedja::reports
