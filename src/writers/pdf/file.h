// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A PDF 1.7 file as its objects: small ones packed together in object streams, all found by a cross-reference stream.
namespace styrkedja::pdf {

// A length with at most three decimals, a dot, no zeros at its end.
std::string num(double value);
// (text) with what must be escaped; bytes as they are.
std::string literal(std::string_view bytes);
// A text for people: UTF-16 with its mark, in hexadecimal, unless it is plain ASCII.
std::string text_string(std::string_view utf8);
std::string hex(std::string_view bytes);
std::string utf16(std::string_view utf8);  // big-endian, no mark
inline std::string ref(std::uint32_t object) { return std::to_string(object) + " 0 R"; }

class File {
  public:
    File();
    std::uint32_t reserve();                                   // a number for an object to come
    void object(std::uint32_t number, std::string_view body);  // all but streams
    // `dictionary` without << >>, /Length and /Filter.
    void stream(std::uint32_t number, std::string_view dictionary, std::string_view data, bool packed = true);
    // Ends the file. The identifier comes from its bytes.
    std::string finish(std::uint32_t catalog, std::uint32_t info);

  private:
    struct Where {
        std::uint8_t kind = 0;     // 1 = at a byte, 2 = in an object stream
        std::uint32_t at = 0;      // byte, or number of the object stream
        std::uint32_t index = 0;   // in the object stream
    };
    void begin(std::uint32_t number);
    void pack_objects();

    std::string out_;
    std::vector<Where> places_;
    std::vector<std::pair<std::uint32_t, std::string>> waiting_;
};

}  // namespace styrkedja::pdf
