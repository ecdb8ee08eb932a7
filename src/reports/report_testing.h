// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "domain/state/state_testing.h"
#include "reports/quote.h"
#include "reports/table.h"

// For tests: one document over a small state, and tables as readable text.
namespace styrkedja::reports {

inline ColumnSpec column(const char* id, const char* value, const char* label = "") {
    ColumnSpec spec;
    spec.id = Id(id);
    spec.label = *label ? label : id;
    spec.value.text = value;
    return spec;
}

inline ColumnSpec reversed(ColumnSpec spec) {
    spec.sign = ShownSign::reversed;
    return spec;
}

inline ColumnSpec per_cent(ColumnSpec spec, int decimals = 1) {
    spec.unit = "%";
    spec.decimals = decimals;
    return spec;
}

inline Tags tags(std::vector<std::string> list) {
    Tags tags;
    tags.list = std::move(list);
    return tags;
}

inline RowSpec row(const char* id, std::vector<const char*> accounts = {}, const char* unit = "") {
    RowSpec spec;
    spec.id = Id(id);
    spec.label = id;
    for (const char* each : accounts) spec.accounts.push_back({Id(each)});
    spec.unit.id = Id(unit);
    return spec;
}

inline RowSpec unit_row(const char* unit) {
    return row(unit, {}, unit);
}

inline RowSpec sum_row(SpecRow kind, const char* id, std::vector<std::string> of = {}) {
    RowSpec spec = row(id);
    spec.row = kind;
    spec.of = tags(std::move(of));
    return spec;
}

inline RowSpec formula_row(const char* id, const char* value) {
    RowSpec spec = row(id);
    spec.value.text = value;
    return spec;
}

inline TableSpec table(const char* id, std::vector<RowSpec> rows, std::vector<ColumnSpec> columns) {
    TableSpec spec;
    spec.id = Id(id);
    spec.unit = "tkr";
    spec.rows = std::move(rows);
    spec.columns = std::move(columns);
    return spec;
}

// Hard spaces as _, so that they are seen; minus as -.
inline std::string visible(std::string text) {
    auto replace = [&](std::string_view from, std::string_view to) {
        for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
            text.replace(at, from.size(), to);
    };
    replace("\u00a0", "_");
    replace("\u2212", "-");
    return text;
}

inline std::string plain(const document::Inlines& inlines) {
    std::string text;
    for (const document::Inline& each : inlines) {
        if (const auto* part = std::get_if<document::Text>(&each)) text += part->text;
        if (const auto* part = std::get_if<document::Strong>(&each)) text += part->text;
    }
    return text;
}

inline std::string text_of(const document::Table& table, const document::Cell& cell) {
    std::string text;
    if (cell.figure) text += cell.figure->shown;
    if (cell.mark) text += "<" + cell.mark->label + ">";
    if (cell.completion) text += std::to_string(*cell.completion) + "%";
    for (const auto& each : cell.paragraphs) text += plain(each);
    for (int note : cell.notes) text += "^" + table.notes.at(static_cast<std::size_t>(note)).mark;
    return text;
}

// One row a line: "label | cell | cell", then the notes.
inline std::string text_of(const document::Table& table) {
    std::string text;
    for (const document::Row& each : table.rows) {
        if (each.mark) text += "<" + each.mark->label + "> ";
        text += plain(each.label);
        for (int note : each.label_notes) text += "^" + table.notes.at(static_cast<std::size_t>(note)).mark;
        for (const document::Cell& cell : each.cells) text += " | " + text_of(table, cell);
        while (text.ends_with(' ')) text.pop_back();  // of an empty last cell
        text += "\n";
        for (const auto& detail : each.detail) text += "  " + plain(detail) + "\n";
    }
    for (const document::TableNote& note : table.notes) {
        text += note.mark + ": " + (note.avstamning ? "Avstämning: " : "") + plain(note.text) + "\n";
    }
    return visible(std::move(text));
}

// A document of the unit `ks` at the occasion `bokslut` (2012), decided, unless the test says other.
struct Report {
    State state;
    DocumentEntity document;
    Template uses;
    std::unique_ptr<ReportIndex> index;
    Problems problems;
    bool draft = false;

    explicit Report(const StateText& text) : state(text.state()) {
        document.id = Id("vb");
        document.unit.id = Id("ks");
        document.occasion.id = Id("bokslut");
        document.uses.id = Id("mall");
        document.state = DocumentState::decided;
        index = std::make_unique<ReportIndex>(state);
    }

    Context context() {
        Context context = Context::of(state, *index, document, draft);
        context.uses = &uses;
        return context;
    }

    std::optional<document::Table> build(const TableSpec& spec, const GoalInHand& goal = {}) {
        return build_table(context(), spec, goal, problems);
    }
    std::string text(const TableSpec& spec, const GoalInHand& goal = {}) {
        auto built = build(spec, goal);
        return built ? text_of(*built) : "no table\n";
    }

    std::string quoted(std::string_view text, std::vector<document::Table> tables = {},
                       const GoalInHand& goal = {}) {
        auto figure = quote(context(), text, goal, tables, Place{}, problems);
        return figure ? visible(figure->shown) : "?";
    }

    std::vector<std::string> codes() const {
        std::vector<std::string> list;
        for (const Problem& each : problems.list()) list.emplace_back(each.code);
        return list;
    }
    std::string argument(std::string_view name) const {
        for (const Problem& each : problems.list()) {
            for (const auto& [key, value] : each.args) {
                if (key == name) return value;
            }
        }
        return "";
    }
};

// The executive board with two departments, the accounts of its result, two years, budget and a forecast.
inline StateText board() {
    StateText text;
    text.rows("unit-kinds",
              "id;name;role\n fullmaktige;Fullmäktige;council\n namnd;Nämnd;committee\n kontor;Kontor;office")
        .rows("units", R"(id;name;short-name;kind;parent;valid
            kf;Kommunfullmäktige;KF;fullmaktige;;
            ks;Kommunstyrelsen;KS;namnd;kf;
            kansli;Stadsdirektörens kansli;;kontor;ks;
            hr;HR;;kontor;ks;
            ny;Ny enhet;;kontor;ks;2012-09-01..
            un;Utbildningsnämnden;UN;namnd;kf;)")
        .rows("occasions",
              "id;name;period;judges\n bokslut;Bokslut 2012;2012;outcome\n april;April "
              "2012;2012-01..2012-04;forecast")
        .rows("accounts", R"(id;name;kind;parent;code
            kommunbidrag;Kommunbidrag;grant;;
            netto;Nettokostnad;cost;;
            intakter;Intäkter;income;netto;3
            kostnader;Kostnader;cost;netto;4
            personal;Personal;cost;kostnader;50
            lokaler;Lokaler;cost;kostnader;60
            maskiner;Maskiner;investment;;)")
        .rows("versions",
              "id;name;kind\n outcome;Bokslut;outcome\n budget;Budget;budget\n prognos-aug;Prognos "
              "augusti;forecast")
        .rows("figures", R"(id;name;accounts;formula;unit;decimals
            bidrag;Kommunbidrag;kommunbidrag;;;0
            nettokostnad;Nettokostnad;netto;;;0
            resultat;Resultat;;bidrag + nettokostnad;;0
            avvikelse-andel;Avvikelse;;resultat / bidrag;%;1
            ki-tal;K/I-tal;;-kostnad / (intakt + bidrag);number;2
            kostnad;Kostnader;kostnader;;;0
            intakt;Intäkter;intakter;;;0)");
    return text;
}

}  // namespace styrkedja::reports
