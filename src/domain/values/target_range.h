// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace styrkedja {

// All numbers between two ends: what a target accepts ("at least 98"), what an outcome can be when it is not
// told exactly ("<5", "ung. 116 000"), a class of an assessment rule ("more than half, less than all"). An
// end that is absent is open: no limit that way.
struct NumberRange {
    std::optional<Exact> low, high;
    bool low_included = true, high_included = true;

    static NumberRange only(const Exact& number) { return {number, number, true, true}; }
    static NumberRange from(const Exact& number, bool included = true) {
        return {number, {}, included, true};
    }
    static NumberRange to(const Exact& number, bool included = true) { return {{}, number, true, included}; }

    bool contains(const Exact& number) const;
    // Contains the numbers just below this one. Where a ratio is 1 and the target still isn't met.
    bool contains_just_below(const Exact& number) const;
    bool contains(const NumberRange& other) const;
    bool is_apart_from(const NumberRange& other) const;
    bool is_empty() const;
    bool exists() const;  // false when an end is a number too large to calculate with

    std::string str() const;  // "[98, )", "(-1, 1]", "( , )"
};

}  // namespace styrkedja
