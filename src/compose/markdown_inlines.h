// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "compose/markdown_blocks.h"

// The second half of reading a text (prose.h): the inside of one paragraph, cut in tokens.
namespace styrkedja {

enum class TokenKind : unsigned char {
    text,
    quote,           // text = what stands between the braces
    unclosed_brace,  // text = the brace; everything after it is read as text
    note,            // text = the id
    link,            // text = the words, target = the address
    bad_link,        // as link, to something else than a web or mail address
    line_break,
    strong,          // ** that begins or ends something
    emphasis
};

struct Token {
    TokenKind kind = TokenKind::text;
    std::string text;
    std::string target;
    std::string source;       // as it was written, for what cannot be resolved
    std::size_t origin = 0;   // where it stood in the whole text
};

// strong and emphasis tokens come in pairs; a ** or * that has no partner is text.
std::vector<Token> markdown_tokens(const RawText& raw);

}  // namespace styrkedja
