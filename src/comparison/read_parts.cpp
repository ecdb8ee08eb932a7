// SPDX-License-Identifier: EUPL-1.2
#include "comparison/read_parts.h"

#include <algorithm>

#include "document/names.h"

namespace styrkedja::comparison {

using namespace document;

const Json& member(const Json& object, const char* name) {
    static const Json nothing;
    if (!object.is_object()) return nothing;
    const auto found = object.find(name);
    return found == object.end() ? nothing : *found;
}

const Json& elements(const Json& object, const char* name) {
    static const Json none = Json::array();
    const Json& found = member(object, name);
    return found.is_array() ? found : none;
}

std::string text(const Json& object, const char* name) {
    const Json& found = member(object, name);
    return found.is_string() ? found.get<std::string>() : std::string();
}

int number(const Json& object, const char* name) {
    constexpr std::int64_t most = 1'000'000'000;
    const Json& found = member(object, name);
    return found.is_number_integer() ? static_cast<int>(std::clamp<std::int64_t>(found.get<std::int64_t>(), -most, most)) : 0;
}

bool truth(const Json& object, const char* name) {
    const Json& found = member(object, name);
    return found.is_boolean() && found.get<bool>();
}

namespace {

Inline read_inline(const Json& object) {
    if (member(object, "strong").is_string()) return Strong{text(object, "strong")};
    if (member(object, "emphasis").is_string()) return Emphasis{text(object, "emphasis")};
    if (member(object, "figure").is_object()) return Quote{read_figure(member(object, "figure"))};
    if (member(object, "link").is_string()) return Link{text(object, "link"), text(object, "href")};
    if (truth(object, "break")) return LineBreak{};
    if (member(object, "note").is_number_integer()) return NoteRef{number(object, "note")};
    return Text{text(object, "text")};
}

template <class Enum, std::size_t count>
Enum named(const std::string& name, const Enum (&all)[count]) {
    for (const Enum each : all) {
        if (name_of(each) == name) return each;
    }
    return all[0];
}

constexpr MarkShape shapes[] = {MarkShape::not_assessed, MarkShape::met, MarkShape::mostly, MarkShape::partly,
    MarkShape::little, MarkShape::not_met, MarkShape::not_started, MarkShape::ongoing, MarkShape::waiting,
    MarkShape::done, MarkShape::stopped, MarkShape::trend_better, MarkShape::trend_same, MarkShape::trend_worse};
constexpr RowKind row_kinds[] = {RowKind::item, RowKind::group, RowKind::subtotal, RowKind::total, RowKind::varav,
    RowKind::rounding};
constexpr Align aligns[] = {Align::right, Align::left, Align::decimal};

// Marks of notes ("a") as indices into the table's notes.
std::vector<int> read_note_marks(const Json& marks, const std::vector<TableNote>& notes) {
    std::vector<int> indices;
    if (!marks.is_array()) return indices;
    for (const Json& mark : marks) {
        for (std::size_t i = 0; mark.is_string() && i < notes.size(); ++i) {
            if (notes[i].mark == mark.get<std::string>()) indices.push_back(static_cast<int>(i));
        }
    }
    return indices;
}

Cell read_cell(const Json& object, const std::vector<TableNote>& notes) {
    Cell cell;
    cell.mark = read_mark(object);
    if (member(object, "completion").is_number_integer()) cell.completion = std::clamp(number(object, "completion"), 0, 100);
    cell.paragraphs = read_texts(elements(object, "paragraphs"));
    const bool words = cell.mark || cell.completion || !cell.paragraphs.empty();
    if (member(object, "value").is_string() || (!words && !text(object, "shown").empty())) cell.figure = read_figure(object);
    cell.notes = read_note_marks(member(object, "notes"), notes);
    return cell;
}

Row read_row(const Json& object, const std::vector<TableNote>& notes) {
    Row row;
    row.id = text(object, "id");
    row.kind = named(text(object, "kind"), row_kinds);
    if (!text(object, "label").empty()) row.label = {Text{text(object, "label")}};
    row.label_notes = read_note_marks(member(object, "notes"), notes);
    row.mark = read_mark(object);
    row.indent = std::clamp(number(object, "indent"), 0, 9);
    row.detail = read_texts(elements(object, "detail"));
    row.detail_label = text(object, "detail_label");
    for (const Json& cell : elements(object, "cells")) row.cells.push_back(read_cell(cell, notes));
    return row;
}

Column read_column(const Json& object) {
    Column column;
    column.id = text(object, "id");
    column.label = text(object, "label");
    column.align = named(text(object, "align"), aligns);
    column.group = text(object, "group");
    column.unit = text(object, "unit");
    column.principal = truth(object, "principal");
    return column;
}

std::size_t place_of(const std::vector<std::string>& ids, const std::string& id) {
    return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

AssessmentBlock read_assessment_block(const Json& object) {
    AssessmentBlock block;
    block.label = text(object, "label");
    block.mark = read_mark(object).value_or(Mark{});
    block.remark = text(object, "remark");
    block.proposal = text(object, "proposal");
    block.assessed = text(object, "assessed");
    block.motivation = read_text(member(object, "motivation"));
    block.in_margin = truth(object, "in_margin");
    return block;
}

RiskMatrix read_matrix(const Json& object) {
    RiskMatrix matrix;
    matrix.id = text(object, "id");
    matrix.caption = text(object, "caption");
    auto steps = [](const Json& axis) {
        std::vector<std::string> read;
        for (const Json& step : elements(axis, "steps")) read.push_back(step.is_string() ? step.get<std::string>() : "");
        return read;
    };
    matrix.x_label = text(member(object, "x"), "label");
    matrix.y_label = text(member(object, "y"), "label");
    matrix.x_steps = steps(member(object, "x"));
    matrix.y_steps = steps(member(object, "y"));
    for (const Json& entry : elements(object, "entries")) {
        RiskMatrix::Entry read{number(entry, "x"), number(entry, "y"), {}};
        for (const Json& risk : elements(entry, "risks")) read.risks.push_back(risk.is_string() ? risk.get<std::string>() : "");
        matrix.entries.push_back(std::move(read));
    }
    return matrix;
}

Facts read_facts(const Json& object) {
    Facts facts;
    for (const Json& fact : elements(object, "facts")) facts.pairs.emplace_back(text(fact, "label"), read_text(fact));
    return facts;
}

List read_list(const Json& object) {
    List list;
    list.ordered = truth(object, "ordered");
    for (const Json& item : elements(object, "items")) list.items.push_back(read_texts(item));
    for (const Json& depth : elements(object, "depths"))
        list.depths.push_back(depth.is_number_integer() ? std::clamp(depth.get<int>(), 0, 9) : 0);
    for (const Json& numbered : elements(object, "numbered"))
        list.numbered.push_back(numbered.is_boolean() ? numbered.get<bool>() : list.ordered);
    return list;
}

// None for a kind that this program doesn't know, or a table that isn't there.
std::optional<Block> read_block(const Json& object, const Named& named_of) {
    const std::string type = text(object, "type");
    if (type == "paragraph") return Paragraph{read_text(object), truth(object, "lead")};
    if (type == "list") return read_list(object);
    if (type == "subheading") return SubHeading{text(object, "text")};
    if (type == "assessment") return read_assessment_block(object);
    if (type == "facts") return read_facts(object);
    if (type == "decisions") return Decisions{read_texts(elements(object, "points"))};
    if (type == "contents") return Contents{number(object, "depth")};
    if (type == "statement") return Statement{text(object, "kind"), text(object, "by"), read_texts(elements(object, "paragraphs")),
                                               text(object, "occasion"), text(object, "about")};
    if (type == "risk_matrix") return read_matrix(object);
    if (type == "signatures") {
        Signatures block;
        for (const Json& role : elements(object, "roles")) block.roles.push_back(role.is_string() ? role.get<std::string>() : "");
        return block;
    }
    const std::size_t table = type == "table" ? place_of(named_of.tables, text(object, "table")) : named_of.tables.size();
    if (table < named_of.tables.size()) return TableBlock{table};
    const std::size_t chart = type == "chart" ? place_of(named_of.charts, text(object, "chart")) : named_of.charts.size();
    if (chart < named_of.charts.size()) return ChartBlock{chart};
    return std::nullopt;
}

}  // namespace

Inlines read_text(const Json& object) {
    Inlines inlines;
    for (const Json& part : elements(object, "inlines")) inlines.push_back(read_inline(part));
    if (inlines.empty() && !text(object, "text").empty()) inlines.push_back(Text{text(object, "text")});
    return inlines;
}

std::vector<Inlines> read_texts(const Json& array) {
    std::vector<Inlines> texts;
    if (!array.is_array()) return texts;
    for (const Json& each : array) texts.push_back(read_text(each));
    return texts;
}

Figure read_figure(const Json& object) {
    Figure figure;
    figure.shown = text(object, "shown");
    figure.value = text(object, "value");
    figure.unit = text(object, "unit");
    figure.label = text(object, "label");
    return figure;
}

std::optional<Mark> read_mark(const Json& object) {
    const Json& found = member(object, "mark");
    if (!found.is_object()) return std::nullopt;
    return Mark{named(text(found, "shape"), shapes), text(found, "label"), text(found, "colour")};
}

Table read_table(const Json& object) {
    Table table;
    table.id = text(object, "id");
    table.number = number(object, "number");
    table.caption = text(object, "caption");
    table.unit = text(object, "unit");
    table.sign_rule = text(object, "sign_rule");
    table.stub = text(object, "stub");
    for (const Json& note : elements(object, "notes")) {
        table.notes.push_back({text(note, "mark"), truth(note, "avstamning"), read_text(note)});
    }
    for (const Json& column : elements(object, "columns")) table.columns.push_back(read_column(column));
    for (const Json& row : elements(object, "rows")) table.rows.push_back(read_row(row, table.notes));
    return table;
}

Chart read_chart(const Json& object) {
    Chart chart;
    chart.id = text(object, "id");
    chart.number = number(object, "number");
    chart.title = text(object, "title");
    for (const Json& panel_of : elements(object, "panels")) {
        ChartPanel panel;
        panel.label = text(panel_of, "label");
        for (const Json& place : elements(panel_of, "places")) panel.places.push_back(place.is_string() ? place.get<std::string>() : "");
        for (const Json& series_of : elements(panel_of, "series")) {
            ChartSeries series;
            series.label = text(series_of, "label");
            for (const Json& value_of : elements(series_of, "values")) {
                ChartValue value;
                if (member(value_of, "value").is_string()) value.figure = read_figure(value_of);
                value.words = text(value_of, "words");
                value.mark = read_mark(value_of);
                series.values.push_back(std::move(value));
            }
            panel.series.push_back(std::move(series));
        }
        chart.panels.push_back(std::move(panel));
    }
    return chart;
}

std::vector<Section> read_sections(const Json& array, const Named& named_of, int depth) {
    constexpr int deepest = 32;
    std::vector<Section> sections;
    if (depth > deepest) return sections;
    for (const Json& object : array) {
        Section section;
        section.id = text(object, "id");
        section.level = std::clamp(number(object, "level"), 1, 9);
        section.number = text(object, "number");
        section.heading = text(object, "heading");
        section.level_name = text(object, "level_name");
        section.mark = read_mark(object);
        section.goal = truth(object, "goal");
        section.memo = truth(object, "memo");
        section.appendix = truth(object, "appendix");
        for (const Json& block : elements(object, "blocks")) {
            if (auto read = read_block(block, named_of)) section.blocks.push_back(std::move(*read));
        }
        section.sections = read_sections(elements(object, "sections"), named_of, depth + 1);
        sections.push_back(std::move(section));
    }
    return sections;
}

}  // namespace styrkedja::comparison
