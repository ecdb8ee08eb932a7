// SPDX-License-Identifier: EUPL-1.2
#include "report.h"

#include <cstdint>

namespace styrkedja::bench {

using namespace document;

namespace {

// The same numbers every time, and nothing of the standard library's.
class Numbers {
  public:
    std::uint64_t below(std::uint64_t end) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state_ >> 33U) % end;
    }

  private:
    std::uint64_t state_ = 2025;
};

Inlines words(std::string text) { return {Text{std::move(text)}}; }

// Tenths as shown and as exact decimal.
Figure figure(std::int64_t tenths, const std::string& label) {
    const std::string sign = tenths < 0 ? "-" : "";
    const std::uint64_t size = static_cast<std::uint64_t>(tenths < 0 ? -tenths : tenths);
    std::string whole = std::to_string(size / 10);
    const std::string tail = std::to_string(size % 10);
    Figure made;
    made.value = sign + whole + "." + tail;
    for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, "\u00a0");
    made.shown = (tenths < 0 ? "\u2212" : "") + whole + "," + tail;
    made.unit = "tkr";
    made.label = label;
    made.sources = {{"economy/enhet.nettokostnad.2025", "amount"}};
    return made;
}

Cell cell(std::int64_t tenths) {
    Cell made;
    made.figure = figure(tenths, "Nettokostnad");
    return made;
}

const char* sentences[] = {
    "Verksamheten har under året arbetat med de prioriterade områdena i planen och följt upp dem varje tertial.",
    "Sjukfrånvaron har minskat något men ligger fortfarande över målet, framför allt i de större enheterna.",
    "Kostnaderna för inhyrd personal är lägre än året före, medan kostnaderna för lokaler har ökat.",
    "Brukarundersökningen visar att de flesta är nöjda med bemötandet och med möjligheten att påverka.",
    "Flera åtgärder är beslutade för att nå en budget i balans, och de väntas ge full effekt nästa år.",
};

Paragraph paragraph(Numbers& numbers, const std::string& table) {
    Paragraph made;
    std::string text;
    for (std::uint64_t n = 2 + numbers.below(3); n > 0; --n) text += std::string(sentences[numbers.below(5)]) + " ";
    made.inlines = {Text{text + "Nettokostnaden blev "}};
    Figure quoted = figure(static_cast<std::int64_t>(numbers.below(900'000)), "Nettokostnad");
    quoted.target = table + "/rad-1/utfall";
    made.inlines.push_back(Quote{quoted});
    made.inlines.push_back(Text{" tkr."});
    return made;
}

Column column(const char* id, const char* label, bool principal = false) {
    Column made;
    made.id = id;
    made.label = label;
    made.principal = principal;
    return made;
}

Row row(Numbers& numbers, int at, RowKind kind) {
    Row made;
    made.id = "rad-" + std::to_string(at);
    made.kind = kind;
    made.label = words(kind == RowKind::total ? "Summa" : "Enheten för stöd och utveckling " + std::to_string(at));
    const auto budget = static_cast<std::int64_t>(numbers.below(900'000));
    const auto outcome = static_cast<std::int64_t>(numbers.below(900'000));
    for (const std::int64_t value : {outcome * 9 / 10, budget, outcome, budget - outcome}) made.cells.push_back(cell(value));
    return made;
}

Table table(Numbers& numbers, const std::string& id, int number, bool comments) {
    Table made;
    made.id = id;
    made.number = number;
    made.caption = "Nettokostnad per enhet";
    made.unit = "tkr";
    made.sign_rule = "avvikelse = budget − utfall";
    made.stub = "Enhet";
    made.columns = {column("fjol", "Utfall 2024"), column("budget", "Budget 2025"), column("utfall", "Utfall 2025", true),
                    column("avvikelse", "Avvikelse")};
    for (int i = 1; i <= 5; ++i) {
        made.rows.push_back(row(numbers, i, RowKind::item));
        if (comments) made.rows.back().detail = {words(sentences[numbers.below(5)])};
    }
    made.rows.push_back(row(numbers, 6, RowKind::total));
    return made;
}

Chart chart(Numbers& numbers, const std::string& id, int number) {
    Chart made;
    made.id = id;
    made.number = number;
    made.kind = ChartKind::trend;
    made.title = "Sjukfrånvaron minskar men når inte målet";
    made.subject = "procent av ordinarie arbetstid, 2019–2025";
    made.alternative = made.title;
    ChartPanel panel;
    panel.unit = "%";
    ChartSeries outcome{"Utfall", SeriesKind::outcome, {}};
    ChartSeries target{"Mål", SeriesKind::target, {}};
    for (int year = 2019; year <= 2025; ++year) {
        panel.places.push_back(std::to_string(year));
        outcome.values.push_back({figure(50 + static_cast<std::int64_t>(numbers.below(30)), "Sjukfrånvaro"), "", {}});
        target.values.push_back({figure(55, "Mål"), "", {}});
    }
    panel.series = {outcome, target};
    made.panels = {panel};
    return made;
}

Section chapter(Document& document, Numbers& numbers, int at) {
    Section made;
    const std::string name = std::to_string(at);
    made.id = "kapitel-" + name;
    made.number = name;
    made.heading = "Verksamhetsområde " + name;
    const std::string first = "tabell-" + name + "-1";
    made.blocks.push_back(paragraph(numbers, first));
    for (int i = 1; i <= 5; ++i) {
        const int number = static_cast<int>(document.tables.size()) + 1;
        document.tables.push_back(table(numbers, "tabell-" + name + "-" + std::to_string(i), number, i == 5));
        made.blocks.push_back(TableBlock{document.tables.size() - 1});
        made.blocks.push_back(paragraph(numbers, first));
    }
    document.charts.push_back(chart(numbers, "diagram-" + name, at));
    made.blocks.push_back(ChartBlock{document.charts.size() - 1});
    made.blocks.push_back(paragraph(numbers, first));
    return made;
}

}  // namespace

Document report(int chapters) {
    Document made;
    Numbers numbers;
    made.id = "arsrapport";
    made.municipality = "exempelstad";
    made.municipality_name = "Exempelstad";
    made.unit_name = "Omsorgsnämnden";
    made.kind = "Verksamhetsberättelse";
    made.title = "Verksamhetsberättelse 2025";
    made.diary_number = "ON 2026/12";
    made.date = "2026-02-10";
    made.version = "1.0";
    made.state = State::decided;
    made.state_text = "Version 1.0 · beslutad 2026-02-10";
    made.colour = "#23507A";
    for (int i = 1; i <= chapters; ++i) made.sections.push_back(chapter(made, numbers, i));
    return made;
}

}  // namespace styrkedja::bench
