// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/schema.h"

#include <set>

#include "codec/json.h"
#include "domain/state/state.h"

namespace styrkedja {
namespace {

using Layout = JsonWriter::Layout;

// What a scalar may be in YAML: mostly text, where YAML itself would read numbers, dates and yes as something else.
void scalar_schema(JsonWriter& json, const TypeInfo& type) {
    if (!type.choices.empty()) {
        json.key("enum").begin_array();
        for (std::string_view choice : type.choices) {
            if (choice != "pack") json.string(choice);
        }
        json.end_array();
    } else if (type.what == "yes_or_no") {
        json.key("enum").begin_array().boolean(true).boolean(false).string("yes").string("no").string("ja").string("nej");
        json.end_array();
    } else if (type.what == "whole_number") {
        json.member("type", "integer");
    } else if (type.what == "id" && !type.list) {
        json.member("type", "string").member("pattern", "^[a-z0-9._-]+$");
    } else if (type.list) {
        json.key("type").begin_array().string("string").string("number").string("array").end_array();
        json.key("items").begin_object().key("type").begin_array().string("string").string("number").end_array();
        json.end_object();
    } else {
        json.key("type").begin_array().string("string").string("number").end_array();
    }
}

void record_schema(JsonWriter& json, const StructInfo& info) {
    json.begin_object(Layout::lines).member("type", "object").member("description", info.doc);
    json.member("additionalProperties", false);
    json.key("required").begin_array();
    for (const FieldInfo& field : info.fields) {
        if (field.required) json.string(field.key);
    }
    json.end_array().key("properties").begin_object(Layout::lines);
    for (const FieldInfo& field : info.fields) {
        json.key(field.key).begin_object();
        json.member("description", std::string(field.doc) + " (" + std::string(field.sv) + ")");
        if (field.type->shape == TypeInfo::Shape::records) {
            json.member("type", "array").key("items").begin_object();
            json.member("$ref", "#/$defs/" + std::string(field.type->record().key)).end_object();
        } else {
            scalar_schema(json, *field.type);
        }
        json.end_object();
    }
    json.end_object().end_object();
}

// A struct and all those inside it, each once.
void collect(const StructInfo& info, std::vector<const StructInfo*>& found, std::set<std::string_view>& seen) {
    if (!seen.insert(info.key).second) return;
    found.push_back(&info);
    for (const FieldInfo& field : info.fields) {
        if (field.type->record) collect(field.type->record(), found, seen);
    }
}

std::vector<const StructInfo*> all_structs() {
    std::vector<const StructInfo*> found;
    std::set<std::string_view> seen;
    collect(description<PackHead>(), found, seen);
    for (const Kind& kind : kinds()) collect(*kind.info, found, seen);
    return found;
}

void kind_property(JsonWriter& json, const StructInfo& info) {
    json.key(info.key).begin_object().member("description", info.doc).member("type", "array");
    json.key("items").begin_object().member("$ref", "#/$defs/" + std::string(info.key)).end_object().end_object();
}

std::string escaped_bars(std::string_view text) {
    std::string safe;
    for (char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
    return safe;
}

std::string written_as(const FieldInfo& field) {
    if (field.type->shape == TypeInfo::Shape::records) {
        return "list of *" + std::string(field.type->record().key) + "*";
    }
    if (field.type->choices.empty()) return escaped_bars(field.type->name);
    std::string choices;
    for (std::string_view each : field.type->choices) {
        if (each != "pack") choices += (choices.empty() ? "`" : " `") + std::string(each) + "`";
    }
    return choices;
}

}  // namespace

std::string pack_schema() {
    JsonWriter json;
    json.begin_object(Layout::lines).member("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.member("title", "Styrkedja data pack, YAML files").member("type", "object").member("additionalProperties", false);
    json.key("properties").begin_object(Layout::lines);
    json.key("pack").begin_object().member("$ref", "#/$defs/pack").end_object();
    for (const Kind& kind : kinds()) kind_property(json, *kind.info);
    json.end_object().key("$defs").begin_object(Layout::lines);
    for (const StructInfo* info : all_structs()) {
        json.key(info->key);
        record_schema(json, *info);
    }
    json.end_object().end_object();
    return json.take() + "\n";
}

std::string field_tables() {
    std::string text;
    for (const StructInfo* info : all_structs()) {
        const Kind* kind = kind_of(*info);
        bool top = kind || info->key == "pack";
        text += "### " + std::string(top ? "" : "part: ") + "`" + std::string(info->key) + "` (" + std::string(info->sv) + ")\n\n" +
                std::string(info->doc);
        if (kind && !kind->named) text += " Named by its key fields.";
        text += "\n\n| field | på svenska | written as | |\n| --- | --- | --- | --- |\n";
        for (const FieldInfo& field : info->fields) {
            text += "| `" + std::string(field.key) + "`" + (field.required ? " **must**" : "") + (field.key_part ? " *key*" : "") + " | " +
                    std::string(field.sv) + " | " + written_as(field) + " | " + escaped_bars(field.doc) + " |\n";
        }
        text += "\n";
    }
    return text;
}

}  // namespace styrkedja
