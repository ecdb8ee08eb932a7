// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/svg_path.h"

#include <charconv>
#include <cmath>
#include <numbers>

#include "writers/pdf/file.h"

namespace styrkedja::pdf {

namespace {

struct Point {
    double x = 0, y = 0;
};

std::string text(Point p) { return num(p.x) + " " + num(p.y) + " "; }

bool is_number_start(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.'; }

// Reads numbers and commands of path data one after another.
class Scanner {
  public:
    explicit Scanner(std::string_view data) : data_(data) {}
    void skip() {
        while (at_ < data_.size() && (data_[at_] == ' ' || data_[at_] == ',' || data_[at_] == '\n' || data_[at_] == '\t' || data_[at_] == '\r')) ++at_;
    }
    bool done() {
        skip();
        return at_ >= data_.size();
    }
    bool has_number() { return !done() && is_number_start(data_[at_]); }
    char command() { return data_[at_++]; }
    bool number(double& value) {
        skip();
        if (at_ < data_.size() && data_[at_] == '+') ++at_;
        const auto [end, error] = std::from_chars(data_.data() + at_, data_.data() + data_.size(), value);
        if (error != std::errc() || !std::isfinite(value)) return false;
        at_ = static_cast<std::size_t>(end - data_.data());
        return true;
    }
    // In arcs a flag is a single 0 or 1, with nothing after it.
    bool flag(double& value) {
        skip();
        if (at_ >= data_.size() || (data_[at_] != '0' && data_[at_] != '1')) return false;
        value = data_[at_++] - '0';
        return true;
    }

  private:
    std::string_view data_;
    std::size_t at_ = 0;
};

class PathReader {
  public:
    explicit PathReader(std::string_view data) : in_(data) {}

    std::string read(bool& whole) {
        while (!in_.done()) {
            if (!in_.has_number()) command_ = in_.command();
            if (!step()) {
                whole = false;
                break;
            }
        }
        return std::move(out_);
    }

  private:
    bool step() {
        relative_ = command_ >= 'a';
        switch (command_ & ~0x20) {
            case 'M': return move();
            case 'L': return line();
            case 'H': return straight(true);
            case 'V': return straight(false);
            case 'C': return curve(false);
            case 'S': return curve(true);
            case 'Q': return quadratic(false);
            case 'T': return quadratic(true);
            case 'A': return arc();
            case 'Z':
                out_ += "h ";
                here_ = start_;
                last_ = 'Z';
                command_ = 0;
                return true;
            default: return false;
        }
    }

    bool point(Point& p) {
        if (!in_.number(p.x) || !in_.number(p.y)) return false;
        if (relative_) p = {p.x + here_.x, p.y + here_.y};
        return true;
    }

    bool move() {
        Point p;
        if (!point(p)) return false;
        out_ += text(p) + "m ";
        here_ = start_ = p;
        command_ = relative_ ? 'l' : 'L';
        last_ = 'M';
        return true;
    }
    bool line() {
        Point p;
        return point(p) && line_to(p);
    }
    bool line_to(Point p) {
        out_ += text(p) + "l ";
        here_ = p;
        last_ = 'L';
        return true;
    }
    bool straight(bool across) {
        double value = 0;
        if (!in_.number(value)) return false;
        Point p = here_;
        (across ? p.x : p.y) = value + (relative_ ? (across ? here_.x : here_.y) : 0);
        return line_to(p);
    }
    void curve_to(Point a, Point b, Point end) {
        out_ += text(a) + text(b) + text(end) + "c ";
        here_ = end;
    }
    Point mirrored() const { return {2 * here_.x - control_.x, 2 * here_.y - control_.y}; }
    bool curve(bool smooth) {
        Point a = last_ == 'C' ? mirrored() : here_, b, end;
        if ((!smooth && !point(a)) || !point(b) || !point(end)) return false;
        curve_to(a, b, end);
        control_ = b;
        last_ = 'C';
        return true;
    }
    bool quadratic(bool smooth) {
        Point a = last_ == 'Q' ? mirrored() : here_, end;
        if ((!smooth && !point(a)) || !point(end)) return false;
        const Point first{here_.x + (a.x - here_.x) * 2 / 3, here_.y + (a.y - here_.y) * 2 / 3};
        curve_to(first, {end.x + (a.x - end.x) * 2 / 3, end.y + (a.y - end.y) * 2 / 3}, end);
        control_ = a;
        last_ = 'Q';
        return true;
    }

    // An arc of an ellipse by its ends (SVG 1.1, F.6.5), as curves of at most 90 degrees.
    bool arc() {
        double rx = 0, ry = 0, turn = 0, large = 0, sweep = 0;
        Point end;
        if (!in_.number(rx) || !in_.number(ry) || !in_.number(turn) || !in_.flag(large) || !in_.flag(sweep) || !point(end)) return false;
        last_ = 'A';
        rx = std::abs(rx);
        ry = std::abs(ry);
        if (rx == 0 || ry == 0) return line_to(end);
        const double angle = turn * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
        const double dx = (here_.x - end.x) / 2, dy = (here_.y - end.y) / 2;
        const double x = cosine * dx + sine * dy, y = -sine * dx + cosine * dy;
        const double size = x * x / (rx * rx) + y * y / (ry * ry);
        if (size > 1) {
            rx *= std::sqrt(size);
            ry *= std::sqrt(size);
        }
        const double below = rx * rx * y * y + ry * ry * x * x;
        const double root = below == 0 ? 0 : std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below)) * (large == sweep ? -1 : 1);
        const double cx = root * rx * y / ry, cy = -root * ry * x / rx;
        const Point centre{cosine * cx - sine * cy + (here_.x + end.x) / 2, sine * cx + cosine * cy + (here_.y + end.y) / 2};
        const double from = std::atan2((y - cy) / ry, (x - cx) / rx);
        double span = std::atan2((-y - cy) / ry, (-x - cx) / rx) - from;
        if (sweep > 0 && span < 0) span += 2 * std::numbers::pi;
        if (sweep == 0 && span > 0) span -= 2 * std::numbers::pi;
        const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(span) / (std::numbers::pi / 2) - 1e-9)));
        const auto on = [&](double t, double along) {
            const double px = rx * (std::cos(t) - along * std::sin(t)), py = ry * (std::sin(t) + along * std::cos(t));
            return Point{centre.x + cosine * px - sine * py, centre.y + sine * px + cosine * py};
        };
        const double handle = 4.0 / 3 * std::tan(span / steps / 4);
        for (int i = 0; i < steps; ++i) {
            const double a = from + span * i / steps, b = from + span * (i + 1) / steps;
            curve_to(on(a, handle), on(b, -handle), i + 1 == steps ? end : on(b, 0));
        }
        return true;
    }

    Scanner in_;
    std::string out_;
    char command_ = 0;
    char last_ = 0;
    bool relative_ = false;
    Point here_, start_, control_;
};

}  // namespace

std::vector<double> svg_numbers(std::string_view text) {
    std::vector<double> list;
    for (std::size_t at = 0; at < text.size();) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (is_number_start(text[at]) && error == std::errc() && std::isfinite(value)) {
            list.push_back(value);
            at = static_cast<std::size_t>(end - text.data());
        } else {
            ++at;
        }
    }
    return list;
}

std::string svg_path(std::string_view data, bool& whole) { return PathReader(data).read(whole); }

std::string svg_ellipse(double x, double y, double rx, double ry) {
    constexpr double handle = 0.5522847498;
    const double hx = rx * handle, hy = ry * handle;
    return text({x + rx, y}) + "m " + text({x + rx, y + hy}) + text({x + hx, y + ry}) + text({x, y + ry}) + "c " +
           text({x - hx, y + ry}) + text({x - rx, y + hy}) + text({x - rx, y}) + "c " + text({x - rx, y - hy}) +
           text({x - hx, y - ry}) + text({x, y - ry}) + "c " + text({x + hx, y - ry}) + text({x + rx, y - hy}) +
           text({x + rx, y}) + "c h ";
}

std::optional<std::string> svg_transform(std::string_view text) {
    std::string operators;
    const auto matrix = [&](double a, double b, double c, double d, double e, double f) {
        for (const double each : {a, b, c, d, e, f}) operators += num(each) + " ";
        operators += "cm\n";
    };
    while (text.find('(') != text.npos) {
        const std::size_t open = text.find('('), close = text.find(')', open);
        if (close == text.npos) return {};
        std::string_view name = text.substr(0, open);
        const std::size_t first = name.find_first_not_of(" ,\n\t");
        name = first == name.npos ? std::string_view() : name.substr(first);
        const std::vector<double> v = svg_numbers(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
        if (name == "translate" && !v.empty()) {
            matrix(1, 0, 0, 1, v[0], v.size() > 1 ? v[1] : 0);
        } else if (name == "scale" && !v.empty()) {
            matrix(v[0], 0, 0, v.size() > 1 ? v[1] : v[0], 0, 0);
        } else if (name == "matrix" && v.size() == 6) {
            matrix(v[0], v[1], v[2], v[3], v[4], v[5]);
        } else if (name == "rotate" && (v.size() == 1 || v.size() == 3)) {
            const double angle = v[0] * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
            if (v.size() == 3) matrix(1, 0, 0, 1, v[1], v[2]);
            matrix(c, s, -s, c, 0, 0);
            if (v.size() == 3) matrix(1, 0, 0, 1, -v[1], -v[2]);
        } else {
            return {};
        }
    }
    return operators;
}

}  // namespace styrkedja::pdf
