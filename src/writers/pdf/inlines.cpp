// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "writers/pdf/paper.h"

namespace styrkedja::pdf {

using namespace document;

namespace {

// Soft hyphens of the source say nothing that the patterns don't.
std::string clean(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, 2, "\u00ad") == 0) {
            ++at;
        } else {
            out += text[at];
        }
    }
    return out;
}

bool is_address(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:");
}

// What a URI may not hold is written as %XX.
std::string uri(std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

Style with_emphasis(Style style) {
    if (style.face == Face::serif) style.face = Face::serif_italic;
    else if (style.face == Face::sans) style.face = Face::sans_semibold;
    return style;
}

// Inline → spans.
struct AddSpan {
    Paper& paper;
    Spans& out;
    Style style;
    ElementId element;
    Change change;

    Span& add(std::string text, const Style& look, Change own) const {
        Span made = span(clean(text), look, element);
        made.change = own == Change::none ? change : own;
        if (made.change == Change::removed) made.style.ink = grey;
        out.push_back(std::move(made));
        return out.back();
    }
    void operator()(const Text& part) const { add(part.text, style, part.change); }
    void operator()(const Strong& part) const { add(part.text, bolder(style), part.change); }
    void operator()(const Emphasis& part) const { add(part.text, with_emphasis(style), part.change); }
    void operator()(const LineBreak&) const {
        if (!out.empty()) out.back().breaks = true;
    }
    void operator()(const Link& part) const {
        Span& made = add(part.text, style, part.change);
        if (!is_address(part.href) || part.text.empty()) return;
        link(made, {uri(part.href), "", part.text});
    }
    // A quoted figure leads to the cell that it quotes.
    void operator()(const Quote& part) const {
        Span& made = add(part.figure.shown, style, part.change);
        if (part.figure.target.empty() || !paper.quoted_cells.contains(part.figure.target)) return;
        made.quoted = true;
        const std::string& label = part.figure.label.empty() ? part.figure.shown : part.figure.label;
        link(made, {"", "t-" + part.figure.target, label});
    }
    void operator()(const NoteRef& part) const {
        const auto at = static_cast<std::size_t>(part.note);
        if (at >= paper.note_numbers.size()) return;
        int& number = paper.note_numbers[at];
        const bool first = number == 0;
        if (first) number = ++paper.last_note;
        const std::string shown = std::to_string(number);
        Style raised = style;
        raised.face = Face::sans;
        raised.figures = Figures::superior;
        const ElementId reference = paper.tags.make("Reference", element);
        Span made = span(shown, raised, reference);
        if (first) made.note = part.note;
        link(made, {"", "n" + shown, std::string(paper.words.footnote) + " " + shown});
        out.push_back(made);
    }

  private:
    void link(Span& made, LinkTo to) const {
        made.element = paper.tags.make("Link", made.element);
        made.link = static_cast<int>(paper.links.size());
        paper.links.push_back(std::move(to));
    }
};

}  // namespace

Span span(std::string text, const Style& style, ElementId element) {
    Span made;
    made.text = std::move(text);
    made.style = style;
    made.element = element;
    return made;
}

Spans spans_of(Paper& paper, const Inlines& inlines, const Style& style, ElementId element, Change change) {
    Spans spans;
    for (const Inline& part : inlines) std::visit(AddSpan{paper, spans, style, element, change}, part);
    return spans;
}

}  // namespace styrkedja::pdf
