// SPDX-License-Identifier: EUPL-1.2
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/rows.h"

// The grammar of a line of SIE 1-4 (specification 5.1-5.18), over raw bytes. Bytes must be followed by a line feed and some
// more that may be read (Piece, cutter.h): nothing is looked for past the line's end.
namespace styrkedja::sie {

// What a byte does in a line.
enum Class : std::uint8_t { plain, blank, quote, backslash, brace, line_end };

constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> table{};
    table[' '] = table['\t'] = blank;
    table['"'] = quote;
    table['\\'] = backslash;
    table['{'] = brace;
    table['\n'] = table['\r'] = line_end;
    return table;
}();

inline Class class_of(char c) { return static_cast<Class>(classes[static_cast<unsigned char>(c)]); }
inline bool is_line_end(char c) { return c == '\n' || c == '\r'; }

struct Field {
    std::string_view raw;      // without the quotes around it; `\"` as it stands
    bool exists = false;       // "" in quotes exists and is empty
    bool escaped = false;      // has a backslash: see plain_text
    bool is_list = false;      // {…}: raw is what stands between
    bool unclosed = false;     // its quote or brace was missing: it ends where the line does
};

inline const char* skip_blanks(const char* at) {
    while (*at == ' ' || *at == '\t') ++at;
    return at;
}

// Cuts the field that begins at `at`, which is no blank; gives where it ends. A brace ends (or begins) a field only in
// records that have object lists.
const char* cut_quoted(const char* at, Field& field);
const char* cut_list(const char* at, Field& field);

// The first of the next sixteen bytes that is a blank, a control, a backslash or a `special`; 16 = none of them.
inline unsigned first_special(const char* at, char special) {
#ifdef __SSE2__
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(special == '"' ? 0x1F : 0x20)), bytes);
    const __m128i found = _mm_or_si128(low, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8(special))));
    return static_cast<unsigned>(__builtin_ctz(static_cast<unsigned>(_mm_movemask_epi8(found)) | 0x10000U));
#else
    unsigned i = 0;
    while (i < 16 && at[i] != '\\' && at[i] != special && static_cast<unsigned char>(at[i]) > (special == '"' ? 0x1F : 0x20)) ++i;
    return i;
#endif
}

const char* cut_bare(const char* from, const char* at, bool with_lists, Field& field);   // what has more than sixteen plain bytes

template <bool with_lists>
inline const char* cut_field(const char* at, Field& field) {
    const unsigned size = first_special(at, '{');
    const char* end = at + size;
    if (size > 0 && *at != '"') {
        const bool ends = size < 16 && (*end == ' ' || is_line_end(*end) || *end == '\t' || (with_lists && *end == '{'));
        if (!ends) return cut_bare(at, end, with_lists, field);
        field = Field{std::string_view(at, size), true, false, false, false};
        return end;
    }
    if (*at == '"') return cut_quoted(at, field);
    if (is_line_end(*at)) {
        field = Field();
        return at;
    }
    if (with_lists && *at == '{') return cut_list(at, field);
    return cut_bare(at, at, with_lists, field);
}

// All fields of a line after its label (which is the first).
std::vector<Field> cut_line(const char* at, bool with_lists);

// `\"` is a quotation mark; any other backslash stays what it is (paths in #FNR).
std::string plain_text(std::string_view raw, bool escaped);

// 8 digits that are a day; none: they aren't.
std::optional<Date> read_date(std::string_view text);
// "-1234.5": whole öre; none: not in the specification's form (comma, plus, blanks, more than 2 decimals), or too large.
enum class AmountFault : std::uint8_t { none, form, decimals, size };
AmountFault read_ore(std::string_view text, ledger::Ore& ore);
// Thousandths; false: not a number, or more decimals than that.
bool read_quantity(std::string_view text, std::int64_t& thousandths);

// Labels are told apart whatever the case of their letters.
bool same_label(std::string_view label, std::string_view name);

}  // namespace styrkedja::sie
