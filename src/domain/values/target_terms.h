// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "domain/values/measured_value.h"
#include "domain/values/target_words.h"

// How target.cpp and measured_value.cpp read a text: first cut in terms that each say one thing, then
// matched.
namespace styrkedja {

enum class TermKind : std::uint8_t { number, unit, saying, plus_minus, dash, year, word };

struct Term {
    TermKind kind = TermKind::word;
    Saying saying = Saying::filler;
    int value = 0;  // of the saying; the year
    Decimal number;
    bool has_plus = false;  // a plus sign stands before the number
    bool in_parentheses = false;
    WrittenUnit unit;
    std::string text;  // as written
};

struct Terms {
    std::vector<Term> list;
    std::string marks;  // footnote marks: "**"
};

Terms read_terms(std::string_view written, const TargetWords& words);

// Walks over terms. What it takes it skips fillers before; `rest_is_words` takes all that is left.
class TermReader {
  public:
    explicit TermReader(std::span<const Term> terms) : terms_(terms) {}

    const Term* take(TermKind kind);
    const Term* take(Saying saying);
    bool at_end();

    // What is left is nothing, or words that say nothing more about the value: they are appended to
    // `qualifier`. False when there is a number, a limit, a course, a negation or too much text among them.
    bool rest_is_words(std::string& qualifier, bool may_have_numbers = false);

  private:
    void skip_fillers();

    std::span<const Term> terms_;
    std::size_t at_ = 0;
};

}  // namespace styrkedja
