// SPDX-License-Identifier: EUPL-1.2
#include "reports/things_levels.h"

#include "domain/economy/description.h"
#include "locale/report_words.h"
#include "locale/typography.h"
#include "reports/economy_names.h"
#include "reports/listed_rows.h"

namespace styrkedja::reports {
namespace {

bool is_total(const RowSpec& spec) {
    return spec.row == SpecRow::total;
}

bool applies(const RowSpec& spec, const LevelColumn& column) {
    return spec.columns.empty() ? column.holds_figures : spec.columns.has(column.spec->id.str());
}

}  // namespace

void LevelRows::put(document::Table& table, const RowSpec& spec, std::size_t columns) {
    document::Row row;
    const bool is_sum = is_total(spec);
    row.id = !spec.id.empty() ? spec.id.str()
             : is_sum         ? "total"
                              : "row-" + std::to_string(table.rows.size() + 1);
    row.kind = is_sum ? document::RowKind::total : document::RowKind::subtotal;
    const std::string label =
        spec.label.empty() && is_sum ? std::string(swedish_report_words.total) : typographic(spec.label);
    row.label = {document::Text{label}};
    row.label_notes = maker_.label_notes(spec.notes);
    row.cells.resize(columns);
    levels_.push_back({&spec, table.rows.size()});
    table.rows.push_back(std::move(row));
}

std::optional<Computed> LevelRows::own_value(const RowSpec& spec, const std::string& row) const {
    if (spec.value.empty()) return std::nullopt;
    const std::string field = row_field(spec_, row, "value");
    ParsedFormula parsed = parse_formula(spec.value.text);
    if (!parsed.root) {
        problems_.add(parsed.error.code, Severity::error,
                      template_place(context_, field, parsed.error.column),
                      {{"formula", spec.value.text}, {"found", parsed.error.found}});
        return std::nullopt;
    }
    EconomyScope scope{selection_of(context_, spec.unit), spec.period};
    scope.selection.accounts = context_.economy().accounts(spec.accounts);
    scope.selection.counterparty = spec.counterparty;
    auto narrow = [&](Node& node, const std::string& id, Node found) {
        if (id.empty()) return;
        node = found;
        scope.selection.nothing = scope.selection.nothing || found == no_node;
    };
    narrow(scope.selection.service, spec.service.str(), context_.economy().service(spec.service.str()));
    narrow(scope.selection.project, spec.project.str(), context_.economy().project(spec.project.str()));
    EconomyNames names(context_, template_place(context_, field), problems_);
    return evaluate(
        *parsed.root, [&](const NameCall& call) { return names.value(call, scope); },
        context_.state.pack->amounts);
}

// What stood before, and the things since.
Computed LevelRows::sum(const document::Table& table, const LevelColumn& column, std::size_t index,
                        const Quantity& before) const {
    Computed sum;
    sum.value = before;
    sum.terms = before.exists() ? 1 : 0;
    for (const Quantity& value : column.values) {
        if (!value.exists()) continue;
        sum.value = add(sum.value, value, context_.state.pack->amounts);
        ++sum.terms;
    }
    for (const document::Row& row : table.rows) {
        const auto& figure = row.cells[index].figure;
        const bool counts = row.kind == document::RowKind::item || row.kind == document::RowKind::subtotal;
        if (counts && figure)
            sum.sources.insert(sum.sources.end(), figure->sources.begin(), figure->sources.end());
    }
    sum.how = std::string(swedish_report_words.sum_of) + std::to_string(sum.terms) +
              std::string(sum.terms == 1 ? swedish_report_words.row : swedish_report_words.rows);
    return sum;
}

void LevelRows::fill(document::Table& table, const std::vector<LevelColumn>& columns) {
    std::vector<Quantity> before(columns.size());
    for (const Level& level : levels_) {
        document::Row& row = table.rows[level.row];
        const std::string label = level.spec->label.empty() ? row.id : typographic(level.spec->label);
        const auto own = own_value(*level.spec, row.id);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!applies(*level.spec, columns[i])) continue;
            std::optional<Computed> computed = own;
            if (is_total(*level.spec)) {
                Computed rows = sum(table, columns[i], i, before[i]);
                if (own)
                    compare(row, columns[i], rows.value, own->value);
                else if (level.spec->value.empty())
                    computed = std::move(rows);
            } else if (own) {
                before[i] = add(before[i], own->value, context_.state.pack->amounts);
            }
            if (!computed) continue;
            CellLook look = look_of(spec_, *columns[i].spec, level.spec);
            look.plus = false;  // a level is no change
            row.cells[i] = maker_.figure(*computed, look,
                                         {row.id, columns[i].spec->id.str(), label, columns[i].spec->label});
        }
    }
}

void LevelRows::compare(const document::Row& row, const LevelColumn& column, const Quantity& sum,
                        const Quantity& own) {
    const MoneyUnit amounts = context_.state.pack->amounts;
    if (!sum.exists() && !own.exists()) return;
    const Quantity nothing = Quantity::money(Exact(0));
    const Quantity apart = subtract(sum.exists() ? sum : nothing, own.exists() ? own : nothing, amounts);
    if (apart.number.is_zero()) return;
    const CellLook look = look_of(spec_, *column.spec, nullptr);
    auto shown = [&](const Quantity& quantity) {
        if (!quantity.exists()) return std::string("–");
        // Exact: a difference that rounding hides is one too.
        const Exact number = in_unit(quantity, look.unit, amounts);
        int decimals = look.decimals;
        while (decimals < 12 && Exact(number.rounded(decimals)) != number) ++decimals;
        return show(number, look.unit, {decimals, false, false, true, ""});
    };
    std::string label;
    for (const document::Inline& part : row.label) {
        if (const auto* text = std::get_if<document::Text>(&part)) label += text->text;
    }
    problems_.add("bridge_does_not_add_up", Severity::warning,
                  template_place(context_, row_field(spec_, row.id, "value")),
                  {{"table", spec_.id.str()},
                   {"row", label},
                   {"column", column.spec->label},
                   {"sum", shown(sum)},
                   {"own", shown(own)},
                   {"apart", shown(apart)}});
}

}  // namespace styrkedja::reports
