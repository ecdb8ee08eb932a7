// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>

#include "writers/docx/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

// A goal may be a chapter of its own.
bool is_chapter(const Section& section) {
    return section.level <= 1;
}

bool is_headed(const Section& section) {
    return !section.heading.empty() || !section.number.empty();
}

Style heading_style(const Paper& paper, const Section& section) {
    if (section.goal && !is_chapter(section)) {
        return paper.goal_depth <= 1 ? Style::goal1 : paper.goal_depth == 2 ? Style::goal2 : Style::goal3;
    }
    constexpr std::array<Style, 4> styles = {Style::heading1, Style::heading2, Style::heading3, Style::heading4};
    return styles[static_cast<std::size_t>(std::clamp(section.level, 1, 4)) - 1];
}

// Does the number follow from those before, so that Word may count it?
bool counts_on(Paper& paper, const Section& section, Style style) {
    if (style == Style::heading1 && section.number == std::to_string(paper.chapter + 1)) {
        ++paper.chapter;
        paper.subchapter = 0;
        return true;
    }
    if (style != Style::heading2 || paper.chapter == 0) return false;
    if (section.number != std::to_string(paper.chapter) + "." + std::to_string(paper.subchapter + 1)) return false;
    ++paper.subchapter;
    return true;
}

// The number of a chapter and its sections hangs in the margin; a goal keeps its own in the heading.
void write_heading(Paper& paper, const Section& section) {
    if (!is_headed(section)) return;
    const Style style = heading_style(paper, section);
    const bool hangs = style == Style::heading1 || style == Style::heading2;
    const bool tabbed = hangs || style == Style::goal1 || style == Style::goal2;
    ParagraphForm form;
    form.break_before = std::exchange(paper.break_before, false);
    const bool counted = counts_on(paper, section, style);
    if (counted) {
        form.number = 1 + paper.base.numbering_from;
        form.number_level = style == Style::heading1 ? 0 : 1;
    }
    open_paragraph(paper, style, form);
    const int bookmark = open_bookmark(paper, bookmark_name('s', section.id));
    if (!counted && hangs && !section.number.empty()) {
        RunForm number;
        if (style == Style::heading1) number.style = Style::chapter_number;
        write_run(paper, section.number, number);
    }
    if (!counted && tabbed) write_tab(paper);
    if (!hangs && !section.number.empty()) {
        write_run(paper, section.heading.empty() ? section.number : section.number + " ");
    }
    const Change change = section.heading_before.empty() ? Change::none : Change::added;
    write_run(paper, section.heading, {.style = {}, .change = change});
    if (!section.heading_before.empty())
        write_run(paper, " " + section.heading_before, {.style = {}, .change = Change::removed});
    Inlines notes;
    for (const int note : section.heading_notes) notes.push_back(NoteRef{note});
    write_inlines(paper, notes);
    close_bookmark(paper, bookmark);
    close_paragraph(paper);
}

// What one scans: the level's name in the margin, and the assessment with its word.
void write_level(Paper& paper, const Section& section) {
    if (section.level_name.empty() && !section.mark && !section.mark_before) return;
    open_paragraph(paper, section.mark || section.mark_before ? Style::assessment : Style::level, {.keep_next = true});
    const bool sans = std::exchange(paper.sans, true);
    write_run(paper, section.level_name, {.style = Style::grey});
    if (section.mark) {
        write_tab(paper);
        write_mark(paper, *section.mark, 9.4);
        const Change change = section.mark_before ? Change::added : Change::none;
        write_run(paper, "\u2002" + section.mark->label, {.style = {}, .change = change});
    }
    if (section.mark_before) write_run(paper, " " + section.mark_before->label, {.style = {}, .change = Change::removed});
    paper.sans = sans;
    close_paragraph(paper);
}

// Does the section's heading stand over nothing but a wide table? Then it turns with it.
bool leads_to_wide(const Paper& paper, const Section& section) {
    if (section.blocks.empty()) {
        return !section.sections.empty() && leads_to_wide(paper, section.sections.front());
    }
    const TableBlock* block = std::get_if<TableBlock>(&section.blocks.front());
    return block != nullptr && block->table < paper.document.tables.size() &&
           is_wide(paper.document.tables[block->table]);
}

void write_section(Paper& paper, const Section& section) {
    ++paper.depth;
    const bool goal = section.goal && !is_chapter(section);
    if (goal) ++paper.goal_depth;
    const std::string_view outer_id = std::exchange(paper.section_id, section.id);
    const Change outer = std::exchange(paper.outer, inner_change(paper.outer, section.change));
    if (is_headed(section)) {
        turn_page(paper, leads_to_wide(paper, section));
        write_heading(paper, section);
        write_level(paper, section);
    }
    for (const Block& block : section.blocks) {
        write_block(paper, block);
        paper.tell_replaced("sections/" + section.id);
    }
    paper.tell_replaced("sections/" + section.id);
    write_sections(paper, section.sections);
    paper.outer = outer;
    paper.section_id = outer_id;
    if (goal) --paper.goal_depth;
    --paper.depth;
}

void write_header_references(Paper& paper, Xml& out, bool landscape) {
    const auto refer = [&](bool footer, std::string_view type, const std::string& target) {
        const std::string id = paper.body.link(footer ? "footer" : "header", target);
        if (footer) {
            out.empty("w:footerReference", {{"w:type", type}, {"r:id", id}});
        } else {
            out.empty("w:headerReference", {{"w:type", type}, {"r:id", id}});
        }
    };
    if (!paper.base.headers.empty()) {
        for (const HeaderPart& part : paper.base.headers) refer(part.footer, part.type, part.path.substr(5));
        return;
    }
    refer(false, "default", landscape ? "header2.xml" : "header1.xml");
    refer(true, "default", landscape ? "footer2.xml" : "footer1.xml");
    if (!landscape) refer(true, "first", "footer3.xml");
}

}  // namespace

void write_sections(Paper& paper, const std::vector<Section>& sections) {
    for (const Section& section : sections) write_section(paper, section);
}

namespace {

// Margins of a page that lies down, twips: 22 mm at the top and left, 20 at the right and foot.
constexpr int across_wide = 1247, across_narrow = 1134;

}  // namespace

int Paper::live_width() const {
    return landscape ? base.page.height - across_wide - across_narrow : base.page.live();
}

// The last of a document stands in its body, the others in the last paragraph of their pages.
void write_section_end(Paper& paper, bool last) {
    Xml out;
    const PageSize& page = paper.base.page;
    out.open("w:sectPr");
    write_header_references(paper, out, paper.landscape);
    if (paper.landscape) {
        out.empty("w:pgSz", {{"w:w", page.height}, {"w:h", page.width}, {"w:orient", "landscape"}});
        out.empty("w:pgMar", {{"w:top", across_wide}, {"w:right", across_narrow}, {"w:bottom", across_narrow},
                              {"w:left", across_wide}, {"w:header", page.header - 170},
                              {"w:footer", page.footer - 170}, {"w:gutter", 0}});
    } else {
        out.empty("w:pgSz", {{"w:w", page.width}, {"w:h", page.height}});
        out.empty("w:pgMar", {{"w:top", page.top}, {"w:right", page.right}, {"w:bottom", page.bottom},
                              {"w:left", page.left}, {"w:header", page.header}, {"w:footer", page.footer},
                              {"w:gutter", 0}});
    }
    out.raw("<w:cols w:space=\"708\"/>");
    if (std::exchange(paper.base.first_page_differs, false)) out.raw("<w:titlePg/>");
    out.close();
    if (last) {
        paper.body.xml.append(out.take());
    } else {
        paper.body.xml.insert(paper.section_slot, out.take());
    }
}

void turn_page(Paper& paper, bool landscape) {
    if (paper.landscape == landscape) return;
    if (paper.begun) {
        if (paper.section_slot == 0) {  // after a table: a section ends in a paragraph
            paper.after_table = false;
            open_paragraph(paper, Style::source);
            close_paragraph(paper);
        }
        write_section_end(paper, false);
    }
    paper.section_slot = 0;
    paper.landscape = landscape;
    paper.break_before = false;
}

}  // namespace styrkedja::docx
