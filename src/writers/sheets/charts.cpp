// SPDX-License-Identifier: EUPL-1.2
#include "locale/sheet_words.h"
#include "writers/sheets/sheets.h"

namespace styrkedja::sheets {

using namespace document;

namespace {

Cell cell_of(const ChartValue& value) {
    Cell cell;
    cell.figure = value.figure;
    cell.mark = value.mark;
    if (!value.words.empty()) cell.paragraphs.push_back({Text{value.words}});
    return cell;
}

// The column of a panel's series: the panels of a chart share those of the same name. A second one of the same name
// in one panel is a column of its own.
std::size_t column_of(Table& table, const ChartPanel& panel, std::size_t series) {
    const std::string& label = panel.series[series].label;
    std::size_t before = 0;
    for (std::size_t i = 0; i < series; ++i) before += panel.series[i].label == label ? 1 : 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].label == label && before-- == 0) return i;
    }
    Column column;
    column.id = "s" + std::to_string(table.columns.size() + 1);
    column.label = label;
    table.columns.push_back(std::move(column));
    return table.columns.size() - 1;
}

void add_panel(Table& table, const ChartPanel& panel, std::size_t number) {
    const std::string id = "p" + std::to_string(number);
    if (!panel.label.empty()) {
        Row head;
        head.id = id;
        head.kind = RowKind::group;
        head.label = {Text{panel.label + (panel.unit.empty() || panel.unit == table.unit ? "" : " (" + panel.unit + ")")}};
        head.cells.resize(table.columns.size());
        table.rows.push_back(std::move(head));
    }
    for (std::size_t place = 0; place < panel.places.size(); ++place) {
        Row row;
        row.id = id + "." + std::to_string(place + 1);
        row.label = {Text{panel.places[place]}};
        row.cells.resize(table.columns.size());
        for (std::size_t i = 0; i < panel.series.size(); ++i) {
            const ChartSeries& series = panel.series[i];
            if (place < series.values.size()) row.cells[column_of(table, panel, i)] = cell_of(series.values[place]);
        }
        table.rows.push_back(std::move(row));
    }
}

}  // namespace

Table table_of(const Chart& chart) {
    Table table;
    table.id = chart.id;
    table.number = chart.number;
    table.caption = chart.title;
    table.sign_rule = chart.subject;
    table.stub = std::string(swedish_sheet_words.place);
    table.change = chart.change;
    if (!chart.panels.empty()) table.unit = chart.panels.front().unit;
    for (const ChartPanel& panel : chart.panels) {
        if (panel.unit != table.unit) table.unit.clear();
        for (std::size_t i = 0; i < panel.series.size(); ++i) column_of(table, panel, i);
    }
    for (std::size_t i = 0; i < chart.panels.size(); ++i) add_panel(table, chart.panels[i], i + 1);
    if (!chart.source.empty()) table.notes.push_back({"", false, {Text{chart.source}}});
    return table;
}

}  // namespace styrkedja::sheets
