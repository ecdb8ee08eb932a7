// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "writers/html/page.h"
#include "document/names.h"

namespace styrkedja::html {

using namespace document;

namespace {

constexpr std::array<ElementName, 6> heading_elements = {"h1", "h2", "h3", "h4", "h5", "h6"};

// A goal may be a chapter of its own.
bool is_chapter(const Section& section) {
    return section.level <= 1;
}

// How large the heading is: 1 a chapter, 2 a section or a goal of the first level, 3 any other goal, 4.
std::size_t rank_of(const Page& page, const Section& section) {
    if (section.goal && !is_chapter(section)) return page.goal_depth <= 1 ? 2 : 3;
    return static_cast<std::size_t>(std::clamp(section.level, 1, 4));
}

// What comes after a section's own sections stands in one without heading: it goes on, and nothing is listed.
bool is_headed(const Section& section) {
    return !section.heading.empty() || !section.number.empty();
}

void write_section_heading(Page& page, const Section& section, bool hangs) {
    if (!is_headed(section)) return;
    const std::string rank = std::to_string(rank_of(page, section));
    page.out.open(heading_elements[std::min<std::size_t>(page.depth, 5)],
                  {attr("class", "r", rank, hangs ? " hang" : "")});
    if (!section.number.empty()) {
        page.out.leaf("span", {attr("class", "no")}, section.number);
        page.out.text(" ");
    }
    page.out.text(section.heading);
    if (!section.heading_before.empty()) {
        page.out.text(" ");
        page.out.leaf("del", {}, section.heading_before);
    }
    for (int note : section.heading_notes) write_inlines(page, {NoteRef{note}});
    page.out.close();
    write_waiting_notes(page);
}

// The margin carries what one scans: the level's name and the assessment with its word.
void write_margin(Page& page, const Section& section) {
    page.out.open("div", {attr("class", "gm")});
    if (!section.level_name.empty()) page.out.leaf("p", {attr("class", "lvl")}, section.level_name);
    if (section.mark) {
        page.out.open("p", {attr("class", "as")});
        write_mark(page, *section.mark);
        page.out.close();
    }
    if (section.mark_before) write_mark_before(page, *section.mark_before);
    page.out.close();
}

// How much text a block has when it is prose, which may stand beside the margin; nothing when it runs across
// it.
struct ProseLength {
    std::optional<std::size_t> operator()(const Paragraph& block) const {
        return plain_text(block.inlines).size();
    }
    std::optional<std::size_t> operator()(const SubHeading&) const { return 0; }
    std::optional<std::size_t> operator()(const AssessmentBlock&) const { return 100; }
    std::optional<std::size_t> operator()(const List& block) const { return block.items.size() * 60; }
    template <class Other>
    std::optional<std::size_t> operator()(const Other&) const {
        return std::nullopt;
    }
};

// The first blocks stand in one grid with the margin, until there is text enough beside it: then the rest,
// and tables that run across the margin, come below both.
std::size_t blocks_beside_margin(const Section& section) {
    constexpr std::size_t enough =
        450;  // characters: about seven lines, more than a margin's level, mark and remark
    std::size_t length = 0;
    std::size_t count = 0;
    for (const Block& block : section.blocks) {
        const auto more = std::visit(ProseLength{}, block);
        if (!more || length >= enough) break;
        length += *more;
        ++count;
    }
    return count;
}

void write_section_top(Page& page, const Section& section, std::size_t beside) {
    page.out.open("div", {attr("class", "top")});
    write_section_heading(page, section, false);
    write_margin(page, section);
    if (beside > 0) {
        page.out.open("div", {attr("class", "tx")});
        for (std::size_t i = 0; i < beside; ++i) write_block(page, section.blocks[i]);
        page.out.close();
    }
    page.out.close();
}

std::string section_class(const Page& page, const Section& section) {
    std::string name;
    if (!is_headed(section)) {
        name = "on";
    } else if (is_chapter(section)) {
        name = "chapter";
    } else if (section.goal) {
        name = page.goal_depth <= 1 ? "goal g1" : page.goal_depth == 2 ? "goal g2" : "goal";
    }
    if (section.memo) name += " memo";
    if (section.appendix) name += " appendix";
    name += change_class(section.change);
    return name;
}

void write_section(Page& page, const Section& section) {
    ++page.depth;
    const bool goal = section.goal && !is_chapter(section);
    if (goal) ++page.goal_depth;
    const std::string_view outer_heading = std::exchange(page.heading, section.heading);
    page.out.open("section", {id("s-", section.id), attr("class", section_class(page, section))});
    const bool has_margin = !section.level_name.empty() || section.mark.has_value() || section.mark_before.has_value();
    const std::size_t beside = has_margin ? blocks_beside_margin(section) : 0;
    if (has_margin) {
        write_section_top(page, section, beside);
    } else {
        write_section_heading(page, section, !section.number.empty() && !goal && rank_of(page, section) <= 2);
    }
    for (std::size_t i = beside; i < section.blocks.size(); ++i) write_block(page, section.blocks[i]);
    write_sections(page, section.sections);
    page.out.close();
    page.out.line();
    page.heading = outer_heading;
    if (goal) --page.goal_depth;
    --page.depth;
}

bool has_headed_sections(const Section& section) {
    return std::any_of(section.sections.begin(), section.sections.end(), is_headed);
}

// The list itself is no entry of it.
bool is_listed(const Section& section) {
    return is_headed(section) &&
           std::none_of(section.blocks.begin(), section.blocks.end(),
                        [](const Block& block) { return std::holds_alternative<Contents>(block); });
}

// A memo's own parts are no chapters.
bool has_entries(const Section& section) {
    return !section.memo && has_headed_sections(section);
}

// The entries of a list of contents that goes so deep.
std::size_t count_entries(const std::vector<Section>& sections, int depth) {
    std::size_t count = 0;
    for (const Section& section : sections) {
        if (!is_listed(section)) continue;
        count += 1 + (depth > 1 && !section.memo ? count_entries(section.sections, depth - 1) : 0);
    }
    return count;
}

void write_contents_list(Page& page, const std::vector<Section>& sections, int depth, bool outermost) {
    const bool numbered =
        std::any_of(sections.begin(), sections.end(), [](const Section& s) { return !s.number.empty(); });
    const bool nested = depth > 1 && std::any_of(sections.begin(), sections.end(), has_entries);
    page.out.open("ol",
                  {attr("class", outermost ? "toc" : "", numbered ? "" : " nok", nested ? " two" : "")});
    for (const Section& section : sections) {
        if (!is_listed(section)) continue;
        page.out.open("li");
        page.out.open("a", {to("s-", section.id)});
        page.out.leaf("span", {attr("class", "k")}, section.number);
        page.out.leaf("span", {}, section.heading);
        page.out.close();
        if (depth > 1 && has_entries(section))
            write_contents_list(page, section.sections, depth - 1, false);
        page.out.close();
    }
    page.out.close();
}

}  // namespace

void write_sections(Page& page, const std::vector<Section>& sections) {
    for (const Section& section : sections) write_section(page, section);
}

void write_contents(Page& page, int depth) {
    constexpr int deepest = 2;
    constexpr std::size_t too_few = 4;
    constexpr std::size_t too_many = 40;  // more than a page: the chapters alone are an overview
    const std::vector<Section>& sections = page.document.sections;
    int levels = std::clamp(depth, 1, deepest);
    if (count_entries(sections, deepest) < too_few) return;
    if (levels > 1 && count_entries(sections, levels) > too_many && count_entries(sections, 1) >= too_few)
        levels = 1;
    page.out.open("nav", {attr("aria-label", page.words.contents)});
    write_contents_list(page, sections, levels, true);
    page.out.close();
}

}  // namespace styrkedja::html
