// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace styrkedja::cli {

// A text as a YAML scalar in single quotation marks, on one line.
inline std::string yaml_quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? "''" : c == '\n' || c == '\r' ? " " : std::string(1, c);
    return out + "'";
}

}  // namespace styrkedja::cli
