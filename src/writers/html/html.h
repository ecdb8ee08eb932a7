// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "document/document.h"

namespace styrkedja {

// The document as one self-contained HTML file: fonts, styles, marks and the little script are inside it,
// nothing is fetched. It is meant for reading on any screen, for assistive technology (WCAG 2.2 AA) and for
// printing on A4. Every figure that has something behind it can be pointed at, touched or reached with the
// keyboard, and then says what it is, its exact value, how it was computed and from which facts. Same
// document, same bytes.
std::string write_html(const document::Document& document);

}  // namespace styrkedja
