// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "charts/drawing.h"

namespace styrkedja::charts {

// What a drawing as SVG needs besides its shapes. `prefix` makes the ids of hatches its own where several drawings
// stand in one page: letters, digits and hyphens.
struct SvgNames {
    std::string_view prefix = "d";
    std::string_view title;         // its name for screen readers; empty = it is only decoration
    std::string_view description;   // the same in words
    bool themed = false;            // inks carry classes (f-data, s-ink), so that a dark page can have its own
};

// An SVG picture, alone or inside a page: self-contained, numbers with two decimals and a dot, the same bytes for the
// same drawing. Texts are escaped.
std::string to_svg(const Drawing& drawing, const SvgNames& names = {});

}  // namespace styrkedja::charts
