// SPDX-License-Identifier: EUPL-1.2
#include "domain/assess/measured_period.h"

namespace styrkedja {
namespace {

bool same_days(const Period& a, const Period& b) { return a.start() == b.start() && a.end() == b.end(); }

std::int32_t length_of(const Period& period) { return period.end().days() - period.start().days(); }

// Periods that come in series through the year.
bool in_series(const Period& period) {
    PeriodShape shape = period.shape();
    return shape == PeriodShape::month || shape == PeriodShape::quarter || shape == PeriodShape::tertial;
}

}  // namespace

int outcome_period_rank(const Period& period, const Period& asked) {
    if (!period.exists() || !asked.exists()) return no_answer;
    if (same_days(period, asked)) return 0;
    bool wants_itself = asked.shape() == PeriodShape::years || asked.shape() == PeriodShape::day;
    if (wants_itself || period.end() > asked.end()) return no_answer;
    bool is_longer = (period.shape() == PeriodShape::years && period.end() == asked.end()) ||
                     period.shape() == PeriodShape::school_year;
    bool answers = asked.contains(period) || (is_longer && period.year() == asked.year());
    if (!answers) return no_answer;
    return period.end() == asked.end() ? 1 : 2;
}

int target_period_rank(const Period& period, const Period& asked) {
    if (!period.exists() || !asked.exists()) return no_answer;
    if (same_days(period, asked)) return 0;
    if (period.contains(asked)) return 1;
    return period.year() == asked.year() ? 2 : no_answer;
}

void OutcomeChoice::offer(const Outcome& outcome, int whose) {
    int rank = outcome_period_rank(outcome.period, asked_);
    if (rank == no_answer || whose == no_answer) return;
    Key key(whose, rank, -outcome.period.end().days(), -length_of(outcome.period));
    bool also_a_part = best_ && std::get<0>(key_) == whose && std::get<1>(key_) > 0 && rank > 0 &&
                       in_series(outcome.period) && best_->period.shape() == outcome.period.shape() &&
                       best_->period != outcome.period;
    bool is_better = !best_ || key < key_;
    if (is_better) {
        best_ = &outcome;
        key_ = key;
    }
    if (also_a_part) series_ = true;
    else if (is_better) series_ = false;
}

void TargetChoice::offer(const Target& target, int whose) {
    int rank = target_period_rank(target.period, asked_);
    if (rank == no_answer || whose == no_answer) return;
    Key key(whose, rank, length_of(target.period), -target.version);
    if (!best_ || key < key_) best_ = &target, key_ = key;
}

int target_owner_rank(const TargetSetter& setter) {
    if (setter.is_own) return 0;
    if (setter.is_unnamed && setter.owns) return 1;
    if (setter.is_above && !setter.is_council) return 2;
    if (setter.is_unnamed || setter.is_council) return 3;
    if (setter.is_below) return 4;
    return setter.is_owner ? 5 : no_answer;
}

const Outcome* counterpart(const std::vector<const Outcome*>& of_indicator, const Outcome& outcome, int years,
                           std::string_view series) {
    Period period = outcome.period.shifted(years);
    const Outcome* best = nullptr;
    auto rank = [&](const Outcome& each) {
        if (each.series != series || each.breakdown != outcome.breakdown) return no_answer;
        bool same_unit = each.unit == outcome.unit;
        if (!same_unit && !each.unit.empty() && series.empty()) return no_answer;
        if (same_days(each.period, period)) return same_unit ? 0 : 1;
        bool both_days = each.period.shape() == PeriodShape::day && period.shape() == PeriodShape::day;
        return both_days && each.period.year() == period.year() ? (same_unit ? 2 : 3) : no_answer;
    };
    for (const Outcome* each : of_indicator) {
        int own = rank(*each);
        if (own == no_answer || each == &outcome) continue;
        int other = best ? rank(*best) : no_answer;
        if (own < other || (own == other && each->period.end() > best->period.end())) best = each;
    }
    return best;
}

}  // namespace styrkedja
