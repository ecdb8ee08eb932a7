// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/problem.h"
#include "document/document.h"

namespace styrkedja {

// The document's tables as an Excel workbook (OOXML, ISO/IEC 29500): first a sheet that lists them and says which
// document and version it is, then a sheet for each table and for each chart without a table, last all figures as
// facts, one a row, for filters and pivot tables. Same document, same bytes.
//   Figures    numbers, exact, shown with as many decimals as printed; a published figure is the number, what was
//              computed stands in its comment. Per cent is never divided by 100.
//   Formulas   totals and differences where they hold exactly; their cached values are the document's figures.
//   Texts      always strings: nothing that a person wrote can become a formula. More than 32 767 characters go on
//              in the row below. Notes and reasons are comments.
// What Excel can't hold is told as a warning.
std::string write_xlsx(const document::Document& document, Problems& problems);

}  // namespace styrkedja
