// SPDX-License-Identifier: EUPL-1.2
#include <optional>
#include <set>
#include <string>

#include "domain/checks/checks.h"
#include "domain/economy/description.h"
#include "domain/organisation/description.h"
#include "domain/plan/description.h"
#include "domain/process/description.h"

// A pack says for which committees and years it is (pack.yaml). Earlier years to compare with and later ones to plan for
// belong to it; but what happens in a year (an occasion, a budget change, a grant) has to be of its years, an outcome is
// never later than them, and nothing is further away than anybody compares. Each year and unit is told once for its kind,
// at the first thing that has it.
namespace styrkedja::checks {
namespace {

constexpr int furthest = 30;   // years before or after the pack's

struct Years {
    int first = 0, last = 0;
    std::set<int> all;
};

// Nothing where the pack's years cannot be read: that is told elsewhere.
std::optional<Years> years_of(const PackHead& pack) {
    Years years;
    for (const std::string& text : pack.years) {
        auto period = Period::parse(text);
        if (!period) return std::nullopt;
        for (int year = period->first_year(); year <= period->year(); ++year) years.all.insert(year);
    }
    if (years.all.empty()) return std::nullopt;
    years.first = *years.all.begin();
    years.last = *years.all.rbegin();
    return years;
}

class YearCheck {
  public:
    YearCheck(const State& state, const Years& years, Problems& problems) : state_(state), years_(years), problems_(problems) {}

    // What happens in the year.
    template <class T>
    void in(const T& thing, std::string_view field, int year) {
        if (year != 0 && !years_.all.contains(year)) tell(thing, field, year);
    }

    template <class T>
    void compared(const T& thing, const Period& period, bool is_outcome) {
        if (!period.exists()) return;
        int year = period.year();
        bool far = year < years_.first - furthest || year > years_.last + furthest;
        if (far || (is_outcome && period.first_year() > years_.last)) tell(thing, "period", year);
    }

    bool is_outcome(const Ref<FigureVersion>& version) const {
        const FigureVersion* found = state_.versions.find(version.str());
        return found && found->kind == FigureKind::outcome;
    }

  private:
    template <class T>
    void tell(const T& thing, std::string_view field, int year) {
        const StructInfo& kind = description<T>();
        if (!told_.emplace(kind.key, year).second) return;
        std::string years = std::to_string(years_.first);
        if (years_.last != years_.first) years += "–" + std::to_string(years_.last);
        problems_.add("year_is_outside_the_pack", Severity::warning, place_of(thing, field),
                      {{"year", std::to_string(year)}, {"years", years}});
    }

    const State& state_;
    const Years& years_;
    Problems& problems_;
    std::set<std::pair<std::string_view, int>> told_;
};

void look_at_years(const State& state, const State& looked, Problems& problems) {
    auto years = years_of(*state.pack);
    if (!years) return;
    YearCheck check(state, *years, problems);
    std::set<std::string> compared_with;
    for (const Occasion& each : state.occasions) compared_with.insert(each.previous.str());
    for (const Occasion& each : looked.occasions) {
        if (!compared_with.contains(each.id.str())) check.in(each, "period", each.period.year());
    }
    for (const BudgetChange& each : looked.budget_changes) check.in(each, "year", each.year);
    for (const ResultUnit& each : looked.result_units) check.in(each, "year", each.year);
    for (const CarryOver& each : looked.carry_overs) check.in(each, "year", each.year);
    for (const Grant& each : looked.grants) check.in(each, "year", each.year);
    for (const Outcome& each : looked.outcomes) check.compared(each, each.period, true);
    for (const Target& each : looked.targets) check.compared(each, each.period, false);
    for (const EconomyFact& each : looked.economy) check.compared(each, each.period, check.is_outcome(each.version));
    for (const Volume& each : looked.volumes) check.compared(each, each.period, check.is_outcome(each.version));
}

// The units that the pack is for: its committees, all below them at any time, and those above them.
class Committees {
  public:
    explicit Committees(const State& state) : state_(state) {
        for (const Ref<Unit>& each : state.pack->committees) {
            named_.insert(each.str());
            above(each.str(), above_);
        }
    }

    bool concerns(const std::string& unit) const {
        if (unit.empty() || above_.contains(unit)) return true;
        std::set<std::string> chain;
        above(unit, chain);
        for (const std::string& each : chain) {
            if (named_.contains(each)) return true;
        }
        return false;
    }

    std::string names() const {
        std::string text;
        for (const Ref<Unit>& each : state_.pack->committees) {
            const Unit* unit = state_.units.find(each.str());
            text += (text.empty() ? "" : ", ") + (unit && !unit->name.spans.empty() ? unit->name.spans.back().value : each.str());
        }
        return text;
    }

  private:
    // The unit and all that it has ever belonged to.
    void above(const std::string& unit, std::set<std::string>& chain) const {
        if (unit.empty() || !chain.insert(unit).second) return;
        const Unit* found = state_.units.find(unit);
        if (!found) return;
        for (const auto& span : found->parent.spans) above(span.value.str(), chain);
    }

    const State& state_;
    std::set<std::string> named_, above_;
};

template <class T>
void look_at_units(const Table<T>& things, const Committees& committees, const State& state, Problems& problems) {
    std::set<std::string> seen;
    for (const T& each : things) {
        if (!seen.insert(each.unit.str()).second || committees.concerns(each.unit.str())) continue;
        const Unit* unit = state.units.find(each.unit.str());
        if (!unit) continue;
        problems.add("unit_is_outside_the_pack", Severity::warning, place_of(each, "unit"),
                     {{"unit", unit->name.spans.empty() ? unit->id.str() : unit->name.spans.back().value},
                      {"committees", committees.names()}});
    }
}

}  // namespace

void data_is_within_the_pack(const State& state, const State& looked, Problems& problems) {
    look_at_years(state, looked, problems);
    if (state.pack->committees.empty()) return;
    const bool any = !looked.documents.empty() || !looked.economy.empty() || !looked.budget_changes.empty() ||
                     !looked.result_units.empty() || !looked.carry_overs.empty() || !looked.grants.empty();
    if (!any) return;
    Committees committees(state);
    look_at_units(looked.documents, committees, state, problems);
    look_at_units(looked.economy, committees, state, problems);
    look_at_units(looked.budget_changes, committees, state, problems);
    look_at_units(looked.result_units, committees, state, problems);
    look_at_units(looked.carry_overs, committees, state, problems);
    look_at_units(looked.grants, committees, state, problems);
}

}  // namespace styrkedja::checks
