// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "reports/fields.h"

// The parts that fields.cpp puts together; not for others.
namespace styrkedja::reports {

// One special field: which things have it, and how it is found.
struct FieldCallInfo {
    const Context& context;
    const Thing& thing;
    const NameCall& call;
    const FieldPlace& at;
    Problems& problems;
};
struct SpecialField {
    std::string_view kind;  // empty = things of any kind
    std::string_view name;
    FieldValue (*find)(const FieldCallInfo& info);
};

std::span<const SpecialField>
forecast_fields();  // forecasts: budget, baselines, effects; projects: slippage, accumulated
std::span<const SpecialField>
measured_fields();  // indicators: outcome, target, base, met, trend, expectation
std::span<const SpecialField>
followed_fields();  // what is looked up at the occasion: status, comment, assessment
std::span<const SpecialField>
budget_fields();    // budget changes as the document's unit sees them: amount, effect, counted-in

// result-units: what may be taken along to next year. result + brought forward, at most the limit either way; `limit` is
// a share of the budget ("10 %"). No limit = all of it; a limit without a budget, or no result, gives no value.
FieldValue carriable_field(const FieldCallInfo& info);

// What the description of the kind has, as it is printed.
std::optional<FieldValue> described_field(const Context& context, const Thing& thing, std::string_view name);

// Every kind of thing that tables list, for ReportIndex.
void list_things(const State& state, std::map<RowSource, ReportIndex::Listed>& listed);

// The field with exactly that key; null when the kind has none. (StructInfo::find reads what people type.)
const FieldInfo* field_with_key(const StructInfo& info, std::string_view key);

// A value that is only words.
FieldValue words_field(std::string text);
// The name of a thing as it is printed; its id when it has none.
std::string name_of_thing(const Context& context, const Thing& thing);
// `name_does_not_exist` at the place of the field's text.
void tell_unknown(const FieldCallInfo& info, std::string_view name, const std::string& near = {});

}  // namespace styrkedja::reports
