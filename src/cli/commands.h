// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/options.h"

// One function a command; each has a file of its own.
namespace styrkedja::cli {

Exit new_pack(const Request&);
Exit validate(const Request&);
Exit documents(const Request&);
Exit compile(const Request&);
Exit assess(const Request&);
Exit rules(const Request&);
Exit export_command(const Request&);
Exit schema(const Request&);

Exit init(const Request&);
Exit migrate(const Request&);
Exit import_command(const Request&);

}  // namespace styrkedja::cli
