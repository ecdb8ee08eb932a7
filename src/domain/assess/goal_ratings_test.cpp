// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/goal_ratings.h"

#include <gtest/gtest.h>

namespace styrkedja {
namespace {

template <class T>
void add(Table<T>& table, T thing) {
    if (thing.id.empty()) thing.id = key_of(description<T>(), &thing);
    table = table.with(std::move(thing));
}

template <class T>
Ref<T> ref(const char* id) {
    return {Id(id)};
}

ScaleValue value(const char* id, const char* label, Shape shape = Shape::none) {
    ScaleValue out;
    out.id = Id(id);
    out.label = label;
    out.shape = shape;
    return out;
}

// A council and a committee with an office; the model Grön / Gul / Röd with its rule for committee goals and the
// middle value for council goals; the year 2015.
struct City {
    State state;
    Occasion year, april;

    City() {
        UnitKind council{Id("fullmaktige"), "Fullmäktige", "", UnitRole::council, false};
        UnitKind committee{Id("namnd"), "Nämnd", "", UnitRole::committee, false};
        add(state.unit_kinds, council);
        add(state.unit_kinds, committee);
        add_unit("kf", "fullmaktige", "");
        add_unit("ks", "namnd", "kf");
        add_unit("un", "namnd", "kf");
        add_unit("kontor", "namnd", "ks");
        add(state.scales, Scale{Id("farger"), "Färger", {value("gron", "Grön"), value("gul", "Gul"), value("rod", "Röd")}});
        Scale statuses{Id("lagen"), "Lägen", {value("klar", "Klar"), value("pagar", "Pågår"), value("stoppad", "Stoppad")}};
        statuses.values[0].counts = Counts::done;
        statuses.values[2].counts = Counts::not_done;
        add(state.scales, statuses);
        add_rules();
        add_level("kf-mal", "vags", 1);
        add_level("namndmal", "raknas", 2);
        year.id = Id("vb-2015");
        year.period = Period::of_year(2015);
        year.judges = Judges::outcome;
        april.id = Id("april-2015");
        april.period = *Period::parse("2015-01..2015-04");
        april.judges = Judges::forecast;
        add(state.occasions, year);
        add(state.occasions, april);
    }

    void add_unit(const char* id, const char* kind, const char* parent) {
        Unit unit;
        unit.id = Id(id);
        unit.kind = ref<UnitKind>(kind);
        unit.name.spans.push_back({id, {}});
        if (*parent) unit.parent.spans.push_back({ref<Unit>(parent), {}});
        add(state.units, unit);
    }

    void add_rules() {
        Rule counts;
        counts.id = Id("raknas");
        counts.scale = ref<Scale>("farger");
        counts.least_known = "50 %";
        counts.dimensions.resize(2);
        counts.dimensions[1].input = RuleInput::activities;
        auto clause = [](const char* then, std::vector<std::string> indicators, std::vector<std::string> activities) {
            RuleClause out;
            out.then = Id(then);
            out.indicators.list = std::move(indicators);
            out.activities.list = std::move(activities);
            return out;
        };
        counts.clauses = {clause("gron", {"all", "majority"}, {"all", "majority", "nothing"}),
                          clause("rod", {"none"}, {}), clause("gul", {}, {})};
        add(state.rules, counts);
        Rule weighs;
        weighs.id = Id("vags");
        weighs.scale = ref<Scale>("farger");
        weighs.method = RuleMethod::lower_median;
        weighs.least_known = "50 %";
        add(state.rules, weighs);
    }

    void add_level(const char* id, const char* rule, int order) {
        Level level;
        level.id = Id(id);
        level.assessed = true;
        level.scale = ref<Scale>("farger");
        level.rule = ref<Rule>(rule);
        level.order = order;
        add(state.levels, level);
    }

    void add_goal(const char* id, const char* level, std::vector<const char*> parents, const char* unit = "ks") {
        Goal goal;
        goal.id = Id(id);
        goal.name = id;
        goal.level = ref<Level>(level);
        for (const char* each : parents) goal.parents.push_back(ref<Goal>(each));
        if (*unit) goal.units.push_back(ref<Unit>(unit));
        goal.order = static_cast<int>(state.goals.size());
        add(state.goals, goal);
    }

    void add_indicator(const char* id, const char* goal, const char* target, const char* outcome,
                       const char* unit = "ks") {
        Indicator indicator;
        indicator.id = Id(id);
        indicator.goals.push_back(ref<Goal>(goal));
        add(state.indicators, indicator);
        if (target) add_target(id, unit, target);
        if (outcome) add_outcome(id, unit, outcome);
    }

    void add_target(const char* indicator, const char* by, const char* written,
                    TargetScope scope = TargetScope::unit, const char* period = "2015", int version = 0) {
        Target target;
        target.indicator = ref<Indicator>(indicator);
        target.by = ref<Unit>(by);
        target.period = *Period::parse(period);
        target.value = written;
        target.scope = scope;
        target.version = version;
        add(state.targets, target);
    }

    void add_outcome(const char* indicator, const char* unit, const char* written, const char* period = "2015") {
        Outcome outcome;
        outcome.indicator = ref<Indicator>(indicator);
        outcome.unit = ref<Unit>(unit);
        outcome.period = *Period::parse(period);
        outcome.value = written;
        add(state.outcomes, outcome);
    }

    void add_activity(const char* id, const char* goal, const char* status, const char* place = "",
                      const char* occasion = "vb-2015") {
        Activity activity;
        activity.id = Id(id);
        activity.goals.push_back(ref<Goal>(goal));
        if (*place) activity.places.push_back(ref<Goal>(place));
        add(state.activities, activity);
        if (!*status) return;
        Progress progress;
        progress.subject = AnyRef{Id(id)};
        progress.occasion = ref<Occasion>(occasion);
        progress.status = Id(status);
        add(state.progress, progress);
    }

    void expect(const char* subject, Expectation expectation) {
        Expected expected;
        expected.subject = AnyRef{Id(subject)};
        expected.occasion = ref<Occasion>("april-2015");
        expected.expectation = expectation;
        add(state.expectations, expected);
    }

    void rate(const char* goal, const char* unit, const char* place, const char* assessed, const char* decision = "",
              const char* motivation = "", const char* occasion = "vb-2015") {
        Assessment rating;
        rating.goal = ref<Goal>(goal);
        rating.unit = ref<Unit>(unit);
        rating.place = ref<Goal>(place);
        rating.occasion = ref<Occasion>(occasion);
        rating.assessed = Id(assessed);
        rating.decision = Id(decision);
        rating.motivation.text = motivation;
        add(state.assessments, rating);
    }

    // "mål[/enhet][@plats]: förslag bedömt beslut", one a line.
    std::string ratings(const Occasion& occasion) const {
        GoalPlan plan(state);
        std::string out;
        GoalRatings ratings(plan, occasion);
        for (const GoalRating& each : ratings.all()) {
            out += each.goal->id.str();
            if (each.unit) out += "/" + each.unit->id.str();
            if (each.place) out += "@" + each.place->id.str();
            out += ":";
            out += each.proposed ? " " + each.proposed->id.str() : each.proposal ? " not-measured" : " -";
            out += each.assessed ? " " + each.assessed->id.str() : " -";
            out += each.decided ? " " + each.decided->id.str() : " -";
            out += "\n";
        }
        return out;
    }
};

TEST(GoalRatings, AYearGoesByOutcomesAndStatuses) {
    City city;
    city.add_goal("mal", "namndmal", {});
    city.add_indicator("a", "mal", "75", "80");
    city.add_indicator("b", "mal", "75", "70");
    city.add_indicator("c", "mal", "75", "76");
    city.add_activity("x", "mal", "klar");
    EXPECT_EQ(city.ratings(city.year), "mal: gron - -\n");
    city.add_activity("y", "mal", "stoppad");
    EXPECT_EQ(city.ratings(city.year), "mal: gul - -\n");   // half of the activities
}

TEST(GoalRatings, AForecastGoesByExpectationsAndByNothingElse) {
    City city;
    city.add_goal("mal", "namndmal", {});
    city.add_indicator("a", "mal", "75", "80");
    EXPECT_EQ(city.ratings(city.april), "mal: not-measured - -\n");
    city.expect("a", Expectation::met);
    EXPECT_EQ(city.ratings(city.april), "mal: gron - -\n");
    city.add_activity("x", "mal", "pagar", "", "april-2015");
    EXPECT_EQ(city.ratings(city.april), "mal: not-measured - -\n");   // of the only activity nothing is known
    city.expect("x", Expectation::met);
    EXPECT_EQ(city.ratings(city.april), "mal: gron - -\n");
}

TEST(GoalRatings, ADoneActivityIsDoneInAForecastToo) {
    City city;
    city.add_goal("mal", "namndmal", {});
    city.add_indicator("a", "mal", "75", nullptr);
    city.expect("a", Expectation::met);
    city.add_activity("x", "mal", "klar", "", "april-2015");
    EXPECT_EQ(city.ratings(city.april), "mal: gron - -\n");
}

TEST(GoalRatings, WhatIsMissingIsNeitherMetNorFailed) {
    City city;
    city.add_goal("mal", "namndmal", {});
    city.add_indicator("a", "mal", "75", "80");
    city.add_indicator("b", "mal", "75", nullptr);
    EXPECT_EQ(city.ratings(city.year), "mal: gron - -\n");   // half is known, and all of that is met
    city.add_indicator("c", "mal", "75", nullptr);
    EXPECT_EQ(city.ratings(city.year), "mal: not-measured - -\n");
}

TEST(GoalRatings, AGoalWithNothingToCountIsNotMeasuredWhateverTheLastClauseSays) {
    City city;
    city.add_goal("mal", "namndmal", {});
    EXPECT_EQ(city.ratings(city.year), "mal: not-measured - -\n");
}

TEST(GoalRatings, KeyFiguresAndIndicatorsWithoutTargetNeverCount) {
    City city;
    city.add_goal("mal", "namndmal", {});
    city.add_indicator("a", "mal", "75", "80");
    city.add_indicator("b", "mal", nullptr, "1");
    Indicator key = *city.state.indicators.find("b");
    key.id = Id("c");
    key.kind = IndicatorKind::key_figure;
    add(city.state.indicators, key);
    city.add_target("c", "ks", "75");
    city.add_outcome("c", "ks", "1");
    EXPECT_EQ(city.ratings(city.year), "mal: gron - -\n");
}

struct TargetCase {
    const char* what;
    std::vector<std::tuple<const char*, const char*, TargetScope>> targets;   // by, value, scope
    const char* outcome_unit;
    const char* proposal;
};

TEST(GoalRatings, NeverComparesAcrossScopes) {
    using enum TargetScope;
    const TargetCase cases[] = {
        {"the unit's own goes before the council's", {{"kf", "6700", municipality}, {"ks", "5", unit}}, "ks", "gron"},
        {"the council's for units counts without an own", {{"kf", "7", unit}}, "ks", "rod"},
        {"the council's for the whole never meets a unit's outcome", {{"kf", "5", municipality}}, "ks", "not-measured"},
        {"the owner's, when nobody is named", {{"", "5", unit}}, "", "gron"},
        {"another committee's is not ours", {{"un", "9", unit}, {"ks", "5", unit}}, "ks", "gron"},
        {"the municipality's outcome with its target", {{"kf", "6", municipality}, {"ks", "9", unit}}, "kf", "gron"},
    };
    for (const TargetCase& each : cases) {
        City city;
        city.add_goal("mal", "namndmal", {});
        city.add_indicator("a", "mal", nullptr, "6", each.outcome_unit);
        for (const auto& [by, written, scope] : each.targets) city.add_target("a", by, written, scope);
        EXPECT_EQ(city.ratings(city.year), std::string("mal: ") + each.proposal + " - -\n") << each.what;
    }
}

TEST(GoalRatings, TheLastRevisionAndTheNearestPeriodCount) {
    City city;
    city.add_goal("mal", "namndmal", {});
    city.add_indicator("a", "mal", "90", "80");
    city.add_target("a", "ks", "95", TargetScope::unit, "2011..2015");
    city.add_outcome("a", "ks", "99", "2014");
    EXPECT_EQ(city.ratings(city.year), "mal: rod - -\n");
    city.add_target("a", "ks", "70", TargetScope::unit, "2015", 1);
    EXPECT_EQ(city.ratings(city.year), "mal: gron - -\n");
}

TEST(GoalRatings, TheLatestTermOrSchoolYearAnswersForTheYear) {
    struct Case { std::vector<std::pair<const char*, const char*>> outcomes; const char* rated; };
    const Case cases[] = {
        {{{"2015-vt", "10"}, {"2015-ht", "90"}}, "gron"},
        {{{"2015-vt", "10"}, {"2014/2015", "90"}}, "gron"},
        {{{"2015-ht", "10"}, {"2014/2015", "90"}}, "rod"},
        {{{"2015-11", "90"}, {"2015-12", "90"}}, "not-measured"},
        {{{"2016-vt", "90"}}, "not-measured"},
        {{{"2015-06-01", "10"}, {"2015-10-01", "90"}}, "gron"},
    };
    for (const Case& each : cases) {
        City city;
        city.add_goal("mal", "namndmal", {});
        city.add_indicator("a", "mal", "50", nullptr);
        for (const auto& [period, value] : each.outcomes) city.add_outcome("a", "ks", value, period);
        EXPECT_EQ(city.ratings(city.year), "mal: " + std::string(each.rated) + " - -\n") << each.outcomes[0].first;
    }
}

// A computed scale: at the target, at least 80 % of it, less.
City city_with_achievement(RuleTake take, const char* least_known) {
    City city;
    Rule rule;
    rule.id = Id("uppfyllelse");
    rule.scale = ref<Scale>("farger");
    rule.least_known = least_known;
    rule.dimensions.resize(1);
    rule.dimensions[0].input = RuleInput::achievement;
    rule.dimensions[0].take = take;
    rule.dimensions[0].classes = {{Id("framme"), "", "1", "", true, false},
                                  {Id("nara"), "", "0,8", "1", true, false},
                                  {Id("langt"), "", "", "0,8", false, false}};
    for (auto [then, of] : {std::pair{"gron", "framme"}, {"gul", "nara"}, {"rod", "langt"}}) {
        RuleClause clause;
        clause.then = Id(then);
        clause.achievement.list = {of};
        rule.clauses.push_back(clause);
    }
    add(city.state.rules, rule);
    city.add_level("matt", "uppfyllelse", 3);
    city.add_goal("mal", "matt", {});
    return city;
}

TEST(GoalRatings, AchievementTakesTheLowestOrTheMean) {
    for (auto [take, rated] : {std::pair{RuleTake::lowest, "rod"}, {RuleTake::mean, "gul"}}) {
        City city = city_with_achievement(take, "");
        city.add_indicator("a", "mal", "100", "70");
        city.add_indicator("b", "mal", "100", "300");
        EXPECT_EQ(city.ratings(city.year), "mal: " + std::string(rated) + " - -\n") << "70 % and 100 %, not 300 %";
    }
}

TEST(GoalRatings, AchievementSpeaksWhenEnoughIsKnown) {
    for (auto [least_known, rated] : {std::pair{"50 %", "gron"}, {"60 %", "not-measured"}, {"", "not-measured"}}) {
        City city = city_with_achievement(RuleTake::lowest, least_known);
        city.add_indicator("a", "mal", "100", "100");
        city.add_indicator("b", "mal", "100", nullptr);
        EXPECT_EQ(city.ratings(city.year), "mal: " + std::string(rated) + " - -\n") << least_known;
    }
}

TEST(GoalRatings, AchievementIsForecastByExpectations) {
    City city = city_with_achievement(RuleTake::lowest, "");
    city.add_indicator("a", "mal", "100", nullptr);
    EXPECT_EQ(city.ratings(city.april), "mal: not-measured - -\n");
    city.expect("a", Expectation::met);
    EXPECT_EQ(city.ratings(city.april), "mal: gron - -\n");
    city = city_with_achievement(RuleTake::lowest, "");
    city.add_indicator("a", "mal", "100", nullptr);
    city.expect("a", Expectation::not_met);
    EXPECT_EQ(city.ratings(city.april), "mal: not-measured - -\n") << "how far short, nobody knows";
    city.add_outcome("a", "ks", "85", "2015-T1");
    EXPECT_EQ(city.ratings(city.april), "mal: gul - -\n") << "what has been reached so far";
}

TEST(GoalRatings, ACourseComparesWithTheYearBefore) {
    City city;
    city.add_goal("mal", "namndmal", {});
    city.add_indicator("a", "mal", "Öka", "80");
    EXPECT_EQ(city.ratings(city.year), "mal: not-measured - -\n");
    city.add_outcome("a", "ks", "79", "2014");
    EXPECT_EQ(city.ratings(city.year), "mal: gron - -\n");
}

TEST(GoalRatings, WeighsTheGoalsBelowByWhatCountsForEach) {
    City city;
    city.add_goal("kf-1", "kf-mal", {}, "");
    city.add_goal("m1", "namndmal", {"kf-1"});
    city.add_goal("m2", "namndmal", {"kf-1"});
    city.add_goal("m3", "namndmal", {"kf-1"});
    city.add_indicator("a", "m1", "75", "80");
    city.rate("m2", "", "", "gul", "rod", "Sämre än väntat.");
    city.rate("m3", "", "", "gron");
    // Green proposed, red decided, green assessed: the middle is green.
    EXPECT_EQ(city.ratings(city.year), "kf-1: gron - -\nm1: gron - -\nm2: not-measured gul rod\nm3: not-measured gron -\n");
    Goal outside = *city.state.goals.find("m3");
    outside.outside_roll_up = true;
    add(city.state.goals, outside);
    EXPECT_TRUE(city.ratings(city.year).starts_with("kf-1: rod"));   // of an even number the worse
}

TEST(GoalRatings, OneGoalInTwoPlacesHasARatingInEach) {
    City city;
    city.add_goal("p1", "kf-mal", {}, "");
    city.add_goal("p2", "kf-mal", {}, "");
    city.add_goal("mal", "namndmal", {"p1", "p2"});
    city.add_indicator("a", "mal", "75", "80");
    city.add_activity("x", "mal", "klar", "p1");
    city.add_activity("y", "mal", "stoppad", "p2");
    city.rate("mal", "", "p2", "rod", "rod");
    EXPECT_EQ(city.ratings(city.year), "p1: gron - -\np2: rod - -\nmal@p1: gron - -\nmal@p2: gul rod rod\n");
    GoalPlan plan(city.state);
    GoalRatings ratings(plan, city.year);
    const Goal *goal = city.state.goals.find("mal"), *place = city.state.goals.find("p2");
    ASSERT_NE(ratings.find(*goal, nullptr, place), nullptr);
    EXPECT_EQ(ratings.find(*goal, nullptr, place)->printed()->id.str(), "rod");
}

TEST(GoalRatings, AUnitsContributionIsItsOwn) {
    City city;
    city.add_goal("kf-1", "kf-mal", {}, "kf");
    city.add_goal("ks-mal", "namndmal", {"kf-1"}, "ks");
    city.add_goal("un-mal", "namndmal", {"kf-1"}, "un");
    city.add_indicator("a", "ks-mal", "75", "80", "ks");
    city.add_indicator("b", "un-mal", "75", "70", "un");
    city.rate("kf-1", "ks", "", "gron", "gron");
    EXPECT_EQ(city.ratings(city.year), "kf-1/ks: gron gron gron\nks-mal: gron - -\nun-mal: rod - -\n");
}

TEST(GoalRatings, ADifferenceWithoutMotivationIsSeen) {
    City city;
    city.add_goal("m1", "namndmal", {});
    city.add_goal("m2", "namndmal", {});
    city.add_goal("m3", "namndmal", {});
    city.add_indicator("a", "m1", "75", "80");
    city.add_indicator("b", "m2", "75", "80");
    city.add_indicator("c", "m3", "75", "80");
    city.rate("m1", "", "", "gul");
    city.rate("m2", "", "", "gron", "gul");
    city.rate("m3", "", "", "gul", "gul", "Utfallet är osäkert.");
    GoalPlan plan(city.state);
    GoalRatings ratings(plan, city.year);
    ASSERT_EQ(ratings.all().size(), 3u);
    EXPECT_EQ(ratings.all()[0].unexplained(), "assessed");
    EXPECT_EQ(ratings.all()[1].unexplained(), "decision");
    EXPECT_EQ(ratings.all()[2].unexplained(), "");
}

TEST(GoalRatings, AModelOutOfForceIsNotRated) {
    City city;
    GovernanceModel old;
    old.id = Id("gammal");
    old.valid.to = *Date::parse("2014-12-31");
    add(city.state.governance_models, old);
    Level level = *city.state.levels.find("namndmal");
    level.model = ref<GovernanceModel>("gammal");
    add(city.state.levels, level);
    city.add_goal("mal", "namndmal", {});
    EXPECT_EQ(city.ratings(city.year), "");
}

TEST(GoalRatings, ACircleOfGoalsEnds) {
    City city;
    city.add_goal("a", "kf-mal", {"b"}, "");
    city.add_goal("b", "kf-mal", {"a"}, "");
    EXPECT_EQ(city.ratings(city.year), "a: not-measured - -\nb: not-measured - -\n");
}

TEST(RuleMapping, ReadsSharesAndTellsWhatIsNone) {
    City city;
    Rule rule = *city.state.rules.find("raknas");
    rule.dimensions[0].classes = {{Id("hog"), "", "0,8", "", true, false}, {Id("lag"), "", "", "80 %", false, false},
                                  {Id("fel"), "", "mycket", "", false, false}};
    rule.dimensions.push_back({RuleInput::indicators, {}, {}, {}});
    rule.least_known = "halva";
    Problems problems;
    MappedRule mapped = map_rule(city.state, rule, problems);
    ASSERT_EQ(problems.size(), 3u);
    EXPECT_EQ(problems.list()[0].code, "rule_number_is_not_understood");
    EXPECT_EQ(problems.list()[1].code, "rule_number_is_not_understood");
    EXPECT_EQ(problems.list()[2].code, "rule_looks_twice");
    EXPECT_EQ(problems.list()[0].place.entity, "rules/raknas");
    EXPECT_EQ(mapped.rule.dimensions[0].classes[0].range.low->str(), "0.8");
    EXPECT_EQ(mapped.rule.dimensions[0].classes[1].range.high->str(), "0.8");
    EXPECT_EQ(mapped.values, (std::vector<std::string>{"gron", "gul", "rod"}));
}

}  // namespace
}  // namespace styrkedja
