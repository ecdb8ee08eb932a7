// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "domain/checks/checks.h"
#include "domain/economy/revised_budget.h"
#include "domain/economy/version_facts.h"

// Versions made from others: from what, by what, and nothing typed beside it.
namespace styrkedja::checks {
namespace {

void add(Problems& problems, std::string_view code, Severity severity, const FigureVersion& version,
         std::string_view field, std::vector<std::pair<std::string_view, std::string>> args) {
    args.insert(args.begin(), {"version", version.id.str()});
    problems.add(code, severity, place_of(version, field), std::move(args));
}

// What a version needs to be made: the one it is made of, and those whose months its key follows.
std::vector<const FigureVersion*> needs(const State& state, const FigureVersion& version) {
    std::vector<const FigureVersion*> list;
    if (!is_made(version)) return list;
    auto see = [&](const Ref<FigureVersion>& ref) {
        if (const FigureVersion* found = state.versions.find(ref.str())) list.push_back(found);
    };
    see(version.of);
    const SpreadingKey* key = state.spreading_keys.find(version.spread.str());
    for (std::size_t steps = 0; key && steps <= state.spreading_keys.size(); ++steps) {
        if (key->spread == Spread::pattern) see(key->of);
        key = state.spreading_keys.find(key->otherwise.str());
    }
    return list;
}

// The way from a version back to itself, as ids; empty when there is none.
std::vector<std::string> way_back(const State& state, const FigureVersion& from) {
    std::map<std::string_view, const FigureVersion*> came_from;
    std::vector<const FigureVersion*> waiting{&from};
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        for (const FigureVersion* next : needs(state, *waiting[i])) {
            if (next->id == from.id) {
                std::vector<std::string> way{from.id.str()};
                for (const FigureVersion* each = waiting[i]; each->id != from.id;
                     each = came_from[each->id.str()])
                    way.push_back(each->id.str());
                way.push_back(from.id.str());
                std::reverse(way.begin(), way.end());
                return way;
            }
            if (came_from.try_emplace(next->id.str(), waiting[i]).second) waiting.push_back(next);
        }
    }
    return {};
}

void circles(const State& state, const FigureVersion& version, Problems& problems) {
    const auto way = way_back(state, version);
    if (way.empty()) return;
    std::string circle;
    for (const std::string& each : way) circle += (circle.empty() ? "" : " → ") + each;
    add(problems, "version_is_made_of_itself", Severity::error, version, "of", {{"circle", circle}});
}

// Fields that say how a version is made, where there is nothing that it is made of or nothing to hold them
// against.
void fields(const State& state, const FigureVersion& version, Problems& problems) {
    if (version.of.empty()) {
        for (auto [is_set, field] :
             {std::pair{version.with_changes, "with-changes"}, std::pair{version.through.exists(), "through"},
              std::pair{!version.spread.empty(), "spread"}}) {
            if (is_set)
                return add(problems, "version_lacks_what_it_is_made_of", Severity::error, version, field,
                           {{"field", field}});
        }
        return;
    }
    if (version.with_changes && version.kind != FigureKind::budget && version.kind != FigureKind::plan)
        return add(problems, "changes_are_for_budgets", Severity::error, version, "with-changes", {});
    if (!version.through.exists()) return;
    if (!version.with_changes)
        return add(problems, "through_needs_changes", Severity::warning, version, "through",
                   {{"through", version.through.str()}});
    for (const FigureVersion* each : made_from(state, version)) {
        bool reaches_further =
            each->with_changes && each->through.exists() && version.through < each->through;
        if (reaches_further)
            return add(
                problems, "through_is_before_what_it_is_made_of", Severity::warning, version, "through",
                {{"through", version.through.str()}, {"of", each->id.str()}, {"other", each->through.str()}});
    }
}

// Changes there are, but all of them were decided after the day: is it the right day?
void leaves_all_out(const State& state, const FigureVersion& version, Problems& problems) {
    if (!version.with_changes || !version.through.exists() || version.of.empty()) return;
    FigureVersion always = version;
    always.through = Date();
    Date first;
    int count = 0;
    for (const BudgetChange& change : state.budget_changes) {
        if (!change.decided.exists() || !adds_change(state, always, change)) continue;
        if (change.decided <= version.through) return;
        ++count;
        if (!first.exists() || change.decided < first) first = change.decided;
    }
    if (count > 0)
        add(problems, "through_leaves_all_changes_out", Severity::warning, version, "through",
            {{"through", version.through.str()}, {"count", std::to_string(count)}, {"first", first.str()}});
}

template <class T>
void typed_facts_of(const State& state, const Table<T>& things, Problems& problems) {
    std::map<std::string, std::pair<const T*, int>> first;  // by version, how many
    for (const T& thing : things) {
        const FigureVersion* version = state.versions.find(thing.version.str());
        if (version && is_made(*version))
            ++first.try_emplace(version->id.str(), &thing, 0).first->second.second;
    }
    for (const auto& [version, facts] : first) {
        problems.add("made_version_has_facts", Severity::error, place_of(*facts.first, "version"),
                     {{"version", version},
                      {"of", state.versions.find(version)->of.str()},
                      {"count", std::to_string(facts.second)}});
    }
}

}  // namespace

void made_versions_make_sense(const State& state, const State& looked, Problems& problems) {
    for (const FigureVersion& version : looked.versions) {
        circles(state, version, problems);
        fields(state, version, problems);
        leaves_all_out(state, version, problems);
    }
    typed_facts_of(state, looked.economy, problems);
    typed_facts_of(state, looked.forecasts, problems);
}

}  // namespace styrkedja::checks
