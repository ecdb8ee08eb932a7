// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "domain/values/measured_value.h"
#include "domain/values/target_range.h"
#include "domain/values/target_words.h"

namespace styrkedja {

enum class TargetForm : std::uint8_t {
    none,       // "-", "inget mål": there is no target
    set_later,  // empty, "bestäms senare"
    delegated,  // "tas fram av nämnden": the committee is to set it
    words,      // not understood; met only by the same words ("Ja" by "Ja")
    level,      // 75 · >89,9% · 98 % (lägst) · 0 eller bättre
    interval,   // +/-1 % · 2–4 · mellan 2 och 4 · 100 ± 2
    course,     // Öka · Minska · bibehålla · förbättras: against base value or last year's outcome
    change,     // öka med 5 % · +5 % på 358 · minska med 2 procentenheter
    rank        // Topp 10 · bland de 30 bästa: a place, where a small number is always better
};

// Which way a course goes, from the value it is compared with (the reference).
enum class Course : std::uint8_t {
    up,       // Öka: higher than the reference; the same is not enough
    down,     // Minska: lower than the reference
    keep,     // bibehålla: exactly the same, or better in the indicator's direction
    better,   // förbättras: up or down, as the indicator's direction says
    not_up,   // inte öka: the same or lower
    not_down  // inte minska: the same or higher
};

// What a change is counted in. "öka med 5 procent" from 40 % gives 42 %; "5 procentenheter" gives 45 %.
enum class ChangeIn : std::uint8_t { per_cent, percentage_points, units };

// Which value the target's own words compare with. Not stated: what the caller says, else base value, else
// previous.
enum class StatedReference : std::uint8_t { not_stated, base, previous, series };

struct TargetLevel {
    Bound bound = Bound::by_direction;
    Decimal number;
    WrittenUnit unit;
};

// A target as written AND as understood. Its scope, window and reference are not parsed: the caller sets
// them.
struct UnderstoodTarget {
    std::string written;
    TargetForm form = TargetForm::set_later;
    TargetLevel level;           // level; change: bound and amount ("med minst 5 %"); rank: the number
    Decimal low, high;           // interval, both included
    Course course = Course::up;  // course, change (up or down)
    ChangeIn change_in = ChangeIn::units;  // change
    std::optional<Decimal> change_from;    // change: the 358 of "+5 % på 358"
    std::optional<TargetLevel>
        long_run;           // course: "minska, på sikt högst 5 %"; told, never decides the verdict
    int year = 0;           // "till 2013", "år 2020"; 0 = none
    std::string qualifier;  // words after it: "på en sexgradig skala"
    std::string marks;      // footnote marks
    StatedReference reference = StatedReference::not_stated;
    MeasuringTerms terms;  // from the caller

    // One line for machines and tests: "level at_least 98 %", "interval -1..1 %", "course up", "words".
    std::string understood() const;
};

// Total: never fails. Everything that isn't fully understood is `words`: a target that says two things
// ("minst 833 bostäder, varav 100 småhus") is never half understood.
//   - a plus sign before per cent or percentage points is a change (+5 %); before other numbers it is a sign
//   (+30);
//   - a minus sign is always a sign (-2 % is a level);
//   - "97 (95)", which holds two values, is words here: see parse_pair.
UnderstoodTarget parse_target(std::string_view written, const TargetWords& words = swedish_target_words());

// "97 (95)": an outcome with its target in one cell. Nothing for other texts.
struct WrittenPair {
    MeasuredValue outcome;
    UnderstoodTarget target;
};
std::optional<WrittenPair> parse_pair(std::string_view written);

}  // namespace styrkedja
