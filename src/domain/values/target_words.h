// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// The words in which targets and outcomes are written: the language's, no municipality's. Data: a model that
// has words of its own gives a longer table to parse_target and parse_measured.
namespace styrkedja {

// What a phrase says.
enum class Saying : std::uint8_t {
    filler,           // says nothing: "ska", "målet är"
    number,           // value: the number ("tio" = 10)
    bound,            // value: a Bound; before a number or after it ("minst 4", "98 % (lägst)")
    or_better,        // value: a Bound; only after a number ("0 eller bättre")
    course,           // value: a Course ("öka", "bibehålla")
    negation,         // "inte"
    with,             // between course and amount: "öka med 5 %"
    on,               // between amount and what it is counted on: "+5 % på 358"
    between,          // "mellan", "från"
    link,             // "och", "till", "eller"
    reference,        // value: a StatedReference ("jämfört med föregående år")
    in_the_long_run,  // "på sikt"
    year_mark,        // before a year: "till", "senast", "år"
    rank_top,         // before a number: "topp"
    rank_place,       // before or after a number: "plats"
    among,            // "bland de", which needs `best` after the number
    best,             // "bästa"
    later,            // the target is set later
    delegated,        // somebody else is to set the target
    none,             // there is no target; there is no value
    approximately,    // "ca", "ung."
    yes,
    no,  // answers that can be compared as words
};

struct Phrase {
    std::string_view words;  // small letters, one blank between words; matched whole words, longest first
    Saying saying;
    int value = 0;
};

// A unit in which a number may stand. Units of one kind can be compared; factor 1 000 = thousand of the
// kind's own. A unit with an empty kind counts things and can be compared with everything ("st", "poäng").
struct UnitWord {
    std::string_view word;  // small letters
    std::string_view kind;  // "%", "percentage points", "kr", "kwh"
    std::int64_t factor = 1;
};

struct TargetWords {
    std::span<const Phrase> phrases;
    std::span<const UnitWord> units;
};

const TargetWords& swedish_target_words();

}  // namespace styrkedja
