// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/names.h"
#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

// How a heading is set: type, room, and the rule over it.
struct Rank {
    Style style;
    double before, after;
    double rule = 0, padding = 0;
    Ink rule_ink = black;
};

bool is_chapter(const Section& section) {
    return section.level <= 1;
}

Rank rank_of(const Section& section, int goal_depth) {
    if (is_chapter(section)) return {look::chapter, 24.5, 9, 1, 9, black};
    if (section.goal && goal_depth <= 1) return {look::section, 20.4, 3.6, 0.6, 8.5, black};
    if (section.goal && goal_depth == 2) return {look::goal, 13.3, 2.8, 0.35, 6.8, rule_grey};
    if (section.goal) return {look::goal, 13.3, 2.8, 0, 2, rule_grey};
    if (section.level == 2) return {look::section, 16.3, 3.6};
    if (section.level == 3) return {look::goal, 12.8, 2.8};
    return {look::minor, 9.7, 2};
}

// A section that begins with a turned table stands on the turned sheet, where there is no margin column.
bool begins_turned(Paper& paper, const Section& section) {
    if (section.blocks.empty()) return false;
    const auto* table = std::get_if<TableBlock>(&section.blocks.front());
    return table && table->table < paper.document.tables.size() && is_turned(paper, table->table);
}

// The margin carries what one scans: the level's name and the assessment with its word.
void put_margin(Paper& paper, Piece& piece, const Section& section, double base) {
    double y = base;
    if (!section.level_name.empty()) {
        const ElementId name = paper.tags.make("P", paper.container);
        const Lines lines = paper.setter.set({span(section.level_name, look::level, name)}, margin_column, {.least_gap = 0.7});
        for (std::size_t i = 0; i < lines.lines.size(); ++i, y += look::level.leading) put_line(paper, piece, lines, i, 0, y);
        y += 3.5;
        piece.overhang = std::max(piece.overhang, y - 6);
    }
    if (!section.mark) return;
    constexpr double side = 3.3 * mm, room = 12.6;
    const ElementId rating = paper.tags.make("P", paper.container);
    const Lines lines = paper.setter.set({span(section.mark->label, look::rating, rating)}, margin_column - room, {.least_gap = 0.5});
    piece.pictures.push_back(shape_of(*section.mark, side, 0, y - side + 1.3));
    for (std::size_t i = 0; i < lines.lines.size(); ++i, y += look::rating.leading) put_line(paper, piece, lines, i, room, y);
    piece.overhang = std::max(piece.overhang, y - 6);
}

// The number in the margin column, on the heading's base line.
void put_number(Paper& paper, Piece& piece, const Section& section, const Rank& rank, ElementId heading, double base) {
    Style style = rank.style;
    style.ink = is_chapter(section) ? paper.accent_text : grey;
    if (!is_chapter(section)) style.face = Face::serif;
    const Lines number = paper.setter.set({span(section.number + " ", style, heading)}, margin_column, {.balanced = true});
    for (std::size_t i = 0; i < number.lines.size(); ++i)
        put_line(paper, piece, number, i, 0, base + static_cast<double>(i) * style.leading);
    if (!piece.words.empty()) piece.words.back().space_after = true;
    piece.overhang = std::max(piece.overhang, base + static_cast<double>(number.lines.size() - 1) * style.leading);
}

bool holds_goals(const Section& section) {
    return std::any_of(section.sections.begin(), section.sections.end(), [](const Section& s) { return s.goal; });
}

std::vector<Piece> heading_pieces(Paper& paper, const Section& section, int goal_depth, bool turned) {
    const Rank rank = rank_of(section, goal_depth);
    const bool has_margin = !section.level_name.empty() || section.mark.has_value();
    const bool hangs = !section.number.empty() && (is_chapter(section) || !section.goal) && !has_margin && !turned &&
                       (is_chapter(section) || section.level == 2);
    const std::string type = "H" + std::to_string(paper.heading_level);
    static constexpr const char* types[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    const ElementId heading = paper.tags.make(types[std::clamp(paper.heading_level, 1, 6) - 1], paper.container);
    std::string text = section.heading;
    if (!hangs && !section.number.empty()) text = section.number + (text.empty() ? "" : " ") + text;
    Spans spans = {span(text.empty() ? section.number : text, rank.style, heading)};
    spans.back().change = section.change;
    if (section.change == Change::removed) spans.back().style.ink = grey;
    const Measure measure = turned ? Measure{0, turned_live} : Measure{};
    const Lines lines = paper.setter.set(std::move(spans), measure.width, {.hyphens = false, .balanced = true});
    std::vector<Piece> pieces;
    const double top = rank.rule + rank.padding;
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        Piece piece;
        const double above = i == 0 ? top : 0;
        piece.before = i == 0 ? rank.before : 0;
        piece.height = above + rank.style.leading;
        piece.keep = true;
        const double base = above + base_line(rank.style);
        if (i == 0) {
            piece.across = true;
            piece.new_page = section.appendix || section.memo || (is_chapter(section) && holds_goals(section));
            piece.needs = is_chapter(section) ? upright_sheet.live_height() / 3 : 0;
            piece.anchors.push_back({"s-" + section.id, 0});
            piece.bookmarks.push_back({paper.heading_level, section.number + (section.number.empty() ? "" : " ") + section.heading, "s-" + section.id});
            if (rank.rule > 0) piece.bars.push_back({0, 0, turned ? turned_live : upright_sheet.live_width(), rank.rule, rank.rule_ink});
            if (hangs) put_number(paper, piece, section, rank, heading, base);
        }
        put_line(paper, piece, lines, i, measure.x, base);
        if (i == 0 && has_margin && !turned) put_margin(paper, piece, section, base);
        if (section.change != Change::none) piece.bars.push_back({measure.x - 7, above + 2, 1.6, rank.style.leading - 2, black});
        if (i + 1 == lines.lines.size()) piece.after = rank.after;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

void write_section(Paper& paper, const Section& section, int depth, int goal_depth) {
    const bool goal = section.goal && !is_chapter(section);
    const ElementId outer = paper.container;
    const int outer_level = paper.heading_level;
    const std::string outer_section = std::exchange(paper.section, section.id);
    paper.container = paper.tags.make("Sect", outer);
    const bool turned = begins_turned(paper, section);
    if (is_headed(section)) {
        ++paper.heading_level;
        paper.tags.facts(paper.container).title = section.heading.empty() ? section.number : section.heading;
        add(paper, heading_pieces(paper, section, goal_depth + (goal ? 1 : 0), turned));
    }
    for (const Block& block : section.blocks) write_block(paper, block, turned);
    write_sections(paper, section.sections, depth + 1, goal_depth + (goal ? 1 : 0));
    paper.container = outer;
    paper.heading_level = outer_level;
    paper.section = outer_section;
}

}  // namespace

bool is_headed(const Section& section) {
    return !section.heading.empty() || !section.number.empty();
}

void write_sections(Paper& paper, const std::vector<Section>& sections, int depth, int goal_depth) {
    for (const Section& section : sections) write_section(paper, section, depth, goal_depth);
}

}  // namespace styrkedja::pdf
