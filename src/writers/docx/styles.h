// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

// The styles that the text is written with. Each has an id in our template and a name; in a municipality's template
// the same name may stand under another id ("heading 1" is Rubrik1 in a Swedish Word).
namespace styrkedja::docx {

enum class Style : std::uint8_t {
    body, lead, title, kind, subtitle, heading1, heading2, heading3, heading4, heading5, heading6, goal1, goal2, goal3,
    margin, level, assessment, rule, decision, list, numbered_list, list_continued, statement, signature, caption,
    chart, table_note, reconciliation, source, cell, cell_number, cell_decimal, cell_comment, table_head, subtotal,
    total, varav, group, header, footer, contents1, contents2, footnote_text, footnote_reference, hyperlink, strong,
    emphasis, semibold, grey, chapter_number, note_letter, quote, table, facts, count
};

inline constexpr std::size_t style_count = static_cast<std::size_t>(Style::count);

// Id in assets/docx/word/styles.xml.
inline constexpr std::array<std::string_view, style_count> own_style_ids = {
    "SKBrodtext", "SKIngress", "SKTitel", "SKDokumentslag", "SKUndertitel", "Heading1", "Heading2", "Heading3",
    "Heading4", "Heading5", "Heading6", "SKMal1", "SKMal2", "SKMal3", "SKMarginal", "SKNiva", "SKBedomning",
    "SKRegelforslag", "SKBeslutspunkt", "SKLista", "SKNumreradlista", "SKListafortsatt", "SKUttalande",
    "SKUnderskrift", "SKTabelltitel", "SKDiagram", "SKTabellnot", "SKAvstamning", "SKKalla", "SKCell", "SKCelltal",
    "SKCelldecimal", "SKCellkommentar", "SKTabellhuvud", "SKDelsumma", "SKSumma", "SKVarav", "SKGrupprad",
    "SKSidhuvud", "SKSidfot", "TOC1", "TOC2", "FootnoteText", "FootnoteReference", "Hyperlink", "Strong", "Emphasis",
    "SKHalvfet", "SKGra", "SKKapitelnummer", "SKNotbokstav", "SKCiteradsiffra", "SKTabell", "SKUppgifter"};

// Style → the id that it has in the document being written.
class StyleIds {
  public:
    StyleIds() {
        for (std::size_t i = 0; i < style_count; ++i) ids_[i] = own_style_ids[i];
    }
    const std::string& operator[](Style style) const { return ids_[static_cast<std::size_t>(style)]; }
    // What our ids are called elsewhere, for those that are called otherwise.
    void rename(const std::map<std::string, std::string>& names) {
        for (std::string& id : ids_) {
            if (const auto found = names.find(id); found != names.end()) id = found->second;
        }
    }

  private:
    std::array<std::string, style_count> ids_;
};

}  // namespace styrkedja::docx
