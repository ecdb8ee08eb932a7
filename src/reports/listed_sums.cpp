// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "locale/report_words.h"
#include "reports/listed_grid.h"

// How the figures of a table over figures are computed: from facts, from other cells, as sums of rows.
namespace styrkedja::reports {
namespace {

constexpr const ReportWords& words = swedish_report_words;

void take_facts(Computed& into, const Computed& from) {
    into.facts.insert(into.facts.end(), from.facts.begin(), from.facts.end());
    into.sources.insert(into.sources.end(), from.sources.begin(), from.sources.end());
    take_parts(into, from, Exact(1));
    into.decimals = std::max(into.decimals, from.decimals);
}

std::string sum_in_words(std::size_t rows, bool printed) {
    std::string text =
        std::string(words.sum_of) + std::to_string(rows) + std::string(rows == 1 ? words.row : words.rows);
    return printed ? text + std::string(words.as_printed) : text;
}

}  // namespace

std::optional<Computed> ListedGrid::figure_value(std::size_t row, std::size_t column) {
    const ListedColumn& in = columns_[column];
    if (!in.formula) return std::nullopt;
    switch (rows_[row].way) {
        case RowWay::rounding:
            return rounding_value(row, column);
        case RowWay::facts:
            return facts_value(row, column);
        case RowWay::empty:
        case RowWay::indicator:
            return Computed();
        default:
            break;
    }
    if (in.reads_only_columns()) return own_cells(row, column);
    if (in.is_linear) {
        if (rows_[row].way == RowWay::formula) return row_formula(row, column);
        return rows_[row].way == RowWay::sum ? sum_of_rows(row, column) : rest_value(row, column);
    }
    // A ratio of a sum is the ratio of the sums: each name is summed by itself.
    return evaluate(
        *in.formula,
        [&](const NameCall& call) -> std::optional<Computed> {
            if (auto other = column_named(call, column))
                return reference(row, *other, columns_[*other].spec->label);
            return leaf(row, call, column);
        },
        amounts_);
}

Computed ListedGrid::reference(std::size_t row, std::size_t column, std::string label) {
    const GridValue& value = at(row, column);
    Computed computed;
    computed.how = std::move(label);
    if (value.is == GridValue::Is::figure) {
        computed.value = value.computed.value;
        take_facts(computed, value.computed);
    } else if (value.is == GridValue::Is::field) {
        computed.value = value.field.quantity;
        computed.decimals = value.field.decimals;
        computed.sources = value.field.sources;
    }
    computed.terms = computed.value.exists() ? 1 : 0;
    return computed;
}

std::optional<Computed> ListedGrid::own_cells(std::size_t row, std::size_t column) {
    return evaluate(
        *columns_[column].formula,
        [&](const NameCall& call) -> std::optional<Computed> {
            auto other = column_named(call, column);
            if (!other) return std::nullopt;
            return reference(row, *other, columns_[*other].spec->label);
        },
        amounts_);
}

std::optional<Computed> ListedGrid::facts_value(std::size_t row, std::size_t column) {
    const EconomyNames& economy = names(column);
    return evaluate(
        *columns_[column].formula,
        [&](const NameCall& call) -> std::optional<Computed> {
            if (auto other = column_named(call, column))
                return reference(row, *other, columns_[*other].spec->label);
            return economy.value(call, rows_[row].scope);
        },
        amounts_);
}

// In a table whose sums are of printed figures, rows that add other rows up take them as printed too.
std::optional<Computed> ListedGrid::row_formula(std::size_t row, std::size_t column) {
    const ListedRow& listed = rows_[row];
    bool as_printed_sums = spec_.sums == Sums::printed && is_linear(*listed.formula);
    EconomyNames economy(context_, template_place(context_, row_field(spec_, listed.id, "value")), problems_);
    return evaluate(
        *listed.formula,
        [&](const NameCall& call) -> std::optional<Computed> {
            auto other = call.has_args ? std::nullopt : row_named(call.name);
            if (other && *other != row) {
                Computed part = reference(*other, column, rows_[*other].label);
                if (as_printed_sums) part.value = as_printed(*other, column, part.value);
                return part;
            }
            return evaluate(
                *columns_[column].formula,
                [&](const NameCall& of_column) { return narrowed(of_column, call, listed.scope, economy); }, amounts_);
        },
        amounts_);
}

// In a row's formula a name that is no row is a figure or account: the column's name for that.
std::optional<Computed> ListedGrid::narrowed(NameCall of_column, const NameCall& of_row, const EconomyScope& scope,
                                             const EconomyNames& economy) const {
    bool is_known = context_.state.figures.find(of_row.name) || context_.economy().has_account(of_row.name);
    if (!is_known) {
        std::vector<std::string> others;
        for (const ListedRow& each : rows_) others.push_back(each.id);
        economy.tell_unknown(of_row, of_row.name, others);
        return std::nullopt;
    }
    of_column.has_args = true;
    of_column.args.push_back(of_row.name);
    of_column.args.insert(of_column.args.end(), of_row.args.begin(), of_row.args.end());
    return economy.value(of_column, scope);
}

Quantity ListedGrid::as_printed(std::size_t row, std::size_t column, const Quantity& value) const {
    if (!value.exists()) return value;
    CellLook look = this->look(row, column);
    Exact rounded = in_unit(value, look.unit, amounts_).rounded(look.decimals);
    if (value.of == Quantity::Of::money && look.unit.kind == ShownUnit::Kind::other) {
        return Quantity::money(rounded * Exact(ore_in(amounts_)));
    }
    Quantity printed = from_unit(rounded, look.unit);
    if (value.of == Quantity::Of::ratio && printed.of == Quantity::Of::number)
        printed.of = Quantity::Of::ratio;
    return printed;
}

Computed ListedGrid::sum_of_rows(std::size_t row, std::size_t column) {
    bool printed = spec_.sums == Sums::printed;
    Computed sum;
    for (std::size_t part : rows_[row].of) {
        const GridValue& value = at(part, column);
        if (value.is == GridValue::Is::empty) continue;
        bool is_figure = value.is == GridValue::Is::figure;
        const Quantity& quantity = is_figure ? value.computed.value : value.field.quantity;
        if (!quantity.exists()) continue;
        sum.value = add(sum.value, printed ? as_printed(part, column, quantity) : quantity, amounts_);
        ++sum.terms;
        if (is_figure)
            take_facts(sum, value.computed);
        else
            sum.sources.insert(sum.sources.end(), value.field.sources.begin(), value.field.sources.end());
    }
    sum.how = sum_in_words(static_cast<std::size_t>(sum.terms), printed);
    return sum;
}

Computed ListedGrid::rest_value(std::size_t row, std::size_t column) {
    auto whole = facts_value(row, column);
    Computed parts = sum_of_rows(row, column);
    if (!whole) return {};
    Computed rest = std::move(*whole);
    rest.how += std::string(words.less) + parts.how;
    if (!rest.value.exists()) return rest;
    if (parts.value.exists()) rest.value = subtract(rest.value, parts.value, amounts_);
    take_parts(rest, parts, Exact(-1));
    rest.terms += parts.terms;
    return rest;
}

// What rounding each row has done to the total that follows it.
Computed ListedGrid::rounding_value(std::size_t row, std::size_t column) {
    Computed rounding;
    if (rows_[row].of.empty()) return rounding;
    std::size_t total = rows_[row].of.front();
    const GridValue& whole = at(total, column);
    if (whole.is != GridValue::Is::figure || !whole.computed.value.exists()) return rounding;
    Quantity parts;
    for (std::size_t part : rows_[total].of) {
        if (part == row) continue;
        const GridValue& value = at(part, column);
        if (value.is != GridValue::Is::empty)
            parts = add(parts, as_printed(part, column, value.computed.value), amounts_);
    }
    rounding.value = subtract(as_printed(total, column, whole.computed.value), parts, amounts_);
    rounding.how = std::string(words.rounding);
    return rounding;
}

// A name's value in a row that isn't facts: summed over its rows, or by the row's own formula. Each is found
// once.
std::optional<Computed> ListedGrid::leaf(std::size_t row, const NameCall& call, std::size_t column) {
    auto [it, is_new] = leaves_.try_emplace({row, call.str()});
    if (!is_new) return it->second;
    it->second = Computed();  // what a row that is made of itself finds
    auto found = find_leaf(row, call, column);
    leaves_[{row, call.str()}] = found;
    return found;
}

std::optional<Computed> ListedGrid::find_leaf(std::size_t row, const NameCall& call, std::size_t column) {
    const ListedRow& listed = rows_[row];
    const EconomyNames& economy = names(column);
    if (economy.is_constant(call)) return economy.value(call, listed.scope);
    switch (listed.way) {
        case RowWay::facts:
            return economy.value(call, listed.scope);
        case RowWay::formula: {
            EconomyNames in_row(context_, template_place(context_, row_field(spec_, listed.id, "value")),
                                problems_);
            return evaluate(
                *listed.formula,
                [&](const NameCall& name) -> std::optional<Computed> {
                    auto other = name.has_args ? std::nullopt : row_named(name.name);
                    if (other && *other != row) return leaf(*other, call, column);
                    return narrowed(call, name, listed.scope, in_row);
                },
                amounts_);
        }
        case RowWay::sum:
            return leaf_sum(row, call, column);
        case RowWay::rest: {
            auto parts = leaf_sum(row, call, column);
            auto whole = economy.value(call, listed.scope);
            bool both = parts && whole && whole->value.exists() && parts->value.exists();
            if (both) whole->value = subtract(whole->value, parts->value, amounts_);
            if (both) take_parts(*whole, *parts, Exact(-1));
            return whole;
        }
        default:
            return Computed();
    }
}

std::optional<Computed> ListedGrid::leaf_sum(std::size_t row, const NameCall& call, std::size_t column) {
    Computed sum;
    if (names(column).has_no_total(call)) return sum;
    for (std::size_t part : rows_[row].of) {
        auto value = leaf(part, call, column);
        if (!value) return std::nullopt;
        sum.value = add(sum.value, value->value, amounts_);
        sum.terms += value->value.exists() ? 1 : 0;
        if (sum.how.empty()) sum.how = value->how;
        take_facts(sum, *value);
    }
    return sum;
}

}  // namespace styrkedja::reports
