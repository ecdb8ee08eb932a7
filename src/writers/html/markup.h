// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A small builder of HTML in which a text cannot become markup: everything that goes out is of a type, and
// the type decides how it is escaped.
//   text, attribute value   escaped
//   identifier (id, #link)  letters, digits and . _ - / as they are, anything else becomes _
//   address                 http, https and mailto only
//   names of elements and attributes, raw markup   literals of the program, checked when it is compiled
namespace styrkedja::html {

// The name of an element: a literal of small letters and digits.
class ElementName {
  public:
    consteval ElementName(const char* name) : name_(name) {
        for (const char c : name_) {
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
                throw "an element name has small letters and digits";
        }
        if (name_ == "script" || name_ == "style")
            throw "scripts and styles go through Markup::script and style";
    }
    std::string_view str() const { return name_; }

  private:
    std::string_view name_;
};

// The name of an attribute whose value is plain text. Event handlers, styles and addresses are refused:
// handlers and styles have no place in a document, and an address is made by `href`, an identifier by `id`
// and `to`.
class AttributeName {
  public:
    consteval AttributeName(const char* name) : name_(name) {
        for (const char c : name_) {
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == 'B' || c == 'A' ||
                  c == 'R')) {
                throw "an attribute name has small letters, digits and - (and SVG's B, A, R)";
            }
        }
        if (name_.starts_with("on") || name_ == "style") throw "no handlers, no styles in attributes";
        if (name_ == "href" || name_ == "src" || name_ == "id" || name_ == "srcdoc" || name_ == "action") {
            throw "addresses and identifiers are types of their own";
        }
    }
    std::string_view str() const { return name_; }

  private:
    std::string_view name_;
};

// Markup that was written by us: a literal.
class Raw {
  public:
    consteval Raw(const char* html) : html_(html) {}
    // A file of assets/, which is part of the program.
    static Raw asset(std::string_view html) { return Raw(html, 0); }
    // An SVG picture made by charts/to_svg, which escapes every text of the document.
    static Raw drawing(std::string_view svg) { return Raw(svg, 0); }
    std::string_view str() const { return html_; }

  private:
    constexpr Raw(std::string_view html, int) : html_(html) {}
    std::string_view html_;
};

// The value of an attribute in up to eight pieces, so that nothing is glued together on the way.
struct Pieces {
    std::array<std::string_view, 8> piece{};
    std::size_t count = 0;

    Pieces() = default;
    template <class... Parts>
    requires(sizeof...(Parts) > 0 && sizeof...(Parts) <= 8) explicit Pieces(const Parts&... parts)
        : piece{std::string_view(parts)...}, count(sizeof...(Parts)) {}
};

struct Attribute {
    enum class Kind : unsigned char { text, identifier, plain } kind = Kind::text;
    std::string_view before;  // of the value, ours: ` class="`
    std::string_view name;
    Pieces value;
};

// name="value": the value escaped. Left out when the value is empty.
template <class... Parts>
Attribute attr(AttributeName name, const Parts&... parts) {
    return {Attribute::Kind::text, {}, name.str(), Pieces(parts...)};
}
// id="…", and what points at one: href="#…", aria-describedby="…".
template <class... Parts>
Attribute id(const Parts&... parts) {
    return {Attribute::Kind::identifier, {}, "id", Pieces(parts...)};
}
template <class... Parts>
Attribute to(const Parts&... parts) {
    return {Attribute::Kind::identifier, "#", "href", Pieces(parts...)};
}
template <class... Parts>
Attribute described_by(const Parts&... parts) {
    return {Attribute::Kind::identifier, {}, "aria-describedby", Pieces(parts...)};
}
template <class... Parts>
Attribute labelled_by(const Parts&... parts) {
    return {Attribute::Kind::identifier, {}, "aria-labelledby", Pieces(parts...)};
}
// An address out of the document; nothing when it is not http, https or mailto.
std::optional<Attribute> address(std::string_view url);
// A picture in the page itself.
Attribute picture(std::string_view media_type, std::string_view base64);
// alt="", which is left out by nobody.
Attribute no_alt();

class Markup {
  public:
    void open(ElementName name, std::initializer_list<Attribute> attributes = {});
    void close();  // the element that was opened last and isn't closed
    void leaf(ElementName name, std::initializer_list<Attribute> attributes, std::string_view text);
    void leaf(ElementName name, std::string_view text) { leaf(name, {}, text); }
    void empty(ElementName name,
               std::initializer_list<Attribute> attributes = {});  // <br>, <col>, <img>, <rect>
    void text(std::string_view text);
    void raw(Raw html) { out_ += html.str(); }
    void style(std::string_view css);  // css of ours; texts in it went through css_string
    void script(Raw javascript);
    void line() { out_ += '\n'; }

    std::size_t size() const { return out_.size(); }
    void reserve(std::size_t bytes) { out_.reserve(bytes); }
    std::string take();  // everything must be closed

  private:
    void begin(std::string_view name, std::initializer_list<Attribute> attributes);

    std::string out_;
    std::vector<std::string_view> open_;
};

// Appends what a text is in HTML, in a place for text or between double quotes.
void append_escaped(std::string& out, std::string_view text);
void append_identifier(std::string& out, std::string_view text);
// A string of a style sheet with its quotes: no text can end it, or the style element.
std::string css_string(std::string_view text);
std::string base64(std::string_view bytes);

}  // namespace styrkedja::html
