// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/fonts.h"

#include <hb-ot.h>

#include <algorithm>

#include "assets.h"
#include "base/utf8.h"

namespace styrkedja::pdf {

namespace {

constexpr char32_t missing_sign = 0x25A1;  // an empty box

std::string_view bytes_of(Face face) {
    switch (face) {
        case Face::serif: return assets::fonts_print_SourceSerif4_Regular_ttf();
        case Face::serif_semibold: return assets::fonts_print_SourceSerif4_Semibold_ttf();
        case Face::serif_italic: return assets::fonts_print_SourceSerif4_It_ttf();
        case Face::display: return assets::fonts_print_SourceSerif4Display_Semibold_ttf();
        case Face::sans: return assets::fonts_print_SourceSans3_Regular_ttf();
        case Face::sans_semibold: return assets::fonts_print_SourceSans3_Semibold_ttf();
    }
    return {};
}

// What steers direction or form and has no look of its own.
bool is_invisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
}

bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

std::vector<hb_feature_t> features_of(Figures figures) {
    const auto on = [](const char* tag) {
        return hb_feature_t{hb_tag_from_string(tag, 4), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    };
    switch (figures) {
        case Figures::lining: return {on("lnum"), on("pnum")};
        case Figures::old_style: return {on("onum"), on("pnum")};
        case Figures::tabular: return {on("lnum"), on("tnum")};
        case Figures::superior: return {on("sups")};
    }
    return {};
}

}  // namespace

// Characters of one font, with the text that each of them stands for.
struct Fonts::Run {
    Face face = Face::serif;
    std::vector<std::uint32_t> characters;
    std::vector<std::string> texts;
};

Fonts::Fonts() {
    for (auto& codes : codes_) codes.push_back({});  // code 0 is never used
}

Fonts::~Fonts() {
    for (hb_font_t* each : fonts_) hb_font_destroy(each);
    for (hb_face_t* each : faces_) hb_face_destroy(each);
}

std::string_view Fonts::name(Face face) {
    static constexpr std::string_view names[] = {
        "SourceSerif4-Regular", "SourceSerif4-Semibold", "SourceSerif4-It", "SourceSerif4Display-Semibold",
        "SourceSans3-Regular",  "SourceSans3-Semibold"};
    return names[index(face)];
}

hb_face_t* Fonts::face(Face face_of) {
    hb_face_t*& made = faces_[index(face_of)];
    if (!made) {
        const std::string_view bytes = bytes_of(face_of);
        hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY,
                                         nullptr, nullptr);
        made = hb_face_create(blob, 0);
        hb_blob_destroy(blob);
    }
    return made;
}

hb_font_t* Fonts::font(Face face_of) {
    hb_font_t*& made = fonts_[index(face_of)];
    if (!made) {
        made = hb_font_create(face(face_of));
        hb_font_set_scale(made, 1000, 1000);
    }
    return made;
}

bool Fonts::has(Face face, char32_t c) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font(face), c, &glyph) != 0;
}

// The font that shows the character: the wanted one, else its companion in the other style, else a sign takes its place.
Face Fonts::face_for(Face wanted, char32_t& c) {
    if (!is_control(c) && has(wanted, c)) return wanted;
    const bool bold = wanted == Face::serif_semibold || wanted == Face::display || wanted == Face::sans_semibold;
    const Face other = wanted == Face::sans || wanted == Face::sans_semibold
                           ? (bold ? Face::serif_semibold : Face::serif)
                           : (bold ? Face::sans_semibold : Face::sans);
    if (!is_control(c) && has(other, c)) return other;
    if (std::find(missing_.begin(), missing_.end(), c) == missing_.end()) missing_.push_back(c);
    c = missing_sign;
    if (has(wanted, c)) return wanted;
    if (has(other, c)) return other;
    c = '?';
    return wanted;
}

std::vector<Fonts::Run> Fonts::runs(Face face, std::string_view text) {
    std::vector<Run> list;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t original = next_character(text, at);
        if (is_invisible(original)) continue;
        // A soft hyphen is seen here only where a line ends with it.
        char32_t shown = original == 0xAD ? U'-' : original;
        const Face has_it = face_for(face, shown);
        if (list.empty() || list.back().face != has_it) list.push_back({has_it, {}, {}});
        std::string stands_for;
        append_character(stands_for, is_control(original) || is_private(original) ? replacement_character : original);
        list.back().characters.push_back(shown);
        list.back().texts.push_back(std::move(stands_for));
    }
    return list;
}

std::uint16_t Fonts::code_for(Face face, std::uint32_t glyph, const std::string& text) {
    std::string key = std::to_string(glyph) + ":" + text;
    auto& codes = codes_[index(face)];
    const auto [found, is_new] = code_index_[index(face)].try_emplace(key, static_cast<std::uint16_t>(codes.size()));
    if (is_new) {
        codes.push_back({static_cast<std::uint16_t>(glyph), text,
                         static_cast<float>(hb_font_get_glyph_h_advance(font(face), glyph))});
    }
    return found->second;
}

void Fonts::shape_run(Shaped& out, const Run& run, Figures figures) {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf32(buffer, run.characters.data(), static_cast<int>(run.characters.size()), 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string("sv", 2));
    const auto features = features_of(figures);
    hb_shape(font(run.face), buffer, features.data(), static_cast<unsigned>(features.size()));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, nullptr);
    for (unsigned i = 0; i < count; ++i) {
        // A glyph stands for the characters from its own to the next glyph's; the second glyph of one says nothing more.
        const std::size_t end = i + 1 < count ? infos[i + 1].cluster : run.texts.size();
        std::string text;
        for (std::size_t c = infos[i].cluster; c < end; ++c) text += run.texts[c];
        if (text.empty()) text = "\u200b";
        out.glyphs.push_back({run.face, code_for(run.face, infos[i].codepoint, text),
                              static_cast<float>(places[i].x_advance), static_cast<float>(places[i].x_offset),
                              static_cast<float>(places[i].y_offset)});
        out.width += places[i].x_advance;
    }
    hb_buffer_destroy(buffer);
}

const Shaped& Fonts::shape(Face face, Figures figures, std::string_view text) {
    std::string key;
    key += static_cast<char>('a' + static_cast<int>(face));
    key += static_cast<char>('a' + static_cast<int>(figures));
    key += text;
    const auto [found, is_new] = words_.try_emplace(std::move(key));
    if (is_new) {
        for (const Run& run : runs(face, text)) shape_run(found->second, run, figures);
    }
    return found->second;
}

}  // namespace styrkedja::pdf
