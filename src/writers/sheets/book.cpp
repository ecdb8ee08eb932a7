// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "locale/document_words.h"
#include "locale/sheet_words.h"
#include "document/names.h"
#include "writers/sheets/sheets.h"
#include "writers/sheets/slots.h"

namespace styrkedja::sheets {

using namespace document;

namespace {

constexpr const SheetWords& words = swedish_sheet_words;

std::string heading_of(const Section& section) {
    if (section.number.empty() || section.heading.empty()) return section.number + section.heading;
    return section.number + " " + section.heading;
}

// In which section each table and chart stands; a section without heading goes under the one around it.
struct Whereabouts {
    std::map<std::size_t, std::string> of_table, of_chart;

    void look(const std::vector<Section>& sections, const std::string& around) {
        for (const Section& section : sections) {
            const std::string heading = heading_of(section);
            const std::string& here = heading.empty() ? around : heading;
            for (const Block& block : section.blocks) {
                if (const auto* table = std::get_if<TableBlock>(&block)) of_table.emplace(table->table, here);
                if (const auto* chart = std::get_if<ChartBlock>(&block)) of_chart.emplace(chart->chart, here);
            }
            look(section.sections, here);
        }
    }
};

std::string at(const std::map<std::size_t, std::string>& map, std::size_t index) {
    const auto found = map.find(index);
    return found == map.end() ? std::string() : found->second;
}

// "Tabell 3. Drift per ansvar"; what has no caption is called after its section.
std::string heading_of(const Table& table, std::string_view kind, const std::string& section) {
    std::string caption = !table.caption.empty() ? table.caption : section;
    if (table.number == 0) return caption.empty() ? std::string(kind) + " " + table.id : caption;
    return std::string(kind) + " " + std::to_string(table.number) + (caption.empty() ? "" : ". " + caption);
}

std::string name_of_sheet(const Table& table, std::string_view kind, const Sheet& sheet) {
    if (table.number == 0) return sheet.heading;
    const std::string number = kind == words.chart ? std::string(kind) + " " : std::string();
    const std::string& caption = table.caption.empty() ? sheet.section : table.caption;
    return number + std::to_string(table.number) + " " + caption;
}

Sheet make_sheet(const Table& table, std::string_view kind, const std::string& section, SheetNames& names,
                 Problems& problems) {
    Sheet sheet;
    sheet.table = &table;
    sheet.section = section;
    sheet.heading = heading_of(table, kind, section);
    sheet.name = names.take(name_of_sheet(table, kind, sheet));
    sheet.remark_heading = std::string(words.remark);
    Slots slots(table, sheet.heading, problems);
    bool first = true;
    for (const Row& row : table.rows) {
        sheet.lines.push_back(slots.of(row));
        sheet.has_marks = sheet.has_marks || row.mark.has_value();
        sheet.has_remarks = sheet.has_remarks || !row.detail.empty();
        if (first && !row.detail.empty()) {
            first = false;
            if (!row.detail_label.empty()) sheet.remark_heading = row.detail_label;
        }
    }
    find_formulas(sheet);
    return sheet;
}

}  // namespace

Book make_book(const Document& document, Problems& problems) {
    Book book;
    Whereabouts where;
    where.look(document.sections, "");
    SheetNames names;
    names.take(words.contents);
    names.take(words.data);
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        book.sheets.push_back(make_sheet(document.tables[i], words.table, at(where.of_table, i), names, problems));
    }
    for (std::size_t i = 0; i < document.charts.size(); ++i) {
        if (document.charts[i].table) continue;
        const Table& table = book.of_charts.emplace_back(table_of(document.charts[i]));
        book.sheets.push_back(make_sheet(table, words.chart, at(where.of_chart, i), names, problems));
    }
    return book;
}

}  // namespace styrkedja::sheets
