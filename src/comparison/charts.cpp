// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "comparison/work.h"

namespace styrkedja::comparison {

using namespace document;

namespace {

std::string shown(const ChartValue& value) {
    if (value.figure) return value.figure->shown;
    return value.mark ? value.mark->label : value.words;
}

// The value of one series at one place, by their names; nothing where there is no such.
std::string shown_at(const Chart& chart, const std::string& panel, const std::string& series, const std::string& place) {
    for (const ChartPanel& each : chart.panels) {
        if (each.label != panel) continue;
        const auto at = std::find(each.places.begin(), each.places.end(), place);
        const auto of = std::find_if(each.series.begin(), each.series.end(),
                                     [&](const ChartSeries& other) { return other.label == series; });
        if (at == each.places.end() || of == each.series.end()) continue;
        const auto index = static_cast<std::size_t>(at - each.places.begin());
        if (index < of->values.size()) return shown(of->values[index]);
    }
    return {};
}

// Each value of `chart`, told what stands there in `other`.
template <class Tell>
void each_value(const Chart& chart, const Chart& other, Tell tell) {
    for (const ChartPanel& panel : chart.panels) {
        for (const ChartSeries& series : panel.series) {
            for (std::size_t i = 0; i < series.values.size() && i < panel.places.size(); ++i) {
                tell(panel.label, series.label, panel.places[i], shown(series.values[i]),
                     shown_at(other, panel.label, series.label, panel.places[i]));
            }
        }
    }
}

}  // namespace

std::string name_of_chart(const Work& work, const Chart& chart) {
    const ComparisonWords& words = work.changes.words;
    if (chart.number > 0) return std::string(words.chart) + "\u00a0" + std::to_string(chart.number) + " " + chart.title;
    return chart.title.empty() ? std::string(words.unnumbered_chart) : chart.title;
}

void compare_chart(Work& work, std::size_t newer_at, std::size_t older_at) {
    Chart& newer = work.newer.charts[newer_at];
    const Chart& older = work.older.charts[older_at];
    Changes& changes = work.changes;
    changes.enter(name_of_chart(work, newer));
    const std::size_t before = changes.list().size();
    if (newer.title != older.title) changes.add(changes.words.heading_text, older.title, newer.title);
    auto place = [](const std::string& panel, const std::string& series, const std::string& where) {
        return (panel.empty() ? "" : panel + " · ") + series + " · " + where;
    };
    each_value(newer, older, [&](auto& panel, auto& series, auto& where, const std::string& now, const std::string& was) {
        if (now == was) return;
        changes.enter(place(panel, series, where));
        changes.add(changes.words.figure, was, now);
        changes.leave();
    });
    each_value(older, newer, [&](auto& panel, auto& series, auto& where, const std::string& was, const std::string& now) {
        if (was.empty() || !now.empty()) return;
        changes.enter(place(panel, series, where));
        changes.add(changes.words.figure, was, "");
        changes.leave();
    });
    changes.leave();
    if (changes.list().size() > before) newer.change = Change::added;
}

}  // namespace styrkedja::comparison
