// SPDX-License-Identifier: EUPL-1.2
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <cstdint>
#include <cstring>

// What stands where in the first 64 bytes of a line, a bit for each byte: fields are then found without looking at each byte.
namespace styrkedja::sie {

struct LineBits {
    static constexpr unsigned width = 64;
    std::uint64_t blank = 0, quote = 0, opened = 0, closed = 0;   // ' ', '"', '{', '}': before `end`
    unsigned end = width;   // the first control (a line's end, a tab) or backslash; 64 = there is none

    explicit LineBits(const char* at);   // 64 bytes may be read
    // The first from `at` (which is at most 64) of what is sought; `end` where there is none.
    unsigned next(std::uint64_t sought, unsigned at) const {
        const std::uint64_t rest = at < width ? sought >> at << at : 0;
        return rest == 0 ? end : static_cast<unsigned>(std::countr_zero(rest));
    }

  private:
#ifdef __SSE2__
    template <unsigned from>
    void take(const char* at, std::uint64_t& stop) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + from));
        const auto bits = [](__m128i found) { return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(found))} << from; };
        blank |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')));
        quote |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
        opened |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('{')));
        closed |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('}')));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
        stop |= bits(_mm_or_si128(control, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
    }
#endif
};

__attribute__((always_inline)) inline LineBits::LineBits(const char* at) {
    std::uint64_t stop = 0;
#ifdef __SSE2__
    take<0>(at, stop), take<16>(at, stop), take<32>(at, stop), take<48>(at, stop);
#else
    for (unsigned i = 0; i < width; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        const auto byte = static_cast<unsigned char>(at[i]);
        blank |= byte == ' ' ? bit : 0;
        quote |= byte == '"' ? bit : 0;
        opened |= byte == '{' ? bit : 0;
        closed |= byte == '}' ? bit : 0;
        stop |= byte < 0x20 || byte == '\\' ? bit : 0;
    }
#endif
    if (stop == 0) return;
    end = static_cast<unsigned>(std::countr_zero(stop));
    const std::uint64_t before = (std::uint64_t{1} << end) - 1;
    blank &= before, quote &= before, opened &= before, closed &= before;
}

// Eight digits, the first byte the highest; false: one of them is no digit.
inline bool eight_digits(std::uint64_t bytes, std::uint64_t& value) {
    std::uint64_t digits = bytes ^ 0x3030303030303030U;
    if (((digits + 0x7676767676767676U) | digits) & 0x8080808080808080U) return false;
    digits = (digits * 10 + (digits >> 8U)) & 0x00FF00FF00FF00FFU;
    digits = (digits * 100 + (digits >> 16U)) & 0x0000FFFF0000FFFFU;
    value = (digits * 10000 + (digits >> 32U)) & 0xFFFFFFFFU;
    return true;
}

// An amount with two decimals and at most eight digits before them, which is how programs write: öre. Eight bytes before
// the field may be read. False: it is in another form (or wrong): read_ore tells.
inline bool read_common_ore(const char* at, unsigned size, std::int64_t& ore) {
    const unsigned negative = *at == '-' ? 1 : 0;
    const unsigned digits = size - negative - 3;
    if (size < negative + 4U || digits > 8 || at[size - 3] != '.') return false;
    std::uint64_t bytes = 0, whole = 0;
    std::memcpy(&bytes, at + size - 11, 8);
    // What stands before the first digit is put out of the way, by noughts.
    const unsigned bits = 8 * (8 - digits);
    if (bits > 0) bytes = bytes >> bits << bits | (0x3030303030303030U >> (64 - bits));
    const unsigned tens = static_cast<unsigned char>(at[size - 2]) - unsigned{'0'}, ones = static_cast<unsigned char>(at[size - 1]) - unsigned{'0'};
    if (!eight_digits(bytes, whole) || tens > 9 || ones > 9) return false;
    const auto value = static_cast<std::int64_t>(whole * 100 + tens * 10 + ones);
    ore = negative ? -value : value;
    return true;
}

}  // namespace styrkedja::sie
