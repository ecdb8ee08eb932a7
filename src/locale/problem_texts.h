// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace styrkedja {

enum class Language : std::uint8_t { sv, en };

// What a person is told about one kind of problem, in two languages. Three parts:
//   what      a whole sentence that says what is wrong: "Talet ”{value}” har två decimalkomman."
//   must      what holds instead, shown after "Ska vara:" / "Must be:": "ett tal som 1 234,5." (may be empty)
//   do        what to do, shown after "Gör så här:" / "Do this:": "Ta bort det ena kommat." (may be empty)
// {name} is replaced by the argument of that name. What stands in [square brackets] is left out when an
// argument in it is missing or empty: "Nyckeln ”{key}” finns inte.[ Menar du ”{near}”?]".
// Swedish: plain, short, to "du", no words of the system, quotation marks ”…”, no exclamation marks.
struct ProblemText {
    std::string_view code;
    std::string_view sv, sv_must, sv_do;
    std::string_view en, en_must, en_do;
};

// Nothing for a code that has no text; a test sees to it that every code in use has one.
const ProblemText* find_problem_text(std::string_view code);

// All texts of all rooms, for the documentation of the errors and for tests: one table for each room.
std::span<const std::span<const ProblemText>> all_problem_texts();

// "fel", "varning", "notis" / "error", "warning", "note".
std::string_view severity_word(Severity severity, Language language);

// What is wrong, in one line.
std::string problem_sentence(const Problem& problem, Language language);
std::string problem_must(const Problem& problem, Language language);
std::string problem_do(const Problem& problem, Language language);

// The full form for a terminal, some lines that each end with a line feed:
//   matt.csv:3:14: fel: Talet ”1,2,3” har två decimalkomman.
//       nojda;2016;1,2,3
//                  ^
//     Ska vara: ett tal som 1 234,5.
//     Gör så här: Ta bort det ena kommat.
// A cell of a workbook is named so: "bok.xlsx, Blad1!C7: fel: ..." (a file and a field, no entity).
// Without a file the first line begins with entity and field ("goals/kf-1, target: fel: ..."). Bytes that
// could steer a terminal are never passed on.
std::string problem_message(const Problem& problem, Language language);

// One JSON object on one line, no line feed at its end: code, severity (always error|warning|note), file,
// line, column, entity, field, excerpt, message, must, do, args. What is not known is null.
std::string problem_json(const Problem& problem, Language language);

}  // namespace styrkedja
