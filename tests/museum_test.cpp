// SPDX-License-Identifier: EUPL-1.2
// The museum of failures: tests/errors/<code>/ holds the smallest pack or ledger that has that problem, and expected.txt what
// the program says about it, in Swedish.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "compose/compose.h"
#include "compose/rule_checks.h"
#include "domain/checks/checks.h"
#include "locale/problem_texts.h"
#include "support/golden.h"
#include "support/ledger_exhibit.h"
#include "support/packs.h"
#include "support/sheet_exhibit.h"

namespace styrkedja::testing {
namespace {

const std::string museum = "tests/errors";

// An exhibit is a pack: its files, or those of its pack.zip. One that is not about the pack's head may leave it out.
std::vector<TreeFile> files_of(const std::string& exhibit, Problems& problems) {
    std::vector<TreeFile> files = pack_in(museum + "/" + exhibit);
    std::erase_if(files, [](const TreeFile& file) { return file.name == "expected.txt"; });
    if (find_ledger(files)) return files;
    if (files.size() == 1 && files[0].name == "pack.zip") {
        std::string bytes = std::move(files[0].bytes);
        return read_zip(bytes, "pack.zip", problems);
    }
    if (!has_pack_head(files) && exhibit != "pack_is_not_described") files.push_back(small_pack_head());
    return files;
}

// All that the program finds, as far as it comes.
Problems problems_of(const std::string& exhibit) {
    Problems problems;
    std::vector<TreeFile> files = files_of(exhibit, problems);
    if (std::optional<Problems> of_sheet = sheet_exhibit(files)) return std::move(*of_sheet);
    if (files.empty() && problems.has_errors()) return problems;
    if (const TreeFile* ledger = find_ledger(files)) return problems_of_ledger(*ledger);
    LoadedPack pack = load_pack(std::move(files), problems);
    check_state(pack.state, problems);
    if (!problems.has_errors()) {
        Composer composer(pack.state);
        check_rules(composer.state(), problems);
        check_templates(composer, problems);
    }
    pack.origins.locate(problems);
    return problems;
}

bool has_code(const Problems& problems, std::string_view code) {
    return std::any_of(problems.list().begin(), problems.list().end(),
                       [&](const Problem& problem) { return problem.code == code; });
}

// Codes without an exhibit, each with its reason: "code: why".
std::set<std::string> not_shown() {
    std::set<std::string> codes;
    std::istringstream file(read_whole(std::string(PROJECT_DIR) + "/" + museum + "/not-shown.txt"));
    for (std::string line; std::getline(file, line);) {
        std::size_t colon = line.find(": ");
        if (line.empty() || line[0] == '#') continue;
        EXPECT_NE(colon, line.npos) << "no reason: " << line;
        codes.insert(line.substr(0, colon));
    }
    return codes;
}

// The codes that some source can give. A code stands as a literal near the word Severity, or is chosen beside it.
std::set<std::string> codes_in_sources() {
    static const std::regex literal("\"([a-z]+(?:_[a-z0-9]+)+)\"");
    std::set<std::string> codes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(PROJECT_DIR) + "/src")) {
        std::string path = entry.path().string();
        if (!path.ends_with(".cpp") || path.ends_with("_test.cpp") || path.find("/problem_texts/") != path.npos) continue;
        std::istringstream source(read_whole(path));
        std::string before;
        for (std::string line; std::getline(source, line); before = line) {
            std::string seen = line.find("Severity::") != line.npos ? before + "\n" + line : "";
            for (std::sregex_iterator hit(seen.begin(), seen.end(), literal), end; hit != end; ++hit) {
                std::size_t after = static_cast<std::size_t>(hit->position() + hit->length());
                if (seen.find("Severity::", after) != seen.npos) codes.insert((*hit)[1]);
            }
        }
    }
    return codes;
}

TEST(Museum, EveryExhibitSaysWhatIsExpected) {
    for (const std::string& exhibit : folders_in(museum)) {
        Problems problems = problems_of(exhibit);
        EXPECT_TRUE(has_code(problems, exhibit)) << exhibit << " does not show its own problem:\n" << as_text(problems);
        expect_golden(museum + "/" + exhibit + "/expected.txt", as_text(problems));
    }
}

TEST(Museum, EveryProblemInAFileShowsItsLine) {
    for (const std::string& exhibit : folders_in(museum)) {
        Problems problems = problems_of(exhibit);
        for (const Problem& problem : problems.list()) {
            if (!problem.place.excerpt.empty()) {
                EXPECT_GT(problem.place.column, 0U) << exhibit << ": " << problem.code;
            }
            EXPECT_FALSE(problem.place.file.empty()) << exhibit << ": " << problem.code << " has no file";
        }
    }
}

TEST(Museum, EveryCodeHasAnExhibit) {
    std::vector<std::string> exhibits = folders_in(museum);
    std::set<std::string> shown(exhibits.begin(), exhibits.end()), excused = not_shown(), codes;
    for (auto table : all_problem_texts()) {
        for (const ProblemText& text : table) codes.emplace(text.code);
    }
    for (const std::string& code : codes) {
        EXPECT_TRUE(shown.contains(code) || excused.contains(code)) << code << " has no exhibit in " << museum;
        EXPECT_FALSE(shown.contains(code) && excused.contains(code)) << code << " is shown: take it off not-shown.txt";
    }
    for (const std::string& name : shown) EXPECT_TRUE(codes.contains(name)) << name << " is no code";
    for (const std::string& name : excused) EXPECT_TRUE(codes.contains(name)) << name << " is no code";
}

TEST(Museum, EveryCodeInTheSourcesHasAText) {
    std::set<std::string> codes = codes_in_sources();
    EXPECT_GT(codes.size(), 30U);  // else the search is wrong
    for (const std::string& code : codes) EXPECT_NE(find_problem_text(code), nullptr) << code << " has no text";
}

// docs/errors.md is made of the texts: all that the program can say about data.
TEST(Museum, TheDocumentationListsEveryProblem) {
    std::vector<const ProblemText*> texts;
    for (auto table : all_problem_texts()) {
        for (const ProblemText& text : table) texts.push_back(&text);
    }
    std::sort(texts.begin(), texts.end(), [](const auto* a, const auto* b) { return a->code < b->code; });
    std::string page =
        "# Problems\n\n"
        "All that the program can say about data, by code (`--problems json` gives the code). Made from\n"
        "`src/locale/problem_texts/` by `UPDATE_GOLDEN=1` and the test of the museum; `tests/errors/<code>/` holds the\n"
        "smallest pack with each. `{…}` is filled in; what stands in [brackets] is left out when there is nothing to\n"
        "fill in.\n";
    for (const ProblemText* text : texts) {
        auto part = [&](std::string_view label, std::string_view words) {
            if (!words.empty()) page += " *" + std::string(label) + "* " + std::string(words);
        };
        page += "\n## `" + std::string(text->code) + "`\n\n" + std::string(text->sv);
        part("Ska vara:", text->sv_must);
        part("Gör så här:", text->sv_do);
        page += "\n\n" + std::string(text->en);
        part("Must be:", text->en_must);
        part("Do this:", text->en_do);
        page += "\n";
    }
    expect_golden("docs/errors.md", page);
}

}  // namespace
}  // namespace styrkedja::testing
