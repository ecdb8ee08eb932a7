// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace styrkedja {

// A day of the calendar, counted from 1970-01-01. Written 2016-05-17.
class Date {
  public:
    constexpr Date() = default;
    static std::optional<Date> parse(std::string_view text);
    static Date from_civil(int year, int month, int day);
    static Date from_days(std::int32_t days);

    bool exists() const { return days_ != none; }
    std::int32_t days() const { return days_; }
    int year() const;
    int month() const;
    int day() const;
    std::string str() const;

    friend auto operator<=>(const Date&, const Date&) = default;

  private:
    static constexpr std::int32_t none = INT32_MIN;
    std::int32_t days_ = none;
};

enum class PeriodShape : std::uint8_t { none, day, month, months, quarter, tertial, term, year, years, school_year };

// A span of time that knows its shape, half-open (the end is the first day after it).
//   2015          a year                  2015-03         a month
//   2015-01..2015-04   months             2015-Q2  2015-T1   quarter, tertial
//   2015-vt 2015-ht    spring, autumn term      2014/2015    a school year (1 July - 30 June)
//   2011..2015    years (rolling windows)       2015-12-31   a day (a balance, a date of measurement)
class Period {
  public:
    constexpr Period() = default;
    static std::optional<Period> parse(std::string_view text);
    static Period of_year(int year);

    bool exists() const { return shape_ != PeriodShape::none; }
    PeriodShape shape() const { return shape_; }
    Date start() const { return start_; }
    Date end() const { return end_; }
    int year() const;       // of its last day: what a yearly report counts it to
    int first_year() const { return start_.year(); }

    // Every day of the other lies in this one.
    bool contains(const Period& other) const;
    // The same shape one or more years earlier (-1) or later.
    Period shifted(int years) const;
    // The share of its (last) year that has passed at its end: January-April 2016 gives 4/12 = 33,33 %, counted
    // in whole months, as municipalities' guide values are.
    Exact guide_value() const;

    std::string str() const;  // as above
    friend bool operator==(const Period&, const Period&) = default;
    friend std::strong_ordering operator<=>(const Period& a, const Period& b);

  private:
    Period(PeriodShape shape, Date start, Date end) : shape_(shape), start_(start), end_(end) {}
    PeriodShape shape_ = PeriodShape::none;
    Date start_, end_;
};

// From when to when something holds: open at either end. Written as two fields, each a date or a year.
struct Validity {
    Date from;  // first day; none = always
    Date to;    // last day; none = still
    bool holds_on(Date day) const;
    bool overlaps(Date first, Date last) const;
    friend bool operator==(const Validity&, const Validity&) = default;
};

}  // namespace styrkedja
