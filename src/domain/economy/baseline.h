// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "base/decimal.h"
#include "domain/economy/facts.h"

namespace styrkedja {

struct State;
struct FigureVersion;

// What a year comes to if nobody believes anything: an open computation beside the units' forecasts, from the outcome
// month by month. It is never typed, and knows nothing of decisions: who believes otherwise says why.
enum class BaselineMethod : std::uint8_t {
    run_rate,   // the outcome to date divided by the months passed, times twelve. The budget has no part in it
    seasonal    // the outcome to date divided by the share that the same months had of the years before
};

// Why there is no baseline.
enum class BaselineMissing : std::uint8_t {
    nothing,          // there is one
    no_months,        // no month of the year has passed, or the period doesn't begin with the year
    no_outcome,       // nothing is booked on the line this year
    month_is_missing, // a month that has passed isn't booked, for anybody: a year's outcome alone doesn't tell its months
    no_history,       // seasonal: no whole year before it, month by month
    no_pattern        // seasonal: the same months came to nothing, or had another sign than the year
};

// A line's outcome month by month: öre, in the result's sign. A month in which others have booked, but not this line, is 0;
// a month that nobody has booked is no number.
using MonthsOfYear = std::array<Exact, 12>;
using MonthlyOutcome = std::map<int, MonthsOfYear>;

struct Baseline {
    Exact ore = Exact::none();
    BaselineMissing missing = BaselineMissing::no_months;
    Exact to_date = Exact::none();        // öre
    Exact share = Exact::none();          // seasonal: of the year, that these months had
    std::vector<int> years;               // seasonal: out of which years, first to last
    int heaviest = 0;                     // seasonal: the month among them with the largest part of those years, from 1
    Exact heaviest_share = Exact::none(); // and its share of the year
};

// The seasonal share is that of at most so many years, the latest.
inline constexpr int most_pattern_years = 3;

// What the method says of the year when so many months have passed (1 to 12).
Baseline baseline_of(BaselineMethod method, const MonthlyOutcome& outcome, int year, int months);

// What the method would have said at the same month of earlier years, out of what was known then, beside what those years
// came to: error = outcome − baseline, as with forecasts. No numbers where no earlier year can be tried.
struct BaselineTrial {
    int year = 0;
    Exact said, came;
};
struct BaselineError {
    std::vector<BaselineTrial> trials;    // first year first
    Exact bias = Exact::none();           // the mean error, öre
    Exact absolute = Exact::none();       // the mean of the errors without sign, öre
    Exact relative = Exact::none();       // those errors' sum as a share of what the years came to, without sign
};
BaselineError baseline_error(BaselineMethod method, const MonthlyOutcome& outcome, int year, int months);

// How many whole months of its year the period is, from January; 0 where it is something else.
int months_passed(const Period& period);

// Looks monthly outcomes up. Keeps which months are booked at all, by anybody in the municipality.
class BookedMonths {
  public:
    BookedMonths(const State& state, const EconomyIndex& index, const FigureVersion& version);

    // The line's months in that year and in the years before it that have any, at most ten. `sum` gives the line's outcome in
    // a period, öre; none where there is none.
    using SumIn = std::function<Exact(const Period&)>;
    MonthlyOutcome outcome(const SumIn& sum, int year) const;
    MonthlyOutcome outcome(const FactSelection& line, int year) const;
    bool is_booked(int year, int month) const;
    // Is the whole year's outcome there? It is when December is booked, or an amount that ends with the year.
    bool is_whole(int year) const;

  private:
    bool any_in(const Period& period) const;
    bool any_cut_by(const Period& period) const;

    const State& state_;
    const EconomyIndex& index_;
    const FigureVersion& version_;
    std::vector<Node> roots_;              // units that have never stood under another
    mutable std::map<int, std::array<signed char, 13>> booked_;   // by year: months, and the whole; -1 = not looked at
};

// "2016-04"; a year's first months: "2016-01..2016-04".
Period month_of(int year, int month);
Period months_through(int year, int month);

}  // namespace styrkedja
