// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/period.h"

#include <chrono>
#include <cstdio>
#include <tuple>

namespace styrkedja {
namespace {

std::optional<int> digits(std::string_view text, std::size_t count) {
    if (text.size() != count) return std::nullopt;
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Years outside this are typing errors, not plans.
bool plausible(int year) { return year >= 1900 && year <= 2199; }

std::optional<int> year_of(std::string_view text) {
    auto year = digits(text, 4);
    return year && plausible(*year) ? year : std::nullopt;
}

struct Month { int year, month; };

std::optional<Month> month_of(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    auto year = year_of(text.substr(0, 4));
    auto month = digits(text.substr(5), 2);
    if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
    return Month{*year, *month};
}

Date first_of(Month m) {
    int index = m.year * 12 + m.month - 1;
    return Date::from_civil(index / 12, index % 12 + 1, 1);
}

std::string month_text(Date date) { return date.str().substr(0, 7); }

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto year = year_of(text.substr(0, 4));
    auto month = digits(text.substr(5, 2), 2), day = digits(text.substr(8, 2), 2);
    if (!year || !month || !day) return std::nullopt;
    std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return from_civil(*year, *month, *day);
}

Date Date::from_civil(int year, int month, int day) {
    using namespace std::chrono;
    auto days_since = sys_days(std::chrono::year(year) / month / day).time_since_epoch().count();
    return from_days(static_cast<std::int32_t>(days_since));
}

Date Date::from_days(std::int32_t days) {
    Date date;
    date.days_ = days;
    return date;
}

static std::chrono::year_month_day civil(Date date) {
    return std::chrono::sys_days(std::chrono::days(date.days()));
}

int Date::year() const { return exists() ? static_cast<int>(civil(*this).year()) : 0; }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

std::string Date::str() const {
    if (!exists()) return "";
    char text[24];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year(), month(), day());
    return text;
}

Period Period::of_year(int year) {
    return Period(PeriodShape::year, Date::from_civil(year, 1, 1), Date::from_civil(year + 1, 1, 1));
}

// The parts of a year that are named after it: 2015-Q2, 2015-T1, 2015-vt.
static std::optional<std::tuple<PeriodShape, int, int>> part_of_year(std::string_view part) {
    if (part == "vt") return std::tuple{PeriodShape::term, 1, 6};
    if (part == "ht") return std::tuple{PeriodShape::term, 7, 6};
    if (part.size() != 2) return std::nullopt;
    int n = part[1] - '0';
    if (part[0] == 'Q' && n >= 1 && n <= 4) return std::tuple{PeriodShape::quarter, n * 3 - 2, 3};
    if (part[0] == 'T' && n >= 1 && n <= 3) return std::tuple{PeriodShape::tertial, n * 4 - 3, 4};
    return std::nullopt;
}

std::optional<Period> Period::parse(std::string_view text) {
    if (auto year = year_of(text)) return of_year(*year);
    if (auto date = Date::parse(text)) {
        return Period(PeriodShape::day, *date, Date::from_days(date->days() + 1));
    }
    if (auto month = month_of(text)) {
        return Period(PeriodShape::month, first_of(*month), first_of({month->year, month->month + 1}));
    }
    if (auto dots = text.find(".."); dots != std::string_view::npos) {
        std::string_view left = text.substr(0, dots), right = text.substr(dots + 2);
        auto a = month_of(left), b = month_of(right);
        if (a && b && first_of(*a) < first_of(*b)) {
            return Period(PeriodShape::months, first_of(*a), first_of({b->year, b->month + 1}));
        }
        auto first = year_of(left), last = year_of(right);
        if (!first || !last || *first >= *last) return std::nullopt;
        return Period(PeriodShape::years, Date::from_civil(*first, 1, 1), Date::from_civil(*last + 1, 1, 1));
    }
    if (text.size() == 9 && text[4] == '/') {
        auto first = year_of(text.substr(0, 4)), last = year_of(text.substr(5));
        if (!first || !last || *last != *first + 1) return std::nullopt;
        return Period(PeriodShape::school_year, Date::from_civil(*first, 7, 1), Date::from_civil(*last, 7, 1));
    }
    if (text.size() == 7 && text[4] == '-') {
        auto year = year_of(text.substr(0, 4));
        auto part = part_of_year(text.substr(5));
        if (!year || !part) return std::nullopt;
        auto [shape, month, length] = *part;
        return Period(shape, first_of({*year, month}), first_of({*year, month + length}));
    }
    return std::nullopt;
}

int Period::year() const { return exists() ? Date::from_days(end_.days() - 1).year() : 0; }

bool Period::contains(const Period& other) const {
    return exists() && other.exists() && start_ <= other.start_ && other.end_ <= end_;
}

Period Period::shifted(int years) const {
    if (!exists()) return *this;
    auto move = [&](Date date) {
        int day = date.day();
        if (date.month() == 2 && day == 29) day = 28;
        return Date::from_civil(date.year() + years, date.month(), day);
    };
    if (shape_ == PeriodShape::day) {
        Date day = move(start_);
        return Period(shape_, day, Date::from_days(day.days() + 1));
    }
    return Period(shape_, move(start_), move(end_));
}

Exact Period::guide_value() const {
    if (!exists()) return Exact::none();
    Date last = Date::from_days(end_.days() - 1);
    return Exact::fraction(last.month(), 12);
}

std::string Period::str() const {
    Date last = exists() ? Date::from_days(end_.days() - 1) : Date();
    std::string first_year = exists() ? std::to_string(start_.year()) : "";
    switch (shape_) {
        case PeriodShape::none: return "";
        case PeriodShape::day: return start_.str();
        case PeriodShape::month: return month_text(start_);
        case PeriodShape::months: return month_text(start_) + ".." + month_text(last);
        case PeriodShape::quarter: return first_year + "-Q" + std::to_string((start_.month() + 2) / 3);
        case PeriodShape::tertial: return first_year + "-T" + std::to_string((start_.month() + 3) / 4);
        case PeriodShape::term: return first_year + (start_.month() == 1 ? "-vt" : "-ht");
        case PeriodShape::year: return first_year;
        case PeriodShape::years: return first_year + ".." + std::to_string(last.year());
        case PeriodShape::school_year: return first_year + "/" + std::to_string(last.year());
    }
    return "";
}

std::strong_ordering operator<=>(const Period& a, const Period& b) {
    return std::tie(a.end_, a.start_, a.shape_) <=> std::tie(b.end_, b.start_, b.shape_);
}

bool Validity::holds_on(Date day) const {
    return (!from.exists() || from <= day) && (!to.exists() || day <= to);
}

bool Validity::overlaps(Date first, Date last) const {
    return (!from.exists() || from <= last) && (!to.exists() || first <= to);
}

}  // namespace styrkedja
