// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <optional>
#include <cmath>

#include "charts/kinds.h"
#include "charts/scale.h"

namespace styrkedja::charts {

using namespace document;

namespace {

constexpr double gap = 4, arrow = 7;

// The series by what they are in the world; form follows: outcome filled, forecast hatched, budget and target a
// cross-stroke, last year grey.
struct Forms {
    const ChartSeries *outcome = nullptr, *forecast = nullptr, *budget = nullptr, *last = nullptr;
    std::vector<const ChartSeries*> others;     // a second of the same form: a row of its own, grey

    explicit Forms(const ChartPanel& panel) {
        for (const ChartSeries& series : panel.series) {
            const ChartSeries** slot = slot_of(series.kind);
            if (*slot == nullptr) *slot = &series;
            else others.push_back(&series);
        }
    }
    const ChartSeries** slot_of(SeriesKind kind) {
        switch (kind) {
        case SeriesKind::forecast: return &forecast;
        case SeriesKind::budget:
        case SeriesKind::target: return &budget;
        case SeriesKind::last_year:
        case SeriesKind::base: return &last;
        default: return &outcome;
        }
    }
    // The one whose number stands at the bar: what the year will come to.
    const ChartSeries* principal() const {
        for (const ChartSeries* series : {forecast, outcome, budget, last}) {
            if (series != nullptr) return series;
        }
        return nullptr;
    }
    std::vector<const ChartSeries*> all() const {
        std::vector<const ChartSeries*> list;
        for (const ChartSeries* series : {outcome, forecast, budget, last}) {
            if (series != nullptr) list.push_back(series);
        }
        return list;
    }
    bool single() const { return all().size() == 1; }
    double height() const { return (forecast != nullptr ? 15 : 8) + (last != nullptr && !single() ? 5 : 0); }
};

// How one panel's values meet the paper.
struct Frame {
    Forms forms;
    NamedRows names;
    Bars bars;
    double width = 0;            // of the whole
    double cut = 0;              // bars longer than this are cut; 0 = none
    bool arrows = false;         // below zero is an arrow and a number, never a bar (consumption against a guide value)
    std::optional<double> guide_at = {};   // where the guide value's line stands

    double at(double value) const { return bars.zero + drawn(value) * bars.per_unit; }
    double drawn(double value) const {
        if (arrows && value < 0) return 0;
        return cut > 0 ? std::clamp(value, -cut, cut) : value;
    }
    bool is_cut(double value) const { return cut > 0 && std::abs(value) > cut && !(arrows && value < 0); }
};

std::string said_beside(const Frame& frame, std::size_t place) {
    const ChartValue& value = value_at(frame.forms.principal(), place);
    if (number_of(value.figure)) return value.figure->shown;
    if (!value.words.empty()) return value.words;
    return value.figure && !value.figure->shown.empty() ? value.figure->shown : std::string(words.missing);
}

Style number_style(const Frame& frame, std::size_t place) {
    const auto number = number_of(value_at(frame.forms.principal(), place).figure);
    Style style{text_size, frame.forms.single(), Anchor::start, frame.forms.single() ? ink::data : ink::black};
    if (!number) style = {text_size, false, Anchor::start, ink::second};
    else if (*number < 0) style.colour = frame.arrows ? ink::worse : style.colour;
    return style;
}

std::vector<std::string> number_beside(const Frame& frame, std::size_t place) {
    return lines_beside(said_beside(frame, place), frame.width, number_style(frame, place));
}

std::vector<double> numbers_of(const ChartSeries* series, std::size_t places) {
    std::vector<double> numbers;
    for (std::size_t i = 0; i < places; ++i) {
        if (const auto number = number_of(value_at(series, i).figure)) numbers.push_back(*number);
    }
    return numbers;
}

void fit(Frame& frame, const ChartPanel& panel, const std::optional<double>& guide, double width) {
    std::vector<double> longest;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        double most = 0;
        for (const ChartSeries* series : frame.forms.all()) {
            const double value = number_of(value_at(series, i).figure).value_or(0);
            if (!frame.arrows || value >= 0) most = std::max(most, std::abs(value));
        }
        longest.push_back(most);
    }
    frame.cut = cut_at(longest, frame.arrows ? 2.5 : 12);
    // Of a share of the year's budget the whole is the natural length to cut at.
    if (frame.arrows && frame.cut > 0 && frame.cut < 100 && guide && *guide < 100) frame.cut = 100;
    std::vector<BarNeed> needs;
    if (guide) needs.push_back({std::max(*guide, 0.0), 4});
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const double beside = gap + width_of(number_beside(frame, i), number_style(frame, i));
        const double principal = number_of(value_at(frame.forms.principal(), i).figure).value_or(0);
        const bool down = principal < 0 && !frame.arrows;
        for (const ChartSeries* series : frame.forms.all()) {
            const double value = number_of(value_at(series, i).figure).value_or(0);
            const double drawn = frame.drawn(value);
            const double end = frame.is_cut(value) ? arrow : 1;
            needs.push_back({drawn, end + (down == (drawn < 0) ? beside : 0)});
        }
        needs.push_back({down ? -1e-300 : 0, beside + arrow});
    }
    frame.bars = fitted(needs, frame.names.names, width);
}

void add_cut(Drawing& drawing, double end, double middle, double half, bool left, const Colour& fill) {
    const double way = left ? -1 : 1;
    for (const double back : {16.0, 11.0}) {
        const double x = end - way * back;
        add_line(drawing, {x + 2, middle - half - 1}, {x - 2, middle + half + 1}, ink::paper, 2);
    }
    drawing.shapes.push_back(
        Polygon{{{end, middle - half - 1}, {end + way * arrow, middle}, {end, middle + half + 1}}, true, filled(fill)});
}

// One bar of a place; `half` its height halved.
void add_value(Drawing& drawing, const Frame& frame, double value, double middle, double half, const Colour& fill,
               bool hatched) {
    if (frame.arrows && value < 0) {
        const double x = frame.bars.zero;
        drawing.shapes.push_back(
            Polygon{{{x, middle - 4}, {x, middle + 4}, {x - 6, middle}}, true, filled(ink::worse)});
        return;
    }
    const double end = frame.at(value), left = std::min(end, frame.bars.zero), length = std::abs(end - frame.bars.zero);
    if (length > 0 && hatched) add_hatched(drawing, {left, middle - half}, length, 2 * half);
    if (length > 0 && !hatched) add_bar(drawing, {left, middle - half}, length, 2 * half, fill);
    if (frame.is_cut(value)) add_cut(drawing, end, middle, half, value < 0, fill);
}

// Where the guide value's line would go through a number it stops short of it.
void clear_of_guide(Drawing& drawing, const Frame& frame, Point at, const std::vector<std::string>& lines, const Style& style) {
    if (!frame.guide_at) return;
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, width_of(line, style));
    const double left = style.anchor == Anchor::end ? at.x - width : at.x;
    if (*frame.guide_at < left - 1 || *frame.guide_at > left + width + 1) return;
    const double half = static_cast<double>(lines.size()) * 9.4 / 2;
    add_bar(drawing, {*frame.guide_at - 1.2, at.y - half}, 2.4, 2 * half, ink::paper);
}

void add_place(Drawing& drawing, const Frame& frame, std::size_t place) {
    const Forms& forms = frame.forms;
    const double centre = frame.names.rows[place].middle();
    const bool grey_below = forms.last != nullptr && !forms.single();
    const double middle = grey_below ? centre - 2.5 : centre;
    const auto number = [&](const ChartSeries* series) { return number_of(value_at(series, place).figure); };
    double reach = frame.bars.zero, low = frame.bars.zero;
    const auto reached = [&](double value) {
        const double end = frame.at(value) + (frame.is_cut(value) ? (value < 0 ? -arrow : arrow) : 0);
        reach = std::max(reach, end);
        low = std::min(low, end);
    };
    if (const auto value = number(forms.forecast)) {
        add_value(drawing, frame, *value, middle, 7.5, ink::data, true);
        reached(*value);
    }
    if (const auto value = number(forms.outcome)) {
        if (forms.forecast != nullptr && number(forms.forecast)) {
            // A ground of paper keeps the narrow bar apart from the hatching.
            const double end = frame.at(*value), left = std::min(end, frame.bars.zero);
            if (*value > 0) add_bar(drawing, {left, middle - 4.2}, end - left + 1.2, 8.4, ink::paper);
        }
        add_value(drawing, frame, *value, middle, forms.forecast != nullptr ? 3 : 4, ink::data, false);
        reached(*value);
    }
    if (const auto value = number(forms.last)) {
        add_value(drawing, frame, *value, grey_below ? centre + forms.height() / 2 - 2 : middle, grey_below ? 2 : 4, ink::last, false);
        reached(*value);
    }
    if (const auto value = number(forms.budget)) {
        const double x = frame.at(*value), half = forms.forecast != nullptr ? 10 : 6.5;
        add_line(drawing, {x, middle - half}, {x, middle + half}, ink::black, 1.8);
        if (frame.is_cut(*value)) add_cut(drawing, x, middle, 3, *value < 0, ink::black);
        reached(*value);
    }
    Style style = number_style(frame, place);
    const bool down = number(forms.principal()).value_or(0) < 0 && !frame.arrows;
    style.anchor = down ? Anchor::end : Anchor::start;
    const auto lines = number_beside(frame, place);
    const double x = down ? low - gap : reach + gap;
    clear_of_guide(drawing, frame, {x, middle}, lines, style);
    add_lines_about(drawing, {x, middle}, lines, style);
}

// The series' names above the first place that has them all, each over its own end.
double add_series_names(Drawing& drawing, const Frame& frame, const ChartPanel& panel, double top) {
    const auto list = frame.forms.all();
    if (list.size() < 2) return top;
    std::size_t first = 0, most = 0;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const auto has = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const ChartSeries* series) {
            return number_of(value_at(series, i).figure).has_value();
        }));
        if (has > most) first = i, most = has;
    }
    struct Name {
        const ChartSeries* series;
        double centre;
        Style style;
    };
    std::vector<Name> names;
    for (const ChartSeries* series : list) {
        const double value = number_of(value_at(series, first).figure).value_or(0);
        double centre = frame.at(value);
        if (series == frame.forms.forecast) centre = (frame.bars.zero + centre) / 2;
        if (series == frame.forms.outcome) centre = std::min(centre, frame.bars.zero + 12);
        Style style{text_size, series != frame.forms.forecast, Anchor::middle, ink::data};
        if (series == frame.forms.budget) style.colour = ink::black;
        if (series == frame.forms.last) style = {text_size, false, Anchor::middle, ink::second};
        names.push_back({series, centre, style});
    }
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.centre < b.centre; });
    std::vector<double> centres, widths;
    for (const Name& name : names) {
        centres.push_back(name.centre);
        widths.push_back(width_of(name.series->label, name.style));
    }
    if (const auto placed = kept_apart(centres, widths, 7, 0, drawing.width)) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            add_text(drawing, {(*placed)[i], top + 8}, names[i].series->label, names[i].style);
        }
        return top + 14;
    }
    for (Name& name : names) {
        name.style.anchor = Anchor::start;
        const double bottom = add_lines(drawing, {0, top + 8}, wrapped(name.series->label, drawing.width, name.style), name.style);
        top = bottom + 2;
    }
    return top + 6;
}

// The guide value: a line over the full height with its number.
double add_guide_name(Drawing& drawing, const Frame& frame, const Figure& guide, double value, double top) {
    Style style{text_size, true, Anchor::middle, ink::black};
    const std::string name = (guide.label.empty() ? std::string(words.guide) : guide.label) + " " + guide.shown;
    const auto lines = wrapped(name, drawing.width, style);
    double widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, width_of(line, style));
    const double x = std::clamp(frame.at(value), widest / 2, drawing.width - widest / 2);
    return add_lines(drawing, {x, top + 8}, lines, style) + 4;
}

double rows_top(const ChartPanel& panel, const Forms& forms, const std::optional<double>& guide, double top) {
    (void)panel;
    if (forms.all().size() > 1) top += 14;
    if (guide) top += 12;
    return top;
}

bool add_panel(Drawing& drawing, const ChartPanel& panel, const Chart& chart, double& top) {
    const std::optional<double> guide = number_of(chart.guide);
    Frame frame{Forms(panel), {}, {}, drawing.width, 0, guide.has_value()};
    std::vector<std::size_t> beside;
    for (std::size_t i = 0; i < panel.places.size(); ++i) beside.push_back(number_beside(frame, i).size());
    const double row = frame.forms.single() ? 15 : frame.forms.height() + 11.6;
    frame.names = named_rows(panel.places, drawing.width, rows_top(panel, frame.forms, guide, top), row, 0.36, beside);
    fit(frame, panel, guide, drawing.width);
    double rows = add_series_names(drawing, frame, panel, top);
    if (guide) rows = add_guide_name(drawing, frame, *chart.guide, *guide, rows);
    frame.names = named_rows(panel.places, drawing.width, rows + 2, row, 0.36, beside);
    const double bottom = frame.names.bottom + 3;
    if (guide) {
        frame.guide_at = frame.at(*guide);
        add_line(drawing, {*frame.guide_at, rows}, {*frame.guide_at, bottom}, ink::black, 1);
    }
    add_names(drawing, frame.names);
    for (std::size_t i = 0; i < panel.places.size(); ++i) add_place(drawing, frame, i);
    add_line(drawing, {frame.bars.zero, rows}, {frame.bars.zero, bottom}, ink::black, 0.7);
    top = bottom;
    for (const ChartSeries* series : frame.forms.all()) {
        for (const double value : numbers_of(series, panel.places.size())) {
            if (frame.is_cut(value)) return true;
        }
    }
    return false;
}

}  // namespace

void draw_bars(const Chart& chart, Drawing& drawing) {
    double top = 0;
    bool cut = false;
    each_panel(chart, drawing, top, {}, [&](const ChartPanel& panel) { cut = add_panel(drawing, panel, chart, top) || cut; });
    drawing.height = cut ? add_remark(drawing, top, std::string(words.cut)) : top;
}

}  // namespace styrkedja::charts
