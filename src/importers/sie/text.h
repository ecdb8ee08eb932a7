// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace styrkedja::sie {

// How a SIE file's texts are stored. The specification knows code page 437 only ("#FORMAT PC8"); of files in the wild a
// third say PC8 and are UTF-8, and some are Latin-1 (standards: SIE, grammar).
enum class Encoding : std::uint8_t { unknown, pc8, utf8, latin1 };

std::string_view name_of(Encoding encoding);   // "PC8", "UTF-8", "ISO-8859-1"; "" while unknown

// By the content alone: valid UTF-8 with bytes over 127 is UTF-8; else the bytes of å ä ö Å Ä Ö are counted, and code page
// 437 wins when as many. Without such bytes it is unknown (all are the same then). A character cut at the end is allowed.
Encoding detect(std::string_view bytes);

// As UTF-8. What means nothing in UTF-8 becomes U+FFFD.
std::string to_utf8(std::string_view bytes, Encoding encoding);

// Is it ASCII, the same in all encodings?
bool is_ascii(std::string_view text);

// UTF-8 as code page 437; what that lacks is replaced by what looks like it ("–" by "-", "”" by "'"), else by "?", and
// counted.
std::string to_pc8(std::string_view text, std::size_t& replaced);

}  // namespace styrkedja::sie
