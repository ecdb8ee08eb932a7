// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>

#include "document/document.h"

namespace styrkedja {

// A document's tables as text for a terminal: what the document is, and of each table its caption, unit, sign rule, rows and
// notes, with figures as the document shows them, decimals under each other. A line is as long as the figures need, and else
// at most `width` characters: words wrap, and a column of words that has no room beside the figures stands below its row.
// Texts, charts and marks' shapes are in the other formats. Control characters become U+FFFD: a text can't steer a terminal.
std::string write_text(const document::Document& document, std::size_t width = 110);

}  // namespace styrkedja
