// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/checks.h"

namespace styrkedja::checks {

// An id is never used again for something else: old documents and other packs name what it was. (A retired id is a
// thing like others, so that a thing with the same id in the same pack is told as an id used twice; this finds the
// rest: states put together from several packs.)
void retired_ids_stay_retired(const State& state, const State& looked, Problems& problems) {
    for (const RetiredId& retired : looked.retired_ids) {
        for (const Kind& kind : kinds()) {
            if (!kind.named || kind.info == &description<RetiredId>() || !kind.find(state, retired.id.str())) continue;
            problems.add("retired_id_is_used", Severity::error,
                         Place{"", 0, 0, "", std::string(kind.info->key) + "/" + retired.id.str(), "id"},
                         {{"id", retired.id.str()}, {"was", retired.was}});
        }
    }
}

}  // namespace styrkedja::checks
