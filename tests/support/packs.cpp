// SPDX-License-Identifier: EUPL-1.2
#include "support/packs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "locale/problem_texts.h"

namespace styrkedja::testing {

std::string read_whole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<TreeFile> pack_in(const std::string& folder) {
    Problems problems;
    std::vector<TreeFile> files = read_tree(std::string(PROJECT_DIR) + "/" + folder, problems);
    return problems.empty() ? files : std::vector<TreeFile>();
}

std::vector<std::string> folders_in(const std::string& folder) {
    std::vector<std::string> names;
    std::filesystem::path path = std::filesystem::path(PROJECT_DIR) / folder;
    if (!std::filesystem::exists(path)) return names;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        if (entry.is_directory()) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

TreeFile small_pack_head() {
    return {"pack.yaml", "pack: {municipality: exempel, format: 1, name: Exempels kommun, years: \"2016\"}\n"};
}

bool has_pack_head(const std::vector<TreeFile>& files) {
    return std::any_of(files.begin(), files.end(), [](const TreeFile& file) {
        return file.name.ends_with(".yaml") &&
               (file.bytes.starts_with("pack:") || file.bytes.find("\npack:") != file.bytes.npos);
    });
}

std::string as_text(const std::vector<TreeFile>& files) {
    std::string text;
    for (const TreeFile& file : files) text += "== " + file.name + "\n" + file.bytes;
    return text;
}

std::string as_text(Problems problems) {
    problems.sort();
    std::string text;
    for (const Problem& problem : problems.list()) text += problem_message(problem, Language::sv);
    return text;
}

}  // namespace styrkedja::testing
