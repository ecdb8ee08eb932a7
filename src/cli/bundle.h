// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/problem.h"
#include "cli/formats.h"
#include "document/document.h"

namespace styrkedja::cli {

// The document in every format of the table of formats as one zip: "<id>.html", "<id>.pdf", ..., the CSV files in csv/,
// and manifest.json: for each file its name, size and SHA-256, with the document's id, version, state and date and the
// program's version. Same document and program, same bytes.
std::string write_bundle(const document::Document& document, const OwnTemplate& own, Problems& problems);

}  // namespace styrkedja::cli
