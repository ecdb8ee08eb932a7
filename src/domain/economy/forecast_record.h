// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "domain/economy/economy.h"
#include "domain/economy/facts.h"

namespace styrkedja {

struct State;

// Which forecasts are looked back at, and as what.
struct RecordScope {
    std::string_view unit;         // that unit, those directly below it and its accounts; empty = the committees, and the whole
    int year = 0;                  // which year they were about; 0 = all
    MoneyUnit in = MoneyUnit::mnkr;    // the unit in which a deviation from the budget is printed, and with how many
    int decimals = 1;                  // decimals: one that rounds to zero there says "0,0"
    std::string_view budget = {};      // the version that forecasts are held against; empty = the budget
};

// A forecast that stands (is_frozen), for a unit and all below it, beside what came true. Amounts are öre in the result's
// sign. Operation is all that isn't investments, balances or grants from the council (the frame is the same in all versions);
// of both only the accounts are compared that the forecast says something of, with those below them.
struct ScoredForecast {
    const Unit* unit = nullptr;
    const Account* account = nullptr;      // null = all of operation, or of investments
    bool investment = false;
    const FigureVersion* version = nullptr;
    int year = 0;
    int months = 0;                        // passed when it was made (4 = after April); 0 = made in another year, or not known
    bool is_last = false;                  // of the year's
    Exact budget = Exact::none();
    Exact own = Exact::none();             // as the units say
    Exact forecast = Exact::none();        // with the adjustments of higher levels
    Exact outcome = Exact::none();         // none: the year isn't whole yet, and nothing is scored
    Exact error = Exact::none();           // outcome − forecast: above zero it went better than forecast
    Exact of_forecast = Exact::none();     // the error as a share of the forecast, with the sign of the quotient
    Exact of_budget = Exact::none();       // the same of the budget without sign: above zero is better
    Exact swing = Exact::none();           // this forecast − the year's forecast before it
    bool says_budget = false;              // its deviation from the budget prints as zero
};

// What a unit's forecasts were worth. Means of those that are scored; none where there is nothing to take the mean of.
struct RecordSummary {
    const Unit* unit = nullptr;
    const Account* account = nullptr;
    bool investment = false;
    int months = -1;                       // those made then; -1 = all
    int forecasts = 0;                     // scored
    Exact bias = Exact::none();            // the mean error, öre: below zero = too bright
    Exact absolute = Exact::none();        // the mean error without sign, öre
    Exact bias_share = Exact::none();      // the errors' sum as a share of their budgets
    Exact absolute_share = Exact::none();  // the same without signs
    int with_budget = 0, zeros = 0;        // scored with a budget beside them, and those among them that say "0,0"
    Exact late_swing = Exact::none();      // how far the year's last forecast lay from the one before: mean without sign, öre
    Exact last_error = Exact::none();      // how far the outcome lay from the last forecast: mean without sign, öre
};

struct ForecastRecord {
    std::vector<ScoredForecast> forecasts;     // by unit, account, year and when they were made
    std::vector<RecordSummary> summaries;      // by unit and account: of all, then of each place in the year
    int open = 0;                              // forecasts that don't stand yet: they may be changed, and aren't here
};

ForecastRecord forecast_record(const State& state, const EconomyIndex& index, const RecordScope& scope);

}  // namespace styrkedja
