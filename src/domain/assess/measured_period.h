// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/plan/plan.h"
#include "domain/values/period.h"

// Which outcome answers for a year, or for an occasion's period, where outcomes are measured by term, school year,
// month or day; and which target is in force. One order for the rule and for the tables (docs/pack-format.md,
// section 4), so that what is judged is what is printed.
namespace styrkedja {

inline constexpr int no_answer = 100;

// How well an outcome's period answers for the one asked for; less is better.
//   0  the same days
//   1  ends on the same day: a part of it (the autumn term, December, the last day), for a year also a school year's
//      or a rolling period's end
//   2  has ended before, in the same year: a part of it (the spring term), or the school year
//   no_answer  all others: what ends later never answers, nor does a year for several years or a day
int outcome_period_rank(const Period& period, const Period& asked);

// How well a target's period does: 0 the same days, 1 covers it, 2 ends in the same year.
int target_period_rank(const Period& period, const Period& asked);

// The choice among outcomes: whose it is goes first (less is better), then the rank of its period, then the latest,
// then the longest. Several months, quarters or tertials of what is asked for are a series, and none of them is the
// whole: then there is no best one, and `is_series`.
class OutcomeChoice {
  public:
    explicit OutcomeChoice(const Period& asked) : asked_(asked) {}
    void offer(const Outcome& outcome, int whose);
    const Outcome* best() const { return is_series() ? nullptr : best_; }
    int whose() const { return best_ ? std::get<0>(key_) : no_answer; }
    bool is_series() const { return best_ && series_; }
    const Outcome* last_of_series() const { return best_; }

  private:
    using Key = std::tuple<int, int, std::int32_t, std::int32_t>;
    Period asked_;
    const Outcome* best_ = nullptr;
    Key key_;
    bool series_ = false;
};

class TargetChoice {
  public:
    explicit TargetChoice(const Period& asked) : asked_(asked) {}
    void offer(const Target& target, int whose);   // of several revisions the last
    const Target* best() const { return best_; }

  private:
    using Key = std::tuple<int, int, std::int32_t, int>;
    Period asked_;
    const Target* best_ = nullptr;
    Key key_;
};

// Who has set a target, seen from the unit that is judged or printed.
struct TargetSetter {
    bool is_own = false;      // the unit itself, by name
    bool is_unnamed = false;  // nobody is named: the indicator's owner
    bool owns = false;        // the unit owns the indicator (or nobody does)
    bool is_council = false;
    bool is_above = false, is_below = false;  // in the organisation
    bool is_owner = false;    // another of the indicator's owners
};

// Whose target counts, for the rule and in tables alike; less is better: the unit's own, one from above it, the
// council's (or the owner's, where the unit is another), one from below it, another owner's; no_answer for all others.
int target_owner_rank(const TargetSetter& setter);

// The outcome of the same unit and breakdown in the same period some years before (-1), or another's series of the
// same period. What is measured on one day of the year has its counterpart on the last such day of the other year.
const Outcome* counterpart(const std::vector<const Outcome*>& of_indicator, const Outcome& outcome, int years,
                           std::string_view series);

}  // namespace styrkedja
