// SPDX-License-Identifier: EUPL-1.2
#include "compose/markdown_inlines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace styrkedja {
namespace {

constexpr std::size_t longest_address = 2048;

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// What a word doesn't go on over: blanks, punctuation, dashes and quotation marks.
bool ends_a_word(char32_t c) {
    if (c < 0x80) return c <= ' ' || is_ascii_punctuation(static_cast<char>(c));
    return c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2000 && c <= 0x206F);
}

bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == 0xA0 || c == 0x202F; }

char32_t character_before(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] & 0xC0) == 0x80) --at;
    if (at == 0) return ' ';
    return next_character(text, --at);
}

char32_t character_after(std::string_view text, std::size_t at) {
    return at < text.size() ? next_character(text, at) : U' ';
}

bool is_allowed_address(std::string_view address) {
    std::string scheme;
    for (char c : address.substr(0, 8)) scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return scheme.starts_with("https://") || scheme.starts_with("http://") || scheme.starts_with("mailto:");
}

class Tokenizer {
  public:
    explicit Tokenizer(const RawText& raw) : raw_(raw), text_(raw.text) {}

    std::vector<Token> read() {
        while (at_ < text_.size()) step();
        flush();
        pair_marks();
        return std::move(tokens_);
    }

  private:
    struct Delimiter {
        std::size_t token = 0;
        bool opens = false, closes = false;
    };

    void step() {
        char c = text_[at_];
        if (c == '\\' && at_ + 1 < text_.size() && is_ascii_punctuation(text_[at_ + 1])) {
            plain(at_ + 1, 1);
            at_ += 2;
        } else if (c == '\n') {
            put(TokenKind::line_break, 1);
        } else if (c == '{') {
            take_quote();
        } else if (c == '[') {
            if (!take_note() && !take_link()) take_plain();
        } else if (c == '*') {
            take_mark();
        } else {
            take_plain();
        }
    }

    void take_plain() { plain(at_, 1), ++at_; }

    void plain(std::size_t from, std::size_t length) {
        if (pending_.empty()) pending_origin_ = raw_.origin[from];
        pending_ += text_.substr(from, length);
    }

    void flush() {
        if (pending_.empty()) return;
        Token& token = tokens_.emplace_back();
        token.text = std::move(pending_);
        token.origin = pending_origin_;
        pending_.clear();
    }

    Token& put(TokenKind kind, std::size_t length) {
        flush();
        Token& token = tokens_.emplace_back();
        token.kind = kind;
        token.source = text_.substr(at_, length);
        token.origin = raw_.origin[at_];
        at_ += length;
        return token;
    }

    void take_quote() {
        std::size_t end = text_.find_first_of("{}", at_ + 1);
        if (end == std::string_view::npos || text_[end] == '{') {
            put(TokenKind::unclosed_brace, 1).text = "{";
            return;
        }
        std::string inside(text_.substr(at_ + 1, end - at_ - 1));
        for (char& c : inside) c = c == '\n' ? ' ' : c;
        put(TokenKind::quote, end + 1 - at_).text = std::move(inside);
    }

    // [^note-id]
    bool take_note() {
        if (!text_.substr(at_).starts_with("[^")) return false;
        std::size_t end = text_.find_first_of("[] \n", at_ + 2);
        if (end == std::string_view::npos || text_[end] != ']' || end == at_ + 2) return false;
        std::string id(text_.substr(at_ + 2, end - at_ - 2));
        put(TokenKind::note, end + 1 - at_).text = std::move(id);
        return true;
    }

    // [words](address): no brackets in the words, no blanks in the address, its parentheses in pairs.
    bool take_link() {
        std::size_t end = text_.find_first_of("[]", at_ + 1);
        if (end == std::string_view::npos || text_[end] == '[' || character_after(text_, end + 1) != '(') return false;
        std::size_t last = end + 2, stop = std::min(text_.size(), last + longest_address);
        for (int depth = 0; last < stop && !is_blank(static_cast<unsigned char>(text_[last])); ++last) {
            if (text_[last] == '(') ++depth;
            if (text_[last] == ')' && depth-- == 0) break;
        }
        if (last >= stop || text_[last] != ')') return false;
        std::string words(text_.substr(at_ + 1, end - at_ - 1));
        std::string address(text_.substr(end + 2, last - end - 2));
        if (words.find_first_not_of(" \n") == std::string::npos || address.empty()) return false;
        bool allowed = is_allowed_address(address);
        Token& token = put(allowed ? TokenKind::link : TokenKind::bad_link, last + 1 - at_);
        token.text = std::move(words);
        token.target = std::move(address);
        return true;
    }

    // A mark opens before a word that begins there, and closes after one that ends there: "400*" and 2*3*4 are text.
    void take_mark() {
        std::size_t length = text_.substr(at_, 2) == "**" ? 2 : 1;
        char32_t before = character_before(text_, at_), after = character_after(text_, at_ + length);
        Delimiter mark{0, !is_blank(after) && ends_a_word(before), !is_blank(before) && ends_a_word(after)};
        Token& token = put(length == 2 ? TokenKind::strong : TokenKind::emphasis, length);
        token.text = token.source;
        mark.token = tokens_.size() - 1;
        delimiters_.push_back(mark);
    }

    void pair_marks() {
        std::vector<bool> paired(tokens_.size(), false);
        std::array<std::size_t, 2> open{none, none};
        for (const Delimiter& mark : delimiters_) {
            std::size_t& begun = open[tokens_[mark.token].kind == TokenKind::strong ? 0 : 1];
            if (begun != none && mark.closes && mark.token > begun + 1) {
                paired[begun] = paired[mark.token] = true;
                begun = none;
            } else if (mark.opens) {
                begun = mark.token;
            }
        }
        for (const Delimiter& mark : delimiters_) {
            if (!paired[mark.token]) tokens_[mark.token].kind = TokenKind::text;
        }
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    const RawText& raw_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::string pending_;
    std::size_t pending_origin_ = 0;
    std::vector<Token> tokens_;
    std::vector<Delimiter> delimiters_;
};

}  // namespace

std::vector<Token> markdown_tokens(const RawText& raw) { return Tokenizer(raw).read(); }

}  // namespace styrkedja
