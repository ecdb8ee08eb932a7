// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/assess/rule.h"
#include "domain/values/target_comparison.h"

namespace styrkedja::assess {

// One thing that is counted: an indicator with its verdict, an activity that is done or not. Unknown
// (cannot_say) counts as missing, never as met nor as failed.
struct Counted {
    std::string id;     // the entity
    std::string field;  // where the verdict comes from: "outcome", "expectation", "status"
    Verdict verdict = Verdict::cannot_say;
};

// What is known about one dimension: a list to count (indicators, activities), or a value (achievement,
// figure).
struct DimensionEvidence {
    std::string dimension;
    std::vector<Counted> items;
    std::optional<Exact>
        value;           // achievement, figure; absent = unknown, where something exists that should have one
    bool exists = true;  // achievement, figure: there is something that should have a value
    bool just_short = false;  // achievement: see Achievement
    std::string source;       // achievement, figure: the entity or fact it comes from
    std::size_t things = 1, missing = 0;  // achievement: indicators that should have a value, and those without one
};

// A goal below, with the rating that counts (the committee's where there is one: the caller decides).
struct ChildRating {
    std::string id;
    std::optional<std::size_t> rating;  // place in the scale; absent = not rated
};

// All that a rule may look at, for one goal × unit × place × occasion. The caller decides whether verdicts
// come from expectations (interim) or outcomes (year end) and says so in `forecast`.
struct Evidence {
    bool forecast = false;
    std::vector<DimensionEvidence> dimensions;
    std::vector<ChildRating> children;
};

struct DimensionResult {
    std::string dimension;
    std::string state;  // the id of its class, "nothing" or "unknown"
    std::size_t met = 0, not_met = 0, unknown = 0, total = 0;
    std::optional<Exact> value;  // the share met among the known, or the ratio or figure
};

enum class Why : std::uint8_t {
    clause,              // a clause gave the result (also a clause that says "not measured")
    weighed_together,    // a method over the goals below
    too_little_known,    // less than the rule's least share
    nothing_to_measure,  // nothing is there to count
    no_answer            // the rule has a hole here: examine() names it
};

// What was counted and how it counted, in the order of the evidence.
struct ReasonItem {
    std::string dimension;  // empty: a rating that a method weighed
    std::string id, field;
    Verdict verdict = Verdict::cannot_say;
    std::optional<std::size_t> rating;  // goals below
};

// What the rule says, with its reasons. A proposal: the office assesses and the committee decides.
struct Proposal {
    std::optional<std::size_t> result;  // place in the scale; absent = not measured, or no answer (see `why`)
    Why why = Why::no_answer;
    std::optional<std::size_t> clause;  // which clause
    bool forecast = false;
    std::vector<DimensionResult> dimensions;
    std::vector<ReasonItem> reasons;
};

Proposal apply(const Rule& rule, Scale scale, const Evidence& evidence);

}  // namespace styrkedja::assess
