// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"
#include "cli/formats.h"

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
    {"ledger", "ID", "ur databasen: vilka räkenskaper, om det finns flera", "from the database: which ledger, where there are several"},
    {"year", "ÅR", "ur databasen: vilket räkenskapsår (annars det senaste)", "from the database: which fiscal year (else the newest)"},
};
const OptionSpec import_options[] = {
    {"profile", "ID", "importprofil (annars den enda som passar)", "import profile (else the only one that fits)"},
    {"part", "NAMN", "vilken del, när en månad kommer i flera filer", "which part, where a month comes in several files"},
    {"year", "ÅR", "räkenskapsår (annars filens eget)", "fiscal year (else the file's own)"},
    {"months", "PERIOD", "bara dessa månader: 2026-01..2026-04", "only these months: 2026-01..2026-04"},
    {"dry-run", "", "visa alla problem och vad som skulle ändras, men skriv inget", "show all problems and what would change, but write nothing"},
    {"show", "DOKUMENT", "visa dokumentets tabeller, som de är efter importen (med --dry-run: som de skulle bli)",
     "show the document's tables, as they are after the import (with --dry-run: as they would be)"},
    {"to", format_names(), "dokumentets format (annars text)", "the document's format (else text)"},
    {"out", "FIL", "fil att skriva dokumentet till", "file to write the document to"},
    {"again", "", "för in också det som redan är infört", "take in also what has been taken in before"},
    {"actor", "NAMN", "vem som importerar (annars den inloggade)", "who imports (else who is logged in)"},
    {"reason", "TEXT", "varför", "why"},
    {"command", "ID", "kommandots namn: samma igen görs inte två gånger", "the command's name: the same again is not done twice"},
};
constexpr OptionSpec batches_options[] = {
    {"as-of", "NÄR", "som det var då: en version, en dag eller ett beslut", "as it was then: a version, a day or a decision"},
    {"format", "text|json|csv", "form", "form"},
    {"out", "FIL", "fil att skriva till", "file to write to"},
};
constexpr OptionSpec trace_options[] = {
    {"document", "ID", "en cell: dokumentet där den står", "a cell: the document where it stands"},
    {"cell", "TABELL/RAD/KOLUMN", "en cell: dess id:n, som i --to json", "a cell: its ids, as in --to json"},
    {"version", "ID", "en egen summa: version (utfall)", "a sum of your own: version (outcome)"},
    {"period", "PERIOD", "en egen summa: 2026-01..2026-04", "a sum of your own: 2026-01..2026-04"},
    {"unit", "ID", "enhet, med dem under den (annars hela kommunen)", "unit, with those below it (else all of the municipality)"},
    {"account", "ID", "konto eller kontogrupp, med dem under", "account or group of accounts, with those below"},
    {"service", "ID", "verksamhet", "service"},
    {"project", "ID", "projekt", "project"},
    {"actor", "NAMN", "vem som läser: texter kräver verifikaträttighet (annars den inloggade)",
     "who reads: texts need a right to vouchers (else who is logged in)"},
    {"limit", "ANTAL", "högst så många verifikat (50 som text; 0 = alla)", "so many vouchers at most (50 as text; 0 = all)"},
    {"as-of", "NÄR", "som det var då: en version, en dag eller ett beslut", "as it was then: a version, a day or a decision"},
    {"format", "text|json|csv", "form", "form"},
    {"out", "FIL", "fil att skriva till", "file to write to"},
};
constexpr OptionSpec export_options[] = {
    {"to", "sie4|csv|xlsx", "form", "form", true},
    {"ledger", "ID", "vilka räkenskaper, om det finns flera", "which ledger, where there are several"},
    {"year", "ÅR", "räkenskapsår (annars det senaste)", "fiscal year (else the newest)"},
    {"as-of", "NÄR", "som det var då: en version, en dag eller ett beslut", "as it was then: a version, a day or a decision"},
    {"out", "FIL", "fil att skriva till; - är standard ut", "file to write to; - is standard output", true},
};
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
constexpr OptionSpec forecasts_options[] = {
    {"year", "ÅR", "bara prognoser för ett år", "only forecasts of one year"},
    {"unit", "ID", "en enhet, dess enheter och konton (annars nämnderna)", "a unit, its units and accounts (else the committees)"},
    {"budget", "VERSION", "budgeten att jämföra med (annars budget)", "the budget to compare with (else budget)"},
    {"to", "text|csv|json", "form", "form"},
    {"in", "kr|tkr|mnkr", "beloppens enhet, och när en avvikelse är 0,0 (annars mnkr)", "unit of amounts, and when a deviation is 0.0 (else mnkr)"},
    {"out", "FIL", "fil att skriva till", "file to write to"},
};

constexpr Command all[] = {
    {"ledger balance", "FIL.se", "summerar en SIE-fil eller det införda, med kontroller", "adds up a SIE file or what was taken in, with checks",
     balance_options, ledger_balance, Source::pack_or_store},
    {"ledger import", "FIL", "för in en fil ur räkenskaperna: SIE, CSV eller XLSX", "takes a file of the ledger in: SIE, CSV or XLSX",
     import_options, ledger_import, Source::store},
    {"ledger batches", "", "visar vad som är infört ur räkenskaperna", "shows what has been taken in of the ledger", batches_options,
     ledger_batches, Source::store},
    {"ledger trace", "", "följer en siffra ned till dess verifikat", "follows a figure down to its vouchers", trace_options, ledger_trace,
     Source::store},
    {"ledger export", "", "skriver ut det införda: SIE 4, CSV eller Excel", "writes what was taken in: SIE 4, CSV or Excel", export_options,
     ledger_export, Source::store},
    {"ledger propose", "FIL", "föreslår en importprofil för en fil från ekonomisystemet", "proposes a profile for a file of the ledger",
     propose_options, ledger_propose},
    {"ledger entry", "PACK", "skriver ett blad att fylla i budget eller prognos i", "writes a sheet to enter a budget or forecast in",
     entry_options, ledger_entry, Source::pack_or_store},
    {"ledger entry-import", "FIL.xlsx", "läser in ett ifyllt blad", "reads a filled-in sheet", entry_import_options, ledger_entry_import,
     Source::store},
    {"ledger forecasts", "PACK", "visar vad tidigare prognoser var värda", "shows what earlier forecasts were worth", forecasts_options,
     ledger_forecasts, Source::pack_or_store},
};

}  // namespace

std::span<const Command> ledger_commands() { return all; }

}  // namespace styrkedja::cli
