// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/economy/baseline.h"
#include "domain/state/state.h"

// What formulas can say of forecasts, where the municipality has no figure, version or account with that id.
// docs/pack-format.md, section 6.
namespace styrkedja::reports {

//   forecast-accuracy(prognos-t2, netto)   (outcome − forecast) / forecast of the whole year; none until the year is whole
//   forecast-accuracy-outcome, …-forecast  the two amounts that it is made of
//   baseline-run-rate, baseline-seasonal   what the year comes to if it goes on so (domain/economy/baseline.h)
//   baseline-run-rate-error, …             how far that lay from what came, at the same month of earlier years: a share
inline constexpr std::array<std::string_view, 7> forecast_words_of_formulas = {
    "forecast-accuracy", "forecast-accuracy-outcome", "forecast-accuracy-forecast", "baseline-run-rate", "baseline-seasonal", "baseline-run-rate-error", "baseline-seasonal-error"};
bool is_forecast_word(std::string_view name);

// Which part of a forecast: prognos-apr(own) is as the units say, prognos-apr(adjustments) what higher levels have laid
// beside it; without a word it is both.
enum class ForecastPart : std::uint8_t { whole, own, adjustments };
std::optional<ForecastPart> forecast_part(const State& state, std::string_view word);

// The forecast that was to that year what the named one was to its own: that of the occasion with the same months. The named
// one itself in its own year, where it has amounts of several years, or no occasion. Null: there was none.
const FigureVersion* forecast_of_year(const State& state, const FigureVersion& named, int year);
// The last forecast of that year; null where there is none.
const FigureVersion* last_forecast(const State& state, int year);

// How a baseline came about, in words, or why there is none: "Utfall till och med april 2026 × 12 / 4".
std::string baseline_in_words(BaselineMethod method, const Baseline& baseline, int year, int months);

}  // namespace styrkedja::reports
