// SPDX-License-Identifier: EUPL-1.2
#include "charts/charts.h"
#include "charts/to_svg.h"
#include "locale/chart_words.h"
#include "writers/html/page.h"

// A chart in the page: its title as tables have theirs, the drawing, its source, and the same data as a table.
namespace styrkedja::html {

using namespace document;

namespace {

// Wide charts run across the margin as tables do; the others stand in the text's column.
double width_of(const Chart& chart) {
    const bool many = chart.panels.size() > 1;
    const bool wide = many || chart.kind == ChartKind::heat_map || chart.kind == ChartKind::bridge;
    return wide ? 468 : 351;
}

void write_caption(Page& page, const Chart& chart) {
    page.out.open("figcaption");
    if (chart.number > 0) {
        page.out.open("span", {attr("class", "tn")});
        page.out.text(swedish_chart_words.chart);
        page.out.text("\u00a0" + std::to_string(chart.number));
        page.out.close();
    }
    page.out.text(chart.title);
    if (!chart.subject.empty()) {
        page.out.text(" ");
        page.out.leaf("span", {attr("class", "u")}, chart.subject);
    }
    page.out.close();
}

// Regions of a page need names of their own.
std::string region_name(Page& page, const Chart& chart) {
    std::string name(swedish_chart_words.chart);
    if (!chart.title.empty()) name += ": " + chart.title;
    page.region_names.insert(name);
    const std::size_t same = page.region_names.count(name);
    return same == 1 ? name : name + " (" + std::to_string(same) + ")";
}

void write_data(Page& page, const Chart& chart) {
    if (!chart.table) return;
    page.out.open("details", {attr("class", "data")});
    page.out.leaf("summary", {}, swedish_chart_words.same_data);
    write_table(page, *chart.table);
    page.out.close();
}

}  // namespace

void write_chart(Page& page, std::size_t index) {
    const Chart& chart = page.document.charts.at(index);
    const double width = width_of(chart);
    page.out.open("figure", {attr("class", width > 400 ? "ch full" : "ch"), id("f-", chart.id)});
    write_caption(page, chart);
    page.out.open("div", {attr("class", "scroll"), attr("role", "region"), attr("tabindex", "0"),
                          attr("aria-label", region_name(page, chart))});
    const std::string prefix = "ch" + std::to_string(index + 1);
    const std::string svg =
        charts::to_svg(charts::draw(chart, width),
                       {prefix, chart.title.empty() ? swedish_chart_words.chart : std::string_view(chart.title),
                        chart.alternative, true});
    page.out.raw(Raw::drawing(svg));
    page.out.close();
    if (!chart.source.empty()) page.out.leaf("p", {attr("class", "src")}, chart.source);
    write_data(page, chart);
    page.out.close();
}

void write_sparkline(Page& page, const Sparkline& line) {
    page.out.open("span", {attr("class", "ch")});
    page.out.raw(Raw::drawing(charts::to_svg(charts::draw(line), {"s", "", "", true})));
    page.out.leaf("span", {attr("class", "vh")}, line.said);
    page.out.close();
}

}  // namespace styrkedja::html
