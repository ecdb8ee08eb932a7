// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/target_range.h"

namespace styrkedja {

bool NumberRange::contains(const Exact& number) const {
    if (low && (number < *low || (number == *low && !low_included))) return false;
    return !high || number < *high || (number == *high && high_included);
}

bool NumberRange::contains_just_below(const Exact& number) const {
    return (!low || *low < number) && (!high || number <= *high);
}

bool NumberRange::contains(const NumberRange& other) const {
    if (other.is_empty()) return true;
    if (low) {
        if (!other.low || *other.low < *low) return false;
        if (*other.low == *low && other.low_included && !low_included) return false;
    }
    if (high) {
        if (!other.high || *other.high > *high) return false;
        if (*other.high == *high && other.high_included && !high_included) return false;
    }
    return true;
}

bool NumberRange::is_apart_from(const NumberRange& other) const {
    auto before = [](const NumberRange& a, const NumberRange& b) {
        if (!a.high || !b.low) return false;
        return *a.high < *b.low || (*a.high == *b.low && !(a.high_included && b.low_included));
    };
    return is_empty() || other.is_empty() || before(*this, other) || before(other, *this);
}

bool NumberRange::is_empty() const {
    if (!low || !high) return false;
    return *low > *high || (*low == *high && !(low_included && high_included));
}

bool NumberRange::exists() const {
    return (!low || low->exists()) && (!high || high->exists());
}

std::string NumberRange::str() const {
    std::string text = low && low_included ? "[" : "(";
    if (low) text += low->str();
    text += ", ";
    if (high) text += high->str();
    return text + (high && high_included ? "]" : ")");
}

}  // namespace styrkedja
