// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "document/document.h"
#include "writers/pdf/painter.h"

// What makes a pile of pages an accessible, archivable document: fonts, tag tree, bookmarks, metadata, colour profile.
namespace styrkedja::pdf {

// The fonts' used glyphs, and the resources that all pages share as the given object.
void write_fonts(File& file, Fonts& fonts, std::uint32_t resources);
// The object of the structure tree's root.
std::uint32_t write_tags(File& file, const Tags& tags, const std::vector<PageDone>& pages);
// 0 when there are none.
std::uint32_t write_bookmarks(File& file, const Painter& painter);
// sRGB (IEC 61966-2-1) as an ICC profile of version 4, made from its definition.
std::string colour_profile();
// XMP: what PDF/A-2a and PDF/UA-1 want to know.
std::string metadata(const document::Document& document);
// "D:20160517000000Z" of "2016-05-17"; empty for what is no date.
std::string pdf_date(std::string_view iso);
std::string producer();
// A document without title is called by its kind, or its id.
const std::string& title_of(const document::Document& document);

}  // namespace styrkedja::pdf
