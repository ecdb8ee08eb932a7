// SPDX-License-Identifier: EUPL-1.2
#include "charts/charts.h"
#include "charts/kinds.h"

namespace styrkedja::charts {

using document::Chart;
using document::ChartKind;

Drawing draw(const Chart& chart, double width) {
    Drawing drawing{width, 0, {}};
    if (!has_values(chart)) {
        say_nothing(drawing, {0, 10}, width, words.nothing_to_show);
        drawing.height = 24;
        return drawing;
    }
    switch (chart.kind) {
    case ChartKind::trend: draw_trend(chart, drawing); break;
    case ChartKind::bars: draw_bars(chart, drawing); break;
    case ChartKind::variance: draw_variance(chart, drawing); break;
    case ChartKind::completion: draw_completions(chart, drawing); break;
    case ChartKind::shares: draw_shares(chart, drawing); break;
    case ChartKind::bridge: draw_bridge(chart, drawing); break;
    case ChartKind::year_wheel: draw_year_wheel(chart, drawing); break;
    case ChartKind::heat_map: draw_heat_map(chart, drawing); break;
    case ChartKind::forecast_record: draw_forecast_record(chart, drawing); break;
    }
    return drawing;
}

}  // namespace styrkedja::charts
