// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "writers/docx/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

// Who, and the facts of the document, down the margin: paragraphs of one frame, in the order they are read.
void write_margin(Paper& paper) {
    const Document& document = paper.document;
    const bool sans = std::exchange(paper.sans, true);
    write_logo(paper);
    if (!document.municipality_name.empty()) {
        open_paragraph(paper, Style::margin);
        write_run(paper, document.municipality_name, {.style = Style::semibold});
        close_paragraph(paper);
    }
    bool first = true;
    for (const auto& [label, text] : document.facts) {
        ParagraphForm form;
        if (std::exchange(first, false)) form.before = 1000;
        open_paragraph(paper, Style::margin, form);
        write_run(paper, label, {.style = Style::grey});
        write_run(paper, "\n");
        write_inlines(paper, text);
        close_paragraph(paper);
    }
    paper.sans = sans;
}

void write_line(Paper& paper, Style style, std::string_view text) {
    if (text.empty()) return;
    open_paragraph(paper, style);
    write_run(paper, text);
    close_paragraph(paper);
}

std::string joined(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return first + second;
    return first + " · " + second;
}

constexpr Raw part_begin =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

void write_aside_tabs(Xml& out, int width) {
    out.raw("<w:tabs><w:tab w:val=\"clear\" w:pos=\"4677\"/><w:tab w:val=\"clear\" w:pos=\"9354\"/>");
    out.empty("w:tab", {{"w:val", "center"}, {"w:pos", width / 2}});
    out.empty("w:tab", {{"w:val", "right"}, {"w:pos", width}});
    out.raw("</w:tabs>");
}

// The styles' own tabs fit the upright page of our template; other widths bring theirs.
void open_aside(Paper& paper, Style style, int width) {
    Xml& out = paper.out();
    out.raw("<w:p><w:pPr>");
    out.value("w:pStyle", paper.base.styles[style]);
    constexpr int own_width = 9355;
    if (width != own_width) write_aside_tabs(out, width);
    out.raw("</w:pPr>");
}

std::string header_part(Paper& paper, int width) {
    const Document& document = paper.document;
    Part part;
    Part* body = std::exchange(paper.part, &part);
    part.xml.raw(part_begin);
    part.xml.open("w:hdr", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}});
    open_aside(paper, Style::header, width);
    write_run(paper, joined(document.municipality_name, document.unit_name));
    write_tab(paper);
    write_tab(paper);
    write_run(paper, document.kind.empty() ? document.title : document.kind);
    close_paragraph(paper);
    part.xml.close();
    paper.part = body;
    return part.xml.take();
}

std::string footer_part(Paper& paper, int width) {
    const Document& document = paper.document;
    Part part;
    Part* body = std::exchange(paper.part, &part);
    part.xml.raw(part_begin);
    part.xml.open("w:ftr", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}});
    open_aside(paper, Style::footer, width);
    write_run(paper, document.diary_number);
    write_tab(paper);
    write_run(paper, document.state_text);
    write_tab(paper);
    write_field(paper, "PAGE", "1", {.style = Style::semibold});
    write_run(paper, " (", {.style = Style::semibold});
    write_field(paper, "NUMPAGES", "1", {.style = Style::semibold});
    write_run(paper, ")", {.style = Style::semibold});
    close_paragraph(paper);
    part.xml.close();
    paper.part = body;
    return part.xml.take();
}

}  // namespace

void write_front(Paper& paper) {
    const Document& document = paper.document;
    write_margin(paper);
    write_line(paper, Style::kind, document.kind);
    open_paragraph(paper, Style::title);
    write_run(paper, document.title);
    close_paragraph(paper);
    write_line(paper, Style::subtitle, document.subtitle);
    if (!document.lead.empty()) write_paragraph(paper, Style::lead, document.lead);
    if (!paper.has_contents) write_contents(paper, 2);
    paper.break_before = paper.contents_written;
    paper.tell_replaced("");
}

std::vector<NamedPart> header_parts(Paper& paper) {
    if (!paper.base.headers.empty()) return {};
    paper.landscape = false;
    const int upright = paper.live_width();
    paper.landscape = true;
    const int across = paper.live_width();
    const std::string first = footer_part(paper, upright);
    return {{"word/header1.xml", header_part(paper, upright)}, {"word/header2.xml", header_part(paper, across)},
            {"word/footer1.xml", first},                       {"word/footer2.xml", footer_part(paper, across)},
            {"word/footer3.xml", first}};
}

}  // namespace styrkedja::docx
