// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// code, Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    {"number_is_too_long_for_excel",
     "Talet {number} i tabellen ”{table}” har fler siffror än Excel kan hålla (15). Det exakta talet står i cellens kommentar.",
     "",
     "Räkna vidare på CSV- eller JSON-filen om alla siffror behövs.",
     "The number {number} of the table “{table}” has more digits than Excel can hold (15). The exact number stands in the cell's comment.",
     "",
     "Calculate from the CSV or JSON file if all digits are needed."},
    {"text_is_too_long_for_a_cell",
     "Raden ”{row}” i tabellen ”{table}” har en text som är längre än en cell i Excel kan hålla (32 767 tecken). Den fortsätter i raderna under, {rows} rader i allt.",
     "",
     "Flytta den långa texten ur tabellen till löptext.",
     "The row “{row}” of the table “{table}” has a text longer than a cell in Excel can hold (32 767 characters). It goes on in the rows below, {rows} rows in all.",
     "",
     "Move the long text out of the table."},
    {"characters_are_not_for_excel",
     "{count} tecken i tabellerna är styrtecken som inte kan stå i en Excelfil. I deras ställe står tecknet \xEF\xBF\xBD.",
     "",
     "Ta bort styrtecknen där texten skrevs. De följer ofta med när man klistrar in text.",
     "{count} characters of the tables are control characters, which can't stand in an Excel file. The sign \xEF\xBF\xBD stands in their place.",
     "",
     "Take away the control characters where the text was written. They often come with text that was pasted."},
};

}  // namespace

constinit const std::span<const ProblemText> sheets_texts = texts;

}  // namespace styrkedja
