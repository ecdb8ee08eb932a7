// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace styrkedja {

// What the program says of forecasts to readers. In patterns {name} is filled in.
struct ForecastWords {
    std::string_view accuracy;              // how a forecast accuracy was computed
    std::string_view own, adjustments;      // after a version's name
    std::string_view run_rate, seasonal;    // how a baseline was computed
    std::string_view error;                 // and its past error
    std::array<std::string_view, 6> missing;    // by BaselineMissing
    std::string_view computed;              // the source of a computed outcome
    std::string_view used, earned;          // of a budget of costs, of income
    std::string_view pattern, heaviest;     // the same months before; the month that weighed most
    std::string_view by_rate, by_season;    // what the two baselines say
    std::string_view past_error;            // in parentheses after one of them
    std::string_view one_year, years;
};

inline constexpr ForecastWords swedish_forecast_words = {
    .accuracy = "({outcome} − {forecast}) / {forecast}",
    .own = "som enheterna säger",
    .adjustments = "justeringar",
    .run_rate = "Utfall till och med {month} {year} × 12 / {months}",
    .seasonal = "Utfall till och med {month} {year} / {share}, som samma månader tog {years}",
    .error = "Hur långt från utfallet det hade hamnat vid samma månad tidigare år",
    .missing = {"", "Perioden börjar inte med året, så det finns inget att räkna upp.", "Inget är bokfört i år.",
                "En månad som har gått är inte bokförd månad för månad.", "Inget tidigare år är bokfört månad för månad.",
                "Tidigare år har samma månader inget mönster att räkna med."},
    .computed = "Beräknat: {formula}",
    .used = "{share} av budgeten är förbrukad efter {month}.",
    .earned = "{share} av budgeten har kommit in efter {month}.",
    .pattern = "Samma månader tog {share} {years}{heaviest}.",
    .heaviest = ", varav {month} {share}",
    .by_rate = "I årets takt blir det {amount}{error}.",
    .by_season = "Går året som tidigare blir det {amount}{error}.",
    .past_error = " (fel tidigare år: {share})",
    .one_year = "år {year}",
    .years = "åren {first}–{last}",
};

// The pattern with its {names} filled in.
std::string filled_in(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string>> values);

}  // namespace styrkedja
