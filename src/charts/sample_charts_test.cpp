// SPDX-License-Identifier: EUPL-1.2
#include "charts/charts_testing.h"

#include <array>
#include <sstream>

#include "locale/number.h"

// The samples that the tests of charts draw.
namespace styrkedja::charts {

using namespace document;

namespace {

std::string trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) return "";
    return std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(trimmed(cell));
    return cells;
}

Figure figure_of(std::string value) {
    Figure figure;
    NumberFormat format;
    format.plus = value.starts_with('+');
    if (format.plus) value.erase(0, 1);
    figure.value = value;
    const auto decimal = Decimal::parse(value);
    figure.shown = decimal ? format_number(*decimal, format) : value;
    return figure;
}

ChartValue value_of(std::string cell) {
    constexpr std::array<std::string_view, 14> shapes = {"not_assessed", "met", "mostly", "partly", "little", "not_met", "not_started",
                                                         "ongoing", "waiting", "done", "stopped", "better", "same", "worse"};
    ChartValue value;
    if (const std::size_t at = cell.find('!'); at != std::string::npos) {
        std::string name = cell.substr(at + 1);
        cell.erase(at);
        Mark mark;
        const std::size_t space = std::min(name.find(' '), name.size());
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (shapes[i] == name.substr(0, space)) mark.shape = static_cast<MarkShape>(i);
        }
        mark.label = trimmed(std::string_view(name).substr(space));
        value.mark = mark;
    }
    if (cell.empty()) return value;
    if (cell == "-") return value;
    const bool number = cell.find_first_of("0123456789") <= 1 && cell.find_first_not_of("0123456789+-.") == std::string::npos;
    if (number) {
        value.figure = figure_of(cell);
        return value;
    }
    if (cell.back() == '^' || cell.back() == '_') value.towards = cell.back() == '^' ? 1 : -1, cell.pop_back();
    value.words = cell[0] == '-' ? cell.substr(1) : cell;
    return value;
}

template <class Enum, std::size_t n>
Enum named(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return Enum();
}

ChartSeries series_named(const std::string& cell) {
    constexpr std::array<std::string_view, 11> kinds = {"outcome", "base", "target", "budget", "forecast", "last_year",
                                                        "variance", "sum", "addition", "reduction", "status"};
    const std::size_t space = std::min(cell.find(' '), cell.size());
    return {trimmed(std::string_view(cell).substr(space)), named<SeriesKind>(kinds, cell.substr(0, space)), {}};
}

}  // namespace

Chart chart_of(std::string_view text) {
    constexpr std::array<std::string_view, 9> kinds = {"trend", "bars", "variance", "completion", "shares",
                                                       "bridge", "year_wheel", "heat_map", "forecast_record"};
    Chart chart;
    std::stringstream lines{std::string(text)};
    std::string line;
    bool first = true;
    while (std::getline(lines, line)) {
        line = trimmed(line);
        if (line.empty()) continue;
        const std::size_t colon = line.find(": ");
        const std::string key = line.substr(0, std::min(colon, line.size()));
        const std::string rest = colon == std::string::npos ? "" : line.substr(colon + 2);
        if (first) {
            chart.kind = named<ChartKind>(kinds, key);
            chart.title = rest;
            first = false;
        } else if (key == "guide") {
            const std::size_t space = std::min(rest.find(' '), rest.size());
            chart.guide = figure_of(rest.substr(0, space));
            chart.guide->label = trimmed(std::string_view(rest).substr(space));
        } else if (key == "panel" || key == "panel:") {
            chart.panels.push_back({rest, "", {}, {}});
        } else if (key == "unit") {
            if (chart.panels.empty()) chart.panels.emplace_back();
            chart.panels.back().unit = rest;
        } else if (line[0] == '|') {
            if (chart.panels.empty()) chart.panels.emplace_back();
            const auto cells = cells_of(line);
            for (std::size_t i = 1; i < cells.size(); ++i) chart.panels.back().series.push_back(series_named(cells[i]));
        } else {
            const auto cells = cells_of(line);
            ChartPanel& panel = chart.panels.back();
            panel.places.push_back(cells[0]);
            for (std::size_t i = 0; i < panel.series.size(); ++i) {
                panel.series[i].values.push_back(value_of(i + 1 < cells.size() ? cells[i + 1] : ""));
            }
        }
    }
    return chart;
}

std::vector<std::pair<std::string, Chart>> sample_charts() {
    const std::pair<const char*, const char*> samples[] = {
        {"trend-targets", R"(trend: Nio procent fler studerande till 2026
            | base Ingående värde | target Riktvärde
            2023 | 3036 | -
            2024 | - | 3127
            2025 | - | 3218
            2026 | - | 3309)"},
        {"trend-word", R"(trend: Andelen UF-elever ska nästan fördubblas
            | base Ingående värde | target Riktvärde
            2022 | 16.4 | -
            2024 | - | Öka^
            2025 | - | Öka^
            2026 | - | 30.0)"},
        {"trend-outcome", R"(trend: Sjukfrånvaron minskar men når inte målet
            | outcome Utfall | target Mål
            2008 | 6.9 | -
            2009 | 6.4 | 6.0
            2010 | - | 5.5
            2011 | 5.9 | 5.5
            2012 | 5.6 | 5.0)"},
        {"trend-many", R"(trend: Tjugo år
            | outcome Utfall | target Mål
            1996 | 12 | 13
            1997 | 14 | 13
            1998 | 11.5 | 13
            1999 | 13 | 13
            2000 | 14 | 13
            2001 | 16 | 13
            2002 | 12.8 | 13
            2003 | 11 | 13
            2004 | 12.5 | 13
            2005 | 14.1 | 13
            2006 | 13.9 | 13
            2007 | 12 | 13
            2008 | 11 | 13
            2009 | 10.4 | 12
            2010 | 10.9 | 12
            2011 | 11 | 12
            2012 | 12.1 | 12)"},
        {"trend-one-point", R"(trend: En enda mätning
            | outcome Utfall | target Mål
            2012 | 71 | -)"},
        {"trend-missing", R"(trend: Bara saknade värden
            | outcome Utfall
            2011 | -inte mätt
            2012 | -inte mätt)"},
        {"multiples", R"(trend: Två av fyra missar målet
            panel: Aktivt medskapande
            unit: index
            | outcome Utfall | target Mål
            2013 | 80 | 82
            2014 | 84 | 84
            2015 | 83 | 85
            panel: Sjukfrånvaro
            unit: %
            | outcome Utfall | target Mål
            2013 | 2.2 | 3.5
            2014 | 1.7 | 3.2
            2015 | 2.6 | 3.0
            panel: Upplever inte diskriminering
            unit: %
            | outcome Utfall | target Mål
            2013 | -
            2014 | - | 100
            2015 | 90 | 100
            panel: Tid för handläggning
            unit: dagar
            | outcome Utfall | target Mål
            2013 | -
            2014 | -
            2015 | -ny)"},
        {"bars-guide", R"(bars: Fyra ansvar över riktvärdet, utöver exploateringen
            guide: 33.33 riktvärde
            unit: procent
            | outcome Förbrukat
            Exploatering | 290.8
            Ekonomienhet | 48.1
            Näringslivsenhet | 47.5
            Brandkåren | 35.4
            Gymnasieförbundet | 33.8
            Kommunhälsan | 28.1
            Personalenhet | 16.6
            Koncernledning | 15.0
            Kansli och omvärld | 7.2
            Projekt och exploatering | -118.3)"},
        {"bars-budget-forecast", R"(bars: Två av fem räknar med överskott
            unit: mnkr
            | outcome utfall | forecast prognos | budget budget
            Kansli och omvärld | 5.3 | 72.3 | 73.3
            Brandkåren | 15.2 | 42.9 | 42.9
            Ekonomienhet | 19.6 | 40.8 | 40.8
            Koncernledning | 2.7 | 17.6 | 18.1
            Personalenhet | 2.6 | - | 15.8)"},
        {"bars-last-year", R"(bars: Kostnaderna ökar i två av tre
            unit: tkr
            | outcome 2012 | last_year 2011
            Kansliet | 25674 | 24100
            Kommunikation och dialog med medborgarna | 12411 | 13980
            Ekonomi | 8011 | -7400)"},
        {"bars-huge", R"(bars: Ett enda stort tal
            | outcome utfall
            A | 999999999999999
            B | 3
            C | 2
            D | -)"},
        {"variance", R"(variance: Överskott 14 353 tkr; en avdelning bär det
            unit: tkr
            | variance Avvikelse
            Dialog och service | +12465
            Ekonomi | +1683
            HR | +1657
            Stöd och strategi | +829
            Näringsliv | +218
            Eget ansvar | +147
            Hållbarhet | -120
            Trygghet | -222
            Kansli | -268
            Politisk ledning | -2036)"},
        {"variance-near", R"(variance: Alla nära noll, en saknas
            | variance Avvikelse
            Ekonomi | +120
            HR | -80
            Kansli | 0
            Trygghet | -inte rapporterad)"},
        {"completion", R"(completion: Två av åtta aktiviteter är klara
            | outcome Procent
            Insatser för nya arenor | 100
            Plan för insatserna | 100
            Attestreglemente | 30
            Cykelkampanj | 20
            Uppföljning av nyckeltal | 0
            Sociala krav i upphandlingar av varor och tjänster, också i de kommunala bolagen | -inte rapporterad)"},
        {"shares-marks", R"(shares: 20 av 21 mål uppfylls helt
            | status Uppfylls helt | status Uppfylls delvis | status Uppfylls inte
            Stockholm 2015 | 20!met Helt | 1!partly Delvis | 0!not_met Inte)"},
        {"shares-bar", R"(shares: 26 av 28 aktiviteter är igång
            | status klara | status påbörjade | status ej påbörjade | status stoppade
            Kommunstyrelsen | 20 | 24 | 2 | 1
            Socialnämnden | 1 | 80 | 12 | -)"},
        {"bridge", R"(bridge: Flyttar från fyra nämnder bygger ramen
            unit: mnkr
            | sum Summa | addition Ändring
            Utbildningsnämnden | - | +124.2
            Kommunstyrelsen | - | +37.2
            Socialnämnden | - | +11.4
            Tekniska nämnden | - | +1.0
            Flyttat | 173.8 | -)"},
        {"bridge-cut", R"(bridge: Effektivisering möter löner och priser
            unit: mnkr
            | sum Summa | addition Tillägg | reduction Minskning
            Flyttat | 173.8
            Löner | - | +2.5
            Priser | - | +1.4
            Effektivisering | - | - | -2.6
            Arvoden | - | +1.0
            Avrundning | - | +0.1
            Ram 2024 | 176.2)"},
        {"bridge-many", R"(bridge: Många steg
            unit: tkr
            | sum Summa | addition Ändring
            Ram 2023 | 173800
            Löneöversyn för samtliga anställda inom nämndens verksamhetsområden | - | +2500
            Priser | - | +1400
            Hyror | - | -700
            Kapitalkostnader | - | +300
            Volymer | - | +4100
            Effektivisering | - | -2600
            Arvoden | - | +1000
            Tekniska justeringar | - | -
            Flytt från socialnämnden | - | +12000
            Flytt till utbildningsnämnden | - | -9000
            Statsbidrag | - | +640
            Avrundning | - | +10
            Ram 2024 | 183450)"},
        {"year-wheel", R"(year_wheel: Fyra uppföljningar, två med hela planen
            panel: 2016
            | sum Årsbokslut | outcome Ekonomi februari | outcome Uppföljning april | outcome Ekonomi juni | outcome Delår augusti | budget Mål och budget | budget Internbudget
            jan | januari
            feb |
            mars | | 15 mars
            april |
            maj | | | 10 maj
            juni |
            juli | | | | 5 juli
            aug |
            sep | | | | | 20 september
            okt |
            nov | | | | | | fullmäktige
            dec | | | | | | | nämnden)"},
        {"heat-map", R"(heat_map: Mål 10 och mål 8 är svagast
            | status Kommunstyrelsen | status Arbets- och näringslivsnämnden | status Utbildningsnämnden
            1 | !met helt | !met helt | !partly delvis
            2 | !met helt | !partly delvis | !met helt
            3 | | !met helt | !not_met inte
            4 | !partly delvis | !not_assessed ej bedömt | !met helt
            5 | !met helt | !met helt |
            6 | !little i låg grad | !mostly till största del | !met helt)"},
        {"forecast-record", R"(forecast_record: Prognosen i augusti låg 1,0 procent över utfallet
            panel: Politisk ledning
            unit: mkr
            | budget budget | forecast prognos | outcome utfall
            budget | 65.0
            aug | - | 67.1
            utfall | - | - | 67.1
            panel: Kontoret
            unit: mkr
            | budget budget | forecast prognos | outcome utfall
            budget | 232.4
            april | - | -
            aug | - | 219.0
            utfall | - | - | 216.0)"},
        {"nothing", R"(bars: Ingenting alls
            | outcome utfall)"},
    };
    std::vector<std::pair<std::string, Chart>> charts;
    for (const auto& [name, text] : samples) charts.emplace_back(name, chart_of(text));
    return charts;
}

RiskMatrix sample_matrix() {
    RiskMatrix matrix{"risker", "En risk når tolv och ska åtgärdas", "Sannolikhet", "Konsekvens",
                      {"osannolik", "mindre sannolik", "möjlig", "sannolik"},
                      {"försumbar", "lindrig", "kännbar", "allvarlig"}, {}};
    matrix.entries = {{2, 3, {"C"}}, {2, 1, {"A"}}, {1, 2, {"D"}}, {1, 1, {"B"}}, {0, 3, {"Statsbidrag söks för sent"}},
                      {0, 0, {"1", "2", "3", "4", "5", "6", "7"}}};
    return matrix;
}

}  // namespace styrkedja::charts
