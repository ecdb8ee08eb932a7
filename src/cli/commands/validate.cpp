// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "cli/commands.h"
#include "cli/places.h"
#include "cli/work.h"
#include "compose/compose.h"
#include "compose/rule_checks.h"

namespace styrkedja::cli {
namespace {

// "mål (42), indikatorer (61) …": what the pack holds, for who has no problems to read.
std::string summary(const State& state, Language language) {
    std::string text;
    for (const Kind& kind : kinds()) {
        std::size_t size = kind.size(state);
        if (size == 0) continue;
        text += (text.empty() ? "" : ", ") + std::string(language == Language::sv ? kind.info->sv : kind.info->key) +
                " (" + std::to_string(size) + ")";
    }
    return state.pack->name + ": " + text + "\n";
}

}  // namespace

void try_documents(const Request& request, const LoadedPack& pack, Problems& problems) {
    progress(request, "Provar dokumenten …", "Trying the documents …");
    Composer composer(pack.state);
    check_rules(composer.state(), problems);
    check_templates(composer, problems);
    locate(pack, problems);
}

// All problems of the pack: its files, what must hold between things, its rules, and its documents.
Exit validate(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    if (!problems.has_errors()) try_documents(request, pack, problems);
    Exit exit = tell(request, problems);
    if (!problems.has_errors()) write_result(request, summary(pack.state, request.language));
    return exit;
}

}  // namespace styrkedja::cli
