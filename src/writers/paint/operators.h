// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cairo.h>

#include <string_view>

namespace styrkedja::paint {

// Paints what a PDF's content stream says with cairo: paths, flat colours, transformations, clipping and states
// (ISO 32000-1, 8.5), which is what a municipality's shield is read into. Operators beyond those are passed over.
void paint_operators(cairo_t* cairo, std::string_view operators);

}  // namespace styrkedja::paint
