// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/command.h"
#include "domain/state/state.h"

namespace styrkedja::app {

// What a command comes to at a state: its changes with what they replace, and the state after them; or why not.
struct CheckedCommand {
    Outcome outcome;                // done, collided (without base and actor), refused
    std::vector<Change> changes;    // without those that would change nothing
    State state;
};

// Field by field against the version that the person saw, and against all rules. Pure.
CheckedCommand check_command(const Command& command, const State& state, Version version);

Outcome refusal(std::string_view code, std::vector<std::pair<std::string_view, std::string>> args);

}  // namespace styrkedja::app
