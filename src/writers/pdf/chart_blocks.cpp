// SPDX-License-Identifier: EUPL-1.2
#include "charts/charts.h"
#include "locale/chart_words.h"
#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

// Wide charts run across the margin as tables do; the others stand in the text's column: as on the screen.
bool is_narrow(const Chart& chart) {
    return chart.panels.size() <= 1 && chart.kind != ChartKind::heat_map && chart.kind != ChartKind::bridge;
}

// Shape → the same, all lengths times a factor.
struct Scale {
    double by;
    charts::Point operator()(charts::Point p) const { return {p.x * by, p.y * by}; }
    void paint(charts::Paint& of) const {
        of.width *= by;
        of.dash *= by;
    }
    void operator()(charts::Line& of) const {
        of.from = (*this)(of.from);
        of.to = (*this)(of.to);
        paint(of.paint);
    }
    void operator()(charts::Rectangle& of) const {
        of.corner = (*this)(of.corner);
        of.width *= by;
        of.height *= by;
        paint(of.paint);
    }
    void operator()(charts::Circle& of) const {
        of.centre = (*this)(of.centre);
        of.radius *= by;
        paint(of.paint);
    }
    void operator()(charts::Polygon& of) const {
        for (charts::Point& each : of.points) each = (*this)(each);
        paint(of.paint);
    }
    void operator()(charts::Sector& of) const {
        of.centre = (*this)(of.centre);
        of.inner *= by;
        of.outer *= by;
        paint(of.paint);
    }
    void operator()(charts::Label& of) const {
        of.at = (*this)(of.at);
        of.size *= by;
    }
};

// A drawing higher than a page has room for is made smaller, and that is told.
void fit(Paper& paper, charts::Drawing& drawing, const std::string& name) {
    constexpr double highest = 630;  // of 691, with title and source
    if (drawing.height <= highest) return;
    const Scale scale{highest / drawing.height};
    for (charts::Shape& each : drawing.shapes) std::visit(scale, each);
    drawing.width *= scale.by;
    drawing.height = highest;
    Place place;
    place.entity = paper.document.id;
    paper.problems.add("chart_is_made_smaller", Severity::warning, std::move(place),
                       {{"chart", name}, {"percent", std::to_string(static_cast<int>(scale.by * 100))}});
}

// Title, drawing and source as one: they stand on one page.
void write_figure(Paper& paper, Spans title, charts::Drawing drawing, const std::string& alternative, const std::string& source,
                  Measure measure, Change change, const std::string& anchor, double room_below = 13.3) {
    std::string name;
    for (const Span& each : title) name += each.text;
    fit(paper, drawing, name);
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
    pieces.back().after = room_below;
    add(paper, std::move(pieces));
}

// The same data as a table: below, by its own name or called what it is; a table that stands already is named instead.
void write_data(Paper& paper, const Table& table, std::size_t index, Measure measure) {
    const bool named = !table.caption.empty() || table.number > 0, stands = paper.written_tables[index];
    if (!named || stands) {
        const ElementId label = paper.tags.make("P", paper.container);
        Spans spans = {span(std::string(swedish_chart_words.same_data), look::note, label)};
        if (stands) {
            std::string name = table.caption;
            if (table.number > 0) name = std::string(paper.words.table) + "\u00a0" + std::to_string(table.number) + (name.empty() ? "" : ". ") + name;
            if (name.empty()) name = std::string(paper.words.table);
            spans.front().text += ": ";
            spans.push_back(span(name, look::note, paper.tags.make("Link", label)));
            spans.back().link = static_cast<int>(paper.links.size());
            paper.links.push_back({"", "t-" + table.id, name});
        }
        add(paper, paragraph(paper, paper.setter.set(std::move(spans), measure.width), look::note, measure,
                             {.after = stands ? 13.3 : 0, .keep_next = !stands}));
    }
    if (!stands) write_table(paper, index);
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
    write_figure(paper, std::move(title), charts::draw(chart, measure.width), said, chart.source, measure, chart.change, "c-" + chart.id,
                 chart.table ? 4 : 13.3);
    if (!chart.table || *chart.table >= paper.document.tables.size()) return;
    write_data(paper, paper.document.tables[*chart.table], *chart.table, measure);
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
