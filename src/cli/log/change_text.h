// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/log/changes.h"

// Changes as a person reads them in a terminal or a file of text.
namespace styrkedja::cli {

struct ChangeStyle {
    Language language = Language::sv;
    bool full = false;       // every thing and every text whole; else what is left out is counted
    bool fields_of_new = false;  // what new things have is shown too
    bool colours = false;    // a terminal: what is gone and what has come are marked where they stand
    std::string indent;
};

// By kind, and in each what is new, changed and gone:
//   mål
//     ändrat   kf-1 ”Trygga elever”
//              namn: Trygga elever → Trygga och nyfikna elever
// Where only the order changed, things are counted. Ends with a line feed; empty: there are no changes.
std::string changes_text(const State& after, std::span<const ThingChange> changes, const ChangeStyle& style);

// "12 nya, 3 ändrade, 1 borttagen" / "12 new, 3 changed, 1 removed"; empty: nothing.
std::string counts_of_changes(std::span<const ThingChange> changes, Language language);

// The words that differ with some words round them, "…" for the rest: what was, and what is.
struct Differing {
    std::string before, after;
};
Differing differing(const std::string& before, const std::string& after);

// "1 234" with a hard space.
std::string count_text(std::size_t count);

}  // namespace styrkedja::cli
