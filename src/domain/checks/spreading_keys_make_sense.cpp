// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "domain/checks/checks.h"
#include "domain/economy/spread_budget.h"
#include "domain/economy/version_facts.h"

// Keys that lay a year out over its months: twelve weights, and a pattern that there is something in.
namespace styrkedja::checks {
namespace {

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& each : words.list) text += (text.empty() ? "" : " | ") + each;
    return text;
}

void look(const SpreadingKey& key, Problems& problems) {
    if (key.spread == Spread::weights && !weights_of(key)) {
        problems.add("weights_are_not_twelve", Severity::error, place_of(key, "weights"),
                     {{"key", key.id.str()},
                      {"weights", joined(key.weights)},
                      {"count", std::to_string(key.weights.list.size())}});
    }
    if (key.spread == Spread::pattern && key.of.empty())
        problems.add("pattern_has_no_version", Severity::error, place_of(key, "of"), {{"key", key.id.str()}});
}

// The years that a version's facts ask a pattern for, and whether there are months in them.
class PatternLooks {
  public:
    PatternLooks(const State& state, Problems& problems)
        : state_(state), problems_(problems), facts_(state) {}

    void look(const FigureVersion& version) {
        const SpreadingKey* key = state_.spreading_keys.find(version.spread.str());
        for (std::size_t steps = 0; key && steps <= state_.spreading_keys.size(); ++steps) {
            if (key->spread == Spread::pattern && facts_.is_whole(key->of.str())) look(version, *key);
            key = state_.spreading_keys.find(key->otherwise.str());
        }
    }

  private:
    void look(const FigureVersion& version, const SpreadingKey& key) {
        std::set<int> years, known;
        for (const SourcedFact& fact : facts_.of(version.of.str()))
            years.insert(key.year != 0 ? key.year : fact.period.year() - 1);
        for (const SourcedFact& fact : facts_.of(key.of.str())) {
            if (fact.period.shape() == PeriodShape::month) known.insert(fact.period.year());
        }
        for (int year : years) {
            if (known.contains(year) || !told_.insert({key.id.str(), year}).second) continue;
            problems_.add("pattern_has_no_months", Severity::warning,
                          place_of(key, key.year != 0 ? "year" : "of"),
                          {{"key", key.id.str()},
                           {"of", key.of.str()},
                           {"year", std::to_string(year)},
                           {"version", version.id.str()}});
        }
    }

    const State& state_;
    Problems& problems_;
    VersionFacts facts_;
    std::set<std::pair<std::string, int>> told_;
};

}  // namespace

void spreading_keys_make_sense(const State&, const State& looked, Problems& problems) {
    for (const SpreadingKey& key : looked.spreading_keys) look(key, problems);
}

void patterns_have_months(const State& state, const State& looked, Problems& problems) {
    PatternLooks looks(state, problems);
    if (looked.versions.empty()) return;
    for (const FigureVersion* version : made_versions_in_order(state)) {
        if (looked.versions.find(version->id.str()) && !version->spread.empty()) looks.look(*version);
    }
}

}  // namespace styrkedja::checks
