// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>

#include "writers/docx/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

bool is_headed(const Section& section) {
    return !section.heading.empty() || !section.number.empty();
}

// The list itself is no entry of it.
bool is_listed(const Section& section) {
    return is_headed(section) &&
           std::none_of(section.blocks.begin(), section.blocks.end(),
                        [](const Block& block) { return std::holds_alternative<Contents>(block); });
}

struct Entry {
    const Section* section;
    int level;
};

void collect(const std::vector<Section>& sections, int level, int deepest, std::vector<Entry>& entries) {
    for (const Section& section : sections) {
        if (!is_listed(section)) continue;
        entries.push_back({&section, level});
        if (level < deepest && !section.memo) collect(section.sections, level + 1, deepest, entries);
    }
}

void write_part(Paper& paper, std::string_view kind) {
    paper.out().raw("<w:r>");
    paper.out().empty("w:fldChar", {{"w:fldCharType", kind}});
    paper.out().raw("</w:r>");
}

void write_instruction(Paper& paper, std::string_view text) {
    paper.out().raw("<w:r><w:instrText xml:space=\"preserve\"> ");
    paper.out().text(text);
    paper.out().raw(" </w:instrText></w:r>");
}

// An entry links to its heading; the number of the page is a field that Word and LibreOffice fill in.
void write_entry(Paper& paper, const Entry& entry, bool first, bool last, int depth) {
    const Section& section = *entry.section;
    const std::string name = bookmark_name('s', section.id);
    open_paragraph(paper, entry.level == 1 ? Style::contents1 : Style::contents2);
    if (first) {
        write_part(paper, "begin");
        write_instruction(paper, "TOC \\o \"1-" + std::to_string(depth) + "\" \\h \\z \\u");
        write_part(paper, "separate");
    }
    paper.out().open("w:hyperlink", {{"w:anchor", name}, {"w:history", 1}});
    const bool goal = section.goal && section.level > 1;
    if (!goal) write_run(paper, section.number);
    write_tab(paper);
    if (goal && !section.number.empty()) write_run(paper, section.number + " ");
    write_run(paper, section.heading);
    write_tab(paper);
    write_field(paper, "PAGEREF " + name + " \\h", "");
    paper.out().close();
    if (last) write_part(paper, "end");
    close_paragraph(paper);
}

}  // namespace

void write_contents(Paper& paper, int depth) {
    constexpr int deepest = 2;
    constexpr std::size_t too_few = 4;
    constexpr std::size_t too_many = 40;  // more than a page: the chapters alone are an overview
    std::vector<Entry> entries;
    collect(paper.document.sections, 1, deepest, entries);
    if (entries.size() < too_few || paper.contents_written) return;
    int levels = std::clamp(depth, 1, deepest);
    const auto chapters = static_cast<std::size_t>(
        std::count_if(entries.begin(), entries.end(), [](const Entry& entry) { return entry.level == 1; }));
    if (levels > 1 && entries.size() > too_many && chapters >= too_few) levels = 1;
    std::erase_if(entries, [&](const Entry& entry) { return entry.level > levels; });
    paper.contents_written = true;
    Xml& out = paper.out();
    out.raw("<w:sdt><w:sdtPr>");
    out.value("w:alias", paper.words.contents);
    out.value("w:id", long{++paper.controls});
    out.raw("<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj>"
            "</w:sdtPr><w:sdtContent>");
    for (const Entry& entry : entries) {
        write_entry(paper, entry, &entry == &entries.front(), &entry == &entries.back(), levels);
    }
    out.raw("</w:sdtContent></w:sdt>");
    paper.section_slot = 0;
}

}  // namespace styrkedja::docx
