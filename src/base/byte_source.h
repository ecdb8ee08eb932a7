// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace styrkedja {

// Bytes in order, a block at a time: a file, a member of an archive, a test's text cut where it likes.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    virtual std::size_t read(std::span<char> into) = 0;   // how many; 0 = the end
    virtual std::uint64_t size() const { return 0; }      // for progress; 0 = not known
};

// Of a text in memory, which the caller keeps.
class TextSource : public ByteSource {
  public:
    explicit TextSource(std::string_view text, std::size_t at_most = SIZE_MAX) : text_(text), at_most_(at_most) {}
    std::size_t read(std::span<char> into) override {
        const std::size_t size = text_.substr(0, into.size() < at_most_ ? into.size() : at_most_).copy(into.data(), into.size());
        text_.remove_prefix(size);
        return size;
    }
    std::uint64_t size() const override { return text_.size(); }

  private:
    std::string_view text_;
    std::size_t at_most_;   // of one block
};

}  // namespace styrkedja
