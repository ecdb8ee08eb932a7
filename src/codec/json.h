// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace styrkedja {

// Writes JSON (RFC 8259) into one string, from front to back. Text is UTF-8; bytes that are not become
// U+FFFD, so the result is always valid. What is written is a matter of the calls alone: same calls, same
// bytes. A misuse (a value without its key, an array closed as an object) is a bug and stops the program.
class JsonWriter {
  public:
    // How the elements of an array or the members of an object are laid out: after each other, or each on a
    // line of its own, so that two files can be compared line by line.
    enum class Layout : std::uint8_t { inline_, lines };

    JsonWriter& begin_object(Layout layout = Layout::inline_) { return begin('{', layout); }
    JsonWriter& end_object() { return end('{', '}'); }
    JsonWriter& begin_array(Layout layout = Layout::inline_) { return begin('[', layout); }
    JsonWriter& end_array() { return end('[', ']'); }

    JsonWriter& key(std::string_view name);
    JsonWriter& string(std::string_view text);
    JsonWriter& number(std::int64_t whole);
    JsonWriter& boolean(bool value);
    JsonWriter& null();

    JsonWriter& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    JsonWriter& member(std::string_view name, const char* text) { return key(name).string(text); }
    JsonWriter& member(std::string_view name, std::int64_t whole) { return key(name).number(whole); }
    JsonWriter& member(std::string_view name, int whole) { return key(name).number(whole); }
    JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }
    // Left out when the text is empty.
    JsonWriter& member_if(std::string_view name, std::string_view text);

    // The finished text. Everything that was begun must have been ended.
    std::string take();

  private:
    struct Level {
        char kind;
        Layout layout;
        bool empty = true;
    };

    JsonWriter& begin(char kind, Layout layout);
    JsonWriter& end(char kind, char bracket);
    void before_value();
    void next_in_level();
    void quoted(std::string_view text);
    void escaped(std::string_view text);

    std::string out_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace styrkedja
