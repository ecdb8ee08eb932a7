// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/economy/code_map.h"

namespace styrkedja {

CodePattern code_pattern(std::string_view text) {
    if (text.ends_with('*')) return {CodePattern::Shape::prefix, text.substr(0, text.size() - 1), {}};
    if (const std::size_t dots = text.find(".."); dots != text.npos)
        return {CodePattern::Shape::range, text.substr(0, dots), text.substr(dots + 2)};
    return {CodePattern::Shape::exact, text, {}};
}

bool CodePattern::fits(std::string_view code) const {
    switch (shape) {
        case Shape::exact:
            return code == first;
        case Shape::prefix:
            return code.starts_with(first);
        default:
            return code.size() >= first.size() && first <= code.substr(0, first.size()) && code.substr(0, last.size()) <= last;
    }
}

int CodePattern::rank() const {
    constexpr int exact = 1'000'000;
    if (shape == Shape::exact) return exact;
    if (shape == Shape::prefix) return static_cast<int>(2 * first.size());
    const auto apart = std::mismatch(first.begin(), first.end(), last.begin(), last.end()).first;
    return static_cast<int>(2 * (apart - first.begin()) + 1);
}

bool CodePattern::is_sound() const {
    return shape != Shape::range || (first.size() == last.size() && !first.empty() && first <= last);
}

}  // namespace styrkedja
