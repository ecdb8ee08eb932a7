// SPDX-License-Identifier: EUPL-1.2
#include "writers/json/parts.h"

namespace styrkedja::json_parts {

using namespace document;

namespace {

// Block → its members; the object is open and ends after it.
struct WriteBlock {
    JsonWriter& json;
    const Document& document;

    void operator()(const Paragraph& block) const {
        json.member("type", "paragraph");
        if (block.lead) json.member("lead", true);
        write_text(json, block.inlines);
    }
    void operator()(const List& block) const {
        json.member("type", "list").member("ordered", block.ordered).key("items").begin_array();
        for (const auto& item : block.items) write_texts(json, item);
        json.end_array();
    }
    void operator()(const SubHeading& block) const {
        json.member("type", "subheading").member("text", block.text);
    }
    void operator()(const TableBlock& block) const {
        json.member("type", "table").member("table", document.tables.at(block.table).id);
    }
    void operator()(const AssessmentBlock& block) const {
        json.member("type", "assessment").member_if("label", block.label);
        write_mark(json, block.mark);
        json.member_if("remark", block.remark).member_if("proposal", block.proposal);
        json.member_if("assessed", block.assessed);
        if (!block.motivation.empty()) {
            json.key("motivation").begin_object();
            write_text(json, block.motivation);
            json.end_object();
        }
        json.key("reasons").begin_array();
        for (const std::string& reason : block.reasons) json.string(reason);
        json.end_array();
    }
    void operator()(const Facts& block) const {
        json.member("type", "facts").key("facts").begin_array();
        for (const auto& [label, text] : block.pairs) {
            json.begin_object().member("label", label);
            write_text(json, text);
            json.end_object();
        }
        json.end_array();
    }
    void operator()(const Decisions& block) const {
        json.member("type", "decisions").key("points");
        write_texts(json, block.points);
    }
    void operator()(const Signatures& block) const {
        json.member("type", "signatures").key("roles").begin_array();
        for (const std::string& role : block.roles) json.string(role);
        json.end_array();
    }
    void operator()(const Contents& block) const {
        json.member("type", "contents").member("depth", block.depth);
    }
    void operator()(const Statement& block) const {
        json.member("type", "statement").member("kind", block.kind).member("by", block.by).key("paragraphs");
        write_texts(json, block.paragraphs);
    }
    void operator()(const ChartBlock& block) const {
        json.member("type", "chart").member("chart", document.charts.at(block.chart).id);
    }
    void operator()(const RiskMatrix& block) const {
        json.member("type", "risk_matrix").member("id", block.id).member("caption", block.caption);
        axis("x", block.x_label, block.x_steps);
        axis("y", block.y_label, block.y_steps);
        json.key("entries").begin_array();
        for (const RiskMatrix::Entry& entry : block.entries) {
            json.begin_object().member("x", entry.x).member("y", entry.y).key("risks").begin_array();
            for (const std::string& risk : entry.risks) json.string(risk);
            json.end_array().end_object();
        }
        json.end_array();
    }
    void axis(std::string_view name, const std::string& label, const std::vector<std::string>& steps) const {
        json.key(name).begin_object().member("label", label).key("steps").begin_array();
        for (const std::string& step : steps) json.string(step);
        json.end_array().end_object();
    }
};

}  // namespace

void write_section(JsonWriter& json, const Document& document, const Section& section) {
    json.begin_object().member("id", section.id).member("level", section.level);
    json.member_if("number", section.number).member("heading", section.heading);
    json.member_if("level_name", section.level_name);
    if (section.mark) write_mark(json, *section.mark);
    if (section.goal) json.member("goal", true);
    if (section.memo) json.member("memo", true);
    if (section.appendix) json.member("appendix", true);
    json.key("blocks").begin_array(lines);
    for (const Block& block : section.blocks) {
        json.begin_object();
        std::visit(WriteBlock{json, document}, block);
        json.end_object();
    }
    json.end_array().key("sections").begin_array(lines);
    for (const Section& inner : section.sections) write_section(json, document, inner);
    json.end_array().end_object();
}

}  // namespace styrkedja::json_parts
