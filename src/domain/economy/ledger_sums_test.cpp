// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "domain/checks/checks.h"
#include "domain/economy/code_map.h"
#include "domain/economy/columns_testing.h"
#include "domain/economy/facts.h"
#include "domain/economy/reorganised.h"
#include "domain/state/state_testing.h"

namespace styrkedja {
namespace {

using ledger::Figure;

StateText town() {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee")
        .rows("units", R"(id;name;kind;parent;code;valid
            kf;Fullmäktige;namnd;;;
            bun;Barn och unga;namnd;kf;100;
            skola;Skolan;namnd;bun;110;
            gymnasiet;Gymnasiet;namnd;bun;120;..2015
            kultur;Kultur;namnd;kf;200 [..2015-06-30] | 210 [2015-07-01..];)")
        .rows("accounts", R"(id;name;kind;parent;code
            intakter;Intäkter;income;;3
            loner;Löner;cost;;50
            timloner;Timlöner;cost;loner;501
            ovrigt;Övrigt;cost;;6 7
            kassa;Kassa;asset;;19
            skulder;Skulder;liability;;2
            bygge;Bygge;investment;;11)")
        .rows("counterparties", "id;name;code;kind\n internt;Internt;9;internal\n staten;Staten;8*;state")
        .rows("services", "id;name;code\n grund;Grundskola;407")
        .rows("versions", "id;name;kind\n outcome;Utfall;outcome\n budget;Budget;budget")
        .rows("versions", "id;name;kind;restated;of\n omraknat;Omräknat;outcome;yes;outcome");
    return text;
}

ColumnsRow row(std::int32_t month, const char* account, const char* unit, ledger::Ore ore, const char* with = "") {
    return {Figure::actual, month, {account, unit, with}, ore};
}
ColumnsRow opening(const char* account, ledger::Ore ore) {
    return {Figure::opening, 0, {account, "", ""}, ore};
}

State with_ledger(StateText text, std::vector<ColumnsRow> rows, const char* batch = "b1;huvudbok;actual;outcome;2015;;c1") {
    State state = text.rows("ledger-batches", std::string("id;ledger;figure;version;year;shown;content\n") + batch).state();
    give_columns(state, "c1", columns_from(2015, {"account", "responsibility", "counterparty"}, std::move(rows)));
    return state;
}

Exact sum(const State& state, const char* unit, const char* account, const char* period, const char* version = "outcome",
          Internal internal = Internal::with) {
    EconomyIndex index(state);
    FactSelection selection;
    selection.unit = index.unit(unit);
    selection.accounts = *account ? index.account(account) : AccountSet::all();
    selection.internal = internal;
    return index.sum(selection, version, *Period::parse(period)).ore;
}

TEST(LedgerSums, the_ledgers_sign_is_turned_for_all_but_assets) {
    State state = with_ledger(town(), {row(201501, "3011", "110", -700), row(201501, "5010", "110", 500), row(201501, "1910", "110", 200),
                                       row(201501, "2440", "110", -90), row(201501, "1190", "110", 40)});
    EXPECT_EQ(sum(state, "skola", "intakter", "2015"), Exact(700));
    EXPECT_EQ(sum(state, "skola", "loner", "2015"), Exact(-500));
    EXPECT_EQ(sum(state, "skola", "kassa", "2015-01-31"), Exact(200));
    EXPECT_EQ(sum(state, "skola", "skulder", "2015-01-31"), Exact(90));
    EXPECT_EQ(sum(state, "skola", "bygge", "2015"), Exact(-40));
}

TEST(LedgerSums, an_account_has_what_begins_with_its_code_where_none_has_more) {
    State state = with_ledger(town(), {row(201501, "5012", "110", 1), row(201501, "5020", "110", 10), row(201501, "7999", "110", 100)});
    EXPECT_EQ(sum(state, "skola", "timloner", "2015"), Exact(-1));
    EXPECT_EQ(sum(state, "skola", "loner", "2015"), Exact(-11)) << "with what is below it";
    EXPECT_EQ(sum(state, "skola", "ovrigt", "2015"), Exact(-100)) << "a thing may have several codes";
}

TEST(LedgerSums, months_add_up_and_a_committee_has_its_units) {
    State state = with_ledger(town(), {row(201501, "5010", "110", 1), row(201502, "5010", "120", 10), row(201505, "5010", "100", 100)});
    EXPECT_EQ(sum(state, "bun", "loner", "2015-T1"), Exact(-11));
    EXPECT_EQ(sum(state, "bun", "loner", "2015"), Exact(-111));
    EXPECT_EQ(sum(state, "kf", "", "2015-05"), Exact(-100));
    EXPECT_FALSE(sum(state, "bun", "loner", "2015-03").exists()) << "missing is not zero";
}

TEST(LedgerSums, a_code_is_what_it_was_on_the_months_last_day) {
    State state = with_ledger(town(), {row(201506, "5010", "200", 1), row(201507, "5010", "210", 10), row(201507, "5010", "200", 100)});
    EXPECT_EQ(sum(state, "kultur", "", "2015"), Exact(-11)) << "200 was nobody's in July";
}

TEST(LedgerSums, a_mapping_says_more_than_a_things_own_code_and_for_its_days) {
    State state = with_ledger(town().rows("code-mappings", R"(dimension;code;since;until;ledger;target
                                  responsibility;110;2015-03-01;2015-04-30;;kultur
                                  account;5010..5019;;;;ovrigt
                                  account;5011;;;annan;intakter)"),
                              {row(201502, "5011", "110", 1), row(201503, "5011", "110", 10), row(201505, "5020", "110", 100)});
    EXPECT_EQ(sum(state, "skola", "ovrigt", "2015"), Exact(-1)) << "the mapping of another ledger says nothing here";
    EXPECT_EQ(sum(state, "kultur", "ovrigt", "2015"), Exact(-10));
    EXPECT_EQ(sum(state, "skola", "loner", "2015"), Exact(-100));
}

TEST(LedgerSums, a_row_without_responsibility_is_the_whole_municipalitys) {
    State state = with_ledger(town(), {row(201501, "5010", "", 5)});
    EXPECT_EQ(sum(state, "kf", "loner", "2015"), Exact(-5));
    EXPECT_FALSE(sum(state, "bun", "loner", "2015").exists());
}

TEST(LedgerSums, a_balance_is_the_years_opening_and_the_months_up_to_it) {
    State state = with_ledger(town(), {opening("1910", 1'000), row(201501, "1910", "110", 10), row(201503, "1910", "110", 7)});
    EXPECT_EQ(sum(state, "kf", "kassa", "2015-01-31"), Exact(1'010));
    EXPECT_EQ(sum(state, "kf", "kassa", "2015-02-28"), Exact(1'010));
    EXPECT_EQ(sum(state, "kf", "kassa", "2015-12-31"), Exact(1'017));
    EXPECT_FALSE(sum(state, "kf", "kassa", "2015").exists()) << "a balance is of a day";
    EXPECT_FALSE(sum(state, "kf", "kassa", "2014-12-31").exists());
}

TEST(LedgerSums, a_balance_after_a_month_that_is_in_no_batch_is_not_known) {
    State state = with_ledger(town(), {opening("1910", 1'000), row(201501, "1910", "110", 10)},
                              "b1;huvudbok;actual;outcome;2015;2015-01..2015-04;c1");
    EXPECT_EQ(sum(state, "kf", "kassa", "2015-04-30"), Exact(1'010));
    EXPECT_FALSE(sum(state, "kf", "kassa", "2015-05-31").exists());
}

TEST(LedgerSums, opening_balances_are_those_of_the_batch_with_the_years_first_month) {
    State state = with_ledger(town(), {opening("1910", 1'000), row(201501, "1910", "110", 10), row(201502, "1910", "110", 5)},
                              "b1;huvudbok;actual;outcome;2015;2015-01;c1\n b2;huvudbok;actual;outcome;2015;2015-02..2015-12;c1");
    EXPECT_EQ(sum(state, "kf", "kassa", "2015-12-31"), Exact(1'015)) << "once, though both files have them";
}

TEST(LedgerSums, part_of_a_month_is_cut_and_told) {
    State state = with_ledger(town(), {row(201501, "5010", "110", 5), row(201502, "5010", "110", 7)});
    EconomyIndex index(state);
    FactSelection selection;
    selection.unit = index.unit("skola");
    const FactSum day = index.sum(selection, "outcome", *Period::parse("2015-02-10"));
    EXPECT_FALSE(day.ore.exists());
    ASSERT_EQ(day.cut.size(), 1u);
    EXPECT_EQ(source_of(*day.cut.front()), "ledger-batches/b1");
    EXPECT_EQ(day.cut.front()->period.str(), "2015-02");
}

TEST(LedgerSums, a_sum_names_its_batches_and_on_request_their_rows) {
    State state = with_ledger(town(), {row(201501, "5010", "110", 5), row(201501, "6010", "110", 7), row(201501, "5010", "210", 9)});
    EconomyIndex index(state);
    FactSelection selection;
    selection.unit = index.unit("skola");
    selection.accounts = index.account("ovrigt");
    EXPECT_TRUE(index.sum(selection, "outcome", Period::of_year(2015)).ledger.empty());
    const FactSum found = index.explain(selection, "outcome", Period::of_year(2015));
    ASSERT_EQ(found.facts.size(), 1u);
    EXPECT_EQ(source_of(*found.facts.front()), "ledger-batches/b1");
    ASSERT_EQ(found.ledger.size(), 1u);
    EXPECT_EQ(found.ledger.front().rows, std::vector<std::uint32_t>{1});
}

TEST(LedgerSums, what_is_internal_is_left_out_of_a_municipalitys_total) {
    State state = with_ledger(town().facts("skola;loner;outcome;2015-02;-1").rows("economy", R"(unit;account;counterparty;version;period;amount;in
                                  skola;loner;internt;outcome;2015-03;-0,20;kr
                                  skola;loner;91;outcome;2015-03;-0,30;kr)"),
                              {row(201501, "5010", "110", 5, "9"), row(201501, "5010", "110", 7, "81"), row(201501, "5010", "110", 11)});
    EXPECT_EQ(sum(state, "kf", "", "2015", "outcome", Internal::without), Exact(-18 - 100'000));
    EXPECT_EQ(sum(state, "kf", "", "2015", "outcome", Internal::only), Exact(-5 - 50));
    EXPECT_EQ(sum(state, "kf", "", "2015"), Exact(-23 - 100'050));
}

TEST(LedgerSums, a_budget_of_the_ledger_is_its_versions_and_no_outcome) {
    State state = with_ledger(town(), {{Figure::budget, 0, {"5010", "110", ""}, 900}, {Figure::actual, 201501, {"5010", "110", ""}, 1}},
                              "b1;huvudbok;budget;budget;2015;;c1");
    EXPECT_EQ(sum(state, "skola", "", "2015", "budget"), Exact(-900));
    EXPECT_FALSE(sum(state, "skola", "", "2015").exists());
}

StateText reorganised() {
    return town().rows("reorganisations", R"(from;to;day;service;account;share
        gymnasiet;skola;2016-01-01;;;33,33
        gymnasiet;kultur;2016-01-01;;;33,33
        skola;kultur;2017-01-01;;loner;50)");
}

TEST(Restated, figures_of_before_are_told_for_the_new_units_to_the_ore) {
    State state = with_ledger(reorganised().facts("gymnasiet;ovrigt;outcome;2015;-3"), {row(201501, "6010", "120", 100)});
    EXPECT_EQ(sum(state, "gymnasiet", "ovrigt", "2015"), Exact(-300'100)) << "as published";
    EXPECT_EQ(sum(state, "skola", "ovrigt", "2015", "omraknat"), Exact(-99'990 - 33));
    EXPECT_EQ(sum(state, "kultur", "ovrigt", "2015", "omraknat"), Exact(-99'990 - 33));
    EXPECT_EQ(sum(state, "gymnasiet", "ovrigt", "2015", "omraknat"), Exact(-100'020 - 34)) << "what isn't shared out stays";
    EXPECT_EQ(sum(state, "kf", "ovrigt", "2015", "omraknat"), Exact(-300'100));
}

TEST(Restated, reorganisations_follow_each_other_and_may_be_of_some_accounts_only) {
    State state = with_ledger(reorganised(), {row(201501, "5010", "110", 100), row(201501, "6010", "110", 100)});
    EXPECT_EQ(sum(state, "kultur", "loner", "2015", "omraknat"), Exact(-50));
    EXPECT_EQ(sum(state, "skola", "ovrigt", "2015", "omraknat"), Exact(-100));
    EconomyTrees trees(state);
    Reorganised told(trees);
    auto shares = told.told(trees.unit("gymnasiet"), trees.accounts.find("loner"), no_node, *Date::parse("2015-01-31"), -1'000);
    Int128 all = 0;
    for (const auto& each : shares) all += each.ore;
    EXPECT_TRUE(all == -1'000);
    EXPECT_EQ(shares.size(), 4u) << "to the school, half of that on to culture, to culture, and what stays";
    shares = told.told(trees.unit("gymnasiet"), trees.accounts.find("loner"), no_node, *Date::parse("2016-01-31"), -1'000);
    ASSERT_EQ(shares.size(), 1u) << "after the day it is as it was booked";
    EXPECT_EQ(shares.front().ore, -1'000);
}

TEST(CodeMaps, the_longest_that_fits_counts) {
    State state = town().rows("code-mappings", R"(dimension;code;ledger;target
        account;4*;;ovrigt
        account;47*;;loner
        account;4710..4719;;timloner
        account;4711;;intakter
        account;47*;annan;bygge)").state();
    CodeMap map(state);
    const Date day = *Date::parse("2015-01-31");
    EXPECT_EQ(map.find("account", "4811", "", day).id, "ovrigt");
    EXPECT_EQ(map.find("account", "4799", "", day).id, "loner");
    EXPECT_EQ(map.find("account", "4799", "annan", day).id, "bygge");
    EXPECT_EQ(map.find("account", "4719", "annan", day).id, "timloner");
    EXPECT_EQ(map.find("account", "47191", "", day).id, "timloner") << "a longer code of the range";
    EXPECT_EQ(map.find("account", "4711", "", day).id, "intakter");
    EXPECT_EQ(map.find("account", "8000", "", day).id, "");
    EXPECT_EQ(map.nearest("responsibility", "111"), "110");
    EXPECT_TRUE(map.find("responsibility", "120", "", *Date::parse("2016-01-31")).ended);
}

std::vector<std::string> told(const State& state) {
    Problems problems;
    checks::ledger_codes_are_mapped(state, state, problems);
    std::vector<std::string> list;
    for (const Problem& each : problems.list()) {
        std::string text(each.code);
        for (const auto& [name, value] : each.args) text += " " + value;
        list.push_back(text);
    }
    return list;
}

TEST(CheckLedger, what_is_in_no_sum_is_told_with_how_much_it_is) {
    State state = with_ledger(town(), {row(201501, "8010", "110", 500), row(201501, "8020", "115", 25), row(201501, "", "110", 1),
                                       row(201501, "5010", "115", -100)});
    EXPECT_EQ(told(state), (std::vector<std::string>{"ledger_rows_have_no_code account 1 0,01",
                                                     "ledger_code_is_not_mapped 8010 account 1 5,00 ",
                                                     "ledger_code_is_not_mapped 8020 account 1 0,25 ",
                                                     "ledger_sum_is_left_out account 3 3 5,26",
                                                     "ledger_code_is_not_mapped 115 responsibility 2 -0,75 110",
                                                     "ledger_sum_is_left_out responsibility 1 2 -0,75"}));
}

TEST(CheckLedger, many_codes_are_told_together) {
    std::vector<ColumnsRow> rows;
    for (int i = 0; i < 50; ++i) rows.push_back(row(201501, std::to_string(8000 + i).c_str(), "110", 100));
    const auto list = told(with_ledger(town(), rows));
    ASSERT_EQ(list.size(), 21u);
    EXPECT_EQ(list.back(), "ledger_sum_is_left_out account 50 50 50,00");
}

TEST(CheckLedger, rows_of_a_unit_that_has_ended_and_batches_without_facts_are_told) {
    State state = with_ledger(town().rows("ledger-batches", "id;ledger;figure;version;year;content\n b9;huvudbok;actual;outcome;2015;nowhere"),
                              {row(201501, "5010", "120", 100)});
    EXPECT_EQ(told(state), (std::vector<std::string>{"ledger_batch_has_no_facts b9"}));
    State later = town().rows("ledger-batches", "id;ledger;figure;version;year;content\n b1;huvudbok;actual;outcome;2016;c1").state();
    give_columns(later, "c1", columns_from(2016, {"account", "responsibility", "counterparty"}, {row(201601, "5010", "120", 100)}));
    EXPECT_EQ(told(later), (std::vector<std::string>{"ledger_unit_has_ended 120 gymnasiet 2016-01-31 1 1,00"}));
    EXPECT_EQ(sum(later, "gymnasiet", "loner", "2016"), Exact(-100)) << "and are counted all the same";
}

// Typed beside what was taken in: only of a unit and month that the ledger has too.
TEST(LedgerSums, a_version_that_is_typed_and_imported_is_told_for_units_and_months_that_both_have) {
    auto told = [](const char* typed) {
        StateText text = town().rows("economy", std::string("unit;account;version;period;amount\n") + typed);
        const State state = with_ledger(std::move(text), {row(201501, "5010", "110", 1), row(201503, "5010", "110", 1)}, "b1;huvudbok;actual;outcome;2015;2015-01..2015-03;c1");
        Problems problems;
        checks::versions_have_one_source(state, state, problems);
        std::string all;
        for (const Problem& each : problems.list()) all += std::string(each.code) + " " + each.args[0].second + " " + each.args[2].second + " " + each.args[4].second;
        return all;
    };
    EXPECT_EQ(told("skola;loner;outcome;2015-02;-1"), "version_is_typed_and_imported outcome 2015-01..2015-03 skola");
    EXPECT_EQ(told("skola;loner;outcome;2015;-1"), "version_is_typed_and_imported outcome 2015-01..2015-03 skola");
    EXPECT_EQ(told("skola;hyror;outcome;2015-02;-1"), "") << "another account: each is counted once";
    EXPECT_EQ(told("skola;loner;outcome;2015-04;-1"), "");
    EXPECT_EQ(told("gymnasiet;loner;outcome;2015-02;-1"), "");
    EXPECT_EQ(told("skola;loner;budget;2015-02;-1"), "");
}

}  // namespace
}  // namespace styrkedja
