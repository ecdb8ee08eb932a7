// SPDX-License-Identifier: EUPL-1.2
#include "writers/json/parts.h"

namespace styrkedja::json_parts {

using namespace document;

namespace {

void write_note_marks(JsonWriter& json, const Table& table, const std::vector<int>& notes) {
    if (notes.empty()) return;
    json.key("notes").begin_array();
    for (const int note : notes) json.string(table.notes.at(static_cast<std::size_t>(note)).mark);
    json.end_array();
}

// What stands in a cell that has no figure: the mark's word, else the completion, else its texts.
std::string shown_words(const Cell& cell) {
    if (cell.mark) return cell.mark->label;
    if (cell.completion) return std::to_string(*cell.completion) + "\u00a0%";
    std::string text;
    for (const Inlines& paragraph : cell.paragraphs) {
        if (!text.empty()) text += '\n';
        text += plain_text(paragraph);
    }
    return text;
}

void write_cell(JsonWriter& json, const Table& table, const Cell& cell) {
    json.begin_object();
    if (cell.figure) {
        write_figure(json, *cell.figure);
    } else {
        json.key("value").null().member("shown", shown_words(cell));
        write_sources(json, cell.sources);
    }
    if (cell.mark) write_mark(json, *cell.mark);
    if (cell.completion) json.member("completion", *cell.completion);
    if (cell.sparkline) {
        json.key("line").begin_object().key("values").begin_array();
        for (const std::string& value : cell.sparkline->values) {
            if (value.empty()) json.null();
            else json.string(value);
        }
        json.end_array().member_if("target", cell.sparkline->target).member("said", cell.sparkline->said).end_object();
    }
    if (!cell.paragraphs.empty()) {
        json.key("paragraphs");
        write_texts(json, cell.paragraphs);
    }
    write_note_marks(json, table, cell.notes);
    if (cell.before) json.member("before", plain_text(*cell.before));
    json.end_object();
}

void write_row(JsonWriter& json, const Table& table, const Row& row) {
    json.begin_object().member("id", row.id).member("kind", name_of(row.kind));
    json.member("label", plain_text(row.label));
    json.member_if("change", name_of(row.change));
    if (row.indent > 0) json.member("indent", row.indent);
    if (row.mark) write_mark(json, *row.mark);
    write_note_marks(json, table, row.label_notes);
    json.key("cells").begin_array();
    for (const Cell& cell : row.cells) write_cell(json, table, cell);
    json.end_array();
    if (!row.detail.empty()) {
        json.member_if("detail_label", row.detail_label).key("detail");
        write_texts(json, row.detail);
    }
    json.end_object();
}

void write_columns(JsonWriter& json, const Table& table) {
    json.key("columns").begin_array();
    for (const Column& column : table.columns) {
        json.begin_object().member("id", column.id).member("label", column.label);
        json.member_if("group", column.group)
            .member_if("unit", column.unit)
            .member("align", name_of(column.align));
        if (column.principal) json.member("principal", true);
        json.member_if("change", name_of(column.change));
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_table(JsonWriter& json, const Table& table) {
    json.begin_object().member("id", table.id);
    if (table.number > 0) json.member("number", table.number);
    json.member("caption", table.caption).member("unit", table.unit);
    json.member_if("sign_rule", table.sign_rule).member_if("stub", table.stub);
    json.member_if("change", name_of(table.change));
    write_columns(json, table);
    json.key("rows").begin_array(lines);
    for (const Row& row : table.rows) write_row(json, table, row);
    json.end_array().key("notes").begin_array();
    for (const TableNote& note : table.notes) {
        json.begin_object().member_if("mark", note.mark);
        if (note.avstamning) json.member("avstamning", true);
        write_text(json, note.text);
        json.end_object();
    }
    json.end_array().end_object();
}

}  // namespace styrkedja::json_parts
