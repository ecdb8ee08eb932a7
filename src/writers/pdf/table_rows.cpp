// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/names.h"
#include "writers/pdf/table.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

constexpr double padding = 1.0 * mm;
constexpr double above_group = 3 * mm - padding;

bool has_content(const Cell& cell) {
    return cell.figure || cell.mark || cell.completion || cell.sparkline || !cell.paragraphs.empty() || !cell.notes.empty() || cell.before;
}

class RowMaker {
  public:
    RowMaker(Paper& paper, const TableLayout& layout, const TablePart& part, const Row& row, ElementId body, bool first)
        : paper_(paper), layout_(layout), part_(part), row_(row), body_(body), first_(first), style_(row_style(layout, row)) {
        if (row.change == Change::removed) style_.ink = grey;
    }

    std::vector<Piece> make() {
        const bool heading_only = row_.kind == RowKind::group && std::none_of(row_.cells.begin(), row_.cells.end(), has_content);
        const ElementId element = paper_.tags.make("TR", body_);
        band_at(bands_, 0, style_.leading).attach.push_back(element);
        label(element, heading_only);
        for (std::size_t i = 0; !heading_only && i < part_.columns.size(); ++i) cell(element, i);
        if (!row_.detail.empty()) detail();
        return pieces();
    }

  private:
    void label(ElementId row, bool whole_row) {
        const ElementId cell = paper_.tags.make("TH", row);
        ElementFacts& facts = paper_.tags.facts(cell);
        facts.scope = "Row";
        if (whole_row) facts.columns = static_cast<int>(part_.columns.size() + 1);
        bands_[0].attach.push_back(cell);
        double x = layout_.x + std::min(row_.indent, 3) * indent_step;
        if (row_.kind == RowKind::varav) x += indent_step;
        if (row_.kind != RowKind::group) {
            if (row_.mark) {
                const double side = mark_side * layout_.scale;
                bands_[0].pictures.push_back(shape_of(*row_.mark, side, x, base_line(style_) - side + 1.1));
            }
            x += layout_.mark_room();
        }
        Spans spans = spans_of(paper_, row_.label, style_, cell, row_.change);
        const std::string letters = note_letters(*layout_.table, row_.label_notes);
        if (!letters.empty()) {
            Style raised = style_;
            raised.figures = Figures::superior;
            spans.push_back(span(letters, raised, cell));
        }
        if (row_.mark && !row_.mark->label.empty()) spans.push_back(span("\u2002" + row_.mark->label, mark_word(), cell));
        const double end = whole_row ? layout_.x + layout_.width : layout_.x + part_.label_width;
        put_lines(paper_, bands_, 0, paper_.setter.set(std::move(spans), end - x + 0.1, {.least_gap = 0.35}), x, style_, Side::left);
    }

    Style mark_word() const {
        Style style = layout_.style(look::table);
        style.size *= 0.92;
        style.ink = grey;
        return style;
    }

    void cell(ElementId row, std::size_t at) {
        const ElementId cell = paper_.tags.make("TD", row);
        bands_[0].attach.push_back(cell);
        const std::string address = layout_.table->id + "/" + row_.id + "/" + layout_.table->columns[part_.columns[at]].id;
        if (paper_.quoted_cells.contains(address)) bands_[0].anchors.push_back({"t-" + address, 0});
        put_cell(paper_, layout_, part_, row_, at, cell, bands_);
    }

    // A comment or an analysis: grey second lines under the row, a row of its own for who listens.
    void detail() {
        main_bands_ = bands_.size();
        const Style style = layout_.style(look::comment);
        const ElementId row = paper_.tags.make("TR", body_);
        const ElementId cell = paper_.tags.make("TD", row);
        paper_.tags.facts(cell).columns = static_cast<int>(part_.columns.size() + 1);
        const double x = layout_.x + layout_.mark_room();
        const double width = std::min(layout_.width - layout_.mark_room(), 408.0);
        for (std::size_t i = 0; i < row_.detail.size(); ++i) {
            Spans spans;
            if (i == 0 && !row_.detail_label.empty()) spans.push_back(span(row_.detail_label + ": ", bolder(style), cell));
            Spans text = spans_of(paper_, row_.detail[i], style, cell, row_.change);
            spans.insert(spans.end(), text.begin(), text.end());
            const std::size_t at = bands_.size();
            put_lines(paper_, bands_, at, paper_.setter.set(std::move(spans), width), x, style, Side::left);
            if (i == 0 && at < bands_.size()) bands_[at].attach.insert(bands_[at].attach.begin(), {row, cell});
        }
    }

    double rule() const {
        if (row_.kind == RowKind::total) return 0.9;
        if (row_.kind == RowKind::subtotal) return 0.5;
        return first_ ? 0 : 0.3;
    }

    double top() const {
        const double more = row_.kind == RowKind::group && !first_ ? above_group : row_.kind == RowKind::total ? 0.8 : 0;
        return rule() + padding + more;
    }

    std::vector<Piece> pieces() {
        constexpr double above_detail = 0.4;
        double height = top() + padding;
        for (const Band& each : bands_) height += each.height;
        const bool tall = height > (layout_.turned ? turned_sheet : upright_sheet).live_height() * 0.5;
        std::vector<Piece> list(1);
        Piece& first = list.front();
        first.height = top();
        if (rule() > 0) first.bars.push_back({layout_.x, 0, layout_.width, rule(), rule() > 0.4 ? black : hair});
        for (std::size_t i = 0; i < bands_.size(); ++i) {
            if (tall && i > 0) list.emplace_back();
            if (main_bands_ > 0 && i == main_bands_) list.back().height += above_detail;
            take(list.back(), bands_[i]);
        }
        list.back().height += padding;
        for (std::size_t i = 0; i + 1 < list.size(); ++i) list[i].keep = i == 0 || i + 2 == list.size();
        if (row_.change != Change::none || changed_cells()) {
            for (Piece& each : list) each.bars.push_back({layout_.x - 7, 2, 1.6, each.height - 3, black});
        }
        return list;
    }

    bool changed_cells() const {
        return has_changes(row_.label) || std::any_of(row_.cells.begin(), row_.cells.end(), [](const Cell& cell) { return cell.before.has_value(); });
    }

    void take(Piece& piece, Band& band) {
        const double y = piece.height;
        for (WordAt& word : band.words) {
            word.y += y;
            piece.words.push_back(word);
        }
        for (Picture& picture : band.pictures) {
            picture.y += y;
            piece.pictures.push_back(std::move(picture));
        }
        piece.anchors.insert(piece.anchors.end(), band.anchors.begin(), band.anchors.end());
        piece.attach.insert(piece.attach.end(), band.attach.begin(), band.attach.end());
        piece.footnotes.insert(piece.footnotes.end(), band.footnotes.begin(), band.footnotes.end());
        piece.height += band.height;
    }

    Paper& paper_;
    const TableLayout& layout_;
    const TablePart& part_;
    const Row& row_;
    ElementId body_;
    bool first_;
    Style style_;
    Bands bands_;
    std::size_t main_bands_ = 0;
};

}  // namespace

std::vector<Piece> table_row(Paper& paper, const TableLayout& layout, const TablePart& part, const Row& row, ElementId body, bool first) {
    return RowMaker(paper, layout, part, row, body, first).make();
}

}  // namespace styrkedja::pdf
