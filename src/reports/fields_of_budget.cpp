// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/description.h"
#include "domain/economy/revised_budget.h"
#include "locale/report_words.h"
#include "reports/field_rooms.h"

// Budget changes as the document's unit sees them: what it gives to another is less for it, wherever the
// decision was written down.
namespace styrkedja::reports {
namespace {

const BudgetChange& change_of(const FieldCallInfo& info) {
    return *static_cast<const BudgetChange*>(info.thing.it);
}

// Is the unit the document's, or below it, in the year of the change?
bool is_ours(const FieldCallInfo& info, const Ref<Unit>& unit) {
    const Context& context = info.context;
    if (!context.unit) return true;
    const Date day = Date::from_civil(change_of(info).year, 12, 31);
    return context.economy().is_within(unit.str(), context.unit->id.str(), day);
}

// As it is written, with the sign of the end that is ours. (Between two of ours: the first one's.)
FieldValue written_amount(const FieldCallInfo& info, std::string_view field) {
    auto value = described_field(info.context, info.thing, field).value_or(FieldValue());
    const BudgetChange& change = change_of(info);
    bool is_other_end =
        !change.counter_unit.empty() && !is_ours(info, change.unit) && is_ours(info, change.counter_unit);
    if (!is_other_end || !value.quantity.exists()) return value;
    value.quantity = -value.quantity;
    const bool has_minus = value.plain.starts_with("−");
    value.plain = has_minus ? value.plain.substr(std::string_view("−").size()) : "−" + value.plain;
    for (std::string& id : value.ids) id = id.starts_with('-') ? id.substr(1) : id == "0" ? id : "-" + id;
    return value;
}

// What the frames of the document's unit and those below it become by it: both ends where both are ours,
// which is nothing.
FieldValue effect(const FieldCallInfo& info, std::string_view field, const std::optional<Decimal>& amount) {
    const BudgetChange& change = change_of(info);
    FieldValue value;
    value.is_number = true;
    value.sources.push_back({info.thing.entity(), std::string(field)});
    if (!amount) return value;
    const MoneyUnit amounts = info.context.state.pack->amounts;
    const MoneyUnit in = change.in == MoneyUnit::pack ? amounts : change.in;
    int times = is_ours(info, change.unit) ? 1 : 0;
    bool has_other_end =
        !change.counter_unit.empty() || !change.counter_account.empty() || !change.counter_service.empty();
    const Ref<Unit>& other = change.counter_unit.empty() ? change.unit : change.counter_unit;
    if (has_other_end && is_ours(info, other)) --times;
    value.quantity = multiply(Quantity::money(*amount, in), Quantity::plain(Exact(times)));
    const ShownUnit shown = ShownUnit::of("number");
    const Exact number = in_unit(value.quantity, shown, amounts);
    value.plain = show(number, shown, {times == 0 ? 0 : amount->decimals(), false, false, false, ""});
    value.ids.push_back(number.str());
    return value;
}

FieldValue effect_this_year(const FieldCallInfo& info) {
    return effect(info, "amount", change_of(info).amount);
}

// What it is of every year after this one: nothing for one year's.
FieldValue effect_full_year(const FieldCallInfo& info) {
    const BudgetChange& change = change_of(info);
    if (change.one_off) return effect(info, "one-off", Decimal());
    return change.full_year ? effect(info, "full-year", change.full_year)
                            : effect(info, "amount", change.amount);
}

// Does the version have the change, itself or from one that it is made of?
FieldValue counted_in(const FieldCallInfo& info) {
    FieldValue value;
    const State& state = info.context.state;
    const std::string name = info.call.args.empty() ? std::string() : info.call.args.front();
    const FigureVersion* version = state.versions.find(name);
    if (!version) {
        NearestName near(name);
        for (const FigureVersion& each : state.versions) near.offer(each.id.str());
        tell_unknown(info, name, near.str());
        return value;
    }
    bool holds = false;
    for (const FigureVersion* each : made_from(state, *version))
        holds = holds || adds_change(state, *each, change_of(info));
    value.plain = holds ? swedish_report_words.yes : swedish_report_words.no;
    value.ids.push_back(holds ? "yes" : "no");
    return value;
}

}  // namespace

std::span<const SpecialField> budget_fields() {
    static constexpr SpecialField fields[] = {
        {"budget-changes", "amount",
         [](const FieldCallInfo& info) { return written_amount(info, "amount"); }},
        {"budget-changes", "full-year",
         [](const FieldCallInfo& info) { return written_amount(info, "full-year"); }},
        {"budget-changes", "effect", effect_this_year},
        {"budget-changes", "effect-full-year", effect_full_year},
        {"budget-changes", "counted-in", counted_in},
    };
    return fields;
}

}  // namespace styrkedja::reports
