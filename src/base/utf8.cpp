// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <cstdint>
#include <cstring>

namespace styrkedja {
namespace {

struct Lead {
    std::size_t more;
    char32_t bits;
    char32_t least;  // below this the form is overlong
};

bool read_lead(unsigned char byte, Lead& lead) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        lead = {1, byte & 0x1FU, 0x80};
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        lead = {2, byte & 0x0FU, 0x800};
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        lead = {3, byte & 0x07U, 0x10000};
    } else {
        return false;
    }
    return true;
}

// The length of the valid character at `at` and the character; 0 when there is none.
std::size_t decode(std::string_view text, std::size_t at, char32_t& out) {
    auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        out = byte;
        return 1;
    }
    Lead lead{};
    if (!read_lead(byte, lead) || text.size() - at <= lead.more) return 0;
    char32_t c = lead.bits;
    for (std::size_t i = 1; i <= lead.more; ++i) {
        auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0U) != 0x80U) return 0;
        c = (c << 6U) | (next & 0x3FU);
    }
    if (c < lead.least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0;
    out = c;
    return lead.more + 1;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
    char32_t c = 0;
    std::size_t length = decode(text, at, c);
    if (length == 0) {
        ++at;
        return replacement_character;
    }
    at += length;
    return c;
}

void append_character(std::string& out, char32_t c) {
    auto push = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0U | (c >> 6U));
        push(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        push(0xE0U | (c >> 12U));
        push(0x80U | ((c >> 6U) & 0x3FU));
        push(0x80U | (c & 0x3FU));
    } else {
        push(0xF0U | (c >> 18U));
        push(0x80U | ((c >> 12U) & 0x3FU));
        push(0x80U | ((c >> 6U) & 0x3FU));
        push(0x80U | (c & 0x3FU));
    }
}

std::size_t find_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        // Most of every file is ASCII: 32 bytes at a time.
        while (text.size() - at >= 32) {
            std::uint64_t words[4];
            std::memcpy(words, text.data() + at, sizeof words);
            if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) break;
            at += 32;
        }
        std::size_t stop = at + 32 < text.size() ? at + 32 : text.size();
        while (at < stop) {
            char32_t c = 0;
            std::size_t length = decode(text, at, c);
            if (length == 0) return at;
            at += length;
        }
    }
    return std::string_view::npos;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_character(text, at);
    return count;
}

}  // namespace styrkedja
