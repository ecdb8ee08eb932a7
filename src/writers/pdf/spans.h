// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "writers/pdf/fonts.h"
#include "writers/pdf/hyphens.h"
#include "writers/pdf/tags.h"

// Running text as lines. Text in spans of one look each is cut where lines may break, and broken so that all lines of a
// paragraph together look best: ragged right, no word alone on the last line, words divided only where the rag would
// otherwise be coarse.
namespace styrkedja::pdf {

struct Span {
    std::string text;
    Style style;
    ElementId element = artifact;
    int link = -1;                     // index into the paper's links
    int note = -1;                     // a footnote's reference: index into Document::notes
    document::Change change = document::Change::none;
    bool quoted = false;               // a figure that is underlined with dots in drafts
    bool breaks = false;               // the line ends after it
};
using Spans = std::vector<Span>;

// A word in its line; x from the line's left edge.
struct Word {
    const Shaped* shaped = nullptr;
    double x = 0;
    std::uint32_t span = 0;
    bool space_after = false;  // a blank follows on the same line
    bool divided = false;      // the line's last, divided: a hyphen is part of it
};

struct Line {
    std::vector<Word> words;
    double width = 0;
};

struct Lines {
    Spans spans;
    std::vector<Line> lines;
    double width() const;
    // Words that were longer than the column and had to be broken anywhere.
    int forced = 0;
};

struct BreakRules {
    bool hyphens = true;
    bool balanced = false;   // headings: lines of like length, never divided
    double least_gap = 0.2;  // words are divided only where a line would otherwise lack this share of its width
};

class Setter {
  public:
    Setter(Fonts& fonts, const Hyphens& hyphens) : fonts_(fonts), hyphens_(hyphens) {}
    Lines set(Spans spans, double width, BreakRules rules = {}) const;
    // The width of the text in one line (of its longest, where it has breaks of its own), and of its longest word.
    struct Extent { double line = 0, word = 0; };
    Extent extent(const Spans& spans) const;

  private:
    Fonts& fonts_;
    const Hyphens& hyphens_;
};

}  // namespace styrkedja::pdf
