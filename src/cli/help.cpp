// SPDX-License-Identifier: EUPL-1.2
#include "cli/help.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/utf8.h"

namespace styrkedja::cli {
namespace {

constexpr std::size_t option_width = 26;

std::string padded(std::string text, std::size_t width) {
    const std::size_t characters = count_characters(text);
    if (characters < width) text.append(width - characters, ' ');
    return text + " ";
}

// What stands beside a head in a column; below a head that is wider than the column.
std::string beside(const std::string& head, std::string_view said) {
    const bool is_wide = count_characters(head) > option_width;
    return (is_wide ? head + "\n" + std::string(option_width + 1, ' ') : padded(head, option_width)) + std::string(said) + "\n";
}

std::string head_of(const OptionSpec& option) {
    return "--" + std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
}

std::string option_lines(std::span<const OptionSpec> options, Language language) {
    std::string text;
    for (const OptionSpec& each : options) {
        text += beside("  " + head_of(each), language == Language::sv ? each.sv : each.en);
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
    std::vector<const Command*> shown;
    std::size_t widest = 0;
    for (const Command& each : commands()) {
        const bool is_in_group = each.name.starts_with(group) && each.name.substr(group.size()).starts_with(' ');
        if (!group.empty() && !is_in_group) continue;
        shown.push_back(&each);
        widest = std::max(widest, each.name.size());
    }
    for (const Command* each : shown) {
        text += "  " + padded(std::string(each->name), widest + 1) + std::string(sv ? each->sv : each->en) + "\n";
    }
    return text + (sv ? "\n  styrkedja KOMMANDO --help visar mer om ett kommando; styrkedja --version visar versionen.\n"
                      : "\n  styrkedja COMMAND --help tells more about a command; styrkedja --version shows the version.\n");
}

}  // namespace styrkedja::cli
