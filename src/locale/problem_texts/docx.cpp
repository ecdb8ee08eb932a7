// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// code, Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    {"template_is_not_docx",
     "Mallen är inget Worddokument.[ {old}, den är ett äldre .doc eller skyddad med lösenord.]",
     "en fil som sparats som Word-dokument (*.docx), utan lösenord.",
     "Öppna mallen i Word och välj Spara som, Word-dokument (*.docx).",
     "The template is not a Word document.[ {old}: it is an older .doc, or protected by a password.]",
     "a file saved as Word Document (*.docx), without a password.",
     "Open the template in Word and choose Save As, Word Document (*.docx)."},
    {"template_has_macros",
     "Mallen innehåller makron, och dem tar Styrkedja inte emot.",
     "ett dokument utan makron (*.docx).",
     "Öppna mallen i Word och välj Spara som, Word-dokument (*.docx): då följer makrona inte med.",
     "The template has macros, which Styrkedja does not take.",
     "a document without macros (*.docx).",
     "Open the template in Word and choose Save As, Word Document (*.docx), which leaves the macros out."},
    {"template_part_is_damaged",
     "Delen {part} av mallen går inte att läsa.",
     "ett Worddokument som Word själv kan öppna.",
     "Öppna mallen i Word, låt Word laga den och spara den på nytt.",
     "The part {part} of the template can't be read.",
     "a Word document that Word itself can open.",
     "Open the template in Word, let Word repair it, and save it anew."},
    {"template_has_no_styles",
     "Mallen har inga format. Alla format är Styrkedjas egna.",
     "",
     "Inget, om det ser bra ut. Annars: lägg in kommunens format i mallen under namnen i handboken (Egen Wordmall).",
     "The template has no styles. All styles are Styrkedja's own.",
     "",
     "Nothing, if it looks well. Otherwise put the municipality's styles into the template under the names in the handbook."},
    {"template_lacks_styles",
     "Mallen saknar {count} format, som är tagna från Styrkedja: {styles}.",
     "",
     "Inget, om det ser bra ut. Annars: skapa formatet med samma namn i mallen (Word: Format, Nytt format).",
     "The template lacks {count} styles, which are taken from Styrkedja: {styles}.",
     "",
     "Nothing, if it looks well. Otherwise make a style of the same name in the template (Word: Styles, New Style)."},
    {"page_is_narrow",
     "Mallens sida har {width} mm mellan marginalerna. Tabeller och marginalspalt får trångt.",
     "minst 150 mm.",
     "Minska mallens sidmarginaler.",
     "The template's page has {width} mm between its margins. Tables and the margin column are cramped.",
     "at least 150 mm.",
     "Make the template's margins smaller."},
    {"character_is_replaced",
     "{count} tecken som inte kan stå i ett Worddokument har ersatts med \uFFFD.",
     "text utan styrtecken.",
     "Skriv om texten där \uFFFD står i dokumentet.",
     "{count} characters that can't stand in a Word document have been replaced by \uFFFD.",
     "text without control characters.",
     "Rewrite the text where \uFFFD stands in the document."},
    {"table_is_divided",
     "Tabellen har {columns} kolumner, fler än en sida rymmer. Den är delad i {parts} tabeller efter varandra, med samma rader.",
     "",
     "Inget, om delningen går att läsa. Annars: välj färre kolumner i tabellens mall.",
     "The table has {columns} columns, more than a page has room for. It is divided into {parts} tables with the same rows.",
     "",
     "Nothing, if it reads well. Otherwise choose fewer columns in the table's template."},
    {"drawing_is_reduced",
     "Bilden är högre än en sida och visas i {percent} procent av sin storlek.",
     "",
     "Dela upp diagrammet på flera, eller ta med färre rader.",
     "The drawing is higher than a page and is shown at {percent} per cent of its size.",
     "",
     "Divide the chart into several, or take fewer rows."},
};

}  // namespace

constinit const std::span<const ProblemText> docx_texts = texts;

}  // namespace styrkedja
