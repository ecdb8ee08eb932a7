// SPDX-License-Identifier: EUPL-1.2
#include "charts/charts.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "locale/chart_words.h"
#include "writers/docx/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

constexpr double chart_scale = 1.75;  // pixels to a point: 126 to an inch
constexpr double beside = 46;          // points that title and source take of a page

double highest_of(const PageSize& page) {
    return std::max(100.0, (page.height - page.top - page.bottom) * points_per_twip - beside);
}

// A drawing that is higher than a page is set smaller, whole.
void write_picture(Paper& paper, charts::Drawing drawing, std::string_view alternative, const std::string& field) {
    double part = 1;
    const double highest = highest_of(paper.base.page);
    if (drawing.height > highest) {
        part = highest / drawing.height;
        paper.warn("drawing_is_reduced", field, {{"percent", std::to_string(std::lround(part * 100))}});
    }
    write_drawing(paper, std::move(drawing), {.scale = chart_scale, .shown = part}, alternative);
}

void write_title(Paper& paper, const Chart& chart) {
    if (chart.title.empty() && chart.subject.empty() && chart.number == 0) return;
    open_paragraph(paper, Style::caption);
    const int bookmark = open_bookmark(paper, bookmark_name('d', chart.id));
    if (chart.number > 0) {
        const bool next = chart.number == paper.last_chart + 1;
        const std::string number = std::to_string(chart.number);
        write_run(paper, std::string(swedish_chart_words.chart) + "\u00a0", {.style = Style::grey});
        write_field(paper, "SEQ Diagram \\* ARABIC" + (next ? std::string() : " \\r " + number), number,
                    {.style = Style::grey});
        write_run(paper, "  ");
        paper.last_chart = chart.number;
    }
    write_run(paper, chart.title);
    close_bookmark(paper, bookmark);
    if (!chart.subject.empty()) write_run(paper, (chart.title.empty() ? "" : "  ") + chart.subject, {.style = Style::grey});
    close_paragraph(paper);
}

// The matrix in words, for whom the picture says nothing.
std::string in_words(const RiskMatrix& matrix) {
    std::string text = matrix.caption;
    for (const RiskMatrix::Entry& entry : matrix.entries) {
        const auto x = static_cast<std::size_t>(entry.x), y = static_cast<std::size_t>(entry.y);
        if (x >= matrix.x_steps.size() || y >= matrix.y_steps.size()) continue;
        text += (text.empty() ? "" : ". ") + matrix.x_label + " " + matrix.x_steps[x] + ", " + matrix.y_label + " " +
                matrix.y_steps[y] + ": ";
        for (std::size_t i = 0; i < entry.risks.size(); ++i) text += (i > 0 ? ", " : "") + entry.risks[i];
    }
    return text;
}

}  // namespace

void write_chart(Paper& paper, std::size_t index) {
    if (index >= paper.document.charts.size()) return;
    const Chart& chart = paper.document.charts[index];
    const Change outer = std::exchange(paper.outer, inner_change(paper.outer, chart.change));
    const bool sans = std::exchange(paper.sans, true);
    write_title(paper, chart);
    const bool has_source = !chart.source.empty();
    open_paragraph(paper, Style::chart, {.keep_next = has_source});
    const std::string field = "charts/" + chart.id;
    write_picture(paper, charts::draw(chart, paper.live_width() * points_per_twip), chart.alternative, field);
    close_paragraph(paper);
    if (has_source) write_paragraph(paper, Style::source, {Text{chart.source}});
    paper.sans = sans;
    if (chart.table && !paper.printed_tables.contains(*chart.table)) write_table(paper, *chart.table);
    paper.tell_replaced(field);
    paper.outer = outer;
}

void write_matrix(Paper& paper, const RiskMatrix& matrix) {
    constexpr double width = text_width * points_per_twip;
    const bool sans = std::exchange(paper.sans, true);
    if (!matrix.caption.empty()) {
        open_paragraph(paper, Style::caption, {.left = margin_indent});
        const int bookmark = open_bookmark(paper, bookmark_name('d', matrix.id));
        write_run(paper, matrix.caption);
        close_bookmark(paper, bookmark);
        close_paragraph(paper);
    }
    open_paragraph(paper, Style::chart, {.left = margin_indent});
    write_picture(paper, charts::draw(matrix, width), in_words(matrix), "risks/" + matrix.id);
    close_paragraph(paper);
    paper.sans = sans;
}

}  // namespace styrkedja::docx
