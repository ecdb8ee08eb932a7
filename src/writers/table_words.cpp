// SPDX-License-Identifier: EUPL-1.2
#include "writers/table_words.h"

namespace styrkedja::document {

bool says_word(std::string_view text, std::string_view word) {
    if (word.empty()) return false;
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(word.front());
        const bool ends = end == text.size() || !is_letter(text[end]) || !is_letter(word.back());
        if (begins && ends) return true;
    }
    return false;
}

bool says_unit(const Table& table, std::size_t at) {
    const Column& column = table.columns[at];
    if (says_word(column.label, column.unit)) return true;
    bool some = false;
    for (const Row& row : table.rows) {
        if (at >= row.cells.size() || !row.cells[at].figure || row.cells[at].figure->value.empty()) continue;
        if (!row.cells[at].figure->shown.ends_with(column.unit)) return false;
        some = true;
    }
    return some;
}

}  // namespace styrkedja::document
