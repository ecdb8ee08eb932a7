// SPDX-License-Identifier: EUPL-1.2
#include <hb-ot.h>
#include <hb-subset.h>

#include <cmath>

#include "writers/pdf/finish.h"

namespace styrkedja::pdf {

namespace {

// The font with only the glyphs that are used; they keep their numbers.
std::string subset(hb_face_t* face, const std::vector<Code>& codes) {
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    if (!input) return {};
    hb_set_t* glyphs = hb_subset_input_glyph_set(input);
    for (const Code& code : codes) hb_set_add(glyphs, code.glyph);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "DSIG", "STAT", "BASE", "meta", "name", "cmap", "OS/2", "post"})
        hb_set_add(dropped, hb_tag_from_string(tag, 4));
    hb_face_t* small = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    if (!small) return {};
    hb_blob_t* blob = hb_face_reference_blob(small);
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob, &length);
    std::string font(bytes, length);
    hb_blob_destroy(blob);
    hb_face_destroy(small);
    return font;
}

std::string to_unicode(const std::vector<Code>& codes) {
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)"
        "/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\n"
        "endcodespacerange\n";
    constexpr std::size_t most = 100;
    for (std::size_t first = 1; first < codes.size(); first += most) {
        const std::size_t end = std::min(codes.size(), first + most);
        map += std::to_string(end - first) + " beginbfchar\n";
        for (std::size_t i = first; i < end; ++i) {
            const char code[2] = {static_cast<char>(i >> 8), static_cast<char>(i & 0xFF)};
            map += hex({code, 2}) + hex(utf16(codes[i].text)) + "\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string widths(const std::vector<Code>& codes) {
    std::string list = "[1[";
    for (std::size_t i = 1; i < codes.size(); ++i) list += num(codes[i].width) + " ";
    return list + "]]";
}

std::string glyph_numbers(const std::vector<Code>& codes) {
    std::string map;
    for (const Code& code : codes) {
        map += static_cast<char>(code.glyph >> 8);
        map += static_cast<char>(code.glyph & 0xFF);
    }
    return map;
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag, int otherwise) {
    hb_position_t value = 0;
    return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

std::string descriptor(hb_face_t* face, const std::string& name, bool serif, bool italic, bool bold, std::uint32_t file) {
    hb_font_t* font = hb_font_create(face);
    hb_font_set_scale(font, 1000, 1000);
    const int flags = 4 | (serif ? 2 : 0) | (italic ? 64 : 0);
    const std::string text =
        "<</Type/FontDescriptor/FontName/" + name + "/Flags " + std::to_string(flags) + "/FontBBox[-500 -400 2000 1100]" +
        "/ItalicAngle " + (italic ? "-12" : "0") + "/Ascent " +
        std::to_string(metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 1000)) + "/Descent " +
        std::to_string(metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -300)) + "/CapHeight " +
        std::to_string(metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 660)) + "/StemV " + (bold ? "120" : "80") +
        "/FontFile2 " + ref(file) + ">>";
    hb_font_destroy(font);
    return text;
}

std::uint32_t write_font(File& file, Fonts& fonts, Face face) {
    const auto& codes = fonts.codes(face);
    const int number = static_cast<int>(face);
    const std::string name = std::string("STYRK") + static_cast<char>('A' + number) + "+" + std::string(Fonts::name(face));
    const std::uint32_t font = file.reserve(), inner = file.reserve(), about = file.reserve(), bytes = file.reserve(),
                        unicode = file.reserve(), glyphs = file.reserve();
    const std::string program = subset(fonts.face(face), codes);
    file.stream(bytes, "/Length1 " + std::to_string(program.size()), program);
    file.stream(unicode, "", to_unicode(codes));
    file.stream(glyphs, "", glyph_numbers(codes));
    const bool bold = face == Face::serif_semibold || face == Face::display || face == Face::sans_semibold;
    const bool serif = face != Face::sans && face != Face::sans_semibold;
    file.object(about, descriptor(fonts.face(face), name, serif, face == Face::serif_italic, bold, bytes));
    file.object(inner, "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
                           "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " + ref(about) +
                           "/DW 500/W" + widths(codes) + "/CIDToGIDMap " + ref(glyphs) + ">>");
    file.object(font, "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + ref(inner) +
                          "]/ToUnicode " + ref(unicode) + ">>");
    return font;
}

}  // namespace

void write_fonts(File& file, Fonts& fonts, std::uint32_t object) {
    std::string list = "<<";
    for (std::size_t i = 0; i < face_count; ++i) {
        const auto face = static_cast<Face>(i);
        if (fonts.codes(face).size() <= 1) continue;
        list += "/F" + std::to_string(i) + " " + ref(write_font(file, fonts, face));
    }
    file.object(object, "<</Font" + list + ">>/ProcSet[/PDF/Text]>>");
}

}  // namespace styrkedja::pdf
