// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/values/period.h"

namespace styrkedja {

// A value that changes with time while the thing stays itself: a goal's printed number, a unit's name, the
// committee that a unit belongs to. Written "3.1", or "3.1 [2023..2023] | 1.2 [2024..]" (years or dates, both
// days included).
template <class T>
struct Dated {
    struct Span {
        T value;
        Validity holds;
        friend bool operator==(const Span&, const Span&) = default;
    };
    std::vector<Span> spans;

    bool empty() const { return spans.empty(); }

    // What holds on that day; where nothing does, the nearest span before it, else the first. Empty = default.
    const T& at(Date day) const {
        static const T nothing{};
        const T* best = nullptr;
        for (const Span& span : spans) {
            if (span.holds.holds_on(day)) return span.value;
            if (!best || !span.holds.from.exists() || span.holds.from <= day) best = &span.value;
        }
        return best ? *best : nothing;
    }
    friend bool operator==(const Dated&, const Dated&) = default;
};

}  // namespace styrkedja
