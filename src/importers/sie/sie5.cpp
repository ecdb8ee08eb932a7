// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/sie5.h"

#include <expat.h>

namespace styrkedja::sie {

std::optional<ledger::FileFacts> read_sie5(const std::string& file, Cutter&, const Reading&, ledger::Sink&, Problems& problems) {
    problems.add("file_is_not_sie", Severity::error, Place{file, 0, 0, "", "", ""});
    return std::nullopt;
}

}  // namespace styrkedja::sie
