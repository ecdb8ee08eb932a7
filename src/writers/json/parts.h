// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/json.h"
#include "writers/names.h"

// What the parts of the JSON writer share: texts, figures and marks.
namespace styrkedja::json_parts {

inline constexpr auto lines = JsonWriter::Layout::lines;

// The members "text" and, where there is more than plain text, "inlines" of the object that is open.
void write_text(JsonWriter& json, const document::Inlines& inlines);
// An array of objects with those members.
void write_texts(JsonWriter& json, const std::vector<document::Inlines>& paragraphs);

void write_sources(JsonWriter& json, const std::vector<document::Source>& sources);
// The members value, shown, unit, published, computed, label, formula and sources of the object that is open.
void write_figure(JsonWriter& json, const document::Figure& figure);
void write_mark(JsonWriter& json, const document::Mark& mark);

void write_section(JsonWriter& json, const document::Document& document, const document::Section& section);
void write_table(JsonWriter& json, const document::Table& table);
// All of a chart, so that another program can draw it.
void write_chart(JsonWriter& json, const document::Document& document, const document::Chart& chart);

}  // namespace styrkedja::json_parts
