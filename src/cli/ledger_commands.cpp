// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"

namespace styrkedja::cli {

namespace {

constexpr OptionSpec propose_options[] = {
    {"out", "FIL", "fil att skriva till", "file to write to"},
};
constexpr OptionSpec entry_options[] = {
    {"what", "budget|forecast", "vad som ska fyllas i", "what is to be entered", true},
    {"version", "ID", "budgetens eller prognosens version", "the version of the budget or forecast", true},
    {"unit", "ID", "enheten, med dem under den", "the unit, with those below it", true},
    {"year", "ÅR", "budgetens år, om det inte framgår", "the budget's year, where it isn't known"},
    {"by", "month|year", "budgeten per månad eller helår", "the budget by month or by year"},
    {"in", "kr|tkr|mnkr", "beloppens enhet (annars underlagets)", "the unit of amounts (else the pack's)"},
    {"out", "FIL.xlsx", "fil att skriva till", "file to write to", true},
};
constexpr OptionSpec entry_import_options[] = {
    {"actor", "NAMN", "vem som läser in (annars den inloggade)", "who reads it in (else who is logged in)"},
    {"reason", "TEXT", "varför", "why"},
    {"decision", "TEXT", "beslutet bakom", "the decision behind it"},
    {"dry-run", "", "visa vad som skulle ändras, men skriv inget", "show what would change, but write nothing"},
    {"full", "", "visa allt, också det som annars bara räknas", "show all, also what else is only counted"},
    {"keep", "", "behåll det som andra ändrat sedan bladet skrevs", "keep what others changed since the sheet was written"},
    {"command", "ID", "kommandots namn: samma igen görs inte två gånger", "the command's name: the same again is not done twice"},
};

constexpr Command all[] = {
    {"ledger propose", "FIL", "föreslår en importprofil för en fil från ekonomisystemet", "proposes a profile for a file of the ledger",
     propose_options, ledger_propose},
    {"ledger entry", "PACK", "skriver ett blad att fylla i budget eller prognos i", "writes a sheet to enter a budget or forecast in",
     entry_options, ledger_entry, Source::pack_or_store},
    {"ledger entry-import", "FIL.xlsx", "läser in ett ifyllt blad", "reads a filled-in sheet", entry_import_options, ledger_entry_import,
     Source::store},
};

}  // namespace

std::span<const Command> ledger_commands() { return all; }

}  // namespace styrkedja::cli
