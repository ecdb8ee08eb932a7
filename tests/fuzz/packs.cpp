// SPDX-License-Identifier: EUPL-1.2
#include "codec/encoding.h"
#include "domain/checks/checks.h"
#include "fuzz/fuzz.h"
#include "importers/pack/export.h"
#include "support/packs.h"

namespace styrkedja::fuzz {
namespace {

using Files = std::vector<TreeFile>;

// The files as problems see them.
Files as_read(Files files) {
    Problems told_already;
    for (TreeFile& file : files) {
        bool text = file.name.ends_with(".csv") || file.name.ends_with(".txt") || file.name.ends_with(".md") ||
                    file.name.ends_with(".yaml") || file.name.ends_with(".yml");
        if (text) file.bytes = to_utf8(std::move(file.bytes), file.name, told_already);
    }
    return files;
}

std::string broken_pack(const Files& files) {
    Problems problems;
    LoadedPack pack = load_pack(files, problems);
    check_state(pack.state, problems);
    pack.origins.locate(problems);
    problems.sort();
    if (std::string broken = broken_problems(problems, as_read(files)); !broken.empty()) return broken;
    for (const Problem& problem : problems.list()) {
        if (problem.place.file.empty()) return std::string(problem.code) + " has no file";
    }
    Files once = export_pack(pack.state);
    if (problems.has_errors()) return "";
    Problems again_problems;
    Files again = export_pack(load_pack(once, again_problems).state);
    if (again_problems.has_errors()) {
        return "what was written out has errors:\n" + testing::as_text(again_problems) + testing::as_text(once);
    }
    return testing::as_text(once) == testing::as_text(again)
               ? ""
               : "not the same when written out and read again:\n" + testing::as_text(once) + "\n----- then\n" + testing::as_text(again);
}

// The input is the file that is changed; it takes the place of one of the pack's.
Reader reader_of(const std::string& folder) {
    Files files = testing::pack_in(folder);
    std::erase_if(files, [](const TreeFile& file) { return file.name == "expected.txt" || file.name.ends_with(".zip"); });
    if (!testing::has_pack_head(files)) files.push_back(testing::small_pack_head());
    Reader reader{"pack " + folder, {}, {}};
    for (const TreeFile& file : files) reader.seeds.push_back(file.name + '\0' + file.bytes);
    reader.broken = [files](const std::string& input, Random&) {
        Files all = files;
        std::size_t end = input.find('\0');
        for (TreeFile& file : all) {
            if (end != input.npos && file.name == input.substr(0, end)) file.bytes = input.substr(end + 1);
        }
        return broken_pack(all);
    };
    return reader;
}

}  // namespace

std::vector<Reader> pack_readers() {
    std::vector<Reader> readers;
    // The starting pack has something of almost everything: it comes as often as three exhibits.
    for (int i = 0; i < 3; ++i) readers.push_back(reader_of("assets/new"));
    for (const std::string& name : testing::folders_in("tests/errors")) readers.push_back(reader_of("tests/errors/" + name));
    return readers;
}

}  // namespace styrkedja::fuzz
