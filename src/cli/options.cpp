// SPDX-License-Identifier: EUPL-1.2
#include "cli/options.h"

#include <cstdio>

#include "base/nearest.h"
#include "cli/formats.h"
#include "cli/help.h"
#include "cli/words.h"
#include "cli/work.h"
#include "domain/values/period.h"
#include "store/failure.h"

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

constexpr OptionSpec store_options[] = {
    {"db", "URL", "databasen: en fil, eller postgresql://…", "the database: a file, or postgresql://…"},
    {"municipality", "ID", "kommunen, om databasen har flera", "the municipality, where the database has several"},
};
constexpr OptionSpec as_of_option = {"as-of", "NÄR", "som det var då: en version, en dag eller ett beslut",
                                     "as it was then: a version, a day or a decision"};

const OptionSpec* find_option(std::span<const OptionSpec> options, std::string_view name) {
    for (const OptionSpec& each : options) {
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

std::string near_option(std::span<const OptionSpec> options, std::string_view name, Language language) {
    std::vector<std::string_view> names;
    for (const OptionSpec& each : options) names.push_back(each.name);
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

// Reads options and operands; a wrong one is said, and gives false. `from`: after the command's name.
bool read_request(const Command& command, const std::vector<std::string>& arguments, std::size_t from, Request& request) {
    Language language = request.language;
    const std::vector<OptionSpec> options = options_of(command);
    for (std::size_t i = from; i < arguments.size(); ++i) {
        std::string argument = arguments[i];
        if (!argument.starts_with("--") || argument == "--") {
            request.operands.push_back(argument);
            continue;
        }
        std::size_t equals = argument.find('=');
        std::string name = argument.substr(2, equals == argument.npos ? argument.npos : equals - 2);
        const OptionSpec* option = find_option(options, name);
        if (!option) {
            std::string near = near_option(options, name, language);
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

bool check_operands(const Command& command, const Request& request) {
    const std::string operand(command.operand);
    const bool from_store = command.source == Source::pack_or_store && request.has("db");
    std::string sv, en;
    if (from_store && !request.operands.empty()) {
        sv = "ange antingen ett " + operand + " eller --db, inte båda.";
        en = "give either a " + operand + " or --db, not both.";
    } else if (!from_store && request.operands.size() != (operand.empty() ? 0U : 1U)) {
        const bool either = command.source == Source::pack_or_store;
        sv = operand.empty() ? "kommandot tar inget efter sig."
                             : "ange precis ett " + operand + (either ? ", eller en databas med --db." : ".");
        en = operand.empty() ? "the command takes no operand."
                             : "give exactly one " + operand + (either ? ", or a database with --db." : ".");
    } else if (!from_store && command.source == Source::pack_or_store && (request.has("as-of") || request.has("municipality"))) {
        sv = "--as-of och --municipality hör ihop med --db.";
        en = "--as-of and --municipality go with --db.";
    } else {
        return true;
    }
    wrong_usage(sv, en, request.language, &command);
    return false;
}

bool check_choices(const Command& command, const Request& request) {
    Language language = request.language;
    for (const OptionSpec& each : options_of(command)) {   // "text|csv|json" in its help is what it can be
        const std::string_view name = each.name, choices = each.value;
        if (!request.has(name) || choices.find('|') == choices.npos) continue;
        std::string value = request.value(name);
        if (("|" + std::string(choices) + "|").find("|" + value + "|") != std::string::npos) continue;
        wrong_usage("--" + std::string(name) + " kan vara " + std::string(choices) + ", inte ”" + value + "”.",
                    "--" + std::string(name) + " can be " + std::string(choices) + ", not “" + value + "”.", language, &command);
        return false;
    }
    const std::string limit = request.value("limit", "0");
    if (limit.empty() || limit.size() > 9 || limit.find_first_not_of("0123456789") != limit.npos) {
        wrong_usage("--limit ska vara ett antal, inte ”" + limit + "”.", "--limit must be a count, not “" + limit + "”.", language,
                    &command);
        return false;
    }
    if (request.has("date") && !Date::parse(request.value("date"))) {
        wrong_usage("--date ska vara en dag som 2016-05-17, inte ”" + request.value("date") + "”.",
                    "--date must be a day such as 2016-05-17, not “" + request.value("date") + "”.", language, &command);
        return false;
    }
    return true;
}

// Options that say nothing by themselves.
bool check_company(const Command& command, const Request& request) {
    std::string sv, en;
    const bool is_import = command.name == "ledger import", is_trace = command.name == "ledger trace";
    const bool of_cell = request.has("document") || request.has("cell");
    bool of_sum = false;
    for (const char* each : {"version", "period", "unit", "account", "service", "project"}) of_sum = of_sum || request.has(each);
    if (is_import && !request.has("show") && (request.has("to") || request.has("out"))) {
        sv = "--to och --out hör ihop med --show.";
        en = "--to and --out go with --show.";
    } else if (is_trace && of_cell && (of_sum || !request.has("document") || !request.has("cell"))) {
        sv = "en cell anges med --document och --cell, en egen summa med --version och --period.";
        en = "a cell is named by --document and --cell, a sum of your own by --version and --period.";
    } else if (is_trace && !of_cell && (!request.has("version") || !request.has("period"))) {
        sv = "ange --document och --cell för en cell i ett dokument, eller --version och --period för en egen summa.";
        en = "give --document and --cell for a cell of a document, or --version and --period for a sum of your own.";
    } else {
        return true;
    }
    wrong_usage(sv, en, request.language, &command);
    return false;
}

bool check_request(const Command& command, Request& request) {
    if (!check_operands(command, request)) return false;
    for (const OptionSpec& each : options_of(command)) {
        if (!each.required || request.has(each.name)) continue;
        wrong_usage("--" + std::string(each.name) + " saknas.", "--" + std::string(each.name) + " is missing.", request.language,
                    &command);
        return false;
    }
    if (!check_company(command, request) || !check_choices(command, request)) return false;
    request.problems = request.value("problems", "text") == "json" ? ProblemForm::json : ProblemForm::text;
    request.strict = request.has("strict");
    return true;
}

}  // namespace

std::string Request::value(std::string_view name, std::string_view otherwise) const {
    auto found = values.find(name);
    return found == values.end() ? std::string(otherwise) : found->second;
}

std::vector<OptionSpec> options_of(const Command& command) {
    std::vector<OptionSpec> all(command.options.begin(), command.options.end());
    if (command.source != Source::operand) {
        for (const OptionSpec& each : store_options) {
            all.push_back(each);
            all.back().required = each.name == "db" && command.source == Source::store;
        }
    }
    if (command.source == Source::pack_or_store) all.push_back(as_of_option);
    all.insert(all.end(), std::begin(common_options), std::end(common_options));
    return all;
}

namespace {

// The command that the arguments begin with, and how many words its name has.
const Command* find_command(const std::vector<std::string>& arguments, std::size_t& words) {
    for (const Command& each : commands()) {
        const std::size_t blank = each.name.find(' ');
        words = blank == each.name.npos ? 1 : 2;
        if (each.name.substr(0, blank) != arguments[0]) continue;
        if (words == 1 || (arguments.size() > 1 && each.name.substr(blank + 1) == arguments[1])) return &each;
    }
    return nullptr;
}

bool is_group(std::string_view word) {
    for (const Command& each : commands()) {
        if (each.name.starts_with(word) && each.name.substr(word.size()).starts_with(' ')) return true;
    }
    return false;
}

Exit no_such_command(const std::vector<std::string>& arguments, Language language) {
    std::string wanted = arguments[0];
    if (is_group(wanted)) {
        if (arguments.size() == 1 || arguments[1].starts_with("--")) {
            const bool asked = arguments.size() > 1 && arguments[1] == "--help";
            (asked ? print : say)(help_of_all(language, wanted));
            return asked ? Exit::ok : Exit::usage;
        }
        wanted += " " + arguments[1];
    }
    std::vector<std::string_view> names;
    for (const Command& each : commands()) names.push_back(each.name);
    std::string near = nearest(wanted, names);
    return wrong_usage("kommandot ”" + wanted + "” finns inte." + (near.empty() ? "" : " Menar du ”" + near + "”?"),
                       "there is no command “" + wanted + "”." + (near.empty() ? "" : " Did you mean “" + near + "”?"),
                       language, nullptr);
}

// Failures of the machine are told once, here, like other problems.
Exit run_command(const Command& command, const Request& request) {
    try {
        return command.run(request);
    } catch (const store::Failure& failure) {
        Problems problems;
        problems.add(failure.problem());
        tell(request, problems);
        return Exit::machine;
    }
}

}  // namespace

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
    std::size_t words = 1;
    const Command* command = find_command(arguments, words);
    if (!command) return no_such_command(arguments, language);
    Request request;
    request.language = language;
    if (!read_request(*command, arguments, words, request)) return Exit::usage;
    if (request.has("help")) {
        print(help_of(*command, language));
        return Exit::ok;
    }
    if (!check_request(*command, request)) return Exit::usage;
    return run_command(*command, request);
}

}  // namespace styrkedja::cli
