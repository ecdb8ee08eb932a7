// SPDX-License-Identifier: EUPL-1.2
#include "writers/html/html.h"

#include "assets.h"
#include "writers/html/page.h"

namespace styrkedja {

using namespace document;
using namespace html;

namespace {

void write_head(Page& page) {
    const Document& document = page.document;
    page.out.open("head");
    page.out.empty("meta", {attr("charset", "utf-8")});
    page.out.empty("meta", {attr("name", "viewport"), attr("content", "width=device-width,initial-scale=1")});
    std::string title = document.title;
    if (!document.municipality_name.empty()) title += " – " + document.municipality_name;
    page.out.leaf("title", {}, title);
    page.out.line();
    page.out.style(style_sheet(document, page.found));
    page.out.close();
    page.out.line();
}

// The shield is a picture and not part of the page's markup: whatever it holds, it can't run or be styled.
void write_logo(Page& page) {
    const Document& document = page.document;
    if (document.logo_svg.empty() && document.municipality_name.empty()) return;
    page.out.open("div", {attr("class", "logo")});
    if (!document.logo_svg.empty()) {
        const std::string picture_bytes = base64(document.logo_svg);
        page.out.empty("img", {no_alt(), picture("image/svg+xml", picture_bytes)});
    }
    page.out.leaf("span", {}, document.municipality_name);
    page.out.close();
}

void write_facts(Page& page) {
    if (page.document.facts.empty()) return;
    page.out.open("dl", {attr("class", "meta"), attr("aria-label", page.words.front)});
    for (const auto& [label, text] : page.document.facts) {
        page.out.open("div");
        page.out.leaf("dt", {}, label);
        page.out.open("dd");
        write_inlines(page, text);
        page.out.close();
        page.out.close();
    }
    page.out.close();
}

void write_front(Page& page) {
    const Document& document = page.document;
    page.out.open("header");
    page.out.open("div", {attr("class", "first")});
    write_logo(page);
    if (!document.kind.empty()) page.out.leaf("p", {attr("class", "kind")}, document.kind);
    page.out.leaf("h1", {}, document.title);
    if (!document.subtitle.empty()) page.out.leaf("p", {attr("class", "sub")}, document.subtitle);
    if (!document.state_text.empty()) page.out.leaf("p", {attr("class", "state")}, document.state_text);
    page.out.close();
    page.out.open("div", {attr("class", "front")});
    write_facts(page);
    if (!document.lead.empty()) write_paragraph(page, document.lead, "lead");
    if (!page.found.has_contents) write_contents(page, 2);
    page.out.leaf("p", {attr("class", "help")}, page.words.figure_help);
    page.out.close();
    page.out.close();
    page.out.line();
}

void write_foot(Page& page) {
    const Document& document = page.document;
    page.out.open("footer");
    page.out.open("p");
    bool first = true;
    for (const std::string* part :
         {&document.municipality_name, &document.unit_name, &document.diary_number, &document.state_text}) {
        if (part->empty()) continue;
        if (!first) page.out.text(" · ");
        page.out.text(*part);
        first = false;
    }
    page.out.close();
    page.out.close();
    page.out.line();
}

}  // namespace

std::string write_html(const Document& document) {
    Page page(document, swedish_document_words);
    page.out.reserve(std::size_t{1} << 19U);
    page.out.raw("<!doctype html>\n");
    page.out.open("html", {attr("lang", page.words.language)});
    write_head(page);
    page.out.open("body", {attr("class", document.state >= State::decided ? "decided" : "draft")});
    page.out.raw(Raw::asset(assets::html_marks_svg()));
    page.out.leaf("a", {attr("class", "skip"), to("text")}, page.words.skip);
    write_front(page);
    page.out.open("main", {id("text")});
    write_sections(page, document.sections);
    page.out.close();
    page.out.line();
    write_foot(page);
    page.out.script(Raw::asset(assets::html_document_js()));
    page.out.close();
    page.out.close();
    page.out.line();
    return page.out.take();
}

}  // namespace styrkedja
