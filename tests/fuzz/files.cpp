// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/utf8.h"
#include "codec/csv.h"
#include "codec/encoding.h"
#include "codec/yaml.h"
#include "codec/yaml_writer.h"
#include "fuzz/fuzz.h"
#include "support/packs.h"

namespace styrkedja::fuzz {
namespace {

// Every file with that ending in the museum and the starting pack.
std::vector<std::string> files_ending(std::string_view ending) {
    std::vector<std::string> seeds;
    std::vector<std::string> folders{"assets/new"};
    for (const std::string& name : testing::folders_in("tests/errors")) folders.push_back("tests/errors/" + name);
    for (const std::string& folder : folders) {
        for (TreeFile& file : testing::pack_in(folder)) {
            if (file.name.ends_with(ending)) seeds.push_back(std::move(file.bytes));
        }
    }
    return seeds;
}

std::vector<std::vector<std::string>> rows_of(const std::string& text, Problems& problems) {
    CsvReader reader("f.csv", text, problems);
    std::vector<std::vector<std::string>> rows{{reader.heading().begin(), reader.heading().end()}};
    while (reader.next()) {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < reader.heading().size(); ++i) row.emplace_back(reader.field(i));
        reader.place(0);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string broken_csv(const std::string& input, Random&) {
    Problems problems;
    std::string text = to_utf8(input, "f.csv", problems);
    if (find_invalid_utf8(text) != text.npos) return "the text is not UTF-8";
    auto rows = rows_of(text, problems);
    if (std::string broken = broken_problems(problems, {{"f.csv", text}}); !broken.empty()) return broken;
    if (!problems.empty() || rows[0].empty()) return "";
    std::string written;
    for (const auto& row : rows) write_csv_row(written, row);
    Problems none;
    auto again = rows_of(written, none);
    if (!none.empty()) return "what was written has problems: " + std::string(none.list()[0].code);
    return again == rows ? "" : "rows are not the same when written and read again:\n" + written;
}

void write_node(YamlWriter& yaml, const YamlNode& node) {
    if (node.kind == YamlKind::null) return yaml.null();
    if (node.kind == YamlKind::scalar) return yaml.text(node.text);
    node.kind == YamlKind::mapping ? yaml.begin_mapping() : yaml.begin_sequence();
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (node.kind == YamlKind::mapping) yaml.key(node.keys[i].text);
        write_node(yaml, node.children[i]);
    }
    node.kind == YamlKind::mapping ? yaml.end_mapping() : yaml.end_sequence();
}

bool same(const YamlNode& a, const YamlNode& b) {
    if (a.kind != b.kind || a.text != b.text || a.keys.size() != b.keys.size()) return false;
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
        if (a.keys[i].text != b.keys[i].text) return false;
    }
    return std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same);
}

// Keys longer than this are no keys of ours, and the writer does not promise them.
bool has_long_key(const YamlNode& node) {
    return std::any_of(node.keys.begin(), node.keys.end(), [](const YamlKey& key) { return key.text.size() > 100; }) ||
           std::any_of(node.children.begin(), node.children.end(), has_long_key);
}

std::string broken_yaml(const std::string& input, Random&) {
    Problems problems;
    std::string text = to_utf8(input, "f.yaml", problems);
    auto root = read_yaml(text, "f.yaml", problems);
    if (!root && problems.empty()) return "nothing is given and nothing said";
    if (std::string broken = broken_problems(problems, {{"f.yaml", text}}); !broken.empty()) return broken;
    if (!root || !problems.empty() || root->kind == YamlKind::scalar || root->kind == YamlKind::null || has_long_key(*root)) return "";
    YamlWriter yaml;
    write_node(yaml, *root);
    std::string written = yaml.take();
    Problems none;
    auto again = read_yaml(written, "again.yaml", none);
    if (!none.empty()) return "what was written has problems: " + std::string(none.list()[0].code) + "\n" + written;
    return again && same(*root, *again) ? "" : "not the same when written and read again:\n" + written;
}

std::string broken_zip(const std::string& input, Random&) {
    Problems problems;
    TreeLimits limits;
    limits.bytes = 32 * 1024 * 1024;
    std::vector<TreeFile> files = read_zip(input, "f.zip", problems, limits);
    if (std::string broken = broken_problems(problems, {}); !broken.empty()) return broken;
    if (problems.has_errors()) return files.empty() ? "" : "files are given though there are errors";
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!is_safe_name(files[i].name)) return "an unsafe name: " + files[i].name;
        if (i > 0 && files[i].name <= files[i - 1].name) return "not sorted, or twice: " + files[i].name;
        bytes += files[i].bytes.size();
    }
    if (bytes > limits.bytes) return "more than the limit";
    Problems none;
    std::vector<TreeFile> again = read_zip(write_zip(files), "again.zip", none);
    if (!none.empty()) return "what was written has problems: " + std::string(none.list()[0].code);
    return testing::as_text(files) == testing::as_text(again) ? "" : "not the same when written and read again";
}

std::vector<std::string> zips() {
    std::vector<std::string> seeds = files_ending(".zip");
    // Large ones say little and take long.
    std::erase_if(seeds, [](const std::string& zip) { return zip.size() > 100'000; });
    seeds.push_back(write_zip(testing::pack_in("assets/new")));
    return seeds;
}

}  // namespace

std::vector<Reader> file_readers() {
    return {
        {"csv", files_ending(".csv"), broken_csv},
        {"yaml", files_ending(".yaml"), broken_yaml},
        {"zip", zips(), broken_zip},
    };
}

}  // namespace styrkedja::fuzz
