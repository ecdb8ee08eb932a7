// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "charts/charts.h"
#include "document/names.h"
#include "writers/pdf/table.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

bool is_zero(const Figure& figure) {
    return !figure.value.empty() && figure.value.find_first_not_of("-0.") == std::string::npos;
}

// Room after a figure so that its decimal comma stands under the others.
double missing_room(Paper& paper, const TableLayout& layout, std::size_t column, const std::string& shown, const Style& style) {
    if (layout.table->columns[column].align != Align::decimal || shown.find_first_of("0123456789") == std::string::npos) return 0;
    return std::max(0.0, layout.tails[column] - tail_width(paper, style, shown));
}

class CellMaker {
  public:
    CellMaker(Paper& paper, const TableLayout& layout, const TablePart& part, const Row& row, std::size_t at, ElementId element, Bands& bands)
        : paper_(paper), layout_(layout), column_index_(part.columns[at]), column_(layout.table->columns[column_index_]),
          row_(row), cell_(row.cells[column_index_]), left_(part.left[at]), right_(part.right[at]), element_(element), bands_(bands),
          style_(row_style(layout, row)), number_(column_.align != Align::left) {
        if (column_.principal) style_ = bolder(style_);
        if (row.change == Change::removed) style_.ink = grey;
    }

    void make() {
        if (cell_.mark) mark();
        if (cell_.figure) figure();
        if (cell_.completion) completion();
        if (cell_.sparkline) sparkline();
        for (const Inlines& each : cell_.paragraphs) words(spans_of(paper_, each, style_, element_, row_.change));
        if (cell_.before && !cell_.figure) old_words();
        if (!cell_.notes.empty() && !cell_.figure) hang(end_x_ + 1, line_ > 0 ? line_ - 1 : 0);
    }

  private:
    double width() const { return right_ - left_ + 0.1; }

    void words(Spans spans, double before = 0) {
        const Lines lines = paper_.setter.set(std::move(spans), width() - before, {.least_gap = 0.35});
        put_lines(paper_, bands_, line_, lines, number_ ? right_ : left_ + before, style_, number_ ? Side::right : Side::left);
        line_ += lines.lines.size();
        if (!lines.lines.empty()) end_x_ = number_ ? right_ : left_ + before + lines.lines.back().width;
    }

    void mark() {
        const double side = mark_side * layout_.scale;
        Band& band = band_at(bands_, line_, style_.leading);
        band.pictures.push_back(shape_of(*cell_.mark, side, left_, base_line(style_) - side + 1.1));
        const bool was_number = std::exchange(number_, false);
        words({changed(span(cell_.mark->label, style_, element_))}, side + 4);
        number_ = was_number;
    }

    Span changed(Span of) const {
        if (row_.change != Change::none) of.change = row_.change;
        return of;
    }

    void figure() {
        const Figure& figure = *cell_.figure;
        Style style = style_;
        if (row_.kind == RowKind::item && is_zero(figure)) style.ink = grey;
        Spans spans = {changed(span(figure.shown, style, element_))};
        if (cell_.before) {
            spans.front().change = Change::added;
            spans.push_back(span(" ", style, element_));
            Spans old = spans_of(paper_, *cell_.before, in_ink(style, grey), element_, Change::removed);
            spans.insert(spans.end(), old.begin(), old.end());
        }
        if (html::is_in_words(figure)) {
            words(std::move(spans));
            if (!cell_.notes.empty()) hang(end_x_ + 0.7, line_ - 1);
            return;
        }
        const double room = number_ ? missing_room(paper_, layout_, column_index_, figure.shown, style) : 0;
        const Lines lines = paper_.setter.set(std::move(spans), width(), {.hyphens = false});
        put_lines(paper_, bands_, line_, lines, number_ ? right_ - room : left_, style_, number_ ? Side::right : Side::left);
        if (!cell_.notes.empty()) {
            hang(number_ ? right_ - room + 0.7 : left_ + lines.width() + 0.7, line_ + lines.lines.size() - 1);
        }
        line_ += lines.lines.size();
    }

    void old_words() {
        words(spans_of(paper_, *cell_.before, in_ink(style_, grey), element_, Change::removed));
    }

    // Letters of notes hang outside the figure, so that they don't move the comma.
    void hang(double x, std::size_t line) {
        Style raised = style_;
        raised.face = Face::sans;
        raised.figures = Figures::superior;
        const Lines letters = paper_.setter.set({span(note_letters(*layout_.table, cell_.notes), raised, element_)}, 60);
        // Who listens hears a pause between the figure and the letter.
        Band& band = band_at(bands_, line, style_.leading);
        if (!band.words.empty() && band.words.back().element == element_) band.words.back().space_after = true;
        put_lines(paper_, bands_, line, letters, x, style_, Side::left);
    }

    // The number beside its bar; the bar says nothing that the number doesn't.
    void completion() {
        const double number_width = completion_number_width(paper_, style_);
        const double bar_width = 37, bar_height = 5, gap = 6;
        const double x = number_ ? right_ - number_width - gap - bar_width : left_;
        const Lines lines = paper_.setter.set({changed(span(std::to_string(*cell_.completion) + "\u00a0%", style_, element_))}, 100);
        put_lines(paper_, bands_, line_, lines, x + number_width, style_, Side::right);
        Band& band = band_at(bands_, line_, style_.leading);
        const int percent = std::clamp(*cell_.completion, 0, 100);
        band.pictures.push_back({charts::draw_completion(percent, bar_width, bar_height), x + number_width + gap,
                                 base_line(style_) - bar_height - 0.4, artifact});
        ++line_;
    }

    void sparkline() {
        Picture picture{charts::draw(*cell_.sparkline), 0, 0, paper_.tags.make("Figure", element_)};
        paper_.tags.facts(picture.element).alternative = cell_.sparkline->said.empty() ? column_.label : cell_.sparkline->said;
        picture.x = number_ ? right_ - picture.drawing.width : left_;
        picture.y = base_line(style_) + 1.5 - picture.drawing.height;
        band_at(bands_, line_, style_.leading).pictures.push_back(std::move(picture));
        ++line_;
    }

    Paper& paper_;
    const TableLayout& layout_;
    std::size_t column_index_;
    const Column& column_;
    const Row& row_;
    const Cell& cell_;
    double left_, right_;
    ElementId element_;
    Bands& bands_;
    Style style_;
    bool number_;
    std::size_t line_ = 0;
    double end_x_ = 0;
};

}  // namespace

Band& band_at(Bands& bands, std::size_t line, double height) {
    while (bands.size() <= line) bands.push_back({height, {}, {}, {}, {}, {}});
    return bands[line];
}

void put_lines(Paper& paper, Bands& bands, std::size_t first, const Lines& lines, double x, const Style& style, Side side) {
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        Piece piece;
        put_line(paper, piece, lines, i, x, base_line(style), side);
        Band& band = band_at(bands, first + i, style.leading);
        band.words.insert(band.words.end(), piece.words.begin(), piece.words.end());
        band.attach.insert(band.attach.end(), piece.attach.begin(), piece.attach.end());
        band.footnotes.insert(band.footnotes.end(), piece.footnotes.begin(), piece.footnotes.end());
    }
}

std::string note_letters(const Table& table, const std::vector<int>& notes) {
    std::string letters;
    for (const int note : notes) {
        const auto at = static_cast<std::size_t>(note);
        if (at < table.notes.size() && !table.notes[at].mark.empty()) letters += (letters.empty() ? "" : "\u2009") + table.notes[at].mark;
    }
    return letters;
}

void put_cell(Paper& paper, const TableLayout& layout, const TablePart& part, const Row& row, std::size_t at, ElementId cell, Bands& bands) {
    if (part.columns[at] < row.cells.size()) CellMaker(paper, layout, part, row, at, cell, bands).make();
}

}  // namespace styrkedja::pdf
