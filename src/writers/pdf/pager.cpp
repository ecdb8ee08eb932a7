// SPDX-License-Identifier: EUPL-1.2
#include "writers/pdf/pager.h"

namespace styrkedja::pdf {

namespace {

constexpr double above_notes = 14;  // room with the little rule in it
constexpr double rule_above_notes = 7;

// Nothing but room below what stands before it.
bool is_room(const Piece& piece) {
    return piece.height == 0 && piece.words.empty() && piece.bars.empty();
}

double height_of(const Footnote& note) {
    double height = 0;
    for (const Piece& line : note.lines) height += line.height;
    return height;
}

}  // namespace

double Pager::room() const {
    return page_.sheet().live_height();
}

double Pager::top_of(const Fill& fill, const Piece& piece) const {
    if (fill.empty) return 0;
    double y = fill.y + std::max(piece.before, fill.after);
    if (piece.across) y = std::max(y, fill.margin + std::max(piece.before, 6.0));
    return y;
}

void Pager::advance(Fill& fill, const Piece& piece) const {
    if (is_room(piece)) {
        fill.after = std::max(fill.after, piece.after);
        return;
    }
    const double top = top_of(fill, piece);
    fill.y = top + piece.height;
    fill.after = piece.after;
    if (piece.overhang > 0) fill.margin = std::max(fill.margin, top + piece.overhang);
    for (const auto& note : piece.footnotes) fill.notes += height_of(*note) + (fill.notes > 0 ? 0 : above_notes);
    fill.empty = false;
}

// Do the pieces fit on the page as it is filled now?
bool Pager::fits(const Piece* first, std::size_t count) const {
    Fill fill = fill_;
    for (std::size_t i = 0; i < count; ++i) advance(fill, first[i]);
    return std::max(fill.y, fill.margin) + fill.notes <= room() + 0.01;
}

void Pager::add(Piece piece) {
    const bool goes_on = piece.keep;
    chunk_.push_back(std::move(piece));
    if (!goes_on) place_chunk();
}

// What stands together is placed together; what is taller than a page, piece by piece.
void Pager::place_chunk() {
    if (chunk_.empty()) return;
    std::vector<Piece> chunk = std::move(chunk_);
    chunk_.clear();
    // A heading goes with its table to the turned sheet.
    if (chunk.size() == 1 && is_room(chunk.front())) {
        advance(fill_, chunk.front());
        return;
    }
    const bool turned = chunk.back().turned;
    const Piece& first = chunk.front();
    const bool other_sheet = any_page_ && !fresh_ && page_.turned != turned;
    const bool too_low = !fresh_ && (first.new_page || (first.needs > 0 && room() - fill_.y - fill_.notes < first.needs));
    if (!any_page_ || other_sheet || too_low) begin_page(turned, first);
    if (fresh_) page_.turned = turned;
    if (!fits(chunk.data(), chunk.size())) {
        if (!fresh_) begin_page(turned, first);
        if (!fits(chunk.data(), chunk.size())) {
            for (Piece& each : chunk) {
                if (!fresh_ && !fits(&each, 1)) begin_page(turned, each);
                place(std::move(each));
            }
            return;
        }
    }
    for (Piece& each : chunk) place(std::move(each));
}

void Pager::place(Piece piece) {
    if (is_room(piece)) {
        advance(fill_, piece);
        return;
    }
    const double top = top_of(fill_, piece);
    Fill next = fill_;
    advance(next, piece);
    next.notes = fill_.notes;
    fill_ = next;
    fresh_ = false;
    place_footnotes(piece);
    page_.pieces.push_back({std::move(piece), page_.sheet().top + top, false});
}

// Notes stand at the foot of the page of their reference; the lines that find no room go on at the foot of the next.
void Pager::place_footnotes(const Piece& piece) {
    for (const auto& note : piece.footnotes) {
        for (const Piece& line : note->lines) {
            const double more = line.height + (notes_.empty() ? above_notes : 0);
            const bool has_room = fill_.y + fill_.notes + more <= room() + 0.01;
            if (!has_room || !notes_waiting_.empty()) {
                notes_waiting_.push_back(line);
                continue;
            }
            fill_.notes += more;
            notes_.push_back(line);
        }
    }
}

void Pager::set_footnotes() {
    if (notes_.empty()) return;
    const Sheet& sheet = page_.sheet();
    double y = sheet.height - sheet.bottom - fill_.notes;
    Piece rule;
    rule.bars.push_back({page_.turned ? 0 : text_left, 0, margin_column, 0.35, rule_grey});
    page_.pieces.push_back({std::move(rule), y + rule_above_notes, false});
    y += above_notes;
    for (Piece& line : notes_) {
        const double height = line.height;
        page_.pieces.push_back({std::move(line), y, false});
        y += height;
    }
    notes_.clear();
}

void Pager::end_page() {
    if (!any_page_) return;
    set_footnotes();
    done_(std::move(page_));
    page_ = {};
    fill_ = {};
    any_page_ = false;
}

void Pager::begin_page(bool turned, const Piece& first) {
    // A table that goes on is closed with a rule, and its head is set again.
    const bool goes_on = first.head && !first.begins_table && any_page_;
    if (goes_on && !page_.pieces.empty()) {
        Piece rule;
        rule.bars.push_back({first.head->x, 0, first.head->width, 0.5, black});
        page_.pieces.push_back({std::move(rule), page_.sheet().top + fill_.y, false});
    }
    end_page();
    any_page_ = true;
    fresh_ = true;
    page_.turned = turned;
    std::deque<Piece> waiting = std::move(notes_waiting_);
    notes_waiting_.clear();
    // Of a note longer than a page, at most half a page at a time: the text shall get on too.
    for (Piece& line : waiting) {
        const double more = line.height + (notes_.empty() ? above_notes : 0);
        if (!notes_waiting_.empty() || fill_.notes + more > room() / 2) {
            notes_waiting_.push_back(std::move(line));
            continue;
        }
        fill_.notes += more;
        notes_.push_back(std::move(line));
    }
    if (!goes_on) return;
    for (const Piece& each : first.head->pieces) {
        page_.pieces.push_back({each, page_.sheet().top + fill_.y, true});
        fill_.y += each.height;
        fill_.empty = false;
    }
}

void Pager::finish() {
    place_chunk();
    end_page();
    while (!notes_waiting_.empty()) {
        Piece none;
        begin_page(false, none);
        end_page();
    }
}

}  // namespace styrkedja::pdf
