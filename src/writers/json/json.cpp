// SPDX-License-Identifier: EUPL-1.2
#include "writers/json/json.h"

#include "writers/json/parts.h"

namespace styrkedja {

using namespace document;
using namespace json_parts;

namespace {

constexpr int format_version = 1;  // docs/document-json.md; raised when a name changes or goes

void id_or_null(JsonWriter& json, std::string_view name, const std::string& id) {
    json.key(name);
    if (id.empty()) {
        json.null();
    } else {
        json.string(id);
    }
}

void write_head(JsonWriter& json, const Document& document) {
    json.member("format", format_version).member("municipality", document.municipality);
    json.member_if("municipality_name", document.municipality_name).member("document", document.id);
    id_or_null(json, "occasion", document.occasion);
    json.member_if("occasion_name", document.occasion_name);
    json.member_if("unit", document.unit).member_if("unit_name", document.unit_name);
    json.member_if("kind", document.kind)
        .member("title", document.title)
        .member_if("subtitle", document.subtitle);
    json.member_if("diary_number", document.diary_number).member_if("date", document.date);
    json.member_if("version", document.version).member("state", name_of(document.state));
    json.member_if("state_text", document.state_text).member("language", "sv");
}

void write_front(JsonWriter& json, const Document& document) {
    json.key("facts").begin_array();
    for (const auto& [label, text] : document.facts) {
        json.begin_object().member("label", label);
        write_text(json, text);
        json.end_object();
    }
    json.end_array();
    if (!document.lead.empty()) {
        json.key("lead").begin_object();
        write_text(json, document.lead);
        json.end_object();
    }
}

void write_assessment(JsonWriter& json, const Assessment& assessment) {
    json.begin_object().member("goal", assessment.goal);
    id_or_null(json, "unit", assessment.unit);
    id_or_null(json, "place", assessment.place);
    id_or_null(json, "occasion", assessment.occasion);
    id_or_null(json, "proposal", assessment.proposal);
    id_or_null(json, "assessed", assessment.assessed);
    id_or_null(json, "decision", assessment.decision);
    json.member_if("proposal_label", assessment.proposal_label);
    json.member_if("assessed_label", assessment.assessed_label);
    json.member_if("decision_label", assessment.decision_label);
    json.member_if("motivation", assessment.motivation).member("forecast", assessment.forecast);
    json.key("reasons").begin_array();
    for (const Reason& reason : assessment.reasons) {
        json.begin_object().member("text", reason.text);
        write_sources(json, reason.sources);
        json.end_object();
    }
    json.end_array().end_object();
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "error";
}

void write_problem(JsonWriter& json, const Problem& problem, ProblemMessage message) {
    json.begin_object().member("code", problem.code).member("severity", name_of(problem.severity));
    json.member_if("entity", problem.place.entity).member_if("field", problem.place.field);
    json.key("args").begin_object();
    for (const auto& [name, value] : problem.args) json.member(name, value);
    json.end_object();
    if (message != nullptr) json.member("message", message(problem));
    json.end_object();
}

}  // namespace

std::string write_json(const Document& document, ProblemMessage message) {
    JsonWriter json;
    json.begin_object(lines);
    write_head(json, document);
    write_front(json, document);
    json.key("sections").begin_array(lines);
    for (const Section& section : document.sections) write_section(json, document, section);
    json.end_array().key("tables").begin_array(lines);
    for (const Table& table : document.tables) write_table(json, table);
    json.end_array();
    if (!document.charts.empty()) {
        json.key("charts").begin_array(lines);
        for (const Chart& chart : document.charts) write_chart(json, document, chart);
        json.end_array();
    }
    json.key("notes").begin_array(lines);
    for (const Inlines& note : document.notes) {
        json.begin_object();
        write_text(json, note);
        json.end_object();
    }
    json.end_array().key("assessments").begin_array(lines);
    for (const Assessment& assessment : document.assessments) write_assessment(json, assessment);
    json.end_array().key("problems").begin_array(lines);
    for (const Problem& problem : document.problems) write_problem(json, problem, message);
    json.end_array().end_object();
    return json.take();
}

}  // namespace styrkedja
