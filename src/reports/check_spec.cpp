// SPDX-License-Identifier: EUPL-1.2
#include "reports/check_spec.h"

#include <set>

#include "domain/model/description.h"
#include "domain/organisation/description.h"
#include "reports/field_rooms.h"
#include "reports/formula.h"

namespace styrkedja::reports {
namespace {

constexpr int most_decimals = 12;

// Values that a condition on a field may name; `is_open` = anything may stand there (words, tags, numbers).
struct Values {
    bool is_open = true;
    std::set<std::string> list;
};

Values closed(std::initializer_list<std::string_view> values) {
    Values known{false, {}};
    for (std::string_view each : values) known.list.emplace(each);
    return known;
}

// Statuses and ratings: a value of any scale, as a thing's scale follows from what is written about it.
Values on_scales(const State& state) {
    Values known{false, {}};
    for (const Scale& scale : state.scales) {
        for (const ScaleValue& value : scale.values) known.list.insert(value.id.str());
    }
    return known;
}

Values of_special_field(const State& state, std::string_view name) {
    for (std::string_view each : {"status", "assessment", "proposal", "assessed", "decision"}) {
        if (name == each) return on_scales(state);
    }
    if (name == "done" || name == "started" || name == "counted-in") return closed({"yes", "no"});
    if (name == "met" || name == "expectation") return closed({"met", "not-met", "cannot-say"});
    if (name == "trend") return closed({"better", "same", "worse"});
    return {};
}

// A field that refers to things: ids of things of that kind.
Values of_reference(const State& state, const Kind& things, const FieldInfo& field) {
    Values known;
    // The kind is told with a value: ids of several kinds (a thing that is written about) are open, and so is a field
    // that nothing has a value in yet.
    auto see = [&](const StructInfo* info, const Id&) {
        const Kind* kind = info ? kind_of(*info) : nullptr;
        if (!kind || !known.is_open) return;
        known.is_open = false;
        kind->each(state, [&](const void* it) { known.list.insert(kind->id(it).str()); });
        if (kind->info == &description<Unit>()) known.list.insert("document");
    };
    things.each(state, [&](const void* it) {
        if (known.is_open) field.type->each_ref(field.in(it), see);
    });
    return known;
}

Values values_of(const State& state, const Kind& kind, std::string_view name) {
    Values special = of_special_field(state, name);
    if (!special.is_open) return special;
    const FieldInfo* field = field_with_key(*kind.info, name);
    if (!field) field = kind.info->find(name);
    if (!field) return {};
    if (field->key == "id") {
        Values ids{false, {}};
        kind.each(state, [&](const void* it) { ids.list.insert(kind.id(it).str()); });
        return ids;
    }
    if (field->type->each_ref) return of_reference(state, kind, *field);
    if (field->type == detail::type_info<bool>()) return closed({"yes", "no"});
    Values choices;
    for (std::string_view each : field->type->choices) choices.list.emplace(each);
    choices.is_open = choices.list.empty();
    return choices;
}

class SpecChecks {
  public:
    SpecChecks(const State& state, const ReportIndex& index, const Template& of, Problems& problems)
        : state_(state), index_(index), of_(of), problems_(problems) {}

    void check() {
        check_ids("tables", of_.tables, "tabeller", "tables");
        check_ids("charts", of_.charts, "diagram", "charts");
        check_ids("quotes", of_.quotes, "citat", "quotes");
        for (const TableSpec& table : of_.tables) check_table(table);
        for (const QuoteSpec& quote : of_.quotes) {
            std::string path = "quotes." + quote.id.str();
            check_number(path, "decimals", quote.decimals, 0);
            if (quote.count != RowSource::figures) check_where(path, quote.count, quote.where);
        }
        check_blocks("blocks", of_.blocks);
    }

  private:
    Place at(std::string field) const {
        return {"", 0, 0, "", "templates/" + of_.id.str(), std::move(field)};
    }

    template <class List>
    void check_ids(const std::string& path, const List& list, std::string_view sv, std::string_view en) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string& id = list[i].id.str();
            if (id.empty() || seen.insert(id).second) continue;
            problems_.add("template_id_is_repeated", Severity::error, at(path + "." + std::to_string(i) + ".id"),
                          {{"id", id}, {"sv", std::string(sv)}, {"en", std::string(en)}});
        }
    }

    // `least` is -1 where that means "as the table".
    void check_number(const std::string& path, std::string_view field, int number, int least, int most = most_decimals) {
        if (number >= least && number <= most) return;
        problems_.add("template_number_is_out_of_bounds", Severity::error, at(path + "." + std::string(field)),
                      {{"field", std::string(field)},
                       {"number", std::to_string(number)},
                       {"most", field == "decimals" ? std::to_string(most) : std::string()}});
    }

    void check_table(const TableSpec& table) {
        std::string path = "tables." + table.id.str();
        check_ids(path + ".columns", table.columns, "kolumner", "columns");
        check_number(path, "decimals", table.decimals, 0);
        check_number(path, "limit", table.limit, 0, 1'000'000);
        check_internal(path, table.internal);
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            check_number(path + ".columns." + std::to_string(i), "decimals", table.columns[i].decimals, -1);
        if (table.source != RowSource::figures) check_where(path, table.source, table.where);
        bool has_whole = false;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const RowSpec& row = table.rows[i];
            std::string row_path = path + ".rows." + std::to_string(i);
            check_number(row_path, "decimals", row.decimals, -1);
            check_columns(table, row, row_path);
            check_internal(row_path, row.internal);
            if (row.row == SpecRow::group) has_whole = false;
            else if (row.row != SpecRow::varav) has_whole = true;
            else if (!has_whole)
                problems_.add("varav_row_is_part_of_nothing", Severity::error, at(row_path + ".row"),
                              {{"row", row.label.empty() ? row.id.str() : row.label}, {"table", table.id.str()}});
        }
    }

    void check_internal(const std::string& path, const std::string& word) {
        if (word.empty() || word == "with" || word == "without" || word == "only") return;
        problems_.add("internal_word_is_unknown", Severity::error, at(path + ".internal"), {{"word", word}});
    }

    void check_columns(const TableSpec& table, const RowSpec& row, const std::string& path) {
        for (const std::string& name : row.columns.list) {
            bool exists = false;
            NearestName near(name);
            for (const ColumnSpec& column : table.columns) {
                exists = exists || column.id.str() == name;
                near.offer(column.id.str());
            }
            if (exists) continue;
            problems_.add("row_column_does_not_exist", Severity::error, at(path + ".columns"),
                          {{"column", name}, {"table", table.id.str()}, {"near", near.str()}});
        }
    }

    void check_blocks(const std::string& path, const std::vector<BlockSpec>& blocks) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            std::string at_block = path + "." + std::to_string(i);
            const BlockSpec& block = blocks[i];
            if (block.block == BlockKind::goals) check_where(at_block, RowSource::goals, block.where);
            if (block.block == BlockKind::things && block.source != RowSource::figures)
                check_where(at_block, block.source, block.where);
            check_blocks(at_block + ".blocks", block.blocks);
        }
    }

    void check_where(const std::string& path, RowSource source, const std::vector<Condition>& where) {
        auto listed = index_.listed.find(source);
        if (listed == index_.listed.end()) return;
        for (std::size_t i = 0; i < where.size(); ++i) {
            ParsedFormula parsed = parse_formula(where[i].field);
            const NameCall* call = parsed.single_name();
            if (!call) continue;
            Values known = values_of(state_, *listed->second.kind, call->name);
            if (known.is_open) continue;
            std::string at_condition = path + ".where." + std::to_string(i);
            check_values(known, where[i], where[i].is, at_condition + ".is");
            check_values(known, where[i], where[i].is_not, at_condition + ".is-not");
        }
    }

    void check_values(const Values& known, const Condition& condition, const Tags& wanted, const std::string& path) {
        for (const std::string& value : wanted.list) {
            if (known.list.contains(value)) continue;
            NearestName near(value);
            std::string choices;
            for (const std::string& each : known.list) {
                near.offer(each);
                choices += (choices.empty() ? "" : ", ") + each;
            }
            constexpr std::size_t few = 12;
            problems_.add("condition_value_does_not_exist", Severity::error, at(path),
                          {{"value", value},
                           {"field", condition.field},
                           {"near", near.str()},
                           {"choices", known.list.size() <= few ? choices : std::string()}});
        }
    }

    const State& state_;
    const ReportIndex& index_;
    const Template& of_;
    Problems& problems_;
};

}  // namespace

void check_spec(const State& state, const ReportIndex& index, Problems& problems) {
    for (const Template& each : state.templates) SpecChecks(state, index, each, problems).check();
}

}  // namespace styrkedja::reports
