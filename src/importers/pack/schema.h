// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace styrkedja {

// What a pack's YAML files may hold, as a JSON Schema (draft 2020-12) that editors understand: made from the
// description of each kind of thing.
std::string pack_schema();

// The tables of kinds and fields of docs/pack-format.md, section 9, from the same description.
std::string field_tables();

}  // namespace styrkedja
