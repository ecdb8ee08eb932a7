// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"

namespace styrkedja::cli {

namespace {

constexpr OptionSpec propose_options[] = {
    {"out", "FIL", "fil att skriva till", "file to write to"},
};

constexpr Command all[] = {
    {"ledger propose", "FIL", "föreslår en importprofil för en fil från ekonomisystemet", "proposes a profile for a file of the ledger",
     propose_options, ledger_propose},
};

}  // namespace

std::span<const Command> ledger_commands() { return all; }

}  // namespace styrkedja::cli
