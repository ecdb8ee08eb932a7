// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/goal_ratings.h"

#include <algorithm>
#include <span>

namespace styrkedja {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr int deepest = 32;   // of a tree of goals; a circle of parents is reported elsewhere

Date last_day(const Period& period) { return period.exists() ? Date::from_days(period.end().days() - 1) : Date(); }

bool in_force(const Validity& valid, const Period& period) {
    return !period.exists() || valid.overlaps(period.start(), last_day(period));
}

const ScaleValue* value_of(const Scale* scale, const Id& id) {
    if (!scale || id.empty()) return nullptr;
    for (const ScaleValue& value : scale->values) {
        if (value.id == id) return &value;
    }
    return nullptr;
}

std::optional<std::size_t> place_in(const Scale* scale, const ScaleValue* value) {
    if (!scale || !value) return std::nullopt;
    for (std::size_t i = 0; i < scale->values.size(); ++i) {
        if (&scale->values[i] == value) return i;
    }
    return std::nullopt;
}

// The same step of the rule's scale: the value itself, the one of that name, or the step of a scale as long.
std::optional<std::size_t> place_on(const MappedRule& rule, const Scale* scale, const ScaleValue* value) {
    if (!value || !rule.scale) return std::nullopt;
    for (std::size_t i = 0; i < rule.values.size(); ++i) {
        if (rule.values[i] == value->id.str()) return i;
    }
    return scale && scale->values.size() == rule.values.size() ? place_in(scale, value) : std::nullopt;
}

bool is_for(const Activity& activity, const Goal* place) {
    if (!place || activity.places.empty()) return true;
    return std::any_of(activity.places.begin(), activity.places.end(),
                       [&](const Ref<Goal>& each) { return each.id == place->id; });
}

// A share of the combinations names nothing at all that could be counted: that is never a rating.
bool counts_nothing(const assess::Proposal& proposal) {
    return !proposal.dimensions.empty() &&
           std::all_of(proposal.dimensions.begin(), proposal.dimensions.end(),
                       [](const assess::DimensionResult& each) { return each.total == 0; });
}

// How far from its target an indicator is, or is expected to be. Of one that is expected to be met nothing is known but
// that it will be there; of one that isn't, what it has reached so far.
std::optional<Achievement> achievement_of(const Judged& judged) {
    std::optional<Achievement> reached = achievement(judged.comparison);
    if (judged.by == "outcome") return reached;
    if (judged.verdict == Verdict::met) return Achievement{Exact(1), false};
    bool falls_short = judged.verdict == Verdict::not_met && judged.comparison.verdict == Verdict::not_met;
    return falls_short ? reached : std::nullopt;
}

// Of the known ones: the one furthest from its target, or the mean of all, each at most 1, so that what is beyond one
// target doesn't make up for another.
void take_achievements(assess::DimensionEvidence& evidence, std::span<const CountedThing> counted, RuleTake take) {
    evidence.exists = !counted.empty();
    evidence.things = counted.size();
    Exact sum(0);
    for (const CountedThing& each : counted) {
        std::optional<Achievement> reached = achievement_of(each.judged);
        if (!reached) {
            ++evidence.missing;
            if (!evidence.value) evidence.source = each.indicator->id.str();
            continue;
        }
        sum = sum + (reached->ratio < Exact(1) ? reached->ratio : Exact(1));
        bool less = !evidence.value || reached->ratio < *evidence.value ||
                    (reached->ratio == *evidence.value && reached->just_short);
        if (take == RuleTake::mean) evidence.just_short = evidence.just_short || reached->just_short;
        if (!less) continue;
        evidence.value = reached->ratio;
        evidence.source = each.indicator->id.str();
        if (take == RuleTake::lowest) evidence.just_short = reached->just_short;
    }
    if (!evidence.value || take == RuleTake::lowest) return;
    evidence.value = sum / Exact(static_cast<std::int64_t>(counted.size() - evidence.missing));
    evidence.just_short = evidence.just_short && *evidence.value == Exact(1);
}

bool names_nothing(const assess::Clause& clause) {
    return std::any_of(clause.when.begin(), clause.when.end(), [](const assess::Accepted& each) {
        return std::find(each.classes.begin(), each.classes.end(), assess::state_nothing) != each.classes.end();
    });
}

}  // namespace

std::string_view GoalRating::unit_id() const {
    if (unit) return unit->id.str();
    return goal->units.empty() ? std::string_view() : std::string_view(goal->units.front().str());
}

std::string_view GoalRating::unexplained() const {
    if (!entered || !entered->motivation.empty()) return "";
    if (decided && assessed && decided != assessed) return "decision";
    const ScaleValue* said = assessed ? assessed : decided;
    if (said && proposed && said->id != proposed->id) return assessed ? "assessed" : "decision";
    return "";
}

GoalRatings::GoalRatings(const GoalPlan& plan, const Occasion& occasion, const FigureOf& figure)
    : plan_(plan),
      state_(plan.state),
      occasion_(occasion),
      figure_(figure),
      units_(plan.state, last_day(occasion.period)),
      judge_(plan, occasion, units_) {
    for (const Goal* goal : plan_.goals) add_goal(*goal);
    steps_.resize(ratings_.size(), Step::waiting);
    for (std::size_t i = 0; i < ratings_.size(); ++i) rate(i);
}

const MappedRule* GoalRatings::rule_of(const Level& level) {
    auto [it, is_new] = rules_.try_emplace(&level);
    if (is_new) {
        const Rule* rule = level.rule.empty() ? nullptr : state_.rules.find(level.rule.str());
        Problems reported_elsewhere;   // check_rules
        if (rule && in_force(rule->valid, occasion_.period)) {
            it->second = std::make_unique<MappedRule>(map_rule(state_, *rule, reported_elsewhere));
        }
    }
    return it->second.get();
}

// A goal that nobody has rated there is rated for its own unit; else for those whose rating there has been entered.
void GoalRatings::add_goal(const Goal& goal) {
    const Level* level = state_.levels.find(goal.level.str());
    if (!level) return;
    const GovernanceModel* model = state_.governance_models.find(level->model.str());
    bool judged = occasion_.judges != Judges::nothing && level->assessed && in_force(goal.valid, occasion_.period) &&
                  (!model || in_force(model->valid, occasion_.period));
    std::vector<const Goal*> places;
    for (const Ref<Goal>& parent : goal.parents) {
        const Goal* place = goal.parents.size() > 1 ? state_.goals.find(parent.str()) : nullptr;
        if (place) places.push_back(place);
    }
    if (places.empty()) places.push_back(nullptr);
    for (const Goal* place : places) {
        std::vector<const Unit*> units;
        for (const Assessment* each : found_in(plan_.assessments, goal.id.str())) {
            if (each->occasion.id != occasion_.id) continue;
            if (place && !each->place.empty() && each->place.id != place->id) continue;
            const Unit* unit = state_.units.find(each->unit.str());
            if (unit && !goal.units.empty() && goal.units.front().id == unit->id) unit = nullptr;
            if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
        }
        if (units.empty() && judged) units.push_back(nullptr);
        for (const Unit* unit : units) add(goal, *level, unit, place);
    }
}

void GoalRatings::add(const Goal& goal, const Level& level, const Unit* unit, const Goal* place) {
    GoalRating rating;
    rating.goal = &goal;
    rating.unit = unit;
    rating.place = place;
    rating.level = &level;
    rating.rule = occasion_.judges == Judges::nothing || !level.assessed ? nullptr : rule_of(level);
    rating.scale = state_.scales.find(level.scale.str());
    if (!rating.scale && rating.rule) rating.scale = rating.rule->scale;
    rating.forecast = occasion_.judges == Judges::forecast;
    rating.entered = entered_for(rating);
    if (rating.entered) {
        rating.assessed = value_of(rating.scale, rating.entered->assessed);
        rating.decided = value_of(rating.scale, rating.entered->decision);
    }
    by_goal_[&goal].push_back(ratings_.size());
    ratings_.push_back(std::move(rating));
}

// What people said of the goal there; else what they said wherever it stands.
const Assessment* GoalRatings::entered_for(const GoalRating& rating) const {
    const Assessment* anywhere = nullptr;
    for (const Assessment* each : found_in(plan_.assessments, rating.goal->id.str())) {
        if (each->occasion.id != occasion_.id) continue;
        std::string_view unit = each->unit.str();
        bool fits = rating.unit ? unit == rating.unit->id.str() : unit.empty() || unit == rating.unit_id();
        if (!fits) continue;
        if (each->place.empty() || !rating.place) {
            if (!anywhere || each->place.empty()) anywhere = each;
        } else if (each->place.id == rating.place->id) {
            return each;
        }
    }
    return anywhere;
}

std::size_t GoalRatings::find_index(const Goal& goal, const Unit* unit, const Goal* place) const {
    auto it = by_goal_.find(&goal);
    if (it == by_goal_.end()) return nowhere;
    std::size_t best = nowhere;
    int best_rank = 4;
    for (std::size_t index : it->second) {
        const GoalRating& each = ratings_[index];
        if (place && each.place && each.place != place) continue;
        int rank = each.unit == unit ? 0 : unit && each.unit_id() == unit->id.str() ? 1 : !each.unit ? 2 : 3;
        if (rank < best_rank) best = index, best_rank = rank;
    }
    // Another unit's own contribution is not this one's, unless one of them is part of the other.
    if (best_rank == 3 && unit && !units_.related(unit->id.str(), ratings_[best].unit_id())) return nowhere;
    return best;
}

const GoalRating* GoalRatings::find(const Goal& goal, const Unit* unit, const Goal* place) const {
    std::size_t index = find_index(goal, unit, place);
    return index == nowhere ? nullptr : &ratings_[index];
}

void GoalRatings::rate(std::size_t index) {
    if (steps_[index] != Step::waiting) return;
    steps_[index] = Step::going;
    if (ratings_[index].rule) propose(ratings_[index]);
    steps_[index] = Step::done;
}

void GoalRatings::count_indicators(const GoalRating& rating, std::vector<CountedThing>& counted,
                                   std::string_view dimension) const {
    for (const Indicator* each : found_in(plan_.indicators, rating.goal->id.str())) {
        if (!in_force(each->valid, occasion_.period)) continue;
        Judged judged = judge_.indicator(*each, rating.unit_id());
        if (!judged.counts) continue;
        CountedThing& thing = counted.emplace_back();
        thing.dimension = dimension;
        thing.indicator = each;
        thing.judged = judged;
    }
}

void GoalRatings::count_activities(const GoalRating& rating, std::vector<CountedThing>& counted,
                                   std::string_view dimension) const {
    for (const Activity* each : found_in(plan_.activities, rating.goal->id.str())) {
        if (!in_force(each->valid, occasion_.period) || !is_for(*each, rating.place)) continue;
        // Of a unit's contribution only what it does itself is part.
        bool does = !rating.unit || each->units.empty();
        for (const Ref<Unit>& unit : each->units) does = does || units_.related(unit.str(), rating.unit->id.str());
        if (!does) continue;
        CountedThing& thing = counted.emplace_back();
        thing.dimension = dimension;
        thing.activity = each;
        thing.judged = judge_.activity(*each, rating.unit_id());
    }
}

void GoalRatings::count_below(const GoalRating& rating, const Goal& above, std::vector<CountedThing>& counted,
                              std::string_view dimension, int depth) {
    if (depth > deepest) return;
    for (const Goal* each : found_in(plan_.below, above.id.str())) {
        if (each->outside_roll_up || !in_force(each->valid, occasion_.period)) continue;
        std::size_t index = find_index(*each, rating.unit, &above);
        if (index == nowhere) {
            const Level* level = state_.levels.find(each->level.str());
            if (level && !level->assessed) count_below(rating, *each, counted, dimension, depth + 1);
            continue;
        }
        // To a unit's contribution belong the goals that are its own, or nobody's.
        std::string_view whose = ratings_[index].unit_id();
        if (rating.unit && !whose.empty() && !units_.related(whose, rating.unit->id.str())) continue;
        rate(index);
        CountedThing& thing = counted.emplace_back();
        thing.dimension = dimension;
        thing.goal = each;
        thing.judged.by = "rating";
        // A goal that stands above itself is in a circle: it has no rating yet, and gets none from itself.
        if (steps_[index] == Step::done) thing.rating = ratings_[index].counting();
    }
}

// The ratio of the outcomes to their targets, or the figure of the economy.
assess::DimensionEvidence GoalRatings::evidence_of(const GoalRating& rating, const assess::Dimension& dimension,
                                           const RuleDimension& of_model, std::vector<CountedThing>& counted) const {
    assess::DimensionEvidence evidence;
    evidence.dimension = dimension.id;
    if (dimension.input == assess::Input::figure) {
        evidence.source = of_model.figure.text;
        const Unit* unit = rating.unit ? rating.unit : state_.units.find(rating.unit_id());
        if (figure_) evidence.value = figure_(of_model.figure, unit);
        return evidence;
    }
    std::size_t first = counted.size();
    count_indicators(rating, counted, dimension.id);
    take_achievements(evidence, std::span(counted).subspan(first), of_model.take);
    return evidence;
}

void GoalRatings::propose(GoalRating& rating) {
    const MappedRule& rule = *rating.rule;
    assess::Evidence evidence;
    evidence.forecast = rating.forecast;
    std::vector<CountedThing> counted;
    bool weighs = rule.rule.method != assess::Method::clauses;
    for (std::size_t i = 0; i < rule.rule.dimensions.size() && !weighs; ++i) {
        const assess::Dimension& dimension = rule.rule.dimensions[i];
        std::size_t first = counted.size();
        if (dimension.input == assess::Input::children) {
            count_below(rating, *rating.goal, counted, dimension.id, 0);
        } else if (!assess::is_share(dimension.input)) {
            evidence.dimensions.push_back(evidence_of(rating, dimension, rule.model->dimensions[i], counted));
        } else {
            if (dimension.input == assess::Input::indicators) count_indicators(rating, counted, dimension.id);
            else count_activities(rating, counted, dimension.id);
            assess::DimensionEvidence& items = evidence.dimensions.emplace_back();
            items.dimension = dimension.id;
            for (std::size_t k = first; k < counted.size(); ++k) {
                const CountedThing& each = counted[k];
                const Id& id = each.indicator ? each.indicator->id : each.activity->id;
                items.items.push_back({id.str(), std::string(each.judged.by), each.judged.verdict});
            }
        }
    }
    if (weighs) count_below(rating, *rating.goal, counted, "", 0);
    for (const CountedThing& each : counted) {
        if (!each.goal) continue;
        const Level* level = state_.levels.find(each.goal->level.str());
        const Scale* scale = level ? state_.scales.find(level->scale.str()) : nullptr;
        evidence.children.push_back({each.goal->id.str(), place_on(rule, scale, each.rating)});
    }
    assess::Proposal proposal = assess::apply(rule.rule, rule.values, evidence);
    if (proposal.result && counts_nothing(proposal) &&
        !(proposal.clause && names_nothing(rule.rule.clauses[*proposal.clause]))) {
        proposal.result.reset();
        proposal.clause.reset();
        proposal.why = assess::Why::nothing_to_measure;
    }
    if (proposal.result) rating.proposed = rule.value(*proposal.result);
    rating.proposal = std::move(proposal);
    rating.counted = std::move(counted);
}

}  // namespace styrkedja
