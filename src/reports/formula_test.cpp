// SPDX-License-Identifier: EUPL-1.2
#include "reports/formula.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "reports/context.h"

namespace styrkedja::reports {
namespace {

std::optional<Computed> computed(std::string_view text,
                                 const std::map<std::string, std::optional<std::int64_t>>& names) {
    ParsedFormula parsed = parse_formula(text);
    if (!parsed.root) return std::nullopt;
    return evaluate(
        *parsed.root,
        [&](const NameCall& call) -> std::optional<Computed> {
            auto it = names.find(call.str());
            if (it == names.end()) return std::nullopt;
            Computed value;
            value.how = call.str();
            if (it->second) value.value = Quantity::plain(Exact(*it->second));
            value.terms = it->second ? 1 : 0;
            return value;
        },
        MoneyUnit::tkr);
}

TEST(Formula, gives_what_it_says) {
    struct Case {
        const char* text;
        const char* result;
    };
    for (auto [text, result] : {Case{"a + b", "13"},
                                {"a - b", "7"},
                                {"a - b - c", "5"},
                                {"a - (b - c)", "9"},
                                {"a * b + c", "32"},
                                {"a + b * c", "16"},
                                {"a / b", "3.333333333333"},
                                {"-a + b", "-7"},
                                {"a - -b", "13"},
                                {"2 * (a + 1,5)", "23"},
                                {"a*b", "30"},
                                {"a/b*b", "10"},
                                {"ks.kansli-1", "100"},
                                {"a \xE2\x88\x92 b", "7"},
                                {"budget(2012, netto)", "8"},
                                {"1.5", "1.5"}}) {
        auto value =
            computed(text, {{"a", 10}, {"b", 3}, {"c", 2}, {"ks.kansli-1", 100}, {"budget(2012, netto)", 8}});
        ASSERT_TRUE(value) << text;
        EXPECT_EQ(value->value.number.str(), result) << text;
    }
}

TEST(Formula, plus_takes_what_there_is_and_the_others_need_both) {
    struct Case {
        const char* text;
        const char* result;
    };
    for (auto [text, result] : {Case{"a + none", "10"},
                                {"none + a", "10"},
                                {"none + none", ""},
                                {"a - none", ""},
                                {"none - a", ""},
                                {"a * none", ""},
                                {"none / a", ""},
                                {"a / zero", ""},
                                {"-none", ""},
                                {"a + none - a", "0"},
                                {"zero + none", "0"}}) {
        auto value = computed(text, {{"a", 10}, {"zero", 0}, {"none", std::nullopt}});
        ASSERT_TRUE(value) << text;
        EXPECT_EQ(value->value.number.str(), result) << text;
    }
}

TEST(Formula, has_the_functions_that_limits_need) {
    struct Case {
        const char* text;
        const char* result;
    };
    for (auto [text, result] : {Case{"min(a, b)", "3"},
                                {"max(a, b)", "10"},
                                {"max(b, a, c)", "10"},
                                {"min(a - b, max(c, 0) * 2)", "4"},
                                {"abs(b - a)", "7"},
                                {"abs(a)", "10"},
                                {"positive(b - a)", "0"},
                                {"positive(a)", "10"},
                                {"positive(min(a, b) - 0,5)", "2.5"},
                                {"-min(a, b) + a", "7"},
                                {"max(1,5, 2)", "2"},
                                {"min(a, none)", ""},
                                {"positive(none)", ""},
                                {"abs(none)", ""}}) {
        auto value = computed(text, {{"a", 10}, {"b", 3}, {"c", 2}, {"none", std::nullopt}});
        ASSERT_TRUE(value) << text;
        EXPECT_EQ(value->value.number.str(), result) << text;
    }
    auto how = computed("a - min(a, b + c)", {{"a", 10}, {"b", 3}, {"c", 2}});
    ASSERT_TRUE(how);
    EXPECT_EQ(how->how, "a \xE2\x88\x92 (det minsta av a och (b + c))");
}

TEST(Formula, a_function_is_known_by_its_parentheses) {
    EXPECT_TRUE(parse_formula("min").single_name()) << "a municipality may call something min";
    EXPECT_TRUE(parse_formula("minst(2012)").single_name());
    EXPECT_EQ(parse_formula("a + min(b)").error.code, "formula_function_wants_values");
    EXPECT_EQ(parse_formula("a + min(b)").error.column, 5u);
    EXPECT_EQ(parse_formula("abs(a, b)").error.code, "formula_function_wants_values");
    EXPECT_EQ(parse_formula("max(1,5)").error.code, "formula_function_wants_values") << "1,5 is one number";
    EXPECT_EQ(parse_formula("max(a, b").error.code, "formula_parenthesis_is_not_closed");
    EXPECT_EQ(parse_formula("max(a b)").error.code, "formula_sign_is_unexpected");
    EXPECT_EQ(parse_formula("max(a, )").error.code, "formula_sign_is_unexpected");
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "abs(";
    EXPECT_EQ(parse_formula(deep).error.code, "formula_is_too_deep");
}

TEST(Formula, arguments_stand_as_written) {
    ParsedFormula parsed = parse_formula("outcome( 2014/2015 ,kön=kvinnor, some-unit)");
    ASSERT_TRUE(parsed.single_name());
    EXPECT_EQ(parsed.single_name()->args,
              (std::vector<std::string>{"2014/2015", "kön=kvinnor", "some-unit"}));
    EXPECT_EQ(parsed.single_name()->str(), "outcome(2014/2015, kön=kvinnor, some-unit)");
    EXPECT_TRUE(parse_formula("report-at").single_name());
    EXPECT_FALSE(parse_formula("a + b").single_name());
}

TEST(Formula, says_at_which_column_it_is_wrong) {
    struct Case {
        const char* text;
        const char* code;
        std::size_t column;
    };
    for (auto [text, code, column] : {Case{"", "formula_is_empty", 1},
                                      {"  ", "formula_is_empty", 3},
                                      {"a +", "formula_ends_too_early", 4},
                                      {"a ? b", "formula_sign_is_unexpected", 3},
                                      {"(a + b", "formula_parenthesis_is_not_closed", 7},
                                      {"a b", "formula_sign_is_unexpected", 3},
                                      {"a + )", "formula_sign_is_unexpected", 5},
                                      {"f(2012", "formula_parenthesis_is_not_closed", 7},
                                      {"* a", "formula_sign_is_unexpected", 1}}) {
        ParsedFormula parsed = parse_formula(text);
        ASSERT_FALSE(parsed.root) << text;
        EXPECT_EQ(parsed.error.code, code) << text;
        EXPECT_EQ(parsed.error.column, column) << text;
    }
    EXPECT_EQ(parse_formula(std::string(1000, '(')).error.code, "formula_is_too_deep");
    EXPECT_EQ(parse_formula(std::string(1000, '-') + "a").error.code, "formula_is_too_deep");
}

TEST(Formula, tells_how_it_was_computed) {
    for (const char* text :
         {"a + b \xE2\x88\x92 c", "(a + b) / c", "a \xE2\x88\x92 (b + c)", "a · b + c", "(a + b) · c"}) {
        std::string typed = text;
        if (auto dot = typed.find("·"); dot != typed.npos) typed.replace(dot, 2, "*");
        auto value = computed(typed, {{"a", 1}, {"b", 2}, {"c", 3}});
        ASSERT_TRUE(value) << text;
        EXPECT_EQ(value->how, text);
    }
}

TEST(Formula, is_linear_when_the_total_is_the_sum_of_the_rows) {
    for (const char* text : {"a", "a + b", "a - b", "-a", "2 * a", "a / 1000", "(a - b) * 0.5"}) {
        EXPECT_TRUE(is_linear(*parse_formula(text).root)) << text;
    }
    for (const char* text : {"a / b", "a * b", "a + 1", "1 / a", "(a - b) / c", "min(a, b)", "abs(a)", "b + positive(a)"}) {
        EXPECT_FALSE(is_linear(*parse_formula(text).root)) << text;
    }
}

TEST(Formula, counts_the_terms_that_it_adds_up) {
    EXPECT_EQ(computed("a + b - c", {{"a", 1}, {"b", 2}, {"c", 3}})->terms, 3);
    EXPECT_EQ(computed("a / b", {{"a", 1}, {"b", 2}})->terms, 1);
}

TEST(Quantity, keeps_money_shares_and_numbers_apart) {
    Quantity money = Quantity::money(*Decimal::parse("25674"), MoneyUnit::tkr);
    Quantity result = Quantity::money(*Decimal::parse("-268"), MoneyUnit::tkr);
    Quantity ratio = divide(result, money);
    EXPECT_EQ(show(in_unit(ratio, ShownUnit::of("%"), MoneyUnit::tkr), ShownUnit::of("%"),
                   {1, false, false, true, ""}),
              "\u22121,0\u00a0%");
    EXPECT_EQ(in_unit(money, ShownUnit::of("mnkr"), MoneyUnit::tkr).str(), "25.674");
    EXPECT_EQ(in_unit(money, ShownUnit::of("number"), MoneyUnit::tkr).str(), "25674") << "in the pack's unit";
    EXPECT_EQ(in_unit(money, ShownUnit::of("kr/elev"), MoneyUnit::tkr).str(), "25674000");
    EXPECT_EQ(
        in_unit(divide(money, Quantity::plain(Exact(100))), ShownUnit::of("kr/elev"), MoneyUnit::tkr).str(),
        "256740");
    EXPECT_EQ(in_unit(Quantity::per_cent(Exact(5)), ShownUnit::of("%"), MoneyUnit::tkr).str(), "5");
    Quantity points = subtract(Quantity::per_cent(Exact(45)), Quantity::per_cent(Exact(38)), MoneyUnit::tkr);
    EXPECT_EQ(in_unit(points, ShownUnit::of("procentenheter"), MoneyUnit::tkr).str(), "7");
    EXPECT_EQ(
        in_unit(add(money, Quantity::plain(Exact(6)), MoneyUnit::tkr), ShownUnit::of("tkr"), MoneyUnit::tkr)
            .str(),
        "25680");
    EXPECT_EQ(
        in_unit(multiply(money, Quantity::per_cent(Exact(10))), ShownUnit::of("tkr"), MoneyUnit::tkr).str(),
        "2567.4");
}

TEST(Quantity, what_is_written_is_printed_with_its_own_decimals) {
    struct Case {
        const char* written;
        const char* shown;
    };
    for (auto [written, shown] : {Case{"3036", "3\u00a0036"},
                                  {"30.0", "30,0"},
                                  {"-2.6 %", "\u22122,6\u00a0%"},
                                  {"9%", "9\u00a0%"},
                                  {"8 Dygn", "8\u00a0Dygn"},
                                  {"2050 st", "2\u00a0050\u00a0st"},
                                  {">89,9%", ">89,9\u00a0%"},
                                  {">80 %", ">80\u00a0%"},
                                  {"Öka", "Öka"},
                                  {"+/-1 %", "+/-1\u00a0%"},
                                  {"ung. 116000", "ung. 116\u00a0000"},
                                  {"50 % till 2013", "50\u00a0% till 2013"},
                                  {"98 % (lägst)", "98\u00a0% (lägst)"},
                                  {"<5", "<5"},
                                  {"+30", "+30"}}) {
        EXPECT_EQ(show_written(written), shown) << written;
    }
}

TEST(Quantity, what_is_written_is_a_number_only_where_it_is_one) {
    EXPECT_EQ(quantity_written("45,1", "").number.str(), "45.1");
    EXPECT_EQ(quantity_written("2,6 %", "").of, Quantity::Of::per_cent);
    EXPECT_EQ(quantity_written("2,6", "%").of, Quantity::Of::per_cent);
    EXPECT_EQ(quantity_written("0,1 mnkr", "").number.str(), "10000000") << "öre";
    for (const char* words : {"Öka", ">89,9%", "<5", "98 % (lägst)", "Stängt", "", "-"}) {
        EXPECT_FALSE(quantity_written(words, "").exists()) << words;
    }
}

TEST(SwedishOrder, has_å_ä_ö_last_and_letter_case_aside) {
    std::vector<std::string> names = {"öl", "äpple", "Zon", "åka", "Ek", "elva", "én"};
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return swedish_order(a, b) < 0; });
    EXPECT_EQ(names, (std::vector<std::string>{"Ek", "elva", "én", "Zon", "åka", "äpple", "öl"}));
}

}  // namespace
}  // namespace styrkedja::reports
