// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/cutter.h"

#include <algorithm>
#include <cstring>

#include "importers/sie/fields.h"

namespace styrkedja::sie {

Cutter::Cutter(ByteSource& bytes, std::size_t block) : source_(&bytes), block_(std::max<std::size_t>(block, 1)) {}

void Cutter::fill(std::size_t wanted) {
    if (from_ + wanted + room_behind > capacity_) {
        const std::size_t there = to_ - from_, needed = std::max({wanted, block_, head_size}) + room_behind;
        if (needed > capacity_) {
            std::unique_ptr<char[]> larger(new char[needed]);
            if (there > 0) std::memcpy(larger.get(), room_.get() + from_, there);
            room_ = std::move(larger);
            capacity_ = needed;
        } else {
            std::memmove(room_.get(), room_.get() + from_, there);
        }
        from_ = 0;
        to_ = there;
    }
    while (!ended_ && to_ - from_ < wanted) {
        const std::size_t got = source_->read({room_.get() + to_, from_ + wanted - to_});
        if (got == 0) ended_ = true;
        to_ += got;
        read_ += got;
    }
}

std::string_view Cutter::head() {
    fill(head_size);
    return {room_.get() + from_, std::min(to_ - from_, head_size)};
}

// Backwards from the limit, line by line. A line "#VER" may have anything before it: what isn't closed there never is. Behind
// a line "}", and where there is neither, no voucher is open, and the last line's end will do.
std::size_t Cutter::cut(std::size_t limit) const {
    const char* first = room_.get() + from_;
    std::size_t last_line = 0, line_after = 0;
    bool may_be_inside = false;   // the last line is "}" and may not be whole
    for (const char* end = first + limit; end > first;) {
        const char* begin = end;
        while (begin > first && !is_line_end(begin[-1])) --begin;
        const auto offset = static_cast<std::size_t>(begin - first);
        const char* at = begin;
        while (at < end && (*at == ' ' || *at == '\t')) ++at;
        const bool is_brace = at < end && *at == '}';
        if (end - at >= 4 && same_label({at, 4}, "#VER") && (class_of(at[4]) == blank || is_line_end(at[4]))) return offset;
        if (is_brace && (last_line > 0 || line_after > 0)) return may_be_inside ? line_after : last_line;
        may_be_inside = may_be_inside || is_brace;
        // Between CR and LF there is no line.
        if (begin == first || begin[-1] == '\n' || *begin != '\n') {
            if (last_line == 0 && !may_be_inside) last_line = offset;
            line_after = offset;
        }
        end = begin > first ? begin - 1 : first;
    }
    return may_be_inside ? 0 : last_line;
}

std::size_t Cutter::take(std::span<char> into) {
    fill(std::min(std::max(block_, head_size), std::max<std::size_t>(into.size(), 1)));
    const std::size_t size = std::min(into.size(), to_ - from_);
    std::memcpy(into.data(), room_.get() + from_, size);
    from_ += size;
    return size;
}

void Cutter::next(Piece& piece) {
    std::size_t size = 0;
    for (std::size_t wanted = block_; size == 0; wanted *= 2) {
        fill(wanted + 8);   // so that the label of the line after is there
        const std::size_t there = to_ - from_;
        if (ended_ && there <= wanted) {
            size = there;
            break;
        }
        size = cut(wanted);
        if (size == 0 && wanted > largest_voucher) too_large_ = true;
        if (too_large_) break;
    }
    hand_over(piece, size);
}

// The piece gets the room that it was read into, and gives its own; what is left of the file is carried to that.
void Cutter::hand_over(Piece& piece, std::size_t size) {
    const std::size_t begin = from_, left = to_ - from_ - size;
    std::swap(piece.room, room_);
    std::swap(piece.capacity, capacity_);
    piece.begin = begin;
    piece.size = size;
    from_ = to_ = 0;
    if (left > capacity_) {
        capacity_ = left;
        room_.reset(new char[left]);
    }
    if (left > 0) std::memcpy(room_.get(), piece.room.get() + begin + size, left);
    to_ = left;
    std::memset(piece.room.get() + begin + size, '\n', room_behind);
}

}  // namespace styrkedja::sie
