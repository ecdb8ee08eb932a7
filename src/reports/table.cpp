// SPDX-License-Identifier: EUPL-1.2
#include "reports/table.h"

#include <algorithm>
#include <set>

#include "domain/economy/description.h"
#include "locale/report_words.h"
#include "locale/typography.h"
#include "reports/listed_grid.h"
#include "reports/things_table.h"

namespace styrkedja::reports {
namespace {

document::RowKind kind_of_row(SpecRow row) {
    switch (row) {
        case SpecRow::group:
            return document::RowKind::group;
        case SpecRow::subtotal:
            return document::RowKind::subtotal;
        case SpecRow::total:
            return document::RowKind::total;
        case SpecRow::varav:
            return document::RowKind::varav;
        case SpecRow::rounding:
            return document::RowKind::rounding;
        case SpecRow::item:
        case SpecRow::rest:
            break;
    }
    return document::RowKind::item;
}

std::optional<document::Table> listed_table(const Context& context, const TableSpec& spec, std::string id,
                                            Problems& problems) {
    ListedGrid grid(context, spec, problems);
    if (grid.rows().empty() && spec.empty.empty()) return std::nullopt;
    CellMaker maker(context, spec, std::move(id), problems);
    document::Table table;
    table.id = maker.table_id();
    table.columns = columns_of(spec);
    std::vector<bool> holds_figures(spec.columns.size());
    for (std::size_t r = 0; r < grid.rows().size(); ++r) {
        const ListedRow& listed = grid.rows()[r];
        document::Row row;
        row.id = listed.id;
        row.kind = kind_of_row(listed.spec->row);
        if (!listed.label.empty()) row.label = {document::Text{listed.label}};
        row.indent = listed.spec->indent;
        Tags notes = listed.spec->notes;
        if (listed.indicator)
            notes.list.insert(notes.list.end(), listed.indicator->notes.list.begin(),
                              listed.indicator->notes.list.end());
        row.label_notes = maker.label_notes(notes);
        for (std::size_t c = 0; c < spec.columns.size(); ++c) {
            const GridValue& value = grid.at(r, c);
            CellPlace at{row.id, spec.columns[c].id.str(), listed.label, spec.columns[c].label};
            bool is_figure = value.is == GridValue::Is::figure;
            holds_figures[c] = holds_figures[c] || is_figure || value.field.is_number;
            row.cells.push_back(is_figure ? maker.figure(value.computed, grid.look(r, c), at)
                                : value.is == GridValue::Is::field
                                    ? maker.field(value.field, grid.look(r, c), at)
                                    : document::Cell());
        }
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) maker.notes().to_the_table({document::Text{typographic(spec.empty)}});
    align_columns(table, spec, holds_figures);
    table.notes = maker.notes().take();
    return table;
}

// One mistake in a column is found again in every row: it is told once.
void add_once(const Problems& found, Problems& problems) {
    std::set<std::tuple<std::string_view, std::string, std::string, std::uint32_t>> told;
    for (const Problem& each : found.list()) {
        bool is_templates = each.place.entity.starts_with("templates/");
        bool is_new = told.emplace(each.code, each.place.entity, each.place.field, each.place.column).second;
        if (is_new || !is_templates) problems.add(each);
    }
}

std::string caption_of(const Context& context, const TableSpec& spec, const GoalInHand& goal,
                       Problems& problems) {
    if (!goal.goal || spec.caption.find('{') == spec.caption.npos) return typographic(spec.caption);
    FieldPlace at;
    at.goal = goal;
    at.place = template_place(context, "tables." + spec.id.str() + ".caption");
    return fill_in(context, thing(*goal.goal), spec.caption, at, problems);
}

// The columns that hold a small line through the figures of others.
void add_lines(document::Table& table, const TableSpec& spec, const Context& context, Problems& problems) {
    const auto column_named = [&](std::string_view id, const ColumnSpec& column) -> std::optional<std::size_t> {
        NearestName near(id);
        for (std::size_t i = 0; i < spec.columns.size(); ++i) {
            if (spec.columns[i].id.str() == id) return i;
            near.offer(spec.columns[i].id.str());
        }
        problems.add("line_column_does_not_exist", Severity::error,
                     template_place(context, column_field(spec, column.id.str(), "line")),
                     {{"column", std::string(id)}, {"table", spec.id.str()}, {"near", near.str()}});
        return std::nullopt;
    };
    for (std::size_t at = 0; at < spec.columns.size(); ++at) {
        const ColumnSpec& column = spec.columns[at];
        if (column.line.empty()) continue;
        std::vector<std::size_t> points;
        for (const std::string& id : column.line.list) {
            if (const auto found = column_named(id, column)) points.push_back(*found);
        }
        std::optional<std::size_t> target;
        if (!column.line_target.empty()) target = column_named(column.line_target.str(), column);
        table.columns[at].align = document::Align::left;
        for (document::Row& row : table.rows) {
            if (row.kind == document::RowKind::group || row.cells.size() != table.columns.size()) continue;
            document::Sparkline line;
            bool any = false;
            for (const std::size_t point : points) {
                const auto& figure = row.cells[point].figure;
                line.values.push_back(figure ? figure->value : "");
                any = any || !line.values.back().empty();
                const std::string shown = line.values.back().empty() ? "–" : figure->shown;
                line.said += (line.said.empty() ? "" : "; ") + shown + " " + table.columns[point].label;
            }
            if (target && row.cells[*target].figure) line.target = row.cells[*target].figure->value;
            if (any) row.cells[at].sparkline = std::move(line);
        }
    }
}

}  // namespace

std::string table_id(const TableSpec& spec, const GoalInHand& goal) {
    std::string id = spec.id.str();
    if (spec.source == RowSource::figures) return id;  // the same figures wherever it stands
    if (goal.goal) id += "." + goal.goal->id.str();
    if (goal.goal && goal.place && goal.goal->parents.size() > 1) id += "." + goal.place->id.str();
    return id;
}

std::optional<document::Table> build_table(const Context& context, const TableSpec& spec,
                                           const GoalInHand& goal, Problems& problems) {
    Problems found;
    std::string id = table_id(spec, goal);
    auto table = spec.source == RowSource::figures ? listed_table(context, spec, std::move(id), found)
                                                   : things_table(context, spec, goal, std::move(id), found);
    if (table) {
        table->caption = caption_of(context, spec, goal, found);
        table->unit = ShownUnit::of(spec.unit).word;
        table->sign_rule = typographic(spec.sign_rule);
        table->stub = typographic(spec.stub);
        table->stacks = spec.stacks;
        table->wide = spec.wide;
        for (const Prose& note : spec.notes) {
            document::Inlines text;
            for (const document::Inlines& each : printed(
                     context, note, template_place(context, "tables." + spec.id.str() + ".notes"), found)) {
                text.insert(text.end(), each.begin(), each.end());
            }
            table->notes.push_back({"", false, std::move(text)});
        }
    }
    if (table) add_lines(*table, spec, context, found);
    add_once(found, problems);
    return table;
}

void check_published(const Context& context, std::span<const document::Table> tables, Problems& problems) {
    auto of_document = context.index.published.find(context.document.id.str());
    if (of_document == context.index.published.end()) return;
    for (const auto& [table_name, figures] : of_document->second) {
        auto table = std::find_if(tables.begin(), tables.end(),
                                  [&](const document::Table& each) { return each.id == table_name; });
        for (const Published* each : figures) {
            bool has_table = table != tables.end();
            bool has_row =
                has_table && std::any_of(table->rows.begin(), table->rows.end(),
                                         [&](const document::Row& row) { return row.id == each->row.str(); });
            bool has_column = has_table && std::any_of(table->columns.begin(), table->columns.end(),
                                                       [&](const document::Column& column) {
                                                           return column.id == each->column.str();
                                                       });
            if (has_row && has_column) continue;
            const Id& missing = !has_table ? each->table : !has_row ? each->row : each->column;
            NearestName near(missing.str());
            for (const document::Table& other : tables) {
                if (!has_table) near.offer(other.id);
            }
            if (has_table && !has_row)
                for (const document::Row& row : table->rows) near.offer(row.id);
            if (has_row && !has_column)
                for (const document::Column& column : table->columns) near.offer(column.id);
            problems.add("published_cell_does_not_exist", Severity::error,
                         {"", 0, 0, "", "published/" + each->id.str(),
                          !has_table ? "table"
                          : !has_row ? "row"
                                     : "column"},
                         {{"name", missing.str()}, {"table", each->table.str()}, {"near", near.str()}});
        }
    }
}

}  // namespace styrkedja::reports
