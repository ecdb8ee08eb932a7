// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <utility>

#include "base/problem.h"

namespace styrkedja::store {

// The machine failed, or what lies on it is not what it must be. Thrown by everything in `store`, caught once per
// command or request. It holds a problem, so that the reader is told in words what to do (locale/problem_texts.h).
class Failure : public std::exception {
  public:
    enum class Kind : std::uint8_t {
        unavailable,   // the database doesn't answer: later it may. After a commit: nobody knows whether it was made
        full,          // no room on the disk: nothing of what was to be written is there
        refused,       // no right to the file or database
        damaged,       // the file is not whole: half copied, torn, not a store at all
        too_new,       // written by a newer program; nothing has been touched
        too_old,       // written by an older program: it is to be migrated first
        missing,       // there is no store at that place
        wrong_address  // the URL can't be understood
    };

    Failure(Kind kind, Problem problem) : kind_(kind), problem_(std::move(problem)) { text_ = problem_.code; }

    Kind kind() const { return kind_; }
    const Problem& problem() const { return problem_; }
    const char* what() const noexcept override { return text_.c_str(); }  // the code; for logs, not for readers

  private:
    Kind kind_;
    Problem problem_;
    std::string text_;
};

}  // namespace styrkedja::store
