// SPDX-License-Identifier: EUPL-1.2
// Stands in until the charts are drawn; goes away with them.
#include "charts/charts.h"

namespace styrkedja::charts {

namespace {
Drawing box(double width, double height) {
    Drawing made{width, height, {}};
    made.shapes.push_back(Rectangle{{0, 0}, width, height, {"", false, "#CDCDCD", 0.5, 0}});
    return made;
}
}  // namespace

Drawing draw(const document::Chart&, double width) { return box(width, 160); }
Drawing draw(const document::RiskMatrix&, double width) { return box(width, 160); }
Drawing draw(const document::Sparkline&) { return box(52, 13); }
Drawing draw(const document::Mark& mark, double side) {
    Drawing made{side, side, {}};
    made.shapes.push_back(Circle{{side / 2, side / 2}, side / 2 - 0.5, {mark.colour, false, "#1A1A1A", 0.9, 0}});
    return made;
}
Drawing draw_completion(int percent, double width, double height) {
    Drawing made = box(width, height);
    made.shapes.push_back(Rectangle{{0, 0}, width * percent / 100, height, {"#1A1A1A", false, "", 0, 0}});
    return made;
}

}  // namespace styrkedja::charts
