// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "cli/commands.h"
#include "cli/paper.h"
#include "cli/places.h"
#include "cli/work.h"
#include "comparison/compare.h"
#include "comparison/read_document.h"
#include "compose/compose.h"
#include "compose/rule_checks.h"

namespace styrkedja::cli {
namespace {

// With its changes since the version in the file that --against names.
document::Document compared(const Request& request, document::Document paper, Problems& problems) {
    const std::string path = request.value("against");
    const auto older = comparison::read_document(read_file(path, problems), path, problems);
    if (!older) return paper;
    if (older->id != paper.id || older->municipality != paper.municipality) {
        Place place;
        place.file = path;
        problems.add("compared_document_is_another", Severity::warning, place,
                     {{"older", older->municipality + "/" + older->id}, {"newer", paper.municipality + "/" + paper.id}});
    }
    return comparison::compare(*older, std::move(paper));
}

// The municipality's own template, where one is named.
OwnTemplate read_template(const Request& request, Problems& problems) {
    if (!request.has("template")) return {};
    const std::string path = request.value("template");
    return {path, read_file(path, problems)};
}

}  // namespace

// One document of the pack, in one of the formats. With errors nothing is written.
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
    ComposeOptions options{request.has("draft")};
    if (std::optional<Date> date = Date::parse(request.value("date"))) options.date = *date;
    document::Document paper = composer.compose(*entity, options);
    if (request.has("against")) paper = compared(request, std::move(paper), problems);
    for (const Problem& problem : paper.problems) problems.add(problem);
    locate(pack, problems);
    if (!problems.has_errors()) {
        progress(request, "Skriver …", "Writing …");
        const OwnTemplate own = read_template(request, problems);
        const std::string bytes = write_as(request.value("to"), paper, own, problems);
        if (!problems.has_errors()) write_result(request, bytes);
    }
    return tell(request, problems);
}

}  // namespace styrkedja::cli
