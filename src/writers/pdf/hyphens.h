// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

struct _HyphenDict;

namespace styrkedja::pdf {

// Where Swedish words may be divided, by patterns inside the program.
class Hyphens {
  public:
    Hyphens();
    ~Hyphens();
    Hyphens(const Hyphens&) = delete;
    Hyphens& operator=(const Hyphens&) = delete;

    // Byte positions in the word (UTF-8, may begin and end with signs) before which it may be divided: at least three letters
    // stay on each side, and words of under seven letters are never divided.
    std::vector<std::size_t> points(std::string_view word) const;

  private:
    _HyphenDict* patterns_ = nullptr;
};

}  // namespace styrkedja::pdf
