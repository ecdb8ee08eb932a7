// SPDX-License-Identifier: EUPL-1.2
#include "locale/number.h"
#include "locale/sheet_words.h"
#include "writers/xlsx/workbook.h"

// The first sheet: which document and version this is, how the sheets are read, and the list of tables.
namespace styrkedja::xlsx {

namespace {

constexpr const SheetWords& words = swedish_sheet_words;
const std::vector<double> widths = {14, 62, 46, 10, 34};

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
    const std::string_view headings[] = {words.number, words.caption, words.section, words.unit, words.sheet};
    for (std::size_t i = 0; i < std::size(headings); ++i) sheet.text(i, std::string(headings[i]), head);
    Look plain;
    plain.below = Rule::hairline;
    plain.wrap = true;
    Look link = plain;
    link.ink = Ink::link;
    Look left = plain;
    left.side = Side::left;
    for (const sheets::Sheet& each : workbook.book.sheets) {
        sheet.begin_row();
        if (each.table->number > 0) sheet.number(0, std::to_string(each.table->number), left);
        else sheet.blank(0, left);
        const std::string& caption = each.table->caption;
        sheet.text(1, caption.empty() ? each.heading : caption, plain);
        sheet.text(2, each.section, plain);
        sheet.text(3, each.table->unit, plain);
        sheet.text(4, each.name, link);
        sheet.link(4, each.name, each.name);
    }
    sheet.begin_row();
    sheet.blank(0, left);
    sheet.text(1, std::string(words.data), plain);
    for (const std::size_t i : {2, 3}) sheet.blank(i, plain);
    sheet.text(4, std::string(words.data), link);
    sheet.link(4, std::string(words.data), std::string(words.data));
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
