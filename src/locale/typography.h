// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace styrkedja {

// Texts as people type them, made ready for Swedish print (standards: Swedish language). They work on running
// text, also with Markdown's marks in it; what stands in {braces} or `backticks` and words with :// or @ are
// left alone, and a hyphen that begins a line is a list's. Doing it twice changes nothing more.

// Puts a hard space where a line must not break: between a number and its unit, per cent or § ("4,8 %",
// "12 tkr", "5 miljoner", "11 §", "§ 12", "11 kap."), within a number ("1 234"), between day and month, and
// after "den" before them. "9%" gets its space.
std::string hard_spaces(std::string_view text);

// " - " between words becomes an en dash; a hyphen before a figure at the beginning of a word a real minus.
std::string real_dashes(std::string_view text);

// "…" (straight) becomes ”…”, the same sign at both ends.
std::string swedish_quotes(std::string_view text);

// All three.
std::string typographic(std::string_view text);

}  // namespace styrkedja
