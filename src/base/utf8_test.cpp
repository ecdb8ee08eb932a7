// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace styrkedja {
namespace {

TEST(Utf8, WhatIsNotACharacterIsFound) {
    const std::pair<std::string, std::size_t> cases[] = {
        {"", std::string::npos},
        {"abc", std::string::npos},
        {"åäö€😀", std::string::npos},
        {"a\xE5", 1},
        {"a\xC0\x80", 1},
        {"\xE0\x80\x80", 0},
        {"\xED\xA0\x80", 0},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"ab\x80", 2},
        {"å\xE2\x82", 2},
        {"\xF0\x9F\x98", 0},
        {"\xEF\xBF\xBF", std::string::npos},
    };
    for (const auto& [text, at] : cases) {
        EXPECT_EQ(find_invalid_utf8(text), at) << text;
        // Wherever it stands, since most bytes are looked at many at a time.
        for (std::size_t before : {1, 7, 31, 32, 33, 63, 64, 100}) {
            std::string padded = std::string(before, 'x') + text + std::string(40, 'y');
            EXPECT_EQ(find_invalid_utf8(padded), at == std::string::npos ? at : before + at) << padded;
        }
    }
}

TEST(Utf8, EveryCharacterIsWrittenAndReadBack) {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text;
        append_character(text, c);
        std::size_t at = 0;
        ASSERT_EQ(next_character(text, at), c);
        ASSERT_EQ(at, text.size());
    }
}

TEST(Utf8, CharactersAreCountedAndOddBytesAreOneEach) {
    EXPECT_EQ(count_characters("mål – 😀"), 7U);
    EXPECT_EQ(count_characters("a\xE5\xE5"), 3U);
    std::size_t at = 1;
    EXPECT_EQ(next_character("a\xE5", at), replacement_character);
    EXPECT_EQ(at, 2U);
}

}  // namespace
}  // namespace styrkedja
