// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "charts/kinds.h"
#include "charts/scale.h"
#include "locale/number.h"

namespace styrkedja::charts {

using namespace document;

namespace {

// One column of a panel: the value of the series that has one at that place.
struct Column {
    std::string name, shown, error;
    SeriesKind kind = SeriesKind::outcome;
    std::optional<double> value;
};

// How far the outcome came from a forecast, in per cent of the forecast: the same definition as forecast-accuracy in tables.
// Computed exactly, printed with one decimal.
std::string error_of(const Figure& forecast, const Figure& outcome) {
    const auto a = Decimal::parse(forecast.value), b = Decimal::parse(outcome.value);
    if (!a || !b || a->is_zero()) return "";
    const Exact error = (Exact(*b) - Exact(*a)) / Exact(*a) * Exact(100);
    if (!error.exists() || error.abs() > Exact(99999)) return "";
    NumberFormat format;
    format.plus = true;
    return replaced(words.error, "{value}", format_number(error, 1, format));
}

std::vector<Column> columns_of(const ChartPanel& panel) {
    const ChartSeries* outcomes = series_of(panel, SeriesKind::outcome);
    const Figure* outcome = nullptr;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const ChartValue& value = value_at(outcomes, i);
        if (number_of(value.figure)) outcome = &*value.figure;
    }
    std::vector<Column> columns;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        Column column;
        column.name = panel.places[i];
        column.shown = words.missing;
        for (const ChartSeries& series : panel.series) {
            const ChartValue& value = value_at(&series, i);
            if (!number_of(value.figure)) {
                if (!value.words.empty()) column.shown = value.words, column.kind = series.kind;
                continue;
            }
            column.kind = series.kind;
            column.value = number_of(value.figure);
            column.shown = value.figure->shown;
            if (outcome != nullptr && series.kind == SeriesKind::forecast) column.error = error_of(*value.figure, *outcome);
            break;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

void add_form(Drawing& drawing, SeriesKind kind, Point corner, double width, double height) {
    if (kind == SeriesKind::forecast) add_hatched(drawing, corner, width, height);
    else if (kind == SeriesKind::outcome) add_bar(drawing, corner, width, height, ink::data);
    else if (kind == SeriesKind::last_year) add_bar(drawing, corner, width, height, ink::last);
    else add_outline(drawing, corner, width, height, ink::black, 1);
}

void add_column(Drawing& drawing, const Column& column, const Scale& y, double left, double width) {
    const double zero = y.at(0), end = y.at(*column.value);
    const Point corner{left, std::min(zero, end)};
    const double height = std::abs(zero - end);
    if (height > 0) add_form(drawing, column.kind, corner, width, height);
}

double add_panel(Drawing& drawing, const ChartPanel& panel, Point corner, double width) {
    const std::vector<Column> columns = columns_of(panel);
    Scale y{0, 0, corner.y + 96, corner.y + 16};
    for (const Column& column : columns) {
        if (!column.value) continue;
        y.from = std::min(y.from, *column.value);
        y.to = std::max(y.to, *column.value);
    }
    if (y.from == y.to) y.to = 1;
    if (y.from < 0) y.start -= 12;
    const double pitch = width / static_cast<double>(columns.size()), bar = pitch * 0.78, zero = y.at(0);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].value) add_column(drawing, columns[i], y, corner.x + pitch * static_cast<double>(i) + (pitch - bar) / 2, bar);
    }
    for (const Column& column : columns) {
        if (column.kind != SeriesKind::outcome || !column.value) continue;
        add_line(drawing, {corner.x, y.at(*column.value)}, {corner.x + width, y.at(*column.value)}, ink::data, 0.7, 2);
    }
    double bottom = corner.y + 96;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const double middle = corner.x + pitch * (static_cast<double>(i) + 0.5);
        const bool outcome = column.kind == SeriesKind::outcome && column.value;
        Style style{text_size, outcome, Anchor::middle, outcome ? ink::data : ink::black};
        if (!column.value) style.colour = ink::second;
        const double value = column.value.value_or(0), at = y.at(value) + (value < 0 ? 11 : -5);
        const auto lines = wrapped(column.shown, pitch - 2, style);
        const double first = value < 0 ? at : at - 9.4 * static_cast<double>(lines.size() - 1);
        if (lines.size() == 1) add_text_on_paper(drawing, {middle, first}, lines[0], style);
        else add_lines(drawing, {middle, first}, lines, style);
        const Style name{7.8, false, Anchor::middle, ink::black}, error{7.4, false, Anchor::middle, ink::second};
        double last = add_lines(drawing, {middle, corner.y + 107}, wrapped(column.name, pitch - 2, name), name);
        if (!column.error.empty()) last = add_lines(drawing, {middle, last + 9.4}, wrapped(column.error, pitch - 2, error), error);
        bottom = std::max(bottom, last);
    }
    add_line(drawing, {corner.x, zero}, {corner.x + width, zero}, ink::black, 0.8);
    return bottom + 4;
}

// The numbers need so much room.
double wanted_width(const ChartPanel& panel) {
    double widest = 30;
    for (const Column& column : columns_of(panel)) {
        const Style style{text_size, true, Anchor::middle, ink::black};
        if (column.value) widest = std::max(widest, width_of(column.shown, style) + 4);
    }
    return widest * static_cast<double>(std::max<std::size_t>(1, panel.places.size()));
}

// Columns can stand where each has room for its number, and for a name or reason in two lines.
bool can_stand(const ChartPanel& panel, double width) {
    if (wanted_width(panel) > width) return false;
    const double pitch = width / static_cast<double>(std::max<std::size_t>(1, panel.places.size()));
    for (const Column& column : columns_of(panel)) {
        const Style style{text_size, true, Anchor::middle, ink::black};
        if (!column.value && wrapped(column.shown, pitch - 2, style).size() > 2) return false;
        if (wrapped(column.name, pitch - 2, style).size() > 3) return false;
    }
    return true;
}

// Otherwise they lie, names at the left edge.
double add_lying(Drawing& drawing, const ChartPanel& panel, double top) {
    const std::vector<Column> columns = columns_of(panel);
    std::vector<std::size_t> beside;
    std::vector<std::vector<std::string>> said;
    std::vector<BarNeed> needs;
    const Style style{text_size, true, Anchor::start, ink::black};
    for (const Column& column : columns) {
        said.push_back(lines_beside(column.shown + (column.error.empty() ? "" : "; " + column.error), drawing.width, style));
        beside.push_back(said.back().size());
        needs.push_back({column.value.value_or(0), 4 + width_of(said.back(), style)});
    }
    const NamedRows rows = named_rows(panel.places, drawing.width, top, 15, 0.36, beside);
    const Bars bars = fitted(needs, rows.names, drawing.width);
    add_names(drawing, rows);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double middle = rows.rows[i].middle(), value = columns[i].value.value_or(0);
        const double end = bars.zero + value * bars.per_unit, left = std::min(end, bars.zero);
        const double length = std::abs(end - bars.zero);
        if (length > 0) add_form(drawing, columns[i].kind, {left, middle - 4}, length, 8);
        Style beside_style = style;
        beside_style.semibold = columns[i].kind == SeriesKind::outcome && columns[i].value;
        beside_style.anchor = value < 0 ? Anchor::end : Anchor::start;
        add_lines_about(drawing, {value < 0 ? end - 4 : end + 4, middle}, said[i], beside_style);
    }
    add_line(drawing, {bars.zero, top}, {bars.zero, rows.bottom}, ink::black, 0.8);
    return rows.bottom + 2;
}

}  // namespace

void draw_forecast_record(const Chart& chart, Drawing& drawing) {
    double wanted = 90;
    for (const ChartPanel& panel : chart.panels) wanted = std::max(wanted, wanted_width(panel));
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((drawing.width + 20) / (wanted + 20))));
    std::size_t columns = std::min(fit, chart.panels.size());
    double width = (drawing.width - 20 * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    width = std::min(width, std::max(200.0, wanted));
    const bool lies = std::any_of(chart.panels.begin(), chart.panels.end(), [&](const ChartPanel& panel) {
        return has_values(panel, chart.kind) && !can_stand(panel, width);
    });
    if (lies) columns = 1, width = drawing.width;
    double top = 0;
    for (std::size_t i = 0; i < chart.panels.size(); i += columns) {
        const std::size_t end = std::min(i + columns, chart.panels.size());
        double below = top, bottom = top;
        for (std::size_t k = i; k < end; ++k) {
            below = std::max(below, add_panel_heading(drawing, chart.panels[k], {(width + 20) * static_cast<double>(k - i), top + 1}, width));
        }
        for (std::size_t k = i; k < end; ++k) {
            const Point corner{(width + 20) * static_cast<double>(k - i), below};
            if (!has_values(chart.panels[k], chart.kind)) {
                say_nothing(drawing, {corner.x, corner.y + 12}, width, words.no_values);
                bottom = std::max(bottom, corner.y + 18);
            } else if (lies) {
                bottom = add_lying(drawing, chart.panels[k], corner.y);
            } else {
                bottom = std::max(bottom, add_panel(drawing, chart.panels[k], corner, width));
            }
        }
        top = bottom + (end < chart.panels.size() ? 8 : 0);
    }
    drawing.height = top;
}

}  // namespace styrkedja::charts
