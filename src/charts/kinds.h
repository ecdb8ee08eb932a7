// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "charts/canvas.h"
#include "locale/chart_words.h"

// One function for each kind of chart; each fills a drawing of a given width and sets its height. Only charts/
// includes this.
namespace styrkedja::charts {

inline constexpr const ChartWords& words = swedish_chart_words;

void draw_trend(const document::Chart& chart, Drawing& drawing);
void draw_bars(const document::Chart& chart, Drawing& drawing);
void draw_variance(const document::Chart& chart, Drawing& drawing);
void draw_completions(const document::Chart& chart, Drawing& drawing);
void draw_shares(const document::Chart& chart, Drawing& drawing);
void draw_bridge(const document::Chart& chart, Drawing& drawing);
void draw_year_wheel(const document::Chart& chart, Drawing& drawing);
void draw_heat_map(const document::Chart& chart, Drawing& drawing);
void draw_forecast_record(const document::Chart& chart, Drawing& drawing);

// Is there anything to draw: a number, or for wheel and heat map a word or mark?
bool has_values(const document::ChartPanel& panel, document::ChartKind kind);
bool has_values(const document::Chart& chart);

// The series of that kind, the first one; none where the panel has none.
const document::ChartSeries* series_of(const document::ChartPanel& panel, document::SeriesKind kind);
// The value at a place; an empty one where the series is shorter.
const document::ChartValue& value_at(const document::ChartSeries* series, std::size_t place);
// As printed, or "" where there is none.
std::string shown_at(const document::ChartSeries* series, std::size_t place);

// Rows with a name at the left edge.
struct NamedRow {
    std::vector<std::string> lines;
    double top = 0, height = 0;
    double middle() const { return top + height / 2; }
};
struct NamedRows {
    double names = 0;              // width of the names with the gap after them
    std::vector<NamedRow> rows;
    double bottom = 0;
};
// Names take as much as they need, at most that share of the width. `beside`: how many lines stand in each row besides
// its name; empty = one.
NamedRows named_rows(const std::vector<std::string>& names, double width, double top, double row_height,
                     double most_share = 0.36, const std::vector<std::size_t>& beside = {});
// What stands at a bar's end or instead of a bar, in lines: a number is never broken, a reason may be long.
std::vector<std::string> lines_beside(const std::string& text, double width, const Style& style);
double width_of(const std::vector<std::string>& lines, const Style& style);
// The lines about a middle.
void add_lines_about(Drawing& drawing, Point middle, const std::vector<std::string>& lines, const Style& style);
void add_names(Drawing& drawing, const NamedRows& rows);

// A panel's heading where the chart has several: a rule, the name, its unit in grey. Returns where its content begins.
double add_panel_heading(Drawing& drawing, const document::ChartPanel& panel, Point corner, double width);
// "Inga värden" in a panel that has none.
void say_nothing(Drawing& drawing, Point at, double width, std::string_view words_said);
// Each panel under the one before, with its heading where there are several; one without values says so. `draw` draws a
// panel that has values from `top` on, and moves `top` below it.
struct PanelRoom {
    double nothing = 20, after = 6;   // for the words of an empty panel, and between panels
};
template <class Draw>
void each_panel(const document::Chart& chart, Drawing& drawing, double& top, const PanelRoom& room, const Draw& draw) {
    const bool several = chart.panels.size() > 1;
    for (const document::ChartPanel& panel : chart.panels) {
        if (several) top = add_panel_heading(drawing, panel, {0, top + 1}, drawing.width);
        if (has_values(panel, chart.kind)) {
            draw(panel);
        } else {
            say_nothing(drawing, {0, top + 10}, drawing.width, words.no_values);
            top += room.nothing;
        }
        if (several) top += room.after;
    }
}
// A remark under the chart, in grey; returns the new bottom.
double add_remark(Drawing& drawing, double bottom, const std::string& remark);
std::string replaced(std::string_view pattern, std::string_view name, std::string_view value);

}  // namespace styrkedja::charts
