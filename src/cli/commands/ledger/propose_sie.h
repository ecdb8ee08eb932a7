// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "base/byte_source.h"
#include "base/problem.h"
#include "locale/problem_texts.h"

namespace styrkedja::cli {

// A first profile for a SIE file, as YAML: each of its dimensions with its name and a guess, by SIE's own numbers (1 is
// responsibility, 6 is project) and else by what ERP programs call their code parts. None: the file is refused, see problems.
std::optional<std::string> propose_sie(const std::string& file, ByteSource& bytes, Language language, Problems& problems);

}  // namespace styrkedja::cli
