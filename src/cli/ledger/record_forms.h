// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "domain/economy/forecast_record.h"
#include "domain/economy/slippage.h"
#include "locale/problem_texts.h"

// The record of forecasts, as a person reads it and as files.
namespace styrkedja::cli {

struct RecordAnswer {
    const State& state;
    ForecastRecord record;
    std::vector<InvestmentYear> investments;
    MoneyUnit in = MoneyUnit::mnkr;    // of amounts in text
    int decimals = 1;
};

// Three tables: what each unit's forecasts were worth, the forecasts one by one, investments. Amounts in `in`, shares in per
// cent, Swedish numbers. Ends with a line feed.
std::string record_text(const RecordAnswer& answer, Language language);

// The forecasts one by one: keys, then amounts in kronor with a decimal point, shares as numbers; empty = there is none.
std::string record_csv(const RecordAnswer& answer);

// All of it, amounts and shares as in CSV; null = there is none.
std::string record_json(const RecordAnswer& answer);

}  // namespace styrkedja::cli
