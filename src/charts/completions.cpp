// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "charts/charts.h"
#include "charts/kinds.h"

namespace styrkedja::charts {

using namespace document;

namespace {

constexpr double row_height = 15, bar_height = 5.2;

void add_panel(Drawing& drawing, const ChartPanel& panel, double& top) {
    const ChartSeries* series = panel.series.empty() ? nullptr : &panel.series.front();
    const Style style{text_size, false, Anchor::end, ink::black}, grey{text_size, false, Anchor::start, ink::second};
    double numbers = 20;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        if (number_of(value_at(series, i).figure)) numbers = std::max(numbers, width_of(shown_at(series, i), style));
    }
    const double bar = named_rows(panel.places, drawing.width, 0, row_height, 0.5).names + numbers + 8, right = bar - 8;
    std::vector<std::vector<std::string>> reasons;
    std::vector<std::size_t> beside;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const std::string& why = value_at(series, i).words;
        reasons.push_back(wrapped(why.empty() ? std::string(words.missing) : why, drawing.width - bar, grey));
        beside.push_back(number_of(value_at(series, i).figure) ? 1 : reasons.back().size());
    }
    const NamedRows names = named_rows(panel.places, drawing.width, top, row_height, 0.5, beside);
    add_names(drawing, names);
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const double middle = names.rows[i].middle();
        const auto number = number_of(value_at(series, i).figure);
        const double width = std::min(drawing.width - bar, 125.0);
        if (!number) {
            // Not reported is no frame at all: an empty one would say nought per cent.
            add_text(drawing, {right, middle + 2.8}, std::string(words.no_value), style);
            add_lines_about(drawing, {bar, middle}, reasons[i], grey);
            continue;
        }
        add_text(drawing, {right, middle + 2.8}, shown_at(series, i), style);
        const int percent = static_cast<int>(std::clamp(std::round(*number), 0.0, 100.0));
        add(drawing, draw_completion(percent, width, bar_height), {bar, middle - bar_height / 2});
    }
    top = names.bottom;
}

}  // namespace

void draw_completions(const Chart& chart, Drawing& drawing) {
    double top = 0;
    each_panel(chart, drawing, top, {}, [&](const ChartPanel& panel) { add_panel(drawing, panel, top); });
    drawing.height = top + 2;
}

}  // namespace styrkedja::charts
