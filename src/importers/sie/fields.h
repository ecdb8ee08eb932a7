// SPDX-License-Identifier: EUPL-1.2
#pragma once

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

template <bool with_lists>
inline const char* cut_field(const char* at, Field& field) {
    const Class first = class_of(*at);
    if (first == quote) return cut_quoted(at, field);
    if (first == line_end) {
        field = Field();
        return at;
    }
    if (with_lists && first == brace) return cut_list(at, field);
    const char* from = at;
    bool escaped = false;
    for (;; ++at) {
        const Class kind = class_of(*at);
        if (kind == plain || kind == quote) continue;
        if (kind == backslash) {
            escaped = true;
            if (at[1] == '"') ++at;
            continue;
        }
        if (kind == brace && !with_lists) continue;
        break;
    }
    field = Field{std::string_view(from, static_cast<std::size_t>(at - from)), true, escaped, false, false};
    return at;
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
