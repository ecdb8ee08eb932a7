// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "charts/kinds.h"
#include "charts/scale.h"

namespace styrkedja::charts {

using namespace document;

namespace {

// One step of the bridge: from which level to which, and what it is.
struct Step {
    std::string name, shown;
    SeriesKind kind = SeriesKind::addition;
    double from = 0, to = 0;
    bool missing = false;
};

std::vector<Step> steps_of(const ChartPanel& panel) {
    std::vector<Step> steps;
    double level = 0;
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        Step step;
        step.name = panel.places[i];
        step.missing = true;
        step.shown = words.missing;
        step.from = step.to = level;
        for (const ChartSeries& series : panel.series) {
            const auto number = number_of(value_at(&series, i).figure);
            if (!number) {
                if (!value_at(&series, i).words.empty()) step.shown = value_at(&series, i).words;
                continue;
            }
            step.missing = false;
            step.kind = series.kind;
            step.shown = shown_at(&series, i);
            if (series.kind == SeriesKind::sum) step.from = 0, step.to = *number;
            else if (series.kind == SeriesKind::reduction) step.to = level - std::abs(*number);
            else step.to = level + *number;
            if (series.kind != SeriesKind::sum) step.kind = step.to < step.from ? SeriesKind::reduction : SeriesKind::addition;
            break;
        }
        level = step.to;
        steps.push_back(std::move(step));
    }
    return steps;
}

// The levels that the paper spans. Where changes are small against the sums, the sums are cut below.
struct Span {
    double low = 0, high = 0;
    bool cut = false;
};

Span span_of(const std::vector<Step>& steps) {
    Span span;
    double changes_low = 0, changes_high = 0;
    bool any = false;
    for (const Step& step : steps) {
        if (step.missing) continue;
        span.low = std::min({span.low, step.from, step.to});
        span.high = std::max({span.high, step.from, step.to});
        const double low = step.kind == SeriesKind::sum ? step.to : std::min(step.from, step.to);
        const double high = std::max(step.to, step.kind == SeriesKind::sum ? step.to : step.from);
        changes_low = any ? std::min(changes_low, low) : low;
        changes_high = any ? std::max(changes_high, high) : high;
        any = true;
    }
    const double range = changes_high - changes_low;
    if (any && span.low == 0 && range > 0 && range < 0.15 * span.high) {
        span.cut = true;
        span.low = changes_low - 0.45 * range;
    }
    if (span.high == span.low) span.high = span.low + 1;
    return span;
}

Style number_style(const Step& step) {
    if (step.missing) return {text_size, false, Anchor::middle, ink::second};
    return {text_size, true, Anchor::middle, step.kind == SeriesKind::sum ? ink::data : ink::black};
}

void add_form(Drawing& drawing, const Step& step, Point corner, double width, double height) {
    if (step.kind == SeriesKind::sum) add_bar(drawing, corner, width, height, ink::data);
    else if (step.kind == SeriesKind::addition) add_bar(drawing, corner, width, height, ink::addition);
    else add_outline(drawing, corner, width, height, ink::data, 1);
}

double add_standing(Drawing& drawing, const std::vector<Step>& steps, Point corner, double width) {
    const Span span = span_of(steps);
    const double pitch = width / static_cast<double>(steps.size()), bar = std::min(pitch * 0.76, 56.0);
    const Scale y{span.low, span.high, corner.y + 120, corner.y + 18};
    const double floor = y.at(std::max(0.0, span.low));
    double bottom = corner.y + 120;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const double middle = corner.x + pitch * (static_cast<double>(i) + 0.5), left = middle - bar / 2;
        const double from = y.at(std::max(span.low, std::min(step.from, step.to))), to = y.at(std::max(step.from, step.to));
        if (!step.missing) add_form(drawing, step, {left, to}, bar, std::max(from - to, 0.8));
        if (span.cut && step.kind == SeriesKind::sum && !step.missing) {
            add_line(drawing, {left - 3, floor - 5}, {left + bar + 3, floor - 10}, ink::paper, 2.4);
        }
        if (i + 1 < steps.size()) {
            const double level = y.at(std::max(span.low, step.to));
            add_line(drawing, {left + bar, level}, {middle + pitch - bar / 2, level}, ink::second, 0.6);
        }
        const bool under = step.kind == SeriesKind::reduction && from + 12 < floor;
        add_text(drawing, {middle, under ? from + 10 : to - 5}, step.shown, number_style(step));
        const Style name{7.6, step.kind == SeriesKind::sum, Anchor::middle, ink::black};
        bottom = std::max(bottom, add_lines(drawing, {middle, corner.y + 131}, wrapped(step.name, pitch - 3, name), name));
    }
    add_line(drawing, {corner.x, floor}, {corner.x + width, floor}, ink::black, 0.8);
    return span.cut ? add_remark(drawing, bottom + 2, replaced(words.axis_begins, "{value}", round_below(span.low, span.high - span.low).shown))
                    : bottom + 4;
}

// Many steps, or long names: the bridge lies, names at the left edge.
double add_lying(Drawing& drawing, const std::vector<Step>& steps, double top) {
    const Span span = span_of(steps);
    std::vector<std::string> names;
    std::vector<std::size_t> beside;
    double number = 0;
    for (const Step& step : steps) {
        names.push_back(step.name);
        const auto lines = lines_beside(step.shown, drawing.width, number_style(step));
        beside.push_back(lines.size());
        number = std::max(number, width_of(lines, number_style(step)));
    }
    const NamedRows rows = named_rows(names, drawing.width, top, 15, 0.36, beside);
    const Scale x{span.low, span.high, rows.names, drawing.width - number - 6};
    const double floor = x.at(std::max(0.0, span.low));
    add_names(drawing, rows);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const double middle = rows.rows[i].middle();
        const double from = x.at(std::max(span.low, std::min(step.from, step.to))), to = x.at(std::max(step.from, step.to));
        if (!step.missing) add_form(drawing, step, {from, middle - 4}, std::max(to - from, 0.8), 8);
        if (span.cut && step.kind == SeriesKind::sum && !step.missing) {
            add_line(drawing, {floor + 10, middle - 6}, {floor + 6, middle + 6}, ink::paper, 2.4);
        }
        if (i + 1 < steps.size()) {
            const double level = x.at(std::max(span.low, step.to));
            add_line(drawing, {level, middle + 4}, {level, rows.rows[i + 1].middle() - 4}, ink::second, 0.6);
        }
        Style style = number_style(step);
        style.anchor = Anchor::start;
        add_lines_about(drawing, {to + 4, middle}, lines_beside(step.shown, drawing.width, number_style(step)), style);
    }
    add_line(drawing, {floor, top}, {floor, rows.bottom}, ink::black, 0.8);
    return span.cut ? add_remark(drawing, rows.bottom, replaced(words.axis_begins, "{value}", round_below(span.low, span.high - span.low).shown))
                    : rows.bottom + 2;
}

// Standing columns need room for their numbers and for a name in at most four lines.
bool can_stand(const std::vector<Step>& steps, double width) {
    const double pitch = width / static_cast<double>(steps.size());
    for (const Step& step : steps) {
        const Style name{7.6, step.kind == SeriesKind::sum, Anchor::middle, ink::black};
        if (pitch < 26 || width_of(step.shown, number_style(step)) > pitch - 2) return false;
        if (wrapped(step.name, pitch - 3, name).size() > 4) return false;
    }
    return true;
}

}  // namespace

void draw_bridge(const Chart& chart, Drawing& drawing) {
    double top = 0;
    each_panel(chart, drawing, top, {20, 8}, [&](const ChartPanel& panel) {
        const std::vector<Step> steps = steps_of(panel);
        top = can_stand(steps, drawing.width) ? add_standing(drawing, steps, {0, top}, drawing.width)
                                              : add_lying(drawing, steps, top);
    });
    drawing.height = top;
}

}  // namespace styrkedja::charts
