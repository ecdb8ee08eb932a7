// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <numbers>

#include "charts/kinds.h"

namespace styrkedja::charts {

using namespace document;

namespace {

constexpr double inner = 44, outer = 88, band = 20, first_band = 48;

// One thing done in one month: its sector, and its words outside the ring.
struct Entry {
    const ChartSeries* series = nullptr;
    std::size_t month = 0, months = 12;
    std::string when;
    std::size_t lane = 0, lanes = 1;      // of those in the same month
    double angle() const {
        return 360.0 / static_cast<double>(months) * (static_cast<double>(month) + (static_cast<double>(lane) + 0.5) / static_cast<double>(lanes));
    }
};

std::vector<Entry> entries_of(const ChartPanel& panel) {
    std::vector<Entry> entries;
    for (std::size_t month = 0; month < panel.places.size(); ++month) {
        const std::size_t before = entries.size();
        for (const ChartSeries& series : panel.series) {
            const ChartValue& value = value_at(&series, month);
            if (value.words.empty() && !value.figure) continue;
            entries.push_back({&series, month, panel.places.size(), value.words.empty() ? value.figure->shown : value.words, 0, 1});
        }
        for (std::size_t i = before; i < entries.size(); ++i) {
            entries[i].lane = i - before;
            entries[i].lanes = entries.size() - before;
        }
    }
    return entries;
}

Point on_circle(Point centre, double radius, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

// Follow-up filled, the year's accounts black, planning light with an outline.
Paint paint_of(SeriesKind kind) {
    if (kind == SeriesKind::sum) return filled(ink::black);
    if (kind == SeriesKind::outcome || kind == SeriesKind::forecast) return filled(ink::data);
    Paint paint = stroked(ink::data, 0.8);
    paint.fill = ink::planned;
    return paint;
}

void add_ring(Drawing& drawing, const ChartPanel& panel, Point centre) {
    const double part = 360.0 / static_cast<double>(panel.places.size());
    Paint ring = stroked(ink::black, 0.8);
    for (std::size_t i = 0; i < panel.places.size(); ++i) {
        const double from = part * static_cast<double>(i);
        add_line(drawing, on_circle(centre, inner, from), on_circle(centre, outer, from), ink::hair, 0.6);
        const Point at = on_circle(centre, 78.5, from + part / 2);
        add_text(drawing, {at.x, at.y + 2.6}, panel.places[i], {7.4, false, Anchor::middle, ink::second});
    }
    drawing.shapes.push_back(Circle{centre, outer, ring});
    drawing.shapes.push_back(Circle{centre, inner, stroked(ink::black, 0.8)});
}

void add_sectors(Drawing& drawing, const std::vector<Entry>& entries, Point centre) {
    for (const Entry& entry : entries) {
        const double part = 360.0 / static_cast<double>(entry.months), lane = part / static_cast<double>(entry.lanes);
        const double from = part * static_cast<double>(entry.month) + lane * static_cast<double>(entry.lane);
        drawing.shapes.push_back(
            Sector{centre, first_band, first_band + band, from + 1, from + lane - 1, paint_of(entry.series->kind)});
    }
}

struct Words {
    const Entry* entry;
    std::vector<std::string> name, when;
    double height() const { return 9.4 * static_cast<double>(name.size() + when.size()) + 2; }
};

// The words of one side, from the top down, kept apart; lines lead to their sectors.
void add_side(Drawing& drawing, std::vector<Words> side, Point centre, bool right, double bottom) {
    std::stable_sort(side.begin(), side.end(), [&](const Words& a, const Words& b) {
        return on_circle(centre, outer, a.entry->angle()).y < on_circle(centre, outer, b.entry->angle()).y;
    });
    std::vector<double> centres, heights;
    for (const Words& each : side) {
        centres.push_back(on_circle(centre, outer + 8, each.entry->angle()).y);
        heights.push_back(each.height());
    }
    const auto placed = kept_apart(centres, heights, 2, 0, bottom);
    for (std::size_t i = 0; i < side.size(); ++i) {
        const double y = placed ? (*placed)[i] : centres[i];
        // Words keep clear of the ring at their own height.
        const double off = std::max(0.0, std::abs(y - centre.y) - side[i].height() / 2);
        const double reach = off < outer + 5 ? std::sqrt((outer + 5) * (outer + 5) - off * off) : 0;
        const double x = centre.x + (right ? 1 : -1) * std::max(reach + 5, 14.0);
        const Point at = on_circle(centre, outer, side[i].entry->angle());
        add_line(drawing, at, {x - (right ? 2 : -2), y}, ink::second, 0.6);
        Style style{text_size, true, right ? Anchor::start : Anchor::end, ink::black};
        double line = add_lines(drawing, {x, y - side[i].height() / 2 + 8}, side[i].name, style);
        style.semibold = false;
        if (!side[i].when.empty()) add_lines(drawing, {x, line + 9.4}, side[i].when, style);
    }
}

void add_wheel(Drawing& drawing, const ChartPanel& panel, double& top) {
    const std::vector<Entry> entries = entries_of(panel);
    std::vector<Words> right, left;
    const double column = std::max(40.0, drawing.width / 2 - outer - 12);
    for (const Entry& entry : entries) {
        const Style name{text_size, true, Anchor::start, ink::black}, when;
        Words said{&entry, wrapped(entry.series->label, column, name), wrapped(entry.when, column, when)};
        if (entry.when == entry.series->label) said.when.clear();
        (entry.angle() < 180 ? right : left).push_back(std::move(said));
    }
    double tallest = 0;
    for (const auto* side : {&right, &left}) {
        double height = 0;
        for (const Words& each : *side) height += each.height() + 2;
        tallest = std::max(tallest, height);
    }
    const double height = std::max(2 * outer + 16, tallest);
    const Point centre{drawing.width / 2, height / 2};
    Drawing wheel{drawing.width, height, {}};
    add_ring(wheel, panel, centre);
    add_sectors(wheel, entries, centre);
    add_side(wheel, right, centre, true, height);
    add_side(wheel, left, centre, false, height);
    const Style middle{15, true, Anchor::middle, ink::black};
    const auto lines = wrapped(panel.label, 2 * inner - 12, middle);
    const double size = lines.size() > 2 || width_of(panel.label, middle) > 2 * inner - 12 ? 9 : 15;
    const Style label{size, true, Anchor::middle, ink::black};
    const auto said = wrapped(panel.label, 2 * inner - 14, label);
    add_lines(wheel, {centre.x, centre.y + size * 0.3 - size * 0.58 * static_cast<double>(said.size() - 1)}, said, label, size * 1.16);
    add(drawing, wheel, {0, top});
    top += height;
}

}  // namespace

void draw_year_wheel(const Chart& chart, Drawing& drawing) {
    double top = 0;
    for (const ChartPanel& panel : chart.panels) {
        if (has_values(panel, chart.kind) && !panel.places.empty()) add_wheel(drawing, panel, top);
        else say_nothing(drawing, {0, top + 10}, drawing.width, words.no_values), top += 20;
        top += 4;
    }
    drawing.height = top;
}

}  // namespace styrkedja::charts
