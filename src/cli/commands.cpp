// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"

#include "cli/formats.h"

namespace styrkedja::cli {
namespace {

constexpr OptionSpec new_options[] = {
    {"name", "KOMMUN", "kommunens namn", "the municipality's name"},
};
const OptionSpec compile_options[] = {
    {"document", "ID", "dokumentets id, se styrkedja documents", "the document's id, see styrkedja documents", true},
    {"to", format_names(), "format", "format", true},
    {"out", "FIL", "fil att skriva till; - är standard ut", "file to write to; - is standard output", true},
    {"against", "FIL", "märk vad som ändrats sedan en tidigare version (som JSON)", "mark what changed since an earlier version (as JSON)"},
    {"date", "ÅÅÅÅ-MM-DD", "dokumentets datum, om underlaget inte har något", "the document's date, where the data has none"},
    {"template", "FIL.docx", "kommunens egen Wordmall, för docx", "the municipality's own Word template, for docx"},
    {"draft", "", "som utkast: beräknade siffror i stället för publicerade", "as a draft: computed figures in place of published"},
};
constexpr OptionSpec assess_options[] = {
    {"occasion", "ID", "uppföljningstillfällets id", "the occasion's id", true},
    {"out", "FIL", "fil att skriva till", "file to write to"},
};
constexpr OptionSpec out_file[] = {
    {"out", "FIL", "fil att skriva till", "file to write to"},
};
constexpr OptionSpec export_options[] = {
    {"out", "KATALOG", "katalog (eller .zip) som skapas; får inte finnas", "folder (or .zip) to make; must not exist", true},
};

constexpr OptionSpec schema_options[] = {
    {"fields", "", "i stället tabellerna över fält, som Markdown", "the tables of fields instead, as Markdown"},
    {"out", "FIL", "fil att skriva till", "file to write to"},
};
constexpr OptionSpec db_only[] = {
    {"db", "URL", "databasen: en fil, eller postgresql://…", "the database: a file, or postgresql://…", true},
};
constexpr OptionSpec import_options[] = {
    {"pack", "NAMN", "underlagets namn, om kommunen har flera", "the pack's name, where the municipality has several"},
    {"actor", "NAMN", "vem som importerar (annars den inloggade)", "who imports (else who is logged in)"},
    {"reason", "TEXT", "varför", "why"},
    {"decision", "TEXT", "beslutet bakom (KF 2025-12-16 § 210)", "the decision behind it (KF 2025-12-16 § 210)"},
    {"dry-run", "", "visa vad som skulle ändras, men skriv inget", "show what would change, but write nothing"},
    {"full", "", "visa allt, också det som annars bara räknas", "show all, also what else is only counted"},
    {"keep", "", "behåll kommunens värden där båda har ändrat", "keep the municipality's values where both have changed"},
    {"command", "ID", "kommandots namn: samma igen görs inte två gånger", "the command's name: the same again is not done twice"},
};
constexpr OptionSpec backup_options[] = {
    {"db", "URL", "databasen: en fil, eller postgresql://…", "the database: a file, or postgresql://…", true},
    {"out", "FIL", "filen som skapas; får inte finnas", "the file to make; must not exist", true},
};
constexpr OptionSpec restore_options[] = {
    {"db", "URL", "databasen som fylls; ska vara tom eller inte finnas", "the database to fill; must be empty or not exist", true},
    {"erasures", "FIL", "listan över det som gallrats, att gallra igen", "the list of what was erased, to erase again"},
    {"actor", "NAMN", "vem som gallrar igen (annars den inloggade)", "who erases again (else who is logged in)"},
};
const Command all[] = {
    {"new", "PACK", "skriver ett nytt underlag med förklaringar, att fylla i", "writes a new pack with explanations, to fill in",
     new_options, new_pack},
    {"validate", "PACK", "kontrollerar ett underlag och visar alla problem på en gång", "checks a pack and shows all problems at once",
     {}, validate, Source::pack_or_store},
    {"documents", "PACK", "visar vilka dokument underlaget har", "lists the documents of a pack", {}, documents, Source::pack_or_store},
    {"compile", "PACK", "gör ett färdigt dokument", "makes a finished document", compile_options, compile,
     Source::pack_or_store},
    {"assess", "PACK", "visar bedömningarna vid ett tillfälle, med skäl", "shows the assessments at an occasion, with reasons",
     assess_options, assess, Source::pack_or_store},
    {"rules", "PACK", "visar bedömningsreglerna och deras luckor", "shows the assessment rules and their gaps", out_file, rules,
     Source::pack_or_store},
    {"export", "PACK", "skriver underlaget i sin ordnade form", "writes the pack in its canonical form", export_options,
     export_command, Source::pack_or_store},
    {"schema", "", "skriver JSON-schemat för underlagets YAML-filer", "writes the JSON Schema of a pack's YAML files",
     schema_options, schema},
    {"init", "", "skapar en databas att spara i", "makes a database to save in", db_only, init},
    {"migrate", "", "uppgraderar en databas från ett äldre program", "brings an older program's database up to date", db_only, migrate},
    {"import", "PACK", "för in ett underlag i kommunens logg", "brings a pack into the municipality's log", import_options,
     import_command, Source::store},
    {"backup", "", "skriver en kontrollerad säkerhetskopia medan andra arbetar", "writes a verified backup while others work",
     backup_options, backup},
    {"restore", "FIL", "fyller en tom databas från en säkerhetskopia", "fills an empty database from a backup", restore_options, restore},
    {"compact", "", "skriver en ögonblicksbild och städar; loggen står kvar", "writes a snapshot and sweeps; the log stays", {},
     compact, Source::store},
};

}  // namespace

std::span<const Command> commands() {
    static const std::vector<Command> both = [] {
        std::vector<Command> list(std::begin(all), std::end(all));
        list.insert(list.end(), log_commands().begin(), log_commands().end());
        list.insert(list.end(), ledger_commands().begin(), ledger_commands().end());
        return list;
    }();
    return both;
}

}  // namespace styrkedja::cli
