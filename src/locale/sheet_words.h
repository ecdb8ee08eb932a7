// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace styrkedja {

// The words that a workbook and its CSV files have from us and not from the municipality.
struct SheetWords {
    std::string_view contents;        // name of the first sheet
    std::string_view data;            // name of the sheet with one fact a row
    std::string_view table, chart;    // where a table or chart has no caption and stands in no section
    std::string_view number, caption, section, unit, sheet, all_facts;   // headings of the list of tables
    std::string_view title, period, municipality, committee, diary_number, version, date, compared;
    std::string_view how;             // heading of what follows
    std::string_view how_sums, how_comments, how_exact, how_data;
    std::string_view assessment;      // heading of the column of a row's mark
    std::string_view remark;          // heading of the column of a row's second lines
    std::string_view notes;           // heading of the column of notes in a CSV file
    std::string_view to_contents;     // link on each sheet
    std::string_view note;            // "Not" a
    std::string_view reconciliation;
    std::string_view published, computed, exact;    // "Tryckt i det beslutade dokumentet: 17 618,9."
    std::string_view shown_as;        // what the document prints, where a number can't be shown so
    std::string_view value;           // of what is printed with words
    std::string_view before;          // compared: what stood in the cell
    std::string_view added, removed;  // compared: of a row
    std::string_view not_a_sum;       // a total that is the sum of nothing above it
    std::string_view sum_differs;     // a published total: what its rows give
    std::string_view continued;       // of a text that fills more than a cell
    std::string_view page, of;        // footer
    std::string_view place;           // heading of a chart's places
    // Headings of the facts.
    std::string_view table_id, row_id, row, row_kind, part, column_id, column, group, figure, shown, printed, computing,
        sources;
    std::string_view more_sources, more_sources_end;
    std::string_view file;            // heading of the list of CSV files
    std::string_view sign_rule;
};

inline constexpr SheetWords swedish_sheet_words = {
    .contents = "Innehåll",
    .data = "Data",
    .table = "Tabell",
    .chart = "Diagram",
    .number = "Nr",
    .caption = "Tabell",
    .section = "Avsnitt",
    .unit = "Enhet",
    .sheet = "Blad",
    .all_facts = "Alla uppgifter, en per rad",
    .title = "Dokument",
    .period = "Period",
    .municipality = "Kommun",
    .committee = "Nämnd",
    .diary_number = "Diarienummer",
    .version = "Version",
    .date = "Datum",
    .compared = "Jämfört med",
    .how = "Så läser du bladen",
    .how_sums = "Summor och skillnader är formler där de går jämnt upp. Tryckta siffror som avviker och kvoter är värden.",
    .how_comments = "En röd flik i hörnet på en cell är en kommentar: en not, en tryckt siffra, ett skäl.",
    .how_exact = "Cellen har det exakta talet och visar lika många decimaler som dokumentet.",
    .how_data = "Bladet Data har en uppgift per rad, för filter och pivottabeller.",
    .assessment = "Bedömning",
    .remark = "Kommentar",
    .notes = "Noter",
    .to_contents = "Till innehållet",
    .note = "Not",
    .reconciliation = "Avstämning.",
    .published = "Tryckt i det beslutade dokumentet",
    .computed = "Uträknat",
    .exact = "Exakt värde",
    .shown_as = "Så står det i dokumentet",
    .value = "Värde",
    .before = "Förut",
    .added = "Raden är ny.",
    .removed = "Raden är borttagen.",
    .not_a_sum = "Talet står som värde: det är inte summan av rader i tabellen.",
    .sum_differs = "Talet står som värde: raderna ovanför ger",
    .continued = "(forts.)",
    .page = "Sida",
    .of = "av",
    .place = "Avser",
    .table_id = "Tabell-id",
    .row_id = "Rad-id",
    .row = "Rad",
    .row_kind = "Radslag",
    .part = "Grupprad",
    .column_id = "Kolumn-id",
    .column = "Kolumn",
    .group = "Kolumngrupp",
    .figure = "Värde",
    .shown = "Visat",
    .printed = "Tryckt",
    .computing = "Uträkning",
    .sources = "Källor",
    .more_sources = "och",
    .more_sources_end = "till",
    .file = "Fil",
    .sign_rule = "Teckenregel",
};

}  // namespace styrkedja
