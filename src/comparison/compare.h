// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "document/document.h"

namespace styrkedja::comparison {

// The newer document with everything that changed since the older one marked where it stands (texts word by word,
// cells with what stood there, rows, sections, marks of assessments), what is gone struck through in its place, and
// a last section, "changes", with a table of all changes. Sections, tables, rows and columns are recognised by their
// ids, texts without id by their words. Whoever compares a document with itself gets a list that says so.
document::Document compare(const document::Document& older, document::Document newer);

}  // namespace styrkedja::comparison
