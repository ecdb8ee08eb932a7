// SPDX-License-Identifier: EUPL-1.2
#include "domain/checks/change_rules.h"

#include "domain/checks/changed_things.h"
#include "domain/checks/changes_fit_together.h"
#include "domain/checks/checks_of_changes.h"
#include "domain/checks/frozen_forecasts.h"

namespace styrkedja {

void check_changes(const State& before, const State& after, std::span<const Change> changes, Problems& problems,
                   EntryKind how) {
    const std::vector<ChangedThing> things = changed_things(before, after, changes);
    changes_fit_together(before, after, things, problems);
    check_changed_things(before, after, things, problems);
    forecasts_stand(before, after, things, how, problems);
}

}  // namespace styrkedja
