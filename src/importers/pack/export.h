// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "codec/tree.h"
#include "domain/state/state.h"

namespace styrkedja {

// The canonical pack of a state: CSV for what is many, YAML for structure, one Markdown file a text; things in
// their order, fields in the order of their description, only the columns that say something. Loading it gives
// the same state, and exporting that the same bytes. Files are sorted by name.
std::vector<TreeFile> export_pack(const State& state);

}  // namespace styrkedja
