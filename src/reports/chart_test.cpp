// SPDX-License-Identifier: EUPL-1.2
#include "reports/chart.h"

#include <gtest/gtest.h>

#include "domain/plan/description.h"
#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

using namespace document;
using document::Table;

// "| label | cell | cell"; a cell "12.5" is a figure, "!met Helt" a mark, "40%" a completion, other things words.
Table table_of(std::vector<std::string> columns, std::vector<std::vector<std::string>> rows) {
    Table table;
    table.id = "drift";
    table.unit = "tkr";
    for (const std::string& id : columns) {
        Column column;
        column.id = id;
        column.label = "Kolumn " + id;
        table.columns.push_back(column);
    }
    for (const auto& cells : rows) {
        Row row;
        row.id = cells[0];
        row.label = {Text{"Rad " + cells[0]}};
        if (cells[0] == "summa") row.kind = RowKind::total;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            Cell cell;
            const std::string& text = cells[i];
            if (text.starts_with("!")) {
                cell.mark = Mark{text == "!helt" ? MarkShape::met : MarkShape::partly, text.substr(1), ""};
            } else if (text.ends_with("%")) {
                cell.completion = std::stoi(text);
            } else if (Decimal::parse(text)) {
                Figure figure;
                figure.shown = figure.value = text;
                figure.sources = {{"economy/" + cells[0], ""}};
                cell.figure = figure;
            } else if (!text.empty()) {
                Figure words;
                words.shown = text;
                cell.figure = words;
            }
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ChartSpec spec_of(ChartForm form, std::vector<std::pair<const char*, ValueKind>> series) {
    ChartSpec spec;
    spec.id = Id("diagram");
    spec.chart = form;
    spec.of = Id("drift");
    for (const auto& [column, as] : series) {
        SeriesSpec each;
        each.column = Id(column);
        each.as = as;
        spec.series.push_back(each);
    }
    return spec;
}

// "label (kind): place=value …" for each series of each panel.
std::string text_of(const Chart& chart) {
    std::string text;
    for (const ChartPanel& panel : chart.panels) {
        if (!panel.label.empty()) text += "# " + panel.label + "\n";
        for (const ChartSeries& series : panel.series) {
            text += series.label + ":";
            for (std::size_t i = 0; i < panel.places.size(); ++i) {
                const ChartValue& value = series.values.at(i);
                text += " " + panel.places[i] + "=";
                if (value.figure) text += value.figure->shown;
                if (value.mark) text += "<" + value.mark->label + ">";
                text += value.words + (value.towards > 0 ? "^" : value.towards < 0 ? "_" : "");
            }
            text += "\n";
        }
    }
    return text;
}

struct Drawn {
    Report report{board()};
    std::string text(const ChartSpec& spec, const Table& table) {
        return text_of(chart_of_table(report.context(), spec, table, report.problems));
    }
};

TEST(Chart, HasTheFiguresOfTheCellsWithTheirSources) {
    Drawn drawn;
    const Table table = table_of({"budget", "utfall"}, {{"a", "10", "8"}, {"b", "20", "–"}, {"summa", "30", "8"}});
    const ChartSpec spec = spec_of(ChartForm::bars, {{"utfall", ValueKind::outcome}, {"budget", ValueKind::budget}});
    EXPECT_EQ(drawn.text(spec, table), "Kolumn utfall: Rad a=8 Rad b=\nKolumn budget: Rad a=10 Rad b=20\n");
    const Chart chart = chart_of_table(drawn.report.context(), spec, table, drawn.report.problems);
    EXPECT_EQ(chart.panels[0].series[0].values[0].figure->sources, table.rows[0].cells[1].figure->sources);
    EXPECT_EQ(chart.panels[0].series[0].values[0].figure->target, "drift/a/utfall");
    EXPECT_TRUE(drawn.report.problems.empty());
}

TEST(Chart, DrawsWhatTheDecidedDocumentPrints) {
    Drawn drawn;
    Table table = table_of({"u"}, {{"a", "500"}});
    Figure& figure = *table.rows[0].cells[0].figure;
    figure.published = figure.shown = "1\u00a0000,0";
    figure.computed_shown = "500";
    const Chart chart = chart_of_table(drawn.report.context(), spec_of(ChartForm::bars, {{"u", ValueKind::outcome}}), table, drawn.report.problems);
    EXPECT_EQ(chart.panels[0].series[0].values[0].figure->value, "1000.0");
    EXPECT_EQ(chart.panels[0].series[0].values[0].figure->computed_shown, "500");
}

TEST(Chart, SortsAndChoosesRows) {
    Drawn drawn;
    const Table table = table_of({"u"}, {{"a", "10"}, {"b", "–"}, {"c", "30"}, {"d", "20"}});
    ChartSpec spec = spec_of(ChartForm::bars, {{"u", ValueKind::outcome}});
    spec.sort = "-u";
    EXPECT_EQ(drawn.text(spec, table), "Kolumn u: Rad c=30 Rad d=20 Rad a=10 Rad b=\n");
    spec.sort = "u";
    EXPECT_EQ(drawn.text(spec, table), "Kolumn u: Rad a=10 Rad d=20 Rad c=30 Rad b=\n");
    spec.sort.clear();
    spec.rows = tags({"d", "a"});
    EXPECT_EQ(drawn.text(spec, table), "Kolumn u: Rad d=20 Rad a=10\n");
}

TEST(Chart, OfATrendHasAPanelForEachRowAndYearsInOrder) {
    Drawn drawn;
    ChartSpec spec = spec_of(ChartForm::trend, {{"mal", ValueKind::target}, {"u12", ValueKind::outcome}, {"u11", ValueKind::outcome}});
    spec.series[0].place = "2013";
    spec.series[1].place = "2012";
    spec.series[2].place = "2011";
    const Table table = table_of({"mal", "u12", "u11"}, {{"a", "Öka", "8", "7"}, {"b", "5", "–", "4"}, {"c", "–", "–", "–"}});
    EXPECT_EQ(drawn.text(spec, table),
              "# Rad a\nMål: 2011= 2012= 2013=Öka^\nUtfall: 2011=7 2012=8 2013=\n"
              "# Rad b\nMål: 2011= 2012= 2013=5\nUtfall: 2011=4 2012= 2013=\n# Rad c\n");
}

TEST(Chart, OfABridgeKnowsItsSums) {
    Drawn drawn;
    const Table table = table_of({"b"}, {{"ram", "100"}, {"lon", "5"}, {"krav", "-3"}, {"summa", "102"}});
    ChartSpec spec = spec_of(ChartForm::bridge, {{"b", ValueKind::addition}});
    spec.sums = tags({"ram"});
    EXPECT_EQ(drawn.text(spec, table),
              ": Rad ram=100 Rad lon= Rad krav= Rad summa=102\nKolumn b: Rad ram= Rad lon=5 Rad krav=-3 Rad summa=\n");
}

TEST(Chart, CountsMarksAndShowsThemInRowsAndColumns) {
    Drawn drawn;
    const Table table = table_of({"x", "y"}, {{"a", "!helt", "!delvis"}, {"b", "!helt", ""}, {"c", "!delvis", "!helt"}});
    EXPECT_EQ(drawn.text(spec_of(ChartForm::shares, {{"x", ValueKind::status}}), table), "helt: =2<helt>\ndelvis: =1<delvis>\n");
    EXPECT_EQ(drawn.text(spec_of(ChartForm::heat_map, {{"x", ValueKind::status}, {"y", ValueKind::status}}), table),
              "Rad a: Kolumn x=<helt> Kolumn y=<delvis>\nRad b: Kolumn x=<helt> Kolumn y=\n"
              "Rad c: Kolumn x=<delvis> Kolumn y=<helt>\n");
}

TEST(Chart, TakesCompletionsInPerCent) {
    Drawn drawn;
    EXPECT_EQ(drawn.text(spec_of(ChartForm::completion, {{"k", ValueKind::outcome}}), table_of({"k"}, {{"a", "40%"}, {"b", ""}})),
              "Kolumn k: Rad a=40 Rad b=\n");
}

TEST(Chart, SaysItsExtremesInWords) {
    Drawn drawn;
    const Table table = table_of({"u"}, {{"a", "10"}, {"b", "30"}});
    const Chart chart = chart_of_table(drawn.report.context(), spec_of(ChartForm::bars, {{"u", ValueKind::outcome}}), table, drawn.report.problems);
    EXPECT_EQ(chart_in_words(chart), "Stapeldiagram. Kolumn u: högst 30 (Rad b), lägst 10 (Rad a).");
    EXPECT_EQ(chart_in_words(Chart{}), "Linjediagram. Det finns inga värden att visa.");
}

TEST(Chart, SaysWhichColumnsAndRowsDoNotExist) {
    Drawn drawn;
    ChartSpec spec = spec_of(ChartForm::bars, {{"utfal", ValueKind::outcome}});
    spec.rows = tags({"aa"});
    drawn.text(spec, table_of({"utfall"}, {{"a", "1"}}));
    EXPECT_EQ(drawn.report.codes(), (std::vector<std::string>{"chart_column_does_not_exist", "chart_row_does_not_exist"}));
}

TEST(Chart, OfALevelsGoalsHasTheirMarksForEachUnit) {
    StateText text = board();
    text.rows("levels", "id;model;name;assessed;scale\n mal;m;Mål;no;\n annan;m;Annan;no;")
        .rows("goals", "id;level;number;name\n m1;mal;1;Kvalitet\n m2;mal;;Ekonomi\n x;annan;9;Annat");
    Report report(text);
    Context context = report.context();
    GoalRating met;
    met.printed_mark = Mark{MarkShape::met, "helt", ""};
    context.rating = [&](const Goal& goal, const Unit* unit, const Goal*) -> const GoalRating* {
        return goal.id.str() == "m1" && unit->id.str() == "ks" ? &met : nullptr;
    };
    ChartSpec spec;
    spec.goals_level.id = Id("mal");
    spec.units = {{Id("ks")}, {Id("un")}};
    EXPECT_EQ(text_of(heat_map_of_goals(context, spec)), "Kommunstyrelsen: 1=<helt> Ekonomi=\nUtbildningsnämnden: 1= Ekonomi=\n");
}

TEST(Chart, OfTheYearHasOccasionsInTheirMonths) {
    Report report(board());
    const Chart chart = wheel_of_year(report.context(), {});
    ASSERT_EQ(chart.panels[0].series.size(), 2u);
    EXPECT_EQ(chart.panels[0].label, "2012");
    EXPECT_EQ(chart.panels[0].series[0].label, "April 2012");
    EXPECT_EQ(chart.panels[0].series[0].values[3].words, "april") << "the last month of the period";
    EXPECT_EQ(chart.panels[0].series[1].label, "Bokslut 2012");
    EXPECT_EQ(chart.panels[0].series[1].kind, SeriesKind::sum);
    EXPECT_EQ(chart.panels[0].series[1].values[11].words, "dec");
}

}  // namespace
}  // namespace styrkedja::reports
