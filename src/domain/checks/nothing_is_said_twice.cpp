// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <string>

#include "domain/checks/checks.h"

// A key field that may be left out means something: the indicator's owner, the leading unit, the goal's own unit. Two
// rows of which one leaves it out and the other writes the same unit are one thing said twice, though their keys differ.
namespace styrkedja::checks {
namespace {

template <class T>
std::string first_of(const T& units) {
    return units.empty() ? std::string() : units.front().str();
}

class Meant {
  public:
    explicit Meant(const State& state) : state_(state) {
        if (state.pack->committees.size() == 1) only_committee_ = state.pack->committees.front().str();
    }

    // The owner; of an indicator without one, the only committee that the pack is for.
    std::string owner(const std::string& indicator) const {
        const Indicator* found = state_.indicators.find(indicator);
        if (!found) return "";
        return found->owners.empty() ? only_committee_ : first_of(found->owners);
    }

    std::string leading(const std::string& subject) const {
        if (state_.indicators.find(subject)) return owner(subject);
        if (const Activity* activity = state_.activities.find(subject)) return or_committee(first_of(activity->units));
        if (const Assignment* assignment = state_.assignments.find(subject)) return or_committee(first_of(assignment->units));
        if (const Measure* measure = state_.measures.find(subject)) return or_committee(measure->unit.str());
        if (const Control* control = state_.controls.find(subject)) return or_committee(control->unit.str());
        return "";
    }

    // A goal without units is the municipality's: what one committee contributes to it is something else.
    std::string of_goal(const std::string& goal) const {
        const Goal* found = state_.goals.find(goal);
        return found ? first_of(found->units) : std::string();
    }

  private:
    std::string or_committee(std::string unit) const { return unit.empty() ? only_committee_ : unit; }

    const State& state_;
    std::string only_committee_;
};

// `unit_of` gives the unit field of a thing, `meant` what it means where it is empty.
template <class T, class MeantBy>
void look(const Table<T>& things, Ref<Unit> T::*unit, std::string_view field, const MeantBy& meant, Problems& problems) {
    std::map<std::string, const T*> said;
    for (const T& each : things) {
        T whole = each;
        bool left_out = each.*unit == Ref<Unit>{};
        if (left_out) (whole.*unit).id = Id(meant(each));
        if ((whole.*unit).empty()) continue;
        auto [first, is_new] = said.emplace(key_of(description<T>(), &whole).str(), &each);
        if (is_new) continue;
        std::string other = std::string(description<T>().key) + "/" + first->second->id.str();
        problems.add("same_thing_is_said_twice", Severity::error, place_of(each, field),
                     {{"field", std::string(field)}, {"unit", (whole.*unit).str()}, {"other", other}, {"other_thing", other}});
    }
}

}  // namespace

void nothing_is_said_twice(const State& state, Problems& problems) {
    Meant meant(state);
    look(state.targets, &Target::by, "by", [&](const Target& each) { return meant.owner(each.indicator.str()); }, problems);
    look(state.outcomes, &Outcome::unit, "unit", [&](const Outcome& each) {
        return each.series.empty() ? meant.owner(each.indicator.str()) : std::string();
    }, problems);
    look(state.expectations, &Expected::unit, "unit",
         [&](const Expected& each) { return meant.leading(each.subject.str()); }, problems);
    look(state.progress, &Progress::unit, "unit",
         [&](const Progress& each) { return meant.leading(each.subject.str()); }, problems);
    look(state.assessments, &Assessment::unit, "unit",
         [&](const Assessment& each) { return meant.of_goal(each.goal.str()); }, problems);
}

}  // namespace styrkedja::checks
