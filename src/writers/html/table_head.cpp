// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/html/table_plan.h"

namespace styrkedja::html {

using namespace document;

namespace {

bool has_groups(const Table& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const Column& c) { return !c.group.empty(); });
}

// The columns from `first` that stand under the same group heading.
std::size_t group_end(const Table& table, std::size_t first) {
    std::size_t end = first + 1;
    while (end < table.columns.size() && table.columns[end].group == table.columns[first].group) ++end;
    return end;
}

bool is_number(const Column& column) {
    return column.align != Align::left;
}

void write_column(Page& page, int percent) {
    page.out.empty("col", {attr("class", percent > 0 ? "w" + std::to_string(percent) : std::string())});
}

void write_columns(Page& page, const Table& table) {
    const std::vector<int> percents = column_percents(table);
    page.out.open("colgroup");
    write_column(page, 0);
    page.out.close();
    for (std::size_t i = 0; i < table.columns.size();) {
        const std::size_t end = table.columns[i].group.empty() ? i + 1 : group_end(table, i);
        page.out.open("colgroup");
        for (; i < end; ++i) write_column(page, percents[i]);
        page.out.close();
    }
}

void write_heading_text(Page& page, const Table& table, std::size_t at) {
    const Column& column = table.columns[at];
    page.out.text(column.label);
    if (column.unit.empty() || says_unit(table, at)) return;
    if (!column.label.empty()) page.out.empty("br");
    page.out.text(column.unit);
}

// A heading without words is an empty cell, not an empty heading.
void write_column_heading(Page& page, const Table& table, std::size_t at, bool two_rows) {
    const Column& column = table.columns[at];
    const std::string_view rows = two_rows ? "2" : "";
    const std::string_view kind = is_number(column) ? "n" : follows_figures(table, at) ? "a" : "";
    if (column.label.empty() && column.unit.empty()) {
        page.out.leaf("td", {attr("rowspan", rows), role(table, "cell")}, "");
        return;
    }
    page.out.open("th", {attr("scope", "col"), attr("class", kind), attr("rowspan", rows),
                         role(table, "columnheader")});
    write_heading_text(page, table, at);
    page.out.close();
}

void write_stub(Page& page, const Table& table, bool two_rows) {
    const std::string_view rows = two_rows ? "2" : "";
    if (table.stub.empty()) {
        page.out.leaf("td", {attr("rowspan", rows), role(table, "cell")}, "");
    } else {
        page.out.leaf("th", {attr("scope", "col"), attr("rowspan", rows), role(table, "columnheader")},
                      table.stub);
    }
}

void write_group_row(Page& page, const Table& table) {
    page.out.open("tr", {role(table, "row")});
    write_stub(page, table, true);
    for (std::size_t i = 0; i < table.columns.size();) {
        if (table.columns[i].group.empty()) {
            write_column_heading(page, table, i, true);
            ++i;
            continue;
        }
        const std::size_t end = group_end(table, i);
        page.out.leaf("th",
                      {attr("scope", "colgroup"), attr("class", "sp"),
                       attr("colspan", std::to_string(end - i)), role(table, "columnheader")},
                      table.columns[i].group);
        i = end;
    }
    page.out.close();
}

}  // namespace

bool follows_figures(const Table& table, std::size_t column) {
    return column > 0 && !is_number(table.columns[column]) && is_number(table.columns[column - 1]);
}

void write_head(Page& page, const TablePlan& plan) {
    const Table& table = *plan.table;
    write_columns(page, table);
    page.out.open("thead", {role(table, "rowgroup")});
    const bool groups = has_groups(table);
    if (groups) write_group_row(page, table);
    page.out.open("tr", {role(table, "row")});
    if (!groups) write_stub(page, table, false);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!groups || !table.columns[i].group.empty()) write_column_heading(page, table, i, false);
    }
    page.out.close();
    page.out.close();
}

}  // namespace styrkedja::html
