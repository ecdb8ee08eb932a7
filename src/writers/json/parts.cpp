// SPDX-License-Identifier: EUPL-1.2
#include "writers/json/parts.h"

namespace styrkedja::json_parts {

using namespace document;

std::string_view name_of(MarkShape shape) {
    switch (shape) {
        case MarkShape::not_assessed: return "not_assessed";
        case MarkShape::met: return "met";
        case MarkShape::mostly: return "mostly";
        case MarkShape::partly: return "partly";
        case MarkShape::little: return "little";
        case MarkShape::not_met: return "not_met";
        case MarkShape::not_started: return "not_started";
        case MarkShape::ongoing: return "ongoing";
        case MarkShape::waiting: return "waiting";
        case MarkShape::done: return "done";
        case MarkShape::stopped: return "stopped";
        case MarkShape::trend_better: return "trend_better";
        case MarkShape::trend_same: return "trend_same";
        case MarkShape::trend_worse: return "trend_worse";
    }
    return "not_assessed";
}

std::string_view name_of(RowKind kind) {
    switch (kind) {
        case RowKind::item: return "item";
        case RowKind::group: return "group";
        case RowKind::subtotal: return "subtotal";
        case RowKind::total: return "total";
        case RowKind::varav: return "varav";
        case RowKind::rounding: return "rounding";
    }
    return "item";
}

std::string_view name_of(State state) {
    switch (state) {
        case State::draft: return "draft";
        case State::submitted: return "submitted";
        case State::approved: return "approved";
        case State::decided: return "decided";
        case State::published: return "published";
    }
    return "draft";
}

std::string_view name_of(Align align) {
    switch (align) {
        case Align::left: return "left";
        case Align::right: return "right";
        case Align::decimal: return "decimal";
    }
    return "right";
}

namespace {

struct AppendShown {
    std::string& out;
    void operator()(const Text& part) const { out += part.text; }
    void operator()(const Strong& part) const { out += part.text; }
    void operator()(const Emphasis& part) const { out += part.text; }
    void operator()(const Quote& part) const { out += part.figure.shown; }
    void operator()(const NoteRef&) const {}
    void operator()(const Link& part) const { out += part.text; }
    void operator()(const LineBreak&) const { out += '\n'; }
};

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
        if (!std::holds_alternative<Text>(part)) return false;
    }
    return true;
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
    std::string text;
    for (const Inline& part : inlines) std::visit(AppendShown{text}, part);
    return text;
}

void write_text(JsonWriter& json, const Inlines& inlines) {
    json.member("text", plain_text(inlines));
    if (is_plain(inlines)) return;
    json.key("inlines").begin_array();
    for (const Inline& part : inlines) {
        json.begin_object();
        std::visit(WriteInline{json}, part);
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
    if (figure.published) json.member("published", *figure.published).member("computed", figure.computed_shown);
    json.member_if("label", figure.label).member_if("formula", figure.formula).member_if("target", figure.target);
    write_sources(json, figure.sources);
}

void write_mark(JsonWriter& json, const Mark& mark) {
    json.key("mark").begin_object().member("shape", name_of(mark.shape)).member("label", mark.label);
    json.member_if("colour", mark.colour).end_object();
}

}  // namespace styrkedja::json_parts
