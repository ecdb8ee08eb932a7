// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "domain/plan/description.h"
#include "reports/fields.h"
#include "reports/report_testing.h"

namespace styrkedja::reports {
namespace {

using Strings = std::vector<std::string>;

ColumnSpec dash(ColumnSpec spec) {
    spec.none = "–";
    return spec;
}

TableSpec of(RowSource source, std::vector<ColumnSpec> columns) {
    TableSpec spec = table("t", {}, std::move(columns));
    spec.source = source;
    spec.unit = "";
    return spec;
}

Condition where(const char* field, std::vector<std::string> is, std::vector<std::string> is_not = {}) {
    Condition condition;
    condition.field = field;
    condition.is = tags(std::move(is));
    condition.is_not = tags(std::move(is_not));
    return condition;
}

// Indicators as in the annual report of 004 and the plan of 001.
StateText indicators() {
    return board()
        .rows("goals", R"(id;level;name;parents
            kf-1;kf-mal;Kvalitet;
            kf-2;kf-mal;Ekonomi;
            mal;namndmal;Nämndmål;kf-1 kf-2)")
        .rows("levels", "id;model;name;assessed;scale\n kf-mal;m;KF-mål;no;\n namndmal;m;Nämndmål;yes;farger")
        .rows("indicators", R"(id;name;goals;unit;better;base;base-missing;base-notes;notes;owners
            sjuk;Sjukfrånvaro;mal;%;down;;ny mätning;;n1;ks
            sakerhet;Prognossäkerhet T2;mal;%;none;1 %;;;;ks
            unga;Antal ungdomar;mal;st;up;;;n1;;ks
            nojd;Nöjdhet;mal;betyg 1-6;up;2.63;;;;ks
            oka;Studerande;mal;antal;up;3036;;;;ks
            kf-egen;Stadens resultat;mal;mnkr;up;;;;;kf)")
        .rows("targets", R"(indicator;by;period;value;scope;revision
            sjuk;ks;2012;3 %;;
            sjuk;kf;2012;4,4 %;;
            sakerhet;;2012;+/-1 %;;
            unga;;2012;5 st;;
            unga;kf;2012;6 700 st;municipality;
            nojd;;2012;minst 4 på en sexgradig skala;;
            oka;;2012;Öka;;
            oka;;2013;3127;;
            oka;;2013;3200;;1
            kf-egen;kf;2012;0,1 mnkr;;)")
        .rows("outcomes", R"(indicator;unit;period;breakdown;series;value;missing;trend;source
            sjuk;;2012;;;2,6%;;;Agda
            sjuk;;2012;kön=kvinnor;;3,1 %;;;
            sjuk;;2011;;;1,7 %;;;
            sjuk;;2012;;riket;5 %;;;
            sakerhet;;2012;;;-1 %;;;
            unga;;2012;;;21 st;;;
            unga;kf;2012;;;6000;;;
            oka;;2012;;;3100;;better;
            kf-egen;;2012;;;;rapporteras i bokslutet;;)")
        .rows("notes", "id;text\n n1;Värdet gäller 2011.");
}

TEST(ThingsTable, prints_measured_values_as_they_were_written) {
    Report report(indicators());
    TableSpec spec = of(RowSource::indicators,
                        {dash(column("utfall", "outcome(2012)")), dash(column("fjol", "outcome(last-year)")),
                         dash(column("mal", "target(2012)")), dash(column("kf", "target(2012, kf)")),
                         dash(column("bas", "base"))});
    EXPECT_EQ(report.text(spec), R"(Sjukfrånvaro^a | 2,6_% | 1,7_% | 3_% | 4,4_% | –^b
Prognossäkerhet T2 | -1_% | – | +/-1_% | – | 1_%
Antal ungdomar | 21_st | – | 5_st | 6_700_st | –^a
Nöjdhet | – | – | minst 4 på en sexgradig skala | – | 2,63
Studerande | 3_100 | – | Öka | – | 3_036
Stadens resultat | –^c | – | 0,1_mnkr | 0,1_mnkr | –
a: Värdet gäller 2011.
b: ny mätning
c: rapporteras i bokslutet
)");
    auto built = report.build(spec);
    EXPECT_EQ(built->rows[0].id, "sjuk");
    EXPECT_EQ(built->rows[0].cells[0].figure->value, "2.6");
    EXPECT_EQ(built->rows[0].cells[0].figure->unit, "%");
    EXPECT_EQ(built->rows[0].cells[0].figure->label, "Utfall 2012, Sjukfrånvaro");
    EXPECT_EQ(built->rows[3].cells[4].figure->value, "2.63");
    EXPECT_EQ(built->rows[4].cells[2].figure->value, "") << "a word has no value";
    EXPECT_EQ(built->rows[5].cells[3].figure->value, "0.1");
    EXPECT_EQ(built->rows[0].cells[0].figure->sources[0].id, "outcomes/sjuk//2012");
    EXPECT_EQ(built->columns[0].align, document::Align::decimal);
    EXPECT_TRUE(report.problems.empty());
}

TEST(ThingsTable, other_parts_other_series_and_revised_targets) {
    Report report(indicators());
    TableSpec spec =
        of(RowSource::indicators, {column("kvinnor", "outcome(2012, kön=kvinnor)"),
                                   column("riket", "outcome(2012, riket)"), column("kf", "outcome(2012, kf)"),
                                   column("nasta", "target(2013)"), column("kalla", "outcome-source(2012)")});
    spec.where = {where("id", {"sjuk", "unga", "oka"})};
    EXPECT_EQ(report.text(spec),
              "Sjukfrånvaro^a | 3,1_% | 5_% |  |  | Agda\nAntal ungdomar |  |  | 6_000 |  |\nStuderande |  | "
              " |  | 3_200 |\n"
              "a: Värdet gäller 2011.\n");
    spec.columns = {column("x", "outcome(2012, rikett)")};
    report.text(spec);
    EXPECT_EQ(report.codes(), Strings{"name_does_not_exist"});
    EXPECT_EQ(report.argument("near"), "riket");
}

TEST(ThingsTable, several_fields_in_one_cell) {
    Report report(indicators());
    TableSpec spec = of(RowSource::indicators, {});
    ColumnSpec both;
    both.id = Id("b");
    both.text = "{outcome(2012)} ({outcome(2011)})";
    spec.columns = {both};
    spec.where = {where("id", {"sjuk", "oka"})};
    EXPECT_EQ(report.text(spec),
              "Sjukfrånvaro^a | 2,6_% (1,7_%)\nStuderande | 3_100\na: Värdet gäller 2011.\n");
}

TEST(ThingsTable, says_whether_targets_are_met_and_which_way_it_goes) {
    Report report(indicators());
    TableSpec spec = of(RowSource::indicators, {column("egna", "met(2012)"), column("kf", "met(2012, kf)"),
                                                column("trend", "trend(2012)")});
    EXPECT_EQ(report.text(spec), R"(Sjukfrånvaro^a | <Målet är uppfyllt> | <Målet är uppfyllt> | <Sämre>
Prognossäkerhet T2 | <Målet är uppfyllt> | <Går inte att bedöma> |
Antal ungdomar | <Målet är uppfyllt> | <Går inte att bedöma> |
Nöjdhet | <Inte mätt> | <Inte mätt> |
Studerande | <Målet är uppfyllt> | <Går inte att bedöma> | <Bättre>
Stadens resultat | <Inte mätt> | <Inte mätt> |
a: Värdet gäller 2011.
)") << "the city's 6 700 is never compared with the office's 21; Öka from 3 036";
    auto built = report.build(spec);
    EXPECT_EQ(built->rows[0].cells[0].mark->shape, document::MarkShape::met);
    EXPECT_EQ(built->rows[3].cells[0].mark->shape, document::MarkShape::not_assessed);
    EXPECT_EQ(built->rows[0].cells[2].mark->shape, document::MarkShape::trend_worse)
        << "up, where down is better";
    EXPECT_EQ(built->columns[0].align, document::Align::left);
}

TEST(ThingsTable, expects_at_an_occasion_that_forecasts) {
    Report report(indicators().rows(
        "expectations",
        "subject;occasion;expectation\n nojd;april;met\n sjuk;april;not-met\n oka;bokslut;met"));
    report.document.occasion.id = Id("april");
    TableSpec spec = of(RowSource::indicators, {column("mal", "met(2012)"), column("tror", "expectation")});
    spec.where = {where("id", {"nojd", "sjuk", "oka"})};
    EXPECT_EQ(report.text(spec), R"(Sjukfrånvaro^a | <Målet är uppfyllt> | <Väntas inte uppfyllas>
Nöjdhet | <Väntas uppfyllas> | <Väntas uppfyllas>
Studerande | <Målet är uppfyllt> |
a: Värdet gäller 2011.
)");
}

TEST(ThingsTable, a_years_outcome_is_not_one_of_its_months) {
    Report report(
        board()
            .rows("indicators", "id;name;unit\n a;Månader;st\n b;Mätt en dag;st\n c;Läsår;st\n d;Perioden;st")
            .rows("outcomes",
                  "indicator;period;value\n a;2012-01;1\n a;2012-02;2\n b;2012-06-01;3\n b;2012-12-31;4\n "
                  "c;2011/2012;5\n d;2012-T1;6"));
    TableSpec spec = of(RowSource::indicators, {dash(column("ar", "outcome(2012)")),
                                                dash(column("t1", "outcome(2012-01..2012-04)"))});
    EXPECT_EQ(report.text(spec), "Månader | – | –\nMätt en dag | 4 | –\nLäsår | 5 | –\nPerioden | 6 | 6\n");
    EXPECT_EQ(report.codes(), (Strings{"outcome_is_a_series", "outcome_is_a_series"}))
        << "said, and not left empty in silence";
}

TEST(ThingsTable, a_term_or_school_year_answers_for_the_year_in_which_it_ends) {
    Report report(
        board()
            .rows("indicators", "id;name;unit\n a;Terminer;st\n b;Vårterminen;st\n c;Senare;st")
            .rows("targets", "indicator;period;value\n a;2012;5\n b;2012;5")
            .rows("outcomes",
                  "indicator;period;value\n a;2012-vt;4\n a;2012-ht;6\n b;2012-vt;3\n b;2011/2012;7\n c;2013-vt;9"));
    TableSpec spec = of(RowSource::indicators, {dash(column("ar", "outcome(2012)")), column("met", "met(2012)")});
    EXPECT_EQ(report.text(spec),
              "Terminer | 6 | <Målet är uppfyllt>\nVårterminen | 7 | <Målet är uppfyllt>\nSenare | – | <Inte mätt>\n");
    EXPECT_EQ(report.build(spec)->rows[0].cells[0].figure->label, "Utfall 2012-ht, Terminer");
    EXPECT_TRUE(report.problems.empty());
}

TEST(ThingsTable, the_old_target_stands_beside_the_revised_one) {
    Report report(indicators());
    TableSpec spec = of(RowSource::indicators, {column("nu", "target(2013)"), column("forr", "target-before(2013)")});
    spec.where = {where("id", {"sjuk", "oka"})};
    EXPECT_EQ(report.text(spec), "Sjukfrånvaro^a |  |\nStuderande | 3_200 | 3_127\na: Värdet gäller 2011.\n");
}

TEST(ThingsTable, why_a_value_is_missing_may_stand_in_the_cell) {
    Report report(board()
                      .rows("indicators", "id;name;unit\n a;Trivsel;%\n b;Annat;%")
                      .rows("outcomes", "indicator;period;missing\n a;2012;Mäts vartannat år"));
    ColumnSpec said = column("ar", "outcome(2012)");
    said.none = "{missing}";
    EXPECT_EQ(report.text(of(RowSource::indicators, {said})), "Trivsel | Mäts vartannat år\nAnnat |\n");
}

TEST(ThingsTable, projects_stand_under_the_goals_that_they_serve) {
    Report report(indicators().rows("projects", "id;name;unit;goals\n p1;Skolan;ks;kf-1\n p2;Bron;ks;kf-2 mal\n p3;Eget;ks;"));
    TableSpec spec = of(RowSource::projects, {column("mal", "goals")});
    EXPECT_EQ(report.text(spec, {report.state.goals.find("kf-1"), nullptr}), "Skolan | Kvalitet\n");
    EXPECT_EQ(report.text(spec, {report.state.goals.find("mal"), nullptr}), "Bron | Ekonomi, Nämndmål\n");
    spec.limit = 2;
    EXPECT_EQ(report.text(spec), "Skolan | Kvalitet\nBron | Ekonomi, Nämndmål\n: Visar 2 av 3 rader. Summor gäller alla.\n");
}

TEST(ThingsTable, why_a_value_is_missing_is_said_once) {
    Report report(board()
                      .rows("indicators", "id;name;unit\n a;Soliditet;%")
                      .rows("outcomes", "indicator;period;missing\n a;2012;Rapporteras i bokslutet")
                      .rows("comments", "subject;field;occasion;text\n a;analys;bokslut;Rapporteras i bokslutet."));
    TableSpec spec = of(RowSource::indicators, {dash(column("ar", "outcome(2012)"))});
    EXPECT_EQ(report.text(spec), "Soliditet | –^a\na: Rapporteras i bokslutet\n");
    spec.detail = "comment(analys)";
    EXPECT_EQ(report.text(spec), "Soliditet | –\n  Rapporteras i bokslutet.\n");
}

StateText activities() {
    return indicators()
        .rows("scales", "id;name\n lagen;Lägen\n farger;Färger\n steg;Steg")
        .rows("assignment-types", "id;name;statuses\n uppdrag;Uppdrag;lagen")
        .rows("activities", R"(id;name;goals;places;units;responsible;start;end;internal;valid
            a1;Första;mal;;ks;Controller | HR-chef;2012-01-01;2012-12-31;;
            a2;Andra;mal;kf-2;un;;;;;
            a3;Intern;mal;;ks;;;;yes;
            a4;Gammal;mal;;ks;;;;;..2011
            a5;Annans;;;un;;;;;)")
        .rows("assignments",
              "id;type;name;given-by;units;report-at\n u1;uppdrag;Uppdraget;kf;ks hr;Årsbokslut")
        .rows("progress", R"(subject;occasion;unit;status;scale;completion;deviation;comment
            a1;bokslut;;klar;lagen;100;;Gjort.
            a2;bokslut;un;pagar;lagen;20 %;Försenad;
            a1;april;;pagar;lagen;;;
            u1;bokslut;hr;klar;lagen;;;HR:s.
            u1;bokslut;ks;pagar;lagen;;;Egen.)");
}

// The scales' values are records, which rows cannot hold.
void put_scales(Report& report) {
    auto value = [](const char* id, const char* label, Shape shape, bool started = false,
                    Counts counts = Counts::unknown) {
        ScaleValue out;
        out.id = Id(id);
        out.label = label;
        out.shape = shape;
        out.started = started;
        out.counts = counts;
        return out;
    };
    State state = report.state;
    state.scales = Table<Scale>::from(
        {{Id("lagen"),
          "Lägen",
          {value("klar", "Klar", Shape::done, true, Counts::done),
           value("pagar", "Pågår", Shape::ongoing, true), value("ej", "Ej påbörjad", Shape::not_started)}},
         {Id("farger"), "Färger", {value("gron", "Grön", Shape::met), value("rod", "Röd", Shape::not_met)}},
         {Id("steg"),
          "Steg",
          {value("hog", "Hög", Shape::none), value("mellan", "Mellan", Shape::none),
           value("lag", "Låg", Shape::none)}}});
    state.scales.find("farger");
    report.state = state;
    report.index = std::make_unique<ReportIndex>(report.state);
}

TEST(ThingsTable, in_a_goals_section_takes_what_hangs_on_the_goal_and_place) {
    Report report(activities());
    put_scales(report);
    TableSpec spec =
        of(RowSource::activities,
           {column("vem", "responsible"), column("start", "start"), column("status", "status"),
            column("grad", "completion"), column("avvikelse", "deviation"), column("kommentar", "comment")});
    GoalInHand first{report.state.goals.find("mal"), report.state.goals.find("kf-1")};
    GoalInHand second{report.state.goals.find("mal"), report.state.goals.find("kf-2")};
    EXPECT_EQ(report.text(spec, first),
              "Första | Controller, HR-chef | 2012-01-01 | <Klar> | 100% |  | Gjort.\n");
    EXPECT_EQ(report.text(spec, second),
              "Första | Controller, HR-chef | 2012-01-01 | <Klar> | 100% |  | Gjort.\n")
        << "Andra is another committee's, and the goal is not ours";
    spec.where = {where("units", {})};
    EXPECT_EQ(report.text(spec, second),
              "Första | Controller, HR-chef | 2012-01-01 | <Klar> | 100% |  | Gjort.\n"
              "Andra |  |  | <Pågår> | 20% | Försenad |\n");
    EXPECT_EQ(report.build(spec, second)->id, "t.mal.kf-2") << "the goal has several parents";
    EXPECT_EQ(table_id(spec, {report.state.goals.find("kf-1"), nullptr}), "t.kf-1");
}

TEST(ThingsTable, at_the_top_takes_what_is_the_documents_units) {
    Report report(activities());
    put_scales(report);
    TableSpec spec = of(RowSource::activities, {column("status", "status")});
    EXPECT_EQ(report.text(spec), "Första | <Klar>\n");
    spec.where = {where("units", {"un"})};
    EXPECT_EQ(report.text(spec), "Andra | <Pågår>\nAnnans |\n") << "a condition on the unit decides instead";
    spec.where = {where("started", {"yes"}), where("units", {"un", "document"})};
    EXPECT_EQ(report.text(spec), "Första | <Klar>\nAndra | <Pågår>\n");
    spec.where = {where("status", {"klar", "pagar"}, {"pagar"})};
    EXPECT_EQ(report.text(spec), "Första | <Klar>\n");
    spec.where = {where("statuss", {"klar"})};
    report.text(spec);
    EXPECT_EQ(report.codes(), Strings{"field_does_not_exist"});
    EXPECT_EQ(report.argument("near"), "status");
}

TEST(ThingsTable, assignments_with_who_gave_them_and_what_each_unit_reports) {
    Report report(activities());
    put_scales(report);
    TableSpec spec = of(RowSource::assignments,
                        {column("av", "given-by"), column("till", "units"), column("nar", "report-at"),
                         column("typ", "type"), column("k", "comment")});
    spec.mark = "status";
    spec.detail = "comment";
    EXPECT_EQ(report.text(spec),
              "Uppdraget | Kommunfullmäktige | Kommunstyrelsen, HR | Årsbokslut | Uppdrag | KS, Pågår: "
              "Egen.HR, Klar: HR:s.\n"
              "  KS, Pågår: Egen.\n  HR, Klar: HR:s.\n")
        << "no mark where they differ: every unit's status beside its comment";
    spec.columns = {column("s", "status"), column("hr", "status(hr)"), column("k", "comment")};
    spec.detail.clear();
    EXPECT_EQ(report.text(spec),
              "Uppdraget | KS: PågårHR: Klar | <Klar> | KS, Pågår: Egen.HR, Klar: HR:s.\n  KS: Pågår\n  HR: Klar\n");
    spec.columns = {column("s", "status(hrr)")};
    report.text(spec);
    EXPECT_EQ(report.codes(), Strings{"name_does_not_exist"});
}

TEST(ThingsTable, comments_are_of_the_unit_that_is_named) {
    Report report(activities().rows("comments", R"(subject;field;unit;occasion;text
        u1;analys;;bokslut;Vår.
        u1;analys;hr;bokslut;HR:s analys.)"));
    put_scales(report);
    TableSpec spec = of(RowSource::assignments, {column("a", "comment(analys)"), column("b", "comment(analys, hr)"),
                                                 column("c", "comment(analys, ks)")});
    EXPECT_EQ(report.text(spec), "Uppdraget | Vår.HR: HR:s analys. | HR:s analys. | Vår.HR: HR:s analys.\n");
}

TEST(ThingsTable, goals_have_their_ratings) {
    Report report(activities().rows("assessments", R"(goal;unit;place;occasion;assessed;decision;remark
        mal;;;bokslut;rod;gron;följs upp
        mal;;kf-2;bokslut;rod;;)"));
    put_scales(report);
    TableSpec spec =
        of(RowSource::goals, {column("niva", "level"), column("a", "assessment"), column("k", "assessed"),
                              column("b", "decision"), column("f", "proposal")});
    EXPECT_EQ(report.text(spec, {report.state.goals.find("kf-1"), nullptr}),
              "Nämndmål | Nämndmål | <Grön>följs upp | <Röd> | <Grön> |\n");
    EXPECT_EQ(report.text(spec, {report.state.goals.find("kf-2"), nullptr}),
              "Nämndmål | Nämndmål | <Röd> | <Röd> |  |\n");

    GoalRating rating;
    rating.proposal = Id("rod");
    rating.proposal_mark = document::Mark{document::MarkShape::not_met, "Röd", ""};
    Context context = report.context();
    context.rating = [&](const Goal&, const Unit*, const Goal*) { return &rating; };
    auto built = build_table(context, spec, {report.state.goals.find("kf-1"), nullptr}, report.problems);
    EXPECT_EQ(text_of(*built), "Nämndmål | Nämndmål |  |  |  | <Röd>\n")
        << "as handed in by those who apply the rules";
}

TEST(ThingsTable, grants_have_a_total_and_their_own_unit) {
    Report report(board().rows("grants", R"(id;name;unit;year;amount;in;in-budget;concerned
        g1;Yrkesvux;hr;2012;21 884;tkr;Ja;Vuxenutbildningen | Komvux
        g2;Lärlingsvux;;2012;2,48;mnkr;;
        g3;Annat år;hr;2011;1;tkr;;
        g4;Annan nämnd;un;2012;1;tkr;;)"));
    TableSpec spec = of(RowSource::grants, {column("belopp", "amount"), column("budget", "in-budget"),
                                            column("berorda", "concerned")});
    spec.unit = "tkr";
    spec.total = true;
    spec.total_label = "Totalt";
    EXPECT_EQ(report.text(spec),
              "Yrkesvux | 21_884 | Ja | Vuxenutbildningen, Komvux\nLärlingsvux | 2_480 |  |\nTotalt | 24_364 "
              "|  |\n");
    auto built = report.build(spec);
    EXPECT_EQ(built->rows[2].kind, document::RowKind::total);
    EXPECT_EQ(built->rows[2].cells[0].figure->sources.size(), 2u);
    EXPECT_EQ(built->rows[2].cells[0].figure->formula, "Summan av 2 rader");
    spec.where = {where("year", {"2011"})};
    EXPECT_EQ(report.text(spec), "Annat år | 1 |  |\nTotalt | 1 |  |\n");
}

TEST(ThingsTable, result_units_compute) {
    Report report(board().rows("result-units", R"(unit;year;result;brought-forward;carried;budget
        hr;2012;12;8;10;100
        kansli;2012;-3;0;-3;)"));
    ColumnSpec share = per_cent(column("andel", "carried / budget"));
    share.none = "–";
    TableSpec spec =
        of(RowSource::result_units, {column("in", "brought-forward"), column("resultat", "result"),
                                     column("ut", "in + resultat"), share});
    spec.unit = "tkr";
    spec.total = true;
    EXPECT_EQ(report.text(spec),
              "HR | 8 | 12 | 20 | 10,0\nStadsdirektörens kansli | 0 | -3 | -3 | –\nSumma | 8 | 9 | 17 |\n");
}

TEST(ThingsTable, what_a_result_unit_may_take_along_is_at_most_its_limit) {
    Report report(board().rows("result-units", R"(unit;year;result;brought-forward;limit;budget
        hr;2012;12;;10 %;100
        kansli;2012;-30,5;5;10 %;-200
        ks;2012;4;3;;
        ny;2012;4;;10 %;
        kf;2012;;3;10 %;100)"));
    TableSpec spec = of(RowSource::result_units, {dash(column("ut", "carriable"))});
    spec.where = {where("unit", {"hr", "kansli", "ks", "ny", "kf"})};
    spec.unit = "tkr";
    spec.decimals = 1;
    EXPECT_EQ(report.text(spec),
              "HR | 10,0\nStadsdirektörens kansli | -20,0\nKommunfullmäktige | –\nKommunstyrelsen | 7,0\nNy enhet | –\n");
}

TEST(ThingsTable, zero_is_a_figure_and_what_is_left_out_is_none) {
    auto row = [](ColumnSpec spec) { return dash(std::move(spec)); };
    Report units(board().rows("result-units", R"(unit;year;result;brought-forward;carried;budget
        hr;2012;0;;-0,0;0
        kansli;2012;;0;;)"));
    TableSpec spec = of(RowSource::result_units, {row(column("resultat", "result")), row(column("in", "brought-forward")),
                                                  row(column("ut", "carried")), row(column("budget", "budget"))});
    spec.unit = "tkr";
    EXPECT_EQ(units.text(spec), "HR | 0 | – | 0 | 0\nStadsdirektörens kansli | – | 0 | – | –\n");
    Report changes(board().rows("budget-changes", R"(id;name;unit;year;amount;full-year
        a;Nollad;ks;2012;0;0
        b;Okänd;ks;2012;5;)"));
    spec = of(RowSource::budget_changes, {row(column("i-ar", "amount")), row(column("helar", "full-year"))});
    spec.unit = "tkr";
    EXPECT_EQ(changes.text(spec), "Nollad | 0 | 0\nOkänd | 5 | –\n");
    Report measures(board().rows("measures", R"(id;name;unit;effect-year;effect-full
        m;Vakans;ks;0;
        n;Hyra;ks;;1,5)"));
    spec = of(RowSource::measures, {row(column("i-ar", "effect-year")), row(column("helar", "effect-full"))});
    spec.unit = "tkr";
    spec.decimals = 1;
    EXPECT_EQ(measures.text(spec), "Vakans | 0,0 | –\nHyra | – | 1,5\n");
    Report volumes(board().rows("volumes", R"(unit;name;version;period;quantity;price
        ks;Elever;outcome;2012;10;0
        ks;Timmar;outcome;2012;0;)"));
    spec = of(RowSource::volumes, {row(column("antal", "quantity")), row(column("pris", "price"))});
    EXPECT_EQ(volumes.text(spec), "Elever | 10 | 0\nTimmar | 0 | –\n");
}

TEST(ThingsTable, sorts_in_swedish_and_groups) {
    Report report(
        board()
            .rows("services", "id;name\n v2;Vux\n v1;Administration")
            .rows("budget-change-kinds", "id;name;role\n flytt;Flytt;transfer\n pris;Pris;indexation")
            .rows("budget-changes", R"(id;name;unit;service;kind;year;amount
        b1;Öppenvård;ks;v1;pris;2012;5
        b2;ärenden;ks;v2;flytt;2012;-3
        b3;Administration;ks;v2;pris;2012;2)"));
    TableSpec spec = of(RowSource::budget_changes, {column("belopp", "amount")});
    spec.columns[0].plus = true;
    spec.unit = "tkr";
    spec.sort = "name";
    EXPECT_EQ(report.text(spec), "Administration | +2\närenden | -3\nÖppenvård | +5\n");
    spec.sort = "-amount";
    EXPECT_EQ(report.text(spec), "Öppenvård | +5\nAdministration | +2\närenden | -3\n");
    spec.sort = "service";
    EXPECT_EQ(report.text(spec), "ärenden | -3\nAdministration | +2\nÖppenvård | +5\n")
        << "in the order of the services";
    spec.sort = "";
    spec.group_by = "kind";
    spec.total = true;
    EXPECT_EQ(report.text(spec),
              "Pris |\nÖppenvård | +5\nAdministration | +2\nFlytt |\närenden | -3\nSumma | +4\n");
    EXPECT_EQ(report.build(spec)->rows[0].id, "group.pris");
    EXPECT_EQ(report.build(spec)->rows[0].kind, document::RowKind::group);
}

TEST(ThingsTable, risks_are_valued_by_their_steps) {
    Report report(
        activities().rows("risks", R"(id;name;unit;likelihood;likelihood-scale;consequence;consequence-scale
        r1;Avbrott;ks;hog;steg;mellan;steg
        r2;Okänd;ks;;;;)"));
    put_scales(report);
    TableSpec spec = of(RowSource::risks, {column("s", "likelihood"), column("k", "consequence"),
                                           dash(column("v", "risk-value"))});
    EXPECT_EQ(report.text(spec), "Avbrott | Hög | Mellan | 6\nOkänd |  |  | –\n");
}

TEST(ThingsTable, comments_are_those_of_the_place_the_occasion_and_ours) {
    Report report(activities().rows("comments", R"(subject;field;unit;place;occasion;by;text
        mal;analys;;kf-1;bokslut;KS/HR;Under ett.
        mal;analys;;;bokslut;;Överallt.
        mal;analys;;;;;Alltid.
        mal;analys;un;;bokslut;;Andras.
        a1;analys;hr;;bokslut;;HR:s.
        a1;analys;kansli;;bokslut;;Kansliets.)"));
    put_scales(report);
    TableSpec goals = of(RowSource::goals, {column("a", "comment(analys)"), column("av", "by(analys)")});
    EXPECT_EQ(report.text(goals, {report.state.goals.find("kf-1"), nullptr}),
              "Nämndmål | Under ett. | KS/HR\n");
    EXPECT_EQ(report.text(goals, {report.state.goals.find("kf-2"), nullptr}), "Nämndmål | Överallt. |\n");
    TableSpec acts = of(RowSource::activities, {column("a", "comment(analys)")});
    EXPECT_EQ(report.text(acts), "Första | HR: HR:s.Stadsdirektörens kansli: Kansliets.\n");
}

TEST(ThingsTable, without_rows_there_is_no_table_unless_it_says_so) {
    Report report(board());
    TableSpec spec = of(RowSource::risks, {column("s", "likelihood")});
    EXPECT_EQ(report.text(spec), "no table\n");
    spec.empty = "Inga risker.";
    EXPECT_EQ(report.text(spec), ": Inga risker.\n");
}

TEST(ThingsTable, a_column_that_no_thing_has_is_told_once) {
    Report report(indicators());
    report.text(of(RowSource::indicators, {column("x", "outcom(2012)"), column("y", "2 * bas")}));
    EXPECT_EQ(report.codes(), (Strings{"field_does_not_exist", "field_does_not_exist"}));
    EXPECT_EQ(report.argument("near"), "outcome");
    EXPECT_EQ(report.problems.list()[0].place.field, "tables.t.columns.x.value");
}

TEST(FillIn, puts_fields_in_place_of_braces_and_tidies_what_they_leave) {
    Report report(indicators());
    Thing goal = find_thing(report.state, "mal");
    EXPECT_EQ(fill_in(report.context(), goal, "{level} {number}: {name}", {}, report.problems),
              "Nämndmål: Nämndmål");
    EXPECT_EQ(fill_in(report.context(), goal, "{name} ({heading})", {}, report.problems), "Nämndmål");
    EXPECT_EQ(fill_in(report.context(), goal, "Mål", {}, report.problems), "Mål");
    EXPECT_EQ(fill_in(report.context(), goal, "{nam}", {}, report.problems), "");
    EXPECT_EQ(report.codes(), Strings{"field_does_not_exist"});
}

}  // namespace
}  // namespace styrkedja::reports
