// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

// What the writers share: the permanent names of a document's enumerations, and running text without its
// marks.
namespace styrkedja::document {

std::string_view name_of(MarkShape shape);  // "not_met"
std::string_view name_of(RowKind kind);     // "subtotal"
std::string_view name_of(State state);      // "decided"
std::string_view name_of(Align align);      // "decimal"
std::string_view name_of(Change change);    // "added"; empty for none
Change change_of(const Inline& part);
bool has_changes(const Inlines& inlines);
std::string_view name_of(ChartKind kind);   // "year_wheel"
std::string_view name_of(SeriesKind kind);  // "last_year"

// Running text as a reader sees it: no references to notes, a line break as \n, nothing that a comparison marks as
// removed, unless all of it is.
std::string plain_text(const Inlines& inlines);

}  // namespace styrkedja::document
