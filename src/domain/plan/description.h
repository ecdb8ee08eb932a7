// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/model/description.h"
#include "domain/plan/plan.h"

namespace styrkedja {

template <>
struct EnumWords<Better> {
    static constexpr std::string_view words[] = {"up", "down", "near", "within", "none"};
};
template <>
struct EnumWords<IndicatorKind> {
    static constexpr std::string_view words[] = {"indicator", "key-figure"};
};
template <>
struct EnumWords<TargetScope> {
    static constexpr std::string_view words[] = {"unit", "municipality"};
};
template <>
struct EnumWords<TargetReference> {
    static constexpr std::string_view words[] = {"none", "base", "previous", "series"};
};
template <>
struct EnumWords<Expectation> {
    static constexpr std::string_view words[] = {"cannot-say", "met", "not-met"};
};

template <> const StructInfo& description<Goal>();
template <> const StructInfo& description<Indicator>();
template <> const StructInfo& description<Target>();
template <> const StructInfo& description<Outcome>();
template <> const StructInfo& description<Expected>();
template <> const StructInfo& description<Activity>();
template <> const StructInfo& description<Assignment>();
template <> const StructInfo& description<Progress>();
template <> const StructInfo& description<Measure>();
template <> const StructInfo& description<Assessment>();
template <> const StructInfo& description<Comment>();
template <> const StructInfo& description<Risk>();
template <> const StructInfo& description<Control>();
template <> const StructInfo& description<Finding>();
template <> const StructInfo& description<Note>();
template <> const StructInfo& description<TextEntity>();
template <> const StructInfo& description<RetiredId>();

}  // namespace styrkedja
