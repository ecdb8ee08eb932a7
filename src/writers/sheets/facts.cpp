// SPDX-License-Identifier: EUPL-1.2
#include "locale/sheet_words.h"
#include "document/names.h"
#include "writers/sheets/sheets.h"

namespace styrkedja::sheets {

using namespace document;

std::vector<Fact> facts_of(const Book& book) {
    std::vector<Fact> facts;
    for (const Sheet& sheet : book.sheets) {
        std::string_view part;
        for (const Line& line : sheet.lines) {
            if (line.row->kind == RowKind::group) part = line.label.text;
            for (std::size_t column = 0; column < line.cells.size(); ++column) {
                if (!line.cells[column].empty()) facts.push_back({&sheet, &line, column, part});
            }
        }
    }
    return facts;
}

FactTexts texts_of(const Fact& fact) {
    const Table& table = *fact.sheet->table;
    const Row& row = *fact.line->row;
    const Column& column = table.columns[fact.column];
    const Slot& slot = fact.line->cells[fact.column];
    const Cell* cell = fact.column < row.cells.size() ? &row.cells[fact.column] : nullptr;
    const Figure* of = cell && cell->figure ? &*cell->figure : nullptr;
    const std::string& unit = of && !of->unit.empty() ? of->unit : !column.unit.empty() ? column.unit : table.unit;
    const bool computed = slot.published && of && !of->value.empty();
    FactTexts texts;
    texts.before = {table.id, fact.sheet->heading, std::string(fact.part), row.id, fact.line->label.text,
                    std::string(name_of(row.kind)), column.id, column.group, column.label, unit};
    texts.number = slot.number.empty() || !computed ? slot.number : of->value;
    texts.after = {of ? of->shown : slot.number.empty() ? slot.text : slot.number + slot.form.suffix,
                   of && of->published ? *of->published : std::string(), of ? of->formula : std::string(),
                   of ? sources_text(of->sources) : std::string()};
    const std::string more = of && cell ? text_of(*cell) : std::string();
    if (!more.empty()) texts.after[0] += "\n" + more;
    return texts;
}

std::vector<std::string> fact_headings() {
    constexpr const SheetWords& words = swedish_sheet_words;
    std::vector<std::string> headings;
    for (const std::string_view word :
         {words.table_id, words.caption, words.part, words.row_id, words.row, words.row_kind, words.column_id, words.group,
          words.column, words.unit, words.figure, words.shown, words.printed, words.computing, words.sources}) {
        headings.emplace_back(word);
    }
    return headings;
}

}  // namespace styrkedja::sheets
