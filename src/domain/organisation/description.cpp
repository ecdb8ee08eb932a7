// SPDX-License-Identifier: EUPL-1.2
#include "domain/organisation/description.h"

namespace styrkedja {

template <>
const StructInfo& description<UnitKind>() {
    static const StructInfo info{1, "unit-kinds", "enhetstyper", "The municipality's words for kinds of units.", {
        required<&UnitKind::id>(1, "id", "id", "Permanent id."),
        required<&UnitKind::name>(2, "name", "namn", "The word in the singular (\"Nämnd\", \"Kontor\")."),
        field<&UnitKind::plural>(3, "plural", "plural", "The word in the plural."),
        required<&UnitKind::role>(4, "role", "roll", "What it is in law and in the chain of command."),
        field<&UnitKind::separate_legal_person>(5, "separate-legal-person", "egen juridisk person",
            "A company, association or foundation with accounts of its own."),
    }};
    return info;
}

template <>
const StructInfo& description<Unit>() {
    static const StructInfo info{2, "units", "enheter", "The organisation: council, committees, offices, units, companies.", {
        required<&Unit::id>(1, "id", "id", "Permanent id."),
        required<&Unit::name>(2, "name", "namn", "Name, as printed; may change with time."),
        field<&Unit::short_name>(3, "short-name", "kortnamn", "Short name (\"KS\")."),
        required<&Unit::kind>(4, "kind", "typ", "Kind of unit."),
        field<&Unit::parent>(5, "parent", "tillhör", "The unit that it belongs to; may change with time."),
        field<&Unit::code>(6, "code", "ansvarskod", "Responsibility code, with leading zeros."),
        field<&Unit::valid>(7, "valid", "gäller", "From when to when the unit exists."),
        field<&Unit::order>(8, "order", "ordning", "Place among its siblings; empty = as the rows stand."),
        field<&Unit::tags>(9, "tags", "taggar", "Free marks."),
    }};
    return info;
}

}  // namespace styrkedja
