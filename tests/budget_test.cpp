// SPDX-License-Identifier: EUPL-1.2
// A budget year of a municipality, from the council's decision to the period budget:
// tests/packs/sjolunda-2025, and its documents as readable text in tests/golden/.
#include <gtest/gtest.h>

#include "compose/compose.h"
#include "compose/rule_checks.h"
#include "domain/checks/checks.h"
#include "domain/economy/made_facts_testing.h"
#include "support/golden.h"
#include "support/packs.h"
#include "support/table_text.h"

namespace styrkedja::testing {
namespace {

LoadedPack sjolunda(Problems& problems) {
    LoadedPack pack = load_pack(pack_in("tests/packs/sjolunda-2025"), problems);
    check_state(pack.state, problems);
    pack.origins.locate(problems);
    return pack;
}

TEST(Budget, of_a_year_is_without_remarks) {
    Problems problems;
    LoadedPack pack = sjolunda(problems);
    Composer composer(with_made_facts(pack.state));
    check_rules(composer.state(), problems);
    check_templates(composer, problems);
    pack.origins.locate(problems);
    EXPECT_EQ(as_text(problems), "");
}

TEST(Budget, CompileToWhatTheGoldenFilesHold) {
    Problems problems;
    LoadedPack pack = sjolunda(problems);
    Composer composer(with_made_facts(pack.state));
    for (const DocumentEntity& entity : composer.state().documents) {
        document::Document paper = composer.compose(entity);
        expect_golden("tests/golden/sjolunda-2025." + entity.id.str() + ".txt", document_text(paper));
    }
}

// Transfers keep the sum: what the units get together is the original and what the council has added.
TEST(Budget, of_all_units_is_the_original_and_what_was_added) {
    Problems problems;
    LoadedPack pack = sjolunda(problems);
    VersionFacts facts(pack.state);
    auto sum = [&](std::string_view version, int year) {
        std::int64_t ore = 0;
        for (const SourcedFact& each : facts.of(version)) ore += each.period.year() == year ? each.ore : 0;
        return Money::from_ore(ore).in(MoneyUnit::tkr).str();
    };
    EXPECT_EQ(sum("budget", 2025), "746500");
    EXPECT_EQ(sum("reviderad", 2025), "750000") << "efficiency, more pupils, carry-over, school transport";
    EXPECT_EQ(sum("plan", 2027), "759100");
    EXPECT_EQ(sum("period", 2025), sum("intern", 2025));
}

}  // namespace
}  // namespace styrkedja::testing
