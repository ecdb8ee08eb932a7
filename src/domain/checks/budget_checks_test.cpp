// SPDX-License-Identifier: EUPL-1.2
// What tests/errors shows of budgets is not repeated here: what is beside it, and what nothing is said of.
#include <gtest/gtest.h>

#include "domain/checks/checks.h"
#include "domain/state/state_testing.h"

namespace styrkedja {
namespace {

StateText town() {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee\n enhet;Enhet;unit")
        .rows("units",
              "id;name;kind;parent\n bun;Nämnden;namnd;\n skola;Skolan;enhet;bun\n kun;Kultur;namnd;")
        .rows("accounts",
              "id;name;kind\n bidrag;Kommunbidrag;grant\n loner;Löner;cost\n hall;Hall;investment")
        .rows("budget-change-kinds", "id;name;role\n ram;Ram;frame\n flytt;Flytt;transfer")
        .rows("versions",
              "id;name;kind;of;with-changes\n outcome;Utfall;outcome;;\n budget;Budget;budget;;\n"
              " reviderad;Reviderad;budget;budget;yes")
        .facts("bun;bidrag;budget;2024;1000\n kun;bidrag;budget;2024;200");
    return text;
}

// The codes, each with the thing it is told of.
std::string told(const StateText& text) {
    const State state = text.state();
    Problems problems;
    checks::made_versions_make_sense(state, state, problems);
    checks::spreading_keys_make_sense(state, state, problems);
    checks::patterns_have_months(state, state, problems);
    checks::budget_changes_make_sense(state, state, problems);
    checks::internal_budgets_sum_to_frame(state, state, problems);
    std::string list;
    for (const Problem& each : problems.list())
        list += std::string(each.code) + " " + each.place.entity + "\n";
    return list;
}

std::string with_change(const char* row) {
    return told(town().rows(
        "budget-changes",
        std::string("id;name;unit;kind;year;amount;counter-unit;account;counter-account;decided\n") + row));
}

TEST(BudgetChecks, sound_changes_are_told_nothing_of) {
    EXPECT_EQ(with_change("a;A;bun;ram;2024;5;;;;2024-03-01"), "");
    EXPECT_EQ(with_change("a;A;bun;flytt;2024;5;kun;;;2024-03-01"), "");
    EXPECT_EQ(with_change("a;A;bun;flytt;2024;5;;loner;hall;2024-03-01"), "") << "between lines of one unit";
    EXPECT_EQ(with_change("a;A;skola;ram;2024;5;;;;2024-03-01"), "")
        << "has nothing yet, and there is one sort of frame";
}

TEST(BudgetChecks, a_bridge_that_is_only_printed_needs_no_decisions) {
    StateText text;
    text.rows("units", "id;name;kind\n bun;Nämnden;namnd")
        .rows("budget-change-kinds", "id;name;role\n ram;Ram;frame")
        .rows("versions", "id;name;kind\n budget;Budget;budget")
        .rows("budget-changes", "id;name;unit;kind;year;amount\n a;A;bun;ram;2024;5");
    EXPECT_EQ(told(text), "");
}

TEST(BudgetChecks, years_to_come_need_a_plan) {
    EXPECT_EQ(with_change("a;A;bun;ram;2026;5;;;;2024-03-01"),
              "change_is_of_a_year_without_budget budget-changes/a\n");
    EXPECT_EQ(told(town()
                       .rows("versions", "id;name;kind;of;with-changes\n plan;Plan;plan;budget;yes")
                       .rows("budget-changes",
                             "id;name;unit;kind;year;amount;decided\n a;A;bun;ram;2026;5;2024-03-01")),
              "");
}

TEST(BudgetChecks, a_pattern_of_what_it_lays_out_is_a_circle) {
    EXPECT_EQ(told(town()
                       .rows("versions", "id;name;kind;of;spread\n period;Period;budget;budget;k")
                       .rows("spreading-keys",
                             "id;name;spread;of;otherwise\n k;K;twelfths;;m\n m;M;pattern;period;")),
              "version_is_made_of_itself versions/period\n");
}

TEST(BudgetChecks, divided_is_held_against_the_frame_for_each_committee_and_kind_of_money) {
    auto divided = [](const char* facts) {
        return told(town().rows("versions", "id;name;kind;of\n intern;Intern;budget;reviderad").facts(facts));
    };
    EXPECT_EQ(divided(""), "") << "nothing is divided yet";
    EXPECT_EQ(
        divided("skola;loner;intern;2024;-900\n bun;loner;intern;2024;-100\n kun;loner;intern;2024;-200"),
        "");
    EXPECT_EQ(divided("skola;bidrag;intern;2024;1000\n kun;loner;intern;2024;-200"), "")
        << "as frames of its own";
    EXPECT_EQ(divided("skola;loner;intern;2024;-1000"),
              "internal_budget_differs_from_frame versions/intern\n")
        << "kun is forgotten";
    EXPECT_EQ(
        divided("skola;loner;intern;2024-Q1;-1000\n kun;loner;intern;2024;-200\n kun;hall;intern;2024;-7"),
        "internal_budget_differs_from_frame versions/intern\n")
        << "an investment that no frame has";
}

}  // namespace
}  // namespace styrkedja
