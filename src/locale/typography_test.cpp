// SPDX-License-Identifier: EUPL-1.2
#include "locale/typography.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace styrkedja {
namespace {

// The expected text shows a hard space as ~.
std::string tilde(std::string text) {
    for (std::size_t at; (at = text.find("\u00a0")) != std::string::npos;) text.replace(at, 2, "~");
    return text;
}

TEST(Typography, HardSpacesHoldTogetherWhatBelongsTogether) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"ökade med 9% och 4,8 %.", "ökade med 9~% och 4,8~%."},
        {"en 5%-ig ökning", "en 5~%-ig ökning"},
        {"1 234 567,5 tkr (12 mnkr)", "1~234~567,5~tkr (12~mnkr)"},
        {"−1 234 kr", "−1~234~kr"},
        {"5 miljoner kronor, 12 procent", "5~miljoner kronor, 12~procent"},
        {"enligt 11 kap. 5 § och § 12", "enligt 11~kap. 5~§ och §~12"},
        {"den 31 december 2012", "den~31~december 2012"},
        {"Den 1 maj. Den 12 i ledet", "Den~1~maj. Den 12 i ledet"},
        {"år 2015 100 platser", "år 2015 100 platser"},
        {"under 2016, 345 nya", "under 2016, 345 nya"},
        {"5 300 platser", "5~300 platser"},
        {"12 3456", "12 3456"},
        {"kostar 5\ntkr", "kostar 5\ntkr"},
        {"se {netto | tkr 0} 5 tkr `9% 5 tkr`", "se {netto | tkr 0} 5~tkr `9% 5 tkr`"},
        {"https://x.se/a%205%20b 7%", "https://x.se/a%205%20b 7~%"},
        {"**5** tkr, **12 tkr**", "**5** tkr, **12~tkr**"},
        {"5  tkr", "5  tkr"},
        {"kf-5 tkr", "kf-5 tkr"},
        {"den 31\u00a0december", "den~31~december"},
        {"", ""},
        {" ", " "},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(tilde(hard_spaces(text)), expected);
}

TEST(Typography, DashesAndQuotesAreSwedish) {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"ett - två", "ett – två"},
        {"- en punkt\n- en till - med tanke", "- en punkt\n- en till – med tanke"},
        {"minus -5,2 och (-3)", "minus −5,2 och (−3)"},
        {"2012-05-17, kf-1, KS 2015-12", "2012-05-17, kf-1, KS 2015-12"},
        {"hen sa \"hej\" och \"då\".", "hen sa ”hej” och ”då”."},
        {"{a - b} `\"x\" - -5`", "{a - b} `\"x\" - -5`"},
        {"in- och utgående", "in- och utgående"},
        {"1 - 2", "1 – 2"},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(swedish_quotes(real_dashes(text)), expected);
    EXPECT_EQ(tilde(typographic("Resultatet -1 234 tkr - \"bra\" - den 3 maj")),
              "Resultatet −1~234~tkr – ”bra” – den~3~maj");
}

TEST(Typography, TwiceIsAsOnce) {
    std::uint32_t seed = 20260608, state = seed;
    auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 16U; };
    const std::string_view parts[] = {"5", "234", " ",   " ",      " ", "%",    "tkr",  "-",   "−", "\"",
                                      "(", ")",   "den", "maj",    "§", "kap.", "\n",   "{",   "}", "`",
                                      "å", ",",   ".",   "\u00a0", "*", "31",   "2016", "\xC2"};
    for (int round = 0; round < 30000; ++round) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) text += parts[random() % std::size(parts)];
        std::string once = typographic(text);
        ASSERT_EQ(typographic(once), once) << "seed " << seed << " round " << round << ": " << text;
    }
}

}  // namespace
}  // namespace styrkedja
