// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "domain/economy/revised_budget.h"
#include "domain/economy/spread_budget.h"
#include "domain/state/state_testing.h"

namespace styrkedja {
namespace {

using Strings = std::vector<std::string>;

StateText municipality() {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee\n enhet;Enhet;unit")
        .rows("units", R"(id;name;kind;parent
            ks;Kommunstyrelsen;namnd;
            bun;Barn- och utbildningsnämnden;namnd;
            skola;Skolan;enhet;bun
            forskola;Förskolan;enhet;bun
            kun;Kulturnämnden;namnd;)")
        .rows("accounts", R"(id;name;kind;parent
            bidrag;Kommunbidrag;grant;
            kostnader;Kostnader;cost;
            loner;Löner;cost;kostnader
            hyror;Lokaler;cost;kostnader
            intakter;Intäkter;income;
            kassa;Kassa;asset;
            maskiner;Investeringar;investment;)")
        .rows("services", "id;name\n grund;Grundskola\n fritids;Fritidshem")
        .rows("projects", "id;name\n p1;Ny skola\n p2;Ny hall")
        .rows("budget-change-kinds",
              "id;name;role\n ram;Ram;frame\n flytt;Flytt;transfer\n om;Omdisponering;reallocation")
        .rows("versions", R"(id;name;kind;of;with-changes;through;spread
            outcome;Utfall;outcome;;;;
            budget;Budget;budget;;;;
            reviderad;Reviderad;budget;budget;yes;;
            juni;Reviderad i juni;budget;budget;yes;2024-06-30;
            dec;Reviderad i december;budget;juni;yes;2024-12-31;
            plan;Plan;plan;budget;yes;;
            plan-av-dec;Plan;plan;dec;yes;;
            period;Periodbudget;budget;reviderad;;;nyckel)");
    return text;
}

const char* changes =
    "id;name;unit;kind;year;amount;full-year;one-off;counter-unit;account;counter-account;service;"
    "counter-service;project;version;decided\n";

// All that is typed, and then each made version from the one it is made of.
std::vector<SourcedFact> facts_of(const State& state, std::string_view version) {
    std::vector<SourcedFact> of;
    const FigureVersion* made = state.versions.find(version);
    if (is_made(*made)) {
        of = facts_of(state, made->of.str());
        return derived_facts(state, *made, of);
    }
    for (const SourcedFact& each : typed_facts(state)) {
        if (each.version == version) of.push_back(each);
    }
    return of;
}

std::string in_tkr(std::int64_t ore) {
    return Money::from_ore(ore).in(MoneyUnit::tkr).str();
}

// "unit account [service] [project] period: tkr", added up for each line; sorted.
Strings lines(const State& state, std::string_view version) {
    std::map<std::string, std::int64_t> sums;
    for (const SourcedFact& each : facts_of(state, version)) {
        EXPECT_EQ(each.version, version);
        std::string line = std::string(each.unit) + " " + std::string(each.account);
        if (!each.service.empty()) line += " " + std::string(each.service);
        if (!each.project.empty()) line += " " + std::string(each.project);
        sums[line + " " + each.period.str()] += each.ore;
    }
    Strings out;
    for (const auto& [line, ore] : sums) out.push_back(line + ": " + in_tkr(ore));
    return out;
}

TEST(RevisedBudget, the_original_and_its_changes_with_both_ends) {
    State state =
        municipality()
            .facts("bun;bidrag;budget;2024;1000\n ks;bidrag;budget;2024;500\n ks;bidrag;budget;2025;7")
            .rows("budget-changes", std::string(changes) + R"(
                          a;Ny skola;bun;ram;2024;20;;;;;;;;;;
                          b;Flytt;bun;flytt;2024;-30;;;ks;;;;;;;
                          c;Nästa år;ks;ram;2025;1;;;;;;;;;;)")
            .state();
    EXPECT_EQ(lines(state, "reviderad"),
              (Strings{"bun bidrag 2024: 990", "ks bidrag 2024: 530", "ks bidrag 2025: 8"}));
}

TEST(RevisedBudget, each_amount_says_which_change_it_comes_from) {
    State state = municipality()
                      .facts("bun;bidrag;budget;2024;1000")
                      .rows("budget-changes", std::string(changes) + "a;Flytt;bun;flytt;2024;20;;;ks;;;;;;;")
                      .state();
    Strings sources;
    for (const SourcedFact& each : facts_of(state, "reviderad")) {
        sources.push_back(std::string(each.kind->key) + "/" + std::string(each.id));
    }
    EXPECT_EQ(sources,
              (Strings{"economy/bun/bidrag////budget/2024", "budget-changes/a", "budget-changes/a"}));
}

TEST(RevisedBudget, more_frame_is_more_of_the_grant_and_more_spending) {
    State state =
        municipality()
            .facts("bun;bidrag;budget;2024;1000\n bun;loner;budget;2024;-900\n bun;intakter;budget;2024;50")
            .rows("budget-changes", std::string(changes) + R"(
                          a;Lön;bun;ram;2024;20;;;;loner;;;;;;
                          b;Avgifter;bun;ram;2024;-5;;;;intakter;;;;;;
                          c;Maskiner;bun;ram;2024;3;;;;maskiner;;;;;;)")
            .state();
    EXPECT_EQ(lines(state, "reviderad"), (Strings{"bun bidrag 2024: 1000", "bun intakter 2024: 55",
                                                  "bun loner 2024: -920", "bun maskiner 2024: -3"}));
}

TEST(RevisedBudget, a_change_that_names_no_line_stands_where_the_budget_has_its_frame) {
    StateText text = municipality();
    text.rows("accounts", "id;name;kind;parent\n extra;Riktat bidrag;grant;")
        .facts(
            "bun;bidrag;budget;2024;1000\n kun;bidrag;budget;2024;5\n kun;extra;budget;2024;5\n"
            "bun;maskiner;budget;2024;-40;;p1");
    State state = text.state();
    BudgetLines lines(state, facts_of(state, "budget"));
    auto line = [&](const char* unit, const char* project = "") {
        const Account* account = lines.line_of(unit, project);
        return account ? account->id.str() : "none";
    };
    EXPECT_EQ(line("bun"), "bidrag");
    EXPECT_EQ(line("kun"), "none") << "two frames: which?";
    EXPECT_EQ(line("ks"), "none") << "has no frame yet, and the budget has two sorts";
    EXPECT_EQ(line("skola"), "none");
    EXPECT_EQ(line("bun", "p1"), "maskiner");
    EXPECT_EQ(line("bun", "p2"), "none");
    State only = municipality().facts("bun;bidrag;budget;2024;1000\n skola;loner;budget;2024;-9").state();
    BudgetLines of_one(only, facts_of(only, "budget"));
    EXPECT_EQ(of_one.line_of("ks", "")->id.str(), "bidrag");
    EXPECT_EQ(of_one.line_of("skola", ""), nullptr)
        << "has costs of its own: is it them or a frame that change?";
}

TEST(RevisedBudget, the_other_end_can_be_another_line_service_or_unit) {
    State state = municipality()
                      .facts(
                          "bun;bidrag;budget;2024;1000;grund\n ks;bidrag;budget;2024;50\n"
                          "bun;maskiner;budget;2024;-40;;p1")
                      .rows("budget-changes", std::string(changes) + R"(
                          a;Mellan verksamheter;bun;om;2024;10;;;;;;fritids;grund;;;
                          b;Lokaler blir lön;bun;om;2024;2;;;;loner;hyror;;;;;
                          c;Reserven betalar;bun;om;2024;4;;;ks;maskiner;;;;p1;;)")
                      .state();
    EXPECT_EQ(lines(state, "reviderad"),
              (Strings{"bun bidrag fritids 2024: 10", "bun bidrag grund 2024: 990", "bun hyror 2024: 2",
                       "bun loner 2024: -2", "bun maskiner p1 2024: -44", "ks bidrag 2024: 50",
                       "ks maskiner 2024: 4"}));
}

TEST(RevisedBudget, only_what_was_decided_by_then_and_nothing_twice) {
    State state = municipality()
                      .facts("bun;bidrag;budget;2024;1000")
                      .rows("budget-changes", std::string(changes) + R"(
                          a;I juni;bun;ram;2024;1;;;;;;;;;;2024-06-30
                          b;I juli;bun;ram;2024;10;;;;;;;;;;2024-07-01
                          c;Utan dag;bun;ram;2024;100;;;;;;;;;;
                          d;Annan budget;bun;ram;2024;1000;;;;;;;;;outcome;2024-01-01
                          e;Just den;bun;ram;2024;10000;;;;;;;;;budget;2024-01-01)")
                      .state();
    EXPECT_EQ(lines(state, "juni"), (Strings{"bun bidrag 2024: 11001"}));
    EXPECT_EQ(lines(state, "dec"), (Strings{"bun bidrag 2024: 11011"})) << "made of juni, which has a and e";
    EXPECT_EQ(lines(state, "reviderad"), (Strings{"bun bidrag 2024: 11111"}));
}

TEST(RevisedBudget, of_an_internal_one_takes_only_changes_that_name_it) {
    StateText text = municipality();
    text.rows("versions", R"(id;name;kind;of;with-changes
            intern;Intern;budget;reviderad;
            intern-rev;Intern, reviderad;budget;intern;yes)")
        .facts("bun;bidrag;budget;2024;1000\n skola;loner;intern;2024;-600\n forskola;loner;intern;2024;-400")
        .rows("budget-changes", std::string(changes) + R"(
            a;Ram;bun;ram;2024;20;;;;;;;;;;
            b;Mellan enheter;skola;om;2024;5;;;forskola;loner;;;;;intern;)");
    State state = text.state();
    EXPECT_EQ(lines(state, "reviderad"), (Strings{"bun bidrag 2024: 1020"}));
    EXPECT_EQ(lines(state, "intern"), (Strings{"forskola loner 2024: -400", "skola loner 2024: -600"}));
    EXPECT_EQ(lines(state, "intern-rev"), (Strings{"forskola loner 2024: -395", "skola loner 2024: -605"}));
}

// tests/cases/frames.txt: after a blank line each a case: its name, the budget's years, the changes, the
// frames.
TEST(Frames, follow_the_table) {
    std::ifstream file(std::string(PROJECT_DIR) + "/tests/cases/frames.txt");
    ASSERT_TRUE(file);
    std::string line, name;
    std::string facts, rows, expected;
    int cases = 0;
    auto check = [&] {
        if (name.empty()) return;
        ++cases;
        State state = municipality().facts(facts).rows("budget-changes", changes + rows).state();
        std::string got;
        for (int year = 2020; year < 2040; ++year) {
            std::int64_t ore = 0;
            bool any = false;
            for (const SourcedFact& each : facts_of(state, "plan")) {
                if (each.period != Period::of_year(year)) continue;
                any = true;
                ore += each.ore;
            }
            if (any) got += (got.empty() ? "" : "  ") + std::to_string(year) + ": " + in_tkr(ore);
        }
        EXPECT_EQ(got, expected) << name;
        name = facts = rows = expected = "";
    };
    while (std::getline(file, line)) {
        if (line.starts_with('#')) continue;
        std::istringstream words(line);
        std::string what, year, amount, full, once;
        words >> what;
        if (line.empty()) {
            check();
        } else if (what == "budget") {
            words >> year >> amount;
            facts += "bun;bidrag;budget;" + year + ";" + amount + "\n";
        } else if (what == "change") {
            words >> year >> amount >> full >> once;
            rows += "c" + std::to_string(rows.size()) + ";Ändring;bun;ram;" + year + ";" + amount + ";" +
                    (full == "-" ? "" : full) + ";" + (once == "once" ? "yes" : "") + ";;;;;;;;\n";
        } else if (what == "frames") {
            std::string rest;
            std::getline(words >> std::ws, rest);
            expected = rest;
        } else {
            name = line;
        }
    }
    check();
    EXPECT_GE(cases, 6);
}

TEST(Frames, of_a_revised_budget_are_those_of_the_budget_itself) {
    State state = municipality()
                      .facts("bun;bidrag;budget;2024;1000")
                      .rows("budget-changes", std::string(changes) + R"(
                          a;Varaktig;bun;flytt;2024;4;6;;ks;;;;;;;2024-02-01
                          b;Engångs;bun;ram;2024;1;;yes;;;;;;;;2024-02-01
                          c;Nästa år;bun;ram;2025;-2;;;;;;;;;;2024-02-01)")
                      .state();
    EXPECT_EQ(lines(state, "plan"), lines(state, "plan-av-dec"));
    EXPECT_EQ(lines(state, "plan"),
              (Strings{"bun bidrag 2024: 1005", "bun bidrag 2025: 1004", "bun bidrag 2026: 1004",
                       "ks bidrag 2024: -4", "ks bidrag 2025: -6", "ks bidrag 2026: -6"}));
}

TEST(MadeVersions, stand_after_what_they_are_made_of_and_circles_are_left_out) {
    StateText text;
    text.rows("versions", R"(id;name;kind;of;spread;with-changes
            a-period;Period;budget;reviderad;;yes
            budget;Budget;budget;;;
            fjol;Fjol;outcome;utfall;;yes
            intern;Internbudget;budget;reviderad;;
            monster;Mönstrad;budget;budget;m;
            reviderad;Rev;budget;budget;;yes
            ring-1;Ring;budget;ring-2;;yes
            ring-2;Ring;budget;ring-1;;yes
            till-ring;Till;budget;ring-1;;yes
            utfall;Utfall;outcome;;;
            zz;Sist;outcome;borta;;yes)")
        .rows("spreading-keys", "id;name;spread;of\n m;Mönster;pattern;fjol");
    State state = text.state();
    Strings order;
    for (const FigureVersion* each : made_versions_in_order(state)) order.push_back(each->id.str());
    EXPECT_EQ(order, (Strings{"reviderad", "a-period", "fjol", "monster"}));
}

TEST(LaidOut, months_sum_to_the_year_to_the_ore) {
    using Ore = std::vector<std::int64_t>;
    EXPECT_EQ(laid_out(100, Ore{1, 1, 1}), (Ore{34, 33, 33}));
    EXPECT_EQ(laid_out(-100, Ore{1, 1, 1}), (Ore{-34, -33, -33})) << "costs as income";
    EXPECT_EQ(laid_out(100, Ore{-1, -1, -1}), (Ore{34, 33, 33})) << "by the pattern of costs";
    EXPECT_EQ(laid_out(200, Ore{1, 2, 0}), (Ore{67, 133, 0}));
    EXPECT_EQ(laid_out(100, Ore{3, -1}), (Ore{150, -50}));
    EXPECT_EQ(laid_out(0, Ore{1, 2}), (Ore{0, 0}));
    EXPECT_EQ(laid_out(100, Ore{1, -1}), Ore{});
    EXPECT_EQ(laid_out(INT64_MAX, Ore{INT64_MAX, 1, INT64_MAX}).size(), 3u);
    for (std::int64_t ore : {1L, -1L, 7L, 123456789L, -99999999999L, INT64_MAX}) {
        std::int64_t sum = 0;
        for (std::int64_t each : laid_out(ore, Ore{5, 0, 3, 11, 2, 2, 2, 9, 1, 1, 1, 7})) sum += each;
        EXPECT_EQ(sum, ore);
    }
}

// The months of one line, tkr.
std::string months(const State& state, std::string_view unit, std::string_view account) {
    std::string text;
    for (const SourcedFact& each : facts_of(state, "period")) {
        if (each.unit == unit && each.account == account)
            text += (text.empty() ? "" : " ") +
                    (each.period.shape() == PeriodShape::month ? std::to_string(each.period.start().month())
                                                               : each.period.str()) +
                    ":" + in_tkr(each.ore);
    }
    return text;
}

TEST(SpreadBudget, twelfths_weights_and_what_stays_as_it_is) {
    State state = municipality()
                      .facts(
                          "skola;loner;budget;2024;-1200\n skola;hyror;budget;2024;-400\n"
                          "skola;intakter;budget;2024-Q2;300\n skola;kassa;budget;2024;77\n"
                          "forskola;loner;budget;2024-03;-5\n forskola;hyror;budget;2024-01..2024-02;-3")
                      .rows("spreading-keys", R"(id;name;spread;weights;accounts;otherwise
                          nyckel;Hyror kvartalsvis;weights;1|0|0|1|0|0|1|0|0|1|0|0;hyror;)")
                      .state();
    EXPECT_EQ(months(state, "skola", "hyror"),
              "1:-100 2:0 3:0 4:-100 5:0 6:0 7:-100 8:0 9:0 10:-100 11:0 12:0");
    EXPECT_EQ(months(state, "skola", "loner"),
              "1:-100 2:-100 3:-100 4:-100 5:-100 6:-100 7:-100 8:-100 9:-100 10:-100 11:-100 12:-100");
    EXPECT_EQ(months(state, "skola", "intakter"), "4:100 5:100 6:100");
    EXPECT_EQ(months(state, "skola", "kassa"), "2024:77") << "a balance is of a day";
    EXPECT_EQ(months(state, "forskola", "loner"), "3:-5");
    EXPECT_EQ(months(state, "forskola", "hyror"), "1:-3 2:0");
}

TEST(SpreadBudget, last_years_pattern_of_the_unit_and_account_with_all_below) {
    State state = municipality()
                      .facts(R"(bun;kostnader;budget;2024;-1000
                                kun;kostnader;budget;2024;-120
                                skola;loner;outcome;2023-01;-30
                                forskola;hyror;outcome;2023-06;-10
                                skola;loner;outcome;2022-12;-999
                                skola;loner;outcome;2023;-999
                                kun;loner;outcome;2023-01;-10
                                kun;loner;outcome;2023-02;9)")
                      .rows("spreading-keys", R"(id;name;spread;weights;of;otherwise
                          nyckel;Som i fjol;pattern;;outcome;mars
                          mars;Allt i mars;weights;0|0|1|0|0|0|0|0|0|0|0|0;;)")
                      .state();
    EXPECT_EQ(months(state, "bun", "kostnader"), "1:-750 2:0 3:0 4:0 5:0 6:-250 7:0 8:0 9:0 10:0 11:0 12:0");
    EXPECT_EQ(months(state, "kun", "kostnader"), "1:0 2:0 3:-120 4:0 5:0 6:0 7:0 8:0 9:0 10:0 11:0 12:0")
        << "two months that take each other out say nothing";
}

TEST(SpreadBudget, of_a_revised_one_lays_out_changes_too) {
    State state = municipality()
                      .facts("skola;loner;budget;2024;-1200")
                      .rows("budget-changes", std::string(changes) + "a;Mer;skola;ram;2024;12;;;;loner;;;;;;")
                      .rows("spreading-keys", "id;name;spread\n nyckel;Tolftedelar;twelfths")
                      .state();
    std::int64_t sum = 0;
    int of_the_change = 0;
    for (const SourcedFact& each : facts_of(state, "period")) {
        sum += each.ore;
        of_the_change += each.kind->key == "budget-changes";
    }
    EXPECT_EQ(in_tkr(sum), "-1212");
    EXPECT_EQ(of_the_change, 12);
}

TEST(Weights, are_twelve_numbers) {
    auto weights = [](std::vector<std::string> list) {
        SpreadingKey key;
        key.weights.list = std::move(list);
        return weights_of(key);
    };
    Strings good(12, "8,3");
    good[0] = "8.75";
    ASSERT_TRUE(weights(good));
    EXPECT_EQ((*weights(good))[0], 875);
    EXPECT_EQ((*weights(good))[1], 830);
    EXPECT_FALSE(weights(Strings(11, "1")));
    EXPECT_FALSE(weights(Strings(12, "0")));
    EXPECT_FALSE(weights(Strings(12, "-1")));
    EXPECT_FALSE(weights(Strings(12, "x")));
}

}  // namespace
}  // namespace styrkedja
