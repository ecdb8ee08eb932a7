// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/content.h"

#include <cmath>

#include "writers/pdf/file.h"

namespace styrkedja::pdf {

void Content::end_mark() {
    end_text();
    if (marked_) ops_ += "EMC\n";
    marked_ = false;
}

void Content::belong_to(ElementId element) {
    if (marked_ && !pagination_ && element == element_) return;
    end_mark();
    element_ = element;
    pagination_ = false;
    marked_ = true;
    if (element == artifact) {
        ops_ += "/Artifact<</Type/Layout>>BDC\n";
        return;
    }
    ops_ += "/";
    ops_ += tags_.type(element);
    ops_ += "<</MCID " + std::to_string(tags_.mark(element, page_)) + ">>BDC\n";
}

void Content::begin_pagination(const char* subtype) {
    end_mark();
    marked_ = true;
    pagination_ = true;
    element_ = artifact;
    ops_ += "/Artifact<</Type/Pagination/Subtype/" + std::string(subtype) + ">>BDC\n";
}

std::string Content::at(double x, double y) const {
    return num(x) + " " + num(height_ - y);
}

void Content::fill(Ink ink) {
    if (ink_known_ && ink == ink_) return;
    ink_ = ink;
    ink_known_ = true;
    ops_ += num(ink.red / 255.0) + " " + num(ink.green / 255.0) + " " + num(ink.blue / 255.0) + " rg\n";
}

void Content::end_text() {
    flush_run();
    if (in_text_) ops_ += "ET\n";
    in_text_ = false;
}

void Content::flush_run() {
    if (run_.empty()) return;
    ops_ += "[<" + run_ + ">]TJ\n";
    run_.clear();
}

// Glyphs of one font, size and base line go into one run; where the pen isn't where the glyph shall be, it is moved.
void Content::put(const Glyph& glyph, const Style& style, double x, double y) {
    constexpr char digits[] = "0123456789ABCDEF";
    const double from_x = x + glyph.x_offset * style.size / 1000;
    const double from_y = y - glyph.y_offset * style.size / 1000;
    const std::string font = "/F" + std::to_string(static_cast<int>(glyph.face)) + " " + num(style.size) + " Tf\n";
    const double move = (from_x - pen_x_) * 1000 / style.size;
    const bool goes_on = in_text_ && font == font_ && !run_.empty() && std::abs(from_y - pen_y_) < 0.001 && std::abs(move) < 5000;
    if (!goes_on) {
        flush_run();
        if (!in_text_) ops_ += "BT\n";
        in_text_ = true;
        fill(style.ink);
        if (font != font_) ops_ += font;
        font_ = font;
        ops_ += "1 0 0 1 " + at(from_x, from_y) + " Tm\n";
        pen_x_ = from_x;
        pen_y_ = from_y;
    } else if (std::abs(move) >= 0.5) {
        const double whole = std::round(move);
        run_ += ">" + num(-whole) + "<";
        pen_x_ += whole * style.size / 1000;
    }
    for (const int shift : {12, 8, 4, 0}) run_ += digits[(glyph.code >> shift) & 15];
    pen_x_ += fonts_.codes(glyph.face)[glyph.code].width * style.size / 1000;
}

void Content::word(const Shaped& word, const Style& style, double x, double y, bool space_after) {
    if (!(ink_known_ && style.ink == ink_)) {
        flush_run();
        fill(style.ink);
    }
    for (const Glyph& glyph : word.glyphs) {
        put(glyph, style, x, y);
        x += glyph.advance * style.size / 1000;
    }
    if (!space_after) return;
    for (const Glyph& glyph : fonts_.shape(style.face, style.figures, " ").glyphs) put(glyph, style, x, y);
}

void Content::rectangle(double x, double y, double width, double height, Ink ink) {
    end_text();
    fill(ink);
    ops_ += at(x, y + height) + " " + num(width) + " " + num(height) + " re f\n";
}

void Content::dots(double x, double y, double width, double thickness, Ink ink) {
    end_text();
    ops_ += "q " + num(ink.red / 255.0) + " " + num(ink.green / 255.0) + " " + num(ink.blue / 255.0) + " RG " +
            num(thickness) + " w [0.8 1.2] 0 d " + at(x, y) + " m " + at(x + width, y) + " l S Q\n";
}

void Content::raw(std::string_view operators) {
    end_text();
    ops_ += operators;
    ink_known_ = false;
}

std::string Content::take() {
    end_mark();
    return std::move(ops_);
}

}  // namespace styrkedja::pdf
