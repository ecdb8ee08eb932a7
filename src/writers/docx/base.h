// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/tree.h"
#include "writers/docx/docx.h"
#include "writers/docx/styles.h"

// What a document is written on: our own template (assets/docx), or a municipality's with what it lacks added from
// ours.
namespace styrkedja::docx {

// A page's measures in twips (1/20 pt).
struct PageSize {
    int width = 11906, height = 16838;  // A4
    int top = 1587, right = 1134, bottom = 1417, left = 1417;
    int header = 850, footer = 794;
    int live() const { return width - left - right; }
};

// A header or footer of the municipality's: where it stands, and its part.
struct HeaderPart {
    bool footer = false;
    std::string type;  // "default", "first", "even"
    std::string path;  // "word/header1.xml"
};

struct Base {
    StyleIds styles;
    PageSize page;
    std::vector<HeaderPart> headers;  // empty = ours are written
    bool first_page_differs = true;

    std::string style_part, numbering_part, font_part, theme_part;  // whole parts of XML
    std::vector<std::pair<std::string, std::string>> numbering_links;  // of their numbering's pictures: id, target
    int numbering_from = 0;        // added to the numbers of our lists (numId 1-4 in our numbering.xml)
    int next_number = 5;           // numId of the next list
    std::vector<TreeFile> carried;  // further parts of theirs (headers, pictures), as they are
    std::map<std::string, std::string> types;     // content types of carried parts, by "/path"
    std::map<std::string, std::string> defaults;  // and by extension
};

// Our own; `colour` is the municipality's, readable on white ("9C1C2E").
Base own_base(std::string_view colour);

// Theirs, or nothing when it can't be used; problems say why, and what was added. `document` is the place.
std::optional<Base> their_base(const DocxTemplate& own, std::string_view colour, const std::string& document,
                               Problems& problems);

}  // namespace styrkedja::docx
