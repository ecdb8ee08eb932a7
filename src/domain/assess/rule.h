// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "domain/values/target_range.h"

// How an assessment is proposed from facts. A rule is data: whoever maps the model fills these structs, with
// ids as they stand in the pack. The scale (ids of its values, best first) is always given beside the rule.
namespace styrkedja::assess {

using Scale = std::span<const std::string>;

// A result beside the values of the scale: a state of its own, never the best nor the worst.
inline constexpr std::string_view not_measured = "not-measured";

// Two states that every dimension has beside its classes.
inline constexpr std::string_view state_nothing = "nothing";  // there is nothing to count
inline constexpr std::string_view state_unknown = "unknown";  // there is, but none of it is known

// What a rule looks at. The first three are shares (0–1) of what is known among what is counted.
enum class Input : std::uint8_t {
    indicators,   // share whose targets are met, or at an interim occasion expected to be met
    activities,   // share that is done, or expected to be done
    children,     // share of the goals below rated at `at_least` or better
    achievement,  // the outcome's ratio to its target (domain/values/target_comparison.h)
    figure        // a named figure of the economy: a variance, a variance in per cent
};
constexpr bool is_share(Input input) {
    return input <= Input::children;
}

// A named part of what a dimension can be. The classes of a dimension stand best first and must together hold
// every value once: shares from 0 to 1, other figures without end.
struct Class {
    std::string id;
    NumberRange range;
};

struct Dimension {
    std::string id;  // unique in the rule; clauses name it
    Input input = Input::indicators;
    std::string at_least;        // children: a value of the scale
    std::vector<Class> classes;  // empty = default_classes(), for shares only
    // When there is nothing, or nothing known, the whole is not measured. Otherwise clauses must name the
    // state.
    bool nothing_is_not_measured = false;
    bool unknown_is_not_measured = false;
};

// all (= 1), majority (> ½), half (= ½), few (> 0), none (= 0).
const std::vector<Class>& default_classes();
const std::vector<Class>& classes_of(const Dimension& dimension);

// What a clause accepts in one dimension: ids of classes, "nothing", "unknown". Empty = any class or state.
struct Accepted {
    std::string dimension;
    std::vector<std::string> classes;
};

// "Green, when ...": holds when every dimension named is in an accepted class. The first clause that holds
// decides.
struct Clause {
    std::vector<Accepted> when;
    std::string result;  // a value of the scale, or not_measured
};

// How the rating follows. Clauses look at the dimensions; the others weigh the ratings of the goals below
// together: the value in the middle (of an even number the worse of the two in the middle), the worst, the
// best, or the one that more than half of them have. Unrated goals are counted as unknown, never as bad.
enum class Method : std::uint8_t { clauses, lower_median, worst, best, majority };

struct Rule {
    std::string id;
    std::string name;
    std::string source;                // where it is decided
    std::string valid_from, valid_to;  // ISO dates, both included; empty = open
    Exact least_known;                 // 0–1: least share known, in each share and achievement, before the rule speaks
    Method method = Method::clauses;
    std::vector<Dimension> dimensions;
    std::vector<Clause> clauses;
    std::string when_no_majority;  // majority: a value of the scale, or not_measured
};

}  // namespace styrkedja::assess
