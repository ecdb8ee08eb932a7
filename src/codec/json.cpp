// SPDX-License-Identifier: EUPL-1.2
#include "codec/json.h"

#include <array>
#include <cstdlib>

#include "base/utf8.h"

namespace styrkedja {
namespace {

void require(bool holds) {
    if (!holds) std::abort();  // a bug in the caller, in release too
}

// For each byte: 0 = as it is, 'u' = as \u00XX, else the letter after the backslash.
constexpr std::array<char, 256> make_escapes() {
    std::array<char, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
    table['\n'] = 'n';
    table['\t'] = 't';
    table['\r'] = 'r';
    table['"'] = '"';
    table['\\'] = '\\';
    table[0x7f] = 'u';
    return table;
}
constexpr std::array<char, 256> escapes = make_escapes();

}  // namespace

JsonWriter& JsonWriter::begin(char kind, Layout layout) {
    before_value();
    out_ += kind;
    levels_.push_back({kind, layout});
    return *this;
}

JsonWriter& JsonWriter::end(char kind, char bracket) {
    require(!levels_.empty() && levels_.back().kind == kind && !after_key_);
    if (levels_.back().layout == Layout::lines && !levels_.back().empty) out_ += '\n';
    levels_.pop_back();
    out_ += bracket;
    return *this;
}

void JsonWriter::next_in_level() {
    Level& level = levels_.back();
    if (!level.empty) out_ += ',';
    if (level.layout == Layout::lines) out_ += '\n';
    level.empty = false;
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) {
        require(out_.empty());
        return;
    }
    require(levels_.back().kind == '[');
    next_in_level();
}

JsonWriter& JsonWriter::key(std::string_view name) {
    require(!levels_.empty() && levels_.back().kind == '{' && !after_key_);
    next_in_level();
    quoted(name);
    out_ += ':';
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
    before_value();
    quoted(text);
    return *this;
}

void JsonWriter::quoted(std::string_view text) {
    out_ += '"';
    while (true) {
        const std::size_t bad = find_invalid_utf8(text);
        escaped(text.substr(0, bad));
        if (bad == std::string_view::npos) break;
        append_character(out_, replacement_character);
        text.remove_prefix(bad + 1);
    }
    out_ += '"';
}

void JsonWriter::escaped(std::string_view text) {
    std::size_t run = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const char escape = escapes[byte];
        if (escape == 0) continue;
        out_.append(text, run, at - run);
        run = at + 1;
        out_ += '\\';
        out_ += escape;
        if (escape == 'u') {
            constexpr char digits[] = "0123456789abcdef";
            out_ += "00";
            out_ += digits[byte >> 4];
            out_ += digits[byte & 15];
        }
    }
    out_.append(text, run);
}

JsonWriter& JsonWriter::number(std::int64_t whole) {
    before_value();
    out_ += std::to_string(whole);
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    before_value();
    out_ += "null";
    return *this;
}

JsonWriter& JsonWriter::member_if(std::string_view name, std::string_view text) {
    return text.empty() ? *this : key(name).string(text);
}

std::string JsonWriter::take() {
    require(levels_.empty() && !after_key_);
    out_ += '\n';
    return std::move(out_);
}

}  // namespace styrkedja
