// SPDX-License-Identifier: EUPL-1.2
#include "support/table_text.h"

#include <algorithm>
#include <variant>
#include <vector>

#include "writers/names.h"

namespace styrkedja::testing {
namespace {

using namespace document;

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Hard blanks are shown as plain ones, so that the files can be read and searched.
std::string plain(std::string text) {
    for (std::size_t at; (at = text.find("\u00A0")) != text.npos;) text.replace(at, 2, " ");
    return text;
}

std::string cell_text(const Cell& cell) {
    std::string text;
    auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    };
    if (cell.mark) add("[" + cell.mark->label + "]");
    if (cell.figure) add(cell.figure->shown);
    if (cell.figure && cell.figure->published) add("(beräknat " + cell.figure->computed_shown + ")");
    if (cell.completion) add(std::to_string(*cell.completion) + " %");
    for (const Inlines& paragraph : cell.paragraphs) add(plain_text(paragraph));
    if (cell.sparkline) add("~" + cell.sparkline->said + "~");
    for (int note : cell.notes) text += "^" + std::to_string(note + 1);
    return plain(text);
}

std::string label_text(const Row& row) {
    std::string text(static_cast<std::size_t>(row.indent) * 2, ' ');
    if (row.mark) text += "[" + row.mark->label + "] ";
    text += plain_text(row.label);
    for (int note : row.label_notes) text += "^" + std::to_string(note + 1);
    return plain(text);
}

std::string line_of(const std::vector<std::string>& parts, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) line += " | ";
        line += parts[i];
        if (i + 1 < parts.size()) line.append(widths[i] - std::min(widths[i], width_of(parts[i])), ' ');
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line + "\n";
}

std::string chart_text(const Chart& chart) {
    std::string text = "\n[" + chart.id + "] " + std::string(name_of(chart.kind)) + ": " + chart.title + " (" + chart.subject + ")\n";
    if (chart.guide) text += "| riktvärde " + chart.guide->shown + "\n";
    for (const ChartPanel& panel : chart.panels) {
        if (!panel.label.empty()) text += "# " + panel.label + " " + panel.unit + "\n";
        for (const ChartSeries& series : panel.series) {
            text += "| " + series.label + " (" + std::string(name_of(series.kind)) + "):";
            for (std::size_t i = 0; i < panel.places.size(); ++i) {
                const ChartValue& value = series.values.at(i);
                if (!value.figure && value.words.empty() && !value.mark) continue;
                text += " " + panel.places[i] + " =";
                if (value.mark) text += " [" + value.mark->label + "]";
                if (value.figure) text += " " + value.figure->shown;
                if (!value.words.empty()) text += " \"" + value.words + "\"";
                text += ";";
            }
            text += "\n";
        }
    }
    text += "= " + chart.alternative + "\n";
    if (!chart.source.empty()) text += "= " + chart.source + "\n";
    return plain(text);
}

struct BlockText {
    const Document& document;
    std::string operator()(const Paragraph& block) const { return plain(plain_text(block.inlines)) + "\n"; }
    std::string operator()(const List& list) const {
        std::string text;
        int number = 0;
        for (const auto& item : list.items) {
            text += list.ordered ? std::to_string(++number) + ". " : "- ";
            for (const Inlines& paragraph : item) text += plain(plain_text(paragraph)) + " ";
            text.back() = '\n';
        }
        return text;
    }
    std::string operator()(const SubHeading& heading) const { return "~ " + heading.text + "\n"; }
    std::string operator()(const TableBlock& block) const { return table_text(document.tables[block.table]); }
    std::string operator()(const AssessmentBlock& block) const {
        std::string text = block.label + (block.label.empty() ? "" : block.label.ends_with(':') ? " " : ": ") + "[" + block.mark.label + "] " + block.remark;
        for (const std::string& part : {block.proposal, block.assessed, plain(plain_text(block.motivation))}) {
            if (!part.empty()) text += "\n  " + part;
        }
        for (const std::string& reason : block.reasons) text += "\n  - " + reason;
        while (text.back() == ' ') text.pop_back();
        return text + "\n";
    }
    std::string operator()(const Facts& facts) const {
        std::string text;
        for (const auto& [name, value] : facts.pairs) text += name + ": " + plain(plain_text(value)) + "\n";
        return text;
    }
    std::string operator()(const Decisions& decisions) const {
        std::string text;
        int number = 0;
        for (const Inlines& point : decisions.points) text += std::to_string(++number) + ". " + plain(plain_text(point)) + "\n";
        return text;
    }
    std::string operator()(const Signatures& signatures) const {
        std::string text;
        for (const std::string& role : signatures.roles) text += "signed: " + role + "\n";
        return text;
    }
    std::string operator()(const Contents&) const { return "(contents)\n"; }
    std::string operator()(const Statement& statement) const {
        std::string text = "> " + statement.kind + ", " + statement.by + "\n";
        for (const Inlines& paragraph : statement.paragraphs) text += "> " + plain(plain_text(paragraph)) + "\n";
        return text;
    }
    std::string operator()(const ChartBlock& block) const { return chart_text(document.charts[block.chart]); }
    std::string operator()(const RiskMatrix& matrix) const {
        std::string text = matrix.caption + "\n";
        for (const auto& entry : matrix.entries) {
            text += matrix.x_steps[static_cast<std::size_t>(entry.x)] + " × " + matrix.y_steps[static_cast<std::size_t>(entry.y)] + ":";
            for (const std::string& risk : entry.risks) text += " " + risk + ";";
            text += "\n";
        }
        return text;
    }
};

void add_section(std::string& text, const Document& document, const Section& section, std::size_t depth) {
    text += "\n" + std::string(depth, '#') + " " + (section.number.empty() ? "" : section.number + " ") + section.heading;
    if (!section.level_name.empty()) text += " (" + section.level_name + ")";
    if (section.mark) text += " [" + section.mark->label + "]";
    text = plain(text) + "\n";
    for (const Block& block : section.blocks) text += std::visit(BlockText{document}, block);
    for (const Section& inner : section.sections) add_section(text, document, inner, depth + 1);
}

}  // namespace

std::string table_text(const Table& table) {
    std::string text = "\n[" + table.id + "] " + table.caption + (table.unit.empty() ? "" : ", " + table.unit) +
                       (table.sign_rule.empty() ? "" : "; " + table.sign_rule) + "\n";
    std::vector<std::vector<std::string>> lines(1);
    lines[0].push_back(table.stub);
    for (const Column& column : table.columns) {
        lines[0].push_back((column.group.empty() ? "" : column.group + ": ") + column.label + (column.unit.empty() ? "" : ", " + column.unit));
    }
    for (const Row& row : table.rows) {
        auto& line = lines.emplace_back();
        line.push_back(label_text(row));
        for (const Cell& cell : row.cells) line.push_back(cell_text(cell));
    }
    std::vector<std::size_t> widths(table.columns.size() + 1, 0);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::min<std::size_t>(60, std::max(widths[i], width_of(line[i])));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view kind = i == 0 ? "" : name_of(table.rows[i - 1].kind);
        if (kind == "total" || kind == "subtotal") text += std::string(widths[0], '-') + "\n";
        text += line_of(lines[i], widths);
        if (i > 0) {
            for (const Inlines& detail : table.rows[i - 1].detail) text += "    " + plain(plain_text(detail)) + "\n";
        }
    }
    int number = 0;
    for (const TableNote& note : table.notes) {
        text += "^" + std::to_string(++number) + " " + (note.avstamning ? "Avstämning: " : "") + plain(plain_text(note.text)) + "\n";
    }
    return plain(text);
}

std::string document_text(const Document& document) {
    std::string text = document.title + "\n" + document.municipality_name + ", " + document.unit_name + "\n" + document.subtitle + "\n" +
                       document.state_text + "\n";
    for (const auto& [name, value] : document.facts) text += name + ": " + plain(plain_text(value)) + "\n";
    if (!document.lead.empty()) text += plain(plain_text(document.lead)) + "\n";
    text = plain(text);
    for (const Section& section : document.sections) add_section(text, document, section, 1);
    int number = 0;
    if (!document.notes.empty()) text += "\nFotnoter\n";
    for (const Inlines& note : document.notes) text += std::to_string(++number) + " " + plain(plain_text(note)) + "\n";
    return text;
}

}  // namespace styrkedja::testing
