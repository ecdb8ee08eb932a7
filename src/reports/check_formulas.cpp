// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "domain/economy/description.h"
#include "domain/plan/description.h"
#include "reports/check_spec.h"
#include "reports/computed_outcomes.h"
#include "reports/fields.h"
#include "reports/forecast_names.h"
#include "reports/formula.h"
#include "reports/table.h"

// What can be said of formulas without making a document.
namespace styrkedja::reports {
namespace {

class FormulaChecks {
  public:
    FormulaChecks(const State& state, const ReportIndex& index, Problems& problems)
        : state_(state), index_(index), problems_(problems) {}

    void check() {
        for (const NamedFigure& figure : state_.figures) check_figure(figure);
        for (const Indicator& indicator : state_.indicators) check_indicator(indicator);
        for (const Template& each : state_.templates) {
            for (const QuoteSpec& quote : each.quotes) check_quote(each, quote);
            for (const TableSpec& table : each.tables) check_table(each, table);
        }
    }

  private:
    using Knows = std::function<bool(const NameCall&)>;
    using Offer = std::function<void(NearestName&)>;

    bool is_economy(std::string_view name) const {
        bool is_own = name == "guide" || name == "volume" || name == "volume-value" ||
                      name == "volume-variance" || name == "price-variance";
        return is_own || name == "outcome" || name == "budget" || state_.versions.find(name) ||
               state_.figures.find(name) || index_.economy.has_account(name) || is_forecast_word(name);
    }

    void offer_economy(NearestName& near) const {
        for (const FigureVersion& each : state_.versions) near.offer(each.id.str());
        for (const NamedFigure& each : state_.figures) near.offer(each.id.str());
        near.offer("outcome");
        near.offer("budget");
    }

    // A formula that cannot be read, or names in it that do not exist.
    std::optional<FormulaNode> read(const Formula& formula, Place place, const Knows& knows,
                                    const Offer& offer) {
        ParsedFormula parsed = parse_formula(formula.text);
        if (!parsed.root) {
            place.column = static_cast<std::uint32_t>(parsed.error.column);
            problems_.add(parsed.error.code, Severity::error, place,
                          {{"formula", formula.text}, {"found", parsed.error.found}});
            return std::nullopt;
        }
        each_name(*parsed.root, [&](const NameCall& call) {
            if (knows(call)) return;
            NearestName near(call.name);
            offer(near);
            offer_economy(near);
            place.column = static_cast<std::uint32_t>(call.column);
            problems_.add("name_does_not_exist", Severity::error, place,
                          {{"name", call.name}, {"in", formula.text}, {"near", near.str()}});
        });
        return parsed.root;
    }

    void check_figure(const NamedFigure& figure) {
        if (figure.formula.empty()) return;
        Place place{"", 0, 0, "", "figures/" + figure.id.str(), "formula"};
        read(
            figure.formula, place, [&](const NameCall& call) { return is_economy(call.name); },
            [](NearestName&) {});
        std::set<std::string> seen;
        if (leads_to(figure, figure.id.str(), seen)) {
            problems_.add("named_figure_is_defined_by_itself", Severity::error, place,
                          {{"figure", figure.id.str()}});
        }
    }

    // What the names' arguments say is only seen when it is computed: once is enough.
    void check_indicator(const Indicator& indicator) {
        if (indicator.computed.empty()) return;
        auto knows = [&](const NameCall& call) { return is_economy(call.name); };
        Place place{"", 0, 0, "", "indicators/" + indicator.id.str(), "computed"};
        const std::size_t before = problems_.size();
        read(indicator.computed, place, knows, [](NearestName&) {});
        if (problems_.size() > before || state_.units.empty() || state_.occasions.empty() || !state_.pack) return;
        const Unit* owner = indicator.owners.empty() ? nullptr : state_.units.find(indicator.owners.front().str());
        computed_indicator(state_, index_, indicator, owner ? *owner : *state_.units.begin(), state_.occasions.begin()->period, problems_);
    }

    bool leads_to(const NamedFigure& from, const std::string& goal, std::set<std::string>& seen) const {
        ParsedFormula parsed = parse_formula(from.formula.text);
        bool found = false;
        auto follow = [&](const std::string& name) {
            const NamedFigure* next = state_.figures.find(name);
            if (!next || found) return;
            found = name == goal || (seen.insert(name).second && leads_to(*next, goal, seen));
        };
        if (!parsed.root) return false;
        each_name(*parsed.root, [&](const NameCall& call) {
            follow(call.name);
            for (const std::string& arg : call.args) follow(arg);
        });
        return found;
    }

    static Place at(const Template& of, std::string field) {
        return {"", 0, 0, "", "templates/" + of.id.str(), std::move(field)};
    }

    void check_quote(const Template& of, const QuoteSpec& quote) {
        if (quote.value.empty()) return;
        auto knows = [&](const NameCall& call) {
            bool is_quote = std::any_of(of.quotes.begin(), of.quotes.end(),
                                        [&](const QuoteSpec& each) { return each.id.str() == call.name; });
            if (is_quote || is_economy(call.name)) return true;
            for (std::size_t dot = call.name.rfind('.'); dot != std::string::npos && dot > 0;
                 dot = call.name.rfind('.', dot - 1)) {
                if (find_thing(state_, call.name.substr(0, dot))) return true;
            }
            return false;
        };
        read(quote.value, at(of, "quotes." + quote.id.str() + ".value"), knows, [&](NearestName& near) {
            for (const QuoteSpec& each : of.quotes) near.offer(each.id.str());
        });
    }

    bool is_field(const TableSpec& table, std::string_view name) const {
        std::vector<const StructInfo*> kinds = {&description<Indicator>(), &description<Project>(),
                                                &description<Service>(), &description<Account>(),
                                                &description<Unit>()};
        if (table.source != RowSource::figures) kinds = {index_.listed.at(table.source).kind->info};
        bool found = false;
        for (const StructInfo* kind : kinds) {
            found = found || kind->find(name);
            each_field_name(*kind, [&](std::string_view each) { found = found || each == name; });
        }
        return found;
    }

    void check_table(const Template& of, const TableSpec& table) {
        std::string base = "tables." + table.id.str();
        for (const ColumnSpec& column : table.columns) {
            if (column.value.empty()) continue;
            auto knows = [&](const NameCall& call) {
                bool is_column =
                    std::any_of(table.columns.begin(), table.columns.end(),
                                [&](const ColumnSpec& each) { return each.id.str() == call.name; });
                bool may_be_economy = table.source == RowSource::figures && is_economy(call.name);
                return may_be_economy || is_field(table, call.name) ||
                       (is_column && call.name != column.id.str());
            };
            read(column.value, at(of, base + ".columns." + column.id.str() + ".value"), knows,
                 [&](NearestName& near) {
                     for (const ColumnSpec& each : table.columns) near.offer(each.id.str());
                 });
        }
        for (const RowSpec& row : table.rows) {
            if (row.value.empty()) continue;
            bool has_each = std::any_of(table.rows.begin(), table.rows.end(),
                                        [](const RowSpec& each) { return !each.each.empty(); });
            auto knows = [&](const NameCall& call) {
                bool is_row = std::any_of(table.rows.begin(), table.rows.end(),
                                          [&](const RowSpec& each) { return names(each, call.name); });
                return is_row || has_each || is_economy(call.name);
            };
            read(row.value, at(of, base + ".rows." + row.id.str() + ".value"), knows, [&](NearestName& near) {
                for (const RowSpec& each : table.rows) near.offer(each.id.str());
            });
        }
    }

    // A row without an id is called by what it is about.
    static bool names(const RowSpec& row, std::string_view name) {
        if (!row.id.empty()) return row.id.str() == name;
        return row.unit.str() == name || row.service.str() == name || row.project.str() == name ||
               row.indicator.str() == name ||
               (row.accounts.size() == 1 && row.accounts.front().str() == name);
    }

    const State& state_;
    const ReportIndex& index_;
    Problems& problems_;
};

}  // namespace

void check_formulas(const State& state, const ReportIndex& index, Problems& problems) {
    FormulaChecks(state, index, problems).check();
    check_spec(state, index, problems);
}

}  // namespace styrkedja::reports
