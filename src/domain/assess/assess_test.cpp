// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "domain/assess/examine.h"
#include "domain/assess/proposal.h"
#include "domain/assess/rule_text_testing.h"

namespace styrkedja::assess {
namespace {

using testing::read_rule_case;
using testing::RuleCase;

const std::string folder = std::string(PROJECT_DIR) + "/tests/cases/rules/";

std::string text_of(const std::string& name) {
    std::ifstream file(folder + name);
    EXPECT_TRUE(file.good()) << name;
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Counts {
    int met = 0, not_met = 0, unknown = 0;
};

DimensionEvidence counted(const std::string& dimension, const Counts& counts) {
    DimensionEvidence evidence;
    evidence.dimension = dimension;
    auto add = [&](int count, Verdict verdict) {
        for (int i = 0; i < count; ++i) {
            evidence.items.push_back(
                {dimension + "-" + std::to_string(evidence.items.size()), "outcome", verdict});
        }
    };
    add(counts.met, Verdict::met);
    add(counts.not_met, Verdict::not_met);
    add(counts.unknown, Verdict::cannot_say);
    return evidence;
}

std::string result_of(const RuleCase& rule, const Evidence& evidence) {
    Proposal proposal = apply(rule.rule, rule.scale, evidence);
    if (proposal.result) return rule.scale[*proposal.result];
    return proposal.why == Why::no_answer ? "hole" : std::string(not_measured);
}

struct Assessed {
    Counts indicators, activities;
    const char *as_written, *completed;
};

TEST(Rule, of_sodertalje_2024_as_written_and_completed) {
    RuleCase written = read_rule_case(text_of("sodertalje-2024-as-written.rule"));
    RuleCase completed = read_rule_case(text_of("sodertalje-2024-completed.rule"));
    const Assessed cases[] = {
        {{3, 0, 0}, {3, 0, 0}, "gron", "gron"},         {{2, 1, 0}, {2, 1, 0}, "gron", "gron"},
        {{1, 1, 0}, {3, 0, 0}, "hole", "gul"},          {{1, 2, 0}, {1, 2, 0}, "gul", "gul"},
        {{2, 1, 0}, {1, 2, 0}, "hole", "gul"},          {{0, 2, 0}, {1, 2, 0}, "rod", "rod"},
        {{0, 2, 0}, {0, 2, 0}, "rod", "rod"},           {{0, 2, 0}, {2, 0, 0}, "hole", "gul"},
        {{0, 0, 0}, {2, 0, 0}, "hole", "gron"},         {{0, 0, 0}, {0, 2, 0}, "hole", "rod"},
        {{0, 0, 0}, {0, 0, 0}, "hole", "not-measured"}, {{0, 0, 3}, {2, 0, 0}, "hole", "not-measured"},
        {{1, 0, 3}, {2, 0, 0}, "gron", "not-measured"}, {{1, 0, 1}, {2, 0, 0}, "gron", "gron"},
    };
    for (const Assessed& each : cases) {
        Evidence evidence;
        evidence.dimensions = {counted("indikatorer", each.indicators),
                               counted("aktiviteter", each.activities)};
        SCOPED_TRACE(std::to_string(each.indicators.met) + "/" + std::to_string(each.indicators.not_met) +
                     "/" + std::to_string(each.indicators.unknown) + ", " +
                     std::to_string(each.activities.met) + "/" + std::to_string(each.activities.not_met));
        EXPECT_EQ(result_of(written, evidence), each.as_written);
        EXPECT_EQ(result_of(completed, evidence), each.completed);
    }
}

TEST(Rule, that_is_completed_has_no_flaws) {
    for (const char* name : {"sodertalje-2024-completed", "achievement-three-steps"}) {
        RuleCase rule = read_rule_case(text_of(std::string(name) + ".rule"));
        EXPECT_TRUE(examine(rule.rule, rule.scale).empty()) << name;
    }
}

TEST(Rule, gives_its_reasons_with_the_entities_counted) {
    RuleCase rule = read_rule_case(text_of("sodertalje-2024-completed.rule"));
    Evidence evidence;
    evidence.forecast = true;
    evidence.dimensions = {counted("indikatorer", {2, 1, 1}), counted("aktiviteter", {1, 0, 0})};
    Proposal proposal = apply(rule.rule, rule.scale, evidence);
    EXPECT_TRUE(proposal.forecast);
    EXPECT_EQ(proposal.clause, 0u);
    EXPECT_EQ(proposal.why, Why::clause);
    ASSERT_EQ(proposal.dimensions.size(), 2u);
    EXPECT_EQ(proposal.dimensions[0].state, "majority");
    EXPECT_EQ(proposal.dimensions[0].met, 2u);
    EXPECT_EQ(proposal.dimensions[0].not_met, 1u);
    EXPECT_EQ(proposal.dimensions[0].unknown, 1u);
    EXPECT_EQ(*proposal.dimensions[0].value, Exact::fraction(2, 3));
    ASSERT_EQ(proposal.reasons.size(), 5u);
    EXPECT_EQ(proposal.reasons[3].id, "indikatorer-3");
    EXPECT_EQ(proposal.reasons[3].verdict, Verdict::cannot_say);
}

TEST(Rule, of_a_computed_scale_goes_by_the_ratio) {
    RuleCase rule = read_rule_case(text_of("achievement-three-steps.rule"));
    auto result = [&](std::optional<Exact> ratio, bool just_short) {
        Evidence evidence;
        evidence.dimensions.resize(1);
        evidence.dimensions[0].dimension = "utfall";
        evidence.dimensions[0].value = ratio;
        evidence.dimensions[0].just_short = just_short;
        return result_of(rule, evidence);
    };
    EXPECT_EQ(result(Exact(1), false), "uppnatt");
    EXPECT_EQ(result(Exact(1), true), "nara");
    EXPECT_EQ(result(Exact::fraction(4, 5), false), "nara");
    EXPECT_EQ(result(Exact::fraction(79, 100), false), "inte");
    EXPECT_EQ(result(std::nullopt, false), "not-measured");
}

// Bra = 0, Ok = 1, Har brister = 2, -1 = not rated.
struct Weighed {
    const char* what;
    std::vector<int> ratings;
    Method method;
    int result;  // -1 = not measured
};

Evidence rated(const std::vector<int>& ratings) {
    Evidence evidence;
    for (int rating : ratings) {
        ChildRating& child = evidence.children.emplace_back();
        child.id = "mal-" + std::to_string(evidence.children.size());
        if (rating >= 0) child.rating = static_cast<std::size_t>(rating);
    }
    return evidence;
}

TEST(RollUp, weighs_goals_together_as_sodertalje_did_2012) {
    const std::vector<std::string> scale = {"bra", "ok", "brister"};
    const Weighed cases[] = {
        {"Hållbart och tryggt samhälle", {2, 2, 2, 2}, Method::lower_median, 2},
        {"Näringsliv och högskola", {2, 1, 1}, Method::lower_median, 1},
        {"Miljö", {1, 0}, Method::lower_median, 1},
        {"Kommunen som arbetsgivare", {2, 1, 1, 2}, Method::lower_median, 2},
        {"Personal", {1, 0, 2}, Method::lower_median, 1},
        {"Verksamhetsmål", {2, 1, 1}, Method::lower_median, 1},
        {"GEH", {0, 1, 1}, Method::lower_median, 1},
        {"unrated are left out", {0, -1, 0}, Method::lower_median, 0},
        {"none rated", {-1, -1}, Method::lower_median, -1},
        {"too few rated", {0, -1, -1}, Method::lower_median, -1},
        {"no goals", {}, Method::lower_median, -1},
        {"worst", {0, 1, 2}, Method::worst, 2},
        {"best", {1, 2, 1}, Method::best, 1},
        {"majority", {0, 0, 2}, Method::majority, 0},
        {"no majority", {0, 1, 2}, Method::majority, 1},
        {"half is no majority", {0, 0, 2, 2}, Method::majority, 1},
    };
    for (const Weighed& each : cases) {
        Rule rule;
        rule.method = each.method;
        rule.least_known = Exact::fraction(1, 2);
        rule.when_no_majority = "ok";
        EXPECT_TRUE(examine(rule, scale).empty()) << each.what;
        Proposal proposal = apply(rule, scale, rated(each.ratings));
        EXPECT_EQ(proposal.result ? static_cast<int>(*proposal.result) : -1, each.result) << each.what;
        EXPECT_NE(proposal.why, Why::no_answer) << each.what;
        EXPECT_EQ(proposal.reasons.size(), each.ratings.size()) << each.what;
    }
}

TEST(RollUp, by_majority_must_say_what_holds_without_one) {
    const std::vector<std::string> scale = {"bra", "ok", "brister"};
    Rule rule;
    rule.method = Method::majority;
    auto flaws = examine(rule, scale);
    ASSERT_EQ(flaws.size(), 1u);
    EXPECT_EQ(flaws[0].kind, FlawKind::hole);
    EXPECT_EQ(apply(rule, scale, rated({0, 2})).why, Why::no_answer);
    rule.when_no_majority = "brister";
    flaws = examine(rule, scale);
    ASSERT_EQ(flaws.size(), 1u);
    EXPECT_EQ(flaws[0].kind, FlawKind::better_gives_worse);
    rule.when_no_majority = "not-measured";
    EXPECT_TRUE(examine(rule, scale).empty());
}

TEST(Rule, cannot_contradict_itself_about_the_same_goals) {
    RuleCase rule;
    rule.scale = {"gron", "gul", "rod"};
    for (const char* at_least : {"gron", "gul"}) {
        Dimension dimension;
        dimension.id = at_least;
        dimension.input = Input::children;
        dimension.at_least = at_least;
        dimension.nothing_is_not_measured = dimension.unknown_is_not_measured = true;
        rule.rule.dimensions.push_back(dimension);
    }
    // Whatever of gron: gul is at least as much. None of the cases "more green than yellow" can come about.
    rule.rule.clauses = {{{{"gron", {"all", "majority"}}, {"gul", {"all", "majority"}}}, "gron"},
                         {{{"gron", {"half", "few", "none"}}, {"gul", {"all", "majority", "half"}}}, "gul"},
                         {{{"gron", {"few", "none"}}, {"gul", {"few", "none"}}}, "rod"}};
    EXPECT_TRUE(examine(rule.rule, rule.scale).empty());
    EXPECT_EQ(result_of(rule, rated({0, 0, 1, 2})), "gul");
    EXPECT_EQ(result_of(rule, rated({0, 2, 2})), "rod");
}

// ---- Properties, from a seed that a failure prints
// ------------------------------------------------------------

constexpr unsigned seed = 20240112;

struct Random {
    std::mt19937 engine;
    std::size_t below(std::size_t limit) { return engine() % limit; }
};

const std::vector<std::string> three = {"best", "middle", "worst"};

// Two or three dimensions, with default classes or own ones; states settled or not.
Rule random_dimensions(Random& random, bool settled) {
    Rule rule;
    std::size_t count = 1 + random.below(2);
    for (std::size_t i = 0; i <= count; ++i) {
        Dimension& dimension = rule.dimensions.emplace_back();
        dimension.id = "d" + std::to_string(i);
        dimension.input = i == 0 ? Input::indicators : i == 1 ? Input::activities : Input::figure;
        if (random.below(2) == 0 || !is_share(dimension.input)) {
            Exact at = Exact::fraction(static_cast<std::int64_t>(1 + random.below(3)), 4);
            bool included = random.below(2) == 0;
            dimension.classes = {{"high", NumberRange::from(at, included)},
                                 {"low", NumberRange::to(at, !included)}};
        }
        dimension.nothing_is_not_measured = settled || random.below(2) == 0;
        dimension.unknown_is_not_measured = settled || random.below(2) == 0;
    }
    if (random.below(2) == 0)
        rule.least_known = Exact::fraction(static_cast<std::int64_t>(random.below(5)), 4);
    return rule;
}

std::vector<std::string> states_of(const Dimension& dimension) {
    std::vector<std::string> states;
    for (const Class& each : classes_of(dimension)) states.push_back(each.id);
    states.insert(states.end(), {"nothing", "unknown"});
    return states;
}

void add_random_clauses(Rule& rule, Random& random) {
    for (std::size_t count = random.below(6); count > 0; --count) {
        Clause& clause = rule.clauses.emplace_back();
        std::size_t result = random.below(4);
        clause.result = result < 3 ? three[result] : "not-measured";
        for (const Dimension& dimension : rule.dimensions) {
            if (random.below(3) == 0) continue;
            Accepted& accepted = clause.when.emplace_back();
            accepted.dimension = dimension.id;
            for (const std::string& state : states_of(dimension)) {
                if (random.below(2) == 0) accepted.classes.push_back(state);
            }
        }
    }
}

Evidence random_evidence(const Rule& rule, Random& random) {
    Evidence evidence;
    for (const Dimension& dimension : rule.dimensions) {
        if (random.below(8) == 0) continue;
        auto few = [&] { return static_cast<int>(random.below(4)); };
        DimensionEvidence each = counted(dimension.id, {few(), few(), few()});
        if (random.below(4) > 0) each.value = Exact::fraction(few(), 3);
        evidence.dimensions.push_back(std::move(each));
    }
    return evidence;
}

struct Naive {
    std::vector<std::string> states;
    bool settled = false;
    const Clause* clause = nullptr;
};

// The same again in the plainest way: no tables, no bits.
Naive naive(const Rule& rule, const Evidence& evidence) {
    Naive answer;
    for (const Dimension& dimension : rule.dimensions) {
        int met = 0, known = 0, total = 0;
        std::optional<Exact> value;
        for (const DimensionEvidence& each : evidence.dimensions) {
            if (each.dimension != dimension.id) continue;
            if (!is_share(dimension.input)) {
                total = 1;
                value = each.value;
                known = value ? 1 : 0;
                continue;
            }
            for (const Counted& item : each.items) {
                ++total;
                known += item.verdict != Verdict::cannot_say ? 1 : 0;
                met += item.verdict == Verdict::met ? 1 : 0;
            }
            if (known > 0) value = Exact::fraction(met, known);
        }
        std::string state = total == 0 ? "nothing" : "unknown";
        for (const Class& each : classes_of(dimension)) {
            if (value && each.range.contains(*value)) state = each.id;
        }
        if (is_share(dimension.input) && total > 0 && Exact(known) < rule.least_known * Exact(total)) {
            answer.settled = true;
        }
        if (state == "nothing" && dimension.nothing_is_not_measured) answer.settled = true;
        if (state == "unknown" && dimension.unknown_is_not_measured) answer.settled = true;
        answer.states.push_back(state);
    }
    for (const Clause& clause : rule.clauses) {
        bool all = true;
        for (const Accepted& accepted : clause.when) {
            for (std::size_t i = 0; i < rule.dimensions.size(); ++i) {
                if (rule.dimensions[i].id != accepted.dimension || accepted.classes.empty()) continue;
                all =
                    all && std::count(accepted.classes.begin(), accepted.classes.end(), answer.states[i]) > 0;
            }
        }
        if (all) {
            answer.clause = &clause;
            break;
        }
    }
    return answer;
}

TEST(Properties, applying_a_rule_is_the_first_clause_that_holds_and_never_answers_in_a_hole) {
    Random random{std::mt19937(seed)};
    SCOPED_TRACE(seed);
    for (int round = 0; round < 400; ++round) {
        Rule rule = random_dimensions(random, false);
        add_random_clauses(rule, random);
        std::set<std::vector<std::string>> holes;
        for (const Flaw& flaw : examine(rule, three)) {
            if (flaw.kind == FlawKind::hole) holes.insert(flaw.cases.begin(), flaw.cases.end());
        }
        for (int each = 0; each < 20; ++each) {
            Evidence evidence = random_evidence(rule, random);
            Proposal proposal = apply(rule, three, evidence);
            Naive expected = naive(rule, evidence);
            bool is_hole = !expected.settled && expected.clause == nullptr;
            ASSERT_EQ(proposal.why == Why::no_answer, is_hole) << "round " << round;
            ASSERT_EQ(!expected.settled && holes.count(expected.states) > 0, is_hole) << "round " << round;
            std::string found = proposal.result ? three[*proposal.result] : "not-measured";
            bool answers = !expected.settled && expected.clause != nullptr;
            ASSERT_EQ(found, answers ? expected.clause->result : "not-measured") << "round " << round;
        }
    }
}

// A rule with one clause for each combination, never punishing a better one.
Rule complete_rule(Random& random) {
    Rule rule = random_dimensions(random, true);
    std::size_t steps = 0;
    for (const Dimension& dimension : rule.dimensions) steps += classes_of(dimension).size() - 1;
    std::vector<std::size_t> at(rule.dimensions.size(), 0);
    while (true) {
        std::size_t sum = 0;
        Clause& clause = rule.clauses.emplace_back();
        for (std::size_t i = 0; i < at.size(); ++i) {
            sum += at[i];
            clause.when.push_back({rule.dimensions[i].id, {classes_of(rule.dimensions[i])[at[i]].id}});
        }
        clause.result = three[sum == 0 ? 0 : sum == steps ? 2 : 1];
        std::size_t i = 0;
        while (i < at.size() && ++at[i] == classes_of(rule.dimensions[i]).size()) at[i++] = 0;
        if (i == at.size()) return rule;
    }
}

TEST(Properties, an_injected_hole_is_found_with_an_example_that_falls_into_it) {
    Random random{std::mt19937(seed)};
    SCOPED_TRACE(seed);
    for (int round = 0; round < 200; ++round) {
        Rule rule = complete_rule(random);
        ASSERT_TRUE(examine(rule, three).empty()) << "round " << round;
        std::size_t removed = random.below(rule.clauses.size());
        std::vector<std::string> hole;
        for (const Accepted& each : rule.clauses[removed].when) hole.push_back(each.classes[0]);
        rule.clauses.erase(rule.clauses.begin() + static_cast<std::ptrdiff_t>(removed));
        auto flaws = examine(rule, three);
        ASSERT_EQ(flaws.size(), 1u) << "round " << round;
        ASSERT_EQ(flaws[0].kind, FlawKind::hole);
        ASSERT_EQ(flaws[0].cases, std::vector<std::vector<std::string>>{hole});
        Evidence evidence;
        for (const ExamplePart& part : flaws[0].example) {
            evidence.dimensions.push_back(counted(
                part.dimension, {static_cast<int>(part.met), static_cast<int>(part.total - part.met), 0}));
            evidence.dimensions.back().value = part.value;
        }
        ASSERT_EQ(apply(rule, three, evidence).why, Why::no_answer) << "round " << round;
    }
}

TEST(Properties, an_injected_punishment_of_a_better_result_is_found) {
    Random random{std::mt19937(seed)};
    SCOPED_TRACE(seed);
    for (int round = 0; round < 200; ++round) {
        Rule rule = complete_rule(random);
        // All but the worst combination may be made worse than what is below it.
        std::size_t spoiled = random.below(rule.clauses.size() - 1);
        bool was_worst = rule.clauses[spoiled].result == "worst";
        rule.clauses[spoiled].result = "worst";
        bool punishes = false;
        for (const Flaw& flaw : examine(rule, three)) {
            ASSERT_EQ(flaw.kind, FlawKind::better_gives_worse) << "round " << round;
            bool names_it = flaw.clauses[0] == spoiled;
            punishes = punishes || names_it;
        }
        // Directly above the worst there is nothing between that is better treated.
        std::size_t distance = 0;
        for (std::size_t i = 0; i < rule.dimensions.size(); ++i) {
            const auto& classes = classes_of(rule.dimensions[i]);
            auto at = std::find_if(classes.begin(), classes.end(), [&](const Class& each) {
                return each.id == rule.clauses[spoiled].when[i].classes[0];
            });
            distance += classes.size() - 1 - static_cast<std::size_t>(at - classes.begin());
        }
        ASSERT_EQ(punishes, distance > 1 && !was_worst) << "round " << round;
    }
}

}  // namespace
}  // namespace styrkedja::assess
