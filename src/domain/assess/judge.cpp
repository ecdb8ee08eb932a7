// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/assess/goal_plan.h"
#include "domain/assess/measured_period.h"

namespace styrkedja {
namespace {

constexpr int never = no_answer;
constexpr int any_unit = 5;
constexpr int last_target = 9;

Verdict verdict_of(const Expected& expected) {
    switch (expected.expectation) {
        case Expectation::met: return Verdict::met;
        case Expectation::not_met: return Verdict::not_met;
        case Expectation::cannot_say: return Verdict::cannot_say;
    }
    return Verdict::cannot_say;
}

StatedReference reference_of(TargetReference reference) {
    switch (reference) {
        case TargetReference::none: return StatedReference::not_stated;
        case TargetReference::base: return StatedReference::base;
        case TargetReference::previous: return StatedReference::previous;
        case TargetReference::series: return StatedReference::series;
    }
    return StatedReference::not_stated;
}

Direction direction_of(Better better) {
    switch (better) {
        case Better::up: return Direction::up;
        case Better::down: return Direction::down;
        case Better::near: return Direction::near;
        case Better::within: return Direction::within;
        case Better::none: return Direction::none;
    }
    return Direction::none;
}

bool needs_reference(const UnderstoodTarget& target) {
    return target.form == TargetForm::course || target.form == TargetForm::change;
}

// The wanted value or interval of an indicator is its target where no other is set: "2..4" is 2–4.
std::string wanted(const Indicator& indicator) {
    if (indicator.better != Better::near && indicator.better != Better::within) return "";
    std::string text = indicator.interval;
    if (std::size_t dots = text.find(".."); dots != std::string::npos) text.replace(dots, 2, "–");
    return text;
}

}  // namespace

bool Judge::owned_by(const Indicator& indicator, std::string_view unit) const {
    if (indicator.owners.empty()) return true;
    return std::any_of(indicator.owners.begin(), indicator.owners.end(),
                       [&](const Ref<Unit>& owner) { return owner.str() == unit; });
}

// Whose outcome it is: the unit's own, the owner's (no unit named), one above or below it, the municipality's; for a
// goal of the municipality's, last, a unit's.
int Judge::outcome_rank(const Indicator& indicator, const Outcome& outcome, std::string_view unit) const {
    std::string_view whose = outcome.unit.str();
    if (whose == unit && !whose.empty()) return 0;
    if (whose.empty()) return owned_by(indicator, unit) ? 1 : 2;
    if (is_municipality(unit)) return units_.is_council(whose) ? 1 : any_unit;
    if (units_.is_council(whose)) return 4;
    return units_.related(whose, unit) ? 3 : never;
}

const Outcome* Judge::pick_outcome(const Indicator& indicator, std::string_view unit) const {
    OutcomeChoice choice(occasion_.period);
    const Outcome* of_some_unit = nullptr;
    bool of_several_units = false;
    for (const Outcome* each : found_in(plan_.outcomes, indicator.id.str())) {
        if (!each->series.empty()) continue;
        int rank = outcome_rank(indicator, *each, unit);
        choice.offer(*each, rank);
        if (rank != any_unit || outcome_period_rank(each->period, occasion_.period) == no_answer) continue;
        of_several_units = of_several_units || (of_some_unit && of_some_unit->unit.id != each->unit.id);
        of_some_unit = each;
    }
    // Of several units' outcomes none is the municipality's.
    return choice.whose() == any_unit && of_several_units ? nullptr : choice.best();
}

// whole = the outcome is the municipality's.
int Judge::target_rank(const Indicator& indicator, const Target& target, std::string_view unit, bool whole) const {
    std::string_view by = target.by.str();
    bool own = by == unit || (by.empty() && owned_by(indicator, unit));
    if (whole) {
        if (target.scope == TargetScope::municipality) return 0;
        return is_municipality(unit) && (own || by.empty() || units_.is_council(by)) ? 1 : never;
    }
    // A target for the whole municipality stays as the last, so that the reason why nobody can say is told.
    if (target.scope == TargetScope::municipality) return last_target;
    TargetSetter setter;
    setter.is_own = by == unit && !by.empty();
    setter.is_unnamed = by.empty();
    setter.owns = owned_by(indicator, unit);
    setter.is_council = units_.is_council(by);
    setter.is_above = !by.empty() && units_.is_below(unit, by);
    setter.is_below = !by.empty() && units_.is_below(by, unit);
    setter.is_owner = !by.empty() && !indicator.owners.empty() && owned_by(indicator, by);
    return target_owner_rank(setter);
}

const Target* Judge::pick_target(const Indicator& indicator, std::string_view unit, bool whole) const {
    TargetChoice choice(occasion_.period);
    for (const Target* each : found_in(plan_.targets, indicator.id.str())) {
        choice.offer(*each, target_rank(indicator, *each, unit, whole));
    }
    return choice.best();
}

Comparison Judge::compared(const Indicator& indicator, const Target* target, const Outcome* outcome,
                           bool whole) const {
    UnderstoodTarget understood = parse_target(target ? target->value : wanted(indicator));
    MeasuredValue measured;
    if (outcome) measured = parse_measured(outcome->value, outcome->missing);
    References references;
    if (target) {
        if (target->scope == TargetScope::municipality) {
            understood.terms.scope = "municipality";
            measured.terms.scope = whole ? "municipality" : "unit";
        }
        references.stated = reference_of(target->reference);
    }
    if (outcome && needs_reference(understood)) {
        const auto& all = found_in(plan_.outcomes, outcome->indicator.str());
        if (!indicator.base.empty()) references.base = parse_measured(indicator.base, indicator.base_missing);
        if (const Outcome* before = counterpart(all, *outcome, -1, "")) {
            references.previous = parse_measured(before->value, before->missing);
        }
        if (target && !target->series.empty()) {
            if (const Outcome* other = counterpart(all, *outcome, 0, target->series)) {
                references.series = parse_measured(other->value, other->missing);
            }
        }
    }
    return compare(understood, measured, references, direction_of(indicator.better));
}

const Expected* Judge::expectation(std::string_view subject, std::string_view unit) const {
    const Expected *whole = nullptr, *near = nullptr;
    for (const Expected* each : found_in(plan_.expectations, subject)) {
        if (each->occasion.id != occasion_.id) continue;
        if (each->unit.str() == unit) return each;
        if (each->unit.empty()) whole = each;
        else if (!near && (unit.empty() || units_.related(each->unit.str(), unit))) near = each;
    }
    return whole ? whole : near;
}

Judged Judge::indicator(const Indicator& indicator, std::string_view unit) const {
    Judged judged;
    if (indicator.kind == IndicatorKind::key_figure) return judged;
    bool by_outcome = occasion_.judges == Judges::outcome;
    judged.outcome = pick_outcome(indicator, unit);
    bool whole = judged.outcome && !judged.outcome->unit.empty() ? units_.is_council(judged.outcome->unit.str())
                                                                 : is_municipality(unit);
    judged.target = pick_target(indicator, unit, whole);
    judged.counts = judged.target || !wanted(indicator).empty();
    if (by_outcome) {
        judged.by = "outcome";
        judged.comparison = compared(indicator, judged.target, judged.outcome, whole);
        judged.verdict = judged.comparison.verdict;
        judged.reason = judged.comparison.reason;
        if (judged.comparison.reason == ComparisonReason::no_target) judged.counts = false;
    } else {
        judged.by = "expectation";
        judged.expected = expectation(indicator.id.str(), unit);
        if (judged.outcome) judged.comparison = compared(indicator, judged.target, judged.outcome, whole);
        if (judged.expected) judged.counts = true, judged.verdict = verdict_of(*judged.expected);
    }
    return judged;
}

// The unit's own report; else the leading unit's (none named); else all that report must say the same.
Verdict Judge::by_status(const Activity& activity, std::string_view unit, Judged& judged) const {
    std::size_t done = 0, not_done = 0, reports = 0;
    for (const Progress* each : found_in(plan_.progress, activity.id.str())) {
        if (each->occasion.id != occasion_.id) continue;
        const ScaleValue* status = plan_.status_of(*each);
        Counts counts = status ? status->counts : Counts::unknown;
        bool decides = each->unit.empty() || each->unit.str() == unit;
        if (!judged.progress || decides) judged.progress = each;
        if (each->unit.str() == unit && !unit.empty()) {
            done = counts == Counts::done, not_done = counts == Counts::not_done, reports = 1;
            break;
        }
        ++reports;
        if (counts == Counts::done) ++done;
        if (counts == Counts::not_done) ++not_done;
    }
    if (not_done > 0) return Verdict::not_met;
    return reports > 0 && done == reports ? Verdict::met : Verdict::cannot_say;
}

Judged Judge::activity(const Activity& activity, std::string_view unit) const {
    Judged judged;
    judged.counts = true;
    judged.by = "status";
    Verdict status = by_status(activity, unit, judged);
    if (occasion_.judges == Judges::outcome) {
        judged.verdict = status;
        return judged;
    }
    judged.expected = expectation(activity.id.str(), unit);
    if (judged.expected) {
        judged.by = "expectation";
        judged.verdict = verdict_of(*judged.expected);
    } else if (status == Verdict::met) {
        judged.verdict = status;
    }
    return judged;
}

}  // namespace styrkedja
