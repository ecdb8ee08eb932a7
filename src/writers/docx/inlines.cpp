// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>

#include "writers/docx/paper.h"

namespace styrkedja::docx {

using namespace document;

namespace {

bool is_address(std::string_view href) {
    return href.starts_with("https://") || href.starts_with("http://") || href.starts_with("mailto:");
}

// What is kept of a figure's source in the document, so that a later reading knows it: the id and field of the one
// fact, or the cell of the report. Word takes 64 characters; a longer one ends with its hash.
std::string tag_of(const Figure& figure) {
    constexpr std::size_t longest = 64;
    std::string tag = figure.target;
    if (tag.empty() && !figure.sources.empty()) {
        const Source& source = figure.sources.front();
        tag = source.field.empty() ? source.id : source.id + "." + source.field;
    }
    if (tag.size() <= longest) return tag;
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : tag) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    char suffix[10];
    std::snprintf(suffix, sizeof suffix, "~%08x", static_cast<unsigned>(hash));
    return tag.substr(0, longest - 9) + suffix;
}

// The first characters of a text, whole ones.
std::string_view shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

// The row that a figure's cell stands in: "table/row" of "table/row/column".
std::string row_of(const std::string& target) {
    const std::size_t last = target.rfind('/');
    return last == std::string::npos ? std::string() : target.substr(0, last);
}

// Inline → how it is written.
struct WriteInline {
    Paper& paper;
    Change outer;

    void operator()(const Text& part) const { write_run(paper, part.text, {.change = inner_change(outer, part.change)}); }
    void operator()(const Strong& part) const {
        const Style style = paper.sans ? Style::semibold : Style::strong;
        write_run(paper, part.text, {.style = style, .change = inner_change(outer, part.change)});
    }
    void operator()(const Emphasis& part) const {
        write_run(paper, part.text, {.style = Style::emphasis, .change = inner_change(outer, part.change)});
    }
    void operator()(const LineBreak&) const { write_run(paper, "\n", {.change = outer}); }

    void operator()(const document::Link& part) const {
        const Change change = inner_change(outer, part.change);
        if (!is_address(part.href)) return write_run(paper, part.text, {.change = change});
        const std::string id = paper.part->link("hyperlink", part.href, true);
        paper.out().open("w:hyperlink", {{"r:id", id}, {"w:history", 1}});
        write_run(paper, part.text, {.style = Style::hyperlink, .change = change});
        paper.out().close();
    }

    // A quoted figure is a content control whose tag says where it comes from, and a link to its row when that is
    // printed.
    void operator()(const Quote& part) const {
        const Figure& figure = part.figure;
        RunForm form{.style = {}, .change = inner_change(outer, part.change)};
        if (!paper.decided()) form.style = Style::quote;
        const std::string tag = tag_of(figure);
        if (tag.empty()) return write_run(paper, figure.shown, {.change = form.change});
        Xml& out = paper.out();
        out.raw("<w:sdt><w:sdtPr>");
        if (!figure.label.empty()) out.value("w:alias", shortened(figure.label, 64));
        out.value("w:tag", tag);
        out.value("w:id", long{++paper.controls});
        out.raw("</w:sdtPr><w:sdtContent>");
        const std::string row = row_of(figure.target);
        const bool linked = paper.printed_rows.contains(row);
        if (linked) out.open("w:hyperlink", {{"w:anchor", bookmark_name('r', row)}, {"w:history", 1}});
        write_run(paper, figure.shown, form);
        if (linked) out.close();
        out.raw("</w:sdtContent></w:sdt>");
    }

    void operator()(const NoteRef& part) const {
        const auto at = static_cast<std::size_t>(part.note);
        if (at >= paper.note_ids.size()) return;
        if (paper.part == &paper.notes) return within_note(at);
        int& id = paper.note_ids[at];
        if (id != 0) return again(id);
        id = ++paper.last_note;
        const int bookmark = open_bookmark(paper, "_n_" + std::to_string(id));
        open_change(paper, outer);
        reference("w:footnoteReference", id);
        close_change(paper, outer);
        close_bookmark(paper, bookmark);
        write_note(at, id);
    }

  private:
    void reference(Name element, int id) const {
        paper.out().raw("<w:r><w:rPr>");
        paper.out().value("w:rStyle", paper.base.styles[Style::footnote_reference]);
        paper.out().raw("</w:rPr>");
        if (id > 0) {
            paper.out().empty(element, {{"w:id", id}});
        } else {
            paper.out().empty(element);
        }
        paper.out().raw("</w:r>");
    }

    void write_note(std::size_t at, int id) const {
        const bool sans = std::exchange(paper.sans, true);
        const std::size_t slot = paper.section_slot, space = paper.space_slot;
        const bool after_table = std::exchange(paper.after_table, false), spaced = paper.spaced;
        Part* part = std::exchange(paper.part, &paper.notes);
        paper.out().open("w:footnote", {{"w:id", id}});
        open_paragraph(paper, Style::footnote_text);
        reference("w:footnoteRef", 0);
        write_run(paper, " ");
        write_inlines(paper, paper.document.notes[at]);
        close_paragraph(paper);
        paper.out().close();
        paper.part = part;
        paper.sans = sans;
        paper.section_slot = slot;
        paper.space_slot = space;
        paper.spaced = spaced;
        paper.after_table = after_table;
    }

    // A footnote can't have footnotes: what it refers to is told in it.
    void within_note(std::size_t at) const {
        write_run(paper, " (");
        for (const Inline& inner : paper.document.notes[at]) {
            if (!std::holds_alternative<NoteRef>(inner)) std::visit(*this, inner);
        }
        write_run(paper, ")");
    }

    void again(int id) const {
        write_field(paper, "NOTEREF _n_" + std::to_string(id) + " \\h", std::to_string(id),
                    {.style = Style::footnote_reference, .change = outer});
    }
};

}  // namespace

void write_inlines(Paper& paper, const Inlines& inlines, Change change) {
    for (const Inline& part : inlines) std::visit(WriteInline{paper, change}, part);
}

void write_paragraph(Paper& paper, Style style, const Inlines& inlines, const ParagraphForm& form) {
    open_paragraph(paper, style, form);
    write_inlines(paper, inlines, form.change);
    close_paragraph(paper);
}

}  // namespace styrkedja::docx
