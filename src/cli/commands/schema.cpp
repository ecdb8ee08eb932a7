// SPDX-License-Identifier: EUPL-1.2
#include "importers/pack/schema.h"

#include "cli/commands.h"
#include "cli/work.h"

namespace styrkedja::cli {

// The JSON Schema of a pack's YAML files; with --fields the tables of kinds and fields for the documentation.
Exit schema(const Request& request) {
    write_result(request, request.has("fields") ? field_tables() : pack_schema());
    return Exit::ok;
}

}  // namespace styrkedja::cli
