// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts.h"

#include <gtest/gtest.h>

#include <set>

namespace styrkedja {
namespace {

Problem two_commas() {
    Place place{"matt.csv", 3, 12, "nojda;2016;1,2,3", "", ""};
    return Problem{"number_has_two_decimal_marks", Severity::error, place, {{"value", "1,2,3"}}};
}

TEST(ProblemTexts, EveryTextIsWholeInBothLanguages) {
    std::set<std::string_view> codes;
    for (auto table : all_problem_texts()) {
        for (const ProblemText& text : table) {
            EXPECT_TRUE(codes.insert(text.code).second) << text.code << " has two texts";
            EXPECT_FALSE(text.sv.empty()) << text.code;
            EXPECT_FALSE(text.en.empty()) << text.code;
            EXPECT_EQ(text.sv_must.empty(), text.en_must.empty()) << text.code;
            EXPECT_EQ(text.sv_do.empty(), text.en_do.empty()) << text.code;
            for (std::string_view part :
                 {text.sv, text.sv_must, text.sv_do, text.en, text.en_must, text.en_do}) {
                EXPECT_EQ(part.find('!'), std::string_view::npos) << text.code << ": " << part;
                EXPECT_EQ(part.find('\n'), std::string_view::npos) << text.code << ": " << part;
                EXPECT_TRUE(part.empty() || part.back() == '.' || part.back() == '?' || part.back() == ']')
                    << text.code << ": " << part;
            }
        }
    }
    EXPECT_NE(find_problem_text("number_has_two_decimal_marks"), nullptr);
    EXPECT_EQ(find_problem_text("nothing_of_the_kind"), nullptr);
}

TEST(ProblemTexts, AMessageShowsWhereWhatAndWhatToDo) {
    std::string text = problem_message(two_commas(), Language::sv);
    EXPECT_TRUE(text.starts_with("matt.csv:3:12: fel: Talet ”1,2,3” ")) << text;
    EXPECT_NE(text.find("\n    nojda;2016;1,2,3\n               ^\n  Ska vara: "), std::string::npos) << text;
    EXPECT_NE(text.find("\n  Gör så här: "), std::string::npos) << text;
    EXPECT_TRUE(problem_message(two_commas(), Language::en).starts_with("matt.csv:3:12: error: "));
}

TEST(ProblemTexts, WithoutAFileTheEntityAndFieldAreNamed) {
    Problem problem{
        "nothing_of_the_kind", Severity::warning, {"", 0, 0, "", "goals/kf-1", "target"}, {{"a", "1"}}};
    EXPECT_EQ(problem_message(problem, Language::sv),
              "goals/kf-1, target: varning: nothing_of_the_kind (a: 1)\n");
    problem.place = {};
    problem.severity = Severity::note;
    EXPECT_EQ(problem_message(problem, Language::sv), "notis: nothing_of_the_kind (a: 1)\n");
}

TEST(ProblemTexts, TheCaretStandsUnderTheColumn) {
    struct Case {
        std::string excerpt;
        std::uint32_t column;
        std::string expected;
    };
    const Case cases[] = {
        {"abc", 1, "    abc\n    ^\n"},
        {"åäö;x", 5, "    åäö;x\n        ^\n"},
        {"a\tb", 3, "    a    b\n         ^\n"},
        {"漢字x", 3, "    漢字x\n        ^\n"},
        {"e\xCC\x81x", 3, "    e\xCC\x81x\n     ^\n"},
        {"abc", 99, "    abc\n       ^\n"},
        {"abc", 0, "    abc\n"},
        {"a\x1b[31mb", 2, "    a\xEF\xBF\xBD[31mb\n     ^\n"},
    };
    for (const Case& c : cases) {
        Problem problem{"x", Severity::error, {"f", 1, c.column, c.excerpt, "", ""}, {}};
        std::string text = problem_message(problem, Language::en);
        EXPECT_EQ(text.substr(text.find('\n') + 1), c.expected) << c.excerpt;
    }
}

TEST(ProblemTexts, ALongLineIsCutAroundTheColumn) {
    std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
    Problem problem{"x", Severity::error, {"f", 1, 501, line, "", ""}, {}};
    std::string text = problem_message(problem, Language::en);
    EXPECT_LT(text.size(), 300U);
    std::size_t first = text.find('\n') + 1, second = text.find('\n', first) + 1;
    std::string shown = text.substr(first, second - first), caret = text.substr(second);
    EXPECT_EQ(shown.find('X') - 2, caret.find('^')) << text;  // … is three bytes and one column
}

TEST(ProblemTexts, AnArgumentCannotSteerTheTerminal) {
    Problem problem{"x", Severity::error, {"f\x1b]0;", 0, 0, "", "", ""}, {{"a", "1\x1b[2J\n2"}}};
    EXPECT_EQ(problem_message(problem, Language::en), "f\xEF\xBF\xBD]0;: error: x (a: 1\xEF\xBF\xBD[2J 2)\n");
}

TEST(ProblemTexts, ComputedSumsAreSetAndWhatWasReadIsLeftAlone) {
    const Problem problem{"sie_sums_differ", Severity::warning, {}, {{"opening", "-187232000.00"}, {"closing", "190482000,5"}}};
    EXPECT_EQ(problem_message(problem, Language::sv).find("(\u2212187\u00A0232\u00A0000,00) är inte summan av utgående balanser och resultat (190482000,5)"),
              std::string("varning: Summan av ingående balanser ").size());
    EXPECT_NE(problem_message(problem, Language::en).find("(\u2212187\u00A0232\u00A0000.00)"), std::string::npos);
    const Problem read{"number_has_two_decimal_marks", Severity::error, {}, {{"value", "1234567.00"}}};
    EXPECT_NE(problem_message(read, Language::sv).find("1234567.00"), std::string::npos);
    EXPECT_NE(problem_json(problem, Language::sv).find("\"opening\":\"-187232000.00\""), std::string::npos);   // for machines
}

TEST(ProblemTexts, JsonHasTheSameKeysForEveryProblem) {
    std::string bare = R"({"code":"x","severity":"note","file":null,"line":null,"column":null,"entity":null,)"
                       R"("field":null,"excerpt":null,"message":"x","must":null,"do":null,"args":{}})";
    EXPECT_EQ(problem_json(Problem{"x", Severity::note, {}, {}}, Language::sv), bare);
    Problem problem{"x", Severity::error, {"a\"b", 2, 3, "c\td", "e", "f"}, {{"k", "å\n"}}};
    std::string full = R"j({"code":"x","severity":"error","file":"a\"b","line":2,"column":3,"entity":"e",)j"
                       R"j("field":"f","excerpt":"c\u0009d","message":"x (k: å )","must":null,"do":null,)j"
                       R"j("args":{"k":"å\u000a"}})j";
    EXPECT_EQ(problem_json(problem, Language::sv), full);
}

}  // namespace
}  // namespace styrkedja
