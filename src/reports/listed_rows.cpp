// SPDX-License-Identifier: EUPL-1.2
#include "reports/listed_rows.h"

#include <algorithm>

#include "domain/economy/description.h"
#include "domain/plan/description.h"
#include "locale/date.h"
#include "locale/report_words.h"
#include "locale/typography.h"

namespace styrkedja::reports {
namespace {

class RowLister {
  public:
    RowLister(const Context& context, const TableSpec& spec, Problems& problems)
        : context_(context), spec_(spec), problems_(problems) {}

    std::vector<ListedRow> list() {
        for (const RowSpec& row : spec_.rows) {
            std::size_t first = rows_.size();
            if (row.each.empty())
                add(selected(row));
            else
                add_each(row);
            if (!row.id.empty() && !row.each.empty()) {
                for (std::size_t i = first; i < rows_.size(); ++i) by_id_[row.id.str()].push_back(i);
            }
        }
        for (std::size_t i = 0; i < rows_.size(); ++i) find_parts(i);
        return std::move(rows_);
    }

  private:
    // What the row itself selects.
    ListedRow selected(const RowSpec& spec) {
        ListedRow row;
        row.spec = &spec;
        row.scope.period = spec.period;
        row.unit = context_.state.units.find(spec.unit.str());
        row.scope.selection = selection_of(context_, spec.unit);
        row.scope.selection.accounts = context_.economy().accounts(spec.accounts);
        row.scope.selection.counterparty = spec.counterparty;
        row.scope.selection.internal = internal_named(spec.internal.empty() ? spec_.internal : spec.internal);
        if (spec.accounts.size() == 1)
            row.account = context_.state.accounts.find(spec.accounts.front().str());
        if (!spec.service.empty()) set_service(row, context_.state.services.find(spec.service.str()));
        if (!spec.project.empty()) set_project(row, context_.state.projects.find(spec.project.str()));
        row.indicator = context_.state.indicators.find(spec.indicator.str());
        return row;
    }

    void set_service(ListedRow& row, const Service* service) {
        row.service = service;
        row.scope.selection.service = service ? context_.economy().service(service->id.str()) : no_node;
        row.scope.selection.nothing = row.scope.selection.nothing || !service;
    }

    void set_project(ListedRow& row, const Project* project) {
        row.project = project;
        row.scope.selection.project = project ? context_.economy().project(project->id.str()) : no_node;
        row.scope.selection.nothing = row.scope.selection.nothing || !project;
    }

    template <class T>
    std::vector<const T*> children(const Table<T>& things, const std::vector<std::string>& parents) const {
        std::vector<const T*> found;
        for (const T& each : things) {
            bool below = parents.empty()
                             ? each.parent.empty()
                             : std::find(parents.begin(), parents.end(), each.parent.str()) != parents.end();
            if (below) found.push_back(&each);
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const T* a, const T* b) { return a->order < b->order; });
        return found;
    }

    Date first_day() const { return context_.last_year().start(); }
    Date last_day() const { return Date::from_days(context_.year().end().days() - 1); }

    // Those below the unit, and after them those that stood there some time this year or the year before and have
    // facts from then: else the total would lack what they cost.
    std::vector<const Unit*> units_of_both_years(const Unit& above) const {
        std::vector<const Unit*> units = context_.economy().units_below(above.id.str(), context_.day());
        if (!context_.last_year().exists()) return units;
        for (const Unit* unit :
             context_.economy().units_with_facts_below(above.id.str(), first_day(), last_day())) {
            if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
        }
        return units;
    }

    std::string unit_name(const Ref<Unit>& ref, Date day) const {
        const Unit* unit = context_.state.units.find(ref.str());
        return unit ? unit->name.at(day) : ref.str();
    }

    // Where a unit came from or went during the two years: its figures here are those of its time here.
    std::string moves_of(const Unit& unit, const Unit& above) const {
        std::string text;
        if (!context_.last_year().exists()) return text;
        auto tell = [&](std::string_view belongs, Date day, std::string_view to_or_from) {
            const Ref<Unit>& other = unit.parent.at(day);
            if (other.empty() || other.id == above.id) return;
            Day shown = make_day(day.year(), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
            text += (text.empty() ? "" : " ") + std::string(belongs) + unit_name(other, day) +
                    std::string(to_or_from) + day_in_words(shown) + ".";
        };
        constexpr const ReportWords& words = swedish_report_words;
        for (const auto& span : unit.parent.spans) {
            if (span.value.id != above.id) continue;
            Date from = span.holds.from, to = span.holds.to;
            if (from.exists() && first_day() < from && from <= last_day())
                tell(words.belonged_to, Date::from_days(from.days() - 1), words.until);
            if (to.exists() && first_day() <= to && to < last_day())
                tell(words.belongs_to, Date::from_days(to.days() + 1), words.since);
        }
        return text;
    }

    void add_each(const RowSpec& spec) {
        ListedRow base = selected(spec);
        base.whole = base.scope;
        auto put = [&](const Id& id, const auto& change) {
            ListedRow row = base;
            row.id = id.str();
            change(row);
            add(std::move(row));
        };
        if (spec.each == "units") {
            const Unit* above = base.unit ? base.unit : context_.unit;
            if (!above) return;
            for (const Unit* unit : units_of_both_years(*above)) {
                put(unit->id, [&](ListedRow& row) {
                    row.unit = unit;
                    row.scope.selection.unit = context_.economy().unit(unit->id.str());
                    bool has_moved = unit->parent.spans.size() > 1;
                    if (has_moved) row.scope.selection.under = context_.economy().unit(above->id.str());
                    row.moved = moves_of(*unit, *above);
                });
            }
        } else if (spec.each == "accounts") {
            std::vector<std::string> above;
            for (const Ref<Account>& each : spec.accounts) above.push_back(each.str());
            for (const Account* account : children(context_.state.accounts, above)) {
                put(account->id, [&](ListedRow& row) {
                    row.account = account;
                    row.scope.selection.accounts = context_.economy().account(account->id.str());
                });
            }
        } else if (spec.each == "counterparties") {
            for (const Counterparty& counterparty : context_.state.counterparties) {
                put(counterparty.id, [&](ListedRow& row) {
                    row.counterparty = &counterparty;
                    row.scope.selection.counterparty = counterparty.id.str();
                });
            }
        } else if (spec.each == "services") {
            for (const Service* service : children(context_.state.services, named(spec.service))) {
                put(service->id, [&](ListedRow& row) { set_service(row, service); });
            }
        } else if (spec.each == "projects" || spec.each == "projects-ongoing" || spec.each == "projects-finished") {
            for (const Project* project : children(context_.state.projects, named(spec.project))) {
                if (is_at_stage(*project, spec.each) && is_ours(*project, base))
                    put(project->id, [&](ListedRow& row) { set_project(row, project); });
            }
        } else {
            // Such a row has seldom an id: it is known by its number.
            std::string row = spec.id.empty() ? std::to_string(&spec - spec_.rows.data()) : spec.id.str();
            problems_.add("row_each_is_unknown", Severity::error,
                          template_place(context_, row_field(spec_, row, "each")),
                          {{"each", spec.each}});
        }
    }

    template <class T>
    static std::vector<std::string> named(const Ref<T>& ref) {
        return ref.empty() ? std::vector<std::string>() : std::vector<std::string>{ref.str()};
    }

    // projects-finished: those that were finished in the year; projects-ongoing: those that have begun and were not finished
    // by its end.
    bool is_at_stage(const Project& project, std::string_view each) const {
        if (each == "projects") return true;
        bool is_done = project.finished && (!project.end.exists() || project.end.end() <= context_.year().end());
        if (each == "projects-finished")
            return is_done && (!project.end.exists() || context_.year().start() < project.end.end());
        return !is_done && (!project.start.exists() || project.start.start() < context_.year().end());
    }

    bool is_ours(const Project& project, const ListedRow& row) const {
        const Unit* unit = row.unit ? row.unit : context_.unit;
        return !unit || project.unit.empty() ||
               context_.economy().is_within(project.unit.str(), unit->id.str(), context_.day());
    }

    void add(ListedRow row) {
        const RowSpec& spec = *row.spec;
        if (row.id.empty()) row.id = !spec.id.empty() ? spec.id.str() : id_of(row);
        row.label = label_of(row);
        row.way = way_of(row);
        if (row.way == RowWay::formula) parse(row);
        std::vector<std::size_t>& with_id = by_id_[row.id];
        if (!with_id.empty()) {
            problems_.add("row_id_is_repeated", Severity::error,
                          template_place(context_, row_field(spec_, row.id, "id")),
                          {{"row", row.id}, {"table", spec_.id.str()}});
        }
        if (with_id.empty()) with_id.push_back(rows_.size());
        rows_.push_back(std::move(row));
    }

    std::string id_of(const ListedRow& row) const {
        std::string part = row.spec->breakdown;
        part = part.substr(part.find('=') == part.npos ? 0 : part.find('=') + 1);
        if (row.indicator) return row.indicator->id.str() + (part.empty() ? "" : "." + part);
        for (const Thing& thing : row.things()) {
            if (thing.it != context_.unit) return thing.id().str();
        }
        if (row.spec->row == SpecRow::total) return "total";
        return "row-" + std::to_string(rows_.size() + 1);
    }

    std::string label_of(const ListedRow& row) {
        const std::string& pattern = row.spec->label;
        auto things = row.things();
        bool has_fields = pattern.find('{') != pattern.npos;
        FieldPlace at;
        at.place = template_place(context_, row_field(spec_, row.id, "label"));
        if (!pattern.empty()) {
            return has_fields && !things.empty() ? fill_in(context_, things.front(), pattern, at, problems_)
                                                 : typographic(pattern);
        }
        if (row.is_sum() && things.empty()) return std::string(swedish_report_words.total);
        if (row.spec->row == SpecRow::rest) return std::string(swedish_report_words.not_stated_apart);
        if (things.empty()) return "";
        auto name = field_of(context_, things.front(), "name", at, problems_);
        return name ? name->plain : "";
    }

    RowWay way_of(const ListedRow& row) const {
        const RowSpec& spec = *row.spec;
        if (spec.blank || spec.row == SpecRow::group) return RowWay::empty;
        if (!spec.value.empty()) return RowWay::formula;
        if (spec.row == SpecRow::rest) return RowWay::rest;
        if (!spec.indicator.empty()) return RowWay::indicator;
        if (spec.row == SpecRow::rounding && spec.accounts.empty()) return RowWay::rounding;
        return row.is_sum() && spec.accounts.empty() ? RowWay::sum : RowWay::facts;
    }

    void parse(ListedRow& row) {
        ParsedFormula parsed = parse_formula(row.spec->value.text);
        row.formula = std::move(parsed.root);
        if (row.formula) return;
        row.way = RowWay::empty;
        problems_.add(parsed.error.code, Severity::error,
                      template_place(context_, row_field(spec_, row.id, "value"), parsed.error.column),
                      {{"formula", row.spec->value.text}, {"found", parsed.error.found}});
    }

    // Rows that a sum takes when it does not say which: items with figures of their own, and what is left of
    // a total.
    bool counts(const ListedRow& row) const {
        bool is_item =
            row.spec->row == SpecRow::item && row.way != RowWay::formula && row.way != RowWay::empty;
        return is_item || row.spec->row == SpecRow::rest;
    }

    void find_parts(std::size_t index) {
        ListedRow& row = rows_[index];
        if (row.way == RowWay::rounding) {
            for (std::size_t i = index + 1; i < rows_.size() && row.of.empty(); ++i) {
                if (rows_[i].is_sum()) row.of.push_back(i);
            }
        }
        if (row.way != RowWay::sum && row.way != RowWay::rest) return;
        if (!row.spec->of.empty()) {
            for (const std::string& name : row.spec->of.list) take_named(row, name, index);
            return;
        }
        bool since_subtotal = row.spec->row != SpecRow::total;
        for (std::size_t i = index; i-- > 0;) {
            if (since_subtotal && rows_[i].is_sum()) break;
            if (counts(rows_[i]) && i != index) row.of.insert(row.of.begin(), i);
        }
        if (row.spec->row != SpecRow::total) return;
        for (std::size_t i = index + 1; i < rows_.size(); ++i) {
            if (counts(rows_[i])) row.of.push_back(i);
        }
    }

    void take_named(ListedRow& row, const std::string& name, std::size_t index) {
        auto it = by_id_.find(name);
        if (it == by_id_.end()) {
            NearestName near(name);
            for (const ListedRow& each : rows_) near.offer(each.id);
            problems_.add("row_does_not_exist", Severity::error,
                          template_place(context_, row_field(spec_, row.id, "of")),
                          {{"row", name}, {"table", spec_.id.str()}, {"near", near.str()}});
            return;
        }
        for (std::size_t part : it->second) {
            // A varav row is part of the row above and never added again.
            if (part != index && rows_[part].spec->row != SpecRow::varav) row.of.push_back(part);
        }
    }

    const Context& context_;
    const TableSpec& spec_;
    Problems& problems_;
    std::vector<ListedRow> rows_;
    std::map<std::string, std::vector<std::size_t>> by_id_;
};

}  // namespace

std::vector<Thing> ListedRow::things() const {
    std::vector<Thing> things;
    if (indicator) things.push_back(thing(*indicator));
    if (project) things.push_back(thing(*project));
    if (service) things.push_back(thing(*service));
    if (unit) things.push_back(thing(*unit));
    if (account) things.push_back(thing(*account));
    if (counterparty) things.insert(things.begin(), thing(*counterparty));
    return things;
}

Internal internal_named(std::string_view word) {
    return word == "without" ? Internal::without : word == "only" ? Internal::only : Internal::with;
}

std::string row_field(const TableSpec& spec, std::string_view row, std::string_view field) {
    return "tables." + spec.id.str() + ".rows." + std::string(row) + "." + std::string(field);
}

std::string column_field(const TableSpec& spec, std::string_view column, std::string_view field) {
    return "tables." + spec.id.str() + ".columns." + std::string(column) + "." + std::string(field);
}

std::vector<ListedRow> list_rows(const Context& context, const TableSpec& spec, Problems& problems) {
    return RowLister(context, spec, problems).list();
}

}  // namespace styrkedja::reports
