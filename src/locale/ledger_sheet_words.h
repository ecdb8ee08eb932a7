// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace styrkedja {

// Months as ERP programs and people head columns with them, in small letters: "jan", "januari", "sept". 0 = no month.
int month_of_word(std::string_view small);

// What Swedish ERP programs call their columns, as the program's own guess when a file has no profile yet (sheet::propose): a
// heading in small letters without signs, and what it means in a profile. Measured on exports of the programs that
// municipalities use; a municipality's own words stand in its profile.
struct HeadingWord {
    std::string_view heading, meaning;
};
std::span<const HeadingWord> heading_words();

// Words before or after a month in a heading, or above it, that say whose months they are: "utfall", "budget".
std::span<const HeadingWord> figure_words();
std::span<const std::string_view> sum_words();             // rows that begin so are sums: "summa", "totalt"
struct MoneyUnitWord {
    std::string_view word, unit;
};
std::span<const MoneyUnitWord> money_unit_words();              // "tkr": in the headings or above them
// The first figure of accounts of income and of costs in the chart that all municipalities have (Kommun-Bas).
inline constexpr std::string_view income_figures = "3", cost_figures = "4567";

// What a proposed profile and its ledger are called until the municipality names them.
inline constexpr std::string_view proposed_profile_id = "ekonomisystemet", proposed_ledger_id = "huvudbok";

}  // namespace styrkedja
