// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace styrkedja::sie {
namespace {

// Code page 437, 80-FF (Unicode consortium, CP437.TXT).
constexpr std::array<char32_t, 128> upper = {
    0xC7,   0xFC,   0xE9,   0xE2,   0xE4,   0xE0,   0xE5,   0xE7,   0xEA,   0xEB,   0xE8,   0xEF,   0xEE,   0xEC,   0xC4,   0xC5,
    0xC9,   0xE6,   0xC6,   0xF4,   0xF6,   0xF2,   0xFB,   0xF9,   0xFF,   0xD6,   0xDC,   0xA2,   0xA3,   0xA5,   0x20A7, 0x192,
    0xE1,   0xED,   0xF3,   0xFA,   0xF1,   0xD1,   0xAA,   0xBA,   0xBF,   0x2310, 0xAC,   0xBD,   0xBC,   0xA1,   0xAB,   0xBB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255D, 0x255C, 0x255B, 0x2510,
    0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F, 0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567,
    0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
    0x3B1,  0xDF,   0x393,  0x3C0,  0x3A3,  0x3C3,  0xB5,   0x3C4,  0x3A6,  0x398,  0x3A9,  0x3B4,  0x221E, 0x3C6,  0x3B5,  0x2229,
    0x2261, 0xB1,   0x2265, 0x2264, 0x2320, 0x2321, 0xF7,   0x2248, 0xB0,   0x2219, 0xB7,   0x221A, 0x207F, 0xB2,   0x25A0, 0xA0,
};

// What stands in for what the code page lacks.
char stand_in(char32_t c) {
    switch (c) {
        case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return '-';
        case 0x2018: case 0x2019: case 0x201C: case 0x201D: case 0xB4: return '\'';
        case 0x202F: case 0x2009: return ' ';
        default: return '?';
    }
}

// The same, but for the last character, of which some bytes may be missing.
bool is_utf8(std::string_view bytes) {
    const std::size_t at = find_invalid_utf8(bytes);
    if (at == bytes.npos) return true;
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (bytes.size() - at >= wanted) return false;
    return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes.end(), [](char c) { return (c & 0xC0) == 0x80; });
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::pc8: return "PC8";
        case Encoding::utf8: return "UTF-8";
        case Encoding::latin1: return "ISO-8859-1";
        case Encoding::unknown: break;
    }
    return "";
}

bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

Encoding detect(std::string_view bytes) {
    if (is_ascii(bytes)) return Encoding::unknown;
    if (is_utf8(bytes)) return Encoding::utf8;
    std::size_t pc8 = 0, latin1 = 0;
    for (char c : bytes) {
        if (std::string_view("\x86\x84\x94\x8F\x8E\x99").find(c) != std::string_view::npos) ++pc8;
        if (std::string_view("\xE5\xE4\xF6\xC5\xC4\xD6").find(c) != std::string_view::npos) ++latin1;
    }
    return latin1 > pc8 ? Encoding::latin1 : Encoding::pc8;
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
    if (is_ascii(bytes)) return std::string(bytes);
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size();) {
        if (encoding == Encoding::utf8) {
            append_character(out, next_character(bytes, at));
            continue;
        }
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        append_character(out, byte < 0x80 || encoding == Encoding::latin1 ? byte : upper[byte - 0x80U]);
    }
    return out;
}

std::string to_pc8(std::string_view text, std::size_t& replaced) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_character(text, at);
        if (c < 0x80) {
            const bool is_control = c < 0x20 || c == 0x7F;
            replaced += is_control ? 1 : 0;
            out += is_control ? ' ' : static_cast<char>(c);
            continue;
        }
        const auto* found = std::find(upper.begin(), upper.end(), c);
        if (found == upper.end()) ++replaced;
        out += found == upper.end() ? stand_in(c) : static_cast<char>(0x80 + (found - upper.begin()));
    }
    return out;
}

}  // namespace styrkedja::sie
