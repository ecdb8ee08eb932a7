// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/facts.h"

#include <gtest/gtest.h>

#include "domain/state/state_testing.h"

namespace styrkedja {
namespace {

StateText organisation() {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee\n avdelning;Avdelning;department")
        .rows("units", R"(id;name;kind;parent
            ks;Kommunstyrelsen;namnd;
            kansli;Kansliet;avdelning;ks
            arkiv;Arkivet;avdelning;kansli [..2012] | kultur [2013..]
            kultur;Kulturnämnden;namnd;)")
        .rows("accounts", R"(id;name;kind;parent
            kostnader;Kostnader;cost;
            personal;Personal;cost;kostnader
            loner;Löner;cost;personal
            lokaler;Lokaler;cost;kostnader
            intakter;Intäkter;income;
            kassa;Kassa;asset;
            maskiner;Maskiner;investment;)")
        .rows("services", "id;name;parent\n skola;Skola;\n gymnasium;Gymnasium;skola")
        .rows("projects", "id;name\n p1;Projekt 1")
        .rows("versions", "id;name;kind;restated\n outcome;Utfall;outcome;\n budget;Budget;budget;\n"
                          " omraknat;Utfall, omräknat;outcome;yes");
    return text;
}

Exact tkr(std::int64_t amount) {
    return Exact(amount * ore_in(MoneyUnit::tkr));
}

class Sums : public ::testing::Test {
  protected:
    Sums()
        : state_(organisation()
                     .facts(R"(kansli;loner;outcome;2012-01;-10
                               kansli;loner;outcome;2012-02;-11
                               kansli;personal;outcome;2012-03;-1
                               kansli;lokaler;outcome;2012;-100
                               arkiv;loner;outcome;2012;-5
                               arkiv;loner;outcome;2013;-6
                               ks;intakter;outcome;2012;40;gymnasium;p1
                               ks;loner;budget;2012;-30
                               arkiv;loner;omraknat;2012;-5
                               ks;maskiner;outcome;2012;-7
                               ks;kassa;outcome;2012-12-31;55
                               ks;kassa;outcome;2011-12-31;50)")
                     .state()),
          index_(state_) {}

    FactSum sum(std::string_view unit, std::vector<const char*> accounts, const char* period,
                std::string_view version = "outcome") {
        FactSelection selection;
        selection.unit = index_.unit(unit);
        std::vector<Ref<Account>> refs;
        for (const char* each : accounts) refs.push_back({Id(each)});
        selection.accounts = index_.accounts(refs);
        return index_.sum(selection, version, *Period::parse(period));
    }

    State state_;
    EconomyIndex index_;
};

TEST_F(Sums, a_parent_account_is_its_children_and_what_is_booked_on_itself) {
    EXPECT_EQ(sum("kansli", {"loner"}, "2012-01..2012-04").ore, tkr(-21));
    EXPECT_EQ(sum("kansli", {"personal"}, "2012-01..2012-04").ore, tkr(-22));
}

TEST_F(Sums, a_fact_counts_in_a_period_that_contains_it_wholly) {
    EXPECT_EQ(sum("kansli", {"kostnader"}, "2012-01..2012-04").ore, tkr(-22))
        << "the year's rent is not of four months";
    EXPECT_EQ(sum("kansli", {"kostnader"}, "2012").ore, tkr(-127))
        << "with the archive, which was below it in 2012";
    EXPECT_EQ(sum("kansli", {"loner"}, "2012-01").ore, tkr(-10));
}

TEST_F(Sums, a_fact_belongs_where_its_unit_stood_on_its_last_day) {
    EXPECT_EQ(sum("ks", {"loner"}, "2012").ore, tkr(-26));
    EXPECT_FALSE(sum("ks", {"loner"}, "2013").ore.exists());
    EXPECT_EQ(sum("kultur", {"loner"}, "2013").ore, tkr(-6));
    EXPECT_FALSE(sum("kultur", {"loner"}, "2012").ore.exists());
}

TEST_F(Sums, a_restated_fact_belongs_where_its_unit_stands_last) {
    EXPECT_EQ(sum("kultur", {"loner"}, "2012", "omraknat").ore, tkr(-5));
    EXPECT_FALSE(sum("ks", {"loner"}, "2012", "omraknat").ore.exists());
}

TEST_F(Sums, a_balance_counts_on_its_own_day_only) {
    EXPECT_EQ(sum("ks", {"kassa"}, "2012-12-31").ore, tkr(55));
    EXPECT_FALSE(sum("ks", {"kassa"}, "2012").ore.exists());
    EXPECT_FALSE(sum("ks", {"kassa"}, "2012-12").ore.exists());
}

TEST_F(Sums, nothing_is_no_number_and_not_zero) {
    EXPECT_FALSE(sum("ks", {"loner"}, "1999").ore.exists());
    EXPECT_FALSE(sum("ks", {"loner"}, "2012", "prognos").ore.exists());
    EXPECT_FALSE(sum("finns-ej", {"loner"}, "2012").ore.exists());
}

TEST_F(Sums, services_and_projects_narrow) {
    FactSelection selection;
    selection.unit = index_.unit("ks");
    selection.service = index_.service("skola");
    EXPECT_EQ(index_.sum(selection, "outcome", Period::of_year(2012)).ore, tkr(40));
    selection.project = index_.project("p1");
    EXPECT_EQ(index_.sum(selection, "outcome", Period::of_year(2012)).ore, tkr(40));
    selection.service = index_.service("gymnasium");
    selection.accounts = index_.account("kostnader");
    EXPECT_FALSE(index_.sum(selection, "outcome", Period::of_year(2012)).ore.exists());
}

TEST_F(Sums, the_facts_come_with_the_sum) {
    FactSum found = sum("ks", {"loner"}, "2012");
    ASSERT_EQ(found.facts.size(), 3u);
    EXPECT_EQ(found.facts.front()->id, "arkiv/loner////outcome/2012");
    EXPECT_TRUE(found.has_operation);
    EXPECT_FALSE(found.has_investment);
    EXPECT_TRUE(sum("ks", {}, "2012").has_investment);
}

TEST_F(Sums, sets_of_accounts_overlap_without_being_counted_twice) {
    EXPECT_EQ(sum("ks", {"kostnader", "loner", "personal"}, "2012").ore,
              sum("ks", {"kostnader"}, "2012").ore);
    AccountSet both = index_.account("kostnader") & index_.account("loner");
    ASSERT_EQ(both.spans().size(), 1u);
    EXPECT_TRUE((index_.account("intakter") & index_.account("loner")).spans().empty());
}

TEST(Units, are_found_below_above_and_within_on_a_day) {
    State state = organisation().state();
    EconomyIndex index(state);
    Date then = *Date::parse("2012-06-30"), later = *Date::parse("2014-06-30");
    EXPECT_TRUE(index.is_within("arkiv", "ks", then));
    EXPECT_FALSE(index.is_within("arkiv", "ks", later));
    EXPECT_EQ(index.units_within("ks", then).size(), 3u);
    EXPECT_EQ(index.units_below("kansli", later).size(), 0u);
    EXPECT_EQ(index.units_above("arkiv", then).size(), 2u);
}

TEST(Units, that_stand_in_a_circle_do_no_harm) {
    StateText text;
    text.rows("units", "id;name;parent\n a;A;b\n b;B;a")
        .rows("accounts", "id;name;kind;parent\n x;X;cost;y\n y;Y;cost;x")
        .rows("versions", "id;name;kind\n outcome;Utfall;outcome")
        .facts("a;x;outcome;2012;-1\n b;y;outcome;2012;-2");
    State state = text.state();
    EconomyIndex index(state);
    FactSelection selection;
    selection.unit = index.unit("a");
    EXPECT_EQ(index.sum(selection, "outcome", Period::of_year(2012)).ore, tkr(-3));
    EXPECT_EQ(index.units_within("a", *Date::parse("2012-01-01")).size(), 2u);
}

std::vector<std::string> codes(const State& state) {
    Problems problems;
    check_economy(state, state, problems);
    std::vector<std::string> list;
    for (const Problem& each : problems.list())
        list.emplace_back(std::string(each.code) + " " + each.place.entity);
    return list;
}

TEST(CheckEconomy, facts_of_one_key_may_not_share_days) {
    State state = organisation()
                      .facts(R"(ks;loner;outcome;2012;-10
                                ks;loner;outcome;2012-03;-1
                                ks;loner;outcome;2013-01;-1
                                ks;loner;outcome;2013-02;-1
                                ks;loner;budget;2012-03;-1
                                kansli;loner;outcome;2012-03;-1)")
                      .state();
    EXPECT_EQ(codes(state),
              std::vector<std::string>{"facts_of_one_key_overlap economy/ks/loner////outcome/2012-03"});
}

TEST(CheckEconomy, a_balance_needs_a_day) {
    State state =
        organisation()
            .facts("ks;kassa;outcome;2012;1\n ks;kassa;outcome;2013-12-31;1\n ks;kassa;budget;2012;1")
            .state();
    EXPECT_EQ(codes(state), std::vector<std::string>{"balance_needs_a_day economy/ks/kassa////outcome/2012"});
}

TEST(CheckEconomy, a_named_figure_has_one_definition) {
    State state = organisation()
                      .rows("figures", R"(id;name;accounts;formula
                          a;A;loner;
                          b;B;;a + a
                          c;C;loner;a
                          d;D;;)")
                      .state();
    EXPECT_EQ(codes(state), (std::vector<std::string>{"named_figure_has_two_definitions figures/c",
                                                      "named_figure_has_no_definition figures/d"}));
}

}  // namespace
}  // namespace styrkedja
