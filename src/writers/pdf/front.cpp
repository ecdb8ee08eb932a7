// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/names.h"
#include "writers/pdf/finish.h"
#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

void warn(Paper& paper, std::string_view code) {
    Place place;
    place.entity = paper.document.id;
    place.field = "logo";
    paper.problems.add(code, Severity::warning, std::move(place), {});
}

// The shield, at most 15 mm high, with the municipality's name under it.
void put_shield(Paper& paper, Piece& piece) {
    constexpr double highest = 15 * mm;
    double y = 0;
    if (!paper.document.logo_svg.empty()) {
        Shield shield = read_shield(paper.document.logo_svg);
        if (!shield.complete) warn(paper, "logo_is_not_wholly_drawn");
        if (!shield.operators.empty() && shield.width > 0 && shield.height > 0) {
            const double scale = std::min(highest / shield.height, margin_column / shield.width);
            piece.emblems.push_back({std::move(shield.operators), 0, 0, scale});
            y = shield.height * scale + 4;
        }
    }
    if (paper.document.municipality_name.empty()) return;
    const ElementId name = paper.tags.make("P", paper.container);
    const Lines lines = paper.setter.set({span(paper.document.municipality_name, look::logo_name, name)}, margin_column);
    for (std::size_t i = 0; i < lines.lines.size(); ++i, y += look::logo_name.leading)
        put_line(paper, piece, lines, i, 0, y + base_line(look::logo_name));
    piece.overhang = y;
}

void line_of(Paper& paper, std::vector<Piece>& pieces, const char* tag, const std::string& text, const Style& style, double before) {
    if (text.empty()) return;
    const ElementId element = paper.tags.make(tag, paper.container);
    const Lines lines = paper.setter.set({span(text, style, element)}, text_width, {.hyphens = false, .balanced = true});
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        Piece piece;
        piece.before = i == 0 ? before : 0;
        piece.height = style.leading;
        piece.keep = true;
        put_line(paper, piece, lines, i, text_left, base_line(style));
        pieces.push_back(std::move(piece));
    }
}

// Facts about the document, down the margin column beside the lead.
Piece facts(Paper& paper) {
    Piece piece;
    piece.across = false;
    double y = 0.5;
    const ElementId list = paper.tags.make("L", paper.container);
    paper.tags.facts(list).list_numbering = "None";
    for (const auto& [label, text] : paper.document.facts) {
        const ElementId item = paper.tags.make("LI", list);
        const ElementId name = paper.tags.make("Lbl", item);
        const ElementId body = paper.tags.make("LBody", item);
        const Lines labels = paper.setter.set({span(label + " ", look::fact_label, name)}, margin_column);
        const Lines lines = paper.setter.set(spans_of(paper, text, look::fact, body), margin_column, {.least_gap = 0.5});
        for (std::size_t i = 0; i < labels.lines.size(); ++i, y += look::fact_label.leading)
            put_line(paper, piece, labels, i, 0, y + base_line(look::fact_label));
        for (std::size_t i = 0; i < lines.lines.size(); ++i, y += look::fact.leading)
            put_line(paper, piece, lines, i, 0, y + base_line(look::fact));
        y += 7;
    }
    piece.overhang = y;
    return piece;
}

}  // namespace

void write_front(Paper& paper) {
    constexpr double rule = 2.4;
    const Document& document = paper.document;
    std::vector<Piece> pieces(1);
    Piece& top = pieces.front();
    put_shield(paper, top);
    top.bars.push_back({text_left, 0, text_width, rule, paper.accent});
    top.height = rule;
    top.keep = true;
    line_of(paper, pieces, "P", document.kind, in_ink(look::kind, paper.accent_text), 8.5);
    paper.tags.attach(paper.container);
    line_of(paper, pieces, "H1", title_of(document), look::title, 20);
    pieces.back().anchors.push_back({"front", 0});
    line_of(paper, pieces, "P", document.subtitle, look::subtitle, 10);
    pieces.back().after = 25;
    const double facts_before = 25;
    // Beside the lead there is room for some facts; a longer list goes below it.
    constexpr double longest_margin = 440;
    Piece metadata = facts(paper);
    const bool below = metadata.overhang > longest_margin;
    if (below) metadata = {};
    std::vector<Piece> lead;
    if (!document.lead.empty()) {
        const ElementId element = paper.tags.make("P", paper.container);
        const Lines lines = paper.setter.set(spans_of(paper, document.lead, look::lead, element), text_width, {.least_gap = 0.3});
        lead = paragraph(paper, lines, look::lead, {}, {.before = facts_before, .after = 9});
    }
    if (lead.empty()) {
        lead.emplace_back();
        lead.front().before = facts_before;
        lead.front().height = 0.01;
    }
    Piece& first = lead.front();
    first.words.insert(first.words.begin(), metadata.words.begin(), metadata.words.end());
    first.overhang = metadata.overhang;
    first.footnotes.insert(first.footnotes.end(), metadata.footnotes.begin(), metadata.footnotes.end());
    pieces.back().keep = true;
    add(paper, std::move(pieces));
    add(paper, std::move(lead));
    if (below) write_block(paper, Facts{document.facts}, false);
    if (!has_contents_block(document)) write_contents(paper, 2);
}

}  // namespace styrkedja::pdf
