// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "charts/drawing.h"
#include "writers/pdf/fonts.h"
#include "writers/pdf/tags.h"

// The content stream of a page: everything is either marked as belonging to an element of the tag tree, or an artifact.
// y goes downwards from the page's top; the stream's own coordinates are turned here.
namespace styrkedja::pdf {

class Content {
  public:
    Content(Fonts& fonts, Tags& tags, std::uint32_t page, double page_height)
        : fonts_(fonts), tags_(tags), page_(page), height_(page_height) {}

    // What follows belongs to the element; 0 = artifact. Cheap when it is the same as before.
    void belong_to(ElementId element);
    // The page's head and foot.
    void begin_pagination(const char* subtype);

    // A word on its base line, and the blank after it.
    void word(const Shaped& word, const Style& style, double x, double y, bool space_after);
    void rectangle(double x, double y, double width, double height, Ink ink);
    // A line of dots.
    void dots(double x, double y, double width, double thickness, Ink ink);
    void drawing(const charts::Drawing& drawing, double x, double y);
    // Operators made elsewhere, with their own coordinates.
    void raw(std::string_view operators);

    std::string take();
    bool empty() const { return ops_.empty(); }
    double page_height() const { return height_; }

  private:
    struct DrawShape;
    friend struct DrawShape;
    void end_mark();
    void end_text();
    void flush_run();
    void put(const Glyph& glyph, const Style& style, double x, double y);
    void fill(Ink ink);
    std::uint16_t space_code(Face face);
    std::string at(double x, double y) const;

    Fonts& fonts_;
    Tags& tags_;
    std::uint32_t page_;
    double height_;
    std::string ops_;
    bool marked_ = false;
    bool pagination_ = false;
    ElementId element_ = artifact;
    bool in_text_ = false;
    Ink ink_{0, 0, 0};
    bool ink_known_ = false;
    // The run of glyphs being shown.
    std::string run_;
    Face face_ = Face::serif;
    double size_ = 0;
    double pen_x_ = 0, pen_y_ = 0;
    std::string font_;
};

Ink ink_of(const std::string& colour, Ink otherwise = black);

}  // namespace styrkedja::pdf
