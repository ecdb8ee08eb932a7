// SPDX-License-Identifier: EUPL-1.2
#include "writers/html/markup.h"

#include <gtest/gtest.h>

#include "writers/html/colour.h"

namespace styrkedja::html {
namespace {

TEST(Markup, escapes_texts_and_values) {
    Markup out;
    out.leaf("p", {attr("title", "\"><script>", "&amp;")}, "<b>5 & 'six'</b>");
    EXPECT_EQ(out.take(),
              "<p title=\"&quot;&gt;&lt;script&gt;&amp;amp;\">&lt;b&gt;5 &amp; &#39;six&#39;&lt;/b&gt;</p>");
}

TEST(Markup, control_characters_do_not_reach_the_page) {
    std::string out;
    append_escaped(out, std::string_view("a\0b\x1b\n\tc\r", 8));
    EXPECT_EQ(out, "a\uFFFDb\uFFFD\n\tc ");
}

TEST(Markup, an_identifier_is_the_same_where_it_stands_and_where_it_is_pointed_at) {
    Markup out;
    out.open("a", {id("t-", "drift \"1\"/r&d/år"), to("t-", "drift \"1\"/r&d/år")});
    out.close();
    EXPECT_EQ(out.take(), "<a id=\"t-drift__1_/r_d/år\" href=\"#t-drift__1_/r_d/år\"></a>");
}

TEST(Markup, leaves_out_attributes_without_value) {
    Markup out;
    out.empty("img", {attr("class", ""), no_alt(), Attribute{}, picture("image/svg+xml", "AA==")});
    EXPECT_EQ(out.take(), "<img alt=\"\" src=\"data:image/svg+xml;base64,AA==\">");
}

TEST(Markup, only_addresses_out_of_the_document_are_links) {
    for (const char* good : {"https://a.se/", "HTTP://a.se", "mailto:registrator@a.se"})
        EXPECT_TRUE(address(good)) << good;
    for (const char* bad : {"javascript:alert(1)", " https://a.se", "data:text/html,x", "//a.se",
                            "file:///etc", "", "java\nscript:x"}) {
        EXPECT_FALSE(address(bad)) << bad;
    }
}

TEST(Markup, a_text_in_the_style_sheet_stays_a_text) {
    EXPECT_EQ(css_string("KS 2016/0012"), "\"KS 2016/0012\"");
    const std::string written = css_string("\"}</style><script>\\\n");
    EXPECT_EQ(written.find_first_of("<>\n", 1), std::string::npos);
    EXPECT_EQ(written, "\"\\22 }\\3c /style\\3e \\3c script\\3e \\5c  \"");
}

TEST(Markup, base64_by_rfc_4648) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", ""},        {"f", "Zg=="},          {"fo", "Zm8="},
        {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}, {"\xff\xfe", "//4="}};
    for (const auto& [bytes, text] : cases) EXPECT_EQ(base64(bytes), text);
}

TEST(MarkupDeath, unbalanced_elements_stop_the_program) {
    EXPECT_DEATH(Markup().close(), "");
    EXPECT_DEATH(
        {
            Markup out;
            out.open("p");
            out.take();
        },
        "");
}

TEST(Colour, reads_six_hexadecimal_digits_and_nothing_else) {
    EXPECT_EQ(Colour::parse("#23507A")->str(), "#23507a");
    for (const char* bad : {"", "#fff", "23507a0", "red", "#23507g", "#23507a;"})
        EXPECT_FALSE(Colour::parse(bad)) << bad;
}

TEST(Colour, contrast_as_wcag_has_it) {
    EXPECT_EQ(contrast_tenths({0, 0, 0}, white_paper), 210);
    EXPECT_EQ(contrast_tenths(white_paper, white_paper), 10);
    EXPECT_NEAR(contrast_tenths(*Colour::parse("#595959"), white_paper), 70, 1);
    EXPECT_NEAR(contrast_tenths(*Colour::parse("#767676"), white_paper), 45, 1);
}

TEST(Colour, every_colour_can_be_made_readable_on_both_papers) {
    for (int red = 0; red < 256; red += 51) {
        for (int green = 0; green < 256; green += 51) {
            for (int blue = 0; blue < 256; blue += 51) {
                const Colour colour{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                                    static_cast<std::uint8_t>(blue)};
                EXPECT_GE(contrast_tenths(colour.readable_on_white(46), white_paper), 46) << colour.str();
                EXPECT_GE(contrast_tenths(colour.readable_on_dark(46), dark_paper), 46) << colour.str();
            }
        }
    }
}

TEST(Colour, a_colour_that_can_be_read_is_left_alone) {
    const Colour blue = *Colour::parse("#23507a");
    EXPECT_EQ(blue.readable_on_white(46), blue);
}

}  // namespace
}  // namespace styrkedja::html
