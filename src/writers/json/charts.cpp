// SPDX-License-Identifier: EUPL-1.2
#include "writers/json/parts.h"

namespace styrkedja::json_parts {

using namespace document;

namespace {

void write_value(JsonWriter& json, const ChartValue& value) {
    json.begin_object();
    if (value.figure) write_figure(json, *value.figure);
    else json.key("value").null();
    json.member_if("words", value.words);
    if (value.towards != 0) json.member("towards", value.towards > 0 ? "up" : "down");
    if (value.mark) write_mark(json, *value.mark);
    json.end_object();
}

void write_panel(JsonWriter& json, const ChartPanel& panel) {
    json.begin_object().member_if("label", panel.label).member_if("unit", panel.unit).key("places").begin_array();
    for (const std::string& place : panel.places) json.string(place);
    json.end_array().key("series").begin_array(lines);
    for (const ChartSeries& series : panel.series) {
        json.begin_object().member("label", series.label).member("kind", name_of(series.kind)).key("values").begin_array();
        for (const ChartValue& value : series.values) write_value(json, value);
        json.end_array().end_object();
    }
    json.end_array().end_object();
}

}  // namespace

void write_chart(JsonWriter& json, const Document& document, const Chart& chart) {
    json.begin_object().member("id", chart.id).member("kind", name_of(chart.kind));
    if (chart.number > 0) json.member("number", chart.number);
    json.member("title", chart.title).member_if("subject", chart.subject).member_if("source", chart.source);
    json.member_if("alternative", chart.alternative);
    if (chart.guide) {
        json.key("guide").begin_object();
        write_figure(json, *chart.guide);
        json.end_object();
    }
    if (chart.table) json.member("table", document.tables.at(*chart.table).id);
    json.key("panels").begin_array(lines);
    for (const ChartPanel& panel : chart.panels) write_panel(json, panel);
    json.end_array().end_object();
}

}  // namespace styrkedja::json_parts
