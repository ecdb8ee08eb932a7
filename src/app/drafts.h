// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/known.h"

// A text that somebody is typing is a draft: durable beside the log, one per person, thing and field, seen by nobody
// else. Leaving the field makes one change of it. A draft is never lost: it goes when its change is in the log, or
// when its person throws it away.
namespace styrkedja::app {

std::string draft_subject(const Kind& kind, std::string_view id, const FieldInfo& field);   // "goals/kf-1/description"

// The change that a draft would make; none: its subject names no kind or field of this program.
std::optional<Change> change_of(const store::Draft& draft);

// The command for it, against the version that the person saw when beginning to type. None: as change_of.
std::optional<Command> draft_command(const store::Draft& draft, std::string command);

// Saves what is typed. The base of a draft that is there stays: that is what the person saw.
void save_draft(store::Store& store, std::string_view municipality, store::Draft draft);

// A person's drafts that say something else than the log does. Those that don't (the program died between the commit
// and the dropping) are dropped here.
std::vector<store::Draft> open_drafts(store::Store& store, const Known& known, std::string_view person);

// After the outcome of its command: dropped when done; kept when it collided or was refused, so that the person
// goes on from it.
void settle_draft(store::Store& store, std::string_view municipality, const store::Draft& draft, const Outcome& outcome);

}  // namespace styrkedja::app
