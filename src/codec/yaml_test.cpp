// SPDX-License-Identifier: EUPL-1.2
#include "codec/yaml.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "codec/yaml_writer.h"

namespace styrkedja {
namespace {

using namespace std::string_literals;

std::string shown(const YamlNode& node) {
    switch (node.kind) {
        case YamlKind::null:
            return "null";
        case YamlKind::scalar:
            return (node.quoted ? "'" : "") + node.text + (node.quoted ? "'" : "");
        case YamlKind::sequence: {
            std::string out = "[";
            for (const YamlNode& child : node.children) out += (out.size() > 1 ? ", " : "") + shown(child);
            return out + "]";
        }
        case YamlKind::mapping:
            break;
    }
    std::string out = "{";
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        out += (i > 0 ? ", " : "") + node.keys[i].text + ": " + shown(node.children[i]);
    }
    return out + "}";
}

TEST(Yaml, AFileBecomesATreeOfTexts) {
    struct Case {
        std::string_view text, expected;
    };
    const Case cases[] = {
        {"", "null"},
        {"# bara en kommentar\n", "null"},
        {"---\na: 1\n...\n", "{a: 1}"},
        {"a: no\nb: 1.0\nc: 2024-01-01\nd: 'no'\n", "{a: no, b: 1.0, c: 2024-01-01, d: 'no'}"},
        {"a:\nb: ~\nc: null\nd: ''\ne: \"null\"\n", "{a: null, b: null, c: null, d: '', e: 'null'}"},
        {"a: [x, y]\nb: {c: d}\ne: []\nf: {}\n", "{a: [x, y], b: {c: d}, e: [], f: {}}"},
        {"a:\n- x\n- y:  z\n  w: v\n", "{a: [x, {y: z, w: v}]}"},
        {"a: |\n  rad 1\n  rad 2\n", "{a: 'rad 1\nrad 2\n'}"},
        {"a: ett\n  två\r\nb: c\r\n", "{a: ett två, b: c}"},
        {"Nämnd: Vård & omsorg\n", "{Nämnd: Vård & omsorg}"},
    };
    for (const Case& c : cases) {
        Problems problems;
        auto node = read_yaml(c.text, "pack.yaml", problems);
        ASSERT_TRUE(node) << c.text;
        EXPECT_EQ(shown(*node), c.expected);
        EXPECT_TRUE(problems.empty()) << c.text;
    }
}

TEST(Yaml, EveryKeyAndValueKnowsItsPlace) {
    Problems problems;
    auto root = read_yaml("åäö: värde\nlista:\n  - a\n  - b: |\n      text\n", "f", problems);
    ASSERT_TRUE(root);
    EXPECT_EQ(root->find("åäö")->column, 6U);
    EXPECT_EQ(root->keys[1].line, 2U);
    const YamlNode& list = *root->find("lista");
    EXPECT_EQ(list.children[0].line, 3U);
    EXPECT_EQ(list.children[0].column, 5U);
    EXPECT_EQ(list.children[1].keys[0].column, 5U);
    EXPECT_TRUE(list.children[1].find("b")->block);
    EXPECT_EQ(root->find("finns inte"), nullptr);
}

TEST(Yaml, WhatIsWrongHasItsPlace) {
    struct Case {
        std::string text;
        std::string_view code;
        std::uint32_t line, column;
        bool read;
    };
    std::string deep;
    for (int i = 0; i < 70; ++i) deep += "[";
    const Case cases[] = {
        {"a: 1\n\tb: 2\n", "yaml_is_indented_with_tab", 2, 1, false},
        {"a:\n\tb: 2\n", "yaml_is_indented_with_tab", 2, 1, false},
        {"a: b: c\n", "yaml_colon_in_text", 1, 5, false},
        {"a: \"b\nc: d\n", "quote_is_not_closed", 1, 4, false},
        {"a: [b, c\nd: e\n", "yaml_list_is_not_closed", 1, 4, false},
        {"a: {b: c\n", "yaml_list_is_not_closed", 1, 4, false},
        {"- {b: c, title: Bokslut: 2025}\n", "yaml_colon_in_text", 1, 24, false},
        {"- {b: c, d: e\n   f: g}\n", "yaml_list_is_not_closed", 1, 3, false},
        {"a: 1\nb\nc: 2\n", "yaml_key_has_no_colon", 2, 1, false},
        {"a:\n    b: 1\n  c: 2\n", "yaml_indentation_is_wrong", 3, 3, false},
        {"a:\n  b: 1\n - c\n", "yaml_indentation_is_wrong", 3, 2, false},
        {"a: b\n    c: d\n", "yaml_indentation_is_wrong", 2, 6, false},
        {"å: ö: c\n", "yaml_colon_in_text", 1, 5, false},
        {"a: \"C:\\kommun\"\n", "yaml_backslash_in_quotes", 1, 7, false},
        {"å: @b\n", "yaml_sign_cannot_begin", 1, 4, false},
        {"a: b\nc: \x01\n", "yaml_is_not_well_formed", 2, 4, false},
        {deep, "yaml_is_too_deep", 1, 65, false},
        {"a: &x b\nc: d\n", "yaml_anchor_is_refused", 1, 4, true},
        {"c: *x\n", "yaml_anchor_is_refused", 1, 4, true},
        {"<<: a\n", "yaml_anchor_is_refused", 1, 1, true},
        {"a: !!int 3\n", "yaml_tag_is_refused", 1, 4, true},
        {"a: !x [b]\n", "yaml_tag_is_refused", 1, 4, true},
        {"a: 1\nb: 2\na: 3\n", "yaml_key_is_repeated", 3, 1, true},
        {"? [a, b]\n: c\n", "yaml_key_is_not_text", 1, 3, true},
        {"a: 1\n---\nb: 2\n", "yaml_has_several_documents", 2, 1, true},
    };
    for (const Case& c : cases) {
        Problems problems;
        EXPECT_EQ(read_yaml(c.text, "pack.yaml", problems).has_value(), c.read) << c.text;
        ASSERT_EQ(problems.size(), 1U) << c.text;
        const Problem& problem = problems.list()[0];
        EXPECT_EQ(problem.code, c.code) << c.text;
        EXPECT_EQ(problem.place.line, c.line) << c.text;
        EXPECT_EQ(problem.place.column, c.column) << c.text;
        EXPECT_FALSE(problem.place.excerpt.empty()) << c.text;
    }
}

TEST(Yaml, TheFirstOfTwoKeysHoldsHoweverMany) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "k" + std::to_string(i % 30) + ": " + std::to_string(i) + "\n";
    Problems problems;
    auto node = read_yaml(text, "f", problems);
    EXPECT_EQ(problems.size(), 10U);
    EXPECT_EQ(node->keys.size(), 30U);
    EXPECT_EQ(node->find("k3")->text, "3");
    EXPECT_EQ(problems.list()[0].args[1].second, "1");
}

TEST(Yaml, ABombIsRefusedBeforeItGrows) {
    std::string text = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        std::string before = "*"s + static_cast<char>(c - 1);
        text += c + ": &"s + c + " [" + before;
        for (int i = 0; i < 8; ++i) text += ", " + before;
        text += "]\n";
    }
    Problems problems;
    ASSERT_TRUE(read_yaml(text, "f", problems));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.list()[0].args.back().second, "90");  // more
    problems = {};
    EXPECT_FALSE(read_yaml(std::string(most_yaml_bytes + 1, ' '), "f", problems));
    EXPECT_EQ(problems.list()[0].code, "yaml_is_too_large");
}

TEST(YamlWriter, WritesAsAPersonWould) {
    YamlWriter yaml;
    yaml.comment("Kommunens paket");
    yaml.begin_mapping();
    yaml.key("namn");
    yaml.text("Södertälje kommun");
    yaml.blank_line();
    yaml.key("nivåer");
    yaml.begin_sequence();
    yaml.begin_mapping();
    yaml.key("id");
    yaml.text("mål");
    yaml.key("tal");
    yaml.plain("75");
    yaml.key("text");
    yaml.text("Ett.\n\nTvå.\n");
    yaml.end_mapping();
    yaml.text("no");
    yaml.begin_sequence();
    yaml.text("a");
    yaml.begin_sequence();
    yaml.end_sequence();
    yaml.end_sequence();
    yaml.end_sequence();
    yaml.key("tomt");
    yaml.begin_mapping();
    yaml.end_mapping();
    yaml.key("inget");
    yaml.null();
    yaml.key("regel");
    yaml.begin_mapping();
    yaml.comment("varför");
    yaml.key("källa");
    yaml.text("KS: 2016 § 4");
    yaml.end_mapping();
    yaml.end_mapping();
    EXPECT_EQ(yaml.take(), R"(# Kommunens paket
namn: Södertälje kommun

nivåer:
  - id: mål
    tal: 75
    text: |
      Ett.

      Två.
  - "no"
  - - a
    - []
tomt: {}
inget: null
regel:
  # varför
  källa: "KS: 2016 § 4"
)");
}

TEST(YamlWriter, QuotesOnlyWhatCouldBeTakenForSomethingElse) {
    const std::pair<std::string, std::string> cases[] = {
        {"Nöjda elever", "Nöjda elever"},
        {"§ 4, andra stycket", "§ 4, andra stycket"},
        {"no", "\"no\""},
        {"Yes", "\"Yes\""},
        {"nej", "nej"},
        {"1.0", "\"1.0\""},
        {"-5", "\"-5\""},
        {"1 234,5", "\"1 234,5\""},
        {"2024-01-01", "\"2024-01-01\""},
        {"12:30", "\"12:30\""},
        {"0x1F", "\"0x1F\""},
        {"2 nya skolor", "2 nya skolor"},
        {"", "\"\""},
        {" blank", "\" blank\""},
        {"blank ", "\"blank \""},
        {"a: b", "\"a: b\""},
        {"a:b", "a:b"},
        {"a #b", "\"a #b\""},
        {"a#b", "a#b"},
        {"- a", "\"- a\""},
        {"Öka", "Öka"},
        {">89,9%", "\">89,9%\""},
        {"\"x\"", "'\"x\"'"},
        {"it's", "it's"},
        {"a\tb", "a\tb"},
        {"a\rb", "\"a\\u000Db\""},
        {"~", "\"~\""},
        {"null", "\"null\""},
    };
    for (const auto& [text, expected] : cases) {
        YamlWriter yaml;
        yaml.text(text);
        EXPECT_EQ(yaml.take(), expected + "\n");
    }
}

TEST(YamlWriter, WhatIsWrittenIsReadBack) {
    std::uint32_t seed = 20260604, state = seed;
    auto random = [&] { return (state = state * 1664525U + 1013904223U) >> 16U; };
    const std::string_view parts[] = {"a",
                                      "å",
                                      "1",
                                      ".",
                                      "-",
                                      ":",
                                      " ",
                                      "#",
                                      "\n",
                                      "\n\n",
                                      "\t",
                                      "'",
                                      "\"",
                                      "\\",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      ",",
                                      "&",
                                      "*",
                                      "!",
                                      "|",
                                      ">",
                                      "%",
                                      "@",
                                      "no",
                                      "null",
                                      "?",
                                      "...",
                                      "---",
                                      "\r",
                                      "\xC2\xA0",
                                      "\xC2\x85",
                                      "\xE2\x80\xA8",
                                      "\xEF\xBB\xBF",
                                      "\x01",
                                      "😀",
                                      "  "};
    for (int round = 0; round < 20000; ++round) {
        std::vector<std::string> texts;
        for (int i = 0; i < 5; ++i) {
            std::string& text = texts.emplace_back();
            for (auto n = random() % 8; n > 0; --n) text += parts[random() % std::size(parts)];
        }
        YamlWriter yaml;
        yaml.begin_mapping();
        yaml.key("k" + texts[0]);
        yaml.text(texts[0]);
        yaml.key("lista");
        yaml.begin_sequence();
        yaml.text(texts[1]);
        yaml.begin_mapping();
        yaml.key(texts[2]);
        yaml.text(texts[2]);
        yaml.key(texts[2] + "x");
        yaml.text(texts[3]);
        yaml.end_mapping();
        yaml.text(texts[4]);
        yaml.end_sequence();
        yaml.end_mapping();
        std::string text = yaml.take();
        SCOPED_TRACE("seed " + std::to_string(seed) + " round " + std::to_string(round) + "\n" + text);
        Problems problems;
        auto root = read_yaml(text, "f", problems);
        ASSERT_TRUE(root);
        ASSERT_TRUE(problems.empty());
        ASSERT_EQ(root->keys[0].text, "k" + texts[0]);
        ASSERT_EQ(root->children[0].text, texts[0]);
        const auto& items = root->children[1].children;
        ASSERT_EQ(items.size(), 3U);
        ASSERT_EQ(items[0].text, texts[1]);
        ASSERT_EQ(items[1].keys[0].text, texts[2]);
        ASSERT_EQ(items[1].children[0].text, texts[2]);
        ASSERT_EQ(items[1].children[1].text, texts[3]);
        ASSERT_EQ(items[2].text, texts[4]);
        ASSERT_EQ(items[2].kind, YamlKind::scalar);
    }
}

}  // namespace
}  // namespace styrkedja
