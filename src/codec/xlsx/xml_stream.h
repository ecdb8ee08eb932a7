// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace styrkedja::workbook {

// XML as events, fed a block at a time. What no office program writes and only does harm is refused: a document type (and so
// every entity of one's own), and more than 100 levels.
class XmlStream {
  public:
    // Names come without their prefix ("row" of "x:row"). What is lent is good for the call.
    class Handler {
      public:
        virtual ~Handler() = default;
        virtual void start(std::string_view name, const char* const* attributes) = 0;   // name, value, ..., null
        virtual void end(std::string_view name) = 0;
        virtual void text(std::string_view text) = 0;
    };

    explicit XmlStream(Handler& handler);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    bool feed(std::string_view bytes, bool last);   // false: it isn't well-formed, or is refused; see reason()
    const std::string& reason() const { return reason_; }

  private:
    struct Calls;
    XML_ParserStruct* parser_;
    Handler& handler_;
    std::string reason_;
    int depth_ = 0;
};

// The value of an attribute, or "".
std::string_view attribute(const char* const* attributes, std::string_view name);

}  // namespace styrkedja::workbook
