// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "domain/state/change.h"
#include "domain/state/state.h"

namespace styrkedja {

// The changes that lead from one state to the other, kind by kind in the order of packs, thing by thing by id, field
// by field: applied to `before` they give `after`. What the two share is not looked at. `replaces` is as `before`
// has it.
std::vector<Change> difference(const State& before, const State& after);

// What both somebody and somebody else have changed since they last agreed.
struct Conflict {
    const Kind* kind = nullptr;
    std::string id;
    const FieldInfo* field = nullptr;   // null: one ended the thing that the other changed
    std::string base, theirs, mine;     // stored texts; field null: of them the one that is "" is where it's gone
};

struct Merge {
    std::vector<Change> changes;        // lead from `mine` to the merged state
    std::vector<Conflict> conflicts;    // where `mine` stays as it is
};

// The three-way merge: what changed from `base` to `theirs` is done to `mine`. A field that `mine` has changed too,
// to something else, is a conflict and stays; lists of ids and tags take each other's additions and removals. A
// thing that `theirs` has no longer is ended, unless `mine` has changed it. Used for a pack that is imported again
// (base: as it was imported last) and for taking back (base: the state after the entry, theirs: the one before it).
Merge merge(const State& base, const State& theirs, const State& mine);

}  // namespace styrkedja
