// SPDX-License-Identifier: EUPL-1.2
#include "reports/listed_grid.h"

#include <algorithm>

#include "domain/economy/description.h"
#include "domain/plan/description.h"
#include "locale/typography.h"
#include "reports/field_rooms.h"

namespace styrkedja::reports {
namespace {

constexpr int most_depth = 200;  // cells made of cells made of cells

// The first day of a year, or the day itself.
Date first_day(std::string_view text) {
    auto period = Period::parse(text);
    return period ? period->start() : Date();
}

}  // namespace

ListedGrid::ListedGrid(const Context& context, const TableSpec& spec, Problems& problems)
    : context_(context),
      spec_(spec),
      problems_(problems),
      amounts_(context.state.pack->amounts),
      rows_(list_rows(context, spec, problems)) {
    for (std::size_t i = 0; i < rows_.size(); ++i) row_by_id_.emplace(rows_[i].id, i);
    for (std::size_t i = 0; i < spec.columns.size(); ++i) column_by_id_.emplace(spec.columns[i].id.str(), i);
    for (const ColumnSpec& column : spec.columns) {
        names_.emplace_back(context, template_place(context, column_field(spec, column.id.str(), "value")),
                            problems);
    }
    for (const ColumnSpec& column : spec.columns) read_column(column);
    entries_.resize(rows_.size() * columns_.size());
}

bool ListedGrid::is_field_somewhere(const NameCall& call) const {
    bool found = false;
    for (const StructInfo* info : {&description<Indicator>(), &description<Project>(),
                                   &description<Service>(), &description<Account>(), &description<Unit>()}) {
        each_field_name(*info, [&](std::string_view name) { found = found || name == call.name; });
    }
    return found;
}

void ListedGrid::read_column(const ColumnSpec& spec) {
    ListedColumn& column = columns_.emplace_back();
    std::size_t index = columns_.size() - 1;
    column.spec = &spec;
    column.when = spec.when.empty() ? Date() : first_day(spec.when);
    if (!spec.text.empty() || spec.value.empty()) {
        column.is_text = true;
        return;
    }
    ParsedFormula parsed = parse_formula(spec.value.text);
    if (!parsed.root) {
        problems_.add(
            parsed.error.code, Severity::error,
            template_place(context_, column_field(spec_, spec.id.str(), "value"), parsed.error.column),
            {{"formula", spec.value.text}, {"found", parsed.error.found}});
        column.is_text = true;
        return;
    }
    const EconomyNames& economy = names(index);
    bool has_indicators =
        std::any_of(rows_.begin(), rows_.end(), [](const ListedRow& row) { return row.indicator; });
    column.is_linear = is_linear(*parsed.root);
    each_name(*parsed.root, [&](const NameCall& call) {
        if (column_named(call, index)) {
            column.reads_columns = true;
        } else if (economy.knows(call.name)) {
            column.reads_facts = true;
            column.is_linear = column.is_linear && economy.is_linear(call);
        } else if (parsed.single_name() && is_field_somewhere(call)) {
            column.is_text = true;
        } else if (!has_indicators || !is_field_somewhere(call)) {
            std::vector<std::string> others;
            for (const ColumnSpec& each : spec_.columns) others.push_back(each.id.str());
            economy.tell_unknown(call, call.name, others);
            column.is_text = true;
        }
    });
    if (column.is_text && !parsed.single_name()) return;
    column.formula = economy.spelled_out(std::move(*parsed.root));
}

// A column's id names that column, except in itself, and except with arguments: "budget(2011)" is the
// version.
std::optional<std::size_t> ListedGrid::column_named(const NameCall& call, std::size_t own) const {
    if (call.has_args) return std::nullopt;
    auto it = column_by_id_.find(call.name);
    return it == column_by_id_.end() || it->second == own ? std::nullopt : std::optional(it->second);
}

std::optional<std::size_t> ListedGrid::row_named(const std::string& name) const {
    auto it = row_by_id_.find(name);
    return it == row_by_id_.end() ? std::nullopt : std::optional(it->second);
}

CellLook ListedGrid::look(std::size_t row, std::size_t column) const {
    return look_of(spec_, *columns_[column].spec, rows_[row].spec);
}

const GridValue& ListedGrid::at(std::size_t row, std::size_t column) {
    Entry& entry = entries_[row * columns_.size() + column];
    if (entry.state == State::unknown && depth_ < most_depth) {
        entry.state = State::asked;
        ++depth_;
        entry.value = compute(row, column);
        --depth_;
        entry.state = State::known;
    } else if (entry.state != State::known && !told_circle_) {
        told_circle_ = true;
        problems_.add(
            "table_formulas_make_a_circle", Severity::error,
            template_place(context_, "tables." + spec_.id.str()),
            {{"table", spec_.id.str()}, {"row", rows_[row].id}, {"column", columns_[column].spec->id.str()}});
    }
    return entry.value;
}

bool ListedGrid::applies(const ListedRow& row, const ListedColumn& column) const {
    if (row.way == RowWay::empty) return false;
    if (!row.spec->columns.empty() && !row.spec->columns.has(column.spec->id.str())) return false;
    return !(row.is_sum() && column.spec->total == "none");
}

bool ListedGrid::existed(const ListedRow& row, const ListedColumn& column) const {
    const Unit* unit = row.unit ? row.unit : context_.unit;
    return !column.when.exists() || !unit || unit->valid.holds_on(column.when);
}

FieldPlace ListedGrid::field_place(const ListedRow& row, std::size_t column, std::string_view field) const {
    FieldPlace at;
    at.place = template_place(context_, column_field(spec_, columns_[column].spec->id.str(), field));
    at.breakdown = row.spec->breakdown;
    at.period = row.spec->period;
    return at;
}

GridValue ListedGrid::compute(std::size_t row, std::size_t column) {
    const ListedRow& listed = rows_[row];
    const ListedColumn& in = columns_[column];
    if (in.is_text && !(row < rows_.size() && listed.spec->blank)) {
        // Money that stands in a field of what the rows are about (a project's decided expenditure) is summed as facts are.
        if (listed.way == RowWay::sum && in.spec->text.empty() && applies(listed, in)) {
            Computed sum = sum_of_rows(row, column);
            if (sum.value.exists() && sum.value.of == Quantity::Of::money)
                return {GridValue::Is::figure, std::move(sum), {}};
        }
        return text_value(listed, column);
    }
    if (!applies(listed, in)) return {};
    if (listed.way == RowWay::indicator && in.formula) return indicator_value(row, column);
    GridValue value;
    value.is = GridValue::Is::figure;
    if (!existed(listed, in)) return value;
    if (auto computed = figure_value(row, column))
        value.computed = std::move(*computed);
    else
        value.is = GridValue::Is::empty;  // a problem says why
    return value;
}

// A column of words: the first of what the row is about that has the field.
GridValue ListedGrid::text_value(const ListedRow& row, std::size_t column) {
    GridValue value;
    value.is = GridValue::Is::field;
    const ListedColumn& in = columns_[column];
    if (!row.spec->columns.empty() && !row.spec->columns.has(in.spec->id.str())) return value;
    if (!in.spec->text.empty()) {
        std::vector<document::Source> sources;
        value.field = words_field(filled(row, column, sources));
        value.field.sources = std::move(sources);
        return value;
    }
    const NameCall* call =
        in.formula && in.formula->op == FormulaNode::Op::name ? &in.formula->call : nullptr;
    if (!call) return value;
    FieldPlace at = field_place(row, column, "value");
    for (const Thing& thing : row.things()) {
        auto found = field_of(context_, thing, *call, at, problems_);
        bool is_there = found && (!found->plain.empty() || found->mark || !found->missing.empty());
        if (is_there) {
            value.field = std::move(*found);
            break;
        }
    }
    return value;
}

// "{budget} ({outcome})": each brace a formula for the row, or a field of what the row is about.
std::string ListedGrid::filled(const ListedRow& row, std::size_t column, std::vector<document::Source>& sources) {
    std::string_view pattern = columns_[column].spec->text;
    auto things = row.things();
    FieldPlace at = field_place(row, column, "text");
    if (row.indicator) return fill_in(context_, thing(*row.indicator), pattern, at, problems_, &sources);
    std::string text;
    while (!pattern.empty()) {
        std::size_t open = pattern.find('{'), close = pattern.find('}', open == pattern.npos ? 0 : open);
        text += pattern.substr(0, open);
        if (open == pattern.npos || close == pattern.npos) break;
        std::string_view inside = pattern.substr(open + 1, close - open - 1);
        pattern.remove_prefix(close + 1);
        ParsedFormula parsed = parse_formula(inside);
        const EconomyNames& economy = names(column);
        const NameCall* call = parsed.single_name();
        if (call && !economy.knows(call->name)) {
            if (!things.empty())
                text += fill_in(context_, things.front(), "{" + std::string(inside) + "}", at, problems_, &sources);
            continue;
        }
        if (!parsed.root || row.way != RowWay::facts) continue;
        auto computed = evaluate(
            *parsed.root, [&](const NameCall& name) { return economy.value(name, row.scope); }, amounts_);
        CellLook look = look_of(spec_, *columns_[column].spec, row.spec);
        if (!computed || !computed->value.exists()) continue;
        check_unit(context_, look, computed->value, problems_);
        for (document::Source& each : sources_of(*computed)) sources.push_back(std::move(each));
        Exact number = in_unit(computed->value, look.unit, amounts_);
        text += show(look.reversed ? -number : number, look.unit,
                     {look.decimals, look.plus, false, look.with_unit, look.nil});
    }
    return text;
}

GridValue ListedGrid::indicator_value(std::size_t row, std::size_t column) {
    const ListedRow& listed = rows_[row];
    const FormulaNode& formula = *columns_[column].formula;
    Thing about = thing(*listed.indicator);
    FieldPlace at = field_place(listed, column, "value");
    GridValue value;
    if (formula.op == FormulaNode::Op::name && !column_named(formula.call, column)) {
        auto field = field_of(context_, about, formula.call, at, problems_);
        value.is = GridValue::Is::field;
        if (field)
            value.field = std::move(*field);
        else
            value.field.is_number = true;  // budget of an indicator: no value
        return value;
    }
    Resolver resolve = [&](const NameCall& call) -> std::optional<Computed> {
        if (auto other = column_named(call, column))
            return reference(row, *other, columns_[*other].spec->label);
        Computed computed;
        auto field = field_of(context_, about, call, at, problems_);
        if (!field) return computed;
        computed.value = field->quantity;
        computed.decimals = field->decimals;
        computed.sources = field->sources;
        computed.terms = 1;
        computed.how = field->label;
        return computed;
    };
    value.is = GridValue::Is::figure;
    if (auto computed = evaluate(formula, resolve, amounts_)) value.computed = std::move(*computed);
    return value;
}

}  // namespace styrkedja::reports
