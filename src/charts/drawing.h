// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

// A drawing as every format can paint it: shapes in points (1/72 inch), y downwards, painted in their order. A chart
// or a mark becomes one of these; writers turn it into SVG, PDF operators or a picture, and so draw the same.
namespace styrkedja::charts {

// "#23507A"; empty = nothing is painted.
using Colour = std::string;

struct Point {
    double x = 0, y = 0;
};

// How a shape is painted. A hatch is lines at 45° of the fill's colour on white: what is not yet true (forecasts).
struct Paint {
    Colour fill;
    bool hatched = false;
    Colour stroke;
    double width = 0;       // of the stroke, pt
    double dash = 0;        // length of dashes and gaps, pt; 0 = unbroken
};

struct Line { Point from, to; Paint paint; };
struct Rectangle { Point corner; double width = 0, height = 0; Paint paint; };
struct Circle { Point centre; double radius = 0; Paint paint; };
struct Polygon { std::vector<Point> points; bool closed = false; Paint paint; };
// Part of a circle, from the centre outwards, angles in degrees clockwise from twelve.
struct Sector { Point centre; double inner = 0, outer = 0, from = 0, to = 0; Paint paint; };

enum class Anchor : std::uint8_t { start, middle, end };
// A word or figure in Source Sans, lining tabular figures; `at` is on the base line.
struct Label {
    Point at;
    std::string text;
    double size = 8;
    bool semibold = false;
    Anchor anchor = Anchor::start;
    Colour colour = "#1A1A1A";
    double turned = 0;      // degrees anticlockwise about `at`
};

using Shape = std::variant<Line, Rectangle, Circle, Polygon, Sector, Label>;

struct Drawing {
    double width = 0, height = 0;   // pt
    std::vector<Shape> shapes;
};

}  // namespace styrkedja::charts
