// SPDX-License-Identifier: EUPL-1.2
#include "codec/encoding.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "codec/source.h"

namespace styrkedja {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// Windows-1252 80-9F (Unicode consortium, CP1252.TXT); 0 = no character.
constexpr std::array<char32_t, 32> upper_control = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

char32_t from_windows(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? upper_control[byte - 0x80U] : byte;
}

// Characters that a Swedish text holds and whose UTF-8 bytes make no sense as Windows-1252: Latin letters
// (C2, C3 + one byte), dashes, quotation marks and the euro (E2 80, E2 82), the minus (E2 88).
bool is_telling(char32_t c) {
    return (c >= 0xA0 && c <= 0xFF) || (c >= 0x2000 && c < 0x20C0) || (c >= 0x2200 && c < 0x2240);
}

struct Count {
    std::size_t telling = 0;  // valid UTF-8 that can't be chance
    std::size_t odd = 0;      // bytes that are not UTF-8
    std::size_t first_telling = 0, first_odd = 0;
};

Count count_evidence(std::string_view bytes) {
    Count count;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t from = at;
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        char32_t c = next_character(bytes, at);
        if (at - from == 1) {
            if (count.odd++ == 0) count.first_odd = from;
        } else if (is_telling(c)) {
            if (count.telling++ == 0) count.first_telling = from;
        }
    }
    return count;
}

// UTF-16 of western text has a zero in nearly every second byte.
Encoding by_zeros(std::string_view bytes) {
    std::size_t even = 0, odd = 0, n = std::min<std::size_t>(bytes.size(), 4096);
    for (std::size_t i = 0; i < n; ++i) {
        if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    if (odd * 10 > n * 3 && even * 20 < n) return Encoding::utf16_little;
    if (even * 10 > n * 3 && odd * 20 < n) return Encoding::utf16_big;
    return Encoding::not_text;
}

std::string windows_to_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 16);
    for (char c : bytes) {
        auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            append_character(out, from_windows(byte));
        }
    }
    return out;
}

std::string mixed_to_utf8(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t from = at;
        char32_t c = next_character(bytes, at);
        if (at - from == 1) c = from_windows(static_cast<unsigned char>(bytes[from]));
        append_character(out, c == 0 && bytes[from] != '\0' ? replacement_character : c);
    }
    return out;
}

std::string utf16_to_utf8(std::string_view bytes, bool little) {
    auto unit = [&](std::size_t i) {
        auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(little ? a | (b << 8) : (a << 8) | b);
    };
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (c == 0xFEFF) continue;
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            char32_t low = unit(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        append_character(out, c >= 0xD800 && c < 0xE000 ? replacement_character : c);
    }
    return out;
}

// "Ã¥" at `at`: the two or three characters that Windows-1252 makes of one Swedish character in UTF-8.
bool is_encoded_twice(std::string_view text, std::size_t at) {
    std::size_t next = at;
    char32_t first = next_character(text, next);
    if ((first != 0xC3 && first != 0xC2 && first != 0xE2) || next >= text.size()) return false;
    char32_t second = next_character(text, next);
    if (first == 0xE2) return second == 0x20AC || second == 0x2C6;
    bool from_high_byte = (second >= 0xA0 && second <= 0xBF) || (second > 0xFF && is_telling(second)) ||
                          second == 0x152 || second == 0x153 || second == 0x160 || second == 0x161 ||
                          second == 0x178 || second == 0x17D || second == 0x17E || second == 0x192 ||
                          second == 0x2C6 || second == 0x2DC || second == 0x2122;
    return first == 0xC3 ? from_high_byte : second >= 0xA0 && second <= 0xBF;
}

void report(std::string_view code, Source& source, std::size_t at, std::size_t count, Problems& problems) {
    std::string more = count > 1 ? std::to_string(count - 1) : "";
    problems.add(code, Severity::error, source.place_at(at), {{"more", more}});
}

void check_characters(std::string_view text, const std::string& file, Problems& problems) {
    Source source(file, text);
    std::size_t lost = 0, first_lost = 0, twice = 0, first_twice = 0;
    for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
         at = text.find("\xEF\xBF\xBD", at + 3)) {
        if (lost++ == 0) first_lost = at;
    }
    // "Â" is C3 82, "Ã" is C3 83 and "â" is C3 A2: C3 finds all three.
    for (std::size_t at = text.find('\xC3'); at != std::string_view::npos; at = text.find('\xC3', at + 1)) {
        if (is_encoded_twice(text, at) && twice++ == 0) first_twice = at;
    }
    if (lost > 0) report("character_is_lost", source, first_lost, lost, problems);
    if (twice > 0) report("text_is_encoded_twice", source, first_twice, twice, problems);
}

bool has_undefined(std::string_view bytes) {
    return bytes.find_first_of("\x81\x8D\x8F\x90\x9D") != std::string_view::npos;
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_little;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_big;
    if (bytes.find('\0') != std::string_view::npos) return by_zeros(bytes);
    if (find_invalid_utf8(bytes) == std::string_view::npos) {
        return bytes.starts_with(utf8_mark) ? Encoding::utf8_with_mark : Encoding::utf8;
    }
    if (bytes.starts_with(utf8_mark) || count_evidence(bytes).telling > 0) return Encoding::mixed;
    return has_undefined(bytes) ? Encoding::not_text : Encoding::windows_1252;
}

std::string to_utf8(std::string bytes, const std::string& file, Problems& problems) {
    Encoding encoding = detect_encoding(bytes);
    if (encoding == Encoding::not_text) {
        problems.add("file_is_not_text", Severity::error, Place{file, 0, 0, "", "", ""});
        return "";
    }
    if (encoding == Encoding::utf16_little || encoding == Encoding::utf16_big) {
        problems.add("text_is_utf16", Severity::error, Place{file, 0, 0, "", "", ""});
        return utf16_to_utf8(bytes, encoding == Encoding::utf16_little);
    }
    if (encoding == Encoding::windows_1252) bytes = windows_to_utf8(bytes);
    if (bytes.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
    if (encoding == Encoding::mixed) {
        Count count = count_evidence(bytes);
        bool odd_is_rarer = count.odd <= count.telling;
        std::string text = mixed_to_utf8(bytes);
        // The place in the text that the person sees: what stands before it may have grown.
        std::size_t at = mixed_to_utf8(std::string_view(bytes).substr(
                                           0, odd_is_rarer ? count.first_odd : count.first_telling))
                             .size();
        Source source(file, text);
        report("encoding_is_mixed", source, at, odd_is_rarer ? count.odd : count.telling, problems);
        return text;
    }
    check_characters(bytes, file, problems);
    return bytes;
}

std::string windows_1252_to_utf8(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const char32_t character = from_windows(static_cast<unsigned char>(c));
        append_character(out, character == 0 && c != '\0' ? replacement_character : character);
    }
    return out;
}

}  // namespace styrkedja
