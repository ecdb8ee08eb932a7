// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <string>

#include "domain/checks/checks.h"

// A key field that may be left out means something: the indicator's owner, the leading unit, the goal's own
// unit. Two rows of which one leaves it out and the other writes the same unit are one thing said twice,
// though their keys differ.
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
        if (const Activity* activity = state_.activities.find(subject))
            return or_committee(first_of(activity->units));
        if (const Assignment* given = state_.assignments.find(subject))
            return or_committee(first_of(given->units));
        if (const Measure* measure = state_.measures.find(subject)) return or_committee(measure->unit.str());
        if (const Control* control = state_.controls.find(subject)) return or_committee(control->unit.str());
        return "";
    }

    // A goal without units is the municipality's: what one committee contributes to it is something else.
    std::string of_goal(const std::string& goal) const {
        const Goal* found = state_.goals.find(goal);
        return found ? first_of(found->units) : std::string();
    }

    // Wherever a goal stands is in one place where it has one parent.
    std::string only_parent(const std::string& goal) const {
        const Goal* found = state_.goals.find(goal);
        return found && found->parents.size() == 1 ? found->parents.front().str() : std::string();
    }

  private:
    std::string or_committee(std::string unit) const { return unit.empty() ? only_committee_ : unit; }

    const State& state_;
    std::string only_committee_;
};

// A field that was left out, and what it means.
struct LeftOut {
    std::string_view field;
    std::string meaning;
};

void complete(Id& id, std::string_view field, const std::string& meaning, std::vector<LeftOut>& left_out) {
    if (!id.empty() || meaning.empty()) return;
    id = Id(meaning);
    left_out.push_back({field, meaning});
}

// `complete_key` writes out what the thing leaves out of its key, and notes it.
template <class T, class CompleteKey>
void look(const Table<T>& things, const CompleteKey& complete_key, Problems& problems) {
    struct Said {
        const T* thing;
        std::vector<LeftOut> left_out;
    };
    std::map<std::string, Said> all;
    for (const T& each : things) {
        T whole = each;
        std::vector<LeftOut> left_out;
        complete_key(whole, left_out);
        auto [first, is_new] = all.try_emplace(key_of(description<T>(), &whole).str(), Said{&each, left_out});
        bool same_key =
            !is_new && left_out.empty() && first->second.left_out.empty();  // told where packs are read
        if (is_new || same_key) continue;
        const LeftOut& how = left_out.empty() ? first->second.left_out.front() : left_out.front();
        std::string other = std::string(description<T>().key) + "/" + first->second.thing->id.str();
        problems.add("same_thing_is_said_twice", Severity::error, place_of(each, how.field),
                     {{"field", std::string(how.field)},
                      {"unit", how.meaning},
                      {"other", other},
                      {"other_thing", other}});
    }
}

}  // namespace

void nothing_is_said_twice(const State& state, Problems& problems) {
    Meant meant(state);
    look(
        state.targets,
        [&](Target& each, std::vector<LeftOut>& left_out) {
            complete(each.by.id, "by", meant.owner(each.indicator.str()), left_out);
        },
        problems);
    look(
        state.outcomes,
        [&](Outcome& each, std::vector<LeftOut>& left_out) {
            if (each.series.empty())
                complete(each.unit.id, "unit", meant.owner(each.indicator.str()), left_out);
        },
        problems);
    look(
        state.expectations,
        [&](Expected& each, std::vector<LeftOut>& left_out) {
            complete(each.unit.id, "unit", meant.leading(each.subject.str()), left_out);
        },
        problems);
    look(
        state.progress,
        [&](Progress& each, std::vector<LeftOut>& left_out) {
            complete(each.unit.id, "unit", meant.leading(each.subject.str()), left_out);
        },
        problems);
    look(
        state.assessments,
        [&](Assessment& each, std::vector<LeftOut>& left_out) {
            complete(each.unit.id, "unit", meant.of_goal(each.goal.str()), left_out);
            complete(each.place.id, "place", meant.only_parent(each.goal.str()), left_out);
        },
        problems);
}

}  // namespace styrkedja::checks
