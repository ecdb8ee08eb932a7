// SPDX-License-Identifier: EUPL-1.2
#include "locale/number.h"

#include <gtest/gtest.h>

#include "locale/problem_texts.h"

namespace styrkedja {
namespace {

std::string shown(const ParsedNumber& n) {
    switch (n.kind) {
        case NumberKind::empty:
            return "empty" + n.footnote;
        case NumberKind::nil:
            return "nil" + n.footnote;
        case NumberKind::error:
            return std::string(n.code) + (n.text.empty() ? "" : ": " + n.text);
        case NumberKind::number:
            break;
    }
    std::string out = n.value.str() + std::string(n.unit.empty() ? "" : " ") + std::string(n.unit);
    if (!n.footnote.empty()) out += " note " + n.footnote;
    if (n.plus) out += " plus";
    return out + (n.ambiguous ? " ambiguous" : "");
}

TEST(Number, IsReadAsPeopleTypeIt) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"0", "0"},
        {"75", "75"},
        {"30,0", "30.0"},
        {"2,63", "2.63"},
        {"1.5", "1.5"},
        {"007", "7"},
        {",5", "0.5"},
        {"1 234,5", "1234.5"},
        {"1\u00a0234,5", "1234.5"},
        {"1\u202f234,5", "1234.5"},
        {"1\u2009234 567", "1234567"},
        {"1.234,50", "1234.50"},
        {"1,234.50", "1234.50"},
        {"1,234,567.5", "1234567.5"},
        {"1.234.567", "1234567"},
        {"1.234", "1.234 ambiguous"},
        {"12.500 kr", "12.500 kr ambiguous"},
        {"0.234", "0.234"},
        {"1234.567", "1234.567"},
        {"1 234.567", "1234.567"},
        {"1,234", "1.234"},
        {"1.23", "1.23"},
        {"-1 234", "-1234"},
        {"- 6 279", "-6279"},
        {"− 1 116", "-1116"},
        {"−1 116", "-1116"},
        {"– 83", "-83"},
        {"\u201183", "-83"},
        {"+ 6 239 tkr", "6239 tkr plus"},
        {"+5", "5 plus"},
        {"+/- 0", "0"},
        {"±0,0", "0.0"},
        {"(1 234)", "-1234"},
        {"(5 %)", "-5 %"},
        {"(12) tkr", "-12 tkr"},
        {"1.234,50-", "-1234.50"},
        {"12 -", "-12"},
        {"-", "nil"},
        {"−", "nil"},
        {"–", "nil"},
        {" - ", "nil"},
        {"-*", "nil*"},
        {"", "empty"},
        {" \u00a0", "empty"},
        {"*", "empty*"},
        {"400*", "400 note *"},
        {"400 **", "400 note **"},
        {"400¹", "400 note ¹"},
        {"400 1)", "400 note 1)"},
        {"9 %*", "9 % note *"},
        {"9*%", "9 % note *"},
        {"9%", "9 %"},
        {"9 %", "9 %"},
        {"4,8\u00a0%", "4.8 %"},
        {"9 procent", "9 %"},
        {"2 procentenheter", "2 procentenheter"},
        {"12 tkr", "12 tkr"},
        {"12 kkr", "12 tkr"},
        {"12 tusen kronor", "12 tkr"},
        {"5,3 mnkr", "5.3 mkr"},
        {"5,3 mkr", "5.3 mkr"},
        {"5,3 Mkr", "5.3 mkr"},
        {"5,3 miljoner kronor", "5.3 mkr"},
        {"5,3 MSEK", "5.3 mkr"},
        {"2 mdkr", "2 mdkr"},
        {"100 kr", "100 kr"},
        {"100:-", "100 kr"},
        {"7 st", "7 st"},
        {"7st", "7 st"},
        {"999999999999999999", "999999999999999999"},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(shown(parse_number(text)), expected) << text;
}

TEST(Number, WhatIsNotANumberIsToldWhy) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"1,2,3", "number_has_two_decimal_marks"},
        {"1,234,567", "number_has_two_decimal_marks"},
        {"1.2.3", "number_has_two_decimal_marks"},
        {"1.234,5,6", "number_has_two_decimal_marks"},
        {"1,5.5,5", "number_has_two_decimal_marks"},
        {"1 23", "number_groups_are_wrong"},
        {"1234 567", "number_groups_are_wrong"},
        {"1 234 56", "number_groups_are_wrong"},
        {"12.34,5", "number_groups_are_wrong"},
        {"1 234.567,5", "number_groups_are_wrong"},
        {"5,", "number_groups_are_wrong"},
        {"5, 5", "number_groups_are_wrong"},
        {"2015 2016", "number_groups_are_wrong"},
        {"Ej aktuellt", "number_has_text: Ej aktuellt"},
        {"12 barn", "number_has_text: barn"},
        {"12 kost", "number_has_text: kost"},
        {"ca 12", "number_has_text: ca 12"},
        {"12-13", "number_has_text: -13"},
        {">5", "number_has_text: >5"},
        {"tkr", "number_has_text: tkr"},
        {",", "number_has_text: ,"},
        {"()", "number_has_text: ()"},
        {"--5", "number_has_two_signs"},
        {"(-5)", "number_has_two_signs"},
        {"-5-", "number_has_two_signs"},
        {"+/- 5", "number_has_two_signs"},
        {"1,23E+10", "number_is_in_exponent_form"},
        {"1234567890123456789", "number_is_too_long"},
        {"½", "number_has_text: ½"},
        {"#SAKNAS!", "number_has_text: #SAKNAS!"},
        {"5\xFF", "number_has_text: \xEF\xBF\xBD"},
    };
    for (const auto& [text, expected] : cases) {
        ParsedNumber number = parse_number(text);
        EXPECT_EQ(shown(number), expected) << text;
        EXPECT_NE(find_problem_text(number.code), nullptr) << number.code;
    }
}

TEST(Number, IsShownInSwedish) {
    struct Case {
        Decimal number;
        int decimals;
        std::string_view expected;
    };
    const Case cases[] = {
        {{0, 0}, 0, "0"},
        {{0, 0}, 1, "0,0"},
        {{5, 0}, 0, "5"},
        {{999, 0}, 0, "999"},
        {{1234, 0}, 0, "1\u00a0234"},
        {{123456789, 2}, 1, "1\u00a0234\u00a0567,9"},
        {{-1234, 0}, 0, "\u22121\u00a0234"},
        {{-4, 2}, 1, "0,0"},
        {{-5, 2}, 1, "\u22120,1"},
        {{25, 1}, 0, "3"},
        {{-25, 1}, 0, "\u22123"},
        {{1, 3}, 3, "0,001"},
        {{9995, 1}, 0, "1\u00a0000"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(format_number(Exact(c.number), c.decimals), c.expected) << c.number.str();
    EXPECT_EQ(format_number(Decimal(300, 1)), "30,0");
    EXPECT_EQ(format_percent(Exact(Decimal(48, 1)), 1), "4,8\u00a0%");
    NumberFormat format;
    format.plus = true;
    EXPECT_EQ(format_number(Exact(5), 0, format), "+5");
    EXPECT_EQ(format_number(Exact(0), 1, format), "0,0");
    EXPECT_EQ(format_number(Exact(-5), 0, format), "\u22125");
    EXPECT_EQ(format_number(Decimal(-123456, 2), NumberFormat{false, false, "-", "", "."}), "-1234.56");
}

TEST(Number, SmallNumbersHaveWords) {
    EXPECT_EQ(number_in_words(1), "ett");
    EXPECT_EQ(number_in_words(1, false), "en");
    EXPECT_EQ(number_in_words(8), "åtta");
    EXPECT_EQ(number_in_words(12), "tolv");
    EXPECT_EQ(number_in_words(13), "13");
    EXPECT_EQ(number_in_words(0), "0");
    EXPECT_EQ(number_in_words(-2), "\u22122");
    EXPECT_EQ(number_in_words(1500), "1\u00a0500");
}

TEST(Number, WhatIsShownIsReadBack) {
    std::uint64_t seed = 20260606, state = seed;
    auto random = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33U; };
    const std::string_view minuses[] = {real_minus, "-", en_dash, "- "},
                           spaces[] = {hard_space, "\u202f", " "};
    for (int round = 0; round < 20000; ++round) {
        std::int64_t limit = 10;
        for (auto n = random() % 17; n > 0; --n) limit *= 10;
        auto units = static_cast<std::int64_t>(random() * random()) % limit;
        Decimal number(random() % 2 == 0 ? units : -units, static_cast<int>(random() % 7));
        NumberFormat format;
        format.plus = random() % 2 == 0;
        format.minus = minuses[random() % 4];
        format.space = spaces[random() % 3];
        format.grouping = random() % 4 != 0;
        std::string text = format_number(number, format);
        SCOPED_TRACE("seed " + std::to_string(seed) + " round " + std::to_string(round) + ": " + text);
        ParsedNumber read = parse_number(text);
        ASSERT_EQ(read.kind, NumberKind::number) << read.code;
        ASSERT_EQ(read.value, number);
        ASSERT_EQ(read.value.decimals(), number.decimals());
        ASSERT_FALSE(read.ambiguous);
    }
}

TEST(Number, AnyTextGivesAnAnswer) {
    std::uint32_t seed = 20260607, state = seed;
    auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 16U; };
    const std::string_view parts[] = {"1", "23", "456", " ",  ",", ".", "-",      "+", "+/-",  "(", ")",
                                      "%", "kr", "*",   "1)", "E", "−", "\u00a0", "å", "\xFF", "0"};
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto n = random() % 8; n > 0; --n) text += parts[random() % std::size(parts)];
        ParsedNumber number = parse_number(text);
        ASSERT_EQ(number.kind == NumberKind::error, !number.code.empty()) << text;
        ASSERT_TRUE(number.code.empty() || find_problem_text(number.code) != nullptr) << text;
    }
}

}  // namespace
}  // namespace styrkedja
