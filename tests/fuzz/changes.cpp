// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "codec/source.h"
#include "fuzz/fuzz.h"
#include "locale/problem_texts.h"

namespace styrkedja::fuzz {
namespace {

constexpr std::string_view pieces[] = {
    ";", ",", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "#", "# ", "- ", ": ", "{", "}", "[", "]", "|", "@", "..", "2016", "%",
    "+", "-", "−", "–", "\xC2\xA0", "å", "\xE5", "\xFF", "\xEF\xBB\xBF", "\xC3\xA5", "\xEF\xBF\xBD", "a:", "&a", "*a", "!!x",
    "---", "\\", "''", "0", "999999999999999999999", "1,5", "1.234", "E+9", "ja", "id", "pack:", "goals:", "null", "~", "(", ")",
    " + ", " / ", "outcome(2012)", "**", "*", "[^n]", "](http://x)", "Öka", "minst", "2015..2018", "2015-T1", "\xF0\x9F\x8F\xA1",
};

void change_once(std::string& text, Random& random) {
    std::size_t at = random.below(text.size() + 1);
    std::size_t length = random.chance(3) ? random.below(200) : random.below(8);
    switch (random.below(8)) {
        case 0: text.insert(at, random.of(pieces)); break;
        case 1: text.erase(at, length); break;
        case 2:
            if (at < text.size()) text[at] = static_cast<char>(random.below(256));
            break;
        case 3: text.insert(at, text.substr(random.below(text.size() + 1), length)); break;
        case 4:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << random.below(8)));
            break;
        case 5: text.resize(at); break;
        case 6:
            if (at < text.size()) text.replace(at, std::min<std::size_t>(length, text.size() - at), random.of(pieces));
            break;
        default: text.insert(at, random.below(40), static_cast<char>(random.below(256))); break;
    }
}

const TreeFile* file_named(const std::vector<TreeFile>& files, const std::string& name) {
    for (const TreeFile& file : files) {
        if (file.name == name) return &file;
    }
    return nullptr;
}

std::string broken_place(const Place& place, const std::vector<TreeFile>& files) {
    const TreeFile* file = file_named(files, place.file);
    if (!file || place.line == 0) return "";
    Source source(file->name, file->bytes);
    auto lines = static_cast<std::uint32_t>(std::count(file->bytes.begin(), file->bytes.end(), '\n') +
                                            std::count(file->bytes.begin(), file->bytes.end(), '\r') + 1);
    if (place.line > lines) return "line " + std::to_string(place.line) + " of " + std::to_string(lines);
    if (!source.line(place.line).starts_with(place.excerpt)) return "the excerpt is not the line";
    if (place.column > source.line(place.line).size() + 1) return "column " + std::to_string(place.column);
    return "";
}

}  // namespace

std::string changed(std::string input, Random& random) {
    for (std::size_t times = 1 + random.below(6); times > 0; --times) change_once(input, random);
    return input;
}

std::string broken_problems(const Problems& problems, const std::vector<TreeFile>& files) {
    for (const Problem& problem : problems.list()) {
        if (!find_problem_text(problem.code)) return std::string(problem.code) + " has no text";
        if (problem_message(problem, Language::sv).empty() || problem_json(problem, Language::en).empty()) {
            return std::string(problem.code) + " says nothing";
        }
        if (std::string broken = broken_place(problem.place, files); !broken.empty()) {
            return std::string(problem.code) + " in " + problem.place.file + ": " + broken;
        }
    }
    return "";
}

}  // namespace styrkedja::fuzz
