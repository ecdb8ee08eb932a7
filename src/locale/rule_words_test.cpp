// SPDX-License-Identifier: EUPL-1.2
#include "locale/rule_words.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "domain/assess/rule_text_testing.h"

namespace styrkedja {
namespace {

using assess::testing::read_rule_case;
using assess::testing::RuleCase;

const std::string folder = std::string(PROJECT_DIR) + "/tests/cases/rules/";

std::string text_of(const std::string& name) {
    std::ifstream file(folder + name);
    EXPECT_TRUE(file.good()) << name;
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

RuleLabels labels() {
    RuleLabels labels;
    labels.values = {{"gron", "Grön"}, {"gul", "Gul"}, {"rod", "Röd"}};
    labels.dimensions = {{"avvikelse", "budgetavvikelse"}};
    labels.units = {{"avvikelse", "tkr"}};
    return labels;
}

std::string examined(const RuleCase& rule, Language language) {
    std::string text;
    for (const assess::Flaw& flaw : assess::examine(rule.rule, rule.scale)) {
        text += "- " + flaw_text(flaw, rule.rule, labels(), language) + "\n";
        if (flaw.cases.size() < 2) continue;
        for (const auto& each : flaw.cases)
            text += "    " + case_text(each, rule.rule, labels(), language) + "\n";
    }
    return text;
}

// Compares with the file; with UPDATE_GOLDEN in the environment, writes it.
void expect_golden(const std::string& name, const std::string& found) {
    std::string path = folder + name + ".golden";
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << found;
    EXPECT_EQ(found, text_of(name + ".golden")) << path;
}

TEST(RuleWords, the_rule_as_the_municipality_wrote_it_has_these_holes) {
    RuleCase rule = read_rule_case(text_of("sodertalje-2024-as-written.rule"));
    std::size_t cases = 0;
    for (const assess::Flaw& flaw : assess::examine(rule.rule, rule.scale)) {
        EXPECT_EQ(flaw.kind, assess::FlawKind::hole);
        cases += flaw.cases.size();
    }
    EXPECT_EQ(cases, 7u * 7u - 4u - 1u - 2u);
    expect_golden("sodertalje-2024-as-written", examined(rule, Language::sv));
    expect_golden("sodertalje-2024-as-written.en", examined(rule, Language::en));
}

TEST(RuleWords, every_kind_of_flaw_is_said_in_plain_words) {
    RuleCase rule = read_rule_case(text_of("many-flaws.rule"));
    expect_golden("many-flaws", examined(rule, Language::sv));
    expect_golden("many-flaws.en", examined(rule, Language::en));
}

TEST(RuleWords, a_proposal_tells_what_it_counted) {
    RuleCase rule = read_rule_case(text_of("sodertalje-2024-completed.rule"));
    assess::Evidence evidence;
    evidence.dimensions.resize(1);
    evidence.dimensions[0].dimension = "indikatorer";
    for (Verdict verdict : {Verdict::met, Verdict::met, Verdict::not_met, Verdict::cannot_say}) {
        evidence.dimensions[0].items.push_back({"i", "outcome", verdict});
    }
    auto proposal = assess::apply(rule.rule, rule.scale, evidence);
    EXPECT_EQ(counts_text(proposal, rule.rule, labels(), Language::sv),
              "2 av 4 indikatorer nådda (1 okänd), inga aktiviteter att räkna");
    RuleLabels forecast = labels();
    forecast.forecast = true;
    EXPECT_EQ(counts_text(proposal, rule.rule, forecast, Language::sv),
              "2 av 4 indikatorer väntas nås (1 okänd), inga aktiviteter att räkna");
}

TEST(RuleWords, figures_have_their_units_and_a_miss_is_never_rounded_to_a_hit) {
    RuleCase rule = read_rule_case(text_of("achievement-three-steps.rule"));
    auto counted = [&](const Exact& achievement) {
        assess::Evidence evidence;
        evidence.dimensions.resize(1);
        evidence.dimensions[0].dimension = "utfall";
        evidence.dimensions[0].value = achievement;
        return counts_text(assess::apply(rule.rule, rule.scale, evidence), rule.rule, labels(), Language::sv);
    };
    EXPECT_EQ(counted(Exact::fraction(5, 6)), "måluppfyllelse 83,3\u00a0%");
    EXPECT_EQ(counted(Exact::fraction(9999, 10000)), "måluppfyllelse 99,9\u00a0%");
    EXPECT_EQ(counted(Exact(1)), "måluppfyllelse 100\u00a0%");
    EXPECT_EQ(states_text("utfall", {"nara", "mindre"}, rule.rule, labels(), Language::sv),
              "måluppfyllelse: från och med 80\u00a0% men under 100\u00a0% eller under 80\u00a0%");
}

}  // namespace
}  // namespace styrkedja
