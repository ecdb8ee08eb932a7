// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace styrkedja {

// A day of the calendar. Only the type: no clock is asked.
using Day = std::chrono::year_month_day;

constexpr Day make_day(int year, unsigned month, unsigned day) {
    return Day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
}

// "2016-05-17", "17 maj 2016", "den 17 maj 2016", "17:e maj 2016"; blanks around are free, so is letter case.
// Nothing for a day that isn't in the calendar, and for years outside 1800-2999.
std::optional<Day> parse_day(std::string_view text);

std::string iso_day(const Day& day);          // "2016-05-17", for tables and files
std::string day_in_words(const Day& day);     // "17 maj 2016", hard space between day and month
std::string day_in_prose(const Day& day);     // "den 17 maj 2016"
std::string_view month_name(unsigned month);  // 1-12: "januari"

// The days from first to last as a report's heading names them: "2016", "2015–2016" (whole years),
// "maj 2016", "januari–april 2016", "november 2015–februari 2016" (whole months), else
// "17 maj–3 juni 2016", "3–17 maj 2016", "17 maj 2015–3 juni 2016".
std::string period_in_words(const Day& first, const Day& last);

}  // namespace styrkedja
