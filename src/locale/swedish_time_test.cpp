// SPDX-License-Identifier: EUPL-1.2
#include "locale/swedish_time.h"

#include <gtest/gtest.h>

namespace styrkedja {
namespace {

struct Case {
    std::int64_t utc_seconds;   // as `date -u -d ... +%s` gives them
    const char* shown;
};

TEST(SwedishTime, IsWhatClocksInSwedenShow) {
    const Case cases[] = {
        {0, "1970-01-01 01:00:00"},          {1765891805, "2025-12-16 14:30:05"}, {1751371200, "2025-07-01 14:00:00"},
        {1743296399, "2025-03-30 01:59:59"}, {1743296400, "2025-03-30 03:00:00"}, {1761440399, "2025-10-26 02:59:59"},
        {1761440400, "2025-10-26 02:00:00"},
    };
    for (const Case& each : cases) EXPECT_EQ(swedish_time(each.utc_seconds * 1'000), each.shown);
}

TEST(SwedishTime, ADayOrMinuteEndsWithItsLastMillisecond) {
    for (const char* text : {"2025-12-16", "2025-07-01", "2025-03-30", "2025-03-29", "2025-10-26", "2025-10-25"}) {
        const auto end = end_of_swedish_time(text);
        ASSERT_TRUE(end);
        EXPECT_EQ(swedish_time(*end), std::string(text) + " 23:59:59");
        EXPECT_EQ(swedish_time(*end + 1).substr(11), "00:00:00");
    }
    EXPECT_EQ(swedish_time(*end_of_swedish_time("2025-12-16T14:30")), "2025-12-16 14:30:59");
    EXPECT_EQ(swedish_time(*end_of_swedish_time("2025-12-16 14:30:05")), "2025-12-16 14:30:05");
    EXPECT_EQ(swedish_time(*end_of_swedish_time("2025-12-16T13:30:05Z")), "2025-12-16 14:30:05");
}

TEST(SwedishTime, WhatIsNoTimeIsNone) {
    for (const char* text : {"", "2025", "2025-13-01", "2025-02-30", "2025-12-16T25:00", "KF 2025-12-16", "2025-12-16x14:30"}) {
        EXPECT_FALSE(end_of_swedish_time(text)) << text;
    }
}

}  // namespace
}  // namespace styrkedja
