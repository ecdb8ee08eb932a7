// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "document/document.h"

// The parts of a document's JSON, read leniently: a member of another kind than it should be is as if it weren't there.
namespace styrkedja::comparison {

using Json = nlohmann::json;

// Tables and charts by their ids, as blocks name them.
struct Named {
    std::vector<std::string> tables, charts;
};

const Json& member(const Json& object, const char* name);   // null when there is none
const Json& elements(const Json& object, const char* name); // an array, empty when there is none
std::string text(const Json& object, const char* name);
int number(const Json& object, const char* name);
bool truth(const Json& object, const char* name);

document::Inlines read_text(const Json& object);
std::vector<document::Inlines> read_texts(const Json& array);
document::Figure read_figure(const Json& object);
std::optional<document::Mark> read_mark(const Json& object);   // its member "mark"
document::Table read_table(const Json& object);
document::Chart read_chart(const Json& object);
// Deeper than any document goes is left out.
std::vector<document::Section> read_sections(const Json& array, const Named& named, int depth = 0);

}  // namespace styrkedja::comparison
