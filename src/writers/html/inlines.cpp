// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "document/names.h"
#include "writers/html/page.h"

namespace styrkedja::html {

using namespace document;

namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// "2016-05-17" with no further figures about it.
bool is_date_at(std::string_view text, std::size_t at) {
    constexpr std::string_view pattern = "0000-00-00";
    if (at + pattern.size() > text.size() || is_digit_at(text, at + pattern.size())) return false;
    if (at > 0 && is_digit_at(text, at - 1)) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '0' ? !is_digit_at(text, at + i) : text[at + i] != pattern[i]) return false;
    }
    return true;
}

// Dates never break at their hyphens.
void write_text(Page& page, std::string_view text) {
    constexpr std::size_t date_length = 10;
    std::size_t done = 0;
    for (std::size_t at = text.find('-'); at != text.npos; at = text.find('-', at + 1)) {
        if (at < done + 4 || !is_date_at(text, at - 4)) continue;
        page.out.text(text.substr(done, at - 4 - done));
        page.out.leaf("span", {attr("class", "nw")}, text.substr(at - 4, date_length));
        done = at - 4 + date_length;
    }
    page.out.text(text.substr(done));
}

// A quoted name or sentence is words, not a figure: nothing to look up in the middle of the text.
bool is_sentence(const Figure& figure) {
    constexpr std::size_t longest_word = 24;
    return figure.value.empty() && figure.formula.empty() && figure.shown.size() > longest_word &&
           is_in_words(figure);
}

// Inline → how it is written.
struct WriteInline {
    Page& page;

    void operator()(const Text& part) const { write_text(page, part.text); }
    void operator()(const Strong& part) const { page.out.leaf("strong", {}, part.text); }
    void operator()(const Emphasis& part) const { page.out.leaf("em", {}, part.text); }
    void operator()(const LineBreak&) const { page.out.empty("br"); }
    void operator()(const Link& part) const {
        if (const auto href = address(part.href)) {
            page.out.leaf("a", {*href}, part.text);
        } else {
            page.out.text(part.text);
        }
    }

    // A quoted figure is a reference: a link to the cell that it quotes, else to the card that tells where it
    // comes from.
    void operator()(const Quote& part) const {
        const Figure& figure = part.figure;
        const bool linked = page.found.quoted_cells.contains(figure.target);
        if (!linked && (!has_card(figure) || is_sentence(figure))) {
            write_text(page, figure.shown);
            return;
        }
        const int card = ++page.cards;
        const std::string number = std::to_string(card);
        page.out.open("a", {attr("class", "f"), linked ? to("t-", figure.target) : to("c", number),
                            described_by("c", number)});
        page.out.text(figure.shown);
        write_card(page, card, &figure, {});
        page.out.close();
    }

    void operator()(const NoteRef& part) const {
        const auto at = static_cast<std::size_t>(part.note);
        if (at >= page.note_numbers.size()) return;
        int& number = page.note_numbers[at];
        const bool first = number == 0;
        if (first) {
            number = ++page.last_note;
            page.waiting_notes.push_back(part.note);
        }
        const std::string shown = std::to_string(number);
        page.out.open("sup");
        page.out.open("a", {attr("class", "ref"), first ? id("r", shown) : Attribute{}, to("n", shown),
                            attr("aria-label", page.words.footnote, " ", shown)});
        page.out.text(shown);
        page.out.close();
        page.out.close();
    }
};

}  // namespace

void write_inlines(Page& page, const Inlines& inlines) {
    for (const Inline& part : inlines) {
        const Change change = change_of(part);
        if (change == Change::added) page.out.open("ins");
        if (change == Change::removed) page.out.open("del");
        std::visit(WriteInline{page}, part);
        if (change != Change::none) page.out.close();
    }
}

std::string_view change_class(Change change) {
    return change == Change::added ? " chg add" : change == Change::removed ? " chg gone" : "";
}

void write_paragraph(Page& page, const Inlines& inlines, std::string_view css_class) {
    page.out.open("p", {attr("class", css_class, has_changes(inlines) ? " chg" : "")});
    write_inlines(page, inlines);
    page.out.close();
    page.out.line();
    write_waiting_notes(page);
}

void write_waiting_notes(Page& page) {
    // A note may refer to a further one, which then waits behind it.
    for (std::size_t i = 0; i < page.waiting_notes.size(); ++i) {
        const auto note = static_cast<std::size_t>(page.waiting_notes[i]);
        const std::string number = std::to_string(page.note_numbers[note]);
        page.out.open("p", {attr("class", "fn"), id("n", number)});
        page.out.open("a", {to("r", number),
                            attr("aria-label", page.words.footnote, " ", number, ", ", page.words.back)});
        page.out.text(number);
        page.out.close();
        write_inlines(page, page.document.notes[note]);
        page.out.close();
    }
    page.waiting_notes.clear();
}

}  // namespace styrkedja::html
