// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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

// What two things must have in common to be the same thing: what it is about, and the occasion where it has one.
using About = std::pair<std::string_view, std::string_view>;

struct AboutHash {
    std::size_t operator()(const About& about) const {
        return std::hash<std::string_view>()(about.first) * 31 + std::hash<std::string_view>()(about.second);
    }
};

template <class T>
About about(const T& thing) {
    About made;
    if constexpr (requires { thing.indicator; }) made.first = thing.indicator.str();
    else if constexpr (requires { thing.subject; }) made.first = thing.subject.str();
    else made.first = thing.goal.str();
    if constexpr (requires { thing.occasion; }) made.second = thing.occasion.str();
    return made;
}

// Nearly all things are written one way throughout, and then their keys tell them apart: only where something is left
// out of one and not of another of the same is there anything to look for.
template <class T>
std::vector<const T*> written_both_ways(const Table<T>& things, bool (*leaves_out)(const T&), bool (*writes_out)(const T&)) {
    struct Ways {
        int count = 0;
        bool left_out = false, written = false;
    };
    std::unordered_map<About, Ways, AboutHash> all;
    all.reserve(things.size());
    for (const T& each : things) {
        Ways& ways = all[about(each)];
        ++ways.count;
        ways.left_out = ways.left_out || leaves_out(each);
        ways.written = ways.written || writes_out(each);
    }
    std::vector<const T*> found;
    for (const T& each : things) {
        const Ways& ways = all[about(each)];
        if (ways.count > 1 && ways.left_out && ways.written) found.push_back(&each);
    }
    return found;
}

// `complete_key` writes out what the thing leaves out of its key, and notes it.
template <class T, class CompleteKey>
void look(const std::vector<const T*>& things, const CompleteKey& complete_key, Problems& problems) {
    struct Said {
        const T* thing;
        std::vector<LeftOut> left_out;
    };
    std::map<std::string, Said> all;
    for (const T* each : things) {
        T whole = *each;
        std::vector<LeftOut> left_out;
        complete_key(whole, left_out);
        auto [first, is_new] = all.try_emplace(key_of(description<T>(), &whole).str(), Said{each, left_out});
        bool same_key =
            !is_new && left_out.empty() && first->second.left_out.empty();  // told where packs are read
        if (is_new || same_key) continue;
        const LeftOut& how = left_out.empty() ? first->second.left_out.front() : left_out.front();
        std::string other = std::string(description<T>().key) + "/" + first->second.thing->id.str();
        problems.add("same_thing_is_said_twice", Severity::error, place_of(*each, how.field),
                     {{"field", std::string(how.field)},
                      {"unit", how.meaning},
                      {"other", other},
                      {"other_thing", other}});
    }
}

template <class T>
std::vector<const T*> by_unit(const Table<T>& things) {
    return written_both_ways<T>(
        things, [](const T& each) { return each.unit.id.empty(); }, [](const T& each) { return !each.unit.id.empty(); });
}

}  // namespace

void nothing_is_said_twice(const State& state, Problems& problems) {
    Meant meant(state);
    look(
        written_both_ways<Target>(
            state.targets, [](const Target& each) { return each.by.id.empty(); },
            [](const Target& each) { return !each.by.id.empty(); }),
        [&](Target& each, std::vector<LeftOut>& left_out) {
            complete(each.by.id, "by", meant.owner(each.indicator.str()), left_out);
        },
        problems);
    look(
        by_unit(state.outcomes),
        [&](Outcome& each, std::vector<LeftOut>& left_out) {
            if (each.series.empty())
                complete(each.unit.id, "unit", meant.owner(each.indicator.str()), left_out);
        },
        problems);
    look(
        by_unit(state.expectations),
        [&](Expected& each, std::vector<LeftOut>& left_out) {
            complete(each.unit.id, "unit", meant.leading(each.subject.str()), left_out);
        },
        problems);
    look(
        by_unit(state.progress),
        [&](Progress& each, std::vector<LeftOut>& left_out) {
            complete(each.unit.id, "unit", meant.leading(each.subject.str()), left_out);
        },
        problems);
    look(
        written_both_ways<Assessment>(
            state.assessments, [](const Assessment& each) { return each.unit.id.empty() || each.place.id.empty(); },
            [](const Assessment& each) { return !each.unit.id.empty() || !each.place.id.empty(); }),
        [&](Assessment& each, std::vector<LeftOut>& left_out) {
            complete(each.unit.id, "unit", meant.of_goal(each.goal.str()), left_out);
            complete(each.place.id, "place", meant.only_parent(each.goal.str()), left_out);
        },
        problems);
}

}  // namespace styrkedja::checks
