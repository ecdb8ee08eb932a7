// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands.h"
#include "cli/work.h"

namespace styrkedja::cli {

Exit validate(const Request& request) {
    Problems problems;
    LoadedPack pack = load(request, problems);
    return tell(request, problems);
}

}  // namespace styrkedja::cli
