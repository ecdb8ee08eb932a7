// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "codec/tree.h"
#include "domain/state/state.h"
#include "importers/pack/origins.h"

namespace styrkedja {

// A pack that has been read: the state that it describes, and where each thing of it stands in the files.
struct LoadedPack {
    State state;
    Origins origins;
    bool whole = true;  // false when files, kinds or columns could not be read: what hangs together isn't known then
};

// Reads a pack's files (docs/pack-format.md) in named steps: sort the files, read each, check the ids, resolve
// the references. Reports every problem with its place and goes on; with errors the state holds what could be read.
LoadedPack load_pack(std::vector<TreeFile> files, Problems& problems);

}  // namespace styrkedja
