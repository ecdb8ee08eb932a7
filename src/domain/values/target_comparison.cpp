// SPDX-License-Identifier: EUPL-1.2
#include "domain/values/target_comparison.h"

#include "domain/values/target_terms.h"
#include "domain/values/written_number.h"

namespace styrkedja {
namespace {

using Reason = ComparisonReason;

Comparison cannot_say(Reason reason) {
    Comparison comparison;
    comparison.reason = reason;
    return comparison;
}

Comparison answer(bool met) {
    Comparison comparison;
    comparison.verdict = met ? Verdict::met : Verdict::not_met;
    comparison.reason = met ? Reason::reached : Reason::not_reached;
    return comparison;
}

bool is_other_window(const MeasuringTerms& a, const MeasuringTerms& b) {
    using Window = MeasuringTerms::Window;
    if (a.window == Window::not_stated || b.window == Window::not_stated) return false;
    return a.window != b.window || a.years != b.years || a.until != b.until;
}

// The numbers that round to this one, with as many decimals as it is written with; halves go away from zero.
NumberRange rounds_to(const Decimal& number, const Exact& scale) {
    Exact half = Exact::fraction(1, 2);
    for (int i = 0; i < number.decimals(); ++i) half = half / Exact(10);
    Exact exact(number);
    return {(exact - half) * scale, (exact + half) * scale, number.units() > 0, number.units() < 0};
}

NumberRange within_bound(Bound bound, const Exact& number) {
    switch (bound) {
        case Bound::at_least:
            return NumberRange::from(number);
        case Bound::above:
            return NumberRange::from(number, false);
        case Bound::at_most:
            return NumberRange::to(number);
        case Bound::below:
            return NumberRange::to(number, false);
        case Bound::by_direction:
        case Bound::exactly:
            break;
    }
    return NumberRange::only(number);
}

NumberRange level_range(const TargetLevel& level, Direction better, const WrittenUnit& compared_with) {
    Exact scale = scale_of(level.unit, compared_with), number = Exact(level.number) * scale;
    if (level.bound != Bound::by_direction) return within_bound(level.bound, number);
    switch (better) {
        case Direction::up:
            return NumberRange::from(number);
        case Direction::down:
            return NumberRange::to(number);
        case Direction::near:
        case Direction::within:
            return rounds_to(level.number, scale);
        case Direction::none:
            break;
    }
    return NumberRange::only(number);
}

// What a course accepts against one value; nothing when "better" has no direction to go in.
std::optional<NumberRange> course_range(Course course, const Exact& from, Direction better) {
    bool up = better == Direction::up, down = better == Direction::down;
    switch (course) {
        case Course::up:
            return NumberRange::from(from, false);
        case Course::down:
            return NumberRange::to(from, false);
        case Course::not_up:
            return NumberRange::to(from);
        case Course::not_down:
            return NumberRange::from(from);
        case Course::keep:
            return up ? NumberRange::from(from) : down ? NumberRange::to(from) : NumberRange::only(from);
        case Course::better:
            break;
    }
    if (!up && !down) return std::nullopt;
    return up ? NumberRange::from(from, false) : NumberRange::to(from, false);
}

// What a change accepts: there or further, in the course's way; "högst" at most that far, "mer än" further.
NumberRange change_range(const UnderstoodTarget& target, const Exact& from, const WrittenUnit& unit) {
    Exact amount = Exact(target.level.number);
    if (target.change_in == ChangeIn::per_cent) {
        amount = from.abs() * amount / Exact(100);
    } else if (target.change_in == ChangeIn::units) {
        amount = amount * scale_of(target.level.unit, unit);
    }
    bool up = target.course == Course::up;
    Exact there = up ? from + amount : from - amount;
    Bound bound = target.level.bound;
    if (bound == Bound::exactly) return NumberRange::only(there);
    bool beyond = bound == Bound::by_direction || bound == Bound::at_least || bound == Bound::above;
    bool included = bound != Bound::above && bound != Bound::below;
    return up == beyond ? NumberRange::from(there, included) : NumberRange::to(there, included);
}

struct Chosen {
    const MeasuredValue* value = nullptr;
    StatedReference reference = StatedReference::not_stated;
};

// The target's own words, else what the caller says, else the base value, else last year's outcome.
Chosen choose(const UnderstoodTarget& target, const References& references) {
    StatedReference stated =
        target.reference != StatedReference::not_stated ? target.reference : references.stated;
    switch (stated) {
        case StatedReference::base:
            return {&references.base, stated};
        case StatedReference::previous:
            return {&references.previous, stated};
        case StatedReference::series:
            return {&references.series, stated};
        case StatedReference::not_stated:
            break;
    }
    if (references.base.has_number()) return {&references.base, StatedReference::base};
    return {&references.previous, StatedReference::previous};
}

void judge(Comparison& comparison, const NumberRange& outcome, const NumberRange& accepted, Reason if_vague) {
    comparison.outcome = outcome;
    comparison.accepted = accepted;
    if (!outcome.exists() || !accepted.exists()) {
        comparison.reason = Reason::number_too_large;
        comparison.accepted.reset();
    } else if (accepted.contains(outcome)) {
        comparison.verdict = Verdict::met;
        comparison.reason = Reason::reached;
    } else if (accepted.is_apart_from(outcome)) {
        comparison.verdict = Verdict::not_met;
        comparison.reason = Reason::not_reached;
    } else {
        comparison.reason = if_vague;
    }
}

Comparison compare_level(const UnderstoodTarget& target, const MeasuredValue& outcome, Direction better) {
    if (!comparable(target.level.unit, outcome.unit)) return cannot_say(Reason::units_differ);
    Comparison comparison;
    judge(comparison, *outcome.range(target.level.unit), level_range(target.level, better, outcome.unit),
          Reason::outcome_too_vague);
    bool undecided = target.form == TargetForm::level && target.level.bound == Bound::by_direction &&
                     better == Direction::none;
    if (undecided && comparison.verdict == Verdict::not_met) return cannot_say(Reason::direction_not_stated);
    return comparison;
}

Comparison compare_interval(const UnderstoodTarget& target, const MeasuredValue& outcome) {
    if (!comparable(target.level.unit, outcome.unit)) return cannot_say(Reason::units_differ);
    Exact scale = scale_of(target.level.unit, outcome.unit);
    NumberRange accepted{Exact(target.low) * scale, Exact(target.high) * scale, true, true};
    Comparison comparison;
    judge(comparison, *outcome.range(target.level.unit), accepted, Reason::outcome_too_vague);
    return comparison;
}

// Points are added to a share; a change in other units to a value of that unit; per cent goes with any.
bool change_fits(const UnderstoodTarget& target, const MeasuredValue& outcome) {
    if (target.form != TargetForm::change || target.change_in == ChangeIn::per_cent) return true;
    if (target.change_in == ChangeIn::units) return comparable(target.level.unit, outcome.unit);
    return outcome.unit.kind == unit_per_cent || outcome.unit == WrittenUnit();
}

Comparison against(const UnderstoodTarget& target, const MeasuredValue& outcome, const Exact& from,
                   const WrittenUnit& unit, Direction better) {
    Comparison comparison;
    comparison.compared_with = from;
    std::optional<NumberRange> accepted = target.form == TargetForm::course
                                              ? course_range(target.course, from, better)
                                              : change_range(target, from, outcome.unit);
    if (!accepted) return cannot_say(Reason::direction_not_stated);
    judge(comparison, *outcome.range(unit), *accepted, Reason::outcome_too_vague);
    return comparison;
}

Comparison compare_moving(const UnderstoodTarget& target, const MeasuredValue& outcome,
                          const References& references, Direction better) {
    Chosen chosen = choose(target, references);
    NumberRange from;
    WrittenUnit unit;
    if (target.change_from) {
        chosen = {};
        from = NumberRange::only(Exact(*target.change_from) * Exact(outcome.unit.factor));
    } else if (!chosen.value->has_number()) {
        return cannot_say(Reason::nothing_to_compare_with);
    } else if (!comparable(chosen.value->unit, outcome.unit)) {
        return cannot_say(Reason::units_differ);
    } else {
        from = *chosen.value->range(outcome.unit);
        unit = chosen.value->unit;
    }
    if (!change_fits(target, outcome)) return cannot_say(Reason::units_differ);
    bool of_nothing = target.form == TargetForm::change && target.change_in == ChangeIn::per_cent &&
                      from.contains(Exact(0));
    if (of_nothing) return cannot_say(Reason::nothing_to_compare_with);

    Comparison comparison = against(target, outcome, *from.low, unit, better);
    if (*from.low != *from.high &&
        against(target, outcome, *from.high, unit, better).verdict != comparison.verdict) {
        return cannot_say(Reason::reference_too_vague);
    }
    comparison.reference = chosen.reference;
    if (target.long_run && comparable(target.long_run->unit, outcome.unit)) {
        Comparison ceiling;
        judge(ceiling, *outcome.range(target.long_run->unit),
              level_range(*target.long_run, better, outcome.unit), Reason::outcome_too_vague);
        comparison.long_run = ceiling.verdict;
    }
    return comparison;
}

// "Ja" is met by "ja". Other different words can mean anything.
Comparison compare_words(const UnderstoodTarget& target, const MeasuredValue& outcome) {
    auto plain = [](const std::string& text) { return small_letters(plain_blanks(text)); };
    if (plain(target.written) == plain(outcome.written)) return answer(true);
    auto yes_or_no = [](const std::string& text) -> std::optional<bool> {
        Terms terms = read_terms(text, swedish_target_words());
        TermReader reader(terms.list);
        bool yes = reader.take(Saying::yes) != nullptr;
        bool no = !yes && reader.take(Saying::no) != nullptr;
        if ((!yes && !no) || !reader.at_end()) return std::nullopt;
        return yes;
    };
    auto wanted = yes_or_no(target.written), found = yes_or_no(outcome.written);
    if (wanted && found) return answer(*wanted == *found);
    return cannot_say(Reason::target_in_words);
}

}  // namespace

Comparison compare(const UnderstoodTarget& target, const MeasuredValue& outcome, const References& references,
                   Direction better) {
    switch (target.form) {
        case TargetForm::none:
            return cannot_say(Reason::no_target);
        case TargetForm::set_later:
            return cannot_say(Reason::target_set_later);
        case TargetForm::delegated:
            return cannot_say(Reason::target_delegated);
        default:
            break;
    }
    if (outcome.kind == MeasuredKind::missing) return cannot_say(Reason::no_outcome);
    if (!target.terms.scope.empty() && !outcome.terms.scope.empty() &&
        target.terms.scope != outcome.terms.scope) {
        return cannot_say(Reason::other_scope);
    }
    if (is_other_window(target.terms, outcome.terms)) return cannot_say(Reason::other_window);
    if (target.form == TargetForm::words) return compare_words(target, outcome);
    if (outcome.kind == MeasuredKind::words) return cannot_say(Reason::outcome_in_words);
    if (target.form == TargetForm::interval) return compare_interval(target, outcome);
    if (target.form == TargetForm::level || target.form == TargetForm::rank) {
        return compare_level(target, outcome, better);
    }
    return compare_moving(target, outcome, references, better);
}

std::optional<Achievement> achievement(const Comparison& comparison) {
    if (comparison.verdict == Verdict::cannot_say) return std::nullopt;
    bool met = comparison.verdict == Verdict::met;
    Achievement plain{met ? Exact(1) : Exact(0), false};
    if (!comparison.accepted || !comparison.outcome || !comparison.outcome->low) return plain;
    const NumberRange& accepted = *comparison.accepted;
    const Exact& outcome = *comparison.outcome->low;
    bool one_value = comparison.outcome->high && *comparison.outcome->high == outcome;
    if (!one_value || (met && accepted.low && accepted.high)) return plain;
    bool from_below = accepted.low && (!accepted.high || outcome <= *accepted.low);
    const Exact& end = from_below ? *accepted.low : *accepted.high;
    if (end.sign() <= 0 || outcome.sign() <= 0) return plain;
    Exact ratio = from_below ? outcome / end : end / outcome;
    if (!ratio.exists()) return plain;
    return Achievement{ratio, !met && ratio == Exact(1)};
}

}  // namespace styrkedja
