// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <hb.h>

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "writers/pdf/style.h"

// The six fonts inside the program, and words set in them: which glyphs, where. The machine's own fonts are never asked.
namespace styrkedja::pdf {

// A glyph in a word; lengths in thousandths of the type size. `code` is the character code in the PDF's font: each pair of
// glyph and text has one of its own, so that what is copied out of the PDF is what stood in the document, hard spaces
// and all.
struct Glyph {
    Face face = Face::serif;
    std::uint16_t code = 0;
    float advance = 0;
    float x_offset = 0, y_offset = 0;
};

struct Shaped {
    std::vector<Glyph> glyphs;
    double width = 0;  // thousandths
    double at(double size) const { return width * size / 1000; }
};

// A character code of a font in the PDF.
struct Code {
    std::uint16_t glyph = 0;  // in the whole font
    std::string text;         // UTF-8
    float width = 0;          // thousandths
};

class Fonts {
  public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    // The text in one line. What comes back lives as long as the fonts.
    const Shaped& shape(Face face, Figures figures, std::string_view text);
    double width(const Style& style, std::string_view text) {
        return shape(style.face, style.figures, text).at(style.size);
    }

    // Characters that no font has, in the order met: they are shown as a sign, and copied out as themselves.
    const std::vector<char32_t>& missing() const { return missing_; }

    const std::vector<Code>& codes(Face face) const { return codes_[index(face)]; }
    hb_face_t* face(Face face_of);
    static std::string_view name(Face face);

  private:
    struct Run;
    static std::size_t index(Face face) { return static_cast<std::size_t>(face); }
    hb_font_t* font(Face face);
    bool has(Face face, char32_t c);
    Face face_for(Face wanted, char32_t& c);
    std::vector<Run> runs(Face face, std::string_view text);
    void shape_run(Shaped& out, const Run& run, Figures figures);
    std::uint16_t code_for(Face face, std::uint32_t glyph, const std::string& text);

    hb_face_t* faces_[face_count] = {};
    hb_font_t* fonts_[face_count] = {};
    std::vector<Code> codes_[face_count];
    std::unordered_map<std::string, std::uint16_t> code_index_[face_count];
    std::unordered_map<std::string, Shaped> words_;
    std::vector<char32_t> missing_;
};

}  // namespace styrkedja::pdf
