// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "writers/pdf/content.h"
#include "writers/pdf/file.h"
#include "writers/pdf/pager.h"

// Pages as laid out become pages of the file: content, tags, links. What needs the number of pages (the foot, the numbers in
// the contents) and what needs all places (links, bookmarks) is added at the end.
namespace styrkedja::pdf {

// What stands on all pages.
struct Furniture {
    std::string head_left, head_right;  // from page 2
    std::string foot_left, foot_middle;
    bool draft = false;                 // quoted figures are underlined
};

struct PageDone {
    std::uint32_t object = 0;
    std::uint32_t contents = 0;
    bool turned = false;
    std::vector<std::uint32_t> annotations;
    std::vector<std::pair<PageNumberAt, double>> page_numbers;  // with the piece's top
};
struct PlaceOnPage {
    std::uint32_t page = 0;  // from 0
    double y = 0;
};
struct LinkArea {
    std::uint32_t page = 0, object = 0;
    int link = 0;
    int parent = 0;  // among the structure parents, after the pages
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

class Painter {
  public:
    Painter(Fonts& fonts, Tags& tags, File& file, const std::vector<LinkTo>& links, Furniture furniture)
        : fonts_(fonts), tags_(tags), file_(file), links_(links), furniture_(std::move(furniture)) {}

    void paint(const Page& page);
    // Foot lines, numbers of pages, links; then all pages are in the file.
    void finish(std::uint32_t page_tree, std::uint32_t fonts_resource);

    const std::vector<PageDone>& pages() const { return pages_; }
    const PlaceOnPage* find(const std::string& anchor) const;
    const std::vector<std::pair<Bookmark, std::uint32_t>>& bookmarks() const { return bookmarks_; }
    std::uint32_t page_count() const { return static_cast<std::uint32_t>(pages_.size()); }
    // "[5 0 R/XYZ 70 800 null]"
    std::string destination(const PlaceOnPage& place) const;

  private:
    struct Stretch;
    void paint_piece(Content& content, const Placed& placed, const Sheet& sheet);
    void paint_words(Content& content, const Placed& placed, const Sheet& sheet);
    void decorate(Content& content, const std::vector<Stretch>& stretches);
    void add_links(const std::vector<Stretch>& stretches);
    void write_annotation(const LinkArea& area);
    std::string furniture(Content& content, std::uint32_t page);
    void line(Content& content, Style style, const std::string& text, double x, double share, double y, double room);

    Fonts& fonts_;
    Tags& tags_;
    File& file_;
    const std::vector<LinkTo>& links_;
    Furniture furniture_;
    std::vector<PageDone> pages_;
    std::map<std::string, PlaceOnPage> places_;
    std::vector<LinkArea> areas_;
    std::vector<std::pair<Bookmark, std::uint32_t>> bookmarks_;
};

}  // namespace styrkedja::pdf
