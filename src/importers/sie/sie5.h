// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "importers/sie/cutter.h"
#include "importers/sie/read.h"

namespace styrkedja::sie {

// SIE 5: XML with the root Sie (export) or SieEntry (import order). Struck rows (Overstrike) are history. A file with a
// document type is refused: entities are how a small file becomes a huge one.
std::optional<ledger::FileFacts> read_sie5(const std::string& file, Cutter& bytes, const Reading& how, ledger::Sink& sink,
                                           Problems& problems);

}  // namespace styrkedja::sie
