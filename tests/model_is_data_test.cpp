// SPDX-License-Identifier: EUPL-1.2
// A municipality changes its words, scale, columns or signs in its pack, and the document follows without a line of C++.
#include <gtest/gtest.h>

#include "compose/compose.h"
#include "importers/pack/load.h"
#include "support/packs.h"
#include "support/table_text.h"

namespace styrkedja {
namespace {

void replace(std::vector<TreeFile>& files, const std::string& file, const std::string& from, const std::string& to) {
    for (TreeFile& each : files) {
        if (each.name != file) continue;
        std::size_t at = each.bytes.find(from);
        ASSERT_NE(at, std::string::npos) << from << " is not in " << file;
        for (; at != std::string::npos; at = each.bytes.find(from, at + to.size())) each.bytes.replace(at, from.size(), to);
        return;
    }
    FAIL() << file << " is not there";
}

std::string compiled(std::vector<TreeFile> files, const std::string& document) {
    Problems problems;
    LoadedPack pack = load_pack(std::move(files), problems);
    EXPECT_FALSE(problems.has_errors());
    const DocumentEntity* entity = pack.state.documents.find(document);
    EXPECT_NE(entity, nullptr);
    return entity ? testing::document_text(compose(pack.state, *entity)) : "";
}

struct Change {
    const char *file, *from, *to, *document, *before, *after;
};

class ModelIsData : public ::testing::TestWithParam<Change> {};

TEST_P(ModelIsData, TheDocumentFollows) {
    const Change& change = GetParam();
    std::vector<TreeFile> files = testing::pack_in("assets/new");
    std::string before = compiled(files, change.document);
    EXPECT_NE(before.find(change.before), std::string::npos) << before;
    EXPECT_EQ(before.find(change.after), std::string::npos) << before;
    replace(files, change.file, change.from, change.to);
    std::string after = compiled(files, change.document);
    EXPECT_NE(after.find(change.after), std::string::npos) << after;
    EXPECT_EQ(after.find(change.before), std::string::npos) << after;
}

constexpr Change changes[] = {
    // a level's name
    {"model.yaml", "name: Nämndmål,", "name: Delmål,", "arsbokslut-2025", "(Nämndmål)", "(Delmål)"},
    // a word of a scale
    {"model.yaml", "label: Uppfylls,", "label: På väg,", "arsbokslut-2025", "[Uppfylls]", "[På väg]"},
    // a column's heading
    {"templates.yaml", "label: Avvikelse", "label: Differens", "arsbokslut-2025", "| Avvikelse", "| Differens"},
    // a column's sign
    {"templates.yaml", "value: \"outcome(2025, nettokostnad)\", sign: reversed", "value: \"outcome(2025, nettokostnad)\"",
     "arsbokslut-2025", "| 21 170", "| −21 170"},
    // the unit of a table
    {"templates.yaml", "unit: tkr\n        columns:\n          - {id: i-fjol", "unit: mnkr\n        decimals: 1\n        columns:\n          - {id: i-fjol",
     "verksamhetsplan-2026", "| 21 600", "| 21,6"},
    // the rule: a clause that comes first decides
    {"model.yaml", "- {then: gron, indicators: all majority", "- {then: rod, indicators: all majority", "arsbokslut-2025",
     "förslag: Uppfylls.", "förslag: Uppfylls inte."},
};

INSTANTIATE_TEST_SUITE_P(All, ModelIsData, ::testing::ValuesIn(changes));

// Columns stand in the order of the template.
TEST(ModelIsData, ColumnsFollowTheTemplate) {
    std::vector<TreeFile> files = testing::pack_in("assets/new");
    const std::string budget = "          - {id: budget, label: Budget 2025, value: \"budget(2025, nettokostnad)\", sign: reversed}\n";
    const std::string outcome = "          - {id: utfall, label: Utfall 2025, value: \"outcome(2025, nettokostnad)\", sign: reversed}\n";
    std::string before = compiled(files, "arsbokslut-2025");
    EXPECT_NE(before.find("| Budget 2025 | Utfall 2025"), std::string::npos) << before;
    replace(files, "templates.yaml", budget + outcome, outcome + budget);
    std::string after = compiled(files, "arsbokslut-2025");
    EXPECT_NE(after.find("| Utfall 2025 | Budget 2025"), std::string::npos) << after;
}

}  // namespace
}  // namespace styrkedja
