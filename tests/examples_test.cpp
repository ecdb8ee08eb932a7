// SPDX-License-Identifier: EUPL-1.2
// The examples: no errors, and every document as readable text in tests/golden/, each table, text and mark of it.
#include <gtest/gtest.h>

#include <filesystem>

#include "compose/compose.h"
#include "compose/rule_checks.h"
#include "domain/checks/checks.h"
#include "importers/pack/load.h"
#include "locale/problem_texts.h"
#include "support/golden.h"
#include "support/table_text.h"
#include "writers/html/html.h"
#include "writers/json/json.h"

namespace styrkedja {
namespace {

LoadedPack load_example(const std::string& name, Problems& problems) {
    LoadedPack pack = load_pack(read_tree(std::string(PROJECT_DIR) + "/examples/" + name, problems), problems);
    check_state(pack.state, problems);
    return pack;
}

class Examples : public ::testing::TestWithParam<const char*> {};

TEST_P(Examples, HaveNoErrors) {
    Problems problems;
    LoadedPack pack = load_example(GetParam(), problems);
    Composer composer(pack.state);
    check_rules(composer.state(), problems);
    check_templates(composer, problems);
    pack.origins.locate(problems);
    for (const Problem& problem : problems.list()) {
        EXPECT_NE(problem.severity, Severity::error) << problem_message(problem, Language::sv);
    }
    EXPECT_FALSE(pack.state.documents.empty());
}

TEST_P(Examples, CompileToWhatTheGoldenFilesHold) {
    Problems problems;
    LoadedPack pack = load_example(GetParam(), problems);
    Composer composer(pack.state);
    for (const DocumentEntity& entity : composer.state().documents) {
        document::Document paper = composer.compose(entity);
        testing::expect_golden("tests/golden/" + std::string(GetParam()) + "." + entity.id.str() + ".txt",
                               testing::document_text(paper));
    }
}

// Same input, same bytes: also from another composer, and whatever was composed before.
TEST_P(Examples, GiveTheSameBytesTwice) {
    Problems problems;
    LoadedPack pack = load_example(GetParam(), problems);
    Composer once(pack.state), again(pack.state);
    for (const DocumentEntity& entity : once.state().documents) {
        document::Document first = once.compose(entity), second = again.compose(*again.state().documents.find(entity.id.str()));
        EXPECT_EQ(write_json(first), write_json(second));
        EXPECT_EQ(write_html(first), write_html(second));
    }
}

INSTANTIATE_TEST_SUITE_P(All, Examples, ::testing::Values("sodertalje-2012", "sodertalje-2024", "kalmar-2016", "stockholm-2015", "exempelkommun-2026"),
                         [](const auto& example) {
                             std::string name = example.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace styrkedja
