// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "app/known.h"
#include "base/problem.h"

// Reading a municipality's log back: now, and as it was known at an earlier version, time or decision. What does not
// fit together in the log (damage; a newer program's entries) is a problem, and then there is no result.
namespace styrkedja::app {

// The newest version: the newest snapshot that this program's fold made, and the log after it.
KnownPtr load(store::Reader& store, std::string_view municipality, Problems& problems);

// The state goes on through the log up to that version (0 = the newest). What is not touched is shared.
KnownPtr follow(store::Reader& store, const KnownPtr& from, Version to, Problems& problems);

// As it was at that version, seen from a version that is known: what has changed since is undone, the rest shared.
KnownPtr as_of(store::Reader& store, const KnownPtr& from, Version version, Problems& problems);

// The whole log from the first entry, without snapshots; for verification and benches.
KnownPtr fold_all(store::Reader& store, std::string_view municipality, Version to, Problems& problems);

// The last version at that time; 0 = before the first.
Version version_at(store::Reader& store, std::string_view municipality, store::Time time);
// The version that a decision names: the newest entry whose decision, or whose name, is that; none: no such.
std::optional<Version> version_decided(const Known& known, std::string_view decision);
// What --as-of says: a version ("1234"), a day or time ("2025-12-16", "2025-12-16T14:30", in Swedish time: the end
// of that day, of that minute), or else a decision's name or reference.
std::optional<Version> moment(store::Reader& store, const Known& known, std::string_view text, Problems& problems);

// Writes a snapshot of the state, and drops all but the newest two.
void write_snapshot(store::Store& store, const Known& known);
// All but the newest `keep`, those that are older than a version, and the parts that no other uses. None is kept after
// an erasure: they may hold what is gone.
void drop_old_snapshots(store::Store& store, std::string_view municipality, std::size_t keep, Version not_before = 0);
// Those that another version of the fold made: they are of no use to this one.
void drop_snapshots_of_other_folds(store::Store& store, std::string_view municipality);

// The text of a field as it was at an earlier version (as stored_text gives it), from the field's own history.
std::optional<std::string> field_at(store::Reader& store, const Known& known, int thing, std::string_view id, int field,
                                    Version version);

}  // namespace styrkedja::app
