// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "document/document.h"

namespace styrkedja::bench {

// A made-up committee's report of so many chapters, each about two pages: texts with quoted figures, five tables (one of
// them with comments under its rows) and a chart. 30 chapters are 60 pages, 150 tables and 30 charts; always the same.
document::Document report(int chapters);

}  // namespace styrkedja::bench
