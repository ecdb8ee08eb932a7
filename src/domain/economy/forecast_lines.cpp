// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/forecast_lines.h"

#include <algorithm>
#include <tuple>

#include "domain/state/state.h"

namespace styrkedja {
namespace {

const Occasion* occasion_of(const State& state, const FigureVersion& version) {
    return state.occasions.find(version.occasion.str());
}

// Is the unit that one or below it, on that day? Circles end, they are told elsewhere.
bool stands_within(const State& state, std::string_view unit, std::string_view above, Date day) {
    const Unit* each = state.units.find(unit);
    for (std::size_t steps = 0; each && steps <= state.units.size(); ++steps) {
        if (each->id.str() == above) return true;
        each = state.units.find(each->parent.at(day).str());
    }
    return false;
}

bool is_in_set(const EconomyIndex& index, const AccountSet& set, std::string_view account) {
    const AccountSet itself = index.account(account);
    if (set.is_all()) return !itself.spans().empty();
    if (itself.spans().empty()) return false;
    const std::int32_t number = itself.spans().front().first;
    return std::any_of(set.spans().begin(), set.spans().end(), [&](const NodeSpan& span) { return span.has(number); });
}

bool is_in_project(const State& state, const EconomyIndex& index, Node wanted, std::string_view project) {
    if (wanted == no_node) return true;
    const Project* each = state.projects.find(project);
    for (std::size_t steps = 0; each && steps <= state.projects.size(); ++steps) {
        if (index.project(each->id.str()) == wanted) return true;
        each = state.projects.find(each->parent.str());
    }
    return false;
}

bool is_selected(const State& state, const EconomyIndex& index, const FactSelection& selection, const Forecast& line,
                 const Period& year) {
    const Date last_day = Date::from_days(year.end().days() - 1);
    return selection.counterparty.empty() && selection.internal != Internal::only &&
           index.selects(selection, line.unit.str(), line.service.str(), last_day) &&
           is_in_set(index, selection.accounts, line.account.str()) &&
           is_in_project(state, index, selection.project, line.project.str());
}

void add(Exact& sum, const Forecast& line) {
    const auto money = Money::from_written(line.amount, line.in);
    if (!money) return;
    sum = sum.exists() ? sum + Exact(money->ore()) : Exact(money->ore());
}

}  // namespace

const FigureVersion* usual_version(const State& state, FigureKind kind) {
    const std::string_view word = kind == FigureKind::outcome ? "outcome" : kind == FigureKind::budget ? "budget" : "";
    if (const FigureVersion* found = state.versions.find(word)) return found;
    for (const FigureVersion& each : state.versions) {
        if (each.kind == kind) return &each;
    }
    return nullptr;
}

Period year_of(const State& state, const Forecast& line) {
    if (line.year != 0) return Period::of_year(line.year);
    const FigureVersion* version = state.versions.find(line.version.str());
    const Occasion* occasion = version ? occasion_of(state, *version) : nullptr;
    return occasion && occasion->period.exists() ? Period::of_year(occasion->period.year()) : Period();
}

std::vector<const FigureVersion*> forecasts_in_order(const State& state) {
    std::vector<const FigureVersion*> list;
    for (const FigureVersion& each : state.versions) {
        if (each.kind == FigureKind::forecast && each.of.empty()) list.push_back(&each);
    }
    auto key = [&](const FigureVersion* version) {
        const Occasion* occasion = occasion_of(state, *version);
        const bool is_dated = occasion && occasion->period.exists();
        return std::tuple(!is_dated, is_dated ? occasion->period.end().days() : 0, occasion ? occasion->order : 0,
                          std::string_view(version->id.str()));
    };
    std::sort(list.begin(), list.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
    return list;
}

bool is_frozen(const State& state, const FigureVersion& version, std::string_view unit) {
    if (version.kind != FigureKind::forecast) return false;
    if (version.frozen.exists()) return true;
    const Occasion* occasion = occasion_of(state, version);
    if (!occasion || !occasion->period.exists()) return false;
    const Date day = Date::from_days(occasion->period.end().days() - 1);
    return std::any_of(state.documents.begin(), state.documents.end(), [&](const DocumentEntity& document) {
        const bool is_decided = document.occasion.id == occasion->id && document.state >= DocumentState::decided;
        return is_decided && (unit.empty() || document.unit.empty() || stands_within(state, unit, document.unit.str(), day));
    });
}

ForecastLayers layers_of(const State& state, const EconomyIndex& index, const FactSelection& selection,
                         const FigureVersion& version, const Period& period) {
    ForecastLayers layers;
    if (!period.exists()) return layers;
    Exact of_lines = Exact::none();
    for (const Forecast& line : state.forecasts) {
        const Period year = line.version.id == version.id ? year_of(state, line) : Period();
        if (!year.exists() || !period.contains(year) || !is_selected(state, index, selection, line, year)) continue;
        const bool is_own = line.adjustment.empty();
        (is_own ? layers.own_lines : layers.adjustment_lines).push_back(&line);
        add(is_own ? of_lines : layers.adjustments, line);
    }
    // What isn't lines of forecasts is facts that were typed, or came in a file, for the version.
    const Exact all = index.sum(selection, version.id.str(), period).ore;
    const Exact lines = (of_lines.exists() ? of_lines : Exact(0)) + (layers.adjustments.exists() ? layers.adjustments : Exact(0));
    const bool only_adjustments = layers.own_lines.empty() && all.exists() && all == lines;
    if (all.exists() && !only_adjustments)
        layers.own = layers.adjustments.exists() ? all - layers.adjustments : all;
    return layers;
}

}  // namespace styrkedja
