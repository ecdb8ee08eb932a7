// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "charts/kinds.h"
#include "charts/scale.h"

namespace styrkedja::charts {

using namespace document;

namespace {

// Where one panel stands and how its values meet the paper.
struct Frame {
    Point corner;
    double width = 0, top = 0, bottom = 0;   // of the field that points stand in; bottom is the axis
    double names = 0;                        // room at the right for the series' names
    Scale x, y;
    bool named = true;                       // the series' names are printed in this panel
    std::vector<Box> taken;
    std::vector<std::pair<Point, Point>> lines;
};

Style number_style(SeriesKind kind) {
    Style style{text_size, false, Anchor::middle, ink::black};
    if (kind == SeriesKind::outcome) style = {text_size, true, Anchor::middle, ink::data};
    if (kind == SeriesKind::last_year) style.colour = ink::second;
    return style;
}

bool crosses(const Box& box, const std::pair<Point, Point>& line) {
    // Sampled: lines are short and boxes wide.
    for (int i = 0; i <= 40; ++i) {
        const double share = i / 40.0;
        const double x = line.first.x + share * (line.second.x - line.first.x);
        const double y = line.first.y + share * (line.second.y - line.first.y);
        if (x > box.left - 0.5 && x < box.right + 0.5 && y > box.top - 0.5 && y < box.bottom + 0.5) return true;
    }
    return false;
}

bool is_free(const Frame& frame, const Box& box, bool over_lines) {
    if (box.left < frame.corner.x - 0.01 || box.right > frame.corner.x + frame.width || box.top < frame.top - 14 ||
        box.bottom > frame.bottom - 0.5) {
        return false;
    }
    for (const Box& other : frame.taken) {
        if (box.meets(other)) return false;
    }
    if (over_lines) return true;
    return std::none_of(frame.lines.begin(), frame.lines.end(), [&](const auto& line) { return crosses(box, line); });
}

// A number near its point: above, below, or a little aside; nothing where no place is free.
bool add_number(Drawing& drawing, Frame& frame, Point point, const std::string& shown, const Style& style, bool below) {
    const double half = width_of(shown, style) / 2;
    const double up = -6.4, down = 12.4;
    const Point places[] = {{0, below ? down : up}, {0, below ? up : down},          {half + 5, 2.8}, {-half - 5, 2.8},
                            {half, up},             {-half, up},                     {half, down},    {-half, down},
                            {0, up - 8},            {0, down + 8}};
    for (const bool over_lines : {false, true}) {
        for (const Point& place : places) {
            const Label label{{point.x + place.x, point.y + place.y}, shown, style.size, style.semibold,
                              Anchor::middle, style.colour, 0};
            const Box box = box_of(label);
            if (!is_free(frame, box, over_lines)) continue;
            frame.taken.push_back(box);
            drawing.shapes.push_back(label);
            return true;
        }
    }
    return false;
}

std::optional<Point> point_of(const Frame& frame, const ChartSeries& series, std::size_t place) {
    const auto number = number_of(value_at(&series, place).figure);
    if (!number) return std::nullopt;
    return Point{frame.x.at(static_cast<double>(place)), frame.y.at(*number)};
}

bool is_plan(SeriesKind kind) {
    return kind == SeriesKind::target || kind == SeriesKind::budget || kind == SeriesKind::forecast;
}

void add_marks(Drawing& drawing, const Frame& frame, const ChartPanel& panel, const ChartSeries& series) {
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const auto point = point_of(frame, series, i);
        if (!point) continue;
        Paint paint;
        if (is_plan(series.kind) || series.kind == SeriesKind::last_year) {
            const Colour& stroke = series.kind == SeriesKind::forecast ? ink::data
                                   : series.kind == SeriesKind::last_year ? ink::second : ink::black;
            paint = stroked(stroke, 1.1);
            paint.fill = ink::paper;
            drawing.shapes.push_back(Circle{*point, 3, paint});
        } else {
            paint = filled(series.kind == SeriesKind::base ? ink::black : ink::data);
            paint.stroke = ink::paper;
            paint.width = 1;
            drawing.shapes.push_back(Circle{*point, 3.2, paint});
        }
    }
}

// From the base value a plan's first line starts: what the targets set out from.
std::optional<Point> start_of_plan(const Frame& frame, const ChartPanel& panel) {
    if (const ChartSeries* base = series_of(panel, SeriesKind::base)) {
        for (std::size_t i = 0; i < panel.places.size(); ++i) {
            if (const auto point = point_of(frame, *base, i)) return point;
        }
    }
    return std::nullopt;
}

// Nothing is planned yet at that place, in figures or words: the line from the base value passes it.
bool is_before_plan(const Frame& frame, const ChartPanel& panel, const ChartSeries& series, std::size_t place) {
    if (!is_plan(series.kind)) return false;
    for (std::size_t i = 0; i <= place && i < panel.places.size(); ++i) {
        if (point_of(frame, series, i) || !value_at(&series, i).words.empty()) return false;
    }
    return true;
}

// The line of a series through its points; a gap where a value is missing between two (targets: none there is set).
void add_series_line(Drawing& drawing, Frame& frame, const ChartPanel& panel, const ChartSeries& series) {
    const bool plan = is_plan(series.kind);
    std::vector<Point> run;
    if (plan) {
        if (const auto start = start_of_plan(frame, panel)) run.push_back(*start);
    }
    const auto end_run = [&] {
        for (std::size_t i = 1; i < run.size(); ++i) frame.lines.emplace_back(run[i - 1], run[i]);
        Paint paint = stroked(ink::data, 1.8);
        if (plan) paint = stroked(series.kind == SeriesKind::forecast ? ink::data : ink::black, 1.1, 3);
        if (series.kind == SeriesKind::last_year) paint = stroked(ink::second, 0.8);
        if (run.size() > 1) drawing.shapes.push_back(Polygon{run, false, paint});
        run.clear();
    };
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const auto point = point_of(frame, series, i);
        if (point && (run.empty() || point->x > run.back().x)) run.push_back(*point);
        else if (!point && (!plan || !run.empty()) && !is_before_plan(frame, panel, series, i)) end_run();
    }
    end_run();
}

// A target in words is a field from the value before it, up or down, never a point; its word stands in it.
void add_word_fields(Drawing& drawing, Frame& frame, const ChartPanel& panel, const ChartSeries& series) {
    std::optional<Point> from = start_of_plan(frame, panel);
    std::string said;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        for (const ChartSeries& other : panel.series) {
            if (const auto point = point_of(frame, other, i); point && !is_plan(other.kind)) from = point;
        }
        const ChartValue& value = value_at(&series, i);
        if (value.words.empty() || number_of(value.figure)) continue;
        const double x = frame.x.at(static_cast<double>(i));
        const bool again = said == value.words;
        said = value.words;
        if (from && value.towards != 0 && x > from->x) {
            const double far = value.towards > 0 ? frame.top : frame.bottom - 2;
            const double first = frame.x.at(frame.x.from);
            const double share = (x - from->x) / std::max(frame.x.end - first, 1.0);
            const double end = from->y + (far - from->y) * std::min(1.0, share);
            drawing.shapes.insert(drawing.shapes.begin(),
                                  Shape(Polygon{{*from, {x, end}, {x, from->y}}, true, filled(ink::tone)}));
            add_line(drawing, *from, {x, from->y}, ink::black, 0.6, 1.6);
        }
        if (again) continue;
        const Style style{text_size, false, Anchor::middle, ink::black};
        const double y = from ? from->y + (value.towards < 0 ? 8 : -2) : (frame.top + frame.bottom) / 2;
        const double lines = static_cast<double>(wrapped(value.words, 60, style).size());
        (void)lines;
        add_number(drawing, frame, {x, y}, value.words, style, value.towards < 0);
    }
}

void stretch(Scale& scale, const ChartPanel& panel) {
    bool any = false;
    for (const ChartSeries& series : panel.series) {
        for (std::size_t i = 0; i < panel.places.size(); ++i) {
            const auto number = number_of(value_at(&series, i).figure);
            if (!number) continue;
            scale.from = any ? std::min(scale.from, *number) : *number;
            scale.to = any ? std::max(scale.to, *number) : *number;
            any = true;
        }
    }
    if (!any) scale.from = 0, scale.to = 1;
}

// The largest range that a line may have without being cut: it starts at zero, where the values come near it.
double zero_or(Scale& scale) {
    const double range = scale.to - scale.from;
    if (scale.from >= 0 && scale.from <= range * 1.2) scale.from = 0;
    return scale.from;
}

void add_places(Drawing& drawing, const Frame& frame, const ChartPanel& panel) {
    const Style style{text_size, false, Anchor::middle, ink::second};
    add_line(drawing, {frame.corner.x, frame.bottom}, {frame.x.end + 6, frame.bottom}, ink::second, 0.5);
    // As many years as have room, the last one always.
    double widest = 0;
    for (const std::string& place : panel.places) widest = std::max(widest, width_of(place, style));
    const std::size_t count = panel.places.size();
    const double pitch = count > 1 ? (frame.x.end - frame.x.start) / static_cast<double>(count - 1) : frame.width;
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + 4) / pitch)));
    for (std::size_t i = 0; i < count; ++i) {
        const double x = frame.x.at(static_cast<double>(i));
        add_line(drawing, {x, frame.bottom}, {x, frame.bottom + 3}, ink::second, 0.5);
        if ((count - 1 - i) % every == 0) {
            const double half = width_of(panel.places[i], style) / 2;
            const double at = std::clamp(x, frame.corner.x + half, frame.corner.x + frame.width - half);
            add_text(drawing, {at, frame.bottom + 12}, panel.places[i], style);
        }
    }
}

// Where not every number has room: a scale at the left instead, and the numbers that have.
void add_axis(Drawing& drawing, const Frame& frame) {
    const Style style{small_size, false, Anchor::start, ink::second};
    for (const Tick& tick : round_ticks(frame.y.from, frame.y.to, 3)) {
        const double y = frame.y.at(tick.value);
        if (y > frame.bottom - 3 || y < frame.top - 6) continue;
        drawing.shapes.insert(drawing.shapes.begin(),
                              Shape(Line{{frame.corner.x, y}, {frame.x.end, y}, stroked(ink::hair, 0.4)}));
        const Label label{{frame.corner.x, y - 1.6}, tick.shown, style.size, false, Anchor::start, style.colour, 0};
        if (!tick.shown.empty() && is_free(frame, box_of(label), true)) drawing.shapes.push_back(label);
    }
}

// A name far from its last point says nothing: it stands at the point, if there is room.
bool add_name_near(Drawing& drawing, Frame& frame, Point last, const std::string& name, const Style& style) {
    if (last.x >= frame.x.end - 9) return false;
    const double half = width_of(name, style) / 2;
    for (const Point& place : {Point{last.x + half + 6, last.y}, Point{last.x, last.y + 6}, Point{last.x, last.y - 9}}) {
        if (add_number(drawing, frame, place, name, style, true)) return true;
    }
    return false;
}

// The series' names right of their last points, kept apart.
void add_series_names(Drawing& drawing, Frame& frame, const ChartPanel& panel) {
    struct Name {
        const ChartSeries* series;
        Point point;
        std::vector<std::string> lines;
    };
    std::vector<Name> names;
    for (const ChartSeries& series : panel.series) {
        std::optional<Point> last;
        for (std::size_t i = 0; i < panel.places.size(); ++i) {
            if (const auto point = point_of(frame, series, i)) last = point;
        }
        if (!last || series.label.empty()) continue;
        names.push_back({&series, *last, wrapped(series.label, frame.names - 8, number_style(series.kind))});
    }
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.point.y < b.point.y; });
    std::vector<double> centres, heights;
    for (const Name& name : names) {
        centres.push_back(name.point.y);
        heights.push_back(9.4 * static_cast<double>(name.lines.size()));
    }
    auto placed = kept_apart(centres, heights, 0.5, frame.top - 12, frame.bottom + 1);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double half = 4.7 * static_cast<double>(names[i].lines.size());
        const double centre = placed ? (*placed)[i] : frame.top - 12 + 9.4 * static_cast<double>(i);
        frame.taken.push_back({frame.x.end + 9, centre - half, frame.corner.x + frame.width, centre + half});
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        Style style = number_style(names[i].series->kind);
        if (add_name_near(drawing, frame, names[i].point, names[i].series->label, style)) continue;
        style.anchor = Anchor::start;
        const double half = 4.7 * static_cast<double>(names[i].lines.size());
        const double centre = placed ? (*placed)[i] : frame.top - 12 + 9.4 * static_cast<double>(i);
        add_lines(drawing, {frame.x.end + 9, centre + 2.8 - half + 4.7}, names[i].lines, style);
    }
}

// Every number that has room, the outcomes' first. False where one has none.
bool add_numbers(Drawing& drawing, Frame& frame, const ChartPanel& panel) {
    bool all = true;
    std::vector<const ChartSeries*> order;
    for (const bool outcomes : {true, false}) {
        for (const ChartSeries& series : panel.series) {
            if ((series.kind == SeriesKind::outcome || series.kind == SeriesKind::base) == outcomes) order.push_back(&series);
        }
    }
    for (const ChartSeries* series : order) {
        for (std::size_t i = panel.places.size(); i-- > 0;) {
            const auto point = point_of(frame, *series, i);
            if (!point) continue;
            // The lower one of several has its number below.
            bool below = false;
            for (const ChartSeries& other : panel.series) {
                const auto beside = point_of(frame, other, i);
                if (&other != series && beside && beside->y < point->y) below = true;
            }
            all = add_number(drawing, frame, *point, shown_at(series, i), number_style(series->kind), below) && all;
        }
    }
    return all;
}

void add_missing(Drawing& drawing, Frame& frame, const ChartPanel& panel) {
    for (const ChartSeries& series : panel.series) {
        if (series.kind != SeriesKind::outcome) continue;
        std::optional<std::size_t> first, last;
        for (std::size_t i = 0; i < panel.places.size(); ++i) {
            if (!point_of(frame, series, i)) continue;
            if (!first) first = i;
            last = i;
        }
        for (std::size_t i = first.value_or(0); last && i < *last; ++i) {
            if (point_of(frame, series, i)) continue;
            const Style grey{small_size, false, Anchor::middle, ink::second};
            const ChartValue& value = value_at(&series, i);
            const Point foot{frame.x.at(static_cast<double>(i)), frame.bottom - 2};
            const std::string said = value.words.empty() ? std::string(words.no_value) : value.words;
            if (!add_number(drawing, frame, {foot.x, foot.y + 4}, said, grey, false)) {
                add_number(drawing, frame, {foot.x, foot.y + 4}, std::string(words.no_value), grey, false);
            }
        }
    }
}

// One panel; returns what is to be said of its scale, if anything.
std::string add_panel(Drawing& drawing, const ChartPanel& panel, Frame frame, ChartKind kind) {
    if (!has_values(panel, kind)) {
        say_nothing(drawing, {frame.corner.x, frame.top + 6}, frame.width, words.no_values);
        return "";
    }
    const double count = static_cast<double>(panel.places.size());
    const Style style;
    const double half = panel.places.empty() ? 0 : width_of(panel.places.front(), style) / 2;
    frame.x = {0, count - 1, frame.corner.x + std::max(16.0, half), frame.corner.x + frame.width - frame.names - 12};
    if (count < 2) frame.x.end = frame.x.start + 8;
    stretch(frame.y, panel);
    const double lowest = frame.y.from;
    const bool cut = zero_or(frame.y) != 0;
    frame.y.start = frame.bottom - (cut ? 18 : lowest > 0 ? 0 : 12);
    frame.y.end = frame.top + 2;
    for (const ChartSeries& series : panel.series) add_series_line(drawing, frame, panel, series);
    for (const ChartSeries& series : panel.series) {
        add_marks(drawing, frame, panel, series);
        for (std::size_t i = 0; i < panel.places.size(); ++i) {
            if (const auto at = point_of(frame, series, i)) frame.taken.push_back({at->x - 3.2, at->y - 3.2, at->x + 3.2, at->y + 3.2});
        }
    }
    if (frame.named) add_series_names(drawing, frame, panel);
    const bool all = add_numbers(drawing, frame, panel);
    add_missing(drawing, frame, panel);
    for (const ChartSeries& series : panel.series) add_word_fields(drawing, frame, panel, series);
    if (!all) add_axis(drawing, frame);
    add_places(drawing, frame, panel);
    if (!cut || lowest <= 0 || frame.y.from == frame.y.to) return "";
    const double per_pt = (frame.y.to - frame.y.from) / (frame.y.start - frame.y.end);
    const double at_axis = frame.y.from - per_pt * (frame.bottom - frame.y.start);
    const Tick begins = round_below(std::max(0.0, at_axis), frame.y.to - frame.y.from);
    return begins.shown.empty() || begins.value <= 0 ? "" : replaced(words.axis_begins, "{value}", begins.shown);
}

double room_for_names(const Chart& chart, double most) {
    double room = 0;
    for (const ChartPanel& panel : chart.panels) {
        for (const ChartSeries& series : panel.series) {
            room = std::max(room, width_of(series.label, number_style(series.kind)) + 8.01);
        }
    }
    return std::min(room, most);
}

// The names of a panel's series under each other.
double height_of_names(const ChartPanel& panel, double names) {
    double height = 0;
    for (const ChartSeries& series : panel.series) {
        height += 9.4 * static_cast<double>(wrapped(series.label, names - 8, number_style(series.kind)).size()) + 0.5;
    }
    return height;
}

// How many panels stand beside each other: as many as have room for their years.
std::size_t columns_of(const Chart& chart, double width, double names) {
    std::size_t places = 1;
    for (const ChartPanel& panel : chart.panels) places = std::max(places, panel.places.size());
    const double wanted = std::max(108.0, 24.0 * static_cast<double>(places) + 28 + names);
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((width + 14) / (wanted + 14))));
    return std::min(fit, chart.panels.size());
}

// Names are printed once: in the first panel that has the most series.
std::size_t panel_with_names(const Chart& chart) {
    std::size_t most = 0;
    const auto said_in = [](const ChartPanel& panel) {
        return std::count_if(panel.series.begin(), panel.series.end(), [&](const ChartSeries& series) {
            return std::any_of(series.values.begin(), series.values.end(),
                               [](const ChartValue& value) { return number_of(value.figure).has_value(); });
        });
    };
    for (std::size_t i = 1; i < chart.panels.size(); ++i) {
        if (said_in(chart.panels[i]) > said_in(chart.panels[most])) most = i;
    }
    return most;
}

}  // namespace

void draw_trend(const Chart& chart, Drawing& drawing) {
    const bool several = chart.panels.size() > 1;
    const double names = room_for_names(chart, several ? 58 : 92);
    const std::size_t columns = columns_of(chart, drawing.width, names);
    const double width = (drawing.width - 14 * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const std::size_t named = panel_with_names(chart);
    double top = 0;
    for (std::size_t i = 0; i < chart.panels.size(); i += columns) {
        const std::size_t end = std::min(i + columns, chart.panels.size());
        double below = top;
        for (std::size_t k = i; several && k < end; ++k) {
            const Point corner{(width + 14) * static_cast<double>(k - i), top + 1};
            below = std::max(below, add_panel_heading(drawing, chart.panels[k], corner, width));
        }
        Frame frame;
        frame.width = width;
        frame.names = names;
        frame.top = below + 16;
        frame.bottom = frame.top + (several ? 52 : 84);
        if (i <= named && named < end) {
            frame.bottom = std::max(frame.bottom, frame.top + height_of_names(chart.panels[named], names) - 12);
        }
        double bottom = frame.bottom + 15;
        for (std::size_t k = i; k < end; ++k) {
            frame.corner.x = (width + 14) * static_cast<double>(k - i);
            frame.named = k == named;
            const std::string remark = add_panel(drawing, chart.panels[k], frame, chart.kind);
            if (remark.empty()) continue;
            const Style style{several ? small_size : 7.8, false, Anchor::start, ink::second};
            bottom = std::max(bottom, add_lines(drawing, {frame.corner.x, frame.bottom + 24}, wrapped(remark, width, style), style) + 3);
        }
        top = bottom + (end < chart.panels.size() ? 10 : 0);
    }
    drawing.height = top;
}

}  // namespace styrkedja::charts
