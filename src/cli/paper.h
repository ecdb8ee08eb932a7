// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "cli/formats.h"
#include "cli/options.h"
#include "domain/state/state.h"

// What the commands that make a document have in common.
namespace styrkedja::cli {

// The document with that id; null with document_does_not_exist, which lists those that there are.
const DocumentEntity* find_document(const State& state, const std::string& id, Problems& problems);

// The document's bytes in the format that --to can name; empty where the problems have errors.
std::string write_as(std::string_view format, const document::Document& paper, const OwnTemplate& own, Problems& problems);

// Of a command that has changed the economy (--show): the document of that state as --to says, else its tables as text; to
// be written when the problems have been told, so that it stands last. Empty where the document has errors.
std::string shown_document(const Request& request, State state, const std::string& id, Problems& problems);

}  // namespace styrkedja::cli
