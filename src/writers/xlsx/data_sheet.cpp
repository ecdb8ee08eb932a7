// SPDX-License-Identifier: EUPL-1.2
#include "locale/number.h"
#include "locale/sheet_words.h"
#include "writers/xlsx/workbook.h"

// All figures as facts, one a row, with a filter.
namespace styrkedja::xlsx {

namespace {

constexpr const SheetWords& words = swedish_sheet_words;

// What is longer than a cell stands whole on the table's own sheet, in several rows, and there it is told.
std::string within_cell(const std::string& text) {
    if (sheets::first_units(text, longest_text).size() == text.size()) return text;
    const std::string tail = " " + std::string(words.continued);
    return std::string(sheets::first_units(text, longest_text - sheets::count_units(tail))) + tail;
}

void write_fact(Workbook& workbook, Worksheet& sheet, const sheets::Fact& fact, const Look& plain, Look figure) {
    const sheets::Slot& slot = fact.line->cells[fact.column];
    const sheets::FactTexts texts = sheets::texts_of(fact);
    sheet.begin_row();
    std::size_t at = 0;
    const auto text = [&](const std::string& each) {
        if (!each.empty()) sheet.text(at, each.size() <= longest_text ? each : within_cell(each), plain);
        ++at;
    };
    for (const std::string& each : texts.before) text(each);
    if (texts.number.empty()) {
        ++at;
    } else {
        figure.format = workbook.styles.format(slot.form);
        sheet.number(at++, texts.number, figure);
    }
    for (const std::string& each : texts.after) text(each);
}

}  // namespace

void write_data(Workbook& workbook) {
    Worksheet& sheet = workbook.add(std::string(words.data));
    const std::vector<double> widths = {18, 34, 22, 18, 34, 10, 14, 16, 22, 8, 14, 20, 12, 20, 50};
    const std::vector<std::string> headings = sheets::fact_headings();
    Look head;
    head.bold = true;
    head.below = Rule::thin;
    sheet.begin_row();
    for (std::size_t i = 0; i < headings.size(); ++i) sheet.text(i, headings[i], head);
    sheet.widths(widths);
    sheet.freeze(1, 0);
    sheet.repeat(0, 0);
    sheet.filter(0, widths.size());
    Look figure;
    figure.side = Side::right;
    for (const sheets::Fact& fact : sheets::facts_of(workbook.book)) write_fact(workbook, sheet, fact, Look{}, figure);
    workbook.set_up_page(sheet, std::string(words.data));
}

}  // namespace styrkedja::xlsx
