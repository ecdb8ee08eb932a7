// SPDX-License-Identifier: EUPL-1.2
#include "writers/text/text.h"

#include <gtest/gtest.h>

#include "writers/sample_document.h"

namespace styrkedja {
namespace {

using namespace document;

Column column(std::string label, Align align, std::string group = "") {
    Column made;
    made.id = label;
    made.label = std::move(label);
    made.align = align;
    made.group = std::move(group);
    return made;
}

Row row(std::string label, std::vector<Cell> cells, RowKind kind = RowKind::item) {
    Row made;
    made.id = label;
    made.kind = kind;
    made.label = sample::words(std::move(label));
    made.cells = std::move(cells);
    return made;
}

Document of(Table table) {
    Document made;
    made.title = "Uppföljning";
    made.municipality_name = "Ådalen";
    made.tables.push_back(std::move(table));
    return made;
}

Table followed() {
    Table table;
    table.caption = "Drift";
    table.unit = "tkr";
    table.sign_rule = "plus är bättre";
    table.stub = "Ansvar";
    table.columns = {column("Budget", Align::decimal, "Helår"), column("Avvikelse", Align::decimal, "Helår"), column("Kommentar", Align::left)};
    table.rows = {row("Kansli", {sample::number("1 200,5", "1200.5"), sample::number("\u22123,25", "-3.25"), sample::said("Sjukskrivningar")}),
                  row("Summa", {sample::number("12,5", "12.5"), sample::cell(sample::figure("0", "0", "x"), {0}), Cell()}, RowKind::total)};
    table.notes = {{"a", false, sample::words("Avrundat.")}};
    return table;
}

TEST(Text, FiguresStandUnderEachOtherByTheComma) {
    EXPECT_EQ(write_text(of(followed())), R"(Ådalen · Uppföljning

Drift (tkr)
plus är bättre
──────────────────────────────────────────────────────────────────────────────────────────────────────────────
        Helår ────────────
Ansvar   Budget  Avvikelse  Kommentar
──────────────────────────────────────────────────────────────────────────────────────────────────────────────
Kansli  1 200,5      −3,25  Sjukskrivningar
──────────────────────────────────────────────────────────────────────────────────────────────────────────────
Summa      12,5       0 a
──────────────────────────────────────────────────────────────────────────────────────────────────────────────
Not a: Avrundat.
)");
}

TEST(Text, WordsWithoutRoomStandBelowTheirRowAndNothingIsLost) {
    const std::string text = write_text(of(followed()), 40);
    EXPECT_NE(text.find("Kansli  1 200,5      −3,25\n    Kommentar: Sjukskrivningar\n"), text.npos) << text;
}

TEST(Text, ATextCannotSteerTheTerminal) {
    Table table = followed();
    table.rows[0].label = sample::words("Kansli\x1b[2J");
    EXPECT_EQ(write_text(of(table)).find('\x1b'), std::string::npos);
}

TEST(Text, EveryRowOfAllSampleTablesIsThere) {
    Document all;
    all.tables = sample::sample_tables();
    const std::string text = write_text(all);
    for (const Table& table : all.tables) {
        for (const Row& row : table.rows) {
            for (const Cell& cell : row.cells) {
                const std::string shown = cell.figure ? cell.figure->shown : "";
                EXPECT_NE(text.find(shown), text.npos) << table.id << " " << row.id;
            }
        }
    }
}

}  // namespace
}  // namespace styrkedja
