// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/assess/proposal.h"
#include "domain/state/state.h"

// What goal_ratings.h needs to find quickly, and how one indicator and one activity is judged.
namespace styrkedja {

template <class T>
using ByThing = std::unordered_map<std::string_view, std::vector<const T*>>;
template <class T>
const std::vector<const T*>& found_in(const ByThing<T>& map, std::string_view id) {
    static const std::vector<const T*> none;
    auto it = map.find(id);
    return it == map.end() ? none : it->second;
}

// The plan by what hangs on what. Built once per state, which must outlive it; shared by all its occasions. Lists are
// in printed order (field `order`, then id).
struct GoalPlan {
    explicit GoalPlan(const State& of);
    GoalPlan(const GoalPlan&) = delete;
    GoalPlan& operator=(const GoalPlan&) = delete;

    const State& state;
    std::vector<const Goal*> goals;
    ByThing<Goal> below;                     // by parent
    ByThing<Indicator> indicators;           // by goal
    ByThing<Activity> activities;            // by goal
    ByThing<Target> targets;                 // by indicator: without breakdown
    ByThing<Outcome> outcomes;               // by indicator: without breakdown
    ByThing<Expected> expectations;          // by subject
    ByThing<Progress> progress;              // by subject
    ByThing<Assessment> assessments;         // by goal
    std::unordered_map<std::string_view, const ScaleValue*> statuses;   // by scale/value, and by value

    const ScaleValue* status_of(const Progress& progress) const;
};

// The organisation on a day.
class UnitTree {
  public:
    UnitTree(const State& state, Date day);
    bool is_council(std::string_view unit) const;
    // The two are one, or one of them is somewhere below the other.
    bool related(std::string_view a, std::string_view b) const { return is_below(a, b) || is_below(b, a); }
    bool is_below(std::string_view unit, std::string_view above) const;   // also when it is the same

  private:
    struct Node {
        std::string_view parent;
        bool council = false;
    };
    std::unordered_map<std::string_view, Node> nodes_;
};

// How one thing that a rule counts stood, and what that rests on.
struct Judged {
    bool counts = false;                     // false: nothing to judge it by (an indicator without a target)
    Verdict verdict = Verdict::cannot_say;
    ComparisonReason reason = ComparisonReason::no_outcome;   // of an outcome beside its target
    std::string_view by;                     // "outcome", "expectation", "status"
    const Target* target = nullptr;
    const Outcome* outcome = nullptr;
    const Expected* expected = nullptr;
    const Progress* progress = nullptr;
    Comparison comparison;                   // of the outcome so far, also where an expectation is gone by
};

// Judges at one occasion.
//   forecast   an indicator by its expectation, and by nothing else; an activity by its expectation, else it is done
//              when its status counts as done
//   outcome    an indicator by comparing its outcome with its target; an activity by its status
// Which target counts: the assessed unit's own, else the council's (or that of a unit above) with scope unit. A target
// for the whole municipality is compared only with the municipality's outcome. Of several periods the one counts that
// measured_period.h says, of several revisions the last.
class Judge {
  public:
    Judge(const GoalPlan& plan, const Occasion& occasion, const UnitTree& units)
        : plan_(plan), occasion_(occasion), units_(units) {}

    // unit = whose result it is; empty = the municipality's.
    Judged indicator(const Indicator& indicator, std::string_view unit) const;
    Judged activity(const Activity& activity, std::string_view unit) const;

  private:
    bool is_municipality(std::string_view unit) const { return unit.empty() || units_.is_council(unit); }
    bool owned_by(const Indicator& indicator, std::string_view unit) const;
    int outcome_rank(const Indicator& indicator, const Outcome& outcome, std::string_view unit) const;
    int target_rank(const Indicator& indicator, const Target& target, std::string_view unit, bool whole) const;
    const Outcome* pick_outcome(const Indicator& indicator, std::string_view unit) const;
    const Target* pick_target(const Indicator& indicator, std::string_view unit, bool whole) const;
    const Expected* expectation(std::string_view subject, std::string_view unit) const;
    Verdict by_status(const Activity& activity, std::string_view unit, Judged& judged) const;
    Comparison compared(const Indicator& indicator, const Target* target, const Outcome* outcome, bool whole) const;

    const GoalPlan& plan_;
    const Occasion& occasion_;
    const UnitTree& units_;
};

}  // namespace styrkedja
