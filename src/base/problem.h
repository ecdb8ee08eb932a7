// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace styrkedja {

// How much a problem stops: an error lets nothing be produced, a warning and a note let everything be.
enum class Severity : std::uint8_t { note, warning, error };

// Where a problem is. What was read from a file has file, line and column (both from 1; 0 = not known) and
// the line as it stands there; what is in the state has the entity ("goals/kf-1") and the field.
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string excerpt;
    std::string entity;
    std::string field;
};

// One thing that is wrong, without any text in it: the text is made at the edge, in the reader's language,
// from the code and its arguments (locale/problem_texts.h). A code is a sentence in snake_case that says what
// is wrong ("unit_does_not_exist"). Arguments are named, and are facts: what was found, what is near, limits.
struct Problem {
    std::string_view code;  // a string literal
    Severity severity = Severity::error;
    Place place;
    std::vector<std::pair<std::string_view, std::string>> args;
};

// All problems of one piece of work, in the order found.
class Problems {
  public:
    void add(Problem problem);
    void add(std::string_view code, Severity severity, Place place,
             std::vector<std::pair<std::string_view, std::string>> args = {});
    void append(const Problems& others);

    bool empty() const { return list_.empty(); }
    std::size_t size() const { return list_.size(); }
    bool has_errors() const { return errors_ > 0; }
    std::size_t errors() const { return errors_; }
    std::size_t warnings() const { return warnings_; }
    const std::vector<Problem>& list() const { return list_; }
    std::vector<Problem>& each() { return list_; }  // to add places; code and severity stay

    // Errors first, then warnings, then notes; each by file, line, column, entity, field, code: as a person mends them.
    void sort();

  private:
    std::vector<Problem> list_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

}  // namespace styrkedja
