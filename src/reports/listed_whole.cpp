// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "reports/listed_grid.h"

// Whether the rows that an `each` lists are the whole of what they are parts of.
namespace styrkedja::reports {
namespace {

// Parts of a service or project are only sure to be the whole where somebody has named it.
bool claims_the_whole(const RowSpec& spec) {
    if (spec.each == "units" || spec.each == "accounts") return true;
    return (spec.each == "services" && !spec.service.empty()) || (spec.each == "projects" && !spec.project.empty());
}

}  // namespace

void ListedGrid::check_wholes() {
    for (std::size_t total = 0; total < rows_.size(); ++total) {
        if (rows_[total].way != RowWay::sum) continue;
        const RowSpec* told = nullptr;
        for (std::size_t part : rows_[total].of) {
            const ListedRow& row = rows_[part];
            if (row.spec == told || row.spec->each.empty() || !claims_the_whole(*row.spec)) continue;
            told = row.spec;
            for (std::size_t column = 0; column < columns_.size(); ++column) check_whole(total, row, column);
        }
    }
}

// The column's figure of all that the rows of the `each` are parts of; for rows with a formula of their own, of that.
std::optional<Computed> ListedGrid::whole_of(const ListedRow& part, std::size_t column) {
    const FormulaNode& formula = *columns_[column].formula;
    const EconomyNames& economy = names(column);
    auto in_all = [&](const NameCall& call) { return economy.value(call, part.whole); };
    if (part.way != RowWay::formula) return evaluate(formula, in_all, amounts_);
    return evaluate(
        *part.formula,
        [&](const NameCall& of_row) -> std::optional<Computed> {
            if (!of_row.has_args && row_named(of_row.name)) return Computed();   // of other rows: nothing to compare with
            return evaluate(
                formula, [&](const NameCall& of_column) { return narrowed(of_column, of_row, part.whole, economy); }, amounts_);
        },
        amounts_);
}

void ListedGrid::check_whole(std::size_t total, const ListedRow& part, std::size_t column) {
    const ListedColumn& in = columns_[column];
    bool is_plain = in.formula && !in.is_text && in.reads_facts && !in.reads_columns && in.is_linear;
    if (!is_plain || in.when.exists() || !applies(rows_[total], in)) return;
    // Beside the rows themselves stands what is booked on the unit above, and what is left of it.
    Quantity listed;
    for (std::size_t each : rows_[total].of) {
        const ListedRow& row = rows_[each];
        bool belongs = row.spec == part.spec || (row.scope.selection.unit == part.whole.selection.unit &&
                                                 (row.way == RowWay::facts || row.way == RowWay::rest));
        if (!belongs) continue;
        const GridValue& value = at(each, column);
        if (value.is == GridValue::Is::figure) listed = add(listed, value.computed.value, amounts_);
    }
    auto whole = whole_of(part, column);
    if (!whole || !whole->value.exists() || !listed.exists()) return;
    Quantity apart = subtract(listed, whole->value, amounts_);
    if (apart.number.sign() == 0) return;
    CellLook look = this->look(total, column);
    auto shown = [&](const Quantity& quantity) {
        Exact number = in_unit(quantity, look.unit, amounts_);
        return show(look.reversed ? -number : number, look.unit, {look.decimals, false, false, true, ""});
    };
    const Unit* unit = part.spec->unit.empty() ? context_.unit : context_.state.units.find(part.spec->unit.str());
    problems_.add("listed_total_differs", Severity::warning,
                  template_place(context_, column_field(spec_, in.spec->id.str(), "value")),
                  {{"table", spec_.id.str()},
                   {"row", rows_[total].label},
                   {"column", in.spec->label},
                   {"unit", unit ? unit->name.at(context_.day()) : std::string()},
                   {"listed", shown(listed)},
                   {"own", shown(whole->value)},
                   {"apart", shown(apart)}});
}

}  // namespace styrkedja::reports
