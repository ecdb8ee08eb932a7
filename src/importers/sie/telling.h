// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace styrkedja::sie {

// Gathers the problems of one file and tells them when it ends. Of each kind the twenty that stand first in the file are told
// one by one, and last how many more there were.
class Telling {
  public:
    using Args = std::vector<std::pair<std::string_view, std::string>>;
    static constexpr std::size_t told_one_by_one = 20;

    explicit Telling(std::string file) : file_(std::move(file)) {}

    // Counts one of this kind; false: there are twenty already that stand before it, and its words needn't be made.
    bool wants(std::string_view code, std::uint64_t line);
    // What wants() asked for. `excerpt` is the line, in UTF-8; the column is that of its first sign.
    void tell(std::string_view code, Severity severity, std::uint64_t line, std::string excerpt, Args args = {});
    // One of the file as a whole (line 0), counted too.
    void tell_whole(std::string_view code, Severity severity, Args args = {});
    void finish(Problems& problems);
    bool has_errors() const { return has_errors_; }

  private:
    struct Kind {
        std::uint64_t count = 0;
        Severity severity = Severity::warning;
        std::vector<Problem> first;   // by line
    };
    std::string file_;
    std::map<std::string_view, Kind> kinds_;
    bool has_errors_ = false;
};

}  // namespace styrkedja::sie
