// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "app/known.h"
#include "base/problem.h"
#include "domain/state/diff.h"
#include "store/store.h"

// What both a pack (or a taking back) and somebody in the municipality have changed, as problems with thing and field:
// what either says, who changed it here and when. Errors that stop; notes where the municipality's values are kept.
//   pack_differs_from_edit, pack_changes_what_was_ended, pack_lacks_what_was_edited
//   later_change_is_in_the_way, later_end_is_in_the_way, edited_since_it_was_made
// args: base (where there was one), theirs, mine, actor, time, version.
// Another place in the order stops nothing: rows of packs have one without anybody saying so. The municipality's stays,
// and one note counts them (order_stays_as_it_is).
namespace styrkedja::cli {

enum class ConflictOf : std::uint8_t { new_pack, pack, take_back };   // new: it was never imported before

// `whole`: texts are given whole (for machines), else the words that differ.
void tell_conflicts(const std::vector<Conflict>& conflicts, ConflictOf of, bool are_kept, bool whole, store::Reader& store,
                    const app::Known& known, Problems& problems);

}  // namespace styrkedja::cli
