// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "charts/drawing.h"
#include "document/document.h"

namespace styrkedja::charts {

// A chart of the given width (pt: 468 = 165 mm, 351 = 124 mm, 295 = 104 mm); the height follows from its content.
// Titles and sources are not part of it: the writer sets them as text. A chart without any value says so in words.
Drawing draw(const document::Chart& chart, double width);
Drawing draw(const document::RiskMatrix& matrix, double width);
Drawing draw(const document::Sparkline& line);             // 52 x 13 pt

// The mark of an assessment, status or trend, square of the given side; the word stands beside it, by the writer.
// Shapes are told apart without colour; the scale's own colour is used where it stands out enough from white.
Drawing draw(const document::Mark& mark, double side);
// Completion in per cent as a bar, black only.
Drawing draw_completion(int percent, double width, double height);

// How wide a text is in Source Sans at a size, pt: from the font's own advance widths.
double text_width(const std::string& text, double size, bool semibold = false);

}  // namespace styrkedja::charts
