// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/economy/description.h"
#include "domain/plan/description.h"
#include "domain/process/process.h"

namespace styrkedja {

template <>
struct EnumWords<DocumentState> {
    static constexpr std::string_view words[] = {"draft", "submitted", "approved", "decided", "published"};
};
template <>
struct EnumWords<Decision> {
    static constexpr std::string_view words[] = {"none", "approved", "changed", "noted", "sent-back"};
};

template <> const StructInfo& description<DocumentEntity>();
template <> const StructInfo& description<Instance>();
template <> const StructInfo& description<Statement>();
template <> const StructInfo& description<Appendix>();
template <> const StructInfo& description<Published>();
template <> const StructInfo& description<PackHead>();

}  // namespace styrkedja
