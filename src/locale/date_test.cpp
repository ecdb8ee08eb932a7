// SPDX-License-Identifier: EUPL-1.2
#include "locale/date.h"

#include <gtest/gtest.h>

namespace styrkedja {
namespace {

TEST(Date, IsReadInBothForms) {
    for (std::string_view text : {"2016-05-17", " 2016-05-17 ", "17 maj 2016", "den 17 maj 2016",
                                  "Den 17 MAJ 2016", "den\u00a017\u00a0maj 2016", "17:e maj 2016"}) {
        EXPECT_EQ(parse_day(text), make_day(2016, 5, 17)) << text;
    }
    EXPECT_EQ(parse_day("1 januari 2016"), make_day(2016, 1, 1));
    EXPECT_EQ(parse_day("2016-02-29"), make_day(2016, 2, 29));
    for (std::string_view text : {"", "2016", "2016-5-17", "20160517", "17/5 2016", "2015-02-29",
                                  "31 april 2016", "2016-13-01", "2016-00-01", "0 maj 2016", "17 may 2016",
                                  "om 17 maj 2016", "den 17 maj 2016 kl", "1016-05-17", "17 maj 16"}) {
        EXPECT_EQ(parse_day(text), std::nullopt) << text;
    }
}

TEST(Date, IsShownInSwedish) {
    Day day = make_day(2016, 5, 7);
    EXPECT_EQ(iso_day(day), "2016-05-07");
    EXPECT_EQ(day_in_words(day), "7\u00a0maj 2016");
    EXPECT_EQ(day_in_prose(day), "den\u00a07\u00a0maj 2016");
}

TEST(Date, APeriodIsNamedByItsShape) {
    struct Case {
        std::string_view first, last, expected;
    };
    const Case cases[] = {
        {"2016-01-01", "2016-12-31", "2016"},
        {"2015-01-01", "2016-12-31", "2015–2016"},
        {"2016-01-01", "2016-04-30", "januari–april 2016"},
        {"2016-02-01", "2016-02-29", "februari 2016"},
        {"2015-02-01", "2015-02-28", "februari 2015"},
        {"2015-11-01", "2016-02-29", "november 2015–februari 2016"},
        {"2016-05-17", "2016-05-17", "17\u00a0maj 2016"},
        {"2016-05-03", "2016-05-17", "3–17\u00a0maj 2016"},
        {"2016-05-17", "2016-06-03", "17\u00a0maj–3\u00a0juni 2016"},
        {"2015-05-17", "2016-06-03", "17\u00a0maj 2015–3\u00a0juni 2016"},
        {"2016-01-01", "2016-04-29", "1\u00a0januari–29\u00a0april 2016"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(period_in_words(*parse_day(c.first), *parse_day(c.last)), c.expected);
}

TEST(Date, WhatIsShownIsReadBack) {
    for (std::chrono::sys_days at = make_day(1999, 1, 1); at < std::chrono::sys_days(make_day(2032, 1, 1));
         at += std::chrono::days(1)) {
        Day day(at);
        ASSERT_EQ(parse_day(iso_day(day)), day);
        ASSERT_EQ(parse_day(day_in_words(day)), day);
        ASSERT_EQ(parse_day(day_in_prose(day)), day);
    }
}

}  // namespace
}  // namespace styrkedja
