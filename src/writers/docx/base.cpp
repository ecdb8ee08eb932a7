// SPDX-License-Identifier: EUPL-1.2
#include "writers/docx/base.h"

#include "assets.h"

namespace styrkedja::docx {
namespace {

// Every 23507A in our own parts stands for the municipality's colour.
std::string coloured(std::string_view part, std::string_view colour) {
    constexpr std::string_view ours = "23507A";
    std::string out(part);
    if (colour.size() != ours.size()) return out;
    for (std::size_t at = out.find(ours); at != out.npos; at = out.find(ours, at + ours.size())) {
        out.replace(at, ours.size(), colour);
    }
    return out;
}

}  // namespace

Base own_base(std::string_view colour) {
    Base base;
    base.style_part = coloured(assets::docx_word_styles_xml(), colour);
    base.numbering_part = coloured(assets::docx_word_numbering_xml(), colour);
    base.theme_part = coloured(assets::docx_word_theme_theme1_xml(), colour);
    base.font_part = assets::docx_word_fontTable_xml();
    return base;
}

}  // namespace styrkedja::docx
