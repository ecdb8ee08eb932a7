// SPDX-License-Identifier: EUPL-1.2
// What forecasts were worth: a small municipality of three committees over three years (tests/forecasts/pack), whose record
// can be checked by hand, and with other sums from the same pack.
#include <gtest/gtest.h>

#include "cli/ledger/record_forms.h"
#include "compose/compose.h"
#include "domain/checks/checks.h"
#include "domain/economy/forecast_lines.h"
#include "support/golden.h"
#include "support/packs.h"
#include "support/table_text.h"

namespace styrkedja::testing {
namespace {

const State& town() {
    static const State state = [] {
        Problems problems;
        LoadedPack pack = load_pack(pack_in("tests/forecasts/pack"), problems);
        check_state(pack.state, problems);
        EXPECT_TRUE(problems.empty()) << as_text(problems);
        return pack.state;
    }();
    return state;
}

cli::RecordAnswer answer(const RecordScope& scope) {
    const EconomyIndex index(town());
    return {town(), forecast_record(town(), index, scope), investment_years(town(), index, scope.unit, scope.year), scope.in, scope.decimals};
}

TEST(ForecastRecord, OfTheCommitteesCanBeCheckedByHand) {
    const cli::RecordAnswer record = answer({});
    expect_golden("tests/golden/prognoser/record.txt", cli::record_text(record, Language::sv));
    expect_golden("tests/golden/prognoser/record.csv", cli::record_csv(record));
    expect_golden("tests/golden/prognoser/record.json", cli::record_json(record));
}

TEST(ForecastRecord, OfAUnitIsForItsOwnPeople) {
    expect_golden("tests/golden/prognoser/record-tn.txt", cli::record_text(answer({"tn", 2025, MoneyUnit::tkr, 0}), Language::sv));
    const ForecastRecord of_committees = answer({}).record;
    for (const ScoredForecast& each : of_committees.forecasts) {
        const UnitKind* kind = town().unit_kinds.find(each.unit->kind.str());
        EXPECT_NE(kind->role, UnitRole::unit) << each.unit->id.str();
    }
}

const RecordSummary& all_of(const ForecastRecord& record, std::string_view unit) {
    for (const RecordSummary& each : record.summaries) {
        if (each.unit->id.str() == unit && !each.account && !each.investment && each.months < 0) return each;
    }
    ADD_FAILURE() << unit;
    return record.summaries.front();
}

// Errors of 2023-2025, April and August, in tkr: −500 −480 −300 −100 −100 +200.
TEST(ForecastRecord, BiasAndMeanErrorAreOfTheErrors) {
    const ForecastRecord record = answer({}).record;
    const RecordSummary& school = all_of(record, "bun");
    EXPECT_EQ(school.bias, Exact::fraction(-1280, 6) * Exact(100'000));
    EXPECT_EQ(school.absolute, Exact::fraction(1680, 6) * Exact(100'000));
    EXPECT_EQ(school.absolute_share, Exact::fraction(1680, 2 * (34'000 + 36'000 + 38'000)));
    EXPECT_EQ(school.zeros, 4);      // −20 tkr is 0,0 mnkr
    EXPECT_EQ(school.late_swing, Exact::fraction(20 + 200 + 300, 3) * Exact(100'000));
    EXPECT_EQ(school.last_error, Exact::fraction(480 + 100 + 200, 3) * Exact(100'000));
    const ForecastRecord in_tkr = answer({"", 0, MoneyUnit::tkr, 0}).record;
    EXPECT_EQ(all_of(in_tkr, "bun").zeros, 3);
}

// A committee's adjustment counts for the committee and above it; the council's only for the whole.
TEST(ForecastRecord, AdjustmentsCountFromTheLevelThatMakesThem) {
    const EconomyIndex index(town());
    const auto layers = [&](std::string_view unit, std::string_view version, int year) {
        FactSelection selection;
        selection.unit = index.unit(unit);
        selection.accounts = index.account("netto");
        const ForecastLayers found = layers_of(town(), index, selection, *town().versions.find(version), Period::of_year(year));
        const auto tkr = [](const Exact& ore) { return ore.exists() ? (ore / Exact(100'000)).str() : "none"; };
        return tkr(found.own) + " " + tkr(found.adjustments);
    };
    EXPECT_EQ(layers("grundskola", "prognos-aug-2024", 2024), "-23500 none");
    EXPECT_EQ(layers("bun", "prognos-aug-2024", 2024), "-36000 -200");
    EXPECT_EQ(layers("kf", "prognos-aug-2024", 2024), "-52550 -200");
    EXPECT_EQ(layers("tn", "prognos-aug-2025", 2025), "-9600 none");
    EXPECT_EQ(layers("kf", "prognos-aug-2025", 2025), "-55500 -500");
    EXPECT_EQ(layers("kf", "prognos-aug-2025", 2024), "none none");
}

TEST(ForecastRecord, InvestmentsAreScoredOnSlippageToo) {
    const std::vector<InvestmentYear> years = answer({}).investments;
    ASSERT_EQ(years.size(), 3U);
    EXPECT_EQ(years[0].project->id.str(), "gc-vag");
    EXPECT_EQ(years[0].months_late, 13);
    EXPECT_EQ(years[0].share_used, Exact::fraction(1, 3));
    EXPECT_EQ(years[0].error, Exact(-3'000 * 100'000));
    EXPECT_EQ(years[1].accumulated, Exact(7'500 * 100'000));
    EXPECT_EQ(years[1].decided, Exact(10'000 * 100'000));
    EXPECT_EQ(years[2].months_late, 6);
}

// Half a year has no outcome to score, and a forecast that isn't frozen isn't shown.
TEST(ForecastRecord, OfAYearThatIsNotOverHasNoErrors) {
    State state = town();
    FigureVersion open = *state.versions.find("prognos-apr-2026");
    const EconomyIndex index(state);
    EXPECT_EQ(forecast_record(state, index, {"", 2026}).open, 1);
    EXPECT_TRUE(forecast_record(state, index, {"", 2026}).forecasts.empty());
    open.frozen = *Date::parse("2026-05-18");
    state.versions = state.versions.with(open);
    const EconomyIndex again(state);
    const ForecastRecord record = forecast_record(state, again, {"", 2026});
    ASSERT_EQ(record.forecasts.size(), 4U);
    EXPECT_FALSE(record.forecasts.front().outcome.exists());
    EXPECT_FALSE(record.forecasts.front().error.exists());
    EXPECT_TRUE(record.summaries.empty());
}

TEST(ForecastDocuments, CompileToWhatTheGoldenFilesHold) {
    Composer composer(town());
    Problems problems;
    check_templates(composer, problems);
    EXPECT_TRUE(problems.empty()) << as_text(problems);
    for (const DocumentEntity& entity : composer.state().documents)
        expect_golden("tests/golden/prognoser/" + entity.id.str() + ".txt", document_text(composer.compose(entity)));
}

std::string outcome_of(const State& state, std::string_view unit, std::string_view period) {
    const Outcome* found = state.outcomes.find("prognossakerhet/" + std::string(unit) + "/" + std::string(period));
    return found ? found->value : "none";
}

// (38 100 − 38 300) / 38 300, (10 500 − 9 600) / 9 600, and of 2024 by the same occasion's forecast.
TEST(ComputedIndicators, FillThemselves) {
    const Composer composer(town());
    EXPECT_EQ(outcome_of(composer.state(), "bun", "2025"), "-0,5 %");
    EXPECT_EQ(outcome_of(composer.state(), "kn", "2025"), "0,0 %");
    EXPECT_EQ(outcome_of(composer.state(), "tn", "2025"), "9,4 %");
    EXPECT_EQ(outcome_of(composer.state(), "kf", "2025"), "0,4 %");
    EXPECT_EQ(outcome_of(composer.state(), "tn", "2024"), "-5,6 %");
    EXPECT_EQ(outcome_of(composer.state(), "tn", "2026"), "none");              // isn't over
    EXPECT_EQ(outcome_of(composer.state(), "tn", "2025-01..2025-08"), "none");  // wasn't over then
    EXPECT_EQ(outcome_of(composer.state(), "gata", "2025"), "none");            // nobody's own
    EXPECT_TRUE(town().outcomes.empty());                                       // nothing is written down
}

// The rule judges it as any outcome: ±1 % is kept by the whole and by two committees, not by the third.
TEST(ComputedIndicators, AreJudgedByRules) {
    State state = town();
    for (const char* unit : {"bun", "kn", "tn"}) {
        Assessment assessment;
        assessment.goal.id = Id("god-ekonomi");
        assessment.unit.id = Id(unit);
        assessment.occasion.id = Id("bokslut-2025");
        assessment.id = Id("god-ekonomi/" + std::string(unit) + "//bokslut-2025");
        state.assessments = state.assessments.with(assessment);
    }
    Composer composer(state);
    std::string rated;
    for (const GoalRating& each : composer.ratings(*composer.state().occasions.find("bokslut-2025")).all())
        rated += std::string(each.unit_id()) + " " + (each.proposed ? each.proposed->id.str() : "-") + "\n";
    EXPECT_EQ(rated, "bun gron\nkn gron\ntn rod\n");
}

// What somebody has typed is a problem, and isn't written over.
TEST(ComputedIndicators, LeaveWhatIsReportedAndTellIt) {
    State state = town();
    Outcome typed;
    typed.indicator.id = Id("prognossakerhet");
    typed.unit.id = Id("tn");
    typed.period = Period::of_year(2025);
    typed.value = "1 %";
    typed.id = Id("prognossakerhet/tn/2025");
    state.outcomes = state.outcomes.with(typed);
    Problems problems;
    check_state(state, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list().front().code, "computed_indicator_has_outcome");
    EXPECT_EQ(outcome_of(Composer(state).state(), "tn", "2025"), "1 %");
}

// A mistyped version in the formula is told at the indicator.
TEST(ComputedIndicators, TellWhatTheirFormulaDoesNotFind) {
    State state = town();
    Indicator indicator = *state.indicators.find("prognossakerhet");
    indicator.computed.text = "forecast-accuracy(prognos-aug-2052, netto)";
    state.indicators = state.indicators.with(indicator);
    Composer composer(state);
    Problems problems;
    check_templates(composer, problems);
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(std::string(problems.list().front().code) + " " + problems.list().front().place.entity, "name_does_not_exist indicators/prognossakerhet");
}

}  // namespace
}  // namespace styrkedja::testing
