// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charts/drawing.h"
#include "document/document.h"

// What the kinds of charts share: inks, strokes, words set in lines, labels kept apart. Only charts/ includes this.
namespace styrkedja::charts {

// Inks with a meaning; their grey values differ, and where two could meet their form does too. Dark pages replace
// each by its twin (assets/html/document.css).
namespace ink {
inline const Colour black = "#1A1A1A", second = "#595959", hair = "#CDCDCD", tone = "#E9E6DE", paper = "#FFFFFF";
inline const Colour data = "#23507A", addition = "#86A9C6", better = "#1F6F8B", worse = "#B4441C", last = "#B4B4B4";
inline const Colour good = "#2B7A50", part = "#7A5200", part_fill = "#E0A11B", bad = "#AB2424", none = "#6B6B6B";
inline const Colour part_tone = "#F6EBD0", bad_tone = "#F3D9D6", planned = "#D9E3EC";
}  // namespace ink

inline constexpr double text_size = 8, small_size = 7.2;

Paint filled(Colour fill);
Paint stroked(Colour stroke, double width, double dash = 0);

void add_line(Drawing& drawing, Point from, Point to, const Colour& ink, double width, double dash = 0);
void add_bar(Drawing& drawing, Point corner, double width, double height, const Colour& fill);
void add_outline(Drawing& drawing, Point corner, double width, double height, const Colour& stroke, double line);
void add_hatched(Drawing& drawing, Point corner, double width, double height);   // a forecast
// The other drawing, moved so that its corner stands there.
void add(Drawing& drawing, const Drawing& part, Point corner);

struct Style {
    double size = text_size;
    bool semibold = false;
    Anchor anchor = Anchor::start;
    Colour colour = ink::black;
};
void add_text(Drawing& drawing, Point at, const std::string& text, const Style& style = {});
// The same upon a ground of paper, so that lines behind don't cross it.
void add_text_on_paper(Drawing& drawing, Point at, const std::string& text, const Style& style = {});
double width_of(const std::string& text, const Style& style);

// A text in lines no wider than that: broken between words, and a longer word with a hyphen. At least one line.
std::vector<std::string> wrapped(const std::string& text, double width, const Style& style);
// The lines under each other from the first one's base line; returns the last one's.
double add_lines(Drawing& drawing, Point first, const std::vector<std::string>& lines, const Style& style,
                 double leading = 9.4);

// Where a label takes its room.
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    bool meets(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};
Box box_of(const Label& label);

// Things wanted at `centres`, as wide as `widths`, in that order moved as little as may be so that none overlap and
// all lie in [from, to]. Nothing where they have no room in one row. Centres must rise.
std::optional<std::vector<double>> kept_apart(const std::vector<double>& centres, const std::vector<double>& widths,
                                              double gap, double from, double to);

// The exact decimal as a number for geometry; nothing where there is none.
std::optional<double> number_of(const std::optional<document::Figure>& figure);
std::optional<double> number_of(std::string_view value);

// Does the municipality's own colour stand out from white paper (3 to 1, WCAG 2.2, 1.4.11)? Not what isn't a colour.
bool stands_out(std::string_view colour);

}  // namespace styrkedja::charts
