// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "writers/pdf/file.h"
#include "writers/pdf/spans.h"
#include "writers/pdf/svg_path.h"

namespace styrkedja::pdf {
namespace {

struct Setting {
    Fonts fonts;
    Hyphens hyphens;
    Setter setter{fonts, hyphens};
};

Span body(std::string text) {
    Span made;
    made.text = std::move(text);
    made.style = look::body;
    return made;
}

std::string text_of(Setting& at, const Line& line) {
    std::string text;
    for (const Word& word : line.words) {
        for (const Glyph& glyph : word.shaped->glyphs) text += at.fonts.codes(glyph.face)[glyph.code].text;
        if (word.space_after) text += ' ';
    }
    return text;
}

TEST(PdfLines, FillTheWidthAndLoseNothing) {
    Setting at;
    const std::string text = "Efter april har kontoret förbrukat 12,8 procent av budgeten, mot riktvärdet 33,33 procent. Skillnaden beror främst på "
                             "att markförsäljningen redan är bokförd som intäkt, medan kostnaderna kommer senare i år.";
    const Lines lines = at.setter.set({body(text)}, 200);
    std::string all;
    for (const Line& line : lines.lines) {
        EXPECT_LE(line.width, 200.1);
        all += text_of(at, line);
        if (&line != &lines.lines.back() && !line.words.back().divided) all += ' ';
    }
    for (std::size_t soft = all.find("\u00ad"); soft != all.npos; soft = all.find("\u00ad")) all.erase(soft, 2);
    EXPECT_EQ(all, text);
}

TEST(PdfLines, DatesAndNumbersAreNotBroken) {
    Setting at;
    for (double width = 60; width < 160; width += 10) {
        const Lines lines = at.setter.set({body("den 2016-05-17 var det 1\u00a0234,5\u00a0tkr i kassan 2015–2016")}, width);
        std::string all;
        for (const Line& line : lines.lines) all += text_of(at, line) + "\n";
        for (const char* whole : {"2016-05-17", "1\u00a0234,5\u00a0tkr", "2015–2016"}) EXPECT_NE(all.find(whole), all.npos) << all;
    }
}

TEST(PdfLines, BalancedHeadingsHaveNoHyphenAndNoLonelyWord) {
    Setting at;
    const Lines lines = at.setter.set({body("Kommunstyrelsens ekonomi och verksamhetsplan efter april")}, 200, {.hyphens = false, .balanced = true});
    ASSERT_EQ(lines.lines.size(), 2U);
    EXPECT_GT(lines.lines[1].width, 100);
    for (const Line& line : lines.lines) EXPECT_FALSE(line.words.back().divided);
}

TEST(PdfLines, AWordLongerThanTheLineIsBroken) {
    Setting at;
    const Lines lines = at.setter.set({body(std::string(300, 'm'))}, 100);
    EXPECT_GT(lines.lines.size(), 10U);
    std::size_t letters = 0;
    for (const Line& line : lines.lines) {
        EXPECT_LE(line.width, 100.1);
        for (const Word& word : line.words) letters += word.shaped->glyphs.size();
    }
    EXPECT_EQ(letters, 300U);
}

TEST(PdfHyphens, DivideSwedishWords) {
    const Hyphens hyphens;
    const auto divided = [&](std::string word) {
        const auto points = hyphens.points(word);
        for (auto at = points.rbegin(); at != points.rend(); ++at) word.insert(*at, "-");
        return word;
    };
    EXPECT_EQ(divided("verksamhetsberättelse"), "verk-sam-hets-be-rät-telse");
    EXPECT_EQ(divided("kommun"), "kommun");
    EXPECT_EQ(divided("2016-05-17"), "2016-05-17");
}

TEST(PdfFonts, TextsOfGlyphsAreTheDocuments) {
    Fonts fonts;
    for (const std::string text : {"1\u00a0234", "fil", "−5,0", "\u2002", "åäö"}) {
        const Shaped& shaped = fonts.shape(Face::serif, Figures::old_style, text);
        std::string back;
        for (const Glyph& glyph : shaped.glyphs) back += fonts.codes(glyph.face)[glyph.code].text;
        EXPECT_EQ(back, text);
    }
    EXPECT_TRUE(fonts.missing().empty());
    fonts.shape(Face::sans, Figures::tabular, "\u4e2d");
    EXPECT_EQ(fonts.missing(), std::vector<char32_t>{0x4e2d});
}

TEST(PdfFonts, TabularFiguresAreEquallyWide) {
    Fonts fonts;
    EXPECT_EQ(fonts.shape(Face::sans, Figures::tabular, "1111").width, fonts.shape(Face::sans, Figures::tabular, "8888").width);
}

TEST(PdfFile, NumbersAndTexts) {
    EXPECT_EQ(num(1.5), "1.5");
    EXPECT_EQ(num(-0.0004), "0");
    EXPECT_EQ(num(-12.0456), "-12.046");
    EXPECT_EQ(literal("a(b)\\"), "(a\\(b\\)\\\\)");
    EXPECT_EQ(text_string("å"), "<FEFF00E5>");
    EXPECT_EQ(text_string("abc"), "(abc)");
    EXPECT_EQ(hex(utf16("\U0001F600")), "<D83DDE00>");
}

TEST(PdfShield, PathsBecomeOperators) {
    bool whole = true;
    EXPECT_EQ(svg_path("M2 2H38v-1.5L0,0z", whole), "2 2 m 38 2 l 38 0.5 l 0 0 l h ");
    EXPECT_EQ(svg_path("m1 1 2 2c0 0 1 1 2 0s1 1 2 0", whole), "1 1 m 3 3 l 3 3 4 4 5 3 c 6 2 6 4 7 3 c ");
    EXPECT_TRUE(whole);
    svg_path("M1 1 L oj", whole);
    EXPECT_FALSE(whole);
    whole = true;
    EXPECT_TRUE(svg_path("M0 0A5 5 0 0110 0", whole).ends_with("10 0 c "));
    EXPECT_TRUE(whole);
    EXPECT_EQ(svg_transform("translate(1,2) scale(3)"), "1 0 0 1 1 2 cm\n3 0 0 3 0 0 cm\n");
    EXPECT_FALSE(svg_transform("skewX(3)"));
}

}  // namespace
}  // namespace styrkedja::pdf
