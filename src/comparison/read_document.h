// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "document/document.h"

namespace styrkedja::comparison {

// The document that was written as JSON (docs/document-json.md, format 1) by this program or an earlier one, read back
// to be compared with. Members that are missing are empty, members that nobody knows are ignored; what the JSON doesn't
// carry (logo, colour, cells' cards) is empty. What is not JSON, or not such a document, or of a newer format, is an
// error with the file's name and the place where reading stopped.
std::optional<document::Document> read_document(std::string_view bytes, const std::string& file, Problems& problems);

}  // namespace styrkedja::comparison
