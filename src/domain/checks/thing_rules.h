// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "domain/state/state.h"

// What must hold of one thing by its description, wherever the thing comes from: a pack that is read or
// somebody's command. What must hold between things: checks.h.
namespace styrkedja {

// The place of a thing's field ("goals/kf-1"; the pack's head: "pack/kommun"), for a problem.
Place place_of(const Kind& kind, const void* thing, std::string_view field);

// Every id that a thing and its parts name: in which field, under which path ("values/0/", empty for the
// thing's own fields), of which kind it has to be (null = any), and the id.
using SeeReference = std::function<void(const FieldInfo& field, const std::string& path,
                                        const StructInfo* wanted, const Id& id)>;
void each_reference(const StructInfo& info, const void* object, const SeeReference& see);
// Only those of one field.
void each_reference(const FieldInfo& field, const void* object, const SeeReference& see);

// An id that names nothing, or (`is`) something of another kind than `wanted`. `near` = an id that may be
// meant.
Problem missing_reference(Place place, const FieldInfo& field, const StructInfo* wanted, const Id& id,
                          const StructInfo* is, std::string near);

// The field that says in which unit the amounts of things of a kind are written; null = they have none.
const FieldInfo* unit_of_amounts(const Kind& kind);

// Money is whole öre: tells each amount of the thing that has parts of one in the unit in which it is
// written.
void look_for_parts_of_an_ore(const Kind& kind, const void* thing, Problems& problems);

// The fields by which things of the kind are named, as a problem tells them: "indicator, unit, period".
std::string key_fields(const StructInfo& info);

}  // namespace styrkedja
