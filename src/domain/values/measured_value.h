// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "domain/values/target_range.h"
#include "domain/values/target_words.h"

namespace styrkedja {

// The unit that is written beside a number: text as it stands ("Dygn", "kWh", "mnkr"), kind and factor by
// which it can be compared with another (0,1 mnkr and 100 tkr are one amount). Per cent and percentage points
// are two kinds and never compared. An empty kind can be compared with everything: nothing written, or a
// count ("st").
struct WrittenUnit {
    std::string text;
    std::string kind;
    std::int64_t factor = 1;
    friend bool operator==(const WrittenUnit&, const WrittenUnit&) = default;
};
inline constexpr std::string_view unit_per_cent = "%";
inline constexpr std::string_view unit_percentage_points = "percentage points";

bool comparable(const WrittenUnit& a, const WrittenUnit& b);

// What a number in `unit` is multiplied with before it is compared with one in `other`.
Exact scale_of(const WrittenUnit& unit, const WrittenUnit& other);

// A limit as written. By direction = nothing said, better than or as good as, the way the indicator says.
enum class Bound : std::uint8_t { by_direction, at_least, above, at_most, below, exactly };

// What a number is about, where it is stated: never compared across.
struct MeasuringTerms {
    std::string scope;  // whose number: a unit's or the municipality's id; empty = not stated
    enum class Window : std::uint8_t {
        not_stated,
        year,
        rolling_years,
        cumulative
    } window = Window::not_stated;
    int years = 0;      // rolling_years: how many
    std::string until;  // cumulative: the day up to which it is counted (ISO)
};

enum class MeasuredKind : std::uint8_t {
    missing,      // nothing, a dash, a footnote mark only; the reason may say why
    number,       // 45,1 · 8 Dygn
    approximate,  // "ung. 116 000": the true value is within half of the last digit that isn't zero
    bound,        // "<5", "minst 20": one end is known
    words         // "Stängt", "redovisas ej, för få elever", "AA+"
};

// An outcome, base value or last year's outcome, as written and as understood. Missing is not zero and not a
// failure.
struct MeasuredValue {
    std::string written;
    MeasuredKind kind = MeasuredKind::missing;
    Decimal number;                     // number, approximate, bound: with the decimals as written
    Bound bound = Bound::by_direction;  // bound: which end
    WrittenUnit unit;
    std::string marks;      // footnote marks: "*", "**"
    std::string qualifier;  // what else is written: "av 290 kommuner"
    std::string reason;     // missing: why, when it is stated
    MeasuringTerms terms;   // from the caller; never parsed

    bool has_number() const { return kind == MeasuredKind::number || kind == MeasuredKind::approximate; }
    // All values it can stand for, in the kind's own unit (kr for mnkr); nothing for words and missing. A
    // number without a unit is in the unit that it is compared with.
    std::optional<NumberRange> range(const WrittenUnit& compared_with = {}) const;
};

// Total: never fails; what isn't understood is words, and kept. `missing_reason` is what the caller knows
// about why there is no value ("Mätning införs under 2024"), used when nothing is written.
MeasuredValue parse_measured(std::string_view written, std::string_view missing_reason = {},
                             const TargetWords& words = swedish_target_words());

}  // namespace styrkedja
