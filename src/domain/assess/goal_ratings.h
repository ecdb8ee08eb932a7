// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "domain/assess/goal_plan.h"
#include "domain/assess/proposal.h"
#include "domain/assess/rule_mapping.h"
#include "domain/state/state.h"

// All ratings of a municipality's goals at one occasion: what the rule proposes and why, what the office has assessed,
// what the committee has decided. Three things that are never mixed up.
namespace styrkedja {

// One thing that the rule counted: an indicator, an activity, or a goal below with its rating.
struct CountedThing {
    std::string_view dimension;              // of the rule; empty for a goal that a method weighed
    const Indicator* indicator = nullptr;
    const Activity* activity = nullptr;
    const Goal* goal = nullptr;
    const ScaleValue* rating = nullptr;      // of the goal below, null = none
    Judged judged;
};

// The rating of a goal for a unit at a place in the tree.
struct GoalRating {
    const Goal* goal = nullptr;
    const Unit* unit = nullptr;              // whose contribution; null = the goal's own
    const Goal* place = nullptr;             // under which parent; null where the goal has one parent or none
    const Level* level = nullptr;
    const Scale* scale = nullptr;
    const MappedRule* rule = nullptr;        // null where none proposes
    bool forecast = false;                   // by expectations rather than outcomes
    std::optional<assess::Proposal> proposal;        // what the rule says; without a result it is not measured
    std::vector<CountedThing> counted;       // what it was counted from
    const Assessment* entered = nullptr;     // what people have said
    const ScaleValue* proposed = nullptr;
    const ScaleValue* assessed = nullptr;
    const ScaleValue* decided = nullptr;

    std::string_view unit_id() const;        // whose: the unit's, else the goal's leading unit's; empty = all's
    const ScaleValue* printed() const { return decided ? decided : assessed; }
    // What counts when the goals above are weighed: the decision, else the assessment, else the proposal.
    const ScaleValue* counting() const { return printed() ? printed() : proposed; }
    // A step that differs from the one before it, and nobody says why: "decision", "assessed", or empty.
    std::string_view unexplained() const;
};

// The formula of a rule's figure, for a unit (null = the municipality) at the occasion; nothing = unknown.
using FigureOf = std::function<std::optional<Exact>(const Formula&, const Unit*)>;

// Which ratings there are: of every goal of an assessed level that is in force in the occasion's period, under each
// of its parents, for its own unit or, where assessments there name units, for those units; and of every goal that
// has an assessment entered. Goals below count for their parents unless they are outside the roll-up; through goals of a
// level that isn't assessed the ones below those are seen. A unit's rating is weighed from the goals below rated for
// that unit, and from those that are its own.
class GoalRatings {
  public:
    GoalRatings(const GoalPlan& plan, const Occasion& occasion, const FigureOf& figure = {});
    GoalRatings(const GoalRatings&) = delete;
    GoalRatings& operator=(const GoalRatings&) = delete;

    const std::vector<GoalRating>& all() const { return ratings_; }   // in the order of the goals
    const Occasion& occasion() const { return occasion_; }
    const UnitTree& units() const { return units_; }

    // The rating of the goal for that unit (null = its own) there (null = wherever); null where there is none. A goal
    // that has one rating whatever its place or unit is found by any.
    const GoalRating* find(const Goal& goal, const Unit* unit, const Goal* place) const;

  private:
    enum class Step : unsigned char { waiting, going, done };

    void add_goal(const Goal& goal);
    void add(const Goal& goal, const Level& level, const Unit* unit, const Goal* place);
    const Assessment* entered_for(const GoalRating& rating) const;
    void rate(std::size_t index);
    void propose(GoalRating& rating);
    void count_indicators(const GoalRating& rating, std::vector<CountedThing>& counted, std::string_view dimension) const;
    void count_activities(const GoalRating& rating, std::vector<CountedThing>& counted, std::string_view dimension) const;
    void count_below(const GoalRating& rating, const Goal& above, std::vector<CountedThing>& counted,
                     std::string_view dimension, int depth);
    assess::DimensionEvidence evidence_of(const GoalRating& rating, const assess::Dimension& dimension, const RuleDimension& of_model,
                                  std::vector<CountedThing>& counted) const;
    std::size_t find_index(const Goal& goal, const Unit* unit, const Goal* place) const;
    const MappedRule* rule_of(const Level& level);

    const GoalPlan& plan_;
    const State& state_;
    const Occasion& occasion_;
    FigureOf figure_;
    UnitTree units_;
    Judge judge_;
    std::vector<GoalRating> ratings_;
    std::vector<Step> steps_;
    std::unordered_map<const Goal*, std::vector<std::size_t>> by_goal_;
    std::unordered_map<const Level*, std::unique_ptr<MappedRule>> rules_;
};

}  // namespace styrkedja
