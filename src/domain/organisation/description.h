// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/organisation/organisation.h"
#include "domain/values/describe.h"

namespace styrkedja {

template <>
struct EnumWords<UnitRole> {
    static constexpr std::string_view words[] = {
        "council", "executive-board", "committee", "company", "municipal-association", "joint-committee", "foundation",
        "office", "department", "unit", "field-of-activity", "other"};
};

template <>
const StructInfo& description<UnitKind>();
template <>
const StructInfo& description<Unit>();

}  // namespace styrkedja
