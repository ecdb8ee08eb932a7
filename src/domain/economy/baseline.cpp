// SPDX-License-Identifier: EUPL-1.2
#include "domain/economy/baseline.h"

#include <algorithm>

namespace styrkedja {
namespace {

// The sum of the first months; none where one of them isn't booked.
Exact first_months(const MonthsOfYear& year, int months) {
    Exact sum(0);
    for (int i = 0; i < months; ++i) sum = sum + year[static_cast<std::size_t>(i)];
    return sum;
}

bool has_anything(const MonthsOfYear& year) {
    return std::any_of(year.begin(), year.end(), [](const Exact& month) { return month.exists() && !month.is_zero(); });
}

// The latest whole years before that one, first to last.
std::vector<int> pattern_years(const MonthlyOutcome& outcome, int year) {
    std::vector<int> years;
    for (auto it = outcome.rbegin(); it != outcome.rend(); ++it) {
        const bool is_whole = it->first < year && first_months(it->second, 12).exists() && has_anything(it->second);
        if (is_whole && years.size() < static_cast<std::size_t>(most_pattern_years)) years.push_back(it->first);
    }
    std::reverse(years.begin(), years.end());
    return years;
}

// The month among the first ones that has the largest part of the years.
void find_heaviest(Baseline& baseline, const MonthlyOutcome& outcome, int months, const Exact& whole) {
    for (int month = 1; month <= months; ++month) {
        Exact sum(0);
        for (int year : baseline.years) sum = sum + outcome.at(year)[static_cast<std::size_t>(month - 1)];
        const Exact share = sum / whole;
        if (!share.exists() || (baseline.heaviest_share.exists() && share <= baseline.heaviest_share)) continue;
        baseline.heaviest = month;
        baseline.heaviest_share = share;
    }
}

void extend_by_season(Baseline& baseline, const MonthlyOutcome& outcome, int year, int months) {
    baseline.years = pattern_years(outcome, year);
    baseline.missing = BaselineMissing::no_history;
    if (baseline.years.empty()) return;
    Exact part(0), whole(0);
    for (int each : baseline.years) {
        part = part + first_months(outcome.at(each), months);
        whole = whole + first_months(outcome.at(each), 12);
    }
    baseline.missing = BaselineMissing::no_pattern;
    const Exact share = part / whole;
    if (!share.exists() || share.sign() <= 0) return;
    baseline.share = share;
    baseline.ore = baseline.to_date / share;
    baseline.missing = BaselineMissing::nothing;
    find_heaviest(baseline, outcome, months, whole);
}

}  // namespace

Baseline baseline_of(BaselineMethod method, const MonthlyOutcome& outcome, int year, int months) {
    Baseline baseline;
    if (months < 1 || months > 12) return baseline;
    const auto found = outcome.find(year);
    baseline.missing = BaselineMissing::no_outcome;
    if (found == outcome.end()) return baseline;
    baseline.to_date = first_months(found->second, months);
    baseline.missing = BaselineMissing::month_is_missing;
    if (!baseline.to_date.exists()) return baseline;
    baseline.missing = BaselineMissing::no_outcome;
    if (!has_anything(found->second)) return baseline;
    if (method == BaselineMethod::seasonal) {
        extend_by_season(baseline, outcome, year, months);
        return baseline;
    }
    baseline.ore = baseline.to_date * Exact(12) / Exact(months);
    baseline.missing = BaselineMissing::nothing;
    return baseline;
}

BaselineError baseline_error(BaselineMethod method, const MonthlyOutcome& outcome, int year, int months) {
    BaselineError error;
    Exact sum(0), absolute(0), whole(0);
    for (const auto& [tried, its_months] : outcome) {
        const Exact came = first_months(its_months, 12);
        if (tried >= year || !came.exists()) continue;
        const Baseline said = baseline_of(method, outcome, tried, months);
        if (!said.ore.exists()) continue;
        error.trials.push_back({tried, said.ore, came});
        sum = sum + (came - said.ore);
        absolute = absolute + (came - said.ore).abs();
        whole = whole + came.abs();
    }
    if (error.trials.empty()) return error;
    const Exact count(static_cast<std::int64_t>(error.trials.size()));
    error.bias = sum / count;
    error.absolute = absolute / count;
    error.relative = absolute / whole;
    return error;
}

}  // namespace styrkedja
