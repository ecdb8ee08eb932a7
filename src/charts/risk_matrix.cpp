// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "charts/charts.h"
#include "charts/kinds.h"

namespace styrkedja::charts {

using namespace document;

namespace {

constexpr double cell = 38, inside = 36.5;

// Grey by the product of both steps: how large the risk is, not what anybody thinks of it.
Colour grey_of(std::size_t product, std::size_t worst) {
    const double share = static_cast<double>(product) / static_cast<double>(worst);
    if (share < 0.24) return ink::paper;
    if (share < 0.45) return "#ECECEC";
    if (share < 0.7) return "#CFCFCF";
    return "#A8A8A8";
}

// Long names of risks become letters, explained beside the matrix.
struct Risks {
    std::vector<std::string> named;            // in the order of their letters
    std::string letter(const std::string& risk) {
        if (width_of(risk, {7.6, true, Anchor::middle, ink::paper}) <= 9) return risk;
        std::size_t at = static_cast<std::size_t>(std::find(named.begin(), named.end(), risk) - named.begin());
        if (at == named.size()) named.push_back(risk);
        std::string text(1, static_cast<char>('A' + at % 26));
        if (at >= 26) text += std::to_string(at / 26);
        return text;
    }
};

void add_risks(Drawing& drawing, const RiskMatrix::Entry& entry, Point corner, Risks& risks) {
    const std::size_t count = entry.risks.size();
    const std::size_t across = std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count) + 1))));
    const std::size_t rows = (count + across - 1) / across;
    const double pitch = std::min({14.5, (inside - 4) / static_cast<double>(across), (inside - 11) / static_cast<double>(rows)});
    const double radius = std::min(6.8, pitch / 2 - 0.3);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t in_row = std::min(across, count - i / across * across);
        const double x = corner.x + inside / 2 + pitch * (static_cast<double>(i % across) - (static_cast<double>(in_row) - 1) / 2);
        const double y = corner.y + inside / 2 + 4 + pitch * (static_cast<double>(i / across) - (static_cast<double>(rows) - 1) / 2);
        drawing.shapes.push_back(Circle{{x, y}, radius, filled(ink::black)});
        const double size = std::max(3.5, std::min(7.6, radius * 1.15));
        add_text(drawing, {x, y + size * 0.34}, risks.letter(entry.risks[i]), {size, true, Anchor::middle, ink::paper});
    }
}

void add_cells(Drawing& drawing, const RiskMatrix& matrix, Point corner) {
    const std::size_t across = matrix.x_steps.size(), down = matrix.y_steps.size();
    for (std::size_t x = 0; x < across; ++x) {
        for (std::size_t y = 0; y < down; ++y) {
            const Point at{corner.x + cell * static_cast<double>(x), corner.y + cell * static_cast<double>(down - 1 - y)};
            const std::size_t product = (x + 1) * (y + 1);
            Paint paint = stroked("#BDBDBD", 0.5);
            paint.fill = grey_of(product, across * down);
            drawing.shapes.push_back(Rectangle{at, inside, inside, paint});
            add_text(drawing, {at.x + 3, at.y + 8.5}, std::to_string(product), {small_size, false, Anchor::start, ink::black});
        }
    }
}

double add_steps(Drawing& drawing, const RiskMatrix& matrix, Point corner) {
    const double down = static_cast<double>(matrix.y_steps.size());
    Style right{text_size, false, Anchor::end, ink::black}, middle{text_size, false, Anchor::middle, ink::black};
    for (std::size_t y = 0; y < matrix.y_steps.size(); ++y) {
        const auto lines = wrapped(matrix.y_steps[y], corner.x - 18, right);
        const double centre = corner.y + cell * (down - 1 - static_cast<double>(y)) + inside / 2;
        add_lines(drawing, {corner.x - 6, centre + 2.8 - 4.7 * static_cast<double>(lines.size() - 1)}, lines, right);
    }
    double bottom = corner.y + cell * down;
    for (std::size_t x = 0; x < matrix.x_steps.size(); ++x) {
        const double centre = corner.x + cell * static_cast<double>(x) + inside / 2;
        const double last = add_lines(drawing, {centre, corner.y + cell * down + 8}, wrapped(matrix.x_steps[x], cell - 3, middle), middle);
        bottom = std::max(bottom, last);
    }
    return bottom;
}

// The letters' names, right of the matrix where there is room, else below it.
double add_named(Drawing& drawing, const Risks& risks, Point corner, double width) {
    Style letter{text_size, true, Anchor::start, ink::black};
    for (std::size_t i = 0; i < risks.named.size(); ++i) {
        Risks same = risks;
        add_text(drawing, corner, same.letter(risks.named[i]), letter);
        corner.y = add_lines(drawing, {corner.x + 14, corner.y}, wrapped(risks.named[i], width - 14, {}), {}) + 12;
    }
    return corner.y;
}

}  // namespace

Drawing draw(const RiskMatrix& matrix, double width) {
    Drawing drawing{width, 0, {}};
    if (matrix.x_steps.empty() || matrix.y_steps.empty()) {
        say_nothing(drawing, {0, 10}, width, words.nothing_to_show);
        drawing.height = 24;
        return drawing;
    }
    double names = 0;
    for (const std::string& step : matrix.y_steps) names = std::max(names, width_of(step, {}));
    const Point corner{std::min(names, 80.0) + 18.01, 6};
    add_cells(drawing, matrix, corner);
    Risks risks;
    for (const RiskMatrix::Entry& entry : matrix.entries) {
        const auto x = static_cast<std::size_t>(entry.x), y = static_cast<std::size_t>(entry.y);
        if (x >= matrix.x_steps.size() || y >= matrix.y_steps.size()) continue;
        const double down = static_cast<double>(matrix.y_steps.size() - 1 - y);
        add_risks(drawing, entry, {corner.x + cell * static_cast<double>(x), corner.y + cell * down}, risks);
    }
    double bottom = add_steps(drawing, matrix, corner) + 12;
    const double across = cell * static_cast<double>(matrix.x_steps.size()), down = cell * static_cast<double>(matrix.y_steps.size());
    add_text(drawing, {corner.x + across / 2, bottom}, matrix.x_label, {text_size, true, Anchor::middle, ink::black});
    drawing.shapes.push_back(Label{{8, corner.y + down / 2}, matrix.y_label, text_size, true, Anchor::middle, ink::black, 90});
    const double beside = corner.x + across + 16;
    if (width - beside >= 90) bottom = std::max(bottom, add_named(drawing, risks, {beside, corner.y + 8}, width - beside) - 10);
    else bottom = add_named(drawing, risks, {0, bottom + 16}, width) - 10;
    drawing.height = bottom + 6;
    return drawing;
}

}  // namespace styrkedja::charts
