// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "domain/economy/economy.h"
#include "domain/economy/facts.h"

namespace styrkedja {

struct State;

// How many months later a project ends than was planned when it was decided: by the month of the last day of each. Below
// zero = earlier. None where one of them isn't known: a project without an end runs on.
std::optional<int> months_late(const Project& project);

// The expenditure decided for all years, öre above zero; none = not stated.
Exact decided_expenditure(const State& state, const Project& project);

// An investment project in one year. What isn't used is seldom saved: it comes later.
struct InvestmentYear {
    const Project* project = nullptr;
    int year = 0;
    std::optional<int> months_late;
    Exact budget = Exact::none(), outcome = Exact::none();   // the year's expenditure, öre, above zero
    Exact share_used = Exact::none();                        // outcome / budget
    Exact forecast = Exact::none();                          // the year's last forecast that stands, above zero
    Exact error = Exact::none();                             // outcome − forecast: above zero more was spent than forecast
    Exact accumulated = Exact::none(), decided = Exact::none();
};

// The project in the year of that period, with what was spent in the period (a year, or its first months) and up to its end.
// From the investment accounts of the project and those below it, wherever in the municipality they are booked; expenditure
// is below zero in facts, above zero here, and income of the project is counted off.
InvestmentYear investment_year(const State& state, const EconomyIndex& index, const Project& project, const Period& period);

// Each project with investments, in each year whose outcome is whole: those of the unit and the units below it (empty = all),
// by order, id and year. year 0 = all years.
std::vector<InvestmentYear> investment_years(const State& state, const EconomyIndex& index, std::string_view unit, int year);

}  // namespace styrkedja
