// SPDX-License-Identifier: EUPL-1.2
#include "reports/forecast_names.h"

#include <gtest/gtest.h>

#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

// Two years month by month with a fee in January, four months of a third; forecasts with an adjustment.
StateText town() {
    StateText text;
    text.rows("unit-kinds", "id;name;role\n fullmaktige;Fullmäktige;council\n namnd;Nämnd;committee\n enhet;Enhet;office")
        .rows("units", "id;name;kind;parent\n kf;Fullmäktige;fullmaktige;\n ks;Kulturnämnden;namnd;kf\n bibl;Bibliotek;enhet;ks\n museum;Museum;enhet;ks")
        .rows("occasions", "id;name;period;judges\n bokslut;Bokslut 2012;2012;outcome\n april-12;April 2012;2012-01..2012-04;forecast\n"
                           "april-13;April 2013;2013-01..2013-04;forecast\n april;April 2014;2014-01..2014-04;forecast")
        .rows("accounts", "id;name;kind\n avgift;Avgifter;cost\n loner;Löner;cost")
        .rows("versions", "id;name;kind;occasion\n outcome;Utfall;outcome;\n budget;Budget;budget;\n p12;Prognos;forecast;april-12\n"
                          "p13;Prognos;forecast;april-13\n p14;Prognos;forecast;april")
        .rows("figures", "id;name;formula\n dubbelt;Dubbelt;outcome + outcome")
        .rows("forecasts", "unit;account;version;adjustment;amount\n bibl;avgift;p12;;-900\n bibl;avgift;p13;;-1000\n bibl;avgift;p14;;-960\n museum;avgift;p14;;-40\n"
                           "ks;avgift;p14;tvekan;-30\n kf;avgift;p14;oro;-7");
    for (int year : {2012, 2013}) {
        for (int month = 1; month <= 12; ++month) {
            const std::string period = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
            text.facts("bibl;avgift;outcome;" + period + (month == 1 ? ";-400" : ";-50"));
        }
    }
    return text.facts("bibl;avgift;outcome;2014-01;-420\n bibl;avgift;outcome;2014-02;-50\n bibl;avgift;outcome;2014-03;-50\n bibl;avgift;outcome;2014-04;-50\n"
                      "bibl;avgift;budget;2014;-950");
}

std::string shown(const char* value, const char* unit = "bibl", const char* occasion = "april", bool share = false) {
    Report report(town());
    report.document.occasion.id = Id(occasion);
    RowSpec line = unit_row(unit);
    ColumnSpec in = column("v", value);
    if (share) in = per_cent(in);
    std::string text = report.text(table("t", {line}, {in}));
    EXPECT_TRUE(report.codes().empty()) << value << ": " << report.codes().front();
    while (text.ends_with('\n')) text.pop_back();
    return text.find('|') == text.npos ? text : text.substr(std::min(text.size(), text.find('|') + 2));
}

TEST(ForecastNames, AForecastIsTheUnitsWithAdjustments) {
    EXPECT_EQ(shown("p14", "bibl"), "-960");
    EXPECT_EQ(shown("p14", "ks"), "-1_030");
    EXPECT_EQ(shown("p14(own)", "ks"), "-1_000");
    EXPECT_EQ(shown("p14(adjustments)", "ks"), "-30");
    EXPECT_EQ(shown("p14(own)", "kf"), "-1_000");
    EXPECT_EQ(shown("p14(adjustments)", "kf"), "-37");
    EXPECT_EQ(shown("p14(adjustments)", "bibl"), "");   // none is not 0
}

TEST(ForecastNames, LayersAreFollowedToTheirLines) {
    Report report(town());
    report.document.occasion.id = Id("april");
    auto built = report.build(table("t", {unit_row("ks")}, {column("v", "p14(adjustments)")}));
    ASSERT_TRUE(built && built->rows[0].cells[0].figure);
    const document::Figure& figure = *built->rows[0].cells[0].figure;
    ASSERT_EQ(figure.sources.size(), 1U);
    EXPECT_EQ(figure.sources[0].id, "forecasts/ks/avgift/p14///tvekan");
}

// 570 gone of 950: 60 %. At the year's pace 1 710; as the years before, 570 / (550/950) = 984,5.
TEST(ForecastNames, BaselinesStandBesideTheForecast) {
    EXPECT_EQ(shown("baseline-run-rate"), "-1_710");
    EXPECT_EQ(shown("baseline-seasonal"), "-985");
    EXPECT_EQ(shown("baseline-run-rate-error", "bibl", "april", true), "73,7");
    EXPECT_EQ(shown("baseline-seasonal-error", "bibl", "april", true), "0,0");
    EXPECT_EQ(shown("baseline-run-rate(2014-01..2014-02, avgift)"), "-2_820");
    EXPECT_EQ(shown("baseline-run-rate(dubbelt)"), "-3_420");
    EXPECT_EQ(shown("baseline-seasonal", "museum"), "");
}

TEST(ForecastNames, ForecastAccuracyHasTheSignOfTheQuotient) {
    EXPECT_EQ(shown("forecast-accuracy(p12)", "bibl", "bokslut", true), "5,6");          // −950 where −900 was forecast
    EXPECT_EQ(shown("forecast-accuracy(p12, 2013)", "bibl", "bokslut", true), "-5,0");   // the same occasion's of 2013
    EXPECT_EQ(shown("forecast-accuracy(p14)", "bibl", "april", true), "");                 // 2014 isn't whole
    EXPECT_EQ(shown("forecast-accuracy(p13)", "bibl", "april-13", true), "");    // wasn't over then, though it is now
    EXPECT_EQ(shown("forecast-accuracy(p13, 2013)", "bibl", "april-13", true), "-5,0");
    EXPECT_EQ(shown("forecast-accuracy", "bibl", "bokslut", true), "5,6");               // the year's last forecast
    EXPECT_EQ(shown("forecast-accuracy(p12, loner)", "bibl", "bokslut", true), "");
}

// −1 000 and −1 000 forecast, −950 and −1 050 came: nothing together, though 5 % each.
TEST(ForecastNames, TheTotalsAccuracyIsThatOfTheTotals) {
    StateText text = town();
    text.rows("forecasts", "unit;account;version;amount\n museum;avgift;p13;-1000").facts("museum;avgift;outcome;2013;-1050");
    Report report(text);
    std::vector<RowSpec> rows = {unit_row("bibl"), unit_row("museum"), sum_row(SpecRow::total, "summa")};
    const auto built = report.text(table("t", rows, {per_cent(column("v", "forecast-accuracy(p13, 2013)")), per_cent(column("f", "baseline-run-rate-error(2013-01..2013-04)"))}));
    EXPECT_EQ(built, "bibl | -5,0 | 73,7\nmuseum | 5,0 |\nsumma | 0,0 |\n");
    EXPECT_TRUE(report.codes().empty());
}

TEST(ForecastNames, TheMunicipalitysOwnWordsGoFirst) {
    StateText text = town();
    text.rows("accounts", "id;name;kind\n own;Egna;cost").facts("bibl;own;outcome;2014-01;-5");
    Report report(text);
    report.document.occasion.id = Id("april");
    EXPECT_EQ(report.text(table("t", {unit_row("bibl")}, {column("v", "outcome(own)")})), "bibl | -5\n");
}

}  // namespace
}  // namespace styrkedja::reports
