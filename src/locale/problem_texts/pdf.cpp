// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// code, Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    {"table_is_turned",
     "Tabellen ”{table}” får inte plats på stående papper och står därför liggande.",
     "",
     "Ta bort någon kolumn eller korta rubrikerna om den ska stå upprätt.",
     "The table “{table}” does not fit on upright paper, and is turned.",
     "",
     "Take away a column or shorten the headings if it is to stand upright."},
    {"table_is_parted_by_columns",
     "Tabellen ”{table}” har {columns} kolumner, fler än som får plats bredvid varandra i läsbar storlek. Den är delad i {parts} tabeller under varandra.",
     "",
     "Låt mallen dela tabellen i flera, eller ta bort kolumner.",
     "The table “{table}” has {columns} columns, more than fit beside each other in a readable size. It is parted into {parts} tables, one below the other.",
     "",
     "Let the template part the table into several, or take away columns."},
    {"row_is_broken_over_pages",
     "Raden ”{row}” i tabellen ”{table}” är högre än en halv sida och kan därför brytas mellan två sidor.",
     "",
     "Flytta den långa texten ur tabellen till löptext.",
     "The row “{row}” of the table “{table}” is taller than half a page, and may be broken between two pages.",
     "",
     "Move the long text out of the table."},
    {"character_is_in_no_font",
     "Tecknet[ ”{character}”] ({code}) finns inte i dokumentets typsnitt. I dess ställe står en tom ruta.",
     "",
     "Skriv det med andra tecken. Kopieras texten ur dokumentet följer det rätta tecknet med.",
     "The character[ “{character}”] ({code}) is in none of the document's fonts. An empty box stands in its place.",
     "",
     "Write it with other characters. Copied out of the document, the text has the right character."},
    {"chart_is_made_smaller",
     "Diagrammet ”{chart}” är högre än en sida och är förminskat till {percent} procent.",
     "",
     "Dela upp diagrammet i flera, eller visa färre rader.",
     "The chart “{chart}” is higher than a page, and is made smaller: {percent} per cent.",
     "",
     "Part the chart into several, or show fewer rows."},
    {"logo_is_not_wholly_drawn",
     "Kommunens märke innehåller något som inte kan ritas i PDF: bild, text, toning eller genomskinlighet.",
     "ett märke av enkla former och heltäckande färger (SVG).",
     "Spara märket som enkel SVG. I webbdokumentet visas det helt.",
     "The municipality's emblem has something that can't be drawn in PDF: picture, text, gradient or transparency.",
     "an emblem of plain shapes and solid colours (SVG).",
     "Save the emblem as plain SVG. The web document shows all of it."},
};

}  // namespace

constinit const std::span<const ProblemText> pdf_texts = texts;

}  // namespace styrkedja
