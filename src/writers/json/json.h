// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "document/document.h"

namespace styrkedja {

// The sentence that a person is told about a problem (the edge has it in locale/problem_texts.h).
using ProblemMessage = std::string (*)(const Problem&);

// The document for machines, in the form of docs/document-json.md: sections with their texts as shown, tables
// with every cell's exact value, sources and published figure, assessments with their reasons, problems.
// Problems carry "message" only when `message` is given. Same document, same bytes.
std::string write_json(const document::Document& document, ProblemMessage message = nullptr);

}  // namespace styrkedja
