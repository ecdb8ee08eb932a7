// SPDX-License-Identifier: EUPL-1.2
#include "cli/options.h"

#include <cstdio>

#include "base/nearest.h"
#include "cli/formats.h"
#include "cli/words.h"

namespace styrkedja::cli {
namespace {

constexpr OptionSpec common_options[] = {
    {"problems", "text|json", "problemen som text eller som JSON, en rad var", "problems as text, or as JSON, one a line"},
    {"lang", "sv|en", "språk för meddelanden (sv om inget annat sägs)", "language of messages (sv unless said)"},
    {"strict", "", "varningar ger utgångskod 1", "warnings give exit code 1"},
    {"help", "", "visa hjälp", "show help"},
};

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }
void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + " ";
}

std::string option_lines(std::span<const OptionSpec> options, Language language) {
    std::string text;
    for (const OptionSpec& each : options) {
        std::string head = "  --" + std::string(each.name) + (each.value.empty() ? "" : " " + std::string(each.value));
        text += padded(head, 26) + std::string(language == Language::sv ? each.sv : each.en) + "\n";
    }
    return text;
}

std::string usage_line(const Command& command) {
    std::string line = "styrkedja " + std::string(command.name);
    if (!command.operand.empty()) line += " " + std::string(command.operand);
    for (const OptionSpec& each : command.options) {
        std::string option = "--" + std::string(each.name) + (each.value.empty() ? "" : " " + std::string(each.value));
        line += each.required ? " " + option : " [" + option + "]";
    }
    return line;
}

std::string help_of(const Command& command, Language language) {
    bool sv = language == Language::sv;
    return std::string(sv ? command.sv : command.en) + "\n\n" + (sv ? "Användning: " : "Usage: ") + usage_line(command) +
           "\n\n" + option_lines(command.options, language) + option_lines(common_options, language) +
           (sv ? "\nUtgångskoder: 0 klart, 1 fel i underlaget (eller varningar med --strict), 2 fel i kommandot, 3 datorn svek.\n"
               : "\nExit codes: 0 done, 1 errors in the data (or warnings with --strict), 2 wrong usage, 3 the machine failed.\n");
}

std::string help_of_all(Language language) {
    bool sv = language == Language::sv;
    std::string text = sv ? "Styrkedja: från kommunens data till det färdiga dokumentet.\n\nAnvändning: styrkedja KOMMANDO …\n\n"
                          : "Styrkedja: from a municipality's data to its finished document.\n\nUsage: styrkedja COMMAND …\n\n";
    for (const Command& each : commands()) {
        text += "  " + padded(std::string(each.name), 11) + std::string(sv ? each.sv : each.en) + "\n";
    }
    return text + (sv ? "\n  styrkedja KOMMANDO --help visar mer om ett kommando; styrkedja --version visar versionen.\n"
                      : "\n  styrkedja COMMAND --help tells more about a command; styrkedja --version shows the version.\n");
}

const OptionSpec* find_option(const Command& command, std::string_view name) {
    for (const OptionSpec& each : command.options) {
        if (each.name == name) return &each;
    }
    for (const OptionSpec& each : common_options) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

Exit wrong_usage(const std::string& sv, const std::string& en, Language language, const Command* command) {
    say("styrkedja: " + (language == Language::sv ? sv : en) + "\n");
    if (command) say((language == Language::sv ? "Användning: " : "Usage: ") + usage_line(*command) + "\n");
    else say(language == Language::sv ? "styrkedja --help visar vad som finns.\n" : "styrkedja --help shows what there is.\n");
    return Exit::usage;
}

std::string near_option(const Command& command, std::string_view name, Language language) {
    std::vector<std::string_view> names;
    for (const OptionSpec& each : command.options) names.push_back(each.name);
    for (const OptionSpec& each : common_options) names.push_back(each.name);
    std::string near = nearest(name, names);
    return near.empty() ? "" : (language == Language::sv ? " Menar du --" : " Did you mean --") + near + "?";
}

// The language has to be known before anything can be said.
Language language_of(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang=en" || (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en")) {
            return Language::en;
        }
    }
    return Language::sv;
}

// Reads options and operands; a wrong one is said, and gives false.
bool read_request(const Command& command, const std::vector<std::string>& arguments, Request& request) {
    Language language = request.language;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        std::string argument = arguments[i];
        if (!argument.starts_with("--") || argument == "--") {
            request.operands.push_back(argument);
            continue;
        }
        std::size_t equals = argument.find('=');
        std::string name = argument.substr(2, equals == argument.npos ? argument.npos : equals - 2);
        const OptionSpec* option = find_option(command, name);
        if (!option) {
            std::string near = near_option(command, name, language);
            wrong_usage("det finns inget --" + name + "." + near, "there is no --" + name + "." + near, language, &command);
            return false;
        }
        if (option->value.empty()) {
            request.values[name] = "yes";
        } else if (equals != argument.npos) {
            request.values[name] = argument.substr(equals + 1);
        } else if (i + 1 < arguments.size()) {
            request.values[name] = arguments[++i];
        } else {
            wrong_usage("--" + name + " ska följas av ett värde.", "--" + name + " needs a value.", language, &command);
            return false;
        }
    }
    return true;
}

bool check_request(const Command& command, Request& request) {
    Language language = request.language;
    std::size_t wanted = command.operand.empty() ? 0 : 1;
    if (request.operands.size() != wanted) {
        wrong_usage(wanted ? "ange precis ett " + std::string(command.operand) + "." : "kommandot tar inget efter sig.",
                    wanted ? "give exactly one " + std::string(command.operand) + "." : "the command takes no operand.",
                    language, &command);
        return false;
    }
    for (const OptionSpec& each : command.options) {
        if (!each.required || request.has(each.name)) continue;
        wrong_usage("--" + std::string(each.name) + " saknas.", "--" + std::string(each.name) + " is missing.", language,
                    &command);
        return false;
    }
    using Choice = std::pair<std::string_view, std::string_view>;
    for (auto [name, choices] : {Choice{"problems", "text|json"}, Choice{"lang", "sv|en"}, Choice{"to", format_names()}}) {
        if (!request.has(name)) continue;
        std::string value = request.value(name);
        if (("|" + std::string(choices) + "|").find("|" + value + "|") != std::string::npos) continue;
        wrong_usage("--" + std::string(name) + " kan vara " + std::string(choices) + ", inte ”" + value + "”.",
                    "--" + std::string(name) + " can be " + std::string(choices) + ", not “" + value + "”.", language, &command);
        return false;
    }
    request.problems = request.value("problems", "text") == "json" ? ProblemForm::json : ProblemForm::text;
    request.strict = request.has("strict");
    return true;
}

}  // namespace

std::string Request::value(std::string_view name, std::string_view otherwise) const {
    auto found = values.find(name);
    return found == values.end() ? std::string(otherwise) : found->second;
}

Exit run(std::vector<std::string> arguments) {
    Language language = language_of(arguments);
    if (arguments.empty()) {
        say(help_of_all(language));
        return Exit::usage;
    }
    if (arguments[0] == "--version") {
        print("styrkedja " + std::string(version()) + "\n");
        return Exit::ok;
    }
    if (arguments[0] == "--help" || arguments[0] == "help") {
        print(help_of_all(language));
        return Exit::ok;
    }
    const Command* command = nullptr;
    std::vector<std::string_view> names;
    for (const Command& each : commands()) {
        names.push_back(each.name);
        if (each.name == arguments[0]) command = &each;
    }
    if (!command) {
        std::string near = nearest(arguments[0], names);
        return wrong_usage("kommandot ”" + arguments[0] + "” finns inte." + (near.empty() ? "" : " Menar du ”" + near + "”?"),
                           "there is no command “" + arguments[0] + "”." + (near.empty() ? "" : " Did you mean “" + near + "”?"),
                           language, nullptr);
    }
    Request request;
    request.language = language;
    if (!read_request(*command, arguments, request)) return Exit::usage;
    if (request.has("help")) {
        print(help_of(*command, language));
        return Exit::ok;
    }
    if (!check_request(*command, request)) return Exit::usage;
    return command->run(request);
}

}  // namespace styrkedja::cli
