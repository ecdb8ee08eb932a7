// SPDX-License-Identifier: EUPL-1.2
#include <cmath>
#include <numbers>

#include "writers/html/colour.h"
#include "writers/pdf/content.h"
#include "writers/pdf/file.h"

// Charts and marks as vectors: each shape of a drawing as a path.
namespace styrkedja::pdf {

using namespace charts;

Ink ink_of(const std::string& colour, Ink otherwise) {
    const auto parsed = html::Colour::parse(colour);
    return parsed ? Ink{parsed->red, parsed->green, parsed->blue} : otherwise;
}

namespace {

std::string colour_ops(const Colour& colour, const char* op) {
    const Ink ink = ink_of(colour);
    return num(ink.red / 255.0) + " " + num(ink.green / 255.0) + " " + num(ink.blue / 255.0) + " " + op + " ";
}

std::string point(Point p) {
    return num(p.x) + " " + num(p.y) + " ";
}

// A circle as four curves.
std::string circle_path(Point centre, double radius) {
    constexpr double handle = 0.5522847498;
    std::string path = point({centre.x + radius, centre.y}) + "m ";
    constexpr double turns[4][4] = {{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}};
    for (const auto& [ax, ay, bx, by] : turns) {
        const Point first{centre.x + radius * (ax + handle * bx), centre.y + radius * (ay + handle * by)};
        const Point second{centre.x + radius * (bx + handle * ax), centre.y + radius * (by + handle * ay)};
        path += point(first) + point(second) + point({centre.x + radius * bx, centre.y + radius * by}) + "c ";
    }
    return path + "h ";
}

Point on_circle(Point centre, double radius, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

// Part of a circle from one angle to another as curves of at most 45 degrees.
std::string arc(Point centre, double radius, double from, double to) {
    const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / 45)));
    const double step = (to - from) / steps;
    const double handle = 4.0 / 3 * std::tan(step * std::numbers::pi / 720) * radius;
    std::string path;
    for (int i = 0; i < steps; ++i) {
        const double a = from + i * step, b = a + step;
        const auto along = [](double degrees) {
            const double angle = degrees * std::numbers::pi / 180;
            return Point{std::cos(angle), std::sin(angle)};
        };
        const Point begin = on_circle(centre, radius, a), end = on_circle(centre, radius, b);
        const Point da = along(a), db = along(b);
        path += point({begin.x + handle * da.x, begin.y + handle * da.y}) +
                point({end.x - handle * db.x, end.y - handle * db.y}) + point(end) + "c ";
    }
    return path;
}

std::string sector_path(const Sector& shape) {
    std::string path;
    if (shape.inner <= 0) {
        path = point(shape.centre) + "m " + point(on_circle(shape.centre, shape.outer, shape.from)) + "l ";
        return path + arc(shape.centre, shape.outer, shape.from, shape.to) + "h ";
    }
    path = point(on_circle(shape.centre, shape.outer, shape.from)) + "m " +
           arc(shape.centre, shape.outer, shape.from, shape.to);
    path += point(on_circle(shape.centre, shape.inner, shape.to)) + "l " +
            arc(shape.centre, shape.inner, shape.to, shape.from);
    return path + "h ";
}

// Lines at 45 degrees over the whole box, seen through the path.
std::string hatch(const std::string& path, const Colour& colour, Point least, Point most) {
    constexpr double apart = 2.6;
    std::string ops = "q " + path + "W n " + colour_ops(colour, "RG") + "0.8 w ";
    const double height = most.y - least.y;
    for (double x = least.x - height; x < most.x; x += apart)
        ops += point({x, most.y}) + "m " + point({x + height, least.y}) + "l ";
    return ops + "S Q ";
}

std::string painted(const std::string& path, const Paint& paint, Point least, Point most) {
    const bool stroked = !paint.stroke.empty() && paint.width > 0;
    std::string ops;
    if (paint.hatched && !paint.fill.empty()) {
        ops += "1 1 1 rg " + path + "f " + hatch(path, paint.fill, least, most);
    } else if (!paint.fill.empty()) {
        ops += colour_ops(paint.fill, "rg") + path + "f ";
    }
    if (!stroked) return ops;
    ops += "q " + colour_ops(paint.stroke, "RG") + num(paint.width) + " w ";
    if (paint.dash > 0) ops += "[" + num(paint.dash) + "] 0 d ";
    return ops + path + "S Q ";
}

// Shape → operators; labels are words, set by the caller.
struct ShapeOps {
    std::string operator()(const charts::Line& shape) const {
        return painted(point(shape.from) + "m " + point(shape.to) + "l ", {"", false, shape.paint.stroke, shape.paint.width, shape.paint.dash}, {}, {});
    }
    std::string operator()(const Rectangle& shape) const {
        return painted(point(shape.corner) + num(shape.width) + " " + num(shape.height) + " re ", shape.paint, shape.corner,
                       {shape.corner.x + shape.width, shape.corner.y + shape.height});
    }
    std::string operator()(const Circle& shape) const {
        const double r = shape.radius;
        return painted(circle_path(shape.centre, r), shape.paint, {shape.centre.x - r, shape.centre.y - r},
                       {shape.centre.x + r, shape.centre.y + r});
    }
    std::string operator()(const Polygon& shape) const {
        std::string path;
        Point least{1e9, 1e9}, most{-1e9, -1e9};
        for (const Point& each : shape.points) {
            path += point(each) + (path.empty() ? "m " : "l ");
            least = {std::min(least.x, each.x), std::min(least.y, each.y)};
            most = {std::max(most.x, each.x), std::max(most.y, each.y)};
        }
        if (path.empty()) return path;
        return painted(path + (shape.closed ? "h " : ""), shape.paint, least, most);
    }
    std::string operator()(const Sector& shape) const {
        const double r = shape.outer;
        return painted(sector_path(shape), shape.paint, {shape.centre.x - r, shape.centre.y - r},
                       {shape.centre.x + r, shape.centre.y + r});
    }
    std::string operator()(const Label&) const { return {}; }
};

}  // namespace

void Content::drawing(const Drawing& drawing, double x, double y) {
    std::string paths;
    const auto flush = [&] {
        if (paths.empty()) return;
        raw("q 1 0 0 -1 " + num(x) + " " + num(height_ - y) + " cm\n" + paths + "Q\n");
        paths.clear();
    };
    for (const Shape& shape : drawing.shapes) {
        const Label* label = std::get_if<Label>(&shape);
        if (!label) {
            paths += std::visit(ShapeOps{}, shape) + "\n";
            continue;
        }
        flush();
        const Style style{label->semibold ? Face::sans_semibold : Face::sans, label->size, label->size, Figures::tabular,
                          ink_of(label->colour)};
        const Shaped& word = fonts_.shape(style.face, style.figures, label->text);
        const double width = word.at(style.size);
        const double before = label->anchor == Anchor::start ? 0 : label->anchor == Anchor::middle ? width / 2 : width;
        if (label->turned == 0) {
            this->word(word, style, x + label->at.x - before, y + label->at.y, false);
            continue;
        }
        const double angle = label->turned * std::numbers::pi / 180;
        end_text();
        ops_ += "q " + num(std::cos(angle)) + " " + num(std::sin(angle)) + " " + num(-std::sin(angle)) + " " +
                num(std::cos(angle)) + " " + this->at(x + label->at.x, y + label->at.y) + " cm\n";
        font_.clear();
        ink_known_ = false;
        this->word(word, style, -before, height_, false);
        end_text();
        ops_ += "Q\n";
        font_.clear();
        ink_known_ = false;
    }
    flush();
}

}  // namespace styrkedja::pdf
