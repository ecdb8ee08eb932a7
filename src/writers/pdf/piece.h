// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "charts/drawing.h"
#include "writers/pdf/spans.h"

// The document as layout sees it: a long row of pieces (a line of text, a row of a table, a chart) that are stacked
// down the pages. A piece is never divided.
namespace styrkedja::pdf {

// What is painted; x from the sheet's left margin, y from the piece's top (words: the base line).
struct WordAt {
    const Shaped* shaped = nullptr;
    double x = 0, y = 0;
    Style style;
    ElementId element = artifact;
    int link = -1;
    bool space_after = false;
    document::Change change = document::Change::none;
    bool quoted = false;
};
struct Bar {
    double x = 0, y = 0, width = 0, height = 0;
    Ink ink;
};
struct Picture {
    charts::Drawing drawing;
    double x = 0, y = 0;
    ElementId element = artifact;
};
// The shield: PDF operators for a box of its own, scaled to a height.
struct Emblem {
    std::string operators;
    double x = 0, y = 0, scale = 1;
};
// A place that links and bookmarks lead to.
struct Anchor {
    std::string name;
    double y = 0;
};
// The number of the page where an anchor is, set when all pages are.
struct PageNumberAt {
    std::string anchor;
    double right = 0, y = 0;
    Style style;
    ElementId element = artifact;
};
struct Bookmark {
    int depth = 0;
    std::string title;
    std::string anchor;
};

struct Piece;
struct Footnote {
    std::vector<Piece> lines;
};
// The head of a table, set again where the table goes on on another page.
struct TableHead {
    std::vector<Piece> pieces;
    double x = 0, width = 0;
};

struct Piece {
    double before = 0;       // room above, none at the top of a page
    double height = 0;
    double after = 0;        // room below at least
    bool keep = false;       // stands on the same page as the next piece
    bool across = false;     // runs under the margin column: begins below what stands there
    bool turned = false;     // on a turned sheet
    bool new_page = false;
    double needs = 0;        // begins a new page unless so much of the page is left
    double overhang = 0;     // what stands in the margin reaches so far below the piece's top
    std::vector<ElementId> attach;
    std::vector<WordAt> words;
    std::vector<Bar> bars;
    std::vector<Picture> pictures;
    std::vector<Emblem> emblems;
    std::vector<Anchor> anchors;
    std::vector<PageNumberAt> page_numbers;
    std::vector<Bookmark> bookmarks;
    std::vector<std::shared_ptr<Footnote>> footnotes;
    std::shared_ptr<TableHead> head;  // repeated above it at the top of a page
    bool begins_table = false;
};

// A link: to an address or to an anchor, and what it is in words.
struct LinkTo {
    std::string address;
    std::string anchor;
    std::string said;
};

}  // namespace styrkedja::pdf
