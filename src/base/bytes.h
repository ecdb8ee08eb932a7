// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace styrkedja {

// Bytes that are kept for ever: whole numbers as LEB128 (seven bits a byte, the lowest first, the highest bit says
// that more follow), texts with their length before them.
inline void put_number(std::string& bytes, std::uint64_t number) {
    while (number >= 0x80) {
        bytes += static_cast<char>(static_cast<unsigned char>(number | 0x80U));
        number >>= 7U;
    }
    bytes += static_cast<char>(static_cast<unsigned char>(number));
}

inline void put_text(std::string& bytes, std::string_view text) {
    put_number(bytes, text.size());
    bytes += text;
}

// Reads what was put. Total: past the end, or where the bytes are no number, everything is 0 or empty and ok() false.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) return fail();
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            if (shift == 63 && byte > 1) return fail();
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return byte == 0 && shift > 0 ? fail() : value;  // one way only to write a number
        }
        return fail();
    }

    std::string_view text() { return bytes(number()); }

    std::string_view bytes(std::uint64_t length) {
        if (length > rest_.size()) {
            fail();
            return {};
        }
        std::string_view taken = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return taken;
    }

    bool ok() const { return ok_; }
    bool at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

  private:
    std::uint64_t fail() {
        ok_ = false;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace styrkedja
