// SPDX-License-Identifier: EUPL-1.2
// What statements need of tables: balances' days, all of a project's years, what a variance comes from, internal items.
#include <gtest/gtest.h>

#include "reports/listed_rows.h"
#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

// The frame of upper secondary school is settled on how many there are of sixteen to nineteen: twelve fewer than budgeted
// at 100 tkr each is 1 200 tkr less (003).
TEST(StatementTables, a_variance_is_divided_into_volume_and_price) {
    Report report(board().rows("volumes", R"(unit;name;version;period;quantity;measure;price
        kansli;16-19 år;budget;2012;2672;elever;100
        kansli;16-19 år;outcome;2012;2660;elever;101,5
        hr;16-19 år;budget;2012;10;elever;99,9
        hr;16-19 år;outcome;2012;11;elever;99,8
        ny;16-19 år;budget;2012;10;elever;1)"));
    TableSpec spec = table("ram", {unit_row("kansli"), unit_row("hr"), sum_row(SpecRow::total, "summa"), unit_row("ny")},
                           {column("volym", "volume-variance(elever)"), column("pris", "price-variance(elever, 2012, budget)"),
                            column("allt", "volume-value(elever, 2012, outcome) - volume-value(elever, 2012, budget)"),
                            column("bak", "volume-variance(elever, budget, outcome)")});
    spec.rows[2].of = tags({"kansli", "hr"});
    spec.decimals = 1;
    EXPECT_EQ(report.text(spec), R"(kansli | -1_200,0 | 3_990,0 | 2_790,0 | 1_218,0
hr | 99,9 | -1,1 | 98,8 | -99,8
summa | -1_100,1 | 3_988,9 | 2_888,8 | 1_118,2
ny |  |  |  |
)");
    EXPECT_TRUE(report.problems.empty());
    auto built = report.build(spec);
    ASSERT_TRUE(built);
    EXPECT_EQ(built->rows[0].cells[0].figure->sources.size(), 2u);
    EXPECT_EQ(built->rows[0].cells[0].figure->formula, "Volymavvikelse elever 2012");
    spec.columns = {column("x", "price-variance(elver)")};
    report.text(spec);
    EXPECT_EQ(report.argument("name"), "elver");
}

// A column for last year has last year's days, whatever row stands in it.
TEST(StatementTables, balances_are_of_the_days_around_the_period) {
    StateText text = board();
    text.rows("accounts", "id;name;kind\n kassa;Kassa;asset\n lan;Lån;liability")
        .facts(R"(ks;kassa;outcome;2010-12-31;5
            ks;kassa;outcome;2011-12-31;63
            ks;kassa;outcome;2012-04-30;70
            ks;kassa;outcome;2012-12-31;109
            ks;kassa;budget;2011;60
            ks;kassa;budget;2012;100)");
    Report report(text);
    TableSpec spec = table("kassa", {row("ut", {"kassa"}), formula_row("in", "kassa(opening)"),
                                     formula_row("flode", "kassa(closing) - kassa(opening)"), formula_row("lan", "lan(closing)")},
                           {column("aret", "outcome(closing)"), column("fjol", "outcome(last-year, closing)"),
                            column("budget", "budget(closing)")});
    EXPECT_EQ(report.text(spec), R"(ut | 109 | 63 | 100
in | 63 | 5 | 60
flode | 46 | 58 | 40
lan |  |  |
)");
    report.document.occasion.id = Id("april");
    EXPECT_EQ(report.text(spec), "ut | 70 | 63 | 100\nin | 63 | 5 | 60\nflode | 7 | 58 | 40\nlan |  |  |\n");
    EXPECT_TRUE(report.problems.empty());
    spec.columns = {column("aret", "outcome(closng)")};
    report.text(spec);
    EXPECT_EQ(report.argument("near"), "closing");
}

// A municipality that calls a figure so means its figure.
TEST(StatementTables, a_municipalitys_own_closing_goes_before_the_word) {
    StateText text = board();
    text.rows("figures", "id;name;accounts\n closing;Bokslut;personal")
        .facts("hr;personal;outcome;2012;-5\nhr;lokaler;outcome;2012;-7");
    Report report(text);
    EXPECT_EQ(report.text(table("t", {unit_row("hr")}, {column("a", "outcome(closing)")})), "hr | -5\n");
}

TEST(StatementTables, investments_are_told_with_all_their_years) {
    StateText text = board();
    text.rows("projects", R"(id;name;unit;decided-total;start;end;finished
            skolan;Skolan;ks;100;2010;;
            badet;Badet;ks;50;2011;2012;yes
            arenan;Arenan;ks;20;2009;2011;yes
            bron;Bron;ks;70;2013;;)")
        .facts(R"(ks;maskiner;outcome;2010;-10;;skolan
            ks;maskiner;outcome;2012-02;-30;;skolan
            ks;maskiner;outcome;2012-11;-5;;skolan
            ks;maskiner;outcome;2011;-40;;badet
            ks;maskiner;outcome;2012;-12;;badet)");
    RowSpec ongoing = row("", {"maskiner"}), finished = row("", {"maskiner"});
    ongoing.each = "projects-ongoing";
    ongoing.label = finished.label = "";
    finished.each = "projects-finished";
    TableSpec spec = table("inv", {ongoing, sum_row(SpecRow::subtotal, "p"), finished, sum_row(SpecRow::total, "summa")},
                           {column("beslutad", "decided-total"), reversed(column("ack", "outcome(accumulated)")),
                            reversed(column("aret", "outcome")), column("kvar", "beslutad + ack")});
    Report report(text);
    EXPECT_EQ(report.text(spec), R"(Skolan | 100 | 45 | 35 | 55
p | 100 | 45 | 35 | 55
Badet | 50 | 52 | 12 | -2
summa | 150 | 97 | 47 | 53
)");
    report.document.occasion.id = Id("april");
    spec.rows.resize(1);
    EXPECT_EQ(report.text(spec), "Skolan | 100 | 40 | 30 | 60\n") << "until April";
}

// What the rows of an `each` with a figure of their own leave out of the unit above is told.
TEST(StatementTables, rows_of_each_may_have_a_figure_and_are_compared_with_the_whole) {
    Report report(board().facts(R"(kansli;personal;outcome;2012;-100
        hr;lokaler;outcome;2012;-50
        ks;personal;outcome;2012;-7
        hr;kommunbidrag;outcome;2012;400)"));
    RowSpec each = formula_row("avd", "nettokostnad");
    each.label = "";
    each.each = "units";
    each.unit.id = Id("ks");
    TableSpec spec = table("netto", {each, sum_row(SpecRow::total, "summa", {"avd"})}, {column("utfall", "outcome")});
    EXPECT_EQ(report.text(spec), "Stadsdirektörens kansli | -100\nHR | -50\nNy enhet |\nsumma | -150\n");
    EXPECT_EQ(report.codes(), std::vector<std::string>{"listed_total_differs"});
    EXPECT_EQ(visible(report.argument("own")), "-157_tkr") << "the grant is in no net cost";
}

TEST(StatementTables, a_row_for_each_counterparty) {
    StateText text = board();
    text.rows("counterparties", "id;name;code;kind\n internt;Internt;19*;internal\n staten;Staten;81*;state")
        .rows("economy", "unit;account;version;period;amount;counterparty\n ks;personal;outcome;2012;-5;internt\n"
                         " hr;personal;outcome;2012;-7;staten\n hr;personal;outcome;2012;-9;");
    Report report(text);
    RowSpec each = row("");
    each.each = "counterparties";
    TableSpec spec = table("t", {each, sum_row(SpecRow::total, "summa")}, {column("utfall", "outcome")});
    spec.rows[0].label = "";
    EXPECT_EQ(report.text(spec), "Internt | -5\nStaten | -7\nsumma | -12\n");
    EXPECT_TRUE(report.problems.empty());
}

TEST(StatementTables, internal_items_are_the_tables_or_the_rows_choice) {
    Report report(board());
    TableSpec spec = table("t", {row("a"), row("b")}, {column("utfall", "outcome")});
    spec.internal = "without";
    spec.rows[1].internal = "only";
    Context context = report.context();
    std::vector<ListedRow> rows = list_rows(context, spec, report.problems);
    EXPECT_EQ(rows[0].scope.selection.internal, Internal::without);
    EXPECT_EQ(rows[1].scope.selection.internal, Internal::only);
    spec.internal = "with";
    EXPECT_EQ(list_rows(context, spec, report.problems)[0].scope.selection.internal, Internal::with);
}

}  // namespace
}  // namespace styrkedja::reports
