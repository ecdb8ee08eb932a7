// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/work.h"

namespace styrkedja::cli {

// A line each: id, tab, title, tab, occasion. No heading, so that the ids can be piped on.
Exit documents(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    Exit exit = tell(request, problems);
    if (problems.has_errors()) return exit;
    std::vector<const DocumentEntity*> list;
    for (const DocumentEntity& each : pack.state.documents) list.push_back(&each);
    std::stable_sort(list.begin(), list.end(), [](auto* a, auto* b) { return a->order < b->order; });
    std::string text;
    for (const DocumentEntity* each : list) {
        const Occasion* occasion = pack.state.occasions.find(each->occasion.str());
        text += each->id.str() + "\t" + each->title + "\t" + (occasion ? occasion->name : "") + "\n";
    }
    write_result(request, text);
    return exit;
}

}  // namespace styrkedja::cli
