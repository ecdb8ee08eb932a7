// SPDX-License-Identifier: EUPL-1.2
#include "compose/typeset.h"

#include "compose/prose.h"
#include "locale/typography.h"

namespace styrkedja {

using namespace document;

namespace {

// The words of a piece that has any of its own.
std::string* words_of(Inline& each) {
    if (Text* text = std::get_if<Text>(&each)) return &text->text;
    if (Strong* strong = std::get_if<Strong>(&each)) return &strong->text;
    if (Emphasis* emphasis = std::get_if<Emphasis>(&each)) return &emphasis->text;
    if (Link* link = std::get_if<Link>(&each)) return &link->text;
    return nullptr;
}

// As shown.
struct Shown {
    std::string_view operator()(const Text& each) const { return each.text; }
    std::string_view operator()(const Strong& each) const { return each.text; }
    std::string_view operator()(const Emphasis& each) const { return each.text; }
    std::string_view operator()(const Link& each) const { return each.text; }
    std::string_view operator()(const Quote& each) const { return each.figure.shown; }
    std::string_view operator()(const NoteRef&) const { return {}; }
    std::string_view operator()(const LineBreak&) const { return "\n"; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The last sign before a piece, as far as typography cares: a digit, a letter, or that the piece begins a line.
char sign_after(const Inline& each, char before) {
    std::string_view shown = std::visit(Shown{}, each);
    if (shown.empty()) return before;
    char last = shown.back();
    return is_digit(last) ? '1' : last == ' ' || last == '-' || last == '\n' ? '\0' : 'x';
}

}  // namespace

Inlines typeset(Inlines inlines) {
    char before = '\0';
    for (Inline& each : inlines) {
        if (std::string* words = words_of(each); words && !words->empty()) {
            // The sign stands before the piece only while it is set.
            bool stands = before != '\0';
            std::string set = typographic(stands ? before + *words : *words);
            *words = stands ? set.substr(1) : std::move(set);
        }
        before = sign_after(each, before);
    }
    return inlines;
}

Inlines plain_inlines(std::string_view text) {
    if (text.empty()) return {};
    return {Text{typographic(text)}};
}

std::string plain_words(const Inlines& inlines) {
    std::string out;
    for (const Inline& each : inlines) out += std::visit(Shown{}, each);
    return out;
}

}  // namespace styrkedja
