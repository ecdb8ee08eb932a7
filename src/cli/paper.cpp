// SPDX-License-Identifier: EUPL-1.2
#include "cli/paper.h"

#include <vector>

#include "base/nearest.h"
#include "cli/places.h"
#include "cli/work.h"
#include "compose/compose.h"
#include "compose/rule_checks.h"

namespace styrkedja::cli {

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

std::string write_as(std::string_view to, const document::Document& paper, const OwnTemplate& own, Problems& problems) {
    for (const Format& format : formats()) {
        if (format.name != to || problems.has_errors()) continue;
        std::string bytes = format.write(paper, own, problems);
        return problems.has_errors() ? std::string() : bytes;
    }
    return "";
}

std::string shown_document(const Request& request, State state, const std::string& id, Problems& problems) {
    progress(request, "Gör dokumentet …", "Composing …");
    LoadedPack shown;
    shown.state = std::move(state);
    Composer composer(shown.state);
    Problems of_document;
    std::string bytes;
    check_rules(composer.state(), of_document);
    const DocumentEntity* entity = find_document(composer.state(), id, of_document);
    if (entity) {
        const document::Document paper = composer.compose(*entity);
        for (const Problem& problem : paper.problems) of_document.add(problem);
        bytes = write_as(request.value("to", "text"), paper, {}, of_document);
    }
    progress_done();
    locate(shown, of_document);
    problems.append(of_document);
    return bytes;
}

}  // namespace styrkedja::cli
