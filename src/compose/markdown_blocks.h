// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The first half of reading a text (prose.h): lines become blocks. What stands inside a block is read by
// markdown_inlines.h.
namespace styrkedja {

// The source of one paragraph with its lines joined: a blank for a soft line break, a line feed for a hard one.
// origin[i] is where text[i] stood in the whole text.
struct RawText {
    std::string text;
    std::vector<std::size_t> origin;
};

enum class RawKind : unsigned char { paragraph, heading, item };

// One paragraph, heading or paragraph of a list item, in the order of the source.
struct RawBlock {
    RawKind kind = RawKind::paragraph;
    RawText text;
    int depth = 0;        // item: 0 = of the list, 1 = of a list inside it, and so on
    bool ordered = false; // item: a "1." list
    bool begins = true;   // item: its first paragraph, which carries the mark
    bool new_list = false;  // item: the first of its list
};

std::vector<RawBlock> markdown_blocks(std::string_view text);

}  // namespace styrkedja
