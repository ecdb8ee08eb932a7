// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace styrkedja {

// The program's own words in a list of what changed between two versions of a document.
struct ComparisonWords {
    std::string_view heading, since;             // "Ändringar", "Ändringar sedan "
    std::string_view compared_with;              // fact on the first page, and after the state
    std::string_view earlier_version;            // what a version without a name is called
    std::string_view place, before, now;   // the list's columns
    std::string_view nothing;                    // no change at all
    std::string_view front;                      // the first page
    std::string_view text, heading_text, figure, mark, note, fact, statement, decisions;
    std::string_view proposal, assessed, decision, motivation, remark;
    std::string_view new_section, removed_section, new_text, removed_text, new_table, removed_table, new_row,
        removed_row, new_column, removed_column, new_chart, removed_chart, new_matrix, removed_matrix;
    std::string_view table, chart, unnumbered_table, unnumbered_chart, unit, sign_rule, assessment, missing;
};

inline constexpr ComparisonWords swedish_comparison_words = {
    .heading = "Ändringar",
    .since = "Ändringar sedan ",
    .compared_with = "Jämförd med",
    .earlier_version = "den tidigare versionen",
    .place = "Var",
    .before = "Före",
    .now = "Nu",
    .nothing = "Ingenting skiljer det här dokumentet från den tidigare versionen.",
    .front = "Första sidan",
    .text = "Text",
    .heading_text = "Rubrik",
    .figure = "Siffra",
    .mark = "Bedömning",
    .note = "Fotnot",
    .fact = "Uppgift",
    .statement = "Yttrande",
    .decisions = "Förslag till beslut",
    .proposal = "Regelns förslag",
    .assessed = "Förvaltningens bedömning",
    .decision = "Beslutad bedömning",
    .motivation = "Motivering",
    .remark = "Anmärkning",
    .new_section = "Nytt avsnitt",
    .removed_section = "Avsnitt borttaget",
    .new_text = "Ny text",
    .removed_text = "Text borttagen",
    .new_table = "Ny tabell",
    .removed_table = "Tabell borttagen",
    .new_row = "Ny rad",
    .removed_row = "Rad borttagen",
    .new_column = "Ny kolumn",
    .removed_column = "Kolumn borttagen",
    .new_chart = "Nytt diagram",
    .removed_chart = "Diagram borttaget",
    .new_matrix = "Ny riskmatris",
    .removed_matrix = "Riskmatris borttagen",
    .table = "Tabell",
    .chart = "Diagram",
    .unnumbered_table = "Tabellen",
    .unnumbered_chart = "Diagrammet",
    .unit = "Enhet",
    .sign_rule = "Teckenregel",
    .assessment = "Bedömningar",
    .missing = "–",
};

}  // namespace styrkedja
