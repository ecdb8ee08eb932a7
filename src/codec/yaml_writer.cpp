// SPDX-License-Identifier: EUPL-1.2
#include "codec/yaml_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>

#include "base/utf8.h"

namespace styrkedja {
namespace {

constexpr auto npos = std::string_view::npos;

// Characters that YAML can't hold as they are, or takes for the end of a line.
bool needs_escape(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE;
}

bool has_escapes(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (needs_escape(next_character(text, at))) return true;
    }
    return false;
}

// What some reader of YAML 1.1 or 1.2 takes for a truth value, nothing, a merge or a special number.
bool is_word_with_meaning(std::string_view text) {
    constexpr std::array<std::string_view, 16> words = {"null", "true", "false", "yes",  "no", "on",
                                                        "off",  "y",    "n",     "~",    "<<", "=",
                                                        ".inf", ".nan", "+.inf", "-.inf"};
    std::string lower(text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return std::find(words.begin(), words.end(), lower) != words.end();
}

// 75, 1.0, 1 234,5, 0x1F, 1e5, 12:30, 2024-01-01T10:00:00Z: wider than YAML's own rules, to be safe.
bool is_like_number(std::string_view text) {
    return text.find_first_of("0123456789") <= 1 &&
           text.find_first_not_of("0123456789+-.,:_ abcdefABCDEFoxTtZz") == npos;
}

bool needs_quotes(std::string_view text) {
    if (text.empty() || is_word_with_meaning(text) || is_like_number(text)) return true;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`=~ \t").find(text.front()) != npos) return true;
    if (text.back() == ' ' || text.back() == '\t' || text.back() == ':') return true;
    if (text.starts_with("...")) return true;
    return text.find(": ") != npos || text.find(" #") != npos || text.find(":\t") != npos ||
           text.find("\t#") != npos || text.find('\n') != npos || has_escapes(text);
}

std::string single_quoted(std::string_view text) {
    std::string out = "'";
    for (char c : text) {
        out += c;
        if (c == '\'') out += c;
    }
    return out + "'";
}

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_character(text, at);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (needs_escape(c)) {
            std::array<char, 12> escape{};
            std::snprintf(escape.data(), escape.size(), c < 0x10000 ? "\\u%04X" : "\\U%08X",
                          static_cast<unsigned>(c));
            out += escape.data();
        } else {
            append_character(out, c);
        }
    }
    return out + "\"";
}

std::string scalar(std::string_view text) {
    if (!needs_quotes(text)) return std::string(text);
    bool simple = text.find_first_of("\n\t") == npos && !has_escapes(text);
    return simple && text.find_first_of("\"\\") != npos ? single_quoted(text) : double_quoted(text);
}

bool fits_block(std::string_view text) {
    return text.find('\n') != npos && text.find_first_not_of(" \t\n") != npos && !has_escapes(text);
}

}  // namespace

void YamlWriter::begin_entry(Level& level) {
    if (level.empty && level.lead == Lead::after_dash) {
        out_ += ' ';
    } else {
        if (level.empty && level.lead == Lead::after_colon) out_ += '\n';
        out_.append(level.indent, ' ');
    }
    level.empty = false;
}

void YamlWriter::begin_value() {
    if (levels_.empty()) {
        before_value_ = Lead::line_start;
    } else if (!levels_.back().mapping) {
        begin_entry(levels_.back());
        out_ += '-';
        before_value_ = Lead::after_dash;
    } else {
        assert(before_value_ == Lead::after_colon);
    }
}

void YamlWriter::begin(bool mapping) {
    begin_value();
    std::size_t indent = levels_.empty() ? 0 : levels_.back().indent + 2;
    levels_.push_back({mapping, indent, before_value_, true});
    before_value_ = Lead::line_start;
}

void YamlWriter::end(std::string_view when_empty) {
    assert(!levels_.empty() && levels_.back().mapping == (when_empty == "{}"));
    Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty) return;
    if (level.lead == Lead::line_start) {
        out_.append(level.indent, ' ');
    } else {
        out_ += ' ';
    }
    out_ += when_empty;
    out_ += '\n';
}

void YamlWriter::key(std::string_view key) {
    assert(!levels_.empty() && levels_.back().mapping && before_value_ != Lead::after_colon);
    begin_entry(levels_.back());
    out_ += scalar(key) + ":";
    before_value_ = Lead::after_colon;
}

void YamlWriter::text(std::string_view text) {
    begin_value();
    if (before_value_ != Lead::line_start) out_ += ' ';
    before_value_ = Lead::line_start;
    if (fits_block(text)) return block(text);
    out_ += scalar(text);
    out_ += '\n';
}

void YamlWriter::block(std::string_view text) {
    std::size_t indent = levels_.empty() ? 2 : levels_.back().indent + 2;
    out_ += '|';
    if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n') out_ += '2';
    if (text.back() != '\n') {
        out_ += '-';
    } else if (text.ends_with("\n\n")) {
        out_ += '+';
    }
    out_ += '\n';
    if (text.back() == '\n') text.remove_suffix(1);
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) out_.append(indent, ' ');
        out_ += text.substr(at, end - at);
        out_ += '\n';
        at = end + 1;
    }
}

void YamlWriter::plain(std::string_view value) {
    begin_value();
    if (before_value_ != Lead::line_start) out_ += ' ';
    before_value_ = Lead::line_start;
    out_ += value;
    out_ += '\n';
}

void YamlWriter::comment(std::string_view text) {
    std::size_t indent = levels_.empty() ? 0 : levels_.back().indent;
    if (!levels_.empty() && levels_.back().empty && levels_.back().lead != Lead::line_start) {
        out_ += '\n';
        levels_.back().lead = Lead::line_start;
    }
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        out_.append(indent, ' ');
        out_ += end > at ? "# " : "#";
        out_ += text.substr(at, end - at);
        out_ += '\n';
        at = end + 1;
    }
}

void YamlWriter::blank_line() {
    if (!levels_.empty() && levels_.back().empty && levels_.back().lead != Lead::line_start) return;
    out_ += '\n';
}

std::string YamlWriter::take() {
    assert(levels_.empty());
    return std::move(out_);
}

}  // namespace styrkedja
