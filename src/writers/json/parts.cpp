// SPDX-License-Identifier: EUPL-1.2
#include "writers/json/parts.h"

namespace styrkedja::json_parts {

using namespace document;

namespace {

struct WriteInline {
    JsonWriter& json;
    void operator()(const Text& part) const { json.member("text", part.text); }
    void operator()(const Strong& part) const { json.member("strong", part.text); }
    void operator()(const Emphasis& part) const { json.member("emphasis", part.text); }
    void operator()(const Quote& part) const {
        json.key("figure").begin_object();
        write_figure(json, part.figure);
        json.end_object();
    }
    void operator()(const NoteRef& part) const { json.member("note", part.note); }
    void operator()(const Link& part) const { json.member("link", part.text).member("href", part.href); }
    void operator()(const LineBreak&) const { json.member("break", true); }
};

bool is_plain(const Inlines& inlines) {
    for (const Inline& part : inlines) {
        if (!std::holds_alternative<Text>(part) || change_of(part) != Change::none) return false;
    }
    return true;
}

}  // namespace

void write_text(JsonWriter& json, const Inlines& inlines) {
    json.member("text", plain_text(inlines));
    if (is_plain(inlines)) return;
    json.key("inlines").begin_array();
    for (const Inline& part : inlines) {
        json.begin_object();
        std::visit(WriteInline{json}, part);
        json.member_if("change", name_of(change_of(part)));
        json.end_object();
    }
    json.end_array();
}

void write_texts(JsonWriter& json, const std::vector<Inlines>& paragraphs) {
    json.begin_array();
    for (const Inlines& paragraph : paragraphs) {
        json.begin_object();
        write_text(json, paragraph);
        json.end_object();
    }
    json.end_array();
}

void write_sources(JsonWriter& json, const std::vector<Source>& sources) {
    json.key("sources").begin_array();
    for (const Source& source : sources) {
        json.begin_object().member("id", source.id).member_if("field", source.field).end_object();
    }
    json.end_array();
}

void write_figure(JsonWriter& json, const Figure& figure) {
    json.key("value");
    if (figure.value.empty()) {
        json.null();
    } else {
        json.string(figure.value);
    }
    json.member("shown", figure.shown).member_if("unit", figure.unit);
    if (figure.published)
        json.member("published", *figure.published).member("computed", figure.computed_shown);
    json.member_if("label", figure.label)
        .member_if("formula", figure.formula)
        .member_if("target", figure.target);
    write_sources(json, figure.sources);
}

void write_mark(JsonWriter& json, const Mark& mark) {
    json.key("mark").begin_object().member("shape", name_of(mark.shape)).member("label", mark.label);
    json.member_if("colour", mark.colour).end_object();
}

}  // namespace styrkedja::json_parts
