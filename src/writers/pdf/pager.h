// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <functional>

#include "writers/pdf/piece.h"

// Pieces become pages, one after another; a page is handed on as soon as it is full, so that a long document needs no more
// memory than a short one.
namespace styrkedja::pdf {

struct Placed {
    Piece piece;
    double y = 0;           // of its top, from the sheet's
    bool repeated = false;  // a table's head once more: an artifact
};

struct Page {
    bool turned = false;
    std::vector<Placed> pieces;
    const Sheet& sheet() const { return turned ? turned_sheet : upright_sheet; }
};

class Pager {
  public:
    explicit Pager(std::function<void(Page&&)> done) : done_(std::move(done)) {}

    // In the document's order.
    void add(Piece piece);
    void finish();

  private:
    // How far a page is filled.
    struct Fill {
        double y = 0;          // from the top of the live area
        double after = 0;      // room that the last piece wants below it
        double margin = 0;     // how far down the margin column is taken
        double notes = 0;      // height of the footnotes
        bool empty = true;
    };
    double room() const;
    double top_of(const Fill& fill, const Piece& piece) const;
    void advance(Fill& fill, const Piece& piece) const;
    bool fits(const Piece* first, std::size_t count) const;
    void place_chunk();
    void place(Piece piece);
    void place_footnotes(const Piece& piece);
    void set_footnotes();
    void end_page();
    void begin_page(bool turned, const Piece& first);

    std::function<void(Page&&)> done_;
    std::vector<Piece> chunk_;
    Page page_;
    Fill fill_;
    std::vector<Piece> notes_;        // of this page
    std::deque<Piece> notes_waiting_;  // that found no room on their page
    bool any_page_ = false;
    bool fresh_ = true;  // nothing but a repeated head on the page
};

}  // namespace styrkedja::pdf
