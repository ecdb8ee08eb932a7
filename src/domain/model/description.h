// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/model/model.h"
#include "domain/model/template.h"
#include "domain/organisation/description.h"

namespace styrkedja {

template <>
struct EnumWords<Shape> {
    static constexpr std::string_view words[] = {"none", "met", "mostly", "partly", "little", "not-met", "not-assessed",
        "not-started", "ongoing", "waiting", "done", "stopped", "better", "same", "worse"};
};
template <>
struct EnumWords<Counts> {
    static constexpr std::string_view words[] = {"unknown", "done", "not-done"};
};
template <>
struct EnumWords<BudgetChangeRole> {
    static constexpr std::string_view words[] = {"frame", "technical", "supplementary", "transfer", "central-reserve",
        "reallocation", "carry-forward", "indexation", "efficiency"};
};
template <>
struct EnumWords<RuleInput> {
    static constexpr std::string_view words[] = {"indicators", "activities", "children", "achievement", "figure"};
};
template <>
struct EnumWords<RuleTake> {
    static constexpr std::string_view words[] = {"lowest", "mean"};
};
template <>
struct EnumWords<RuleMethod> {
    static constexpr std::string_view words[] = {"clauses", "lower-median", "worst", "best", "majority"};
};
template <>
struct EnumWords<Judges> {
    static constexpr std::string_view words[] = {"nothing", "forecast", "outcome"};
};
template <>
struct EnumWords<LedgerState> {
    static constexpr std::string_view words[] = {"open", "preliminary", "accrued", "closed"};
};
template <>
struct EnumWords<MoneyUnit> {
    static constexpr std::string_view words[] = {"pack", "kr", "tkr", "mnkr"};
};
template <>
struct EnumWords<RowSource> {
    static constexpr std::string_view words[] = {"figures", "indicators", "activities", "assignments", "goals", "measures",
        "risks", "controls", "findings", "grants", "budget-changes", "carry-overs", "result-units", "projects", "volumes",
        "units", "forecasts"};
};
template <>
struct EnumWords<SpecRow> {
    static constexpr std::string_view words[] = {"item", "group", "subtotal", "total", "varav", "rounding", "rest"};
};
template <>
struct EnumWords<Sums> {
    static constexpr std::string_view words[] = {"exact", "printed"};
};
template <>
struct EnumWords<ShownSign> {
    static constexpr std::string_view words[] = {"result", "reversed"};
};
template <>
struct EnumWords<SpecAlign> {
    static constexpr std::string_view words[] = {"automatic", "left", "right", "decimal"};
};
template <>
struct EnumWords<BlockKind> {
    static constexpr std::string_view words[] = {"section", "text", "table", "contents", "memo", "goals", "goal-text",
        "assessment", "things", "thing-text", "unit-texts", "statements", "appendices", "risk-matrix", "facts", "list",
        "scale", "chart"};
};
template <>
struct EnumWords<ChartForm> {
    static constexpr std::string_view words[] = {"trend", "bars", "variance", "completion", "shares", "bridge", "year-wheel",
        "heat-map", "forecast-record"};
};
template <>
struct EnumWords<ValueKind> {
    static constexpr std::string_view words[] = {"outcome", "base", "target", "budget", "forecast", "last-year", "variance",
        "sum", "addition", "reduction", "status"};
};

template <> const StructInfo& description<ScaleValue>();
template <> const StructInfo& description<Scale>();
template <> const StructInfo& description<TextField>();
template <> const StructInfo& description<GovernanceModel>();
template <> const StructInfo& description<Level>();
template <> const StructInfo& description<AssignmentType>();
template <> const StructInfo& description<BudgetChangeKind>();
template <> const StructInfo& description<RuleClass>();
template <> const StructInfo& description<RuleDimension>();
template <> const StructInfo& description<RuleClause>();
template <> const StructInfo& description<Rule>();
template <> const StructInfo& description<Occasion>();
template <> const StructInfo& description<RowSpec>();
template <> const StructInfo& description<ColumnSpec>();
template <> const StructInfo& description<Condition>();
template <> const StructInfo& description<TableSpec>();
template <> const StructInfo& description<SeriesSpec>();
template <> const StructInfo& description<ChartSpec>();
template <> const StructInfo& description<BlockSpec>();
template <> const StructInfo& description<QuoteSpec>();
template <> const StructInfo& description<Template>();

}  // namespace styrkedja
