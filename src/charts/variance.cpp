// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "charts/kinds.h"
#include "charts/scale.h"

namespace styrkedja::charts {

using namespace document;

namespace {

constexpr double row_height = 15, bar_height = 8, gap = 4;

// Two white strokes through a bar that is cut, and an arrow at its end.
void add_cut(Drawing& drawing, double end, double middle, bool left, const Colour& fill) {
    const double way = left ? -1 : 1;
    for (const double back : {16.0, 11.0}) {
        const double x = end - way * back;
        add_line(drawing, {x + 2, middle - 5.2}, {x - 2, middle + 5.2}, ink::paper, 2);
    }
    drawing.shapes.push_back(
        Polygon{{{end, middle - 5.2}, {end + way * 7, middle}, {end, middle + 5.2}}, true, filled(fill)});
}

struct VarianceRow {
    double value = 0;       // as drawn: cut where it is too long
    bool missing = false, cut = false;
    std::string shown;
    std::vector<std::string> lines;
    Style style() const { return {text_size, !missing, Anchor::start, ink::black}; }
};

std::vector<VarianceRow> rows_of(const ChartPanel& panel, double width) {
    const ChartSeries* series = series_of(panel, SeriesKind::variance);
    if (series == nullptr && !panel.series.empty()) series = &panel.series.front();
    std::vector<VarianceRow> rows(panel.places.size());
    std::vector<double> values;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto number = number_of(value_at(series, i).figure);
        rows[i].missing = !number;
        rows[i].value = number.value_or(0);
        rows[i].shown = shown_at(series, i);
        if (number) values.push_back(*number);
        if (!number && rows[i].shown.empty()) rows[i].shown = value_at(series, i).words;
        if (!number && rows[i].shown.empty()) rows[i].shown = words.missing;
    }
    const double cut = cut_at(values, 12);
    for (VarianceRow& row : rows) {
        row.lines = lines_beside(row.shown, width, row.style());
        if (cut <= 0 || std::abs(row.value) <= cut) continue;
        row.cut = true;
        row.value = row.value < 0 ? -cut : cut;
    }
    return rows;
}

Bars fit(const std::vector<VarianceRow>& rows, double from, double to) {
    std::vector<BarNeed> needs;
    for (const VarianceRow& row : rows) {
        needs.push_back({row.value, gap + (row.cut ? 8 : 0) + width_of(row.lines, row.style())});
    }
    return fitted(needs, from, to);
}

void add_row(Drawing& drawing, const VarianceRow& row, const Bars& bars, double middle) {
    const bool left = row.value < 0;
    const double end = bars.zero + row.value * bars.per_unit;
    const Colour& fill = left ? ink::worse : ink::better;
    if (row.value != 0) {
        add_bar(drawing, {std::min(bars.zero, end), middle - bar_height / 2}, std::abs(end - bars.zero), bar_height, fill);
    }
    if (row.cut) add_cut(drawing, end, middle, left, fill);
    Style style{text_size, true, left ? Anchor::end : Anchor::start, fill};
    if (row.value == 0) style.colour = ink::second;
    if (row.missing) style.semibold = false;
    const double beside = gap + (row.cut ? 8 : 0);
    add_lines_about(drawing, {left ? end - beside : end + beside, middle}, row.lines, style);
}

// "sämre" and "bättre" at the sides of zero, where there is room for both; else the one that is used.
double add_sides(Drawing& drawing, const Bars& bars, const std::vector<VarianceRow>& rows, double from, double top) {
    Style style{text_size, false, Anchor::end, ink::worse};
    const std::string worse(words.worse), better(words.better);
    const bool any_left = std::any_of(rows.begin(), rows.end(), [](const VarianceRow& row) { return row.value < 0; });
    const bool any_right = std::any_of(rows.begin(), rows.end(), [](const VarianceRow& row) { return row.value > 0; });
    if (any_left || bars.zero - from > width_of(worse, style) + 6) {
        const bool room = bars.zero - 6 - width_of(worse, style) >= 0;
        if (room) add_text(drawing, {bars.zero - 6, top + 8}, worse, style);
    }
    style.anchor = Anchor::start;
    style.colour = ink::better;
    const bool room = bars.zero + 6 + width_of(better, style) <= drawing.width;
    if (room && (any_right || !any_left)) add_text(drawing, {bars.zero + 6, top + 8}, better, style);
    return top + 15;
}

bool add_panel(Drawing& drawing, const ChartPanel& panel, double& top) {
    const std::vector<VarianceRow> rows = rows_of(panel, drawing.width);
    const double line_top = top + 1;
    std::vector<std::size_t> beside;
    for (const VarianceRow& row : rows) beside.push_back(row.lines.size());
    const NamedRows names = named_rows(panel.places, drawing.width, top + 15, row_height, 0.36, beside);
    const Bars bars = fit(rows, names.names, drawing.width);
    add_sides(drawing, bars, rows, names.names, top);
    add_line(drawing, {bars.zero, line_top}, {bars.zero, names.bottom + 2}, ink::black, 0.8);
    add_names(drawing, names);
    for (std::size_t i = 0; i < rows.size(); ++i) add_row(drawing, rows[i], bars, names.rows[i].middle());
    top = names.bottom + 4;
    return std::any_of(rows.begin(), rows.end(), [](const VarianceRow& row) { return row.cut; });
}

}  // namespace

void draw_variance(const Chart& chart, Drawing& drawing) {
    double top = 0;
    bool cut = false;
    each_panel(chart, drawing, top, {}, [&](const ChartPanel& panel) { cut = add_panel(drawing, panel, top) || cut; });
    drawing.height = cut ? add_remark(drawing, top, std::string(words.cut)) : top;
}

}  // namespace styrkedja::charts
