// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace styrkedja {

// The words that charts have from us and not from the municipality. {name} is replaced.
struct ChartWords {
    std::string_view chart;             // "Diagram" 2
    std::string_view nothing_to_show;   // instead of a chart without any value
    std::string_view no_values;         // instead of a panel without any value
    std::string_view missing;           // a value that isn't there, where a bar or point would have stood
    std::string_view no_value;
    std::string_view better, worse;     // over the sides of a zero line
    std::string_view guide;             // at the line of a guide value without a name of its own
    std::string_view axis_begins;       // under a line or bridge that doesn't start at zero
    std::string_view cut;               // under bars that are too long for the others to be seen
    std::string_view error;             // under a forecast, of the outcome: "utfall +1,4 %" of what was forecast
    std::string_view same_data;         // before the data of a chart
    std::string_view highest, lowest;   // of a series, in words
    std::string_view more;              // panels that the words leave to the table
    std::array<std::string_view, 11> kinds;  // of values: in the order of document::SeriesKind
    std::array<std::string_view, 9> forms;   // of charts: in the order of document::ChartKind
    std::array<std::string_view, 12> months;
};

inline constexpr ChartWords swedish_chart_words = {
    .chart = "Diagram",
    .nothing_to_show = "Det finns inga värden att visa.",
    .no_values = "Inga värden",
    .missing = "saknas",
    .no_value = "–",
    .better = "bättre",
    .worse = "sämre",
    .guide = "riktvärde",
    .axis_begins = "Axeln börjar vid {value}.",
    .cut = "Bruten stapel: längre än skalan, talet gäller.",
    .error = "utfall {value}\u00A0%",
    .same_data = "Samma data",
    .highest = "högst",
    .lowest = "lägst",
    .more = "Och {count} till.",
    .kinds = {"Utfall", "Ingående värde", "Mål", "Budget", "Prognos", "Förra året", "Avvikelse", "Summa", "Tillägg",
              "Minskning", "Status"},
    .forms = {"Linjediagram", "Stapeldiagram", "Stapeldiagram kring noll", "Färdigställandegrad", "Fördelning",
              "Budgetbrygga", "Årshjul", "Bedömningar i rader och kolumner", "Prognoser mot utfall"},
    .months = {"jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"},
};

}  // namespace styrkedja
