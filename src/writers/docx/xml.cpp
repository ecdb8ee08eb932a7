// SPDX-License-Identifier: EUPL-1.2
#include "writers/docx/xml.h"

#include <array>
#include <cassert>

#include "base/utf8.h"

namespace styrkedja::docx {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Bytes that go out as they are.
constexpr std::array<bool, 256> plain_bytes() {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x7f; ++c) plain[c] = true;
    plain['&'] = plain['<'] = plain['>'] = plain['"'] = false;
    plain['\t'] = plain['\n'] = true;
    return plain;
}
constexpr auto plain = plain_bytes();

std::string_view escape_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return {};
    }
}

// What XML 1.0 §2.2 leaves out above 0x7f, and the C1 control characters, which show nothing.
bool is_lost(char32_t c) {
    return c == 0xfffe || c == 0xffff || (c >= 0x7f && c < 0xa0);
}

}  // namespace

std::size_t append_escaped(std::string& out, std::string_view text) {
    std::size_t replaced = 0;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (plain[byte]) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        std::string_view instead = escape_of(text[at]);
        if (byte >= 0x7f) {
            const char32_t c = next_character(text, at);
            const bool broken = c == replacement_character && text.substr(begin, 3) != replacement;
            if (!broken && !is_lost(c)) continue;
        } else {
            ++at;
            if (byte == '\r') instead = "\n";
        }
        if (instead.empty()) {
            instead = replacement;
            ++replaced;
        }
        out.append(text.substr(done, begin - done)).append(instead);
        done = at;
    }
    out.append(text.substr(done));
    return replaced;
}

void Xml::begin(std::string_view name, std::initializer_list<Attribute> attributes) {
    out_ += '<';
    out_ += name;
    for (const Attribute& attribute : attributes) {
        out_ += ' ';
        out_ += attribute.name_.str();
        out_ += "=\"";
        if (attribute.is_number_) {
            out_ += std::to_string(attribute.number_);
        } else {
            replaced_ += append_escaped(out_, attribute.text_);
        }
        out_ += '"';
    }
}

void Xml::open(Name name, std::initializer_list<Attribute> attributes) {
    begin(name.str(), attributes);
    out_ += '>';
    open_.push_back(name.str());
}

void Xml::close() {
    assert(!open_.empty());
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    open_.pop_back();
}

void Xml::empty(Name name, std::initializer_list<Attribute> attributes) {
    begin(name.str(), attributes);
    out_ += "/>";
}

void Xml::leaf(Name name, std::string_view text_of, std::initializer_list<Attribute> attributes) {
    begin(name.str(), attributes);
    out_ += '>';
    text(text_of);
    out_ += "</";
    out_ += name.str();
    out_ += '>';
}

void Xml::text(std::string_view text_of) {
    replaced_ += append_escaped(out_, text_of);
}

std::string Xml::take() {
    assert(open_.empty());
    return std::move(out_);
}

}  // namespace styrkedja::docx
