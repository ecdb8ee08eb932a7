// SPDX-License-Identifier: EUPL-1.2
#include "charts/charts.h"
#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

// A footnote: its number hangs before it; a line each, so that a long one can go on at the foot of the next page.
std::shared_ptr<Footnote> make_footnote(Paper& paper, int note, ElementId element) {
    constexpr double indent = 9;
    const std::string number = std::to_string(paper.note_numbers[static_cast<std::size_t>(note)]);
    paper.tags.facts(element).id = "fotnot-" + number;
    const ElementId label = paper.tags.make("Lbl", element);
    const ElementId text = paper.tags.make("P", element);
    Style raised = look::note_black;
    raised.figures = Figures::superior;
    const Lines lines = paper.setter.set(
        spans_of(paper, paper.document.notes[static_cast<std::size_t>(note)], look::note_black, text), text_width - indent);
    const Lines mark = paper.setter.set({span(number, raised, label)}, indent);
    auto made = std::make_shared<Footnote>();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, lines.lines.size()); ++i) {
        Piece piece;
        piece.height = look::note.leading;
        if (i == 0) {
            piece.anchors.push_back({"n" + number, 0});
            put_line(paper, piece, mark, 0, text_left, base_line(look::note));
        }
        if (i < lines.lines.size()) put_line(paper, piece, lines, i, text_left + indent, base_line(look::note));
        made->lines.push_back(std::move(piece));
    }
    made->lines.back().height += 2;
    return made;
}

void add_footnote(Paper& paper, Piece& piece, const Span& from) {
    // The note is read after the paragraph that refers to it.
    ElementId block = from.element;
    while (paper.tags.parent(block) != paper.container && paper.tags.parent(block) != 0) block = paper.tags.parent(block);
    const ElementId note = paper.tags.make("Note", paper.container);
    piece.attach.push_back(block);
    piece.attach.push_back(note);
    auto made = make_footnote(paper, from.note, note);
    // A note that refers to a further one brings that with it.
    for (Piece& line : made->lines) {
        piece.footnotes.insert(piece.footnotes.end(), line.footnotes.begin(), line.footnotes.end());
        line.footnotes.clear();
    }
    piece.footnotes.insert(piece.footnotes.begin(), std::move(made));
}

}  // namespace

void put_line(Paper& paper, Piece& piece, const Lines& lines, std::size_t line, double x, double base, Side side) {
    if (line >= lines.lines.size()) return;
    const Line& from = lines.lines[line];
    if (side == Side::middle) x -= from.width / 2;
    if (side == Side::right) x -= from.width;
    for (const Word& word : from.words) {
        const Span& span = lines.spans[word.span];
        WordAt at;
        at.shaped = word.shaped;
        at.x = x + word.x;
        at.y = base;
        at.style = span.style;
        at.element = span.element;
        at.link = span.link;
        at.change = span.change;
        at.quoted = span.quoted;
        const bool line_end = &word == &from.words.back() && line + 1 < lines.lines.size();
        at.space_after = word.space_after || (line_end && !word.divided);
        piece.words.push_back(at);
        if (span.note >= 0) add_footnote(paper, piece, span);
    }
}

std::vector<Piece> paragraph(Paper& paper, const Lines& lines, const Style& style, Measure measure, Paragraphing how) {
    std::vector<Piece> pieces;
    const std::size_t count = lines.lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.height = style.leading;
        piece.before = i == 0 ? how.before : 0;
        piece.after = i + 1 == count ? how.after : 0;
        piece.keep = (i + 1 == count) ? how.keep_next : (i == 0 || i + 2 == count || how.keep_next);
        // No page ends in the middle of a word.
        if (i + 1 < count && lines.lines[i].words.back().divided) piece.keep = true;
        if (how.changed) piece.bars.push_back({measure.x - 7, 1, 1.6, style.leading - (i + 1 == count ? 2 : 0), black});
        if (how.bar > 0) piece.bars.push_back({how.bar_x, 0, how.bar, style.leading + piece.after, black});
        put_line(paper, piece, lines, i, measure.x, base_line(style));
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

void add(Paper& paper, std::vector<Piece> pieces) {
    for (Piece& each : pieces) paper.pager.add(std::move(each));
}

Picture shape_of(const Mark& mark, double side, double x, double y) {
    return {charts::draw(mark, side), x, y, artifact};
}

}  // namespace styrkedja::pdf
