// SPDX-License-Identifier: EUPL-1.2
#include "reports/things_table.h"

#include <algorithm>

#include "domain/plan/description.h"
#include "locale/report_words.h"
#include "locale/typography.h"
#include "reports/field_rooms.h"
#include "reports/listed_rows.h"
#include "reports/things_levels.h"

namespace styrkedja::reports {
namespace {

struct ThingColumn {
    const ColumnSpec* spec = nullptr;
    std::optional<FormulaNode> formula;
    const NameCall* field = nullptr;  // the whole formula is one name that isn't a column
    bool is_linear = true, reads_columns = false, reads_fields = false;
};

class ThingsTable {
  public:
    ThingsTable(const Context& context, const TableSpec& spec, const GoalInHand& goal, std::string id,
                Problems& problems)
        : context_(context),
          spec_(spec),
          goal_(goal),
          problems_(problems),
          maker_(context, spec, std::move(id), problems),
          levels_(context, spec, maker_, problems),
          amounts_(context.state.pack->amounts) {
        for (const ColumnSpec& each : spec.columns) read_column(each);
        fix_fields();
    }

    std::optional<document::Table> build() {
        auto things = things_for(context_, spec_.source, spec_.where, spec_.sort, place("where"), problems_);
        if (things.empty() && spec_.empty.empty() && spec_.rows.empty()) return std::nullopt;
        document::Table table;
        table.id = maker_.table_id();
        table.columns = columns_of(spec_);
        holds_figures_.resize(columns_.size());
        add_all(table, things);
        if (!spec_.rows.empty()) fill_levels(table, things.empty());
        keep_first(table);
        if (things.empty() && !spec_.empty.empty()) maker_.notes().to_the_table({document::Text{typographic(spec_.empty)}});
        align_columns(table, spec_, holds_figures_);
        table.notes = maker_.notes().take();
        return table;
    }

  private:
    FieldPlace place(std::string_view field) const {
        FieldPlace at;
        at.goal = goal_;
        at.place = template_place(context_, "tables." + spec_.id.str() + "." + std::string(field));
        return at;
    }

    FieldPlace place(const ThingColumn& column, std::string_view field) const {
        FieldPlace at;
        at.goal = goal_;
        at.place = template_place(context_, column_field(spec_, column.spec->id.str(), field));
        return at;
    }

    void read_column(const ColumnSpec& spec) {
        ThingColumn& column = columns_.emplace_back();
        column.spec = &spec;
        if (!spec.text.empty() || spec.value.empty()) return;
        ParsedFormula parsed = parse_formula(spec.value.text);
        if (parsed.root) {
            column.formula = std::move(parsed.root);
            return;
        }
        problems_.add(
            parsed.error.code, Severity::error,
            template_place(context_, column_field(spec_, spec.id.str(), "value"), parsed.error.column),
            {{"formula", spec.value.text}, {"found", parsed.error.found}});
    }

    void fix_fields() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            ThingColumn& column = columns_[i];
            if (!column.formula) continue;
            bool is_one_name =
                column.formula->op == FormulaNode::Op::name && !column_named(column.formula->call, i);
            if (is_one_name) column.field = &column.formula->call;
            column.is_linear = is_linear(*column.formula);
            each_name(*column.formula, [&](const NameCall& call) {
                (column_named(call, i) ? column.reads_columns : column.reads_fields) = true;
            });
        }
    }

    std::optional<std::size_t> column_named(const NameCall& call, std::size_t own) const {
        for (std::size_t i = 0; i < columns_.size() && !call.has_args; ++i) {
            if (i != own && columns_[i].spec->id.str() == call.name) return i;
        }
        return std::nullopt;
    }

    // The things stand where the rows say it, else before the first total.
    void add_all(document::Table& table, const std::vector<Thing>& things) {
        bool placed = false;
        auto place_things = [&](std::string_view summed_by) {
            placed = true;
            if (summed_by.empty()) add_rows(table, things);
            else add_sums(table, things, summed_by);
            if (spec_.total && !things.empty()) add_total(table);
        };
        for (const RowSpec& row : spec_.rows) {
            if (!placed && (!row.each.empty() || row.row == SpecRow::total)) place_things(row.each);
            if (row.each.empty()) levels_.put(table, row, columns_.size());
        }
        if (!placed) place_things("");
    }

    void fill_levels(document::Table& table, bool nothing_listed) {
        std::vector<LevelColumn> columns(columns_.size());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            columns[i].spec = columns_[i].spec;
            columns[i].holds_figures = holds_figures_[i] || (nothing_listed && columns_[i].formula);
            for (const auto& row : values_) columns[i].values.push_back(row[i]);
        }
        levels_.fill(table, columns);
    }

    struct Group {
        std::string id, label;
        std::vector<Thing> things;
    };

    // Groups stand in the order in which their first thing does.
    std::vector<Group> groups_of(const std::vector<Thing>& things, std::string_view field, std::string_view asked_in) {
        std::vector<Group> groups;
        for (const Thing& thing : things) {
            auto value = field_of(context_, thing, field, place(asked_in), problems_);
            std::string label = value ? value->plain : "";
            auto it = std::find_if(groups.begin(), groups.end(),
                                   [&](const Group& each) { return each.label == label; });
            if (it == groups.end()) {
                bool has_id = value && value->ids.size() == 1 && Id::is_valid(value->ids.front());
                std::string id = "group." + (has_id ? value->ids.front() : std::to_string(groups.size() + 1));
                it = groups.insert(groups.end(), {std::move(id), std::move(label), {}});
            }
            it->things.push_back(thing);
        }
        return groups;
    }

    void add_rows(document::Table& table, const std::vector<Thing>& things) {
        if (spec_.group_by.empty()) {
            for (const Thing& thing : things) table.rows.push_back(row_of(thing));
            return;
        }
        for (const Group& group : groups_of(things, spec_.group_by, "group-by")) {
            if (!group.label.empty()) add_heading(table, group.id, group.label);
            for (const Thing& thing : group.things) table.rows.push_back(row_of(thing));
        }
    }

    // One row for each value of the field: the sums of its things.
    void add_sums(document::Table& table, const std::vector<Thing>& things, std::string_view field) {
        for (const Group& group : groups_of(things, field, "rows")) {
            std::vector<document::Row> parts;
            const std::size_t first = values_.size();
            for (const Thing& thing : group.things) parts.push_back(row_of(thing));
            document::Row row;
            row.id = group.id;
            const std::string label = group.label.empty() ? std::string(swedish_report_words.not_stated_apart) : group.label;
            row.label = {document::Text{label}};
            std::vector<Quantity> sums(columns_.size());
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                Computed sum = columns_[i].is_linear ? sum_of_parts(parts, first, i) : Computed();
                sums[i] = sum.value;
                CellPlace at{row.id, columns_[i].spec->id.str(), label, columns_[i].spec->label};
                row.cells.push_back(
                    sum.terms == 0 ? document::Cell() : maker_.figure(sum, look_of(spec_, *columns_[i].spec, nullptr), at));
            }
            values_.resize(first);
            values_.push_back(std::move(sums));
            table.rows.push_back(std::move(row));
        }
    }

    Computed sum_of_parts(const std::vector<document::Row>& parts, std::size_t first, std::size_t column) const {
        Computed sum;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const Quantity& value = values_[first + part][column];
            if (!value.exists()) continue;
            sum.value = add(sum.value, value, amounts_);
            ++sum.terms;
            const auto& figure = parts[part].cells[column].figure;
            if (figure) sum.sources.insert(sum.sources.end(), figure->sources.begin(), figure->sources.end());
        }
        sum.how = sum_of(sum.terms);
        return sum;
    }

    static std::string sum_of(int rows) {
        return std::string(swedish_report_words.sum_of) + std::to_string(rows) +
               std::string(rows == 1 ? swedish_report_words.row : swedish_report_words.rows);
    }

    // The first rows of a list that is cut; with groups of each group. The total is of all.
    void keep_first(document::Table& table) {
        if (spec_.limit <= 0) return;
        int in_list = 0;
        std::size_t all = 0, before = table.rows.size();
        std::erase_if(table.rows, [&](const document::Row& row) {
            if (row.kind != document::RowKind::item) return in_list = 0, false;
            ++all;
            return ++in_list > spec_.limit;
        });
        std::size_t left_out = before - table.rows.size();
        if (left_out > 0) maker_.notes().to_the_table(cut_note(all - left_out, all));
    }

    void add_heading(document::Table& table, const std::string& id, const std::string& label) {
        document::Row row;
        row.id = id;
        row.kind = document::RowKind::group;
        row.label = {document::Text{label}};
        row.cells.resize(columns_.size());
        table.rows.push_back(std::move(row));
    }

    std::string label_of(const Thing& thing) {
        std::string_view label = spec_.label;
        if (label.find('{') != label.npos) return fill_in(context_, thing, label, place("label"), problems_);
        if (label.empty() && !field_with_key(*thing.kind->info, "name")) {
            // Result units and volumes are known by whose they are.
            label = field_with_key(*thing.kind->info, "unit") ? "unit" : "id";
        }
        auto value = field_of(context_, thing, label.empty() ? std::string_view("name") : label,
                              place("label"), problems_);
        return value ? value->plain : "";
    }

    document::Row row_of(const Thing& thing) {
        document::Row row;
        row.id = thing.id().str();
        std::string label = label_of(thing);
        row.label = {document::Text{label}};
        if (const FieldInfo* notes = field_with_key(*thing.kind->info, "notes")) {
            row.label_notes = maker_.label_notes(*static_cast<const Tags*>(notes->in(thing.it)));
        }
        if (!spec_.mark.empty()) {
            auto mark = field_of(context_, thing, spec_.mark, place("mark"), problems_);
            if (mark) row.mark = mark->mark;
            // Units that don't agree have no mark in common.
            if (mark && !mark->mark && spec_.detail != "comment")
                row.detail = mark->texts.empty() ? row.detail : paragraphs_of(context_, *mark, problems_);
        }
        std::optional<FieldValue> detail;
        if (!spec_.detail.empty()) detail = field_of(context_, thing, spec_.detail, place("detail"), problems_);
        detail_ = detail ? detail->plain : "";
        values_.emplace_back(columns_.size());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            row.cells.push_back(
                cell_of(thing, i, {row.id, columns_[i].spec->id.str(), label, columns_[i].spec->label}));
        }
        if (detail) {
            auto paragraphs = paragraphs_of(context_, *detail, problems_);
            row.detail.insert(row.detail.end(), paragraphs.begin(), paragraphs.end());
            if (!paragraphs.empty()) row.detail_label = typographic(spec_.detail_label);
        }
        return row;
    }

    document::Cell cell_of(const Thing& thing, std::size_t index, const CellPlace& cell_place) {
        const ThingColumn& column = columns_[index];
        CellLook look = look_of(spec_, *column.spec, nullptr);
        if (!column.spec->text.empty()) {
            return text_cell(thing, column, cell_place);
        }
        if (!column.formula) return {};
        if (!column.field) {
            auto computed = computed_of(thing, index, 0);
            if (!computed) return {};
            holds_figures_[index] = true;
            values_.back()[index] = computed->value;
            return maker_.figure(*computed, look, cell_place);
        }
        auto value = field_value(thing, *column.field, place(column, "value"));
        if (!value) return {};
        holds_figures_[index] = holds_figures_[index] || value->is_number;
        if (!value->written) values_.back()[index] = value->quantity;
        // Why a value is missing is said once: by the row's second line where it says so.
        if (!value->missing.empty() && detail_.find(value->missing) != detail_.npos) value->missing.clear();
        return maker_.field(*value, look, cell_place);
    }

    document::Cell text_cell(const Thing& thing, const ThingColumn& column, const CellPlace& cell_place) {
        std::vector<document::Source> sources;
        std::string text =
            fill_in(context_, thing, column.spec->text, place(column, "text"), problems_, &sources);
        return maker_.words(std::move(text), std::move(sources), cell_place);
    }

    // A field, with a problem when things of the kind have no such field: once for each name, not for each
    // row.
    std::optional<FieldValue> field_value(const Thing& thing, const NameCall& call, FieldPlace at) {
        at.place.column = static_cast<std::uint32_t>(call.column);
        auto value = field_of(context_, thing, call, at, problems_);
        if (value || std::find(unknown_.begin(), unknown_.end(), call.name) != unknown_.end()) return value;
        unknown_.push_back(call.name);
        return field_of(context_, thing, call.str(), at, problems_);
    }

    std::optional<Computed> computed_of(const Thing& thing, std::size_t index, int depth) {
        const ThingColumn& column = columns_[index];
        if (!column.formula || depth > static_cast<int>(columns_.size())) return std::nullopt;
        return evaluate(
            *column.formula,
            [&](const NameCall& call) -> std::optional<Computed> {
                if (auto other = column_named(call, index)) {
                    auto value = computed_of(thing, *other, depth + 1);
                    if (!value) return std::nullopt;
                    value->how = columns_[*other].spec->label;
                    value->shape = Computed::How::name;
                    value->terms = value->value.exists() ? 1 : 0;
                    return value;
                }
                auto field = field_value(thing, call, place(column, "value"));
                if (!field) return std::nullopt;
                Computed computed;
                computed.value = field->quantity;
                computed.sources = field->sources;
                computed.decimals = field->decimals;
                computed.terms = field->quantity.exists() ? 1 : 0;
                computed.how = field->label.empty() ? call.str() : field->label;
                return computed;
            },
            amounts_);
    }

    void add_total(document::Table& table) {
        document::Row row;
        row.id = "total";
        row.kind = document::RowKind::total;
        std::string label = spec_.total_label.empty() ? std::string(swedish_report_words.total)
                                                      : typographic(spec_.total_label);
        row.label = {document::Text{label}};
        totals_.assign(columns_.size(), std::nullopt);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto computed = total_of(table, i, 0);
            bool is_left_out = columns_[i].spec->total == "none" || !computed;
            CellPlace at{row.id, columns_[i].spec->id.str(), label, columns_[i].spec->label};
            row.cells.push_back(
                is_left_out ? document::Cell()
                            : maker_.figure(*computed, look_of(spec_, *columns_[i].spec, nullptr), at));
        }
        table.rows.push_back(std::move(row));
    }

    // A column made of other columns is computed from the total's own cells; so is a ratio.
    std::optional<Computed> total_of(const document::Table& table, std::size_t index, int depth) {
        const ThingColumn& column = columns_[index];
        if (!column.formula || !holds_figures_[index] || depth > static_cast<int>(columns_.size()))
            return std::nullopt;
        bool own_cells = column.reads_columns && !column.reads_fields;
        if (own_cells) {
            return evaluate(
                *column.formula,
                [&](const NameCall& call) -> std::optional<Computed> {
                    auto other = column_named(call, index);
                    auto value = other ? total_of(table, *other, depth + 1) : std::nullopt;
                    if (!value) return std::nullopt;
                    value->how = columns_[*other].spec->label;
                    value->shape = Computed::How::name;
                    value->terms = value->value.exists() ? 1 : 0;
                    return value;
                },
                amounts_);
        }
        return column.is_linear ? summed(table, index) : std::nullopt;
    }

    std::optional<Computed> summed(const document::Table& table, std::size_t index) {
        CellLook look = look_of(spec_, *columns_[index].spec, nullptr);
        Computed sum;
        std::size_t at = 0;
        for (const document::Row& row : table.rows) {
            if (row.kind != document::RowKind::item) continue;
            Quantity value = values_[at++][index];
            if (!value.exists()) continue;
            if (spec_.sums == Sums::printed) {
                value = from_unit(in_unit(value, look.unit, amounts_).rounded(look.decimals), look.unit);
            }
            sum.value = add(sum.value, value, amounts_);
            ++sum.terms;
            const auto& figure = row.cells[index].figure;
            if (figure) sum.sources.insert(sum.sources.end(), figure->sources.begin(), figure->sources.end());
        }
        if (sum.terms == 0) return std::nullopt;
        sum.how = sum_of(sum.terms);
        return sum;
    }

    const Context& context_;
    const TableSpec& spec_;
    const GoalInHand& goal_;
    Problems& problems_;
    CellMaker maker_;
    LevelRows levels_;
    MoneyUnit amounts_;
    std::vector<ThingColumn> columns_;
    std::vector<bool> holds_figures_;
    std::vector<std::vector<Quantity>> values_;  // by item row
    std::vector<std::optional<Computed>> totals_;
    std::vector<std::string> unknown_;
    std::string detail_;  // of the row in hand, in words
};

}  // namespace

std::optional<document::Table> things_table(const Context& context, const TableSpec& spec,
                                            const GoalInHand& goal, std::string id, Problems& problems) {
    return ThingsTable(context, spec, goal, std::move(id), problems).build();
}

}  // namespace styrkedja::reports
