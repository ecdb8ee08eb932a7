// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/economy/economy.h"
#include "domain/model/description.h"

namespace styrkedja {

template <>
struct EnumWords<AccountKind> {
    static constexpr std::string_view words[] = {"income", "cost", "grant", "tax", "finance", "result", "investment",
        "asset", "equity", "liability"};
};
template <>
struct EnumWords<FigureKind> {
    static constexpr std::string_view words[] = {"budget", "outcome", "forecast", "plan"};
};

template <> const StructInfo& description<Account>();
template <> const StructInfo& description<Service>();
template <> const StructInfo& description<Project>();
template <> const StructInfo& description<FigureVersion>();
template <> const StructInfo& description<EconomyFact>();
template <> const StructInfo& description<Volume>();
template <> const StructInfo& description<NamedFigure>();
template <> const StructInfo& description<BudgetChange>();
template <> const StructInfo& description<ResultUnit>();
template <> const StructInfo& description<CarryOver>();
template <> const StructInfo& description<Grant>();

}  // namespace styrkedja
