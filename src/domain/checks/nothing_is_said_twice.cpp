// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/checks/checks.h"
#include "domain/state/table_range.h"

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

// A field of a thing's key that may be left out, and what it means then; an empty meaning: nothing that is
// known.
struct MayBeLeftOut {
    Id* id;
    std::string_view field;
    std::string meaning;
};
using Fields = std::vector<MayBeLeftOut>;

Fields fields_of(Target& target, const Meant& meant) {
    return {{&target.by.id, "by", meant.owner(target.indicator.str())}};
}

Fields fields_of(Outcome& outcome, const Meant& meant) {
    if (!outcome.series.empty()) return {};
    return {{&outcome.unit.id, "unit", meant.owner(outcome.indicator.str())}};
}

Fields fields_of(Expected& expected, const Meant& meant) {
    return {{&expected.unit.id, "unit", meant.leading(expected.subject.str())}};
}

Fields fields_of(Progress& progress, const Meant& meant) {
    return {{&progress.unit.id, "unit", meant.leading(progress.subject.str())}};
}

Fields fields_of(Assessment& assessment, const Meant& meant) {
    return {{&assessment.unit.id, "unit", meant.of_goal(assessment.goal.str())},
            {&assessment.place.id, "place", meant.only_parent(assessment.goal.str())}};
}

// A field that was left out, and what it means.
struct LeftOut {
    std::string_view field;
    std::string meaning;
};

// Writes out what the thing leaves out of its key.
template <class T>
std::vector<LeftOut> complete(T& thing, const Meant& meant) {
    std::vector<LeftOut> left_out;
    for (MayBeLeftOut& each : fields_of(thing, meant)) {
        if (!each.id->empty() || each.meaning.empty()) continue;
        *each.id = Id(each.meaning);
        left_out.push_back({each.field, each.meaning});
    }
    return left_out;
}

// What two things must have in common to be the same thing: what it is about, and the occasion where it has
// one.
using About = std::pair<std::string_view, std::string_view>;

struct AboutHash {
    std::size_t operator()(const About& about) const {
        return std::hash<std::string_view>()(about.first) * 31 + std::hash<std::string_view>()(about.second);
    }
};

template <class T>
About about(const T& thing) {
    About made;
    if constexpr (requires { thing.indicator; })
        made.first = thing.indicator.str();
    else if constexpr (requires { thing.subject; })
        made.first = thing.subject.str();
    else
        made.first = thing.goal.str();
    if constexpr (requires { thing.occasion; }) made.second = thing.occasion.str();
    return made;
}

// Nearly all things are written one way throughout, and then their keys tell them apart: only where something
// is left out of one and not of another of the same is there anything to look for.
template <class T>
std::vector<const T*> written_both_ways(const Table<T>& things, bool (*leaves_out)(const T&),
                                        bool (*writes_out)(const T&)) {
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

template <class T>
void look(const std::vector<const T*>& things, const Meant& meant, Problems& problems) {
    struct Said {
        const T* thing;
        std::vector<LeftOut> left_out;
    };
    std::map<std::string, Said> all;
    for (const T* each : things) {
        T whole = *each;
        std::vector<LeftOut> left_out = complete(whole, meant);
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
void look_by_unit(const Table<T>& things, const Meant& meant, Problems& problems) {
    look(written_both_ways<T>(
             things, [](const T& each) { return each.unit.id.empty(); },
             [](const T& each) { return !each.unit.id.empty(); }),
         meant, problems);
}

// Every way in which the thing's key can be written: each field that may be left out, left out and not.
template <class T>
std::vector<T> ways_to_write(const T& thing, const Meant& meant) {
    std::vector<T> ways{thing};
    complete(ways.front(), meant);
    const std::size_t fields = fields_of(ways.front(), meant).size();
    for (std::size_t i = 0; i < fields; ++i) {
        for (std::size_t j = 0, until = ways.size(); j < until; ++j) {
            T way = ways[j];
            const MayBeLeftOut field = fields_of(way, meant)[i];
            if (field.meaning.empty() || field.id->str() != field.meaning) continue;
            *field.id = Id();
            ways.push_back(std::move(way));
        }
    }
    return ways;
}

// Those that say the same as the ones looked at, beside them.
template <class T>
Table<T> with_twins(const Table<T>& all, const Table<T>& looked, const Meant& meant) {
    Table<T> wider = looked;
    for (const T& each : looked) {
        for (const T& way : ways_to_write(each, meant)) {
            const auto* twin = all.find(key_of(description<T>(), &way).str());
            if (twin) lend(wider, *twin);
        }
    }
    return wider;
}

}  // namespace

void nothing_is_said_twice(const State& state, const State& looked, Problems& problems) {
    const Meant meant(state);
    const auto things = [&](auto table) {
        return &state == &looked ? state.*table : with_twins(state.*table, looked.*table, meant);
    };
    look(written_both_ways<Target>(
             things(&State::targets), [](const Target& each) { return each.by.id.empty(); },
             [](const Target& each) { return !each.by.id.empty(); }),
         meant, problems);
    look_by_unit(things(&State::outcomes), meant, problems);
    look_by_unit(things(&State::expectations), meant, problems);
    look_by_unit(things(&State::progress), meant, problems);
    look(written_both_ways<Assessment>(
             things(&State::assessments),
             [](const Assessment& each) { return each.unit.id.empty() || each.place.id.empty(); },
             [](const Assessment& each) { return !each.unit.id.empty() || !each.place.id.empty(); }),
         meant, problems);
}

}  // namespace styrkedja::checks
