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

const Command all[] = {
    {"new", "PACK", "skriver ett nytt underlag med förklaringar, att fylla i", "writes a new pack with explanations, to fill in",
     new_options, new_pack},
    {"validate", "PACK", "kontrollerar ett underlag och visar alla problem på en gång", "checks a pack and shows all problems at once",
     {}, validate},
    {"documents", "PACK", "visar vilka dokument underlaget har", "lists the documents of a pack", {}, documents},
    {"compile", "PACK", "gör ett färdigt dokument", "makes a finished document", compile_options, compile},
    {"assess", "PACK", "visar bedömningarna vid ett tillfälle, med skäl", "shows the assessments at an occasion, with reasons",
     assess_options, assess},
    {"rules", "PACK", "visar bedömningsreglerna och deras luckor", "shows the assessment rules and their gaps", out_file, rules},
    {"export", "PACK", "skriver underlaget i sin ordnade form", "writes the pack in its canonical form", export_options,
     export_command},
    {"schema", "", "skriver JSON-schemat för underlagets YAML-filer", "writes the JSON Schema of a pack's YAML files",
     schema_options, schema},
};

}  // namespace

std::span<const Command> commands() { return all; }

}  // namespace styrkedja::cli
