// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "domain/economy/sourced_fact.h"
#include "domain/state/state_testing.h"

namespace styrkedja {
namespace {

StateText municipality() {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee")
        .rows("units", "id;name;kind;parent\n bn;Barnnämnden;namnd;\n finans;Finansförvaltningen;namnd;")
        .rows("accounts", R"(id;name;kind;parent
            personal;Personal;cost;
            loner;Löner;cost;personal
            pension;Pensioner;cost;
            po;PO-pålägg;cost;
            po-in;PO-pålägg;income;
            ranta;Internränta;cost;
            ranta-in;Internränta;income;
            byggnader;Byggnader;asset;)")
        .rows("projects", "id;name\n skolan;Skolan")
        .rows("services", "id;name\n skola;Skola")
        .rows("versions", "id;name;kind\n outcome;Utfall;outcome\n budget;Budget;budget")
        .rows("counterparties", "id;name;kind\n internt;Internt;internal");
    return text;
}

// One fact a line: "bn po 2016-01 -445,30"; the counterparty is always the charge's.
std::string charges(const StateText& text) {
    State state = text.state();
    std::string told;
    std::int64_t sum = 0;
    for (const SourcedFact& each : charged_facts(state, typed_facts(state))) {
        std::string line(each.unit);
        for (std::string_view part : {each.account, each.service, each.project}) {
            if (!part.empty()) line += " " + std::string(part);
        }
        told += line + " " + each.period.str() + " " + std::to_string(each.ore) + "\n";
        EXPECT_EQ(each.counterparty, "internt");
        EXPECT_EQ(each.kind->key, "internal-charges");
        sum += each.ore;
    }
    EXPECT_EQ(sum, 0) << "in the municipality a charge is nothing";
    return told;
}

// 001: 44,53 per cent, from 1 July 45,75.
TEST(InternalCharges, staff_overhead_goes_by_the_rate_of_its_day) {
    auto text = municipality()
                    .facts(R"(bn;loner;outcome;2016-06;-1;skola;
                        bn;loner;outcome;2016-07;-1;skola;
                        bn;loner;budget;2016;-1000;;
                        bn;pension;outcome;2016-06;-99;;
                        finans;loner;outcome;2016-07;-0,01;;)")
                    .rows("internal-charges", R"(id;name;version;valid;base;rate;account;counter-unit;counter-account;counterparty
                        po-1;PO;outcome;..2016-06-30;personal;44,53;po;finans;po-in;internt
                        po-2;PO;outcome;2016-07-01..;personal;45,75;po;finans;po-in;internt)");
    EXPECT_EQ(charges(text), R"(bn po skola 2016-06 -44530
finans po-in 2016-06 44530
bn po skola 2016-07 -45750
finans po 2016-07 -458
finans po-in 2016-07 46208
)");
}

// The rate of a year on what the building was worth, month for month until it is worth something else; any number of
// months sum to the rounded interest of that many.
TEST(InternalCharges, interest_follows_the_investment_until_the_next_balance) {
    auto text = municipality()
                    .facts(R"(bn;byggnader;outcome;2015-12-31;100,01;;skolan
                        bn;byggnader;outcome;2016-02-29;200;;skolan
                        bn;loner;outcome;2016-01..2016-03;-1;;)")
                    .rows("internal-charges", R"(id;name;version;base;rate;account;counter-unit;counter-account;counterparty
                        ranta;Internränta;outcome;byggnader;2,5;ranta;finans;ranta-in;internt)");
    EXPECT_EQ(charges(text), R"(bn ranta skolan 2016-01 -20835
bn ranta skolan 2016-02 -20836
bn ranta skolan 2016-03 -41667
finans ranta-in 2016-01 20835
finans ranta-in 2016-02 20836
finans ranta-in 2016-03 41667
)");
}

TEST(InternalCharges, what_a_ledger_has_booked_has_its_own) {
    State state = municipality()
                      .facts("bn;loner;outcome;2016-06;-1;;")
                      .rows("internal-charges", R"(id;name;version;base;rate;account;counter-unit;counter-account;counterparty
                          po-1;PO;outcome;personal;44,53;po;finans;po-in;internt)")
                      .state();
    std::vector<SourcedFact> facts = typed_facts(state);
    facts.front().kind = &description<LedgerBatch>();
    EXPECT_TRUE(charged_facts(state, facts).empty());
}

TEST(InternalCharges, a_budget_balance_of_a_year_is_charged_for_that_year) {
    auto text = municipality()
                    .facts("bn;byggnader;budget;2016;1000;;skolan")
                    .rows("internal-charges", R"(id;name;version;base;rate;account;counter-unit;counter-account;counterparty
                        ranta;Internränta;budget;byggnader;2,5;ranta;finans;ranta-in;internt)");
    EXPECT_EQ(charges(text), "bn ranta skolan 2016 -2500000\nfinans ranta-in 2016 2500000\n");
}

}  // namespace
}  // namespace styrkedja
