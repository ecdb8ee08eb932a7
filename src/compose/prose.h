// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "document/document.h"

// What people wrote, as the paper shows it: the Markdown of docs/pack-format.md, section 1, with quoted figures in
// braces, set in Swedish typography.
//
//   blocks    paragraphs (blank lines between), "## " and "### " headings, "- " and "1. " lists, also inside each other
//   inlines   **strong**, *emphasis*, [text](https:// http:// mailto:), [^note-id], {figure | how}, hard line breaks
//             (two blanks or \ at the end of a line), \ before a sign that is to stand as it is
//
// Total: everything else is text, raw HTML too, and no word of the source is ever lost. What is wrong with the text is
// a problem at its place, with the args `offset` (bytes from the text's beginning, from 0) and `line` (from 1), so
// that whoever knows the file can point at it.
namespace styrkedja {

// How the text's figures and footnotes are found. A hook that finds nothing adds a problem of its own (the place has
// offset and line in `args`), and the source is then printed as it was written.
struct ProseHooks {
    using Args = std::vector<std::pair<std::string_view, std::string>>;
    // inside = what stands between the braces
    std::function<std::optional<document::Figure>(std::string_view inside, const Place& place, Args args)> figure;
    // A footnote to the figure just quoted, where it is printed otherwise than computed: its index in Document::notes.
    // A note of the author's right after the figure takes its place.
    std::function<std::optional<int>(const document::Figure& figure)> reconciliation = {};
    // the index of the note in Document::notes
    std::function<std::optional<int>(std::string_view note_id, const Place& place, Args args)> note;
};

// One text and where it stands: entity "comments/…" and field "text".
struct ProseSource {
    std::string_view text;
    Place place;
};

// Paragraph, List and SubHeading blocks. A list inside a list is the deeper items of one block. A paragraph that goes on
// with an item after the list inside it stands with the last item of that list: the order of the words is kept.
std::vector<document::Block> prose_blocks(const ProseSource& source, const ProseHooks& hooks, Problems& problems);

// The same as paragraphs only, for places that hold no lists (a decision's point, a cell): items begin with their
// marks, headings are strong.
std::vector<document::Inlines> prose_paragraphs(const ProseSource& source, const ProseHooks& hooks,
                                                Problems& problems);

// The same as one run of text: paragraphs with a line break between.
document::Inlines prose_line(const ProseSource& source, const ProseHooks& hooks, Problems& problems);

// A text that a person wrote as plain words (a name, a label): no Markdown in it, only Swedish typography.
document::Inlines plain_inlines(std::string_view text);

// Running text as words: what a figure shows, nothing for notes, a line feed for a line break.
std::string plain_words(const document::Inlines& inlines);

}  // namespace styrkedja
