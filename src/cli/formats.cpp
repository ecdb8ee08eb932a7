// SPDX-License-Identifier: EUPL-1.2
#include "cli/formats.h"

#include "cli/bundle.h"
#include "writers/csv/csv.h"
#include "writers/docx/docx.h"
#include "writers/html/html.h"
#include "writers/json/json.h"
#include "writers/pdf/pdf.h"
#include "writers/text/text.h"
#include "writers/xlsx/xlsx.h"

namespace styrkedja::cli {
namespace {

using document::Document;

std::string in_word(const Document& paper, const OwnTemplate& own, Problems& problems) {
    std::optional<DocxTemplate> base;
    if (!own.name.empty()) base = DocxTemplate{own.name, own.bytes};
    Docx made = write_docx(paper, base);
    problems.append(made.problems);
    return std::move(made.bytes);
}

// A row for each format.
constexpr Format all[] = {
    {"html", [](const Document& paper, const OwnTemplate&, Problems&) { return write_html(paper); }},
    {"json", [](const Document& paper, const OwnTemplate&, Problems&) { return write_json(paper); }},
    {"pdf", [](const Document& paper, const OwnTemplate&, Problems& problems) { return write_pdf(paper, problems); }},
    {"docx", in_word},
    {"xlsx", [](const Document& paper, const OwnTemplate&, Problems& problems) { return write_xlsx(paper, problems); }},
    {"csv", [](const Document& paper, const OwnTemplate&, Problems&) { return write_csv(paper); }, Format::Packs::files},
    {"zip", write_bundle, Format::Packs::all},
    {"text", [](const Document& paper, const OwnTemplate&, Problems&) { return write_text(paper); }, Format::Packs::none},
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
