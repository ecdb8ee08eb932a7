// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

bool holds_contents(const Section& section) {
    return std::any_of(section.blocks.begin(), section.blocks.end(), [](const Block& b) { return std::holds_alternative<Contents>(b); });
}

// The list itself is no entry of it.
bool is_listed(const Section& section) {
    return is_headed(section) && !holds_contents(section);
}

std::size_t count_entries(const std::vector<Section>& sections, int depth) {
    std::size_t count = 0;
    for (const Section& section : sections) {
        if (is_listed(section)) count += 1 + (depth > 1 ? count_entries(section.sections, depth - 1) : 0);
    }
    return count;
}

class Lister {
  public:
    explicit Lister(Paper& paper) : paper_(paper), list_(paper.tags.make("TOC", paper.container)) {}

    void add(const std::vector<Section>& sections, int depth, double x, ElementId list) {
        double room = 0;
        for (const Section& section : sections) {
            if (is_listed(section) && !section.number.empty())
                room = std::max(room, paper_.fonts.width(look::contents, section.number) + 8);
        }
        if (room > 0) room = std::clamp(room, 25.0, 90.0);
        for (const Section& section : sections) {
            if (!is_listed(section)) continue;
            const ElementId item = paper_.tags.make("TOCI", list);
            entry(section, x, room, item);
            if (depth > 1 && count_entries(section.sections, 1) > 0)
                add(section.sections, depth - 1, x + std::max(room, 12.0), paper_.tags.make("TOC", item));
        }
    }

    void write(int depth) {
        add(paper_.document.sections, depth, text_left, list_);
        if (pieces_.empty()) return;
        pieces_.front().bars.push_back({text_left, -0.9, text_width, 0.9, black});
        pieces_.front().before = 16;
        pieces_.back().after = 14;
        pdf::add(paper_, std::move(pieces_));
    }

  private:
    void entry(const Section& section, double x, double room, ElementId item) {
        constexpr double padding = 2.6, page_room = 30;
        Style grey_style = look::contents;
        grey_style.ink = grey;
        const ElementId reference = paper_.tags.make("Reference", item);
        const ElementId element = paper_.tags.make("Link", reference);
        const int link = static_cast<int>(paper_.links.size());
        const std::string title = section.heading.empty() ? section.number : section.heading;
        paper_.links.push_back({"", "s-" + section.id, section.number + (section.number.empty() ? "" : " ") + section.heading});
        Span text = span(title, look::contents, element);
        text.link = link;
        const Lines lines = paper_.setter.set({text}, text_left + text_width - page_room - x - room);
        for (std::size_t i = 0; i < lines.lines.size(); ++i) {
            const bool first = i == 0, last = i + 1 == lines.lines.size();
            Piece piece;
            piece.height = look::contents.leading + (first ? padding : 0) + (last ? padding : 0);
            const double base = (first ? padding : 0) + base_line(look::contents);
            if (first && !section.number.empty()) {
                Span number = span(section.number + " ", grey_style, element);
                number.link = link;
                put_line(paper_, piece, paper_.setter.set({number}, 200), 0, x, base);
                piece.words.back().space_after = true;
            }
            put_line(paper_, piece, lines, i, x + room, base);
            if (last) {
                piece.words.back().space_after = true;
                piece.page_numbers.push_back({"s-" + section.id, text_left + text_width, base, look::contents, element});
                piece.bars.push_back({x, piece.height - 0.3, text_left + text_width - x, 0.3, hair});
            }
            piece.keep = !last;
            pieces_.push_back(std::move(piece));
        }
    }

    Paper& paper_;
    ElementId list_;
    std::vector<Piece> pieces_;
};

bool any_holds_contents(const std::vector<Section>& sections) {
    return std::any_of(sections.begin(), sections.end(), [](const Section& each) { return holds_contents(each) || any_holds_contents(each.sections); });
}

}  // namespace

bool has_contents_block(const Document& document) {
    return any_holds_contents(document.sections);
}

void write_contents(Paper& paper, int depth) {
    constexpr int deepest = 2;
    constexpr std::size_t too_few = 4, too_many = 40;
    const auto& sections = paper.document.sections;
    int levels = std::clamp(depth, 1, deepest);
    if (!paper.with_contents || count_entries(sections, deepest) < too_few) return;
    if (levels > 1 && count_entries(sections, levels) > too_many && count_entries(sections, 1) >= too_few) levels = 1;
    Lister(paper).write(levels);
}

}  // namespace styrkedja::pdf
