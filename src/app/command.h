// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "domain/state/change.h"
#include "store/store.h"

namespace styrkedja::app {

// What somebody wants done, as one: all of it happens or nothing.
struct Command {
    std::string id;            // the client's, made anew for each wish (a UUID, best one that begins with the time), 1 to 64 bytes:
                               // the same command sent twice happens once, and its outcome can be asked for
    EntryKind kind = EntryKind::edit;
    std::string actor, reason, decision, about, blob;   // as in Entry
    Version read = 0;          // the version that the person saw when deciding this
    std::vector<Change> changes;   // `replaces` is filled in by the sequencer
    std::vector<ErasedSlot> erased;            // erasure only
    std::vector<std::string> erased_blobs;
};

// A field that somebody else has changed since the person saw it. Nothing is overwritten: the person chooses.
struct Collision {
    int thing = 0;             // as in Change
    std::string id;
    int field = 0;             // 0: the thing itself was ended or changed
    std::string base, theirs, mine;   // stored texts: what the person saw, what it is now, what the person wants
    Version version = 0;       // theirs was made then
    std::string actor;         // by whom
};

struct Outcome {
    enum class What : std::uint8_t {
        done,        // durable, as `version`
        already,     // this command had been done before, as `version`
        collided,    // see collisions; nothing was done
        refused,     // see problems: a rule does not allow it; nothing was done
        failed,      // the machine failed (problems say how); nothing was done
        unknown,     // the machine failed at the worst moment: ask again with the command's id
    };
    What what = What::failed;
    Version version = 0;
    std::vector<Collision> collisions;
    Problems problems;
};

}  // namespace styrkedja::app
