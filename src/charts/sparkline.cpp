// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "charts/canvas.h"
#include "charts/charts.h"
#include "charts/kinds.h"
#include "charts/scale.h"

namespace styrkedja::charts {

Drawing draw(const document::Sparkline& line) {
    constexpr double width = 52, height = 13, edge = 3;
    Drawing drawing{width, height, {}};
    std::vector<std::optional<double>> values;
    for (const std::string& value : line.values) values.push_back(number_of(value));
    const std::optional<double> target = number_of(line.target);
    Scale y{0, 0, height - edge, edge};
    bool any = false;
    const auto stretch = [&](double value) {
        y.from = any ? std::min(y.from, value) : value;
        y.to = any ? std::max(y.to, value) : value;
        any = true;
    };
    for (const auto& value : values) {
        if (value) stretch(*value);
    }
    if (!any) {
        add_text(drawing, {width / 2, 9.5}, std::string(words.no_value), {small_size, false, Anchor::middle, ink::second});
        return drawing;
    }
    if (target) stretch(*target);
    const Scale x{0, static_cast<double>(values.size()) - 1, edge, width - edge};
    if (target) add_line(drawing, {0, y.at(*target)}, {width, y.at(*target)}, ink::second, 0.6, 1.6);
    std::vector<Point> run;
    const auto end_run = [&] {
        if (run.size() > 1) drawing.shapes.push_back(Polygon{run, false, stroked(ink::data, 1.1)});
        if (run.size() == 1) drawing.shapes.push_back(Circle{run[0], 0.9, filled(ink::data)});
        run.clear();
    };
    std::optional<Point> last;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) {
            end_run();
            continue;
        }
        last = Point{x.at(static_cast<double>(i)), y.at(*values[i])};
        run.push_back(*last);
    }
    end_run();
    if (last) drawing.shapes.push_back(Circle{*last, 1.8, filled(ink::data)});
    return drawing;
}

}  // namespace styrkedja::charts
