// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/economy/baseline.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
std::string month_text(int year, int month) { return std::to_string(year) + "-" + two_digits(month); }

constexpr int furthest_back = 10;   // years; a pattern older than that is nobody's

}  // namespace

Period month_of(int year, int month) { return Period::parse(month_text(year, month)).value_or(Period()); }

Period months_through(int year, int month) {
    if (month <= 1) return month_of(year, 1);
    return Period::parse(month_text(year, 1) + ".." + month_text(year, month)).value_or(Period());
}

int months_passed(const Period& period) {
    if (!period.exists()) return 0;
    const Date last = Date::from_days(period.end().days() - 1);
    const bool from_january = period.start() == Date::from_civil(last.year(), 1, 1);
    const bool whole_month = period.end().day() == 1;
    return from_january && whole_month ? last.month() : 0;
}

BookedMonths::BookedMonths(const State& state, const EconomyIndex& index, const FigureVersion& version)
    : state_(state), index_(index), version_(version) {
    for (const Unit& unit : state_.units) {
        const bool has_stood_below =
            std::any_of(unit.parent.spans.begin(), unit.parent.spans.end(),
                        [&](const auto& span) { return state_.units.find(span.value.str()) != nullptr; });
        if (!has_stood_below) roots_.push_back(index_.unit(unit.id.str()));
    }
}

bool BookedMonths::any_in(const Period& period) const {
    return std::any_of(roots_.begin(), roots_.end(), [&](Node root) {
        FactSelection all;
        all.unit = root;
        return index_.sum(all, version_.id.str(), period).ore.exists();
    });
}

bool BookedMonths::any_cut_by(const Period& period) const {
    return std::any_of(roots_.begin(), roots_.end(), [&](Node root) {
        FactSelection all;
        all.unit = root;
        return !index_.sum(all, version_.id.str(), period).cut.empty();
    });
}

bool BookedMonths::is_booked(int year, int month) const {
    auto [it, is_new] = booked_.try_emplace(year);
    if (is_new) it->second.fill(-1);
    signed char& known = it->second[static_cast<std::size_t>(month - 1)];
    if (known < 0) known = any_in(month_of(year, month)) ? 1 : 0;
    return known == 1;
}

// December's own amounts, or an amount that January to November don't hold the whole of.
bool BookedMonths::is_whole(int year) const {
    if (is_booked(year, 12)) return true;
    signed char& known = booked_.at(year)[12];
    if (known < 0) known = any_in(Period::of_year(year)) && any_cut_by(months_through(year, 11)) ? 1 : 0;
    return known == 1;
}

MonthlyOutcome BookedMonths::outcome(const SumIn& sum, int year) const {
    MonthlyOutcome outcome;
    for (int each = year; each > year - furthest_back; --each) {
        if (each < year && !sum(Period::of_year(each)).exists()) continue;
        MonthsOfYear months;
        bool is_any = false;
        for (int month = 1; month <= 12; ++month) {
            Exact& ore = months[static_cast<std::size_t>(month - 1)];
            ore = sum(month_of(each, month));
            is_any = is_any || ore.exists();
            if (!ore.exists() && is_booked(each, month)) ore = Exact(0);
        }
        if (is_any) outcome.emplace(each, months);
    }
    return outcome;
}

MonthlyOutcome BookedMonths::outcome(const FactSelection& line, int year) const {
    return outcome([&](const Period& period) { return index_.sum(line, version_.id.str(), period).ore; }, year);
}

}  // namespace styrkedja
