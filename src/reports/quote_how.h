// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/quantity.h"

namespace styrkedja::reports {

// How a quoted figure is to be printed: what stands after the bars in "{ks.resultat | mnkr 1 | absolut}".
struct QuoteHow {
    bool has_unit = false;      // a unit or word was asked for
    bool number_alone = false;  // "tal 1": in its own unit, without it
    ShownUnit unit;             // "mnkr", "procent"; kind other: a word after the number in its own unit
    int decimals = -1;          // -1 = not said
    bool absolute = false, plus = false;
    std::vector<std::string> words;  // by sign: two (zero and above, below) or three (above, zero, below)
    std::string printed;             // what the decided document printed, where that differs
};

struct QuoteHowError {
    std::string_view code;   // quote_how_is_empty, quote_words_are_unclear, quote_unit_stands_twice,
                             // quote_has_too_many_decimals, quote_decimals_are_unclear
    std::size_t column = 0;  // from 1, in the text given
    std::string found;
};

// Parts between bars. Total: gives how, or what is wrong.
struct ParsedHow {
    QuoteHow how;
    std::optional<QuoteHowError> error;
};
ParsedHow parse_how(std::string_view text, std::size_t first_column);

}  // namespace styrkedja::reports
