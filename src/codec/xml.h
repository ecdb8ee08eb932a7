// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// A small builder of the XML of office documents, in which a text cannot become markup: names and fixed
// markup are literals of the program, everything else is escaped. What XML can't hold at all (control characters,
// bytes that are not UTF-8) becomes U+FFFD, visibly, and is counted.
namespace styrkedja::xml {

// The name of an element or attribute: "w:p".
class Name {
  public:
    consteval Name(const char* name) : name_(name) {
        for (const char c : name_) {
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_'))
                throw "a name has letters, digits, : and _";
        }
    }
    std::string_view str() const { return name_; }

  private:
    std::string_view name_;
};

// Markup that was written by us: a literal, or a file of assets/.
class Raw {
  public:
    consteval Raw(const char* xml) : xml_(xml) {}
    static Raw asset(std::string_view xml) { return Raw(xml, 0); }
    std::string_view str() const { return xml_; }

  private:
    constexpr Raw(std::string_view xml, int) : xml_(xml) {}
    std::string_view xml_;
};

// name="value", the value a text or a whole number.
class Attribute {
  public:
    Attribute(Name name, std::string_view value) : name_(name), text_(value) {}
    Attribute(Name name, const char* value) : name_(name), text_(value) {}
    Attribute(Name name, const std::string& value) : name_(name), text_(value) {}
    Attribute(Name name, int value) : name_(name), number_(value), is_number_(true) {}
    Attribute(Name name, long value) : name_(name), number_(value), is_number_(true) {}
    Attribute(Name name, std::size_t value) : name_(name), number_(static_cast<long>(value)), is_number_(true) {}

  private:
    friend class Xml;
    Name name_;
    std::string_view text_;
    long number_ = 0;
    bool is_number_ = false;
};

class Xml {
  public:
    void open(Name name, std::initializer_list<Attribute> attributes = {});
    void close();  // the element that was opened last and isn't closed
    void empty(Name name, std::initializer_list<Attribute> attributes = {});
    // <name w:val="value"/>, the most common of all.
    void value(Name name, std::string_view value) { empty(name, {{"w:val", value}}); }
    void value(Name name, long value) { empty(name, {{"w:val", value}}); }
    void leaf(Name name, std::string_view text, std::initializer_list<Attribute> attributes = {});
    void text(std::string_view text);
    void raw(Raw xml) { out_ += xml.str(); }
    // Markup that another Xml made.
    void append(const std::string& xml) { out_ += xml; }
    // Markup of another Xml, put where this one was `at` bytes long.
    void insert(std::size_t at, const std::string& xml) { out_.insert(at, xml); }

    std::size_t size() const { return out_.size(); }
    void reserve(std::size_t bytes) { out_.reserve(bytes); }
    std::size_t replaced() const { return replaced_; }  // characters that XML can't hold, so far
    std::string take();                                 // everything must be closed

  private:
    void begin(std::string_view name, std::initializer_list<Attribute> attributes);

    std::string out_;
    std::vector<std::string_view> open_;
    std::size_t replaced_ = 0;
};

// Appends what a text is in XML, in a place for text or between double quotes; gives the characters replaced.
std::size_t append_escaped(std::string& out, std::string_view text);

}  // namespace styrkedja::xml
