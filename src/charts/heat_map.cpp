// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "charts/charts.h"
#include "charts/kinds.h"

namespace styrkedja::charts {

using namespace document;

namespace {

constexpr double row_height = 19, side = 10;

// Only what calls for the eye has a tone: partly, and not.
const Colour* tone_of(MarkShape shape) {
    if (shape == MarkShape::partly || shape == MarkShape::little) return &ink::part_tone;
    if (shape == MarkShape::not_met) return &ink::bad_tone;
    return nullptr;
}

// The columns' names: level where they have room, else standing. Returns the height that they take.
double add_column_names(Drawing& drawing, const ChartPanel& panel, double from, double column, double top) {
    const Style style{text_size, true, Anchor::middle, ink::black};
    double longest = 0;
    std::size_t lines = 1;
    bool level = true;
    for (const std::string& place : panel.places) {
        longest = std::max(longest, width_of(place, style));
        const auto broken = wrapped(place, column - 4, style);
        lines = std::max(lines, broken.size());
        // A word that must be cut into many pieces is easier to read standing.
        if (broken.size() > 3) level = false;
    }
    const double height = level ? 9.4 * static_cast<double>(lines) : longest + 2;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const double middle = from + column * (static_cast<double>(i) + 0.5);
        if (level) {
            const auto broken = wrapped(panel.places[i], column - 4, style);
            const double first = top + height - 9.4 * static_cast<double>(broken.size() - 1) - 2;
            add_lines(drawing, {middle, first}, broken, style);
        } else {
            drawing.shapes.push_back(
                Label{{middle + 2.8, top + height}, panel.places[i], text_size, true, Anchor::start, ink::black, 90});
        }
    }
    return height + 5;
}

void add_row(Drawing& drawing, const ChartPanel& panel, const ChartSeries& series, const NamedRow& row, double from,
             double column) {
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const ChartValue& value = value_at(&series, i);
        if (!value.mark) continue;
        const double left = from + column * static_cast<double>(i);
        if (const Colour* tone = tone_of(value.mark->shape)) {
            add_bar(drawing, {left + 0.8, row.top + 0.6}, column - 1.6, row.height - 1.2, *tone);
        }
        const double size = std::min(side, column - 2);
        add(drawing, draw(*value.mark, size), {left + (column - size) / 2, row.middle() - size / 2});
    }
    add_line(drawing, {0, row.top + row.height}, {drawing.width, row.top + row.height}, ink::hair, 0.3);
}

void add_panel(Drawing& drawing, const ChartPanel& panel, double& top) {
    std::vector<std::string> labels;
    for (const ChartSeries& series : panel.series) labels.push_back(series.label);
    NamedRows measured = named_rows(labels, drawing.width, 0, row_height);
    const double column = (drawing.width - measured.names) / static_cast<double>(std::max<std::size_t>(1, panel.places.size()));
    top += add_column_names(drawing, panel, measured.names, column, top);
    add_line(drawing, {0, top}, {drawing.width, top}, ink::black, 0.9);
    const NamedRows names = named_rows(labels, drawing.width, top, row_height);
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        add_row(drawing, panel, panel.series[i], names.rows[i], names.names, column);
    }
    add_names(drawing, names);
    top = names.bottom;
}

// What the marks say, once each, in the order of their shapes.
double add_key(Drawing& drawing, const Chart& chart, double top) {
    std::vector<Mark> marks;
    for (const ChartPanel& panel : chart.panels) {
        for (const ChartSeries& series : panel.series) {
            for (const ChartValue& value : series.values) {
                if (!value.mark) continue;
                const bool known = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
                    return mark.shape == value.mark->shape && mark.label == value.mark->label;
                });
                if (!known) marks.push_back(*value.mark);
            }
        }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.shape < b.shape; });
    double x = 0, y = top + 8;
    const Style style{7.8, false, Anchor::start, ink::second};
    for (const Mark& mark : marks) {
        const auto lines = wrapped(mark.label, drawing.width - 12, style);
        const double width = 12 + width_of(lines.size() == 1 ? lines[0] : mark.label, style);
        if (x > 0 && x + width > drawing.width) x = 0, y += 12;
        add(drawing, draw(mark, 8), {x, y});
        y = add_lines(drawing, {x + 12, y + 7}, lines, style) - 7;
        x += width + 12;
    }
    return y + 12;
}

}  // namespace

void draw_heat_map(const Chart& chart, Drawing& drawing) {
    double top = 0;
    each_panel(chart, drawing, top, {16, 10}, [&](const ChartPanel& panel) { add_panel(drawing, panel, top); });
    drawing.height = add_key(drawing, chart, top);
}

}  // namespace styrkedja::charts
