// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "cli/options.h"

// What the program tells of itself on the command line.
namespace styrkedja::cli {

std::string usage_line(const Command& command);   // "styrkedja compile PACK|--db URL --document ID …"
std::string help_of(const Command& command, Language language);
// All commands; with a group ("log") those of it.
std::string help_of_all(Language language, std::string_view group = "");

}  // namespace styrkedja::cli
