// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/problem.h"
#include "importers/pack/load.h"
#include "locale/problem_texts.h"

// Where problems are, for whoever reads them: in a pack's files, or in what a database knows.
namespace styrkedja::cli {

// Of a pack: file, line and column (Origins). Of a database's state: within a text the line and column of the text, and
// the line as it stands there.
void locate(const LoadedPack& pack, Problems& problems);

// What has no file in the order of things and fields, and there of lines. For a terminal things and fields by their
// Swedish names too: "texter/inledning, text".
void order_by_things(Problems& problems);
void name_in_swedish(Problems& problems);

}  // namespace styrkedja::cli
