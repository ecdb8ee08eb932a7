// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "locale/problem_texts.h"

namespace styrkedja::cli {

// The program's answers to whoever called it.
enum class Exit : int { ok = 0, problems = 1, usage = 2, machine = 3 };

// An option of a command: --name, with a value unless it is a switch.
struct OptionSpec {
    std::string_view name;       // "document"
    std::string_view value;      // "ID", or empty for a switch
    std::string_view sv, en;     // one line of help
    bool required = false;
};

enum class ProblemForm : std::uint8_t { text, json };

// What was asked for on the command line.
struct Request {
    std::vector<std::string> operands;
    std::map<std::string, std::string, std::less<>> values;
    Language language = Language::sv;
    ProblemForm problems = ProblemForm::text;
    bool strict = false;

    std::string value(std::string_view name, std::string_view otherwise = "") const;
    bool has(std::string_view name) const { return values.contains(name); }
};

// What a command works on: what it is given after its name, a pack there or else a store (--db), or a store.
enum class Source : std::uint8_t { operand, pack_or_store, store };

struct Command {
    std::string_view name;       // one word, or two: "log show"
    std::string_view operand;    // "PACK", or empty
    std::string_view sv, en;     // what it does, one line
    std::span<const OptionSpec> options;
    Exit (*run)(const Request&);
    Source source = Source::operand;
};

std::span<const Command> commands();

// All options of a command, in the order of its help: its own, those of its source, those of all commands.
std::vector<OptionSpec> options_of(const Command& command);

// Runs the program with its arguments, without its own name.
Exit run(std::vector<std::string> arguments);

}  // namespace styrkedja::cli
