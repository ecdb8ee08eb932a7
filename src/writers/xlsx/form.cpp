// SPDX-License-Identifier: EUPL-1.2
#include "writers/xlsx/form.h"

#include "writers/xlsx/workbook.h"

namespace styrkedja {
namespace xlsx {
namespace {

Look heading_look(const FormColumn& column) {
    Look look;
    look.bold = look.wrap = look.bottom = true;
    look.below = Rule::thin;
    look.side = column.number ? Side::right : Side::left;
    return look;
}

Look cell_look(const FormColumn& column, int format) {
    Look look;
    look.below = Rule::hairline;
    look.open = column.open;
    look.format = column.number ? format : Styles::text_format;
    look.side = column.number ? Side::right : Side::left;
    look.wrap = !column.number && column.open && !column.choices;
    return look;
}

void write_rows(Workbook& workbook, Worksheet& sheet, const FormSheet& form) {
    std::vector<double> widths;
    for (const FormColumn& column : form.columns) widths.push_back(column.width);
    sheet.widths(widths);
    Look title, note;
    title.size = 16;
    title.bold = true;
    note.ink = Ink::grey;
    sheet.begin_row();
    sheet.text(0, form.title, title);
    for (const std::string& line : form.notes) {
        sheet.begin_row();
        sheet.text(0, line, note);
    }
    sheet.begin_row();
    const std::size_t heading = sheet.begin_row();
    for (std::size_t i = 0; i < form.columns.size(); ++i) sheet.text(i, form.columns[i].heading, heading_look(form.columns[i]));
    sheets::Form shown;
    shown.decimals = form.decimals;
    const int format = workbook.styles.format(shown);
    for (const auto& row : form.rows) {
        sheet.begin_row();
        for (std::size_t i = 0; i < form.columns.size(); ++i) {
            const Look look = cell_look(form.columns[i], format);
            const std::string& value = i < row.size() ? row[i] : std::string();
            if (value.empty()) sheet.blank(i, look);
            else if (form.columns[i].number) sheet.number(i, value, look);
            else sheet.text(i, value, look);
        }
    }
    for (std::size_t more = 0; more < form.more_rows; ++more) {
        sheet.begin_row();
        for (std::size_t i = 0; i < form.columns.size(); ++i) {
            Look look = cell_look(form.columns[i], format);
            look.open = form.columns[i].open || form.columns[i].key;
            sheet.blank(i, look);
        }
    }
    sheet.freeze(heading + 1, form.frozen_columns);
    sheet.filter(heading, form.columns.size());
    sheet.repeat(heading, heading);
    sheet.protect();
    if (form.choices.empty() || form.rows.size() + form.more_rows == 0) return;
    const std::string range = quoted_name(form.hidden_name) + "!$C$1:$C$" + std::to_string(form.choices.size());
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
        if (form.columns[i].choices) sheet.choices(i, heading + 1, range);
    }
}

// Names and values beside each other, and the choices in the column after them.
void write_hidden(Workbook& workbook, const FormSheet& form) {
    Worksheet& sheet = workbook.add(form.hidden_name);
    sheet.widths({20, 40, 40});
    sheet.hide();
    sheet.protect();
    Look look;
    look.format = Styles::text_format;
    for (std::size_t i = 0; i < std::max(form.hidden.size(), form.choices.size()); ++i) {
        sheet.begin_row();
        if (i < form.hidden.size()) {
            sheet.text(0, form.hidden[i].first, look);
            sheet.text(1, form.hidden[i].second, look);
        }
        if (i < form.choices.size()) sheet.text(2, form.choices[i], look);
    }
}

}  // namespace
}  // namespace xlsx

std::string write_form(const FormSheet& form, Problems& problems) {
    document::Document document;
    document.id = form.name;
    document.title = form.title;
    document.municipality_name = form.author;
    const sheets::Book none;
    xlsx::Workbook workbook{document, none, problems};
    xlsx::Worksheet& sheet = workbook.add(form.name);
    xlsx::write_rows(workbook, sheet, form);
    workbook.set_up_page(sheet, form.title);
    xlsx::write_hidden(workbook, form);
    return xlsx::pack(workbook);
}

}  // namespace styrkedja
