// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace styrkedja {

// How the characters of a text file are stored. People choose it without knowing: Excel saves CSV as
// Windows-1252 or as UTF-8 with a byte order mark (standards: Word and Excel habits).
enum class Encoding : std::uint8_t {
    utf8,
    utf8_with_mark,
    windows_1252,
    utf16_little,
    utf16_big,
    mixed,
    not_text
};

// By the content alone. A file with bytes that are not UTF-8 is Windows-1252, unless it also holds Swedish
// letters or signs as UTF-8 ("Ã¥" where "å" is meant when read as Windows-1252, which nobody writes): then
// it is mixed, and only a person can tell which is right. UTF-16 is known by its mark or by its zero bytes.
Encoding detect_encoding(std::string_view bytes);

// The file as UTF-8 without a mark. What can't be trusted is a problem with the first place and the number
// of places, and the text is made readable all the same, so that its other problems can be found too:
//   text_is_utf16            read as UTF-16
//   file_is_not_text         holds zero bytes, or bytes that mean nothing in Windows-1252; nothing is read
//   encoding_is_mixed        broken UTF-8: the odd bytes are read as Windows-1252
//   character_is_lost        U+FFFD: some program has already thrown the letter away
//   text_is_encoded_twice    "Ã¥", "â€“", "Â ": UTF-8 that some program took for Windows-1252
std::string to_utf8(std::string bytes, const std::string& file, Problems& problems);

// Windows-1252 as UTF-8, for those who read as a stream; bytes that mean nothing in it become U+FFFD.
std::string windows_1252_to_utf8(std::string_view bytes);

}  // namespace styrkedja
