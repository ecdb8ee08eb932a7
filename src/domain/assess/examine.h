// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/assess/rule.h"

// The total check of a rule when it is loaded: every combination of classes is tried, so that nobody finds
// out in December that exactly half of the indicators gives no answer.
namespace styrkedja::assess {

enum class FlawKind : std::uint8_t {
    hole,                  // combinations that no clause names; ratings that no method answers
    two_answers,           // two clauses hold for the same combinations, with different results
    better_gives_worse,    // a combination that is better or as good in everything gives a worse result
    never_applies,         // a clause that is never the one that decides
    classes_leave_gap,     // values that no class of a dimension holds
    classes_overlap,       // values that two classes hold
    class_is_empty,        // a class that no value can be in
    no_such_class,         // a clause names a class that its dimension doesn't have
    no_such_dimension,     // a clause names a dimension that the rule doesn't have
    no_such_result,        // a result that the scale doesn't have
    too_many_combinations  // not tried; nobody could survey such a rule either
};

// One dimension of an example: "1 of 2 indicators", a ratio of 0,8.
struct ExamplePart {
    std::string dimension;
    std::string state;               // the class, "nothing" or "unknown"
    std::size_t met = 0, total = 0;  // shares
    std::optional<Exact> value;      // achievement, figure
};

// Which states of a dimension: "half or few of the indicators".
struct StateSet {
    std::string dimension;
    std::vector<std::string> states;
};

// One thing that is wrong with a rule. Cases that are alike are one flaw: `where` says them together, `cases`
// lists each (states in the order of the rule's dimensions), `example` is a small one of the first.
struct Flaw {
    FlawKind kind = FlawKind::hole;
    std::vector<StateSet> where;
    std::vector<std::vector<std::string>> cases;
    std::vector<ExamplePart> example;
    std::vector<std::string> results;  // two_answers: both; better_gives_worse: of the better, of the worse
    std::vector<std::string> worse_case;  // better_gives_worse: what is worse and gets more
    std::vector<ExamplePart> worse_example;
    std::vector<std::size_t> clauses;  // which clauses, from 0
    std::string dimension;             // flaws of classes
    std::vector<std::string> names;  // the classes that overlap, the empty one, or the id that doesn't exist
    NumberRange range;               // the gap or overlap
    std::vector<std::string> ratings, worse_ratings;  // roll-ups: ratings of the goals below, as an example
};

// All flaws, in a fixed order; none = the rule is total, unambiguous and never punishes a better result.
// States that are settled before the clauses (least_known, nothing_is_not_measured) can't be holes. A last
// clause without conditions means "in all other cases" and is no second answer. Nothing and unknown are
// neither better nor worse than a class. Of better_gives_worse the nearest pairs are told, at most a hundred.
std::vector<Flaw> examine(const Rule& rule, Scale scale);

}  // namespace styrkedja::assess
