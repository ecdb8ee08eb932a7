// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/hyphens.h"

#include <hyphen.h>

#include <cstdlib>

#include "assets.h"
#include "base/utf8.h"

namespace styrkedja::pdf {

namespace {

constexpr std::size_t fewest_letters = 7;
constexpr int fewest_before = 3;
constexpr int fewest_after = 3;

bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7);
}

char lower(char32_t c) {
    const bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
    return static_cast<char>(capital ? c + 0x20 : c);
}

}  // namespace

Hyphens::Hyphens() {
    const std::string_view bytes = assets::hyphens_hyph_sv_SE_dic();
    // Memory that is read as a file; fmemopen wants it to be writable, and only reads.
    FILE* file = fmemopen(const_cast<char*>(bytes.data()), bytes.size(), "r");
    if (!file) return;
    patterns_ = hnj_hyphen_load_file(file);
    std::fclose(file);
}

Hyphens::~Hyphens() {
    if (patterns_) hnj_hyphen_free(patterns_);
}

std::vector<std::size_t> Hyphens::points(std::string_view word) const {
    std::string letters;  // Latin-1, as the patterns are
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const char32_t c = next_character(word, at);
        if (!is_letter(c)) {
            if (letters.empty()) continue;
            break;  // what follows a sign is left alone
        }
        letters += lower(c);
        places.push_back(begin);
    }
    std::vector<std::size_t> found;
    if (!patterns_ || letters.size() < fewest_letters) return found;
    std::string marks(letters.size() + 5, '\0');
    char** replaced = nullptr;
    int* places_of = nullptr;
    int* cuts = nullptr;
    hnj_hyphen_hyphenate3(patterns_, letters.data(), static_cast<int>(letters.size()), marks.data(), nullptr, &replaced,
                          &places_of, &cuts, fewest_before, fewest_after, fewest_before, fewest_after);
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
        const bool changes_spelling = replaced && replaced[i];
        if ((marks[i] & 1) && !changes_spelling) found.push_back(places[i + 1]);
        if (changes_spelling) std::free(replaced[i]);
    }
    std::free(replaced);
    std::free(places_of);
    std::free(cuts);
    return found;
}

}  // namespace styrkedja::pdf
