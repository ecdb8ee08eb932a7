// SPDX-License-Identifier: EUPL-1.2
// The examples as Word documents: sound, the same twice, and one of them as readable text in tests/golden/docx/.
#include <gtest/gtest.h>

#include "compose/compose.h"
#include "domain/checks/checks.h"
#include "importers/pack/load.h"
#include "support/golden.h"
#include "writers/docx/check.h"
#include "writers/docx/docx.h"

namespace styrkedja {
namespace {

class DocxExamples : public ::testing::TestWithParam<const char*> {};

TEST_P(DocxExamples, AreSoundAndTheSameTwice) {
    Problems problems;
    LoadedPack pack = load_pack(read_tree(std::string(PROJECT_DIR) + "/examples/" + GetParam(), problems), problems);
    Composer composer(pack.state);
    for (const DocumentEntity& entity : composer.state().documents) {
        for (const bool draft : {false, true}) {
            const document::Document paper = composer.compose(entity, ComposeOptions{draft});
            const Docx made = write_docx(paper);
            for (const std::string& line : check_docx(made.bytes)) ADD_FAILURE() << entity.id.str() << " " << line;
            EXPECT_EQ(made.problems.size(), 0U);
            EXPECT_TRUE(made.bytes == write_docx(paper).bytes);
        }
    }
}

TEST(DocxGolden, BudgetBridgeReadsAsBefore) {
    Problems problems;
    LoadedPack pack = load_pack(read_tree(std::string(PROJECT_DIR) + "/examples/sodertalje-2024", problems), problems);
    Composer composer(pack.state);
    const DocumentEntity* entity = composer.state().documents.find("budgetbrygga-2024");
    ASSERT_NE(entity, nullptr);
    testing::expect_golden("tests/golden/docx/budgetbrygga-2024.txt", docx_skeleton(write_docx(composer.compose(*entity)).bytes));
}

INSTANTIATE_TEST_SUITE_P(All, DocxExamples, ::testing::Values("sodertalje-2012", "sodertalje-2024", "kalmar-2016", "stockholm-2015"),
                         [](const auto& example) {
                             std::string name = example.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace styrkedja
