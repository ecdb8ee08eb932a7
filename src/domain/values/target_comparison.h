// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>

#include "base/decimal.h"
#include "domain/values/measured_value.h"
#include "domain/values/target.h"
#include "domain/values/target_range.h"

namespace styrkedja {

// Which way is better, as the indicator says: up, down, towards a value, within an interval, or not stated.
enum class Direction : std::uint8_t { up, down, near, within, none };

enum class Verdict : std::uint8_t { met, not_met, cannot_say };

// Why a comparison gave its verdict. The first two go with met and not_met, all others with cannot_say.
enum class ComparisonReason : std::uint8_t {
    reached,
    not_reached,
    no_outcome,  // missing: neither met nor failed
    no_target,
    target_set_later,
    target_delegated,
    target_in_words,
    outcome_in_words,
    nothing_to_compare_with,  // Öka, without a base value or last year's outcome
    direction_not_stated,     // 75, and nobody says which way is better
    units_differ,             // also per cent against percentage points
    other_scope,              // the city's 6 700 beside the office's 5
    other_window,             // a year beside a rolling five-year ratio
    outcome_too_vague,        // "<5" against a target of 3
    reference_too_vague,
    number_too_large
};

// What a course or change is compared with, where there is something. `stated` is what the governance model
// or the indicator says; the target's own words ("jämfört med föregående år") go before it.
struct References {
    MeasuredValue base;      // ingående värde
    MeasuredValue previous;  // last year's outcome
    MeasuredValue series;    // another series: the nation, comparison municipalities, the index year
    StatedReference stated = StatedReference::not_stated;
};

struct Comparison {
    Verdict verdict = Verdict::cannot_say;
    ComparisonReason reason = ComparisonReason::no_outcome;
    std::optional<NumberRange> accepted;  // what the target accepts, in the target's unit (or the outcome's)
    std::optional<NumberRange> outcome;   // what the outcome is, in the same unit
    StatedReference reference = StatedReference::not_stated;  // which one was used
    std::optional<Exact> compared_with;                       // its value
    std::optional<Verdict> long_run;                          // of "på sikt högst 5 %"
};

// Does the outcome meet the target?
//   level, by direction   up: outcome >= target; down: outcome <= target. 75 with down is met by 70.
//                         near, within: the outcome rounded to the target's written decimals is the target
//                         (100 is met by 99,6; 100,0 is not). none: met when equal, otherwise nobody can say.
//   level with a bound    as the bound says, whatever the direction.
//   interval              both ends included, whatever the direction.
//   course                see Course. keep: up: outcome >= reference; down: outcome <= reference; else equal.
//   The
//                         numbers are compared exactly as written: 81,9 has not kept 82.
//   change                per cent of the reference's size, points or units added to the reference: the
//   outcome must
//                         be there or further in the course's way ("högst": at most that far). From zero, per
//                         cent says nothing.
//   rank                  the outcome is that place or a smaller number, whatever the direction.
//   words                 met by the same words; "ja" is not met by "nej"; otherwise nobody can say.
// An outcome that is not exact is met when all that it can be is accepted, not met when nothing of it is.
Comparison compare(const UnderstoodTarget& target, const MeasuredValue& outcome, const References& references,
                   Direction better);

// How far towards the target: 1 = there, 0,8 = four fifths of it. For a lower end outcome / end, for an upper
// end end / outcome (10 at most, and 12,5: 0,8), more than 1 beyond it; inside an interval 1. Where that is
// no number (an end or outcome of zero or below) it is 1 when met and 0 when not. `just_short`: the ratio is
// 1 and the target is not met, since it asks for more than the end (Öka, and nothing changed). Nothing where
// the verdict is cannot_say.
struct Achievement {
    Exact ratio;
    bool just_short = false;
};
std::optional<Achievement> achievement(const Comparison& comparison);

}  // namespace styrkedja
