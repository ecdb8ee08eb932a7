// SPDX-License-Identifier: EUPL-1.2
#include "charts/charts.h"
#include "locale/chart_words.h"
#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

// Small charts of one line stand in the text column, the others run across the margin.
bool is_narrow(const Chart& chart) {
    return chart.panels.size() <= 1 && (chart.kind == ChartKind::trend || chart.kind == ChartKind::year_wheel ||
                                        chart.kind == ChartKind::completion || chart.kind == ChartKind::shares);
}

// Title, drawing and source as one: they stand on one page.
void write_figure(Paper& paper, Spans title, charts::Drawing drawing, const std::string& alternative, const std::string& source,
                  Measure measure, Change change, const std::string& anchor) {
    std::vector<Piece> pieces;
    const bool across = measure.x == 0;
    const Lines lines = paper.setter.set(std::move(title), measure.width, {.hyphens = false});
    for (Piece& each : paragraph(paper, lines, look::caption, measure, {.before = 11, .keep_next = true, .changed = change != Change::none}))
        pieces.push_back(std::move(each));
    Piece figure;
    figure.before = 5;
    figure.height = drawing.height;
    figure.keep = !source.empty();
    const ElementId element = paper.tags.make("Figure", paper.container);
    paper.tags.facts(element).alternative = alternative;
    figure.pictures.push_back({std::move(drawing), measure.x, 0, element});
    if (change != Change::none) figure.bars.push_back({measure.x - 7, 0, 1.6, figure.height, black});
    pieces.push_back(std::move(figure));
    if (!source.empty()) {
        const ElementId text = paper.tags.make("P", paper.container);
        for (Piece& each : paragraph(paper, paper.setter.set({span(source, look::note, text)}, measure.width), look::note, measure, {.before = 4}))
            pieces.push_back(std::move(each));
    }
    if (!anchor.empty()) pieces.front().anchors.push_back({anchor, 0});
    for (Piece& each : pieces) each.across = across;
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) pieces[i].keep = true;
    pieces.back().after = 13.3;
    add(paper, std::move(pieces));
}

}  // namespace

void write_chart(Paper& paper, const Chart& chart) {
    const Measure measure = is_narrow(chart) ? Measure{} : Measure{0, upright_sheet.live_width()};
    const ElementId text = paper.tags.make("P", paper.container);
    Spans title;
    if (chart.number > 0)
        title.push_back(span(std::string(swedish_chart_words.chart) + "\u00a0" + std::to_string(chart.number) + "\u2002", look::caption_grey, text));
    title.push_back(span(chart.title + " ", look::caption, text));
    title.push_back(span(chart.subject, look::caption_grey, text));
    const std::string& said = chart.alternative.empty() ? chart.title : chart.alternative;
    write_figure(paper, std::move(title), charts::draw(chart, measure.width), said, chart.source, measure, chart.change, "c-" + chart.id);
    if (chart.table && *chart.table < paper.document.tables.size()) write_table(paper, *chart.table);
}

// Likelihood and consequence of each risk, in words: what the matrix shows at a glance.
void write_matrix(Paper& paper, const RiskMatrix& matrix) {
    std::string said = matrix.caption + ".";
    for (const RiskMatrix::Entry& entry : matrix.entries) {
        const auto x = static_cast<std::size_t>(entry.x), y = static_cast<std::size_t>(entry.y);
        if (entry.x < 0 || entry.y < 0 || x >= matrix.x_steps.size() || y >= matrix.y_steps.size()) continue;
        said += " " + matrix.x_label + " " + matrix.x_steps[x] + ", " + matrix.y_label + " " + matrix.y_steps[y] + ":";
        for (std::size_t i = 0; i < entry.risks.size(); ++i) said += (i > 0 ? ", " : " ") + entry.risks[i];
        said += ".";
    }
    const ElementId text = paper.tags.make("P", paper.container);
    write_figure(paper, {span(matrix.caption, look::caption, text)}, charts::draw(matrix, text_width), said, "", {}, Change::none,
                 "t-" + matrix.id);
}

}  // namespace styrkedja::pdf
