// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace styrkedja {

// The words of sheets in which budgets and forecasts are entered. Headings are how such a sheet is read again.
struct EntryWords {
    std::string_view hidden_sheet, budget_sheet, forecast_sheet;
    std::string_view unit, unit_name, account, account_name, service, project;   // headings of the keys
    std::string_view outcome, budget, so_far, previous;                          // before a year; before a name
    std::string_view whole_year, forecast, cause, comment;                       // of the cells to fill in
    std::array<std::string_view, 12> months;
    std::string_view how_budget, how_forecast, how_sign, how_rows;               // under the title
};

inline constexpr EntryWords swedish_entry_words = {
    .hidden_sheet = "Styrkedja",
    .budget_sheet = "Budget",
    .forecast_sheet = "Prognos",
    .unit = "Enhet",
    .unit_name = "Enhetens namn",
    .account = "Konto",
    .account_name = "Kontots namn",
    .service = "Verksamhet",
    .project = "Projekt",
    .outcome = "Utfall",
    .budget = "Budget",
    .so_far = "Utfall hittills",
    .previous = "Förra prognosen",
    .whole_year = "Helår",
    .forecast = "Prognos helår",
    .cause = "Orsak",
    .comment = "Kommentar",
    .months = {"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
    .how_budget = "Fyll i de tonade cellerna. En tom cell betyder att det inte finns någon budget där.",
    .how_forecast = "Fyll i de tonade cellerna med det du tror att hela årets belopp blir, och varför det avviker från budgeten.",
    .how_sign = "Intäkter är plus och kostnader minus. Belopp i",
    .how_rows = "Rader får läggas till längst ned, med enhetens och kontots id.",
};

}  // namespace styrkedja
