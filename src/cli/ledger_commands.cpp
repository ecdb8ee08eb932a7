// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"

namespace styrkedja::cli {

namespace {

constexpr OptionSpec forecasts_options[] = {
    {"year", "ÅR", "bara prognoser för ett år", "only forecasts of one year"},
    {"unit", "ID", "en enhet, dess enheter och konton (annars nämnderna)", "a unit, its units and accounts (else the committees)"},
    {"budget", "VERSION", "budgeten att jämföra med (annars budget)", "the budget to compare with (else budget)"},
    {"to", "text|csv|json", "form", "form"},
    {"in", "kr|tkr|mnkr", "beloppens enhet, och när en avvikelse är 0,0 (annars mnkr)", "unit of amounts, and when a deviation is 0.0 (else mnkr)"},
    {"out", "FIL", "fil att skriva till", "file to write to"},
};

constexpr Command all[] = {
    {"ledger forecasts", "PACK", "visar vad tidigare prognoser var värda", "shows what earlier forecasts were worth", forecasts_options,
     ledger_forecasts, Source::pack_or_store},
};

}  // namespace

std::span<const Command> ledger_commands() { return all; }

}  // namespace styrkedja::cli
