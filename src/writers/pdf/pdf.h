// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/problem.h"
#include "document/document.h"

namespace styrkedja {

// The document as a PDF for print, archive and reading by machine: A4, tagged (PDF/UA-1) and archivable (PDF/A-2a),
// with the fonts' used letters, the sRGB profile and nothing from the machine inside it. Same document, same bytes.
// Nothing is left out: what doesn't fit as it stands is fitted another way (a table is turned, set smaller, parted; a
// row taller than a page is broken; a letter that the fonts lack becomes a visible sign) and told as a warning.
std::string write_pdf(const document::Document& document, Problems& problems);

}  // namespace styrkedja
