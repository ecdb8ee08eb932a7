// SPDX-License-Identifier: EUPL-1.2
#include "cli/help.h"

#include <span>

namespace styrkedja::cli {
namespace {

constexpr std::size_t option_width = 26, command_width = 15;

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + " ";
}

std::string head_of(const OptionSpec& option) {
    return "--" + std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
}

std::string option_lines(std::span<const OptionSpec> options, Language language) {
    std::string text;
    for (const OptionSpec& each : options) {
        text += padded("  " + head_of(each), option_width) + std::string(language == Language::sv ? each.sv : each.en) + "\n";
    }
    return text;
}

bool is_common(std::string_view name) { return name == "problems" || name == "lang" || name == "strict" || name == "help"; }

}  // namespace

std::string usage_line(const Command& command) {
    std::string line = "styrkedja " + std::string(command.name);
    if (!command.operand.empty()) line += " " + std::string(command.operand);
    if (command.source == Source::pack_or_store) line += "|--db URL";
    for (const OptionSpec& each : options_of(command)) {
        const bool is_said = command.source == Source::pack_or_store && each.name == "db";
        if (is_said || is_common(each.name)) continue;
        line += each.required ? " " + head_of(each) : " [" + head_of(each) + "]";
    }
    return line;
}

std::string help_of(const Command& command, Language language) {
    const bool sv = language == Language::sv;
    return std::string(sv ? command.sv : command.en) + "\n\n" + (sv ? "Användning: " : "Usage: ") + usage_line(command) +
           "\n\n" + option_lines(options_of(command), language) +
           (sv ? "\nUtgångskoder: 0 klart, 1 fel i underlaget (eller varningar med --strict), 2 fel i kommandot, 3 datorn svek.\n"
               : "\nExit codes: 0 done, 1 errors in the data (or warnings with --strict), 2 wrong usage, 3 the machine failed.\n");
}

std::string help_of_all(Language language, std::string_view group) {
    const bool sv = language == Language::sv;
    std::string text;
    if (group.empty()) {
        text = sv ? "Styrkedja: från kommunens data till det färdiga dokumentet.\n\nAnvändning: styrkedja KOMMANDO …\n\n"
                  : "Styrkedja: from a municipality's data to its finished document.\n\nUsage: styrkedja COMMAND …\n\n";
    } else {
        text = (sv ? "Användning: styrkedja " : "Usage: styrkedja ") + std::string(group) + (sv ? " KOMMANDO …\n\n" : " COMMAND …\n\n");
    }
    for (const Command& each : commands()) {
        const bool is_in_group = each.name.starts_with(group) && each.name.substr(group.size()).starts_with(' ');
        if (!group.empty() && !is_in_group) continue;
        text += "  " + padded(std::string(each.name), command_width) + std::string(sv ? each.sv : each.en) + "\n";
    }
    return text + (sv ? "\n  styrkedja KOMMANDO --help visar mer om ett kommando; styrkedja --version visar versionen.\n"
                      : "\n  styrkedja COMMAND --help tells more about a command; styrkedja --version shows the version.\n");
}

}  // namespace styrkedja::cli
