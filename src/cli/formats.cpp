// SPDX-License-Identifier: EUPL-1.2
#include "cli/formats.h"

#include "writers/html/html.h"
#include "writers/json/json.h"
#include "writers/pdf/pdf.h"

namespace styrkedja::cli {
namespace {

using document::Document;

// A row for each format.
constexpr Format all[] = {
    {"html", [](const Document& paper, Problems&) { return write_html(paper); }},
    {"json", [](const Document& paper, Problems&) { return write_json(paper); }},
    {"pdf", [](const Document& paper, Problems& problems) { return write_pdf(paper, problems); }},
};

std::string joined_names() {
    std::string names;
    for (const Format& each : all) names.append(names.empty() ? "" : "|").append(each.name);
    return names;
}

}  // namespace

std::span<const Format> formats() { return all; }

std::string_view format_names() {
    static const std::string names = joined_names();
    return names;
}

}  // namespace styrkedja::cli
