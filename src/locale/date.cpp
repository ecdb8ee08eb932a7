// SPDX-License-Identifier: EUPL-1.2
#include "locale/date.h"

#include <array>
#include <cassert>
#include <cstdio>

#include "locale/number.h"

namespace styrkedja {
namespace {

constexpr std::array<std::string_view, 13> months = {
    "",     "januari", "februari",  "mars",    "april",    "maj",     "juni",
    "juli", "augusti", "september", "oktober", "november", "december"};

int year_of(const Day& day) {
    return static_cast<int>(day.year());
}
unsigned month_of(const Day& day) {
    return static_cast<unsigned>(day.month());
}
unsigned number_of(const Day& day) {
    return static_cast<unsigned>(day.day());
}

// The words of the text, in small letters; hard spaces divide like others.
std::array<std::string, 4> words_of(std::string_view text, std::size_t& count) {
    std::array<std::string, 4> words;
    bool inside = false;
    count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool hard = text.substr(i).starts_with(hard_space);
        if (hard) ++i;
        char c = text[i];
        if (hard || c == ' ' || c == '\t') {
            inside = false;
            continue;
        }
        if (!inside && ++count > words.size()) return words;
        inside = true;
        words[count - 1] += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return words;
}

std::optional<int> whole(std::string_view digits, std::size_t least, std::size_t most) {
    if (digits.size() < least || digits.size() > most) return std::nullopt;
    int number = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<Day> checked(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day || *year < 1800 || *year > 2999) return std::nullopt;
    Day made = make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (!made.ok()) return std::nullopt;
    return made;
}

bool is_last_of_month(const Day& day) {
    return day == Day(std::chrono::year_month_day_last(day.year(), std::chrono::month_day_last(day.month())));
}

std::string with_year(std::string text, int year) {
    return text + " " + std::to_string(year);
}

std::string months_in_words(const Day& first, const Day& last) {
    bool whole_years = month_of(first) == 1 && month_of(last) == 12;
    bool one_year = first.year() == last.year();
    std::string from(month_name(month_of(first))), to(month_name(month_of(last))), dash(en_dash);
    if (whole_years) {
        std::string year = std::to_string(year_of(first));
        return one_year ? year : year + dash + std::to_string(year_of(last));
    }
    if (!one_year) return with_year(from, year_of(first)) + dash + with_year(to, year_of(last));
    return with_year(month_of(first) == month_of(last) ? from : from + dash + to, year_of(first));
}

std::string day_and_month(const Day& day) {
    return std::to_string(number_of(day)) + std::string(hard_space) + std::string(month_name(month_of(day)));
}

}  // namespace

std::string_view month_name(unsigned month) {
    assert(month >= 1 && month <= 12);
    return months[month];
}

std::optional<Day> parse_day(std::string_view text) {
    std::size_t count = 0;
    auto words = words_of(text, count);
    if (count == 1) {
        const std::string& w = words[0];
        if (w.size() != 10 || w[4] != '-' || w[7] != '-') return std::nullopt;
        std::string_view v = w;
        return checked(whole(v.substr(0, 4), 4, 4), whole(v.substr(5, 2), 2, 2), whole(v.substr(8), 2, 2));
    }
    if (count != 3 && (count != 4 || words[0] != "den")) return std::nullopt;
    std::string_view day = words[count - 3], month = words[count - 2], year = words[count - 1];
    if (day.ends_with(":e") || day.ends_with(":a")) day.remove_suffix(2);
    for (unsigned m = 1; m <= 12; ++m) {
        if (months[m] == month) return checked(whole(year, 4, 4), static_cast<int>(m), whole(day, 1, 2));
    }
    return std::nullopt;
}

std::string iso_day(const Day& day) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year_of(day), month_of(day), number_of(day));
    return text.data();
}

std::string day_in_words(const Day& day) {
    return with_year(day_and_month(day), year_of(day));
}

std::string day_in_prose(const Day& day) {
    return "den" + std::string(hard_space) + day_in_words(day);
}

std::string period_in_words(const Day& first, const Day& last) {
    assert(first.ok() && last.ok() && first <= last);
    if (number_of(first) == 1 && is_last_of_month(last)) return months_in_words(first, last);
    if (first == last) return day_in_words(first);
    std::string to = std::string(en_dash) + day_in_words(last);
    if (first.year() != last.year()) return day_in_words(first) + to;
    if (first.month() != last.month()) return day_and_month(first) + to;
    return std::to_string(number_of(first)) + to;
}

}  // namespace styrkedja
