// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/baseline.h"

#include <gtest/gtest.h>

#include "domain/state/state_testing.h"

namespace styrkedja {
namespace {

// A year as it is written: twelve amounts in kronor, - where nobody has booked.
MonthsOfYear months(std::string_view text) {
    MonthsOfYear year;
    std::size_t month = 0;
    while (month < 12) {
        const std::size_t end = text.find(' ');
        const std::string_view part = text.substr(0, end);
        year[month++] = part == "-" || part.empty() ? Exact::none() : Exact(*Decimal::parse(part)) * Exact(100);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    return year;
}

std::string kronor(const Exact& ore) { return ore.exists() ? (ore / Exact(100)).str() : "none"; }

// Annual fees of 400 are paid in January, 50 a month else: 950 a year. This year they rose to 420.
const MonthlyOutcome fees = {
    {2024, months("-400 -50 -50 -50 -50 -50 -50 -50 -50 -50 -50 -50")},
    {2025, months("-400 -50 -50 -50 -50 -50 -50 -50 -50 -50 -50 -50")},
    {2026, months("-420 -50 -50 -50 - - - - - - - -")},
};

TEST(Baseline, TheRunRateBelievesThatTheFeesAreEveryMonths) {
    const Baseline baseline = baseline_of(BaselineMethod::run_rate, fees, 2026, 4);
    EXPECT_EQ(kronor(baseline.ore), "-1710");
    EXPECT_EQ(kronor(baseline.to_date), "-570");
}

// 550 of 950 were gone by April in both years: 570 / (1100/1900) = 984,5454…
TEST(Baseline, TheSeasonKnowsThatTheFeesArePaidInJanuary) {
    const Baseline baseline = baseline_of(BaselineMethod::seasonal, fees, 2026, 4);
    EXPECT_EQ(baseline.ore, Exact::fraction(-570 * 100 * 19, 11));
    EXPECT_EQ(baseline.share, Exact::fraction(11, 19));
    EXPECT_EQ(baseline.years, (std::vector<int>{2024, 2025}));
    EXPECT_EQ(baseline.heaviest, 1);
    EXPECT_EQ(baseline.heaviest_share, Exact::fraction(8, 19));
}

// By April of 2024 and 2025 the run rate said 1 650 where 950 came; the season could only be tried on 2025.
TEST(Baseline, EachHasItsPastErrorAtTheSameMonth) {
    const BaselineError rate = baseline_error(BaselineMethod::run_rate, fees, 2026, 4);
    ASSERT_EQ(rate.trials.size(), 2U);
    EXPECT_EQ(kronor(rate.trials[0].said) + " " + kronor(rate.trials[0].came), "-1650 -950");
    EXPECT_EQ(kronor(rate.bias), "700");
    EXPECT_EQ(kronor(rate.absolute), "700");
    EXPECT_EQ(rate.relative, Exact::fraction(14, 19));
    const BaselineError season = baseline_error(BaselineMethod::seasonal, fees, 2026, 4);
    ASSERT_EQ(season.trials.size(), 1U);
    EXPECT_EQ(season.trials[0].year, 2025);
    EXPECT_EQ(kronor(season.absolute), "0");
}

TEST(Baseline, AYearToComeHasNoPartInWhatWasKnown) {
    MonthlyOutcome later = fees;
    later[2027] = months("-1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1");
    EXPECT_EQ(baseline_of(BaselineMethod::seasonal, later, 2026, 4).ore, baseline_of(BaselineMethod::seasonal, fees, 2026, 4).ore);
    EXPECT_EQ(baseline_error(BaselineMethod::run_rate, later, 2026, 4).trials.size(), 2U);
}

// Looking back at a year that is over, its own outcome isn't among those that the method is tried on.
TEST(Baseline, AYearIsNotTriedOnItself) {
    EXPECT_EQ(baseline_error(BaselineMethod::run_rate, fees, 2025, 4).trials.size(), 1U);
    EXPECT_EQ(baseline_of(BaselineMethod::seasonal, fees, 2025, 4).years, (std::vector<int>{2024}));
}

TEST(Baseline, OnlyThreeYearsMakeThePattern) {
    MonthlyOutcome long_ago = fees;
    long_ago[2022] = months("-950 0 0 0 0 0 0 0 0 0 0 0");
    long_ago[2023] = fees.at(2024);
    EXPECT_EQ(baseline_of(BaselineMethod::seasonal, long_ago, 2026, 4).years, (std::vector<int>{2023, 2024, 2025}));
}

TEST(Baseline, SaysWhyThereIsNone) {
    const auto why = [](BaselineMethod method, const MonthlyOutcome& outcome, int year, int passed) {
        const Baseline baseline = baseline_of(method, outcome, year, passed);
        EXPECT_FALSE(baseline.ore.exists());
        return baseline.missing;
    };
    EXPECT_EQ(why(BaselineMethod::run_rate, fees, 2026, 0), BaselineMissing::no_months);
    EXPECT_EQ(why(BaselineMethod::run_rate, fees, 2027, 4), BaselineMissing::no_outcome);
    EXPECT_EQ(why(BaselineMethod::run_rate, fees, 2026, 5), BaselineMissing::month_is_missing);
    EXPECT_EQ(why(BaselineMethod::seasonal, fees, 2024, 4), BaselineMissing::no_history);
    const MonthlyOutcome turned = {{2025, months("10 0 0 0 0 0 0 0 0 0 0 -20")}, {2026, months("-5 - - - - - - - - - - -")}};
    EXPECT_EQ(why(BaselineMethod::seasonal, turned, 2026, 1), BaselineMissing::no_pattern);
}

TEST(Baseline, MonthsPassedBeginWithTheYear) {
    const auto passed = [](std::string_view text) { return months_passed(*Period::parse(text)); };
    EXPECT_EQ(passed("2026-01..2026-04"), 4);
    EXPECT_EQ(passed("2026-T1"), 4);
    EXPECT_EQ(passed("2026-01"), 1);
    EXPECT_EQ(passed("2026"), 12);
    EXPECT_EQ(passed("2026-02..2026-04"), 0);
    EXPECT_EQ(passed("2026-04"), 0);
    EXPECT_EQ(passed("2026-04-30"), 0);
}

// Where others have booked a month, a line without an amount has 0 there; where nobody has, nothing is known.
TEST(Baseline, AMonthIsBookedWhenAnybodyHasBookedIt) {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n namnd;Nämnd;committee")
        .rows("units", "id;name;kind\n kn;Kulturnämnden;namnd\n tn;Tekniska;namnd")
        .rows("accounts", "id;name;kind\n avgift;Avgift;cost")
        .rows("versions", "id;name;kind\n outcome;Utfall;outcome")
        .facts("kn;avgift;outcome;2026-01;-420\n tn;avgift;outcome;2026-01;-1\n tn;avgift;outcome;2026-02;-1\n tn;avgift;outcome;2025;-7");
    const State state = text.state();
    const EconomyIndex index(state);
    const BookedMonths booked(state, index, *state.versions.find("outcome"));
    FactSelection line;
    line.unit = index.unit("kn");
    const MonthlyOutcome outcome = booked.outcome(line, 2026);
    ASSERT_TRUE(outcome.contains(2026));
    EXPECT_EQ(kronor(outcome.at(2026)[0]), "-420000");
    EXPECT_EQ(kronor(outcome.at(2026)[1]), "0");
    EXPECT_FALSE(outcome.at(2026)[2].exists());
    EXPECT_TRUE(booked.is_whole(2025));    // a year's amount
    EXPECT_FALSE(booked.is_whole(2026));
    EXPECT_FALSE(booked.is_whole(2024));
}

}  // namespace
}  // namespace styrkedja
