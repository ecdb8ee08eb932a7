// SPDX-License-Identifier: EUPL-1.2
#include "charts/kinds.h"

#include <algorithm>

namespace styrkedja::charts {

using namespace document;

bool has_values(const ChartPanel& panel, ChartKind kind) {
    for (const ChartSeries& series : panel.series) {
        for (std::size_t i = 0; i < std::min(series.values.size(), panel.places.size()); ++i) {
            const ChartValue& value = series.values[i];
            if (number_of(value.figure)) return true;
            if (kind == ChartKind::heat_map && value.mark) return true;
            if (kind == ChartKind::year_wheel && !value.words.empty()) return true;
            if (kind == ChartKind::trend && value.towards != 0) return true;
        }
    }
    return false;
}

bool has_values(const Chart& chart) {
    return std::any_of(chart.panels.begin(), chart.panels.end(),
                       [&](const ChartPanel& panel) { return has_values(panel, chart.kind); });
}

const ChartSeries* series_of(const ChartPanel& panel, SeriesKind kind) {
    for (const ChartSeries& series : panel.series) {
        if (series.kind == kind) return &series;
    }
    return nullptr;
}

const ChartValue& value_at(const ChartSeries* series, std::size_t place) {
    static const ChartValue nothing;
    return series != nullptr && place < series->values.size() ? series->values[place] : nothing;
}

std::string shown_at(const ChartSeries* series, std::size_t place) {
    const ChartValue& value = value_at(series, place);
    return value.figure ? value.figure->shown : std::string();
}

NamedRows named_rows(const std::vector<std::string>& names, double width, double top, double row_height,
                     double most_share, const std::vector<std::size_t>& beside) {
    NamedRows rows;
    const Style style;
    double longest = 0;
    for (const std::string& name : names) longest = std::max(longest, width_of(name, style));
    const double column = std::min(longest + 0.01, width * most_share);
    for (const std::string& name : names) {
        NamedRow row;
        row.lines = wrapped(name, column, style);
        row.top = top;
        const std::size_t at = rows.rows.size();
        const std::size_t lines = std::max(row.lines.size(), at < beside.size() ? beside[at] : 1);
        row.height = std::max(row_height, 9.4 * static_cast<double>(lines) + 5.6);
        top += row.height;
        rows.rows.push_back(std::move(row));
    }
    rows.names = column + 8;
    rows.bottom = top;
    return rows;
}

std::vector<std::string> lines_beside(const std::string& text, double width, const Style& style) {
    return wrapped(text, width * 0.3, style);
}

double width_of(const std::vector<std::string>& lines, const Style& style) {
    double widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, width_of(line, style));
    return widest;
}

void add_lines_about(Drawing& drawing, Point middle, const std::vector<std::string>& lines, const Style& style) {
    middle.y += 2.8 - 4.7 * static_cast<double>(lines.size() - 1);
    for (const std::string& line : lines) {
        add_text_on_paper(drawing, middle, line, style);
        middle.y += 9.4;
    }
}

void add_names(Drawing& drawing, const NamedRows& rows) {
    for (const NamedRow& row : rows.rows) {
        const double first = row.middle() + 2.8 - 4.7 * static_cast<double>(row.lines.size() - 1);
        add_lines(drawing, {0, first}, row.lines, {});
    }
}

double add_panel_heading(Drawing& drawing, const ChartPanel& panel, Point corner, double width) {
    if (panel.label.empty() && panel.unit.empty()) return corner.y;
    Style style;
    style.semibold = true;
    add_line(drawing, corner, {corner.x + width, corner.y}, ink::black, 0.6);
    double y = corner.y + 11;
    std::vector<std::string> lines = wrapped(panel.label, width, style);
    y = add_lines(drawing, {corner.x, y}, lines, style);
    if (panel.unit.empty()) return y + 4;
    Style unit;
    unit.colour = ink::second;
    const double after = width_of(lines.back(), style);
    const std::string words_said = panel.label.empty() ? panel.unit : ", " + panel.unit;
    if (after + width_of(words_said, unit) <= width) {
        add_text(drawing, {corner.x + after, y}, words_said, unit);
        return y + 4;
    }
    return add_lines(drawing, {corner.x, y + 9.4}, wrapped(panel.unit, width, unit), unit) + 4;
}

void say_nothing(Drawing& drawing, Point at, double width, std::string_view words_said) {
    Style style;
    style.colour = ink::second;
    add_lines(drawing, at, wrapped(std::string(words_said), width, style), style);
}

double add_remark(Drawing& drawing, double bottom, const std::string& remark) {
    Style style;
    style.colour = ink::second;
    style.size = 7.8;
    return add_lines(drawing, {0, bottom + 11}, wrapped(remark, drawing.width, style), style, 10) + 3;
}

std::string replaced(std::string_view pattern, std::string_view name, std::string_view value) {
    std::string text(pattern);
    if (const std::size_t at = text.find(name); at != std::string::npos) text.replace(at, name.size(), value);
    return text;
}

}  // namespace styrkedja::charts
