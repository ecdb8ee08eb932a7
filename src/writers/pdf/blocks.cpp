// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/names.h"
#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

constexpr double after_paragraph = 7;

void write_paragraph(Paper& paper, const Inlines& inlines, const Style& style, Measure measure, Paragraphing how, ElementId parent,
                     Change change = Change::none) {
    const ElementId element = paper.tags.make("P", parent);
    const Lines lines = paper.setter.set(spans_of(paper, inlines, style, element, change), measure.width);
    how.changed = how.changed || change != Change::none || has_changes(inlines);
    add(paper, paragraph(paper, lines, style, measure, how));
}

// An item: its mark hangs before its first line.
struct Item {
    std::string mark;
    const std::vector<Inlines>* paragraphs;
};

void write_item(Paper& paper, const Item& item, ElementId list, const Style& style, const Style& mark_style, double indent,
                double after) {
    const ElementId element = paper.tags.make("LI", list);
    const ElementId label = paper.tags.make("Lbl", element);
    const ElementId body = paper.tags.make("LBody", element);
    const Measure measure{text_left + indent, text_width - indent};
    const Lines mark = paper.setter.set({span(item.mark, mark_style, label)}, indent);
    bool first = true;
    for (const Inlines& inlines : *item.paragraphs) {
        const ElementId text = paper.tags.make("P", body);
        const Lines lines = paper.setter.set(spans_of(paper, inlines, style, text), measure.width);
        auto pieces = paragraph(paper, lines, style, measure, {.after = after, .changed = has_changes(inlines)});
        if (first && !pieces.empty()) {
            Piece hung;
            put_line(paper, hung, mark, 0, text_left, base_line(style));
            pieces.front().words.insert(pieces.front().words.begin(), hung.words.begin(), hung.words.end());
            first = false;
        }
        add(paper, std::move(pieces));
    }
}

// Room after a list or block, as a piece of nothing.
void room_after(Paper& paper, double room) {
    Piece piece;
    piece.after = room;
    paper.pager.add(std::move(piece));
}

void write_list(Paper& paper, const List& block) {
    constexpr double indent = 14.2;
    const ElementId list = paper.tags.make("L", paper.container);
    paper.tags.facts(list).list_numbering = block.ordered ? "Decimal" : "None";
    int number = 0;
    for (const auto& item : block.items) {
        ++number;
        Style mark = look::body;
        mark.figures = Figures::lining;
        write_item(paper, {block.ordered ? std::to_string(number) + "." : "–", &item}, list, look::body, mark, indent, 3);
    }
    room_after(paper, after_paragraph);
}

void write_decisions(Paper& paper, const Decisions& block) {
    constexpr double indent = 7 * mm;
    const ElementId list = paper.tags.make("L", paper.container);
    paper.tags.facts(list).list_numbering = "Decimal";
    int number = 0;
    for (const Inlines& point : block.points) {
        const std::vector<Inlines> paragraphs = {point};
        Style mark = bolder(look::body);
        mark.figures = Figures::lining;
        write_item(paper, {std::to_string(++number) + ".", &paragraphs}, list, look::body, mark, indent, 6);
    }
    room_after(paper, after_paragraph);
}

void write_facts(Paper& paper, const Facts& block) {
    double label_width = 0;
    for (const auto& [label, text] : block.pairs)
        label_width = std::max(label_width, paper.fonts.width(look::facts_label, label));
    label_width = std::min(label_width, text_width * 0.4);
    const double indent = std::max(62.0, label_width + 12);
    const ElementId list = paper.tags.make("L", paper.container);
    paper.tags.facts(list).list_numbering = "None";
    for (const auto& [label, text] : block.pairs) {
        const ElementId item = paper.tags.make("LI", list);
        const ElementId name = paper.tags.make("Lbl", item);
        const ElementId body = paper.tags.make("LBody", item);
        const Lines names = paper.setter.set({span(label, look::facts_label, name)}, indent - 12);
        const Measure measure{text_left + indent, text_width - indent};
        const Lines lines = paper.setter.set(spans_of(paper, text, look::facts, body), measure.width);
        const std::size_t count = std::max(names.lines.size(), lines.lines.size());
        for (std::size_t i = 0; i < count; ++i) {
            Piece piece;
            piece.height = look::facts.leading;
            piece.keep = i + 1 < count;
            piece.after = i + 1 == count ? 2.6 : 0;
            put_line(paper, piece, names, i, text_left, base_line(look::facts));
            put_line(paper, piece, lines, i, measure.x, base_line(look::facts));
            paper.pager.add(std::move(piece));
        }
    }
    room_after(paper, 9);
}

// The line with the mark: "Lägesbedömning ◐ Väntas uppfyllas delvis  prognos helår".
void write_rating(Paper& paper, const AssessmentBlock& block, ElementId parent, Measure measure, Paragraphing how) {
    constexpr double side = 2.9 * mm, gap = 3.2;
    const ElementId element = paper.tags.make("P", parent);
    Spans spans;
    double before = 0;
    if (!block.label.empty()) before = paper.fonts.width(look::facts_label, block.label + " ") + 2;
    const double text_x = measure.x + before + side + gap;
    spans.push_back(span(block.mark.label, bolder(look::facts), element));
    if (block.before) {
        spans.push_back(span("  " + block.before->label, in_ink(look::facts, grey), element));
        spans.back().change = Change::removed;
        spans.front().change = Change::added;
        how.changed = true;
    }
    if (!block.remark.empty()) spans.push_back(span("  " + block.remark, look::facts_label, element));
    const Lines lines = paper.setter.set(std::move(spans), measure.x + measure.width - text_x);
    auto pieces = paragraph(paper, lines, look::facts, {text_x, measure.x + measure.width - text_x}, how);
    if (pieces.empty()) return;
    if (!block.label.empty()) {
        Piece label;
        put_line(paper, label, paper.setter.set({span(block.label + " ", look::facts_label, element)}, before + 20), 0, measure.x,
                 base_line(look::facts));
        label.words.back().space_after = true;
        pieces.front().words.insert(pieces.front().words.begin(), label.words.begin(), label.words.end());
    }
    const double y = base_line(look::facts) - side + 1.2;
    pieces.front().pictures.push_back(shape_of(block.mark, side, measure.x + before, y));
    add(paper, std::move(pieces));
}

void write_assessment(Paper& paper, const AssessmentBlock& block) {
    const bool steps = !block.proposal.empty() || !block.assessed.empty();
    const double indent = steps ? 7.7 : 0;
    const Measure measure{text_left + indent, text_width - indent};
    const ElementId parent = paper.tags.make("Div", paper.container);
    Paragraphing how{.after = 3, .keep_next = steps, .bar = steps ? 1.6 : 0, .bar_x = text_left};
    write_rating(paper, block, parent, measure, how);
    if (steps) {
        how.keep_next = !block.motivation.empty();
        Inlines text;
        if (!block.proposal.empty()) text.push_back(Strong{block.proposal});
        if (!block.assessed.empty()) text.push_back(Text{(text.empty() ? "" : " ") + block.assessed});
        write_paragraph(paper, text, look::facts, measure, how, parent);
    }
    how.keep_next = false;
    if (!block.motivation.empty()) write_paragraph(paper, block.motivation, look::facts, measure, how, parent);
    if (!block.reasons.empty()) {
        how.keep_next = true;
        write_paragraph(paper, {Text{std::string(paper.words.reasons)}}, look::facts_label, measure, how, parent);
        how.keep_next = false;
        for (const std::string& reason : block.reasons)
            write_paragraph(paper, {Text{"– " + reason}}, look::facts, measure, how, parent);
    }
    room_after(paper, after_paragraph);
}

void write_statement(Paper& paper, const Statement& block) {
    constexpr double indent = 11.2;
    const Measure measure{text_left + indent, text_width - indent};
    const bool both = !block.kind.empty() && !block.by.empty();
    const ElementId outer = paper.container;
    const std::string title = block.kind + (both ? ", " : "") + block.by;
    Paragraphing how{.bar = 0.9, .bar_x = text_left};
    if (!title.empty()) write_subheading(paper, title, Change::none, look::goal, measure, how.bar);
    const ElementId quote = paper.tags.make("BlockQuote", outer);
    for (const Inlines& each : block.paragraphs) {
        how.after = &each == &block.paragraphs.back() ? 0 : after_paragraph;
        write_paragraph(paper, each, look::body, measure, how, quote);
    }
    room_after(paper, 14);
}

void write_signatures(Paper& paper, const Signatures& block) {
    const std::size_t columns = std::min<std::size_t>(2, std::max<std::size_t>(1, block.roles.size()));
    constexpr double gap = 22;
    const double width = (text_width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const ElementId list = paper.tags.make("L", paper.container);
    paper.tags.facts(list).list_numbering = "None";
    for (std::size_t first = 0; first < block.roles.size(); first += columns) {
        Piece piece;
        piece.before = 34;
        piece.keep = first + columns < block.roles.size();
        for (std::size_t i = first; i < std::min(first + columns, block.roles.size()); ++i) {
            const double x = text_left + static_cast<double>(i - first) * (width + gap);
            const ElementId body = paper.tags.make("LBody", paper.tags.make("LI", list));
            const Lines lines = paper.setter.set({span(block.roles[i], look::facts, body)}, width);
            piece.bars.push_back({x, 0, width, 0.5, black});
            for (std::size_t n = 0; n < lines.lines.size(); ++n)
                put_line(paper, piece, lines, n, x, 4 + static_cast<double>(n) * 12 + base_line(look::facts));
            piece.height = std::max(piece.height, 4 + static_cast<double>(lines.lines.size()) * 12);
        }
        paper.pager.add(std::move(piece));
    }
    room_after(paper, 10);
}

// Block → how it is written.
struct WriteBlock {
    Paper& paper;
    bool turned;
    Measure measure() const { return turned ? Measure{0, text_width} : Measure{}; }
    void operator()(const Paragraph& block) const {
        write_paragraph(paper, block.inlines, block.lead ? look::lead : look::body, measure(),
                        {.after = block.lead ? 9.0 : after_paragraph}, paper.container, block.change);
    }
    void operator()(const List& block) const { write_list(paper, block); }
    void operator()(const SubHeading& block) const {
        write_subheading(paper, block.text, block.change, look::minor, measure());
    }
    void operator()(const TableBlock& block) const {
        if (block.table < paper.document.tables.size()) write_table(paper, block.table);
    }
    void operator()(const AssessmentBlock& block) const { write_assessment(paper, block); }
    void operator()(const Facts& block) const { write_facts(paper, block); }
    void operator()(const Decisions& block) const { write_decisions(paper, block); }
    void operator()(const Signatures& block) const { write_signatures(paper, block); }
    void operator()(const Contents& block) const { write_contents(paper, block.depth); }
    void operator()(const Statement& block) const { write_statement(paper, block); }
    void operator()(const RiskMatrix& block) const { write_matrix(paper, block); }
    void operator()(const ChartBlock& block) const {
        if (block.chart < paper.document.charts.size()) write_chart(paper, paper.document.charts[block.chart]);
    }
};

}  // namespace

void write_subheading(Paper& paper, const std::string& text, Change change, const Style& style, Measure measure, double bar) {
    static constexpr const char* types[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    const ElementId heading = paper.tags.make(types[std::clamp(paper.heading_level + 1, 1, 6) - 1], paper.container);
    Spans spans = {span(text, style, heading)};
    spans.back().change = change;
    const Lines lines = paper.setter.set(std::move(spans), measure.width, {.hyphens = false, .balanced = true});
    add(paper, paragraph(paper, lines, style, measure,
                         {.before = 9.7, .after = 2, .keep_next = true, .changed = change != Change::none, .bar = bar, .bar_x = text_left}));
}

void write_block(Paper& paper, const Block& block, bool turned) {
    std::visit(WriteBlock{paper, turned}, block);
}

}  // namespace styrkedja::pdf
