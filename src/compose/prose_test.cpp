// SPDX-License-Identifier: EUPL-1.2
#include "compose/prose.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

namespace styrkedja {
namespace {

using namespace document;

// Finds the figure "ks.resultat" and the note "not-1"; everything else is a problem.
ProseHooks hooks_for(Problems& problems) {
    ProseHooks hooks;
    hooks.figure = [&problems](std::string_view inside, const Place& place, ProseHooks::Args args) {
        std::optional<Figure> figure;
        if (inside.starts_with("ks.resultat")) figure.emplace().shown = "12,3";
        else problems.add("quoted_name_does_not_exist", Severity::error, place, std::move(args));
        return figure;
    };
    hooks.note = [&problems](std::string_view id, const Place& place, ProseHooks::Args args) -> std::optional<int> {
        if (id == "not-1") return 7;
        problems.add("footnote_does_not_exist", Severity::error, place, std::move(args));
        return std::nullopt;
    };
    return hooks;
}

// As readable text: **strong**, //emphasis//, <12,3>, ^7, [words](address), ⏎.
std::string seen(const Inlines& inlines) {
    std::string out;
    for (const Inline& each : inlines) {
        if (const Text* text = std::get_if<Text>(&each)) out += text->text;
        if (const Strong* strong = std::get_if<Strong>(&each)) out += "**" + strong->text + "**";
        if (const Emphasis* emphasis = std::get_if<Emphasis>(&each)) out += "//" + emphasis->text + "//";
        if (const Quote* quote = std::get_if<Quote>(&each)) out += "<" + quote->figure.shown + ">";
        if (const NoteRef* note = std::get_if<NoteRef>(&each)) out += "^" + std::to_string(note->note);
        if (const Link* link = std::get_if<Link>(&each)) out += "[" + link->text + "](" + link->href + ")";
        if (std::holds_alternative<LineBreak>(each)) out += "⏎";
    }
    return out;
}

std::string seen(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (const Paragraph* paragraph = std::get_if<Paragraph>(&block)) out += "p " + seen(paragraph->inlines) + "\n";
        if (const SubHeading* heading = std::get_if<SubHeading>(&block)) out += "h " + heading->text + "\n";
        if (const List* list = std::get_if<List>(&block)) {
            for (std::size_t i = 0; i < list->items.size(); ++i) {
                out += std::string(static_cast<std::size_t>(list->depth(i)), '>') + (list->is_numbered(i) ? "1" : "-");
                for (const Inlines& paragraph : list->items[i]) out += " | " + seen(paragraph);
                out += "\n";
            }
        }
    }
    return out;
}

std::string read(std::string_view text, Problems* found = nullptr) {
    Problems problems;
    std::string out = seen(prose_blocks({text, {}}, hooks_for(problems), problems));
    if (found) *found = problems;
    return out;
}

struct Case {
    std::string_view written, seen;
};

TEST(Prose, ReadsBlocks) {
    const Case cases[] = {
        {"", ""},
        {"  \n\n ", ""},
        {"Ett stycke\npå två rader.", "p Ett stycke på två rader.\n"},
        {"Ett.\n\nTvå.", "p Ett.\np Två.\n"},
        {"Ett.\r\n\r\nTvå.\r\n", "p Ett.\np Två.\n"},
        {"## Rubrik\nText", "h Rubrik\np Text\n"},
        {"### Under\n\nText", "h Under\np Text\n"},
        {"# Inte rubrik", "p # Inte rubrik\n"},
        {"#hashtag", "p #hashtag\n"},
        {"- ett\n- två", "- | ett\n- | två\n"},
        {"Först:\n- ett\n- två\n\nSedan", "p Först:\n- | ett\n- | två\np Sedan\n"},
        {"1. ett\n2. två\n", "1 | ett\n1 | två\n"},
        {"- ett\n\n- två", "- | ett\n- | två\n"},
        {"- ett\n  som går vidare\n- två", "- | ett som går vidare\n- | två\n"},
        {"- ett\n\n  andra stycket\n- två", "- | ett | andra stycket\n- | två\n"},
        {"- ett\n  - inre\n  - till\n- två", "- | ett\n>- | inre\n>- | till\n- | två\n"},
        {"1. ett\n   - inre\n2. två", "1 | ett\n>- | inre\n1 | två\n"},
        {"- ett\n  1. a\n  2. b\n- två\n  1. c", "- | ett\n>1 | a\n>1 | b\n- | två\n>1 | c\n"},
        {"- ett\n    - inre\n        - innerst", "- | ett\n>- | inre\n>>- | innerst\n"},
        {"- ett\n  - inre\n    1. a\n\n       mer om a\n  - till\n\nSlut", "- | ett\n>- | inre\n>>1 | a | mer om a\n>- | till\np Slut\n"},
        {"- ett\n  - inre\n  1. nummer", "- | ett\n>- | inre\n>1 | nummer\n"},
        {"2015. Året", "p 2015. Året\n"},
        {"3. tre", "p 3. tre\n"},
        {"Mål\n2. går vidare", "p Mål 2. går vidare\n"},
        {"-inte lista", "p -inte lista\n"},
        {"-", "p -\n"},
        {"- ett\n\n1. två", "- | ett\n1 | två\n"},
        {"rad ett  \nrad två\\\nrad tre", "p rad ett⏎rad två⏎rad tre\n"},
        {"sist\\\\", "p sist\\\n"},
    };
    for (const Case& each : cases) EXPECT_EQ(read(each.written), each.seen) << each.written;
}

TEST(Prose, ReadsInlines) {
    const Case cases[] = {
        {"**fet** och *kursiv*", "**fet** och //kursiv//"},
        {"**fet *och* mer**", "**fet ****och**** mer**"},
        {"400* och 500*", "400* och 500*"},
        {"2*3*4", "2*3*4"},
        {"**öppen", "**öppen"},
        {"***båda***", "**båda**"},
        {"****", "****"},
        {"(**Resultat**): bra", "(**Resultat**): bra"},
        {"\\*inte\\* \\{inte\\} \\[x\\]", "*inte* {inte} [x]"},
        {"C:\\mapp", "C:\\mapp"},
        {"[SKR](https://skr.se/a_(b))", "[SKR](https://skr.se/a_(b))"},
        {"[post](mailto:registrator@exempel.se)", "[post](mailto:registrator@exempel.se)"},
        {"[ingen adress]", "[ingen adress]"},
        {"[^not-1]", "^7"},
        {"text[^not-1].", "text^7."},
        {"Resultatet blev {ks.resultat | mnkr 1} mnkr", "Resultatet blev <12,3>\xC2\xA0mnkr"},
        {"**{ks.resultat}** procent", "<12,3>\xC2\xA0procent"},
        {"{ks.resultat\n| mnkr 1}", "<12,3>"},
        {"<script>alert(1)</script>", "<script>alert(1)</script>"},
        {"&nbsp; <b>x</b>", "&nbsp; <b>x</b>"},
        {"cirka 1 234 kr - eller \"mer\"", "cirka 1\xC2\xA0" "234\xC2\xA0kr – eller ”mer”"},
    };
    for (const Case& each : cases) {
        Problems problems;
        EXPECT_EQ(read(each.written, &problems), "p " + std::string(each.seen) + "\n") << each.written;
        EXPECT_TRUE(problems.empty()) << each.written;
    }
}

struct Fault {
    std::string_view written, code, offset, line, seen;
};

TEST(Prose, SaysWhereATextIsWrongAndKeepsIt) {
    const Fault cases[] = {
        {"Resultat {ks.resultat", "quoted_figure_is_not_closed", "9", "1", "p Resultat {ks.resultat\n"},
        {"{ks {ks.resultat}", "quoted_figure_is_not_closed", "0", "1", "p {ks <12,3>\n"},
        {"Å\n\nen {finns.inte | mnkr 1} här", "quoted_name_does_not_exist", "7", "3", "p Å\np en {finns.inte | mnkr 1} här\n"},
        {"{}", "quoted_name_does_not_exist", "0", "1", "p {}\n"},
        {"ord[^saknas]", "footnote_does_not_exist", "3", "1", "p ord[^saknas]\n"},
        {"[x](javascript:alert(1))", "link_is_not_allowed", "0", "1", "p [x](javascript:alert(1))\n"},
        {"[x](file.html)", "link_is_not_allowed", "0", "1", "p [x](file.html)\n"},
        {"[se {finns.inte}](https://a.se)", "quoted_name_does_not_exist", "4", "1", "p [se {finns.inte}](https://a.se)\n"},
    };
    for (const Fault& each : cases) {
        Problems problems;
        EXPECT_EQ(read(each.written, &problems), each.seen) << each.written;
        ASSERT_EQ(problems.size(), 1u) << each.written;
        const Problem& problem = problems.list()[0];
        EXPECT_EQ(problem.code, each.code) << each.written;
        std::map<std::string_view, std::string> args(problem.args.begin(), problem.args.end());
        EXPECT_EQ(args["offset"], each.offset) << each.written;
        EXPECT_EQ(args["line"], each.line) << each.written;
    }
}

TEST(Prose, GivesParagraphsWhereNoListsCanStand) {
    Problems problems;
    std::string out;
    for (const Inlines& each : prose_paragraphs({"## Rubrik\n- ett\n  - inre\n\n1. två\n2. tre", {}}, {}, problems)) {
        out += seen(each) + "\n";
    }
    EXPECT_EQ(out, "**Rubrik**\n– ett\n– inre\n1. två\n2. tre\n");
    EXPECT_EQ(seen(prose_line({"Ett.\n\nTvå.", {}}, {}, problems)), "Ett.⏎Två.");
}

// All words of the blocks, in order.
std::string words_of(const std::vector<Block>& blocks) {
    std::string text;
    auto add = [&](const Inlines& inlines) {
        for (const Inline& each : inlines) {
            text += plain_words({each});
            if (const Link* link = std::get_if<Link>(&each)) text += " " + link->href;
        }
        text += "\n";
    };
    for (const Block& block : blocks) {
        if (const Paragraph* paragraph = std::get_if<Paragraph>(&block)) add(paragraph->inlines);
        if (const SubHeading* heading = std::get_if<SubHeading>(&block)) text += heading->text + "\n";
        if (const List* list = std::get_if<List>(&block)) {
            for (const auto& item : list->items) {
                for (const Inlines& paragraph : item) add(paragraph);
            }
        }
    }
    return text;
}

std::string letters_of(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') out += c;
    }
    return out;
}

// Texts thrown together from the signs of Markdown and words: nothing may be lost, nothing may fail.
TEST(Prose, NeverLosesAWord) {
    const std::string_view parts[] = {"ord", " ", "\n", "\n\n", "*", "**", "{", "}", "[", "]", "(", ")", "https://a", "^", "- ",
                                      "1. ", "2. ", "## ", "\\", "  \n", "\t", "  ", "|", "<b>", "`", "mer", "[^x]", "x*y"};
    std::mt19937 random(20160210);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i) text += parts[random() % std::size(parts)];
        Problems problems;
        std::vector<Block> blocks = prose_blocks({text, {}}, {}, problems);
        ASSERT_EQ(letters_of(words_of(blocks)), letters_of(text)) << text;
    }
}

TEST(Prose, TakesBytesThatAreNotText) {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) text += static_cast<char>(random());
        Problems problems;
        prose_blocks({text, {}}, {}, problems);
        prose_line({text, {}}, {}, problems);
    }
}

}  // namespace
}  // namespace styrkedja
