// SPDX-License-Identifier: EUPL-1.2
#include "writers/docx/docx.h"

#include <algorithm>

#include "writers/docx/paper.h"
#include "writers/html/colour.h"

namespace styrkedja {

using namespace document;

namespace docx {
namespace {

// What must be known before the first word: where the contents go, and what links can lead to.
class Surveyor {
  public:
    explicit Surveyor(Paper& paper) : paper_(paper) {}

    void sections(const std::vector<Section>& list) {
        for (const Section& section : list) {
            for (const Block& block : section.blocks) look(block);
            sections(section.sections);
        }
    }
    void rows() {
        for (const std::size_t index : paper_.printed_tables) add_rows(index);
        for (const std::size_t index : with_charts_) add_rows(index);
    }

  private:
    void look(const Block& block) {
        if (const auto* table = std::get_if<TableBlock>(&block)) paper_.printed_tables.insert(table->table);
        if (const auto* chart = std::get_if<ChartBlock>(&block)) {
            const auto& charts = paper_.document.charts;
            if (chart->chart < charts.size() && charts[chart->chart].table) with_charts_.insert(*charts[chart->chart].table);
        }
        paper_.has_contents = paper_.has_contents || std::holds_alternative<Contents>(block);
    }
    void add_rows(std::size_t index) {
        if (index >= paper_.document.tables.size()) return;
        const Table& table = paper_.document.tables[index];
        for (const Row& row : table.rows) paper_.printed_rows.insert(table.id + "/" + row.id);
    }

    Paper& paper_;
    std::set<std::size_t> with_charts_;
};

// The municipality's colour without #, dark enough for words on white; nothing when it has none.
std::string ink_of(const Document& document) {
    constexpr int readable = 45;
    const auto colour = html::Colour::parse(document.colour);
    if (!colour) return {};
    std::string ink = colour->readable_on_white(readable).str().substr(1);
    std::transform(ink.begin(), ink.end(), ink.begin(), [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return ink;
}

}  // namespace

Paper::Paper(const Document& document_of, const DocumentWords& words_of, Base base_of)
    : document(document_of), words(words_of), base(std::move(base_of)), note_ids(document_of.notes.size()) {
    Surveyor surveyor(*this);
    surveyor.sections(document.sections);
    surveyor.rows();
    body.xml.reserve(std::size_t{1} << 20U);
}

void Paper::warn(std::string_view code, std::string field,
                 std::vector<std::pair<std::string_view, std::string>> args) {
    Place place;
    place.entity = "documents/" + document.id;
    place.field = std::move(field);
    problems.add(code, Severity::warning, std::move(place), std::move(args));
}

void Paper::tell_replaced(std::string_view field) {
    const std::size_t now = body.xml.replaced() + notes.xml.replaced();
    if (now > replaced) warn("character_is_replaced", std::string(field), {{"count", std::to_string(now - replaced)}});
    replaced = now;
}

}  // namespace docx

Docx write_docx(const Document& document, const std::optional<DocxTemplate>& own) {
    using namespace docx;
    Docx made;
    const std::string ink = ink_of(document);
    std::optional<Base> base;
    if (own) {
        base = their_base(*own, ink, "documents/" + document.id, made.problems);
        if (!base) return made;
    } else {
        base = own_base(ink);
    }
    Paper paper(document, swedish_document_words, std::move(*base));
    write_front(paper);
    write_sections(paper, document.sections);
    if (paper.section_slot == 0) {  // a document ends in a paragraph
        open_paragraph(paper, Style::source);
        close_paragraph(paper);
    }
    write_section_end(paper, true);
    made.bytes = pack(paper);
    made.problems.append(paper.problems);
    return made;
}

}  // namespace styrkedja
