// SPDX-License-Identifier: EUPL-1.2
#include "locale/swedish_time.h"

#include <array>
#include <chrono>

namespace styrkedja {
namespace {

using namespace std::chrono;
using Moment = sys_time<milliseconds>;

sys_seconds clocks_change(year of, month in) { return sys_days(of / in / Sunday[last]) + hours(1); }

hours offset_at(Moment utc) {
    const year of = year_month_day(floor<days>(utc)).year();
    return utc >= clocks_change(of, March) && utc < clocks_change(of, October) ? hours(2) : hours(1);
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

// Digits and separators as in the pattern "0000-00-00 00:00:00", where a T may stand for the blank.
bool read_digits(std::string_view text, std::array<int, 6>& parts) {
    constexpr std::string_view pattern = "0000-00-00 00:00:00";
    if (text.size() != 10 && text.size() != 16 && text.size() != 19) return false;
    std::size_t part = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (pattern[i] != '0') {
            if (text[i] != pattern[i] && !(pattern[i] == ' ' && text[i] == 'T')) return false;
            ++part;
        } else {
            if (text[i] < '0' || text[i] > '9') return false;
            parts[part] = parts[part] * 10 + (text[i] - '0');
        }
    }
    return true;
}

}  // namespace

std::string swedish_time(std::int64_t milliseconds_since) {
    const Moment utc{milliseconds(milliseconds_since)};
    const auto local = floor<seconds>(utc) + offset_at(utc);
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss<seconds> clock(local - day);
    return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
           padded(static_cast<int>(static_cast<unsigned>(date.day())), 2) + " " + padded(static_cast<int>(clock.hours().count()), 2) + ":" +
           padded(static_cast<int>(clock.minutes().count()), 2) + ":" + padded(static_cast<int>(clock.seconds().count()), 2);
}

std::optional<std::int64_t> end_of_swedish_time(std::string_view text) {
    const bool is_utc = text.ends_with('Z');
    if (is_utc) text.remove_suffix(1);
    std::array<int, 6> parts{};
    if (!read_digits(text, parts)) return std::nullopt;
    const year_month_day date = year(parts[0]) / parts[1] / parts[2];
    if (!date.ok() || parts[3] > 23 || parts[4] > 59 || parts[5] > 59) return std::nullopt;
    const milliseconds length = text.size() == 10 ? milliseconds(days(1)) : text.size() == 16 ? milliseconds(minutes(1)) : milliseconds(1'000);
    // A day is as long as it is where the clocks change: its end is the next day's beginning.
    const Moment end = Moment(sys_days(date)) + hours(parts[3]) + minutes(parts[4]) + seconds(parts[5]) + length;
    Moment utc = end - (is_utc ? hours(0) : hours(1));
    if (!is_utc && offset_at(utc - hours(1)) == hours(2)) utc -= hours(1);
    return (utc - milliseconds(1)).time_since_epoch().count();
}

}  // namespace styrkedja
