// SPDX-License-Identifier: EUPL-1.2
#include "charts/to_svg.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <set>

#include "charts/canvas.h"

namespace styrkedja::charts {
namespace {

// Two decimals and a dot whatever the machine's locale; zeros at the end fall off.
std::string number(double value) {
    if (!std::isfinite(value)) return "0";
    const auto hundredths = static_cast<std::int64_t>(std::llround(std::clamp(value, -1e12, 1e12) * 100));
    const std::uint64_t size = static_cast<std::uint64_t>(hundredths < 0 ? -hundredths : hundredths);
    std::string text = std::to_string(size / 100);
    if (size % 100 != 0) {
        text += '.';
        text += static_cast<char>('0' + size / 10 % 10);
        if (size % 10 != 0) text += static_cast<char>('0' + size % 10);
    }
    return (hundredths < 0 ? "-" : "") + text;
}

void escape(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (byte < 0x20 || byte == 0x7f) out += ' ';
        else out += c;
    }
}

// The class that stands for an ink on pages with their own colours; "" for colours that a municipality gave.
std::string_view name_of(const Colour& colour) {
    static const std::pair<const Colour&, std::string_view> names[] = {
        {ink::black, "ink"},      {ink::second, "second"},   {ink::hair, "hair"},     {ink::tone, "tone"},
        {ink::paper, "paper"},    {ink::data, "data"},       {ink::addition, "add"},  {ink::better, "better"},
        {ink::worse, "worse"},    {ink::last, "last"},       {ink::good, "good"},     {ink::part, "part"},
        {ink::part_fill, "half"}, {ink::bad, "bad"},         {ink::none, "none"},     {ink::part_tone, "parttone"},
        {ink::bad_tone, "badtone"}, {ink::planned, "plan"}};
    for (const auto& [known, name] : names) {
        if (known == colour) return name;
    }
    return "";
}

class Painter {
  public:
    Painter(const SvgNames& names, std::string& out) : names_(names), out_(out) {}

    void operator()(const Line& line) {
        out_ += "<path d=\"M" + at(line.from) + "L" + at(line.to) + "\"";
        paint(line.paint);
    }
    void operator()(const Rectangle& shape) {
        out_ += "<rect x=\"" + number(shape.corner.x) + "\" y=\"" + number(shape.corner.y) + "\" width=\"" +
                number(shape.width) + "\" height=\"" + number(shape.height) + "\"";
        paint(shape.paint);
    }
    void operator()(const Circle& shape) {
        out_ += "<circle cx=\"" + number(shape.centre.x) + "\" cy=\"" + number(shape.centre.y) + "\" r=\"" +
                number(shape.radius) + "\"";
        paint(shape.paint);
    }
    void operator()(const Polygon& shape) {
        if (shape.points.empty()) return;
        out_ += "<path d=\"M" + at(shape.points.front());
        for (std::size_t i = 1; i < shape.points.size(); ++i) out_ += "L" + at(shape.points[i]);
        out_ += shape.closed ? "Z\"" : "\"";
        if (!shape.closed) out_ += " stroke-linejoin=\"round\"";
        paint(shape.paint);
    }
    void operator()(const Sector& shape) {
        const std::string_view far = shape.to - shape.from > 180 ? "1" : "0";
        out_ += "<path d=\"M" + at(on(shape, shape.outer, shape.from)) + arc(shape.outer, far, "1") +
                at(on(shape, shape.outer, shape.to)) + "L" + at(on(shape, shape.inner, shape.to));
        if (shape.inner > 0) out_ += arc(shape.inner, far, "0") + at(on(shape, shape.inner, shape.from));
        out_ += "Z\"";
        paint(shape.paint);
    }
    void operator()(const Label& label) {
        out_ += "<text x=\"" + number(label.at.x) + "\" y=\"" + number(label.at.y) + "\"";
        if (label.turned != 0) {
            out_ += " transform=\"rotate(" + number(-label.turned) + " " + at(label.at) + ")\"";
        }
        if (label.anchor != Anchor::start) out_ += label.anchor == Anchor::end ? " text-anchor=\"end\"" : " text-anchor=\"middle\"";
        out_ += " font-size=\"" + number(label.size) + "\"";
        if (label.semibold) out_ += " font-weight=\"600\"";
        out_ += " fill=\"" + colour(label.colour) + "\"";
        if (names_.themed && !name_of(label.colour).empty()) out_ += " class=\"f-" + std::string(name_of(label.colour)) + "\"";
        out_ += ">";
        escape(out_, label.text);
        out_ += "</text>";
    }

  private:
    static std::string at(Point point) { return number(point.x) + " " + number(point.y); }
    static Point on(const Sector& shape, double radius, double degrees) {
        const double angle = degrees * std::numbers::pi / 180;
        return {shape.centre.x + radius * std::sin(angle), shape.centre.y - radius * std::cos(angle)};
    }
    static std::string arc(double radius, std::string_view far, std::string_view clockwise) {
        return "A" + number(radius) + " " + number(radius) + " 0 " + std::string(far) + " " + std::string(clockwise) + " ";
    }
    // A colour is #rrggbb; anything else a document says is not let through.
    static std::string colour(const Colour& colour) {
        const bool good = colour.size() == 7 && colour[0] == '#' &&
                          colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
        return good ? colour : ink::black;
    }
    void paint(const Paint& paint) {
        std::string classes;
        if (paint.hatched && !paint.fill.empty()) {
            out_ += " fill=\"url(#" + std::string(names_.prefix) + "-hatch-" + colour(paint.fill).substr(1) + ")\"";
        } else {
            out_ += paint.fill.empty() ? " fill=\"none\"" : " fill=\"" + colour(paint.fill) + "\"";
            if (!paint.fill.empty() && !name_of(paint.fill).empty()) classes = "f-" + std::string(name_of(paint.fill));
        }
        if (!paint.stroke.empty() && paint.width > 0) {
            out_ += " stroke=\"" + colour(paint.stroke) + "\" stroke-width=\"" + number(paint.width) + "\"";
            if (paint.dash > 0) out_ += " stroke-dasharray=\"" + number(paint.dash) + " " + number(paint.dash * 0.8) + "\"";
            if (!name_of(paint.stroke).empty()) classes += (classes.empty() ? "s-" : " s-") + std::string(name_of(paint.stroke));
        }
        if (names_.themed && !classes.empty()) out_ += " class=\"" + classes + "\"";
        out_ += "/>";
    }

    const SvgNames& names_;
    std::string& out_;
};

// Each hatched colour once: lines at 45 degrees on white.
void add_hatches(std::string& out, const Drawing& drawing, const SvgNames& names) {
    std::set<Colour> hatched;
    const auto note = [&](const Paint& paint) {
        if (paint.hatched && paint.fill.size() == 7) hatched.insert(paint.fill);
    };
    for (const Shape& shape : drawing.shapes) {
        std::visit([&](const auto& each) {
            if constexpr (requires { each.paint; }) note(each.paint);
        }, shape);
    }
    for (const Colour& colour : hatched) {
        const std::string ink(name_of(colour));
        const std::string paper_class = names.themed ? " class=\"f-paper\"" : "";
        const std::string line_class = names.themed && !ink.empty() ? " class=\"s-" + ink + "\"" : "";
        out += "<pattern id=\"" + std::string(names.prefix) + "-hatch-" + colour.substr(1) +
               "\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
               "<rect width=\"4\" height=\"4\" fill=\"#FFFFFF\"" + paper_class + "/><path d=\"M0 0V4\" stroke=\"" + colour +
               "\" stroke-width=\"2.4\"" + line_class + "/></pattern>";
    }
}

}  // namespace

std::string to_svg(const Drawing& drawing, const SvgNames& names) {
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(drawing.width) + " " +
                      number(drawing.height) + "\" width=\"" + number(drawing.width) + "pt\" height=\"" +
                      number(drawing.height) + "pt\"";
    const std::string prefix(names.prefix);
    if (names.title.empty()) {
        out += " aria-hidden=\"true\"";
    } else {
        out += " role=\"img\" aria-labelledby=\"" + prefix + "-title\"";
        if (!names.description.empty()) out += " aria-describedby=\"" + prefix + "-desc\"";
    }
    // In a page the style sheet says so.
    if (!names.themed) out += " font-family=\"'Source Sans 3', Calibri, Arial, sans-serif\" style=\"font-feature-settings:'tnum','lnum'\"";
    out += ">";
    if (!names.title.empty()) {
        out += "<title id=\"" + prefix + "-title\">";
        escape(out, names.title);
        out += "</title>";
        if (!names.description.empty()) {
            out += "<desc id=\"" + prefix + "-desc\">";
            escape(out, names.description);
            out += "</desc>";
        }
    }
    add_hatches(out, drawing, names);
    Painter painter(names, out);
    for (const Shape& shape : drawing.shapes) std::visit(painter, shape);
    return out + "</svg>";
}

}  // namespace styrkedja::charts
