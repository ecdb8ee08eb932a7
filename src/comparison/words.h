// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

// Running texts, compared word by word as they are shown. A quoted figure is one word: it differs when what is
// printed differs. References to footnotes are no words.
namespace styrkedja::comparison {

// The newer text with its new words marked as added, and the older words that are gone marked as removed where they
// stood, before what replaced them.
document::Inlines mark_words(const document::Inlines& older, const document::Inlines& newer);

// The whole text marked. Removed text loses its references to footnotes.
document::Inlines mark_all(const document::Inlines& text, document::Change change);

// How much of two texts is the same, in thousandths of their words; 1 000 = they read the same.
int likeness(const document::Inlines& older, const document::Inlines& newer);

// One side of a marked text, for a list of changes: the changed words of one kind, strong, with a few words round them,
// "…" for what is left out between. Empty when nothing of that kind changed.
document::Inlines excerpt(const document::Inlines& marked, document::Change kind);

}  // namespace styrkedja::comparison
