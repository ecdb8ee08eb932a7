// SPDX-License-Identifier: EUPL-1.2
#include <optional>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/work.h"
#include "compose/compose.h"
#include "compose/rule_checks.h"
#include "writers/docx/docx.h"
#include "writers/html/html.h"
#include "writers/json/json.h"

namespace styrkedja::cli {
namespace {

const DocumentEntity* find_document(const State& state, const std::string& id, Problems& problems) {
    if (const DocumentEntity* document = state.documents.find(id)) return document;
    std::vector<std::string_view> ids;
    std::string choices;
    for (const DocumentEntity& each : state.documents) {
        ids.push_back(each.id.str());
        choices += (choices.empty() ? "" : ", ") + each.id.str();
    }
    problems.add("document_does_not_exist", Severity::error, Place{},
                 {{"id", id}, {"near", nearest(id, ids)}, {"choices", choices}});
    return nullptr;
}

// On the municipality's own template, where one is named.
std::string compile_docx(const Request& request, const document::Document& paper, Problems& problems) {
    std::optional<DocxTemplate> own;
    std::string bytes;
    if (request.has("template")) {
        const std::string path = request.value("template");
        bytes = read_file(path, problems);
        if (problems.has_errors()) return {};
        own = DocxTemplate{path, bytes};
    }
    Docx made = write_docx(paper, own);
    problems.append(made.problems);
    return std::move(made.bytes);
}

}  // namespace

// One document of the pack, as HTML or JSON. With errors nothing is written.
Exit compile(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    if (problems.has_errors()) return tell(request, problems);
    const DocumentEntity* entity = find_document(pack.state, request.value("document"), problems);
    if (!entity) return tell(request, problems);
    progress(request, "Gör dokumentet …", "Composing …");
    Composer composer(pack.state);
    check_rules(composer.state(), problems);
    entity = composer.state().documents.find(entity->id.str());
    document::Document paper = composer.compose(*entity, ComposeOptions{request.has("draft")});
    for (const Problem& problem : paper.problems) problems.add(problem);
    pack.origins.locate(problems);
    if (!problems.has_errors()) {
        progress(request, "Skriver …", "Writing …");
        const std::string to = request.value("to");
        const std::string bytes = to == "docx"   ? compile_docx(request, paper, problems)
                                  : to == "html" ? write_html(paper)
                                                 : write_json(paper);
        if (!problems.has_errors()) write_result(request, bytes);
    }
    return tell(request, problems);
}

}  // namespace styrkedja::cli
