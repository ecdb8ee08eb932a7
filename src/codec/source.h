// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace styrkedja {

// The line of `text` in which the byte `offset` lies, without its line end. A line ends with LF, CR LF or CR.
std::string_view line_around(std::string_view text, std::size_t offset);

// A text file that is being read: its name as the person knows it ("matt.csv") and its text in UTF-8, which
// somebody else keeps. It makes places for problems: line and column from 1, columns counted in characters,
// and the line as it stands there. The beginnings of the lines are found at the first question.
class Source {
  public:
    Source(std::string name, std::string_view text) : name_(std::move(name)), text_(text) {}

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }

    Place place(std::uint32_t line, std::uint32_t column);  // a line or column of 0, or past the end, is kept
    Place place_at(std::size_t offset);                     // of a byte; past the end: at the end
    std::string_view line(std::uint32_t line);              // "" past the end

  private:
    void find_lines();

    std::string name_;
    std::string_view text_;
    std::vector<std::size_t> lines_;  // where each begins
};

}  // namespace styrkedja
