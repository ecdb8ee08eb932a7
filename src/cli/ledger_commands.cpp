// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"

namespace styrkedja::cli {
namespace {

constexpr OptionSpec balance_options[] = {
    {"by", "DELAR", "vad summorna delas på, med komma: account, month, unit, project, eller en dimension (annars account)",
     "what the sums are parted by, with commas: account, month, unit, project, or a dimension (else account)"},
    {"what", "change|opening|closing|budget", "förändring under året, ingående eller utgående balans, eller budget (annars change)",
     "change in the year, opening or closing balance, or budget (else change)"},
    {"to", "text|csv|json", "form", "form"},
    {"out", "FIL", "fil att skriva till", "file to write to"},
    {"threads", "ANTAL", "trådar att läsa med (annars de som finns, högst fyra)", "threads to read with (else those there are, four at most)"},
};

constexpr Command all[] = {
    {"ledger balance", "FIL.se", "summerar en SIE-fil och kontrollerar den, utan databas", "adds up a SIE file and checks it, without a database",
     balance_options, ledger_balance},
};

}  // namespace

std::span<const Command> ledger_commands() { return all; }

}  // namespace styrkedja::cli
