// SPDX-License-Identifier: EUPL-1.2
#include "base/decimal.h"

#include <gtest/gtest.h>

#include <limits>

namespace styrkedja {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

// Random numbers from a seed that is printed when a property fails.
class Random {
  public:
    explicit Random(std::uint64_t seed) : seed_(seed), state_(seed) {}
    std::int64_t below(std::int64_t limit) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int64_t>((state_ >> 33U) % static_cast<std::uint64_t>(limit));
    }
    std::int64_t around_zero(std::int64_t limit) { return below(2 * limit + 1) - limit; }
    Exact exact() { return Exact::fraction(around_zero(100'000), 1 + below(1000)); }
    std::string seed() const { return "seed " + std::to_string(seed_); }

  private:
    std::uint64_t seed_, state_;
};

TEST(Decimal, IsReadAndWrittenAsItStands) {
    struct Case {
        std::string_view text;
        std::int64_t units;
        int decimals;
        std::string_view str;
    };
    const Case cases[] = {
        {"0", 0, 0, "0"},
        {"75", 75, 0, "75"},
        {"30,0", 300, 1, "30.0"},
        {"2.63", 263, 2, "2.63"},
        {"-12.50", -1250, 2, "-12.50"},
        {"-0,5", -5, 1, "-0.5"},
        {"0.001", 1, 3, "0.001"},
        {"007", 7, 0, "7"},
        {"999999999999999999", 999999999999999999, 0, "999999999999999999"},
        {"0.00000000000000001", 1, 17, "0.00000000000000001"},
    };
    for (const Case& c : cases) {
        auto decimal = Decimal::parse(c.text);
        ASSERT_TRUE(decimal) << c.text;
        EXPECT_EQ(decimal->units(), c.units) << c.text;
        EXPECT_EQ(decimal->decimals(), c.decimals) << c.text;
        EXPECT_EQ(decimal->str(), c.str) << c.text;
    }
    for (std::string_view text : {"", "-", ".", ",5", "5,", "1,2,3", "1.2.3", "+5", "--5", "1 000", "1e5",
                                  "5 ", "å", "1234567890123456789", "0.000000000000000000", "−5"}) {
        EXPECT_FALSE(Decimal::parse(text)) << text;
    }
}

TEST(Decimal, IsComparedByValue) {
    EXPECT_EQ(Decimal(30, 0), Decimal(300, 1));
    EXPECT_LT(Decimal(299, 1), Decimal(30, 0));
    EXPECT_GT(Decimal(-29, 1), Decimal(-3, 0));
    EXPECT_EQ(Decimal(0, 0), Decimal(0, 5));
    EXPECT_LT(Decimal(999999999999999999, 17), Decimal(999999999999999999, 0));
    EXPECT_TRUE(Decimal(0, 2).is_zero());
    EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min(), 0).str(), "-9223372036854775808");
}

TEST(Decimal, WhatIsWrittenIsReadBack) {
    Random random(1);
    for (int round = 0; round < 5000; ++round) {
        Decimal decimal(random.around_zero(1'000'000'000), static_cast<int>(random.below(9)));
        auto read = Decimal::parse(decimal.str());
        ASSERT_TRUE(read) << random.seed();
        ASSERT_EQ(read->units(), decimal.units()) << random.seed() << " round " << round;
        ASSERT_EQ(read->decimals(), decimal.decimals());
    }
}

TEST(Exact, RoundsAsNamed) {
    struct Case {
        std::int64_t num, den;
        int decimals;
        std::string_view away, even, towards;
    };
    const Case cases[] = {
        {5, 2, 0, "3", "2", "2"},          {-5, 2, 0, "-3", "-2", "-2"},
        {7, 2, 0, "4", "4", "3"},          {1, 2, 0, "1", "0", "0"},
        {-1, 2, 0, "-1", "0", "0"},        {5, 100, 1, "0.1", "0.0", "0.0"},
        {-4, 100, 1, "0.0", "0.0", "0.0"}, {15, 100, 1, "0.2", "0.2", "0.1"},
        {1, 3, 2, "0.33", "0.33", "0.33"}, {2, 3, 2, "0.67", "0.67", "0.66"},
        {-2, 3, 0, "-1", "-1", "0"},       {1, 1, 2, "1.00", "1.00", "1.00"},
        {2501, 1000, 0, "3", "3", "2"},    {0, 7, 3, "0.000", "0.000", "0.000"},
    };
    for (const Case& c : cases) {
        Exact exact = Exact::fraction(c.num, c.den);
        EXPECT_EQ(exact.rounded(c.decimals).str(), c.away) << c.num << "/" << c.den;
        EXPECT_EQ(exact.rounded(c.decimals, Rounding::half_even).str(), c.even) << c.num << "/" << c.den;
        EXPECT_EQ(exact.rounded(c.decimals, Rounding::towards_zero).str(), c.towards)
            << c.num << "/" << c.den;
    }
}

TEST(Exact, IsWrittenWithoutWhatItDoesNotNeed) {
    EXPECT_EQ(Exact().str(), "0");
    EXPECT_EQ(Exact(-1200).str(), "-1200");
    EXPECT_EQ(Exact(Decimal(480, 2)).str(), "4.8");
    EXPECT_EQ(Exact(Decimal(300, 1)).str(), "30");
    EXPECT_EQ(Exact::fraction(1, 3).str(), "0.333333333333");
    EXPECT_EQ(Exact::fraction(-2, 3).str(), "-0.666666666667");
    EXPECT_EQ(Exact::fraction(-1, 4).str(), "-0.25");
    EXPECT_EQ((Exact(Decimal(-1, 18)) + Exact(0)).str(), "0");
    EXPECT_EQ(Exact::none().str(), "");
    EXPECT_EQ(Exact(2'567'400'000).str(), "2567400000") << "öre";
    EXPECT_EQ((Exact(25'674'000) + Exact::fraction(1, 2)).str(), "25674000.5");
    EXPECT_EQ((Exact(25'674'000) + Exact::fraction(2, 3)).str(), "25674000.666666666667");
    EXPECT_EQ((Exact(9) + Exact::fraction(9'999'999'999'999, 10'000'000'000'000)).str(), "10");
}

TEST(Exact, NothingIsLostBeforeRounding) {
    EXPECT_EQ(Exact::fraction(1, 3) * Exact(3), Exact(1));
    EXPECT_EQ(Exact(Decimal(1, 1)) + Exact(Decimal(2, 1)), Exact(Decimal(3, 1)));
    EXPECT_EQ(Exact::fraction(6, -4), Exact::fraction(-3, 2));
    EXPECT_EQ(Exact(Decimal(3333, 2)) / Exact(100), Exact(Decimal(3333, 4)));
    EXPECT_EQ(Exact(-5).abs(), Exact(5));
    EXPECT_EQ(Exact(-5).sign(), -1);
    EXPECT_TRUE(Exact::fraction(0, 5).is_zero());
    EXPECT_LT(Exact::fraction(1, 3), Exact::fraction(334, 1000));
}

TEST(Exact, WhatDoesNotFitAndDivisionByZeroIsNoNumberForEver) {
    EXPECT_FALSE((Exact(1) / Exact(0)).exists());
    EXPECT_FALSE(Exact::fraction(1, 0).exists());
    Exact large = Exact(most) * Exact(most);
    EXPECT_TRUE(large.exists());
    EXPECT_EQ(large / Exact(most), Exact(most));
    EXPECT_FALSE((large * large).exists());
    EXPECT_FALSE((large + large + large).exists());
    Exact tiny = Exact::fraction(1, most) * Exact::fraction(1, most);
    EXPECT_TRUE(tiny.exists());
    EXPECT_FALSE((tiny * tiny).exists());
    EXPECT_FALSE((tiny + Exact::fraction(1, most - 1)).exists());
    for (Exact none : {Exact::none(), large * large}) {
        EXPECT_FALSE((none + Exact(1)).exists());
        EXPECT_FALSE((Exact(1) - none).exists());
        EXPECT_FALSE((none * Exact(0)).exists());
        EXPECT_FALSE((Exact(0) / none).exists());
        EXPECT_FALSE((-none).exists());
        EXPECT_FALSE(none.is_zero());
    }
}

TEST(Exact, EvenTheLargestAreCompared) {
    Exact large = Exact(most) * Exact(most);
    EXPECT_GT(large, -large);
    EXPECT_LT(-large, large);
    EXPECT_GT(large, Exact::fraction(1, most));
    EXPECT_LT(Exact::fraction(1, most), Exact::fraction(1, most - 1) + Exact(1));
    Exact near_one = Exact::fraction(most - 1, most),
          nearer_one = Exact(1) - Exact::fraction(1, most) * Exact::fraction(1, 7);
    EXPECT_LT(near_one, nearer_one);
    Exact tiny = Exact::fraction(1, most) * Exact::fraction(1, most - 2);
    EXPECT_LT(tiny, Exact::fraction(1, most - 1));
    EXPECT_GT(-tiny, Exact::fraction(-1, most - 1));
}

TEST(Exact, ObeysTheLawsOfArithmetic) {
    Random random(2);
    for (int round = 0; round < 5000; ++round) {
        SCOPED_TRACE(random.seed() + " round " + std::to_string(round));
        Exact a = random.exact(), b = random.exact(), c = random.exact();
        ASSERT_EQ(a + b, b + a);
        ASSERT_EQ((a + b) + c, a + (b + c));
        ASSERT_EQ((a * b) * c, a * (b * c));
        ASSERT_EQ(a * (b + c), a * b + a * c);
        ASSERT_EQ(a - b, -(b - a));
        ASSERT_EQ((a - b) + b, a);
        if (!b.is_zero()) {
            ASSERT_EQ((a / b) * b, a);
        }
        ASSERT_EQ(a<b, (b - a).sign()> 0);
        ASSERT_EQ(a == b, (a <=> b) == 0);
    }
}

TEST(Exact, RoundingIsNearest) {
    Random random(3);
    for (int round = 0; round < 5000; ++round) {
        SCOPED_TRACE(random.seed() + " round " + std::to_string(round));
        Exact a = random.exact();
        int decimals = static_cast<int>(random.below(5));
        std::int64_t power = 1;
        for (int i = 0; i < decimals; ++i) power *= 10;
        Exact half = Exact::fraction(1, 2 * power);
        for (Rounding rounding : {Rounding::half_away_from_zero, Rounding::half_even}) {
            Decimal rounded = a.rounded(decimals, rounding);
            Exact distance = (Exact(rounded) - a).abs();
            ASSERT_LE(distance, half);
            if (distance == half && rounding == Rounding::half_even) {
                ASSERT_EQ(rounded.units() % 2, 0);
            }
            if (distance == half && rounding == Rounding::half_away_from_zero) {
                ASSERT_GT(Exact(rounded).abs(), a.abs());
            }
            ASSERT_EQ(rounded.decimals(), decimals);
        }
        Exact cut = a.rounded(decimals, Rounding::towards_zero);
        ASSERT_LE(cut.abs(), a.abs());
        ASSERT_LT((cut - a).abs(), half + half);
        ASSERT_EQ(Exact(a.rounded(decimals)), -Exact((-a).rounded(decimals)));
    }
}

}  // namespace
}  // namespace styrkedja
