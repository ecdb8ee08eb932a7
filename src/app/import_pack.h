// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/known.h"
#include "domain/state/diff.h"

// A pack comes into a municipality's log as the changes that it makes, no more: a three-way merge of what it says
// now, what it said when it was imported last, and what the municipality knows. What a person has changed since is
// never overwritten; what the pack no longer has is ended, never erased.
namespace styrkedja::app {

struct ImportPlan {
    std::string pack;                  // its name
    bool first = true;                 // not imported before: then there is no earlier text to compare with
    std::vector<Change> changes;       // also what --dry-run shows
    std::vector<Conflict> conflicts;   // theirs is the pack's, mine the municipality's
    store::Blob blob;                  // the pack as it is: the base of its next import
    bool has_news = true;              // false: the pack is as it was imported last
};

// How a pack is told from others of the same municipality, where it isn't named: its committees and years
// ("halso-namnden 2012"), else "all".
std::string pack_name(const PackHead& head);

// Problems: the pack is another municipality's; the log can't be read.
ImportPlan plan_import(store::Reader& store, const Known& known, const State& pack, std::string name, Problems& problems);

// What the sequencer is given: with the blob put into the store before it. Conflicts stay as the municipality has them.
Command import_command(const ImportPlan& plan, const Known& known, std::string command, std::string actor);

// The inverse of an entry, merged in the same way: what has been changed since is a conflict and stays.
struct TakeBackPlan {
    std::vector<Change> changes;
    std::vector<Conflict> conflicts;   // theirs is as it was before the entry, mine as it is now
    std::string blob;                  // taking back an import: the base that holds again
};
TakeBackPlan plan_take_back(store::Reader& store, const KnownPtr& known, Version version, Problems& problems);
Command take_back_command(const TakeBackPlan& plan, const Known& known, Version version, std::string command, std::string actor);

}  // namespace styrkedja::app
