// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <cmath>

#include "charts/charts.h"
#include "charts/kinds.h"

namespace styrkedja::charts {

using namespace document;

namespace {

constexpr int most_marks = 40;      // above that a bar divided with counts
constexpr double pitch = 9.9, side = 8.6;

struct Part {
    const ChartSeries* series = nullptr;
    double count = 0;
    std::string shown;
    std::optional<Mark> mark;
    std::size_t tone = 0;
};

std::vector<Part> parts_of(const ChartPanel& panel, std::size_t place) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        const ChartValue& value = value_at(&panel.series[i], place);
        const double count = number_of(value.figure).value_or(0);
        if (count > 0) parts.push_back({&panel.series[i], count, value.figure->shown, value.mark, i});
    }
    return parts;
}

double sum_of(const std::vector<Part>& parts) {
    double sum = 0;
    for (const Part& part : parts) sum += part.count;
    return sum;
}

// Each thing its own mark, where all have one and are few and whole.
bool drawn_as_marks(const std::vector<Part>& parts) {
    return sum_of(parts) <= most_marks && std::all_of(parts.begin(), parts.end(), [](const Part& part) {
               return part.mark && part.count == std::floor(part.count);
           });
}

// Tones in which neighbours differ in grey too; after them a hatch and it begins anew.
Paint tone(std::size_t number) {
    static const std::array<Colour, 6> tones = {ink::data, ink::addition, ink::paper, ink::second, ink::planned, ink::last};
    Paint paint = stroked(ink::data, 0.7);
    paint.fill = tones[number % tones.size()];
    return paint;
}

double add_marks(Drawing& drawing, const std::vector<Part>& parts, double left, double top) {
    double x = left, y = top;
    for (const Part& part : parts) {
        for (int i = 0; i < static_cast<int>(part.count); ++i) {
            if (x + side > drawing.width) x = left, y += pitch + 2;
            add(drawing, draw(*part.mark, side), {x, y});
            x += pitch;
        }
    }
    return y + side;
}

// Under the parts: count and word at each, kept apart; where they have no room in a row, under each other.
double add_words(Drawing& drawing, const std::vector<Part>& parts, const std::vector<double>& centres, double left,
                 double top, bool swatches) {
    std::vector<double> widths;
    const Style count{text_size, true, Anchor::start, ink::black}, word{text_size, false, Anchor::start, ink::black};
    for (const Part& part : parts) {
        widths.push_back((part.mark ? 11 : 0) + width_of(part.shown + " ", count) + width_of(part.series->label, word));
    }
    const auto placed = kept_apart(centres, widths, 9, left, drawing.width);
    double y = top + 9;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        double x = placed ? (*placed)[i] - widths[i] / 2 : left;
        if (!placed && i > 0) y += 3.6;
        if (!placed && swatches && !parts[i].mark) {
            drawing.shapes.push_back(Rectangle{{x, y - 6.6}, 8, 7, tone(parts[i].tone)});
            x += 12;
        }
        if (parts[i].mark) add(drawing, draw(*parts[i].mark, 7.6), {x, y - 6.6}), x += 11;
        add_text(drawing, {x, y}, parts[i].shown, count);
        x += width_of(parts[i].shown + " ", count);
        if (placed) add_text(drawing, {x, y}, parts[i].series->label, word);
        else y = add_lines(drawing, {x, y}, wrapped(parts[i].series->label, drawing.width - x, word), word) + 9.4;
    }
    return placed ? y + 4 : y - 3;
}

double add_place(Drawing& drawing, const ChartPanel& panel, std::size_t place, double left, double top) {
    const std::vector<Part> parts = parts_of(panel, place);
    if (parts.empty()) {
        say_nothing(drawing, {left, top + 9}, drawing.width - left, words.no_values);
        return top + 14;
    }
    std::vector<double> centres;
    double x = left + 0.4, below = 0;
    const bool marks = drawn_as_marks(parts);
    const double unit = marks ? pitch : (drawing.width - left - 0.8) / sum_of(parts);
    for (const Part& part : parts) {
        const double width = part.count * unit;
        centres.push_back(x + width / 2);
        if (!marks) drawing.shapes.push_back(Rectangle{{x, top}, width, 16, tone(part.tone)});
        x += width;
    }
    below = marks ? add_marks(drawing, parts, left, top + 1) : top + 16;
    return add_words(drawing, parts, centres, left, below + 2, !marks);
}

}  // namespace

void draw_shares(const Chart& chart, Drawing& drawing) {
    double top = 0;
    for (const ChartPanel& panel : chart.panels) {
        if (chart.panels.size() > 1) top = add_panel_heading(drawing, panel, {0, top + 1}, drawing.width);
        const bool alone = panel.places.size() == 1;
        const NamedRows names = named_rows(panel.places, drawing.width, 0, 16, 0.3);
        for (std::size_t i = 0; i < panel.places.size(); ++i) {
            const bool named = !alone || !panel.places[i].empty();
            const double left = named ? names.names : 0;
            const double bottom = add_place(drawing, panel, i, left, top);
            double last = top;
            if (named) last = add_lines(drawing, {0, top + 10}, names.rows[i].lines, {});
            top = std::max(bottom, last + 4) + 6;
        }
        if (chart.panels.size() > 1) top += 2;
    }
    drawing.height = top;
}

}  // namespace styrkedja::charts
