// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "domain/values/dated.h"
#include "domain/values/id.h"
#include "domain/values/period.h"
#include "domain/values/text.h"

// Who does what: the municipality's units, from the council to the smallest unit, as a tree that changes with time.
namespace styrkedja {

// What a unit is in law and in the chain of command; the municipality's own word for it is UnitKind::name.
enum class UnitRole : std::uint8_t {
    council, executive_board, committee, company, municipal_association, joint_committee, foundation,
    office, department, unit, field_of_activity, other
};

// A municipality's word for a kind of unit ("Kontor", "Förvaltning", "Rotel").
struct UnitKind {
    Id id;
    std::string name, plural;
    UnitRole role = UnitRole::unit;
    bool separate_legal_person = false;  // a company, association or foundation: own accounts
};

// A node of the organisation. Economy knows it by its responsibility code.
struct Unit {
    Id id;
    Dated<std::string> name;
    std::string short_name;
    Ref<UnitKind> kind;
    Dated<Ref<Unit>> parent;
    Dated<std::string> code;  // responsibility code (ansvar), text with leading zeros
    Validity valid;
    int order = 0;
    Tags tags;
};

}  // namespace styrkedja
