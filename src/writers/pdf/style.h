// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

// The look of paper, all measures in points (1/72 inch) unless they say mm: one place for all that a typographer may want
// to change. The rules are those of the house's printed documents: serif for text, sans for tables and the margin.
namespace styrkedja::pdf {

constexpr double mm = 72.0 / 25.4;

enum class Face : std::uint8_t { serif, serif_semibold, serif_italic, display, sans, sans_semibold };
constexpr std::size_t face_count = 6;

enum class Figures : std::uint8_t { lining, old_style, tabular, superior };

struct Ink {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Ink&, const Ink&) = default;
};

constexpr Ink black{0x1a, 0x1a, 0x1a};
constexpr Ink grey{0x59, 0x59, 0x59};
constexpr Ink rule_grey{0x8a, 0x8a, 0x8a};
constexpr Ink hair{0xcd, 0xcd, 0xcd};

struct Style {
    Face face = Face::serif;
    double size = 10.2;
    double leading = 14;
    Figures figures = Figures::old_style;
    Ink ink = black;
    friend bool operator==(const Style&, const Style&) = default;
};

// Paper: A4 upright, and turned for wide tables.
struct Sheet {
    double width, height;
    double top, right, bottom, left;  // margins
    double head_line, foot_line;      // base lines of the page's head and foot, from the top
    constexpr double live_width() const { return width - left - right; }
    constexpr double live_height() const { return height - top - bottom; }
};
constexpr Sheet upright_sheet{210 * mm, 297 * mm, 28 * mm, 20 * mm, 25 * mm, 25 * mm, 17.8 * mm, 282.6 * mm};
constexpr Sheet turned_sheet{297 * mm, 210 * mm, 22 * mm, 20 * mm, 20 * mm, 22 * mm, 11.8 * mm, 200.2 * mm};
constexpr double turned_live = turned_sheet.live_width();
constexpr double margin_column = 36 * mm;
constexpr double text_left = 41 * mm;
constexpr double text_width = 124 * mm;

namespace look {

constexpr Style title{Face::display, 27, 31, Figures::lining, black};
constexpr Style kind{Face::sans_semibold, 9.5, 12, Figures::lining, black};
constexpr Style subtitle{Face::serif, 12, 16, Figures::lining, grey};
constexpr Style chapter{Face::display, 19, 23, Figures::lining, black};
constexpr Style section{Face::serif_semibold, 13.4, 17, Figures::lining, black};
constexpr Style goal{Face::serif_semibold, 11, 14, Figures::lining, black};
constexpr Style minor{Face::sans_semibold, 9.5, 12.6, Figures::lining, black};
constexpr Style lead{Face::serif, 12, 16.5, Figures::old_style, black};
constexpr Style body{Face::serif, 10.2, 14, Figures::old_style, black};
constexpr Style table{Face::sans, 8.6, 11.2, Figures::tabular, black};
constexpr Style table_head{Face::sans, 7.9, 9.6, Figures::tabular, grey};
constexpr Style comment{Face::sans, 8.1, 10.4, Figures::tabular, grey};
constexpr Style caption{Face::sans_semibold, 9.2, 12, Figures::tabular, black};
constexpr Style caption_grey{Face::sans, 9.2, 12, Figures::tabular, grey};
constexpr Style note{Face::sans, 7.8, 10, Figures::lining, grey};
constexpr Style note_black{Face::sans, 7.8, 10, Figures::lining, black};
constexpr Style level{Face::sans, 7.8, 10, Figures::lining, grey};
constexpr Style rating{Face::sans_semibold, 8.8, 11, Figures::lining, black};
constexpr Style logo_name{Face::sans_semibold, 9, 11, Figures::lining, black};
constexpr Style fact_label{Face::sans, 7.8, 10, Figures::lining, grey};
constexpr Style fact{Face::sans, 8.6, 11, Figures::lining, black};
constexpr Style facts_label{Face::sans, 9, 12.2, Figures::lining, grey};
constexpr Style facts{Face::sans, 9, 12.2, Figures::lining, black};
constexpr Style contents{Face::sans, 9.2, 13, Figures::tabular, black};
constexpr Style page_line{Face::sans, 7.8, 10, Figures::lining, grey};
constexpr Style page_number{Face::sans_semibold, 7.8, 10, Figures::lining, black};

}  // namespace look

// The base line of a line of text, from the line's top.
constexpr double base_line(const Style& style) { return style.leading / 2 + 0.353 * style.size; }

constexpr Style bolder(Style style) {
    if (style.face == Face::serif || style.face == Face::serif_italic) style.face = Face::serif_semibold;
    if (style.face == Face::sans) style.face = Face::sans_semibold;
    return style;
}
constexpr Style in_ink(Style style, Ink ink) {
    style.ink = ink;
    return style;
}
constexpr Style scaled(Style style, double by) {
    style.size *= by;
    style.leading *= by;
    return style;
}

}  // namespace styrkedja::pdf
