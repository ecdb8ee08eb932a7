// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace styrkedja {

inline constexpr char32_t replacement_character = 0xFFFD;

// The character that begins at `at`, which is moved past it. A byte that begins no valid character
// (RFC 3629: no overlong forms, no surrogates, nothing over 10FFFF) is taken alone and gives U+FFFD.
char32_t next_character(std::string_view text, std::size_t& at);

void append_character(std::string& out, char32_t c);

// The position of the first byte that is not valid UTF-8; npos when there is none.
std::size_t find_invalid_utf8(std::string_view text);

// Characters (code points); bytes that are not UTF-8 count one each.
std::size_t count_characters(std::string_view text);

}  // namespace styrkedja
