// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace styrkedja {

// What would make Word ask to repair a document, found without Word: parts that aren't well formed or of no known
// type, references that lead nowhere (relations, styles, lists, footnotes, bookmarks), ids that are used twice, cells
// that don't end in a paragraph, grids that rows don't fill, tracked changes without author, and elements that stand
// in another order than the schema's (ECMA-376 part 1, wml.xsd). One line for each; empty = sound. For tests.
std::vector<std::string> check_docx(std::string_view bytes);

// The skeleton of the text for reading: a line for each paragraph with its style and text, tables as rows with |,
// fields as {PAGE}, footnotes as ^1, drawings as <what they say>, tracked changes as [+...+] and [-...-].
std::string docx_skeleton(std::string_view bytes);

}  // namespace styrkedja
