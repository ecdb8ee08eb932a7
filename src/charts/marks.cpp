// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "charts/canvas.h"
#include "charts/charts.h"

namespace styrkedja::charts {
namespace {

using document::MarkShape;

// The shapes are drawn on a square of 20, as in assets/html/marks.svg, and scaled.
class Stamp {
  public:
    Stamp(Drawing& drawing, double side, Colour ink) : drawing_(drawing), scale_(side / 20), ink_(std::move(ink)) {}

    void ring(double radius, double width, double dash = 0) {
        drawing_.shapes.push_back(Circle{at(10, 10), radius * scale_, stroke(width, dash)});
    }
    void path(std::vector<Point> points, double width, bool closed = false) {
        for (Point& point : points) point = at(point.x, point.y);
        drawing_.shapes.push_back(Polygon{std::move(points), closed, stroke(width)});
    }
    void cross(double low, double high, double width) {
        path({{low, low}, {high, high}}, width);
        path({{high, low}, {low, high}}, width);
    }
    void area(std::vector<Point> points, Colour fill) {
        for (Point& point : points) point = at(point.x, point.y);
        drawing_.shapes.push_back(Polygon{std::move(points), true, filled(std::move(fill))});
    }
    void square(double from, double side, double width, bool full) {
        Paint paint = full ? filled(ink_) : stroke(width);
        drawing_.shapes.push_back(Rectangle{at(from, from), side * scale_, side * scale_, paint});
    }
    void half_disc(double radius) {
        drawing_.shapes.push_back(Sector{at(10, 10), 0, radius * scale_, 0, 180, filled(ink_)});
    }
    void cut(double low, double high, double width) {
        const Colour ink = ink_;
        ink_ = ink::paper;
        cross(low, high, width);
        ink_ = ink;
    }

  private:
    Point at(double x, double y) const { return {x * scale_, y * scale_}; }
    Paint stroke(double width, double dash = 0) const {
        Paint paint;
        paint.stroke = ink_;
        paint.width = width * scale_;
        paint.dash = dash * scale_;
        return paint;
    }

    Drawing& drawing_;
    double scale_;
    Colour ink_;
};

void stamp_rating(Stamp& stamp, const document::Mark& mark) {
    switch (mark.shape) {
    case MarkShape::met:
        stamp.ring(8.2, 1.6);
        return stamp.path({{6.2, 10.3}, {8.9, 13}, {13.9, 7.4}}, 1.8);
    case MarkShape::mostly:
        stamp.ring(8.2, 1.6);
        return stamp.path({{6.3, 10}, {13.7, 10}}, 2);
    case MarkShape::partly:
        stamp.area({{10, 1.6}, {1.6, 10}, {10, 18.4}}, stands_out(mark.colour) ? mark.colour : ink::part_fill);
        return stamp.path({{10, 1.4}, {18.6, 10}, {10, 18.6}, {1.4, 10}}, 1.8, true);
    case MarkShape::little:
        stamp.square(2.3, 15.4, 1.8, false);
        return stamp.cross(6.8, 13.2, 1.9);
    case MarkShape::not_met:
        stamp.square(1.4, 17.2, 0, true);
        return stamp.cut(6.4, 13.6, 2.3);
    default: return stamp.ring(8, 1.5, 2.5);
    }
}

void stamp_status(Stamp& stamp, MarkShape shape) {
    switch (shape) {
    case MarkShape::not_started: return stamp.ring(7.6, 1.7);
    case MarkShape::ongoing:
        stamp.ring(7.6, 1.7);
        return stamp.half_disc(7.6);
    case MarkShape::waiting:
        stamp.path({{6.6, 3.6}, {6.6, 16.4}}, 2.8);
        return stamp.path({{13.4, 3.6}, {13.4, 16.4}}, 2.8);
    case MarkShape::done: return stamp.path({{3, 10.8}, {8, 15.8}, {17.2, 4.8}}, 2.6);
    case MarkShape::stopped: return stamp.cross(4.2, 15.8, 2.4);
    case MarkShape::trend_better:
        stamp.path({{4.4, 15.6}, {15.4, 4.6}}, 2);
        return stamp.path({{7.6, 4.4}, {15.6, 4.4}, {15.6, 12.4}}, 2);
    case MarkShape::trend_same:
        stamp.path({{2.6, 10}, {16.8, 10}}, 2);
        return stamp.path({{11.4, 4.6}, {16.8, 10}, {11.4, 15.4}}, 2);
    default:
        stamp.path({{4.4, 4.4}, {15.4, 15.4}}, 2);
        return stamp.path({{7.6, 15.6}, {15.6, 15.6}, {15.6, 7.6}}, 2);
    }
}

// What the shape is drawn with where the scale has no colour of its own that stands out: urgency by ink.
Colour own_ink(MarkShape shape) {
    switch (shape) {
    case MarkShape::met:
    case MarkShape::mostly: return ink::good;
    case MarkShape::partly:
    case MarkShape::little: return ink::part;
    case MarkShape::not_met: return ink::bad;
    case MarkShape::not_assessed: return ink::none;
    default: return ink::black;
    }
}

}  // namespace

Drawing draw(const document::Mark& mark, double side) {
    Drawing drawing{side, side, {}};
    const bool rating = mark.shape <= MarkShape::not_met;
    const bool own = rating && mark.shape != MarkShape::not_assessed && mark.shape != MarkShape::partly;
    Stamp stamp(drawing, side, own && stands_out(mark.colour) ? mark.colour : own_ink(mark.shape));
    if (rating) stamp_rating(stamp, mark);
    else stamp_status(stamp, mark.shape);
    return drawing;
}

Drawing draw_completion(int percent, double width, double height) {
    Drawing drawing{width, height, {}};
    const double line = 0.6;
    add_outline(drawing, {line / 2, line / 2}, width - line, height - line, ink::black, line);
    const double part = std::clamp(percent, 0, 100) / 100.0;
    if (part > 0) add_bar(drawing, {0, 0}, width * part, height, ink::black);
    return drawing;
}

}  // namespace styrkedja::charts
