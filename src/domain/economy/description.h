// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/economy/economy.h"
#include "domain/economy/ledger_things.h"
#include "domain/economy/planning.h"
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

template <>
struct EnumWords<LedgerSign> {
    static constexpr std::string_view words[] = {"debit", "result"};
};
template <>
struct EnumWords<CounterpartyKind> {
    static constexpr std::string_view words[] = {"internal", "group", "state", "municipality", "region", "association",
        "enterprise", "household", "abroad", "other"};
};
template <>
struct EnumWords<Spread> {
    static constexpr std::string_view words[] = {"twelfths", "pattern", "weights"};
};
template <>
struct EnumWords<CauseRole> {
    static constexpr std::string_view words[] = {"volume", "price", "vacancy", "timing", "one-off", "other"};
};
template <>
struct EnumWords<BatchFigure> {
    static constexpr std::string_view words[] = {"actual", "budget"};
};

template <> const StructInfo& description<LedgerProfile>();
template <> const StructInfo& description<CodeMapping>();
template <> const StructInfo& description<LedgerBatch>();
template <> const StructInfo& description<VoucherRight>();
template <> const StructInfo& description<Reorganisation>();
template <> const StructInfo& description<Counterparty>();
template <> const StructInfo& description<SpreadingKey>();
template <> const StructInfo& description<ForecastCause>();
template <> const StructInfo& description<Forecast>();
template <> const StructInfo& description<InternalCharge>();
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
