// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"

namespace styrkedja::cli {
namespace {

constexpr OptionSpec import_options[] = {
    {"profile", "ID", "importprofil (annars den enda som passar)", "import profile (else the only one that fits)"},
    {"part", "NAMN", "vilken del, när en månad kommer i flera filer", "which part, where a month comes in several files"},
    {"year", "ÅR", "räkenskapsår (annars filens eget)", "fiscal year (else the file's own)"},
    {"months", "PERIOD", "bara dessa månader: 2026-01..2026-04", "only these months: 2026-01..2026-04"},
    {"dry-run", "", "visa alla problem och vad som skulle ändras, men skriv inget", "show all problems and what would change, but write nothing"},
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

constexpr Command all[] = {
    {"ledger import", "FIL", "för in en fil ur räkenskaperna: SIE, CSV eller XLSX", "takes a file of the ledger in: SIE, CSV or XLSX",
     import_options, ledger_import, Source::store},
    {"ledger batches", "", "visar vad som är infört ur räkenskaperna", "shows what has been taken in of the ledger", batches_options,
     ledger_batches, Source::store},
};

}  // namespace

std::span<const Command> ledger_commands() { return all; }

}  // namespace styrkedja::cli
