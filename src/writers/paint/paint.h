// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cairo.h>

#include <functional>
#include <string>
#include <string_view>

#include "charts/drawing.h"

namespace styrkedja::paint {

// Paints drawings with cairo, on whatever surface: a page of a PDF, a picture. Words are set in the Source Sans that
// is part of the program, with lining tabular figures, never in a font of the machine. One painter belongs to one
// thread.
class Painter {
  public:
    Painter();
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    // At the origin of `cairo`, in points.
    void paint(cairo_t* cairo, const charts::Drawing& drawing) const;

    // The drawing on white as a PNG of `scale` pixels to a point. Same drawing, same bytes. A drawing of more than
    // 16 million pixels is made with fewer to the point.
    std::string png(const charts::Drawing& drawing, double scale) const;
    // The same of operators (operators.h) in a box of the given size.
    std::string png(std::string_view operators, double width, double height, double scale) const;

  private:
    std::string picture(double width, double height, double scale, const std::function<void(cairo_t*)>& content) const;

    struct Fonts;
    Fonts* fonts_;
};

}  // namespace styrkedja::paint
