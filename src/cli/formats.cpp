// SPDX-License-Identifier: EUPL-1.2
#include "cli/formats.h"

#include "cli/bundle.h"
#include "writers/csv/csv.h"
#include "writers/html/html.h"
#include "writers/json/json.h"
#include "writers/pdf/pdf.h"
#include "writers/xlsx/xlsx.h"

namespace styrkedja::cli {
namespace {

using document::Document;

// A row for each format.
constexpr Format all[] = {
    {"html", [](const Document& paper, Problems&) { return write_html(paper); }},
    {"json", [](const Document& paper, Problems&) { return write_json(paper); }},
    {"pdf", [](const Document& paper, Problems& problems) { return write_pdf(paper, problems); }},
    {"xlsx", [](const Document& paper, Problems& problems) { return write_xlsx(paper, problems); }},
    {"csv", [](const Document& paper, Problems&) { return write_csv(paper); }, Format::Packs::files},
    {"zip", [](const Document& paper, Problems& problems) { return write_bundle(paper, problems); }, Format::Packs::all},
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
