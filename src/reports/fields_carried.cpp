// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/economy.h"
#include "domain/values/measured_value.h"
#include "locale/report_words.h"
#include "reports/field_rooms.h"

// What result units may take along to next year.
namespace styrkedja::reports {

FieldValue carriable_field(const FieldCallInfo& info) {
    const ResultUnit& unit = *static_cast<const ResultUnit*>(info.thing.it);
    MoneyUnit amounts = info.context.state.pack->amounts;
    MoneyUnit in = unit.in == MoneyUnit::pack ? amounts : unit.in;
    FieldValue value;
    value.is_number = true;
    for (const char* field : {"result", "brought-forward", "limit", "budget"})
        value.sources.push_back({info.thing.entity(), field});
    if (!unit.result) return value;
    Quantity carried = Quantity::money(*unit.result, in);
    if (unit.brought_forward) carried = add(carried, Quantity::money(*unit.brought_forward, in), amounts);
    if (!unit.limit.empty()) {
        Quantity share = quantity_written(unit.limit, "");
        if (!unit.budget || !share.exists() || share.of == Quantity::Of::number) return value;
        Quantity most = multiply(share, Quantity::money(*unit.budget, in));
        most.number = most.number.abs();   // a budget of net cost is below zero
        carried = most_of(least_of(carried, most, amounts), -most, amounts);
    }
    value.quantity = carried;
    ShownUnit shown = ShownUnit::of("number");
    Exact number = in_unit(carried, shown, amounts);
    value.plain = show(number, shown, {unit.result->decimals(), false, false, false, ""});
    value.ids.push_back(number.str());
    return value;
}

}  // namespace styrkedja::reports
