// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/model/description.h"
#include "domain/plan/description.h"
#include "locale/chart_words.h"
#include "reports/chart.h"

// Charts that are drawn from goals and occasions themselves rather than from a table.
namespace styrkedja::reports {

using namespace document;

Chart heat_map_of_goals(const Context& context, const ChartSpec& spec) {
    Chart chart;
    chart.id = spec.id.str();
    chart.kind = ChartKind::heat_map;
    ChartPanel panel;
    std::vector<const Goal*> goals;
    for (const Goal& goal : context.state.goals) {
        if (goal.level.id == spec.goals_level.id) goals.push_back(&goal);
    }
    std::stable_sort(goals.begin(), goals.end(), [](const Goal* a, const Goal* b) { return a->order < b->order; });
    for (const Goal* goal : goals) {
        const std::string& number = goal->number.at(context.day());
        panel.places.push_back(number.empty() ? goal->name : number);
    }
    for (const Ref<Unit>& ref : spec.units) {
        const Unit* unit = context.state.units.find(ref.id.str());
        if (unit == nullptr) continue;
        ChartSeries series{unit->name.at(context.day()), SeriesKind::status, {}};
        for (const Goal* goal : goals) {
            ChartValue value;
            const GoalRating* rating = context.rating ? context.rating(*goal, unit, nullptr) : nullptr;
            if (rating != nullptr) value.mark = rating->printed_mark;
            series.values.push_back(std::move(value));
        }
        panel.series.push_back(std::move(series));
    }
    chart.panels.push_back(std::move(panel));
    return chart;
}

namespace {

// The day that the occasion is about for who works with it.
Date day_of(const Occasion& occasion) {
    for (const Date& day : {occasion.meeting, occasion.office_deadline, occasion.unit_deadline, occasion.opens}) {
        if (day.exists()) return day;
    }
    return {};
}

}  // namespace

Chart wheel_of_year(const Context& context, const ChartSpec& spec) {
    Chart chart;
    chart.id = spec.id.str();
    chart.kind = ChartKind::year_wheel;
    ChartPanel panel;
    const int year = context.year().start().year();
    panel.label = std::to_string(year);
    for (const std::string_view month : swedish_chart_words.months) panel.places.emplace_back(month);
    for (const Occasion& occasion : context.state.occasions) {
        Date day = day_of(occasion);
        const bool dated = day.exists();
        if (!dated && occasion.period.exists()) day = occasion.period.end();
        if (!day.exists() || day.year() != year) continue;
        const auto month = static_cast<std::size_t>(day.month() - 1);
        // A plan judges nothing; accounts judge outcomes.
        const SeriesKind kind = occasion.judges == Judges::outcome    ? SeriesKind::sum
                                : occasion.judges == Judges::forecast ? SeriesKind::outcome
                                                                      : SeriesKind::budget;
        ChartSeries series{occasion.name, kind, std::vector<ChartValue>(12)};
        series.values[month].words = dated ? std::to_string(day.day()) + "\u00a0" + panel.places[month] : panel.places[month];
        panel.series.push_back(std::move(series));
    }
    chart.panels.push_back(std::move(panel));
    return chart;
}

}  // namespace styrkedja::reports
