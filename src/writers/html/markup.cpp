// SPDX-License-Identifier: EUPL-1.2
#include "writers/html/markup.h"

#include <cstdlib>

namespace styrkedja::html {
namespace {

// What a byte becomes; empty = itself. Control characters are not allowed in HTML and become U+FFFD.
struct Escapes {
    std::array<std::string_view, 256> text{};
    std::array<bool, 256> special{};
    constexpr Escapes() {
        for (std::size_t c = 0; c < 0x20; ++c) set(c, "\uFFFD");
        set(0x7f, "\uFFFD");
        special['\n'] = special['\t'] = false;
        set('\r', " ");
        set('&', "&amp;");
        set('<', "&lt;");
        set('>', "&gt;");
        set('"', "&quot;");
        set('\'', "&#39;");
    }
    constexpr void set(std::size_t c, std::string_view as) {
        text[c] = as;
        special[c] = true;
    }
};
constexpr Escapes escapes;

constexpr bool is_identifier(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-' || c == '/' || c >= 0x80;
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view text, std::string_view scheme) {
    if (text.size() < scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i) {
        if (small(text[i]) != scheme[i]) return false;
    }
    return true;
}

bool is_blank(const Pieces& pieces) {
    for (std::size_t i = 0; i < pieces.count; ++i) {
        if (!pieces.piece[i].empty()) return false;
    }
    return true;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t run = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (!escapes.special[byte]) continue;
        out.append(text.data() + run, at - run);
        out += escapes.text[byte];
        run = at + 1;
    }
    out.append(text.data() + run, text.size() - run);
}

void append_identifier(std::string& out, std::string_view text) {
    for (const char c : text) out += is_identifier(static_cast<unsigned char>(c)) ? c : '_';
}

std::string css_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            out += ' ';
        } else if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
            constexpr char digits[] = "0123456789abcdef";
            out += '\\';
            out += digits[byte >> 4];
            out += digits[byte & 15];
            out += ' ';
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = (group << 8U) | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        const std::size_t known = bytes.size() - at;
        out += letters[(group >> 18U) & 63U];
        out += letters[(group >> 12U) & 63U];
        out += known > 1 ? letters[(group >> 6U) & 63U] : '=';
        out += known > 2 ? letters[group & 63U] : '=';
    }
    return out;
}

std::optional<Attribute> address(std::string_view url) {
    if (!begins_with(url, "https://") && !begins_with(url, "http://") && !begins_with(url, "mailto:"))
        return {};
    return Attribute{Attribute::Kind::text, {}, "href", Pieces(url)};
}

Attribute picture(std::string_view media_type, std::string_view base64_text) {
    return {Attribute::Kind::text, {}, "src", Pieces("data:", media_type, ";base64,", base64_text)};
}

Attribute no_alt() {
    return {Attribute::Kind::plain, {}, "alt", Pieces()};
}

void Markup::begin(std::string_view name, std::initializer_list<Attribute> attributes) {
    out_ += '<';
    out_ += name;
    for (const Attribute& attribute : attributes) {
        if (attribute.name.empty()) continue;
        if (attribute.kind != Attribute::Kind::plain && is_blank(attribute.value)) continue;
        out_ += ' ';
        out_ += attribute.name;
        out_ += "=\"";
        out_ += attribute.before;
        for (std::size_t i = 0; i < attribute.value.count; ++i) {
            if (attribute.kind == Attribute::Kind::identifier) {
                append_identifier(out_, attribute.value.piece[i]);
            } else {
                append_escaped(out_, attribute.value.piece[i]);
            }
        }
        out_ += '"';
    }
    out_ += '>';
}

void Markup::open(ElementName name, std::initializer_list<Attribute> attributes) {
    begin(name.str(), attributes);
    open_.push_back(name.str());
}

void Markup::close() {
    if (open_.empty()) std::abort();  // a bug: more closed than opened
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    open_.pop_back();
}

void Markup::leaf(ElementName name, std::initializer_list<Attribute> attributes, std::string_view text_of) {
    open(name, attributes);
    text(text_of);
    close();
}

void Markup::empty(ElementName name, std::initializer_list<Attribute> attributes) {
    begin(name.str(), attributes);
}

void Markup::text(std::string_view text) {
    append_escaped(out_, text);
}

void Markup::style(std::string_view css) {
    out_ += "<style>";
    out_ += css;
    out_ += "</style>";
}

void Markup::script(Raw javascript) {
    out_ += "<script>";
    out_ += javascript.str();
    out_ += "</script>";
}

std::string Markup::take() {
    if (!open_.empty()) std::abort();  // a bug: something isn't closed
    return std::move(out_);
}

}  // namespace styrkedja::html
