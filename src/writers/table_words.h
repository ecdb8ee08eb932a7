// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "document/document.h"

// What the writers of text share about a table's words.
namespace styrkedja::document {

// Does the text hold the word as a word of its own ("Belopp (tkr)" and "tkr")?
bool says_word(std::string_view text, std::string_view word);

// Is a column's unit said already: by its label ("Belopp (tkr)"), or by all its figures ("15,0 %")? It is said once.
bool says_unit(const Table& table, std::size_t column);

}  // namespace styrkedja::document
