// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/pdf/table.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

bool is_number(const Column& column) { return column.align != Align::left; }

Spans heading_spans(const Table& table, std::size_t at, const Style& style, ElementId element) {
    const Column& column = table.columns[at];
    Spans spans;
    if (!column.label.empty()) spans.push_back(span(column.label, style, element));
    if (column.unit.empty() || says_unit(table, at)) return spans;
    if (!spans.empty()) spans.back().breaks = true;
    spans.push_back(span(column.unit, style, element));
    return spans;
}

std::string unit_and_sign(const Table& table) {
    const bool named = !table.caption.empty() || table.number > 0;
    const bool said = !named && std::any_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
        return says_word(column.label, table.unit);
    });
    std::string text = said ? "" : table.unit;
    if (!text.empty() && !table.sign_rule.empty()) text += "; ";
    return text + table.sign_rule;
}

Spans caption_spans(Paper& paper, const Table& table, ElementId element, bool again) {
    Spans spans;
    if (table.number > 0)
        spans.push_back(span(std::string(paper.words.table) + "\u00a0" + std::to_string(table.number) + "\u2002", look::caption_grey, element));
    if (!table.caption.empty()) spans.push_back(span(table.caption + " ", look::caption, element));
    if (again) spans.push_back(span(std::string(paper.words.continued) + " ", look::caption_grey, element));
    const std::string unit = unit_and_sign(table);
    if (!unit.empty()) spans.push_back(span(unit, look::caption_grey, element));
    return spans;
}

class Head {
  public:
    Head(Paper& paper, const TableLayout& layout, const TablePart& part, ElementId table, bool again)
        : paper_(paper), layout_(layout), table_(*layout.table), part_(part), element_(table), again_(again),
          style_(layout.style(look::table_head)) {}

    std::vector<Piece> make() {
        caption();
        head();
        return std::move(pieces_);
    }

  private:
    ElementId tag(const char* type, ElementId parent) {
        return again_ ? artifact : paper_.tags.make(type, parent);
    }

    void caption() {
        const ElementId element = tag("Caption", element_);
        const Lines lines = paper_.setter.set(caption_spans(paper_, table_, element, again_), layout_.width, {.hyphens = false});
        for (std::size_t i = 0; i < lines.lines.size(); ++i) {
            Piece piece;
            piece.height = look::caption.leading + (i + 1 == lines.lines.size() ? 4.6 : 0);
            put_line(paper_, piece, lines, i, layout_.x, base_line(look::caption));
            pieces_.push_back(std::move(piece));
        }
    }

    bool has_groups() const {
        return std::any_of(part_.columns.begin(), part_.columns.end(), [&](std::size_t i) { return !table_.columns[i].group.empty(); });
    }

    // The places in the part from `first` whose columns stand under one group heading.
    std::size_t group_end(std::size_t first) const {
        std::size_t end = first + 1;
        const auto& group = table_.columns[part_.columns[first]].group;
        while (end < part_.columns.size() && table_.columns[part_.columns[end]].group == group && part_.columns[end] == part_.columns[end - 1] + 1) ++end;
        return end;
    }

    ElementId heading(ElementId row, bool filled, int columns, int rows) {
        const ElementId cell = tag(filled ? "TH" : "TD", row);
        if (again_) return cell;
        ElementFacts& facts = paper_.tags.facts(cell);
        if (filled) facts.scope = "Column";
        facts.columns = columns;
        facts.rows = rows;
        head_.attach.push_back(cell);
        return cell;
    }

    // A heading over one column, its lines standing on the head's last base line.
    struct Standing {
        Lines lines;
        double x;
        Side side;
    };

    void column_heading(std::size_t at, ElementId row, int rows) {
        const std::size_t column = part_.columns[at];
        const Spans probe = heading_spans(table_, column, style_, artifact);
        const ElementId cell = heading(row, !probe.empty(), 1, rows);
        const double width = part_.right[at] - part_.left[at] + 0.1;
        const bool number = is_number(table_.columns[column]);
        standing_.push_back({paper_.setter.set(heading_spans(table_, column, style_, cell), width, {.least_gap = 0.6}),
                             number ? part_.right[at] : part_.left[at], number ? Side::right : Side::left});
    }

    void stub(ElementId row, int rows) {
        const ElementId cell = heading(row, !table_.stub.empty(), 1, rows);
        Spans spans;
        if (!table_.stub.empty()) spans.push_back(span(table_.stub, style_, cell));
        standing_.push_back({paper_.setter.set(spans, part_.label_width - layout_.mark_room()), layout_.x + layout_.mark_room(), Side::left});
    }

    void group_row(ElementId row) {
        stub(row, 2);
        Style bold = bolder(style_);
        bold.ink = black;
        for (std::size_t i = 0; i < part_.columns.size();) {
            const std::string& group = table_.columns[part_.columns[i]].group;
            if (group.empty()) {
                column_heading(i, row, 2);
                ++i;
                continue;
            }
            const std::size_t end = group_end(i);
            const ElementId cell = heading(row, true, static_cast<int>(end - i), 1);
            const double left = group_left(i);
            groups_.push_back({paper_.setter.set({span(group, bold, cell)}, part_.right[end - 1] - left + 0.1), left, Side::left});
            group_rights_.push_back(part_.right[end - 1]);
            i = end;
        }
    }

    // Over figures, which stand at right, the group's word and rule begin where the widest of them begin.
    double group_left(std::size_t at) const {
        return part_.left[at];
    }

    void head() {
        const ElementId head = tag("THead", element_);
        const bool groups = has_groups();
        ElementId row = tag("TR", head);
        if (!again_) head_.attach.push_back(row);
        if (groups) {
            group_row(row);
            row = tag("TR", head);
            if (!again_) head_.attach.push_back(row);
        } else {
            stub(row, 1);
        }
        for (std::size_t i = 0; i < part_.columns.size(); ++i) {
            if (!groups || !table_.columns[part_.columns[i]].group.empty()) column_heading(i, row, 1);
        }
        place();
    }

    void place() {
        constexpr double padding = 3.3;
        std::size_t group_lines = 0, lines = 0;
        for (const Standing& each : groups_) group_lines = std::max(group_lines, each.lines.lines.size());
        for (const Standing& each : standing_) lines = std::max(lines, each.lines.lines.size());
        double y = 0.9 + padding;
        head_.bars.push_back({layout_.x, 0, layout_.width, 0.9, black});
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            const Standing& each = groups_[g];
            for (std::size_t i = 0; i < each.lines.lines.size(); ++i)
                put_line(paper_, head_, each.lines, i, each.x, y + static_cast<double>(i) * style_.leading + base_line(style_));
            head_.bars.push_back({each.x, y + static_cast<double>(group_lines) * style_.leading + 2, group_rights_[g] - each.x, 0.35, rule_grey});
        }
        if (group_lines > 0) y += static_cast<double>(group_lines) * style_.leading + 2.35 + padding;
        for (const Standing& each : standing_) {
            const std::size_t own = each.lines.lines.size();
            for (std::size_t i = 0; i < own; ++i)
                put_line(paper_, head_, each.lines, i, each.x, y + static_cast<double>(lines - own + i) * style_.leading + base_line(style_), each.side);
        }
        y += static_cast<double>(lines) * style_.leading + padding;
        head_.bars.push_back({layout_.x, y, layout_.width, 0.5, black});
        head_.height = y + 0.5;
        pieces_.push_back(std::move(head_));
    }

    Paper& paper_;
    const TableLayout& layout_;
    const Table& table_;
    const TablePart& part_;
    ElementId element_;
    bool again_;
    Style style_;
    Piece head_;
    std::vector<Standing> groups_, standing_;
    std::vector<double> group_rights_;
    std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> table_head(Paper& paper, const TableLayout& layout, const TablePart& part, ElementId table, bool again) {
    return Head(paper, layout, part, table, again).make();
}

}  // namespace styrkedja::pdf
