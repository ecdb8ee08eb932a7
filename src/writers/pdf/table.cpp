// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/table.h"

#include <algorithm>

namespace styrkedja::pdf {

using namespace document;

namespace {

constexpr double above_table = 11;
constexpr double below_table = 13.3;

void tell(Paper& paper, const Table& table, std::string_view code, std::vector<std::pair<std::string_view, std::string>> args = {}) {
    Place place;
    place.entity = paper.document.id;
    place.field = table.id;
    args.insert(args.begin(), {"table", table.caption.empty() ? table.id : table.caption});
    paper.problems.add(code, Severity::warning, std::move(place), std::move(args));
}

// Notes under the table: their letters hang, an avstämning is black and says so.
std::vector<Piece> notes(Paper& paper, const TableLayout& layout) {
    constexpr double hang = 7.4, longest_line = 425;
    std::vector<Piece> pieces;
    for (const TableNote& note : layout.table->notes) {
        const ElementId element = paper.tags.make("Note", paper.container);
        paper.tags.facts(element).id = "not-" + std::to_string(++paper.table_notes);
        const Style style = note.avstamning ? look::note_black : look::note;
        const double indent = note.mark.empty() ? 0 : hang;
        Spans spans;
        if (note.avstamning) spans.push_back(span(std::string(paper.words.reconciliation) + " ", bolder(style), element));
        Spans text = spans_of(paper, note.text, style, element);
        spans.insert(spans.end(), text.begin(), text.end());
        const double width = std::min(layout.width, longest_line) - indent;
        auto lines = paragraph(paper, paper.setter.set(std::move(spans), width), style, {layout.x + indent, width},
                               {.before = pieces.empty() ? 4.6 : 1.2});
        if (!lines.empty() && !note.mark.empty()) {
            Piece letter;
            Style raised = style;
            raised.figures = Figures::superior;
            put_line(paper, letter, paper.setter.set({span(note.mark + " ", raised, element)}, 60), 0, layout.x, base_line(style));
            if (!letter.words.empty()) letter.words.back().space_after = true;
            lines.front().words.insert(lines.front().words.begin(), letter.words.begin(), letter.words.end());
        }
        for (Piece& each : lines) pieces.push_back(std::move(each));
    }
    return pieces;
}

// A group of few rows is not broken: where its last row is, else where it begins.
std::size_t small_group_end(const Table& table, std::size_t first) {
    constexpr std::size_t most = 6;
    if (table.rows[first].kind != RowKind::group) return first;
    std::size_t end = first + 1;
    while (end < table.rows.size() && table.rows[end].kind != RowKind::group && table.rows[end].kind != RowKind::total) ++end;
    return end - first <= most ? end - 1 : first;
}

// The first two rows, and the last three with what follows, stay together; a group's heading and its first row; a total is
// never alone. Pieces are a row's parts; `ends` says where rows end.
void keep_together(std::vector<Piece>& pieces, const std::vector<std::size_t>& ends, const Table& table) {
    const std::size_t rows = ends.size();
    const auto keep = [&](std::size_t row) {
        if (row < rows && ends[row] > 0) pieces[ends[row] - 1].keep = true;
    };
    if (rows > 1) keep(0);
    for (std::size_t i = 0; i + 1 < rows; ++i) {
        const RowKind next = table.rows[i + 1].kind;
        const bool sums = next == RowKind::total || next == RowKind::subtotal;
        if (table.rows[i].kind == RowKind::group || sums || i + 3 >= rows) keep(i);
        for (std::size_t row = i; row < small_group_end(table, i); ++row) keep(row);
    }
}

double height_of(const std::vector<Piece>& pieces) {
    double height = 0;
    for (const Piece& each : pieces) height += each.before + each.height;
    return height;
}

class TableWriter {
  public:
    TableWriter(Paper& paper, const TableLayout& layout) : paper_(paper), layout_(layout), table_(*layout.table) {}

    void write(const TablePart& part, bool first_part, bool last_part, bool first_time) {
        const ElementId element = paper_.tags.make("Table", paper_.container);
        std::vector<Piece> head = table_head(paper_, layout_, part, element, false);
        auto repeated = std::make_shared<TableHead>();
        repeated->pieces = table_head(paper_, layout_, part, artifact, true);
        repeated->x = layout_.x;
        repeated->width = layout_.width;
        std::vector<std::size_t> ends;
        std::vector<Piece> rows = make_rows(part, element, ends);
        keep_together(rows, ends, table_);
        end(rows);
        std::vector<Piece> below = last_part ? notes(paper_, layout_) : std::vector<Piece>{};
        const double half = (layout_.turned ? turned_sheet : upright_sheet).live_height() * 0.52;
        const bool whole = height_of(head) + height_of(rows) + height_of(below) <= half;
        if (!rows.empty() && !below.empty()) rows.back().keep = true;
        for (Piece& each : head) each.keep = true;
        for (Piece& each : rows) {
            each.head = repeated;
            if (whole && &each != &rows.back()) each.keep = true;
        }
        for (std::size_t i = 0; i + 1 < below.size(); ++i) below[i].keep = true;
        head.front().before = above_table;
        if (first_part && first_time) head.front().anchors.push_back({"t-" + table_.id, 0});
        std::vector<Piece>& last = below.empty() ? (rows.empty() ? head : rows) : below;
        last.back().after = below_table;
        last.back().keep = false;
        for (auto* each : {&head, &rows, &below}) send(*each);
    }

  private:
    std::vector<Piece> make_rows(const TablePart& part, ElementId element, std::vector<std::size_t>& ends) {
        std::vector<Piece> rows;
        const ElementId body = paper_.tags.make("TBody", element);
        for (const Row& row : table_.rows) {
            auto pieces = table_row(paper_, layout_, part, row, body, rows.empty());
            if (pieces.size() > 1) {
                Place place;
                place.entity = paper_.document.id;
                place.field = table_.id + "/" + row.id;
                paper_.problems.add("row_is_broken_over_pages", Severity::warning, std::move(place),
                                    {{"table", table_.caption.empty() ? table_.id : table_.caption}, {"row", row.id}});
            }
            for (Piece& each : pieces) rows.push_back(std::move(each));
            ends.push_back(rows.size());
        }
        return rows;
    }

    void end(std::vector<Piece>& rows) {
        if (rows.empty()) return;
        rows.back().bars.push_back({layout_.x, rows.back().height, layout_.width, 0.9, black});
        rows.back().height += 0.9;
    }

    void send(std::vector<Piece>& pieces) {
        for (Piece& each : pieces) {
            each.across = layout_.x == 0;
            each.turned = layout_.turned;
            paper_.pager.add(std::move(each));
        }
    }

    Paper& paper_;
    const TableLayout& layout_;
    const Table& table_;
};

}  // namespace

void write_table(Paper& paper, std::size_t index) {
    const Table& table = paper.document.tables[index];
    const bool first_time = !paper.written_tables[index];
    paper.written_tables[index] = true;
    const TableLayout layout = plan(paper, table);
    if (layout.turned && !table.wide && table.columns.size() <= 10) tell(paper, table, "table_is_turned");
    if (layout.parts.size() > 1)
        tell(paper, table, "table_is_parted_by_columns", {{"columns", std::to_string(table.columns.size())}, {"parts", std::to_string(layout.parts.size())}});
    TableWriter writer(paper, layout);
    for (std::size_t i = 0; i < layout.parts.size(); ++i)
        writer.write(layout.parts[i], i == 0, i + 1 == layout.parts.size(), first_time);
}

}  // namespace styrkedja::pdf
