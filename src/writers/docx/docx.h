// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "document/document.h"

namespace styrkedja {

// A municipality's own Word document: its styles, page margins, headers and footers (with the logo), theme and fonts
// are used, its text is not. `name` is what it is called in problems ("mall.docx").
struct DocxTemplate {
    std::string name;
    std::string_view bytes;
};

// The document for Word and LibreOffice (ECMA-376, transitional), for those who edit on paper's terms: all of it
// is text, tables, fields and footnotes, with real headings; nothing stands in text boxes. `bytes` is empty when
// something is an error, that is when the template can't be used:
//   template_is_not_docx, template_has_macros, template_part_is_damaged (and what read_zip says of a bad zip).
// Warnings, each with its place; what they are about is in the document all the same:
//   template_lacks_styles          our styles were added to the municipality's
//   template_has_no_styles         all styles are ours
//   character_is_replaced          characters that a Word document can't hold stand as U+FFFD
//   table_is_divided               a table of more columns than a page has room for goes on in further tables
//   drawing_is_reduced             a drawing higher than a page
//   page_is_narrow                 the template's page leaves less room than the text and tables need
// Same document and template, same bytes: no clock, no chance. Changes against an earlier version are tracked
// changes by the unit whose document it is, of the document's date.
struct Docx {
    std::string bytes;
    Problems problems;
};
Docx write_docx(const document::Document& document, const std::optional<DocxTemplate>& own = {});

}  // namespace styrkedja
