// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/target.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <random>
#include <sstream>

#include "domain/values/target_comparison.h"

namespace styrkedja {
namespace {

std::string trimmed(std::string text) {
    auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_blank(text.front())) text.erase(0, 1);
    while (!text.empty() && is_blank(text.back())) text.pop_back();
    return text;
}

constexpr std::array<std::string_view, 5> directions = {"up", "down", "near", "within", "none"};
constexpr std::array<std::string_view, 16> reasons = {"met",
                                                      "not_met",
                                                      "no_outcome",
                                                      "no_target",
                                                      "target_set_later",
                                                      "target_delegated",
                                                      "target_in_words",
                                                      "outcome_in_words",
                                                      "nothing_to_compare_with",
                                                      "direction_not_stated",
                                                      "units_differ",
                                                      "other_scope",
                                                      "other_window",
                                                      "outcome_too_vague",
                                                      "reference_too_vague",
                                                      "number_too_large"};

Direction direction_of(const std::string& word) {
    for (std::size_t i = 0; i < directions.size(); ++i) {
        if (directions[i] == word) return static_cast<Direction>(i);
    }
    ADD_FAILURE() << "no such direction: " << word;
    return Direction::none;
}

std::string verdict_text(const Comparison& comparison) {
    Verdict expected = comparison.reason == ComparisonReason::reached       ? Verdict::met
                       : comparison.reason == ComparisonReason::not_reached ? Verdict::not_met
                                                                            : Verdict::cannot_say;
    EXPECT_EQ(comparison.verdict, expected);
    return std::string(reasons[static_cast<std::size_t>(comparison.reason)]);
}

struct Row {
    int line = 0;
    std::vector<std::string> cells;
};

std::vector<Row> rows_of(const std::string& path, std::size_t columns) {
    std::ifstream file(std::string(PROJECT_DIR) + path);
    EXPECT_TRUE(file.good()) << path;
    std::vector<Row> rows;
    std::string text;
    for (int line = 1; std::getline(file, text); ++line) {
        if (trimmed(text).empty() || text[0] == '#') continue;
        Row row{line, {}};
        std::istringstream cells(text);
        for (std::string cell; std::getline(cells, cell, '|');) row.cells.push_back(trimmed(cell));
        EXPECT_EQ(row.cells.size(), columns) << path << ":" << line;
        if (row.cells.size() == columns) rows.push_back(std::move(row));
    }
    return rows;
}

TEST(Target, is_understood_and_compared_as_the_table_says) {
    auto rows = rows_of("/tests/cases/targets.txt", 7);
    EXPECT_GE(rows.size(), 90u);
    for (const Row& row : rows) {
        UnderstoodTarget target = parse_target(row.cells[0]);
        EXPECT_EQ(target.written, row.cells[0]);
        EXPECT_EQ(target.understood(), row.cells[5]) << "targets.txt:" << row.line << ": " << row.cells[0];
        References references;
        references.base = parse_measured(row.cells[2]);
        references.previous = parse_measured(row.cells[3]);
        Comparison comparison =
            compare(target, parse_measured(row.cells[1]), references, direction_of(row.cells[4]));
        EXPECT_EQ(verdict_text(comparison), row.cells[6])
            << "targets.txt:" << row.line << ": " << row.cells[0] << " against " << row.cells[1];
    }
}

TEST(Target, keeps_what_it_does_not_compare) {
    UnderstoodTarget target = parse_target("323 000**");
    EXPECT_EQ(target.marks, "**");
    EXPECT_EQ(target.level.number, Decimal(323000, 0));
    target = parse_target("minst 4 på en sexgradig skala");
    EXPECT_EQ(target.qualifier, "på en sexgradig skala");
    target = parse_target("35 Dygn");
    EXPECT_EQ(target.level.unit.text, "Dygn");
    target = parse_target("30,0");
    EXPECT_EQ(target.level.number.decimals(), 1);
    target = parse_target("öka med 50 procent till 2013");
    EXPECT_EQ(target.year, 2013);
}

TEST(Target, a_number_of_another_scope_or_window_is_never_compared) {
    UnderstoodTarget target = parse_target("6 700 st");
    MeasuredValue outcome = parse_measured("21 st");
    target.terms.scope = "staden";
    outcome.terms.scope = "stadsledningskontoret";
    EXPECT_EQ(verdict_text(compare(target, outcome, {}, Direction::up)), "other_scope");
    outcome.terms.scope = "staden";
    EXPECT_EQ(verdict_text(compare(target, outcome, {}, Direction::up)), "not_met");
    target.terms.window = MeasuringTerms::Window::rolling_years;
    target.terms.years = 5;
    EXPECT_EQ(verdict_text(compare(target, outcome, {}, Direction::up)), "not_met");
    outcome.terms.window = MeasuringTerms::Window::year;
    EXPECT_EQ(verdict_text(compare(target, outcome, {}, Direction::up)), "other_window");
}

TEST(Target, a_course_compares_with_what_is_stated) {
    References references;
    references.base = parse_measured("358");
    references.previous = parse_measured("376");
    MeasuredValue outcome = parse_measured("360");
    Comparison comparison = compare(parse_target("Öka"), outcome, references, Direction::up);
    EXPECT_EQ(comparison.verdict, Verdict::met);
    EXPECT_EQ(comparison.reference, StatedReference::base);
    references.stated = StatedReference::previous;
    comparison = compare(parse_target("Öka"), outcome, references, Direction::up);
    EXPECT_EQ(comparison.verdict, Verdict::not_met);
    EXPECT_EQ(*comparison.compared_with, Exact(376));
    references.stated = StatedReference::base;
    comparison = compare(parse_target("Ska årligen öka"), outcome, references, Direction::up);
    EXPECT_EQ(comparison.reference, StatedReference::previous);
    references.stated = StatedReference::series;
    EXPECT_EQ(verdict_text(compare(parse_target("Öka"), outcome, references, Direction::up)),
              "nothing_to_compare_with");
}

TEST(Target, a_yearly_direction_is_judged_and_its_ceiling_in_the_long_run_is_told) {
    References references;
    references.previous = parse_measured("4,1 %");
    UnderstoodTarget target = parse_target("Minska varje år, på lång sikt högst 5 procent");
    Comparison comparison = compare(target, parse_measured("4,55 %"), references, Direction::down);
    EXPECT_EQ(comparison.verdict, Verdict::not_met);
    EXPECT_EQ(comparison.long_run, Verdict::met);
}

struct Ratio {
    const char *target, *outcome, *base;
    Direction better;
    const char* ratio;  // empty = none
    bool just_short;
};

TEST(Target, achievement_is_the_part_of_the_target_that_is_reached) {
    const Ratio cases[] = {
        {"100", "80", "", Direction::up, "0.8", false},
        {"100", "120", "", Direction::up, "1.2", false},
        {"10", "12,5", "", Direction::down, "0.8", false},
        {"10", "8", "", Direction::down, "1.25", false},
        {"0", "3", "", Direction::down, "0", false},
        {"0", "0", "", Direction::down, "1", false},
        {"2–4", "3", "", Direction::within, "1", false},
        {"2–4", "1", "", Direction::within, "0.5", false},
        {"2–4", "5", "", Direction::within, "0.8", false},
        {"Öka", "50", "50", Direction::up, "1", true},
        {">80 %", "80 %", "", Direction::up, "1", true},
        {"Öka", "60", "50", Direction::up, "1.2", false},
        {"75", "", "", Direction::up, "", false},
        {"Ja", "ja", "", Direction::up, "1", false},
        {"4", "<5", "", Direction::down, "", false},
        {"5", "<5", "", Direction::down, "1", false},
        {"10 mnkr", "8 000 tkr", "", Direction::up, "0.8", false},
    };
    for (const Ratio& each : cases) {
        References references;
        references.base = parse_measured(each.base);
        auto found = achievement(
            compare(parse_target(each.target), parse_measured(each.outcome), references, each.better));
        EXPECT_EQ(found ? found->ratio.str() : "", each.ratio) << each.target << " against " << each.outcome;
        EXPECT_EQ(found && found->just_short, each.just_short) << each.target << " against " << each.outcome;
    }
}

TEST(Target, two_values_in_one_cell_are_an_outcome_and_its_target) {
    auto pair = parse_pair("97 (95)");
    ASSERT_TRUE(pair);
    EXPECT_EQ(pair->outcome.number, Decimal(97, 0));
    EXPECT_EQ(pair->target.understood(), "level by_direction 95");
    EXPECT_TRUE(parse_pair("97 % (≥95 %)"));
    EXPECT_FALSE(parse_pair("98 % (lägst)"));
    EXPECT_FALSE(parse_pair("97"));
    EXPECT_FALSE(parse_pair("(95)"));
    EXPECT_FALSE(parse_pair(")("));
}

struct Measured {
    const char* written;
    MeasuredKind kind;
    const char* number;
    const char* unit;
};

TEST(MeasuredValue, is_kept_as_written_and_as_understood) {
    const Measured cases[] = {
        {"45,1", MeasuredKind::number, "45.1", ""},
        {"8 Dygn", MeasuredKind::number, "8", "Dygn"},
        {"30,01 kwh/kvm", MeasuredKind::number, "30.01", "kwh/kvm"},
        {"265 039*", MeasuredKind::number, "265039", ""},
        {"3\xC2\xA0"
         "036",
         MeasuredKind::number, "3036", ""},
        {"\xE2\x88\x92"
         "2,6",
         MeasuredKind::number, "-2.6", ""},
        {"-1 %", MeasuredKind::number, "-1", "%"},
        {"– 1 %", MeasuredKind::number, "-1", "%"},
        {"16,4% *", MeasuredKind::number, "16.4", "%"},
        {"72 **", MeasuredKind::number, "72", ""},
        {"16,4 % (2022)", MeasuredKind::number, "16.4", "%"},
        {"1,234.5", MeasuredKind::number, "1234.5", ""},
        {"1.234.567", MeasuredKind::number, "1234567", ""},
        {"ung. 116 000", MeasuredKind::approximate, "116000", ""},
        {"ca 50 %", MeasuredKind::approximate, "50", "%"},
        {"<5", MeasuredKind::bound, "5", ""},
        {"färre än 5", MeasuredKind::bound, "5", ""},
        {"plats 7 av 290", MeasuredKind::number, "7", ""},
        {"7:e plats", MeasuredKind::number, "7", ""},
        {"Stängt", MeasuredKind::words, "0", ""},
        {"redovisas ej, för få elever", MeasuredKind::words, "0", ""},
        {"AA+", MeasuredKind::words, "0", ""},
        {"97 (95)", MeasuredKind::words, "0", ""},
        {"1,2,3", MeasuredKind::words, "0", ""},
        {"2 av 5", MeasuredKind::words, "0", ""},
        {"", MeasuredKind::missing, "0", ""},
        {"-", MeasuredKind::missing, "0", ""},
        {"–", MeasuredKind::missing, "0", ""},
        {"..", MeasuredKind::missing, "0", ""},
        {"*", MeasuredKind::missing, "0", ""},
        {"***", MeasuredKind::missing, "0", ""},
        {"Uppgift saknas", MeasuredKind::missing, "0", ""},
    };
    for (const Measured& each : cases) {
        MeasuredValue value = parse_measured(each.written);
        EXPECT_EQ(value.written, each.written);
        EXPECT_EQ(static_cast<int>(value.kind), static_cast<int>(each.kind)) << each.written;
        EXPECT_EQ(value.number.str(), each.number) << each.written;
        EXPECT_EQ(value.unit.text, each.unit) << each.written;
    }
    EXPECT_EQ(parse_measured("Uppgift saknas").reason, "Uppgift saknas");
    EXPECT_EQ(parse_measured("*", "Mäts från 2024").reason, "Mäts från 2024");
    EXPECT_EQ(parse_measured("*").marks, "*");
}

TEST(MeasuredValue, a_guess_is_as_wide_as_its_last_digit_and_no_wider) {
    EXPECT_EQ(parse_measured("ung. 116 000").range()->str(), "[115500, 116500]");
    EXPECT_EQ(parse_measured("ca 2,5").range()->str(), "[2.45, 2.55]");
    EXPECT_EQ(parse_measured("<5").range()->str(), "(, 5)");
    EXPECT_EQ(parse_measured("2 mnkr").range()->str(), "[2000000, 2000000]");
    EXPECT_FALSE(parse_measured("Stängt").range());
}

// Whatever bytes stand in a cell, they are kept, and the parts of a target never do anything but answer.
TEST(Target, parsing_is_total) {
    const std::string_view pieces[] = {"öka",
                                       "minska",
                                       "med",
                                       "5",
                                       "12 345,6",
                                       " ",
                                       "%",
                                       "+",
                                       "-",
                                       "–",
                                       "±",
                                       "(",
                                       ")",
                                       "*",
                                       "på",
                                       "mellan",
                                       "och",
                                       "topp",
                                       "<",
                                       ">=",
                                       "\xFF",
                                       "\xC3",
                                       "procentenheter",
                                       "bästa",
                                       "999999999999999999",
                                       "år",
                                       "2024",
                                       ",",
                                       ".",
                                       "på sikt",
                                       "inte",
                                       "½"};
    const unsigned seed = 20240112;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (unsigned count = random() % 8; count > 0; --count) {
            text += pieces[random() % std::size(pieces)];
            if (random() % 2 == 0) text += ' ';
        }
        UnderstoodTarget target = parse_target(text);
        MeasuredValue outcome = parse_measured(text);
        ASSERT_EQ(target.written, text);
        ASSERT_EQ(outcome.written, text);
        References references;
        references.base = outcome;
        Comparison comparison =
            compare(target, parse_measured("7 %"), references, static_cast<Direction>(random() % 5));
        verdict_text(comparison);
        achievement(comparison);
        parse_pair(text);
    }
}

}  // namespace
}  // namespace styrkedja
