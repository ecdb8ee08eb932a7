// SPDX-License-Identifier: EUPL-1.2
// The bridge from the original budget to the revised one, printed.
#include <gtest/gtest.h>

#include "domain/economy/made_facts_testing.h"
#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

using Strings = std::vector<std::string>;

StateText budget() {
    return board()
        .rows("versions", R"(id;name;kind;of;with-changes;through
            reviderad;Reviderad budget;budget;budget;yes;
            juni;Reviderad budget i juni;budget;budget;yes;2012-06-30
            plan;Plan;plan;budget;yes;)")
        .rows("budget-change-kinds",
              "id;name;role\n ram;Ramändring;frame\n flytt;Flytt;transfer\n reserv;Ur reserven;reallocation")
        .facts("ks;kommunbidrag;budget;2012;1000\n un;kommunbidrag;budget;2012;5000")
        .rows("budget-changes",
              R"(id;name;unit;kind;year;amount;full-year;one-off;counter-unit;decided-by;decided;paragraph
            lon;Löner;ks;ram;2012;20,5;41;;;kf;2012-02-27;§ 12
            hr;Till HR;hr;reserv;2012;15;;;ks;ks;2012-03-05;§ 31
            fran-un;Från UN;ks;flytt;2012;100;;;un;kf;2012-04-02;§ 40
            till-un;Till UN;un;flytt;2012;30;60;;ks;kf;2012-09-24;§ 88
            fest;Jubileum;ks;ram;2012;5;;yes;;kf;2012-09-24;§ 90
            nasta;Nästa år;ks;ram;2013;7;;;;kf;2012-09-24;§ 91)");
}

struct Bridge : Report {
    Bridge() : Report(budget()) {
        state = with_made_facts(state);
        index = std::make_unique<ReportIndex>(state);
    }
};

TableSpec bridge(const char* to, std::vector<Condition> where = {}) {
    ColumnSpec this_year = column("i-ar", "effect", "I år");
    this_year.plus = true;
    ColumnSpec decision = column("beslut", "", "Beslut");
    decision.text = "{decided-by} {decided}, {paragraph}";
    TableSpec spec =
        table("brygga", {formula_row("Ursprunglig", "budget(2012, bidrag)"), formula_row("Reviderad", to)},
              {this_year, column("helar", "effect-full-year", "Helår"), column("eng", "one-off"), decision});
    spec.source = RowSource::budget_changes;
    spec.rows[1].row = SpecRow::total;
    for (RowSpec& row : spec.rows) row.columns = tags({"i-ar"});
    spec.columns[0].decimals = 1;
    spec.where = std::move(where);
    return spec;
}

TEST(BudgetBridge, leads_from_the_original_to_the_revised) {
    Bridge report;
    EXPECT_EQ(report.text(bridge("reviderad(2012, bidrag)")), R"(Ursprunglig | 1_000,0 |  |  |
Löner | +20,5 | 41 | Nej | Kommunfullmäktige 2012-02-27, §_12
Till HR | 0,0 | 0 | Nej | Kommunstyrelsen 2012-03-05, §_31
Från UN | +100,0 | 100 | Nej | Kommunfullmäktige 2012-04-02, §_40
Till UN | -30,0 | -60 | Nej | Kommunfullmäktige 2012-09-24, §_88
Jubileum | +5,0 | 0 | Ja | Kommunfullmäktige 2012-09-24, §_90
Reviderad | 1_095,5 |  |  |
)");
    EXPECT_EQ(report.codes(), Strings{});
    auto built = report.build(bridge("reviderad(2012, bidrag)"));
    EXPECT_EQ(built->rows.front().kind, document::RowKind::subtotal);
    EXPECT_EQ(built->rows.back().kind, document::RowKind::total);
    EXPECT_EQ(built->rows[1].cells[0].figure->sources[0].id, "budget-changes/lon");
}

TEST(BudgetBridge, of_the_other_end_has_the_other_sign) {
    Bridge report;
    report.document.unit.id = Id("un");
    TableSpec spec = bridge("reviderad(2012, bidrag)");
    spec.columns.insert(spec.columns.begin() + 1, column("belopp", "amount"));
    EXPECT_EQ(report.text(spec), R"(Ursprunglig | 5_000,0 |  |  |  |
Från UN | -100,0 | -100 | -100 | Nej | Kommunfullmäktige 2012-04-02, §_40
Till UN | +30,0 | 30 | 60 | Nej | Kommunfullmäktige 2012-09-24, §_88
Reviderad | 4_930,0 |  |  |  |
)");
    EXPECT_EQ(report.codes(), Strings{});
}

TEST(BudgetBridge, by_a_day_takes_what_the_version_takes) {
    Bridge report;
    EXPECT_EQ(report.text(bridge("juni(2012, bidrag)", {{"counted-in(juni)", tags({"yes"}), {}}})),
              R"(Ursprunglig | 1_000,0 |  |  |
Löner | +20,5 | 41 | Nej | Kommunfullmäktige 2012-02-27, §_12
Till HR | 0,0 | 0 | Nej | Kommunstyrelsen 2012-03-05, §_31
Från UN | +100,0 | 100 | Nej | Kommunfullmäktige 2012-04-02, §_40
Reviderad | 1_120,5 |  |  |
)");
    EXPECT_EQ(report.codes(), Strings{});
}

TEST(BudgetBridge, that_leaves_something_out_says_so) {
    Bridge report;
    report.text(bridge("reviderad(2012, bidrag)", {{"kind", tags({"ram"}), {}}}));
    EXPECT_EQ(report.codes(), Strings{"bridge_does_not_add_up"});
    EXPECT_EQ(visible(report.argument("sum")), "1_025,5_tkr");
    EXPECT_EQ(visible(report.argument("own")), "1_095,5_tkr");
    EXPECT_EQ(visible(report.argument("apart")), "-70,0_tkr");
}

TEST(BudgetBridge, summed_by_kind_or_by_who_decided) {
    Bridge report;
    TableSpec spec = bridge("reviderad(2012, bidrag)");
    RowSpec each;
    each.each = "kind";
    spec.rows.insert(spec.rows.begin() + 1, each);
    EXPECT_EQ(report.text(spec), R"(Ursprunglig | 1_000,0 |  |  |
Ramändring | +25,5 | 41 |  |
Ur reserven | 0,0 | 0 |  |
Flytt | +70,0 | 40 |  |
Reviderad | 1_095,5 |  |  |
)");
    EXPECT_EQ(report.build(spec)->rows[1].cells[0].figure->sources.size(), 2u);
    spec.rows[1].each = "decided-by";
    EXPECT_EQ(report.text(spec), R"(Ursprunglig | 1_000,0 |  |  |
Kommunfullmäktige | +95,5 | 81 |  |
Kommunstyrelsen | 0,0 | 0 |  |
Reviderad | 1_095,5 |  |  |
)");
    EXPECT_EQ(report.codes(), Strings{});
}

TEST(BudgetBridge, without_changes_still_stands_from_the_one_to_the_other) {
    Bridge report;
    EXPECT_EQ(report.text(bridge("budget(2012, bidrag)", {{"kind", {}, tags({"ram", "flytt", "reserv"})}})),
              "Ursprunglig | 1_000,0 |  |  |\nReviderad | 1_000,0 |  |  |\n");
    EXPECT_EQ(report.codes(), Strings{});
}

TEST(BudgetBridge, a_total_without_a_formula_is_the_sum_above_it) {
    Bridge report;
    TableSpec spec = bridge("");
    EXPECT_EQ(report.build(spec)->rows.back().cells[0].figure->shown,
              report.build(bridge("reviderad(2012, bidrag)"))->rows.back().cells[0].figure->shown);
}

// What is left of a reserve: the unit's own line in the revised budget.
TEST(BudgetBridge, of_a_reserve_ends_in_what_is_left) {
    StateText text = budget();
    text.rows("accounts", "id;name;kind\n reserv;Central reserv;grant")
        .rows("figures", "id;name;accounts\n reserven;Central reserv;reserv")
        .facts("ks;reserv;budget;2012;50")
        .rows("budget-changes", R"(id;name;unit;kind;year;amount;counter-unit;account;counter-account;decided
            r1;Elevökning;un;reserv;2012;12;ks;kommunbidrag;reserv;2012-05-02
            r2;Hyror;un;reserv;2012;8,5;ks;kommunbidrag;reserv;2012-06-02)");
    Report report(text);
    report.state = with_made_facts(report.state);
    report.index = std::make_unique<ReportIndex>(report.state);
    EXPECT_EQ(report.quoted("reserven(reviderad, 2012) | tkr 1"), "29,5_tkr");
    TableSpec spec = bridge("reviderad(2012, reserven)", {{"counter-account", tags({"reserv"}), {}}});
    spec.rows[0].value.text = "budget(2012, reserven)";
    spec.columns.resize(1);
    EXPECT_EQ(report.text(spec), "Ursprunglig | 50,0\nElevökning | -12,0\nHyror | -8,5\nReviderad | 29,5\n");
    EXPECT_EQ(report.codes(), Strings{});
}

TEST(BudgetBridge, a_version_that_does_not_exist_is_told) {
    Bridge report;
    report.text(bridge("reviderad(2012, bidrag)", {{"counted-in(reviderat)", tags({"yes"}), {}}}));
    ASSERT_FALSE(report.codes().empty());
    EXPECT_EQ(report.codes().front(), "name_does_not_exist");
    EXPECT_EQ(report.argument("near"), "reviderad");
}

}  // namespace
}  // namespace styrkedja::reports
