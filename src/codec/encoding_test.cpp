// SPDX-License-Identifier: EUPL-1.2
#include "codec/encoding.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace styrkedja {
namespace {

using namespace std::string_literals;

struct Case {
    std::string bytes;
    Encoding encoding;
    std::string text;
    std::string code;  // of the only problem; "" = none
    std::uint32_t line = 0, column = 0;
};

TEST(Encoding, IsKnownByTheContent) {
    const Case cases[] = {
        {"", Encoding::utf8, "", ""},
        {"mal;namn\n", Encoding::utf8, "mal;namn\n", ""},
        {"mål;ÅÄÖ åäö é – ” − \n", Encoding::utf8, "mål;ÅÄÖ åäö é – ” − \n", ""},
        {"\xEF\xBB\xBFmål", Encoding::utf8_with_mark, "mål", ""},
        {"m\xE5l;\xC5\xC4\xD6 \x96 \x94 \x80", Encoding::windows_1252, "mål;ÅÄÖ – ” €", ""},
        {"\x94MILJ\xD6\x94", Encoding::windows_1252, "”MILJÖ”",
         ""},  // D6 94 is UTF-8 too, but of no letter of ours
        {"1\xA0"
         "234",
         Encoding::windows_1252,
         "1\xC2\xA0"
         "234",
         ""},
        {"\xFF\xFEm\0\xE5\0l\0"s, Encoding::utf16_little, "mål", "text_is_utf16"},
        {"\xFE\xFF\0m\0\xE5\0l"s, Encoding::utf16_big, "mål", "text_is_utf16"},
        {"m\0a\0l\0;\0"s, Encoding::utf16_little, "mal;", "text_is_utf16"},
        {"\xFF\xFE\x3D\xD8\x00\xDE\x00\xD8"s, Encoding::utf16_little, "😀\xEF\xBF\xBD", "text_is_utf16"},
        {"abc\0\0\0\0def"s, Encoding::not_text, "", "file_is_not_text"},
        {"m\x81\x8D", Encoding::not_text, "", "file_is_not_text"},
        {"mål\nen tr\xE5"
         "d, två",
         Encoding::mixed, "mål\nen tråd, två", "encoding_is_mixed", 2, 6},
        {"h\xE5r och n\xE4r\nmål", Encoding::mixed, "hår och när\nmål", "encoding_is_mixed", 2, 2},
        {"a\r\nm\xEF\xBF\xBDl\r\nv\xEF\xBF\xBD", Encoding::utf8, "a\r\nm\xEF\xBF\xBDl\r\nv\xEF\xBF\xBD",
         "character_is_lost", 2, 2},
        {"a\rmÃ¥l", Encoding::utf8, "a\rmÃ¥l", "text_is_encoded_twice", 2, 2},
        {"2012â€“2015", Encoding::utf8, "2012â€“2015", "text_is_encoded_twice", 1, 5},
        {"1Â\xC2\xA0"
         "234",
         Encoding::utf8,
         "1Â\xC2\xA0"
         "234",
         "text_is_encoded_twice", 1, 2},
        {"château, Â, SÃO", Encoding::utf8, "château, Â, SÃO", ""},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(detect_encoding(c.bytes), c.encoding) << c.bytes;
        Problems problems;
        EXPECT_EQ(to_utf8(c.bytes, "matt.csv", problems), c.text);
        ASSERT_EQ(problems.size(), c.code.empty() ? 0U : 1U) << c.bytes;
        if (c.code.empty()) continue;
        const Problem& problem = problems.list()[0];
        EXPECT_EQ(problem.code, c.code) << c.bytes;
        EXPECT_EQ(problem.place.file, "matt.csv");
        EXPECT_EQ(problem.place.line, c.line) << c.bytes;
        EXPECT_EQ(problem.place.column, c.column) << c.bytes;
    }
}

TEST(Encoding, TheNumberOfFurtherPlacesIsTold) {
    Problems problems;
    to_utf8("Ã¥ Ã¤ Ã¶", "f", problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list()[0].args[0].second, "2");
}

TEST(Encoding, EveryByteStringBecomesValidText) {
    std::uint32_t seed = 20260601, state = seed;
    auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 16U; };
    const std::string_view parts[] = {"a",  "å", "\xE5",     "\xC3",         "\xA5", "\0",
                                      "\n", "€", "\xF0\x9F", "\xED\xA0\x80", ";"};
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (auto n = random() % 20; n > 0; --n) bytes += parts[random() % std::size(parts)];
        Problems problems;
        std::string text = to_utf8(bytes, "f", problems);
        ASSERT_EQ(find_invalid_utf8(text), std::string_view::npos) << "seed " << seed << " round " << round;
    }
}

}  // namespace
}  // namespace styrkedja
