// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "document/document.h"

namespace styrkedja {

// Running text in Swedish typography (locale/typography.h), piece by piece but as one text: what a quoted figure ends
// with decides whether the word after it is its unit and must not break from it. Figures and addresses stay as they
// are. Doing it twice changes nothing more.
document::Inlines typeset(document::Inlines inlines);

}  // namespace styrkedja
