// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "document/document.h"

namespace styrkedja::testing {

// A document as text that a person can read: its sections in order with their numbers, marks and texts, and its tables with
// every row and cell as shown, notes below. What the golden files hold.
std::string document_text(const document::Document& document);
std::string table_text(const document::Table& table);

}  // namespace styrkedja::testing
