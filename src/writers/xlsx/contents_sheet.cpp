// SPDX-License-Identifier: EUPL-1.2
#include "locale/sheet_words.h"
#include "writers/xlsx/workbook.h"

// The first sheet: which document and version this is, how the sheets are read, and the list of tables.
namespace styrkedja::xlsx {

namespace {

constexpr const SheetWords& words = swedish_sheet_words;
const std::vector<double> widths = {34, 66, 52, 12};

void write_facts(Workbook& workbook, Worksheet& sheet) {
    const document::Document& document = workbook.document;
    Look grey;
    grey.ink = Ink::grey;
    const std::pair<std::string_view, const std::string*> facts[] = {
        {words.title, &document.kind},           {words.period, &document.subtitle},
        {words.municipality, &document.municipality_name}, {words.committee, &document.unit_name},
        {words.diary_number, &document.diary_number},      {words.version, &document.state_text},
        {words.date, &document.date},            {words.compared, &document.against},
    };
    for (const auto& [word, text] : facts) {
        if (text->empty()) continue;
        sheet.begin_row();
        sheet.text(0, std::string(word), grey);
        sheet.text(1, *text, Look{});
    }
}

void write_list(Workbook& workbook, Worksheet& sheet) {
    Look head;
    head.ink = Ink::grey;
    head.above = Rule::thick;
    head.below = Rule::thin;
    sheet.begin_row();
    sheet.begin_row();
    const std::string_view headings[] = {words.sheet, words.caption, words.section, words.unit};
    for (std::size_t i = 0; i < std::size(headings); ++i) sheet.text(i, std::string(headings[i]), head);
    Look plain;
    plain.below = Rule::hairline;
    plain.wrap = true;
    Look link = plain;
    link.ink = Ink::link;
    const auto row = [&](const std::string& name, const std::string& heading, const std::string& section, const std::string& unit) {
        sheet.begin_row();
        sheet.text(0, name, link);
        sheet.link(0, name, name);
        sheet.text(1, heading, plain);
        sheet.text(2, section == heading ? std::string() : section, plain);
        sheet.text(3, unit, plain);
    };
    for (const sheets::Sheet& each : workbook.book.sheets) row(each.name, each.heading, each.section, each.table->unit);
    row(std::string(words.data), std::string(words.all_facts), "", "");
}

}  // namespace

void write_contents(Workbook& workbook) {
    Worksheet& sheet = workbook.add(std::string(words.contents));
    sheet.widths(widths);
    Look title;
    title.size = 16;
    title.bold = true;
    sheet.begin_row();
    workbook.write_wide(sheet, workbook.document.title, title, widths);
    write_facts(workbook, sheet);
    write_list(workbook, sheet);
    Look bold, grey;
    bold.bold = true;
    grey.ink = Ink::grey;
    sheet.begin_row();
    sheet.begin_row();
    sheet.text(0, std::string(words.how), bold);
    for (const std::string_view how : {words.how_sums, words.how_comments, words.how_exact, words.how_data}) {
        sheet.begin_row();
        workbook.write_wide(sheet, std::string(how), grey, widths);
    }
    workbook.set_up_page(sheet, workbook.document.title);
}

}  // namespace styrkedja::xlsx
