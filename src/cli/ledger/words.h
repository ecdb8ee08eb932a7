// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ledger/import.h"
#include "domain/state/state.h"
#include "locale/problem_texts.h"

// What the ledger commands say.
namespace styrkedja::cli {

std::string kronor(ledger::Ore ore);                   // "1 234,50": U+00A0 groups, U+2212 minus
std::string plain_kronor(ledger::Ore ore);             // "-1234.50", for machines

// "huvudbok 2026, januari–april: 1 000 verifikat, 2 000 rader"
std::string made_text(const std::vector<LedgerBatch>& made, Language language);
// What a dry run shows: batches that would be made, end or show less, and the debits of each month before and after.
std::string plan_text(const app::LedgerPlan& plan, const std::vector<app::MonthSum>& sums, const State& before, Language language);
// All batches: text, csv or json.
std::string batches_text(const State& state, std::string_view format, Language language);

// Columns as wide as their widest text; those named by their number (from 0) in `right` stand to the right.
std::string columns_text(const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& right);
std::string csv_line(const std::vector<std::string>& fields);
std::string json_text(std::string_view text);           // in quotation marks

}  // namespace styrkedja::cli
