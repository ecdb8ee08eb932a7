// SPDX-License-Identifier: EUPL-1.2
#include "codec/xlsx/xml_stream.h"

#include <expat.h>

#include <cstring>

namespace styrkedja::workbook {
namespace {

constexpr int deepest = 100;

std::string_view without_prefix(const char* name) {
    const char* colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

}  // namespace

struct XmlStream::Calls {
    static XmlStream& of(void* data) { return *static_cast<XmlStream*>(data); }
    static void refuse(XmlStream& stream, const char* why) {
        stream.reason_ = why;
        XML_StopParser(stream.parser_, XML_FALSE);
    }
    static void start(void* data, const char* name, const char** attributes) {
        XmlStream& stream = of(data);
        if (++stream.depth_ > deepest) return refuse(stream, "more than 100 levels");
        stream.handler_.start(without_prefix(name), attributes);
    }
    static void end(void* data, const char* name) {
        --of(data).depth_;
        of(data).handler_.end(without_prefix(name));
    }
    static void text(void* data, const char* text, int size) {
        of(data).handler_.text({text, static_cast<std::size_t>(size)});
    }
    static void doctype(void* data, const char*, const char*, const char*, int) { refuse(of(data), "DOCTYPE"); }
};

XmlStream::XmlStream(Handler& handler) : parser_(XML_ParserCreate(nullptr)), handler_(handler) {
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, Calls::start, Calls::end);
    XML_SetCharacterDataHandler(parser_, Calls::text);
    XML_SetStartDoctypeDeclHandler(parser_, Calls::doctype);
    XML_SetHashSalt(parser_, 0x5EED);   // the same input takes the same way, always
}

XmlStream::~XmlStream() { XML_ParserFree(parser_); }

bool XmlStream::feed(std::string_view bytes, bool last) {
    if (!reason_.empty()) return false;
    if (XML_Parse(parser_, bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0) == XML_STATUS_OK) return true;
    if (reason_.empty()) {
        reason_ = XML_ErrorString(XML_GetErrorCode(parser_));
        reason_ += ", line " + std::to_string(XML_GetCurrentLineNumber(parser_));
    }
    return false;
}

std::string_view attribute(const char* const* attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
        if (without_prefix(*attributes) == name) return attributes[1];
    }
    return {};
}

}  // namespace styrkedja::workbook
