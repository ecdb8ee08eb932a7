// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "writers/csv/csv.h"
#include "writers/xlsx/xlsx.h"

// A report of sixty pages with 150 tables and 30 charts as a workbook and as CSV files: best and median of some runs.
namespace styrkedja {
namespace {

using namespace document;

Figure figure(int number) {
    Figure made;
    made.value = std::to_string(number) + ".5";
    made.shown = std::to_string(number) + ",5";
    made.unit = "tkr";
    made.label = "Utfall 2016";
    made.sources = {{"economy/ks.ansvar." + std::to_string(number), "outcome"}};
    return made;
}

Table table(int which) {
    Table made;
    made.id = "tabell-" + std::to_string(which);
    made.number = which + 1;
    made.caption = "Drift per ansvar, enhet " + std::to_string(which);
    made.unit = "tkr";
    for (const char* label : {"Budget", "Utfall", "Avvikelse", "Prognos", "Bokslut 2015", "Kommentar"}) {
        Column column;
        column.id = label;
        column.label = label;
        made.columns.push_back(column);
    }
    for (int i = 0; i < 15; ++i) {
        Row row;
        row.id = "rad-" + std::to_string(i);
        row.kind = i == 14 ? RowKind::total : RowKind::item;
        row.label = {Text{"Ansvar " + std::to_string(which * 100 + i)}};
        row.cells.resize(6);
        for (std::size_t k = 0; k < 5; ++k) row.cells[k].figure = figure(which * 7 + i * 13 + static_cast<int>(k));
        row.cells[5].paragraphs = {{Text{"Vakanser under våren, tillsatta i augusti; enhet " + std::to_string(i)}}};
        made.rows.push_back(std::move(row));
    }
    return made;
}

Document report() {
    Document made;
    made.id = "rapport";
    made.title = "Årsredovisning";
    for (int i = 0; i < 150; ++i) made.tables.push_back(table(i));
    for (int i = 0; i < 30; ++i) {
        Chart chart;
        chart.id = "diagram-" + std::to_string(i);
        chart.number = i + 1;
        chart.title = "Sjukfrånvaron minskar";
        ChartPanel panel;
        for (int year = 2006; year < 2016; ++year) panel.places.push_back(std::to_string(year));
        for (const char* label : {"Utfall", "Mål"}) {
            ChartSeries series;
            series.label = label;
            for (int k = 0; k < 10; ++k) series.values.push_back({figure(k), "", {}, 0});
            panel.series.push_back(std::move(series));
        }
        chart.panels = {panel};
        made.charts.push_back(std::move(chart));
    }
    return made;
}

template <typename Write>
void measure(const char* name, Write write) {
    std::vector<double> times;
    std::size_t bytes = 0;
    for (int i = 0; i < 15; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        bytes = write().size();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-8s best %7.1f ms  median %7.1f ms  %zu kB\n", name, times.front(), times[times.size() / 2], bytes / 1000);
}

}  // namespace
}  // namespace styrkedja

int main() {
    const styrkedja::document::Document paper = styrkedja::report();
    styrkedja::measure("xlsx", [&] {
        styrkedja::Problems problems;
        return styrkedja::write_xlsx(paper, problems);
    });
    styrkedja::measure("csv", [&] { return styrkedja::write_csv(paper); });
}
