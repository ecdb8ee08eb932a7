// SPDX-License-Identifier: EUPL-1.2
#include "charts/canvas.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "charts/charts.h"

namespace styrkedja::charts {

Paint filled(Colour fill) {
    Paint paint;
    paint.fill = std::move(fill);
    return paint;
}

Paint stroked(Colour stroke, double width, double dash) {
    Paint paint;
    paint.stroke = std::move(stroke);
    paint.width = width;
    paint.dash = dash;
    return paint;
}

void add_line(Drawing& drawing, Point from, Point to, const Colour& ink, double width, double dash) {
    drawing.shapes.push_back(Line{from, to, stroked(ink, width, dash)});
}

void add_bar(Drawing& drawing, Point corner, double width, double height, const Colour& fill) {
    drawing.shapes.push_back(Rectangle{corner, width, height, filled(fill)});
}

void add_outline(Drawing& drawing, Point corner, double width, double height, const Colour& stroke, double line) {
    Paint paint = stroked(stroke, line);
    paint.fill = ink::paper;
    drawing.shapes.push_back(Rectangle{corner, width, height, paint});
}

void add_hatched(Drawing& drawing, Point corner, double width, double height) {
    Paint paint = stroked(ink::data, 0.8);
    paint.fill = ink::data;
    paint.hatched = true;
    drawing.shapes.push_back(Rectangle{corner, width, height, paint});
}

namespace {
struct Move {
    Point by;
    Point moved(Point point) const { return {point.x + by.x, point.y + by.y}; }
    void operator()(Line& shape) const { shape.from = moved(shape.from), shape.to = moved(shape.to); }
    void operator()(Rectangle& shape) const { shape.corner = moved(shape.corner); }
    void operator()(Circle& shape) const { shape.centre = moved(shape.centre); }
    void operator()(Polygon& shape) const {
        for (Point& point : shape.points) point = moved(point);
    }
    void operator()(Sector& shape) const { shape.centre = moved(shape.centre); }
    void operator()(Label& shape) const { shape.at = moved(shape.at); }
};
}  // namespace

void add(Drawing& drawing, const Drawing& part, Point corner) {
    for (Shape shape : part.shapes) {
        std::visit(Move{corner}, shape);
        drawing.shapes.push_back(std::move(shape));
    }
}

namespace {
Label label_of(Point at, const std::string& text, const Style& style) {
    return Label{at, text, style.size, style.semibold, style.anchor, style.colour, 0};
}
}  // namespace

void add_text(Drawing& drawing, Point at, const std::string& text, const Style& style) {
    if (!text.empty()) drawing.shapes.push_back(label_of(at, text, style));
}

void add_text_on_paper(Drawing& drawing, Point at, const std::string& text, const Style& style) {
    if (text.empty()) return;
    const Box box = box_of(label_of(at, text, style));
    add_bar(drawing, {box.left - 1, box.top}, box.right - box.left + 2, box.bottom - box.top, ink::paper);
    add_text(drawing, at, text, style);
}

double width_of(const std::string& text, const Style& style) {
    return text_width(text, style.size, style.semibold);
}

namespace {
bool is_vowel(char32_t c) {
    return std::u32string_view(U"aeiouyåäöéAEIOUYÅÄÖÉ").find(c) != std::u32string_view::npos;
}

// The most of a word's beginning that has room with a hyphen after it; at least one character. A syllable begins with
// the last consonant before a vowel ("utbildnings-nämnden"); where no such place has room the word breaks anywhere.
std::size_t room_for(const std::string& word, double width, const Style& style) {
    std::size_t fits = 0, syllable = 0, count = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < word.size(); ++count) {
        std::size_t next = at, after = at;
        const char32_t here = next_character(word, next);
        after = next;
        const char32_t following = after < word.size() ? next_character(word, after) : 0;
        if (fits > 0 && width_of(word.substr(0, at) + "-", style) > width) break;
        if (at > 0) fits = at;
        const bool begins = before == '-' || (!is_vowel(here) && is_vowel(following) && after < word.size());
        if (begins && count >= 3) syllable = at;
        before = here;
        at = next;
    }
    if (syllable > 0) return syllable;
    std::size_t first = 0;
    next_character(word, first);
    return std::max(fits, first);
}
}  // namespace

std::vector<std::string> wrapped(const std::string& text, double width, const Style& style) {
    std::vector<std::string> lines(1);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        std::string word = text.substr(at, space - at);
        at = space + 1;
        if (word.empty()) continue;
        const std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
        if (width_of(longer, style) <= width) {
            lines.back() = longer;
            continue;
        }
        if (!lines.back().empty()) lines.emplace_back();
        while (width_of(word, style) > width) {
            const std::size_t fits = room_for(word, width, style);
            if (fits >= word.size()) break;
            lines.back() = word.substr(0, fits) + (word[fits - 1] == '-' ? "" : "-");
            lines.emplace_back();
            word.erase(0, fits);
        }
        lines.back() = word;
    }
    return lines;
}

double add_lines(Drawing& drawing, Point first, const std::vector<std::string>& lines, const Style& style,
                 double leading) {
    for (const std::string& line : lines) {
        add_text(drawing, first, line, style);
        first.y += leading;
    }
    return first.y - leading;
}

Box box_of(const Label& label) {
    const double width = text_width(label.text, label.size, label.semibold);
    double left = label.at.x;
    if (label.anchor == Anchor::middle) left -= width / 2;
    if (label.anchor == Anchor::end) left -= width;
    const double up = label.size * 0.74, down = label.size * 0.22;
    if (label.turned == 90) {
        const double from = label.at.y + (left - label.at.x);
        return {label.at.x - up, 2 * label.at.y - from - width, label.at.x + down, 2 * label.at.y - from};
    }
    return {left, label.at.y - up, left + width, label.at.y + down};
}

std::optional<std::vector<double>> kept_apart(const std::vector<double>& centres, const std::vector<double>& widths,
                                              double gap, double from, double to) {
    std::vector<double> placed = centres;
    double edge = from;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        placed[i] = std::max(placed[i], edge + widths[i] / 2);
        edge = placed[i] + widths[i] / 2 + gap;
    }
    edge = to;
    for (std::size_t i = placed.size(); i-- > 0;) {
        placed[i] = std::min(placed[i], edge - widths[i] / 2);
        edge = placed[i] - widths[i] / 2 - gap;
    }
    if (edge + gap < from - 0.01) return std::nullopt;
    return placed;
}

std::optional<double> number_of(std::string_view value) {
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || read.ec != std::errc() || read.ptr != value.data() + value.size()) return std::nullopt;
    if (!std::isfinite(number)) return std::nullopt;
    return number;
}

std::optional<double> number_of(const std::optional<document::Figure>& figure) {
    return figure ? number_of(figure->value) : std::nullopt;
}

bool stands_out(std::string_view colour) {
    if (colour.size() != 7 || colour[0] != '#') return false;
    double part[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        unsigned value = 0;
        const char* from = colour.data() + 1 + 2 * i;
        if (std::from_chars(from, from + 2, value, 16).ptr != from + 2) return false;
        const double share = value / 255.0;
        part[i] = share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    }
    const double luminance = 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    return 1.05 / (luminance + 0.05) >= 3;
}

}  // namespace styrkedja::charts
