// SPDX-License-Identifier: EUPL-1.2
#include "reports/table.h"

#include <gtest/gtest.h>

#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

using Strings = std::vector<std::string>;

// The results per department of the executive board's accounts (000): result = grant - net cost, and the
// share.
StateText results() {
    return board().facts(R"(kansli;kommunbidrag;outcome;2012;25674
        kansli;personal;outcome;2012;-25942
        hr;kommunbidrag;outcome;2012;38072
        hr;personal;outcome;2012;-36415)");
}

TEST(ListedTable, shows_results_per_unit_with_shares_and_total) {
    Report report(results());
    TableSpec spec = table(
        "resultat", {unit_row("kansli"), unit_row("hr"), unit_row("ny"), sum_row(SpecRow::total, "summa")},
        {column("resultat", "resultat(2012)"), column("bidrag", "bidrag(2012)"),
         reversed(column("netto", "nettokostnad(2012)")), per_cent(column("andel", "resultat / bidrag"))});
    EXPECT_EQ(report.text(spec), R"(kansli | -268 | 25_674 | 25_942 | -1,0
hr | 1_657 | 38_072 | 36_415 | 4,4
ny |  |  |  |
summa | 1_389 | 63_746 | 62_357 | 2,2
)");
    EXPECT_TRUE(report.problems.empty());
}

TEST(ListedTable, a_figure_knows_its_value_unit_sources_and_how_it_came_about) {
    Report report(results());
    auto built = report.build(table("t", {unit_row("kansli"), sum_row(SpecRow::total, "summa")},
                                    {reversed(column("netto", "nettokostnad(2012)", "Nettokostnad")),
                                     per_cent(column("andel", "avvikelse-andel(2012)", "Avvikelse %"))}));
    ASSERT_TRUE(built);
    const document::Figure& net = *built->rows[0].cells[0].figure;
    EXPECT_EQ(net.value, "25942");
    EXPECT_EQ(net.unit, "tkr");
    EXPECT_EQ(net.label, "Nettokostnad, kansli");
    ASSERT_EQ(net.sources.size(), 1u);
    EXPECT_EQ(net.sources[0].id, "economy/kansli/personal////outcome/2012");
    const document::Figure& share = *built->rows[0].cells[1].figure;
    EXPECT_EQ(share.value, "-1.043857599128") << "unrounded, in per cent";
    EXPECT_EQ(share.unit, "%");
    EXPECT_EQ(share.sources.size(), 2u);
    EXPECT_EQ(share.formula, "(Kommunbidrag 2012 + Nettokostnad 2012) / Kommunbidrag 2012");
    EXPECT_EQ(built->columns[0].align, document::Align::decimal);
    EXPECT_EQ(built->columns[1].unit, "%");
}

TEST(ListedTable, net_cost_development_compares_with_last_year) {
    Report report(board().facts(R"(hr;personal;outcome;2011;-65920
        hr;personal;outcome;2012;-67081
        kansli;personal;outcome;2011;-192144
        kansli;personal;outcome;2012;-216035)"));
    TableSpec spec =
        table("utveckling", {unit_row("hr"), unit_row("kansli"), sum_row(SpecRow::total, "summa")},
              {reversed(column("fjol", "outcome(last-year)")), reversed(column("aret", "outcome(2012)")),
               reversed(column("skillnad", "aret - fjol")), per_cent(column("procent", "skillnad / fjol"))});
    EXPECT_EQ(report.text(spec), R"(hr | 65_920 | 67_081 | 1_161 | 1,8
kansli | 192_144 | 216_035 | 23_891 | 12,4
summa | 258_064 | 283_116 | 25_052 | 9,7
)");
}

TEST(ListedTable, consumption_says_nothing_without_a_budget) {
    Report report(board().facts(R"(kansli;personal;budget;2012;-461742,9
        kansli;personal;outcome;2012-01..2012-04;-58888,3
        hr;personal;budget;2012;0
        hr;personal;outcome;2012-03;-1744,7
        ny;personal;budget;2012;30000
        ny;personal;outcome;2012-04;87246,4)"));
    report.document.occasion.id = Id("april");
    ColumnSpec share = per_cent(column("andel", "redovisat / arsbudget"));
    share.with_unit = true;
    share.none = "–";
    TableSpec spec = table("drift", {unit_row("kansli"), unit_row("hr"), unit_row("ny")},
                           {reversed(column("arsbudget", "budget")), reversed(column("redovisat", "outcome")),
                            reversed(column("kvar", "arsbudget - redovisat")), share});
    spec.decimals = 1;
    EXPECT_EQ(report.text(spec), R"(kansli | 461_742,9 | 58_888,3 | 402_854,6 | 12,8_%
hr | 0,0 | 1_744,7 | -1_744,7 | –
ny | -30_000,0 | -87_246,4 | 57_246,4 | 290,8_%
)");
}

TEST(ListedTable, the_cost_to_income_ratio_is_a_row_or_a_named_figure) {
    Report report(
        board().facts("ks;personal;outcome;2012;-318445\n ks;intakter;outcome;2012;35330\n "
                      "ks;kommunbidrag;outcome;2012;297469"));
    RowSpec ratio = formula_row("ki", "-kostnader / (intakter + bidrag)");
    ratio.unit_shown = "number";
    ratio.decimals = 2;
    RowSpec costs = row("kostnader", {"kostnader"});
    costs.sign = "reversed";
    TableSpec spec =
        table("ki", {ratio, costs, row("intakter", {"intakter"}), row("bidrag", {"kommunbidrag"})},
              {column("belopp", "outcome(2012)")});
    EXPECT_EQ(report.text(spec), "ki | 0,96\nkostnader | 318_445\nintakter | 35_330\nbidrag | 297_469\n");
    EXPECT_EQ(report.quoted("ki-tal"), "0,96");
}

TEST(ListedTable, sums_are_of_exact_or_of_printed_figures) {
    Report report(
        board().facts("hr;personal;outcome;2012;-10,4\n kansli;personal;outcome;2012;-10,4\n "
                      "ny;personal;outcome;2012;-10,4"));
    RowSpec both = formula_row("tva", "hr + kansli");
    TableSpec spec = table(
        "t", {unit_row("hr"), unit_row("kansli"), unit_row("ny"), both, sum_row(SpecRow::total, "summa")},
        {reversed(column("a", "outcome(2012)")), column("b", "a")});
    EXPECT_EQ(report.text(spec),
              "hr | 10 | -10\nkansli | 10 | -10\nny | 10 | -10\ntva | 21 | -21\nsumma | 31 | -31\n");
    spec.sums = Sums::printed;
    EXPECT_EQ(report.text(spec),
              "hr | 10 | -10\nkansli | 10 | -10\nny | 10 | -10\ntva | 20 | -20\nsumma | 30 | -30\n");
}

TEST(ListedTable, an_income_statement_has_groups_subtotals_and_what_was_lost) {
    Report report(board().facts(R"(ks;intakter;outcome;2012;1177
        ks;personal;outcome;2012;-100
        ks;lokaler;outcome;2012;-40
        ks;kostnader;outcome;2012;-5
        ks;personal;budget;2012;-90)"));
    RowSpec group = row("rubrik");
    group.row = SpecRow::group;
    RowSpec blank = row("avgifter");
    blank.blank = true;
    RowSpec rest = row("rest", {"kostnader"});
    rest.row = SpecRow::rest;
    rest.label = "";
    rest.of = tags({"personal", "lokaler"});
    RowSpec costs = row("kostnader", {"kostnader"});
    costs.row = SpecRow::subtotal;
    RowSpec part = row("varav", {"personal"});
    part.row = SpecRow::varav;
    TableSpec spec = table("rr",
                           {group, blank, row("intakter", {"intakter"}), row("personal", {"personal"}), part,
                            row("lokaler", {"lokaler"}), rest, costs, sum_row(SpecRow::total, "netto")},
                           {column("utfall", "outcome(2012)"), column("budget", "budget"),
                            column("avvikelse", "utfall - budget")});
    EXPECT_EQ(report.text(spec), R"(rubrik |  |  |
avgifter |  |  |
intakter | 1_177 |  |
personal | -100 | -90 | -10
varav | -100 | -90 | -10
lokaler | -40 |  |
Ej särredovisat | -5 | 0 | -5
kostnader | -145 | -90 | -55
netto | 1_032 | -90 | 1_122
)");
    auto built = report.build(spec);
    EXPECT_EQ(built->rows[4].kind, document::RowKind::varav);
    EXPECT_EQ(built->rows[0].cells.size(), 3u);
}

TEST(ListedTable, subtotals_take_the_items_since_the_last_one) {
    Report report(board().facts(
        "hr;personal;outcome;2012;1\n kansli;personal;outcome;2012;2\n ny;personal;outcome;2012;4"));
    TableSpec spec = table("t",
                           {unit_row("hr"), unit_row("kansli"), sum_row(SpecRow::subtotal, "s1"),
                            unit_row("ny"), sum_row(SpecRow::subtotal, "s2"), sum_row(SpecRow::total, "alla"),
                            sum_row(SpecRow::total, "valda", {"s1", "ny"})},
                           {column("a", "outcome(2012)")});
    EXPECT_EQ(report.text(spec), "hr | 1\nkansli | 2\ns1 | 3\nny | 4\ns2 | 4\nalla | 7\nvalda | 7\n");
    spec.rows.back().of = tags({"s3"});
    report.text(spec);
    EXPECT_EQ(report.codes(), Strings{"row_does_not_exist"});
    EXPECT_EQ(report.argument("near"), "s1");
}

TEST(ListedTable, rows_for_each_thing_below) {
    Report report(board().facts("hr;personal;outcome;2012;1\n kansli;lokaler;outcome;2012;2"));
    RowSpec units;
    units.id = Id("avdelningar");
    units.each = "units";
    TableSpec spec = table("t", {units, sum_row(SpecRow::total, "summa", {"avdelningar"})},
                           {column("a", "outcome(2012)")});
    EXPECT_EQ(report.text(spec), "Stadsdirektörens kansli | 2\nHR | 1\nNy enhet |\nsumma | 3\n");
    RowSpec accounts = row("konton", {"kostnader"});
    accounts.each = "accounts";
    accounts.label = "{code} {name}";
    spec.rows = {accounts};
    EXPECT_EQ(report.text(spec), "50 Personal | 1\n60 Lokaler | 2\n");
    EXPECT_EQ(report.build(spec)->rows[1].id, "lokaler");
    spec.rows[0].each = "people";
    report.text(spec);
    EXPECT_EQ(report.codes(), Strings{"row_each_is_unknown"});
}

// HR moves from the executive board to the education committee in September.
StateText board_with_a_move() {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee\n kontor;Kontor;office")
        .rows("units", R"(id;name;kind;parent
            ks;Kommunstyrelsen;namnd;
            un;Utbildningsnämnden;namnd;
            kansli;Kansli;kontor;ks
            hr;HR;kontor;ks [..2012-08-31] | un [2012-09-01..])")
        .rows("occasions", "id;name;period;judges\n bokslut;Bokslut 2012;2012;outcome")
        .rows("accounts", "id;name;kind\n kostnader;Kostnader;cost")
        .rows("versions", "id;name;kind\n outcome;Bokslut;outcome\n budget;Budget;budget");
    return text;
}

TEST(ListedTable, shows_a_unit_that_moves_under_each_parent_for_its_time_there) {
    Report report(board_with_a_move().facts(R"(kansli;kostnader;outcome;2012;-10
        hr;kostnader;outcome;2012-01..2012-08;-3
        hr;kostnader;outcome;2012-09..2012-12;-2)"));
    RowSpec units;
    units.id = Id("avdelningar");
    units.each = "units";
    RowSpec whole = row("hela");
    whole.row = SpecRow::varav;
    TableSpec spec = table("t", {units, whole, sum_row(SpecRow::total, "summa", {"avdelningar"})},
                           {column("a", "outcome(2012)")});
    EXPECT_EQ(report.text(spec),
              "Kansli | -10\nHR^a | -3\nhela | -13\nsumma | -13\n"
              "a: Hör till Utbildningsnämnden från och med 1_september 2012.\n");
    report.document.unit.id = Id("un");
    EXPECT_EQ(report.text(spec),
              "HR^a | -2\nhela | -2\nsumma | -2\n"
              "a: Hörde till Kommunstyrelsen till och med 31_augusti 2012.\n");
    EXPECT_TRUE(report.problems.empty());
}

TEST(ListedTable, tells_where_the_rows_of_a_unit_are_not_the_whole_of_it) {
    Report report(board_with_a_move().facts("kansli;kostnader;outcome;2012;-10\n ks;kostnader;outcome;2012;-4"));
    RowSpec units;
    units.id = Id("avdelningar");
    units.each = "units";
    TableSpec spec = table("t", {units, sum_row(SpecRow::total, "summa")},
                           {column("a", "outcome(2012)"), column("b", "budget(2012)")});
    EXPECT_EQ(report.text(spec), "Kansli | -10 |\nsumma | -10 |\n");
    ASSERT_EQ(report.codes(), Strings{"listed_total_differs"});
    EXPECT_EQ(visible(report.argument("listed")), "-10_tkr");
    EXPECT_EQ(visible(report.argument("own")), "-14_tkr");
    EXPECT_EQ(report.problems.list().front().place.field, "tables.t.columns.a.value");
    RowSpec rest = row("ovrigt");
    rest.row = SpecRow::rest;
    rest.of = tags({"avdelningar"});
    spec.rows.insert(spec.rows.begin() + 1, rest);
    report.problems = {};
    EXPECT_EQ(report.text(spec), "Kansli | -10 |\novrigt | -4 |\nsumma | -14 |\n");
    EXPECT_TRUE(report.problems.empty());
}

TEST(ListedTable, lists_the_largest_deviations_first_and_only_so_many) {
    Report report(board().facts("hr;personal;outcome;2012;-8\n hr;personal;budget;2012;-10\n kansli;personal;outcome;2012;-9\n "
                                "kansli;personal;budget;2012;-3\n ny;personal;outcome;2012;-1\n ny;personal;budget;2012;-2"));
    TableSpec spec = table("t", {unit_row("hr"), unit_row("kansli"), unit_row("ny"), sum_row(SpecRow::total, "summa")},
                           {column("avvikelse", "outcome(2012) - budget(2012)")});
    spec.sort = "avvikelse";
    EXPECT_EQ(report.text(spec), "kansli | -6\nny | 1\nhr | 2\nsumma | -3\n");
    spec.limit = 2;
    EXPECT_EQ(report.text(spec), "kansli | -6\nny | 1\nsumma | -3\n: Visar 2 av 3 rader. Summor gäller alla.\n");
    spec.sort = "-avvikelse";
    EXPECT_EQ(report.text(spec), "hr | 2\nny | 1\nsumma | -3\n: Visar 2 av 3 rader. Summor gäller alla.\n");
    EXPECT_TRUE(report.problems.empty());
    spec.sort = "avvikelsen";
    report.text(spec);
    EXPECT_EQ(report.codes(), Strings{"name_does_not_exist"});
    EXPECT_EQ(report.argument("near"), "avvikelse");
}

TEST(ListedTable, volumes_and_what_one_costs) {
    Report report(board()
                      .facts("hr;personal;outcome;2012;-1000\n kansli;personal;outcome;2012;-500")
                      .rows("volumes", R"(unit;name;version;period;quantity;measure;price
                          hr;elever;outcome;2012;10;;50
                          kansli;elever;outcome;2012;20;;25
                          hr;elever;budget;2012;12;;50
                          hr;elever;outcome;2012-01;11;;)"));
    TableSpec spec = table("t", {unit_row("hr"), unit_row("kansli"), sum_row(SpecRow::total, "summa")},
                           {column("antal", "volume(elever)"), column("per", "-outcome(2012) / volume(elever)"),
                            column("ram", "volume-value(elever)"), column("b", "volume(elever, budget)")});
    for (ColumnSpec& each : spec.columns) each.unit = each.id.str() == "antal" || each.id.str() == "b" ? "number" : "tkr";
    EXPECT_EQ(report.text(spec), "hr | 10 | 100 | 500 | 12\nkansli | 20 | 25 | 500 |\nsumma | 30 | 50 | 1_000 | 12\n")
        << "what one costs of all is the cost of all by all";
    EXPECT_TRUE(report.problems.empty());
    spec.columns = {column("antal", "volume(elver)")};
    report.text(spec);
    EXPECT_EQ(report.codes(), Strings{"name_does_not_exist"});
    EXPECT_EQ(report.argument("near"), "elever");
}

TEST(ListedTable, the_guide_value_is_the_same_in_every_row_and_in_the_total) {
    Report report(board().facts("hr;personal;outcome;2012-01..2012-04;-8\n hr;personal;budget;2012;-16\n "
                                "kansli;personal;outcome;2012-01..2012-04;-2\n kansli;personal;budget;2012;-24"));
    report.document.occasion.id = Id("april");
    TableSpec spec = table("t", {unit_row("hr"), unit_row("kansli"), sum_row(SpecRow::total, "summa")},
                           {per_cent(column("andel", "outcome / budget")), per_cent(column("rikt", "guide")),
                            per_cent(column("over", "outcome / budget - guide"))});
    EXPECT_EQ(report.text(spec),
              "hr | 50,0 | 33,3 | 16,7\nkansli | 8,3 | 33,3 | -25,0\nsumma | 25,0 | 33,3 | -8,3\n");
    EXPECT_TRUE(report.problems.empty());
}

TEST(ListedTable, formulas_of_rows_and_columns_are_found_in_any_order) {
    Report report(board().facts("hr;personal;outcome;2012;8\n hr;personal;budget;2012;2"));
    TableSpec spec =
        table("t", {formula_row("dubbel", "enkel + enkel"), formula_row("enkel", "hr"), unit_row("hr")},
              {column("kvot", "a / b"), column("a", "outcome(2012)"), column("b", "budget(2012)")});
    EXPECT_EQ(report.text(spec), "dubbel | 4 | 16 | 4\nenkel | 4 | 8 | 2\nhr | 4 | 8 | 2\n");
    EXPECT_TRUE(report.problems.empty());
}

TEST(ListedTable, formulas_that_go_in_a_circle_are_a_problem) {
    Report report(board());
    report.text(
        table("rader", {formula_row("a", "b"), formula_row("b", "a")}, {column("x", "outcome(2012)")}));
    report.text(table("kolumner", {unit_row("hr")}, {column("x", "y + 1"), column("y", "x")}));
    report.text(table("kvoter", {formula_row("a", "b"), formula_row("b", "a")},
                      {column("x", "outcome(2012) / budget")}));
    EXPECT_GE(report.codes().size(), 2u);
    for (const std::string& code : report.codes()) EXPECT_EQ(code, "table_formulas_make_a_circle");
}

TEST(ListedTable, names_that_do_not_exist_are_told_once_with_what_is_near) {
    Report report(board());
    report.text(table("t", {unit_row("hr"), unit_row("kansli")}, {column("x", "outcom(2012) - budget")}));
    report.text(
        table("t2", {unit_row("hr"), unit_row("kansli")}, {column("x", "outcome(2012, nettokosnad)")}));
    report.text(
        table("t3", {unit_row("hr"), formula_row("b", "hr + kansl")}, {column("x", "outcome(2012)")}));
    EXPECT_EQ(report.codes(), (Strings{"name_does_not_exist", "name_does_not_exist", "name_does_not_exist"}));
    EXPECT_EQ(report.problems.list()[0].place.field, "tables.t.columns.x.value");
    EXPECT_EQ(report.problems.list()[0].place.column, 1u);
    EXPECT_EQ(report.problems.list()[2].place.column, 6u);
    EXPECT_EQ(report.argument("near"), "outcome");
}

TEST(ListedTable, a_minus_without_blanks_is_part_of_a_name) {
    Report report(board());
    report.text(table("t", {unit_row("hr")}, {column("x", "outcome-budget")}));
    EXPECT_EQ(report.argument("near"), "outcome - budget");
}

TEST(ListedTable, missing_is_not_zero) {
    Report report(board().facts("hr;personal;outcome;2012;0\n hr;lokaler;outcome;2012;-0,3"));
    ColumnSpec nil = column("a", "outcome(2012)");
    nil.nil = "–";
    nil.none = "saknas";
    TableSpec spec = table("t",
                           {row("personal", {"personal"}, "hr"), row("lokaler", {"lokaler"}, "hr"),
                            row("inget", {"intakter"}, "hr")},
                           {nil});
    EXPECT_EQ(report.text(spec), "personal | –\nlokaler | 0\ninget | saknas\n")
        << "never -0; nil is what is exactly zero";
    auto built = report.build(spec);
    EXPECT_EQ(built->rows[0].cells[0].figure->value, "0");
    EXPECT_EQ(built->rows[2].cells[0].figure->value, "");
}

TEST(ListedTable, a_unit_that_did_not_exist_has_nothing_to_compare_with) {
    Report report(
        board().facts("hr;personal;budget;2011;5\n hr;personal;budget;2012;7\n ny;personal;budget;2012;3\n "
                      "ny;personal;budget;2011;9"));
    ColumnSpec before = column("fjol", "budget(2011)");
    before.when = "2011";
    before.none = "-";
    ColumnSpec change = column("andring", "aret - fjol");
    change.none = "-";
    change.plus = true;
    TableSpec spec = table("t", {unit_row("hr"), unit_row("ny"), sum_row(SpecRow::total, "summa")},
                           {before, column("aret", "budget(2012)"), change});
    EXPECT_EQ(report.text(spec), "hr | 5 | 7 | +2\nny | - | 3 | -\nsumma | 5 | 10 | +5\n");
}

TEST(ListedTable, units_decimals_and_sign_may_be_the_rows_own) {
    Report report(board().facts("ks;personal;outcome;2012;-1234567,5\n ks;intakter;outcome;2012;1000"));
    RowSpec millions = row("mnkr", {"personal"});
    millions.unit_shown = "mnkr";
    millions.decimals = 3;
    millions.sign = "reversed";
    RowSpec only = row("bara-a", {"intakter"});
    only.columns = tags({"a"});
    ColumnSpec crowns = column("b", "a");
    crowns.unit = "kr";
    crowns.with_unit = true;
    TableSpec spec =
        table("t", {millions, row("tkr", {"personal"}), only}, {column("a", "outcome(2012)"), crowns});
    spec.rows[0].columns = tags({"a"});
    EXPECT_EQ(report.text(spec),
              "mnkr | 1_234,568 |\ntkr | -1_234_568 | -1_234_567_500_kr\nbara-a | 1_000 |\n");
}

TEST(ListedTable, rows_have_their_own_period_and_indicators) {
    Report report(board()
                      .facts("hr;personal;outcome;2011;-5\n hr;personal;outcome;2012;-7")
                      .rows("indicators", "id;name;unit;base\n sjuk;Sjukfrånvaro;%;5,5 %")
                      .rows("outcomes",
                            "indicator;period;breakdown;value;missing\n sjuk;2012;;4,8 %;\n sjuk;2011;;5,1 "
                            "%;\n sjuk;2012;kön=kvinnor;;redovisas ej"));
    RowSpec before = row("fjol", {}, "hr");
    before.period = *Period::parse("2011");
    RowSpec sick = row("sjuk");
    sick.indicator.id = Id("sjuk");
    sick.label = "";
    RowSpec women = sick;
    women.id = Id("sjuk-kvinnor");
    women.breakdown = "kön=kvinnor";
    ColumnSpec now = column("nu", "outcome");
    now.none = "–";
    TableSpec spec =
        table("t", {before, unit_row("hr"), sick, women}, {now, column("diff", "outcome - outcome(2011)")});
    EXPECT_EQ(report.text(spec), R"(fjol | -5 | 0
hr | -7 | -2
Sjukfrånvaro | 4,8_% | -0,3
Sjukfrånvaro | –^a |
a: redovisas ej
)");
    auto built = report.build(spec);
    EXPECT_EQ(built->rows[2].cells[0].figure->value, "4.8");
    EXPECT_EQ(built->rows[2].cells[0].figure->sources[0].id, "outcomes/sjuk//2012");
}

TEST(ListedTable, ratios_of_money_with_investments_are_warned_of) {
    Report report(board().facts("hr;maskiner;outcome;2012;-5\n hr;personal;outcome;2012;-7"));
    report.text(table("t", {unit_row("hr"), unit_row("ks")}, {column("a", "outcome(2012)")}));
    EXPECT_EQ(report.codes(), Strings{"figure_mixes_investment_and_operation"});
    EXPECT_FALSE(report.problems.has_errors());
}

TEST(ListedTable, words_of_what_the_row_is_about) {
    Report report(results().rows("comments", R"(subject;field;occasion;text
        hr;kommentar;bokslut;Vakanser.
        hr;kommentar;april;Något annat.)"));
    TableSpec spec = table("t", {unit_row("kansli"), unit_row("hr")},
                           {column("kod", "short-name"), column("kommentar", "comment(kommentar)")});
    ColumnSpec both;
    both.id = Id("bada");
    both.text = "{outcome(2012)} av {bidrag(2012)} {name}";
    spec.columns.push_back(both);
    EXPECT_EQ(
        report.text(spec),
        "kansli |  |  | -268 av 25_674 Stadsdirektörens kansli\nhr |  | Vakanser. | 1_657 av 38_072 HR\n");
}

// Published figures.

class PublishedFigures : public ::testing::Test {
  protected:
    static StateText with(std::string_view rows) {
        return board()
            .facts(
                "hr;personal;outcome;2012;10\n kansli;personal;outcome;2012;20\n ny;personal;outcome;2012;30")
            .rows("published", "document;table;row;column;shown;note\n" + std::string(rows));
    }
    static TableSpec spec() {
        return table(
            "t", {unit_row("hr"), unit_row("kansli"), unit_row("ny"), sum_row(SpecRow::total, "summa")},
            {column("utfall", "outcome(2012)", "Utfall"), column("dubbelt", "utfall + utfall", "Dubbelt")});
    }
};

TEST_F(PublishedFigures, stand_in_a_decided_document_with_what_is_computed_in_a_note) {
    Report report(
        with("vb;t;hr;utfall;12;Ingen vet vilken.\n vb;t;summa;utfall;61;\n vb;t;summa;dubbelt;121;"));
    EXPECT_EQ(report.text(spec()), R"(hr | 12^a | 20
kansli | 20 | 40
ny | 30 | 60
summa | 61^b | 121^b
a: Avstämning: hr, Utfall: beräknat 10. Ingen vet vilken.
b: avrundning
)");
    auto built = report.build(spec());
    const document::Figure& figure = *built->rows[0].cells[0].figure;
    EXPECT_EQ(figure.value, "10");
    EXPECT_EQ(figure.published, "12");
    EXPECT_EQ(figure.shown, "12");
    EXPECT_EQ(figure.computed_shown, "10");
    EXPECT_TRUE(built->notes[0].avstamning);
    EXPECT_FALSE(built->notes[1].avstamning);
    EXPECT_TRUE(report.problems.empty());
}

TEST_F(PublishedFigures, are_within_rounding_by_half_a_unit_for_each_term) {
    // Three rows: one and a half at most.
    for (auto [shown, note] :
         {std::pair{"61", "a: avrundning\n"}, {"58", "a: Avstämning: summa, Utfall: beräknat 60.\n"}}) {
        Report report(with("vb;t;summa;utfall;" + std::string(shown) + ";"));
        std::string text = report.text(spec());
        EXPECT_TRUE(text.ends_with(note)) << text;
    }
}

TEST_F(PublishedFigures, have_no_effect_in_a_draft) {
    for (bool made_as_draft : {true, false}) {
        Report report(with("vb;t;hr;utfall;12;"));
        report.draft = made_as_draft;
        if (!made_as_draft) report.document.state = DocumentState::submitted;
        EXPECT_TRUE(report.text(spec()).starts_with("hr | 10 | 20\n"));
    }
}

TEST_F(PublishedFigures, are_numbers_where_the_cell_is_one) {
    Report report(with("vb;t;hr;utfall;1O;\n vb;t;kansli;utfall;(empty);\n vb;t;ny;utfall;-;"));
    std::string text = report.text(spec());
    EXPECT_TRUE(text.starts_with("hr | 10 | 20\nkansli | ^a | 40\nny | -^b | 60\n")) << text;
    EXPECT_EQ(report.codes(), Strings{"published_figure_is_no_number"}) << "a letter O";
}

TEST_F(PublishedFigures, wait_for_the_decision) {
    Report report(with("vb;t;hr;utfall;12;\n vb;t;kansli;utfall;12;"));
    report.document.state = DocumentState::submitted;
    auto built = report.build(spec());
    check_published(report.context(), {&*built, 1}, report.problems);
    EXPECT_EQ(report.codes(), Strings{"published_figure_waits"}) << "told once";
    EXPECT_EQ(report.argument("count"), "2");
    EXPECT_FALSE(report.problems.has_errors());
}

TEST_F(PublishedFigures, that_equal_the_computed_ones_are_superfluous) {
    Report report(with("vb;t;hr;utfall;10;"));
    report.text(spec());
    EXPECT_EQ(report.codes(), Strings{"published_figure_is_superfluous"});
    EXPECT_TRUE(report.problems.has_errors());
    EXPECT_EQ(report.problems.list()[0].place.entity, "published/vb/t/hr/utfall");
}

TEST_F(PublishedFigures, must_have_a_cell) {
    Report report(
        with("vb;t;hr;utfal;12;\n vb;t;hrr;utfall;12;\n vb;tt;hr;utfall;12;\n vb;t;hr;utfall;12;\n "
             "vb-2;x;y;z;1;"));
    auto built = report.build(spec());
    check_published(report.context(), {&*built, 1}, report.problems);
    EXPECT_EQ(report.codes(), (Strings{"published_cell_does_not_exist", "published_cell_does_not_exist",
                                       "published_cell_does_not_exist"}));
    EXPECT_EQ(report.problems.list()[0].place.field, "column");
    EXPECT_EQ(report.problems.list()[1].place.field, "row");
    EXPECT_EQ(report.problems.list()[2].place.field, "table");
    EXPECT_EQ(report.argument("near"), "utfall");
}

TEST_F(PublishedFigures, may_stand_where_nothing_can_be_computed) {
    Report report(with("vb;t;hr;andel;0,0 %;\n vb;t;kansli;andel;-;"));
    TableSpec shares = table("t", {unit_row("hr"), unit_row("kansli")},
                             {per_cent(column("andel", "outcome / budget", "Andel"))});
    shares.columns[0].with_unit = true;
    EXPECT_EQ(
        report.text(shares),
        "hr | 0,0_%^a\nkansli | -\na: Avstämning: hr, Andel: kan inte beräknas.\n")
        << "a dash says what the data do: that there is no value";
}

TEST(CheckFormulas, tells_what_is_wrong_before_any_document_is_made) {
    Report report(board().rows("figures", R"(id;name;formula
        ring;Ring;ring2 - 1
        ring2;Ring 2;ring
        fel;Fel;nettokosnad + 1
        trasig;Trasig;(netto)"));
    Problems problems;
    Template uses;
    uses.id = Id("mall");
    uses.tables = {table("t", {unit_row("hr"), formula_row("b", "hrr")},
                         {column("x", "outcome - budge"), column("y", "x / 2"), column("z", "comment(k)")})};
    QuoteSpec quote;
    quote.id = Id("q");
    quote.value.text = "resulta";
    uses.quotes = {quote};
    State state = report.state;
    state.templates = Table<Template>::from({uses});
    ReportIndex index(state);
    check_formulas(state, index, problems);
    Strings found;
    for (const Problem& each : problems.list())
        found.push_back(std::string(each.code) + " " + each.place.entity + " " + each.place.field);
    EXPECT_EQ(found, (Strings{"name_does_not_exist figures/fel formula",
                              "named_figure_is_defined_by_itself figures/ring formula",
                              "named_figure_is_defined_by_itself figures/ring2 formula",
                              "formula_parenthesis_is_not_closed figures/trasig formula",
                              "name_does_not_exist templates/mall quotes.q.value",
                              "name_does_not_exist templates/mall tables.t.columns.x.value",
                              "name_does_not_exist templates/mall tables.t.rows.b.value"}));
}

}  // namespace
}  // namespace styrkedja::reports
