// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "base/byte_source.h"

namespace styrkedja::sie {

// Cuts a file into pieces that begin and end between records and outside vouchers. A piece is some block long, or as long as
// the voucher that doesn't fit into one.
class Cutter {
  public:
    static constexpr std::size_t head_size = 64 * 1024;
    static constexpr std::size_t room_behind = 64;      // bytes behind a piece that may be read; a line feed first
    static constexpr std::size_t largest_voucher = std::size_t{512} << 20U;

    Cutter(ByteSource& bytes, std::size_t block);

    // The file's beginning; its byte order mark is taken away.
    std::string_view head();
    void skip(std::size_t bytes) { from_ += bytes; }

    // A piece and the room behind it, which is the caller's. Size 0: the file has ended.
    struct Piece {
        std::unique_ptr<char[]> room;
        std::size_t capacity = 0, begin = 0, size = 0;
        std::string_view bytes() const { return {room.get() + begin, size}; }
    };
    void next(Piece& piece);
    std::size_t take(std::span<char> into);            // bytes as they are, wherever they end; 0: the file has ended
    bool at_end() const { return ended_ && from_ == to_; }
    bool is_too_large() const { return too_large_; }    // a voucher without end: next() gave nothing
    std::uint64_t read() const { return read_; }

  private:
    void fill(std::size_t wanted);                      // until so many bytes are there, or the file ends; there is room behind
    void hand_over(Piece& piece, std::size_t size);
    std::size_t cut(std::size_t limit) const;           // a safe place up to there; 0 = none

    ByteSource* source_;
    std::size_t block_;
    std::unique_ptr<char[]> room_;
    std::size_t capacity_ = 0, from_ = 0, to_ = 0;
    std::uint64_t read_ = 0;
    bool ended_ = false, too_large_ = false;
};

}  // namespace styrkedja::sie
