// SPDX-License-Identifier: EUPL-1.2
#include "writers/sample_document.h"

namespace styrkedja::sample {

using namespace document;

Cell cell(Figure figure_of, std::vector<int> notes) {
    Cell made;
    made.figure = std::move(figure_of);
    made.notes = std::move(notes);
    return made;
}

Cell number(std::string shown, std::string value) {
    Figure made = figure(std::move(shown), std::move(value), "Utfall 2016, ansvar");
    made.sources = {{"economy/ks.ansvar.2016", "outcome"}};
    return cell(std::move(made));
}

Cell said(std::string text) {
    Cell made;
    made.paragraphs = {words(std::move(text))};
    return made;
}

namespace {

Row row(std::string id, std::string label, std::vector<Cell> cells, RowKind kind = RowKind::item) {
    Row made;
    made.id = std::move(id);
    made.kind = kind;
    made.label = words(std::move(label));
    made.cells = std::move(cells);
    return made;
}

Column column(std::string id, std::string label, std::string group = "", Align align = Align::right) {
    Column made;
    made.id = std::move(id);
    made.label = std::move(label);
    made.group = std::move(group);
    made.align = align;
    return made;
}

Cell missing(std::vector<int> notes) {
    return cell(figure("–", "", "", ""), std::move(notes));
}

// The economy: groups of columns, subtotals, a published figure, a missing value, varav and rounding.
Table operating() {
    Table table;
    table.id = "drift";
    table.number = 1;
    table.caption = "Drift per ansvar: budget, utfall och prognos";
    table.unit = "tkr";
    table.sign_rule = "avvikelse = budget − prognos";
    table.stub = "Ansvar";
    table.columns = {column("budget", "budget", "Helår 2016"), column("prognos", "prognos", "Helår 2016"),
                     column("utfall", "utfall", "Januari–april"),
                     column("forbrukat", "förbrukat", "Januari–april"),
                     column("avvikelse", "Avvikelse prognos")};
    table.columns[4].principal = true;
    Row first = row(
        "koncern", "Koncernledning",
        {number("18\u00a0118,9", "18118.9"), number("17\u00a0118,9", "17118.9"),
         number("2\u00a0713,4", "2713.4"), number("15,0\u00a0%", "14.976"), number("+1\u00a0000,0", "1000")});
    first.cells[1].figure->published = "17\u00a0618,9";
    first.cells[1].figure->computed_shown = "17\u00a0118,9";
    first.cells[1].figure->shown = "17\u00a0618,9";
    first.cells[1].notes = {0};
    first.cells[4].figure->formula = "budget − prognos";
    first.detail = {words("Alla fondmedel förbrukas inte.")};
    first.detail_label = "Kommentar";
    Row crisis = row("kris", "Krisledning",
                     {number("0,0", "0"), number("0,0", "0.00"), number("1\u00a0744,7", "1744.7"),
                      missing({1}), number("0,0", "0")});
    crisis.label_notes = {1};
    table.rows = {
        row("g", "Kommunledningskontoret", {}, RowKind::group),
        first,
        row("hyra", "varav hyror",
            {number("1\u00a0200,0", "1200"), number("1\u00a0200,0", "1200"), number("400,0", "400"),
             number("33,3\u00a0%", "33.333333333333"), number("0,0", "0")},
            RowKind::varav),
        crisis,
        row("kontoret", "Summa kontoret",
            {number("18\u00a0118,9", "18118.9"), number("17\u00a0118,9", "17118.9"),
             number("4\u00a0458,1", "4458.1"), number("24,6\u00a0%", "24.605"),
             number("+1\u00a0000,0", "1000")},
            RowKind::subtotal),
        row("expl", "Exploateringsverksamhet",
            {number("−30\u00a0000,0", "-30000"), number("−57\u00a0900,0", "-57900"),
             number("−87\u00a0246,4", "-87246.4"), number("290,8\u00a0%", "290.821"),
             number("+27\u00a0900,0", "27900")}),
        row("avr", "Avrundning", {Cell{}, Cell{}, number("0,1", "0.1"), Cell{}, Cell{}}, RowKind::rounding),
        row("summa", "Summa",
            {number("461\u00a0742,9", "461742.9"), number("432\u00a0842,9", "432842.9"),
             number("58\u00a0888,3", "58888.3"), number("12,8\u00a0%", "12.754"),
             number("+28\u00a0900,0", "28900")},
            RowKind::total),
    };
    table.notes = {{"a", true, words("Prognosen är tryckt som 17\u00a0618,9; raderna ger 17\u00a0118,9.")},
                   {"b", false, words("Ingen budget, därför ingen procent.")},
                   {"", false, words("Budget är justerad budget.")}};
    return table;
}

Table wide() {
    Table table = operating();
    table.id = "alla";
    table.number = 2;
    table.caption = "Alla kolumner";
    table.wide = true;
    for (int i = 0; i < 5; ++i) {
        table.columns.push_back(column("m" + std::to_string(i), "månad " + std::to_string(i + 1)));
        for (Row& each : table.rows) {
            if (!each.cells.empty()) each.cells.push_back(number("1\u00a0234,5", "1234.5"));
        }
    }
    return table;
}

Cell status(MarkShape shape, std::string label) {
    Cell made;
    made.mark = mark(shape, std::move(label));
    return made;
}

Cell completed(int percent) {
    Cell made;
    made.completion = percent;
    return made;
}

Table indicators() {
    Table table;
    table.id = "indikatorer";
    table.stub = "Indikator";
    table.stacks = true;
    table.columns = {column("enhet", "Enhet", "", Align::left),
                     column("u2016", "2016", "Utfall", Align::decimal),
                     column("u2015", "2015", "Utfall", Align::decimal),
                     column("mal", "Mål 2016", "", Align::decimal), column("trend", "", "", Align::left)};
    table.columns[1].principal = true;
    Row satisfied = row("nki", "Nöjd kund-index",
                        {said("index"), number("83", "83"), number("84,25", "84.25"), number("85", "85"),
                         status(MarkShape::trend_worse, "sämre")});
    satisfied.mark = mark(MarkShape::partly, "delvis", "#FFD500");
    Row sick = row("sjuk", "Sjukfrånvaro",
                   {said("procent"), number("2,6", "2.63"), number("1,7", "1.7"), said("Minska"),
                    status(MarkShape::trend_same, "lika")});
    sick.mark = mark(MarkShape::mostly, "i huvudsak");
    sick.detail = {words("Mäts i december."), words("Andra stycket.")};
    Row staff = row("nys", "Nystartade företag",
                    {said("antal"), missing({0}), number("0", "0"), number("±1", "1"),
                     status(MarkShape::trend_better, "bättre")});
    staff.mark = mark(MarkShape::little, "i liten del");
    staff.indent = 1;
    table.rows = {satisfied, sick, staff};
    table.notes = {{"a", false, words("Inget värde: indikatorn mäts i december.")}};
    return table;
}

Table activities() {
    Table table;
    table.id = "aktiviteter";
    table.stub = "Aktivitet";
    table.stacks = true;
    table.columns = {column("ansvarig", "Ansvarig", "", Align::left),
                     column("status", "Status", "", Align::left),
                     column("klart", "Färdigställt", "", Align::left)};
    for (Column& each : table.columns) each.width = 18;
    table.rows = {
        row("a1", "Kompetens, tillgänglighet, service och bemötande i fokus",
            {said("Förvaltningschef"), status(MarkShape::ongoing, "påbörjad"), completed(20)}),
        row("a2", "Utvärdera verksamheten",
            {said("Controller"), status(MarkShape::not_started, "ej påbörjad"), completed(0)}),
        row("a3", "Intern kontroll", {said("Controller"), status(MarkShape::done, "klar"), completed(100)}),
        row("a4", "Delegationsordning",
            {said("Kanslichef"), status(MarkShape::waiting, "väntar"), completed(10)}),
        row("a5", "Attestreglemente", {said("Controller"), status(MarkShape::stopped, "stoppad"), Cell{}})};
    table.rows[0].detail = {words("Ledningsgruppen tar fram en plan för mätningen.")};
    return table;
}

Table small() {
    Table table;
    table.id = "investeringar";
    table.number = 3;
    table.caption = "Investeringar";
    table.unit = "mnkr";
    table.columns = {column("budget", "Budget"), column("utfall", "Utfall")};
    table.rows = {row("brand", "Brandstation", {number("5,7", "5.7"), number("3,9", "3.852")}),
                  row("summa", "Summa", {number("5,7", "5.7"), number("3,9", "3.852")}, RowKind::total)};
    return table;
}

}  // namespace

std::vector<Table> sample_tables() {
    return {operating(), wide(), indicators(), activities(), small()};
}

}  // namespace styrkedja::sample
