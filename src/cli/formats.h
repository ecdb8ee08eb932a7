// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "document/document.h"

namespace styrkedja::cli {

// A format that a document can be had in: what --to says, and who writes it. What doesn't fit in the format is told
// among the problems.
struct OwnTemplate {
    std::string name, bytes;   // of --template, for the formats that have one; no name = none was asked for
};
struct Format {
    std::string_view name;
    std::string (*write)(const document::Document&, const OwnTemplate&, Problems&);
    // What it is in a zip of all formats: one file, the CSV files in a folder of their own, that zip itself, or nothing:
    // text is for a terminal.
    enum class Packs : std::uint8_t { one, files, all, none } packs = Packs::one;
};
std::span<const Format> formats();

// "html|json|pdf|...", for the help and the check of --to.
std::string_view format_names();

}  // namespace styrkedja::cli
