// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace styrkedja {

// Writes YAML as a person would: blocks, two spaces for each level, quotation marks only where a reader of
// YAML (1.1 or 1.2) could otherwise take a text for something else, and texts of several lines as they stand
// under a |. The same calls give the same bytes, and read_yaml gives back the same strings.
//   writer.begin_mapping(); writer.key("namn"); writer.text("Kalmar"); writer.end_mapping();
// Wrong order of calls is a bug. Texts are UTF-8; a key is at most some hundred characters.
class YamlWriter {
  public:
    void begin_mapping() { begin(true); }
    void end_mapping() { end("{}"); }
    void begin_sequence() { begin(false); }
    void end_sequence() { end("[]"); }

    void key(std::string_view key);
    void text(std::string_view text);    // quoted when it looks like a number, a date, yes or no, nothing ...
    void plain(std::string_view value);  // a number, date or true/false, as it is
    void null() { plain("null"); }

    void comment(std::string_view text);  // on lines of its own, before the next key or item
    void blank_line();

    std::string take();  // the whole; all that was begun has been ended

  private:
    // What stands before the first entry of a mapping or sequence.
    enum class Lead : std::uint8_t { line_start, after_colon, after_dash };
    struct Level {
        bool mapping;
        std::size_t indent;
        Lead lead;
        bool empty;
    };

    void begin(bool mapping);
    void end(std::string_view when_empty);
    void begin_entry(Level& level);
    void begin_value();
    void block(std::string_view text);

    std::string out_;
    std::vector<Level> levels_;
    Lead before_value_ = Lead::line_start;
};

}  // namespace styrkedja
