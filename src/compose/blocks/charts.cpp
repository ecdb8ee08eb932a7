// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "compose/making.h"
#include "domain/model/description.h"
#include "locale/number.h"
#include "locale/typography.h"
#include "reports/chart.h"
#include "reports/table.h"

// Charts, placed by data like tables and drawn from them.
namespace styrkedja::composing {

using namespace document;

namespace {

const ChartSpec* find_chart(Making& making, const BlockAt& at) {
    reports::NearestName near(at.spec.chart.str());
    if (making.context.uses) {
        for (const ChartSpec& each : making.context.uses->charts) {
            near.offer(each.id.str());
            if (each.id == at.spec.chart) return &each;
        }
    }
    making.problem("template_chart_does_not_exist", Severity::error, making.template_place(at, "chart"),
                   {{"chart", at.spec.chart.str()}, {"near", near.str()}});
    return nullptr;
}

Place chart_place(const Making& making, const ChartSpec& spec, std::string_view field) {
    return reports::template_place(making.context, "charts." + spec.id.str() + "." + std::string(field));
}

const TableSpec* find_table(Making& making, const ChartSpec& spec) {
    reports::NearestName near(spec.of.str());
    for (const TableSpec& each : making.context.uses->tables) {
        near.offer(each.id.str());
        if (each.id == spec.of) return &each;
    }
    making.problem("template_table_does_not_exist", Severity::error, chart_place(making, spec, "of"),
                   {{"table", spec.of.str()}, {"near", near.str()}});
    return nullptr;
}

// Does the document print that table anywhere? Then the chart has no need of another.
bool places_table(const std::vector<BlockSpec>& blocks, const Id& table) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const BlockSpec& block) {
        return (block.block == BlockKind::table && block.table == table) || places_table(block.blocks, table);
    });
}

// Drawn from the table, which follows as the same data where the document doesn't print it elsewhere.
std::optional<Chart> chart_from_table(Making& making, const BlockAt& at, const ChartSpec& spec) {
    if (spec.of.empty()) {
        making.problem("chart_needs_a_table", Severity::error, chart_place(making, spec, "chart"), {{"chart", spec.id.str()}});
        return std::nullopt;
    }
    const TableSpec* table_spec = find_table(making, spec);
    if (!table_spec) return std::nullopt;
    if (spec.series.empty()) {
        making.problem("chart_needs_series", Severity::error, chart_place(making, spec, "of"),
                       {{"chart", spec.id.str()}, {"table", spec.of.str()}});
        return std::nullopt;
    }
    const bool printed = places_table(making.context.uses->blocks, spec.of);
    Problems told_at_the_table;
    making.goal_of_table = at.hand.goal;
    auto table = reports::build_table(making.context, *table_spec, at.hand.goal, printed ? told_at_the_table : making.problems);
    making.goal_of_table = {};
    if (!table) {
        Chart nothing;
        nothing.id = spec.id.str();
        nothing.kind = static_cast<ChartKind>(spec.chart);
        return nothing;
    }
    Chart chart = reports::chart_of_table(making.context, spec, *table, making.problems);
    if (!printed && reports::shows_something(chart)) {
        table->id = making.unique_table_id(table->id);
        chart.table = making.paper.tables.size();
        making.paper.tables.push_back(std::move(*table));
    }
    return chart;
}

std::optional<Chart> chart_from(Making& making, const BlockAt& at, const ChartSpec& spec) {
    if (spec.of.empty() && spec.chart == ChartForm::year_wheel) return reports::wheel_of_year(making.context, spec);
    if (spec.of.empty() && spec.chart == ChartForm::heat_map && !spec.goals_level.empty()) {
        return reports::heat_map_of_goals(making.context, spec);
    }
    return chart_from_table(making, at, spec);
}

// The share of the year that has passed: "33,33".
std::optional<Figure> guide_of(const Making& making, const ChartSpec& spec) {
    if (!spec.guide || !making.context.occasion) return std::nullopt;
    const Exact value = making.context.occasion->period.guide_value() * Exact(100);
    if (!value.exists()) return std::nullopt;
    Figure figure;
    figure.value = value.str();
    figure.shown = format_number(value, 2);
    figure.unit = "%";
    figure.label = typographic(spec.guide_label);
    figure.sources.push_back({"occasions/" + making.context.occasion->id.str(), "period"});
    return figure;
}

}  // namespace

void make_chart(Making& making, const BlockAt& at, Filling& into) {
    const ChartSpec* spec = find_chart(making, at);
    if (!spec) return;
    const std::size_t told = making.problems.list().size();
    std::optional<Chart> chart = chart_from(making, at, *spec);
    if (!chart) return;
    // What went wrong before is reason enough.
    if (!reports::shows_something(*chart) && making.problems.list().size() == told) {
        making.problem("chart_has_nothing_to_show", Severity::warning, chart_place(making, *spec, "id"), {{"chart", spec->id.str()}});
    }
    chart->id = making.unique_id("diagram." + chart->id);
    chart->subject = typographic(spec->subject);
    chart->source = typographic(spec->source);
    chart->guide = guide_of(making, *spec);
    chart->alternative = reports::chart_in_words(*chart);
    if (spec->numbered) chart->number = ++making.numbered_charts;
    making.later_title(making.paper.charts.size(), making.later_line(spec->title, chart_place(making, *spec, "title"), at.hand));
    making.paper.charts.push_back(std::move(*chart));
    into.add(ChartBlock{making.paper.charts.size() - 1}, making);
}

}  // namespace styrkedja::composing
