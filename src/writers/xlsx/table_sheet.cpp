// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/utf8.h"
#include "locale/number.h"
#include "locale/sheet_words.h"
#include "document/names.h"
#include "writers/xlsx/workbook.h"

// The sheet of one table: its name, unit and sign rule, heads, rows, notes.
namespace styrkedja::xlsx {

using namespace document;
using sheets::Line;
using sheets::Slot;

namespace {

constexpr const SheetWords& words = swedish_sheet_words;

// How a number is as wide as it is shown, about: digits with their groups and decimals.
double width_of(const Slot& slot) {
    if (slot.number.empty()) return xlsx::width_of(slot.text);
    const std::size_t whole = std::min(slot.number.find('.'), slot.number.size());
    return static_cast<double>(whole + whole / 3) + slot.form.decimals + 2.0 + static_cast<double>(slot.form.suffix.size());
}

class TableSheet {
  public:
    TableSheet(Workbook& workbook, const sheets::Sheet& of)
        : workbook_(workbook), of_(of), table_(*of.table), sheet_(workbook.add(of.name)),
          first_(of.has_marks ? 2 : 1), columns_(table_.columns.size()), last_(first_ + columns_ - (of.has_remarks ? 0 : 1)) {}

    void write() {
        plan_widths();
        sheet_.widths(widths_);
        write_title();
        write_heads();
        plan_rows();
        for (std::size_t i = 0; i < of_.lines.size(); ++i) write_line(i);
        write_notes();
        workbook_.set_up_page(sheet_, of_.heading);
    }

  private:
    bool is_number_column(std::size_t column) const {
        if (table_.columns[column].align == Align::left) return false;
        for (const Line& line : of_.lines) {
            if (!line.cells[column].number.empty()) return true;
        }
        return table_.columns[column].align != Align::left;
    }

    // Words stand a little away from the figures before them.
    void set_side(Look& look, std::size_t column) const {
        look.side = is_number_column(column) ? Side::right : Side::left;
        look.indent = look.side == Side::left ? 1 : 0;
    }

    // Figures' columns are equally wide, columns of words as wide as their words up to a line's length.
    void plan_widths() {
        constexpr double label_least = 16, label_most = 46, figure_least = 11, figure_most = 20, words_most = 50, remark = 60;
        double label = xlsx::width_of(table_.stub), mark = xlsx::width_of(words.assessment), figures = figure_least;
        std::vector<double> each(columns_);
        for (std::size_t i = 0; i < columns_; ++i) each[i] = longest_word(sheets::column_heading(table_, i)) + 1;
        for (const Line& line : of_.lines) {
            label = std::max(label, xlsx::width_of(line.label.text) + 2.0 * line.row->indent);
            mark = std::max(mark, xlsx::width_of(line.mark));
            for (std::size_t i = 0; i < columns_; ++i) each[i] = std::max(each[i], width_of(line.cells[i]));
        }
        for (std::size_t i = 0; i < columns_; ++i) {
            if (is_number_column(i)) figures = std::max(figures, std::min(each[i] + 1, figure_most));
        }
        widths_.push_back(std::clamp(label + 5, label_least, label_most));
        if (of_.has_marks) widths_.push_back(std::min(mark + 2, words_most / 2));
        for (std::size_t i = 0; i < columns_; ++i) {
            widths_.push_back(is_number_column(i) ? figures : std::clamp(each[i] + 4, figure_least, words_most));
        }
        if (of_.has_remarks) widths_.push_back(remark);
    }

    void write_title() {
        Look title;
        title.size = 13;
        title.bold = true;
        sheet_.begin_row();
        workbook_.write_wide(sheet_, of_.heading, title, widths_);
        Look grey;
        grey.ink = Ink::grey;
        std::string about = table_.unit;
        if (!of_.section.empty() && of_.section != of_.heading) about += (about.empty() ? "" : " · ") + of_.section;
        if (!table_.sign_rule.empty()) about += (about.empty() ? "" : " · ") + table_.sign_rule;
        if (!about.empty()) {
            sheet_.begin_row();
            workbook_.write_wide(sheet_, about, grey, widths_);
        }
        Look link;
        link.ink = Ink::link;
        sheet_.begin_row();
        sheet_.text(0, std::string(words.to_contents), link);
        sheet_.link(0, std::string(words.contents), std::string(words.to_contents));
        sheet_.begin_row();
    }

    // Words of groups over their columns, where there are any, then the headings.
    void write_heads() {
        Look group;
        group.bold = true;
        group.above = Rule::thick;
        bool grouped = false;
        for (const Column& column : table_.columns) grouped = grouped || !column.group.empty();
        std::size_t top = 0;
        if (grouped) {
            top = sheet_.begin_row();
            for (std::size_t i = 0; i <= last_; ++i) {
                const Column* column = i >= first_ && i < first_ + columns_ ? &table_.columns[i - first_] : nullptr;
                const bool begins = column && !column->group.empty() && (i == first_ || table_.columns[i - first_ - 1].group != column->group);
                Look look = group;
                if (column && !column->group.empty()) look.below = Rule::thin;
                sheet_.text(i, begins ? column->group : std::string(), look);
            }
        }
        Look head;
        head.ink = Ink::grey;
        head.wrap = head.bottom = true;
        head.above = grouped ? Rule::none : Rule::thick;
        head.below = Rule::thin;
        const std::size_t row = sheet_.begin_row();
        sheet_.text(0, table_.stub, head);
        if (of_.has_marks) sheet_.text(1, std::string(words.assessment), head);
        for (std::size_t i = 0; i < columns_; ++i) {
            Look look = head;
            set_side(look, i);
            look.bold = table_.columns[i].principal;
            sheet_.text(first_ + i, sheets::column_heading(table_, i), look);
        }
        head.side = Side::left;
        head.indent = 1;
        if (of_.has_remarks) sheet_.text(last_, of_.remark_heading, head);
        sheet_.freeze(row + 1, 1);
        sheet_.repeat(grouped ? top : row, row);
        next_row_ = row + 1;
    }

    // A text that is longer than a cell can be takes more rows, so rows are counted before formulas are written.
    void plan_rows() {
        for (const Line& line : of_.lines) {
            row_of_.push_back(next_row_);
            next_row_ += std::max<std::size_t>(1, parts_of(line));
        }
    }

    static std::size_t parts(std::string_view text) {
        std::size_t count = 0;
        for (; !text.empty(); ++count) text.remove_prefix(sheets::first_units(text, longest_text).size());
        return count;
    }

    static std::size_t parts_of(const Line& line) {
        std::size_t most = std::max(parts(line.label.text), parts(line.remark));
        for (const Slot& slot : line.cells) most = std::max(most, parts(slot.text));
        return most;
    }

    static std::string part(std::string_view text, std::size_t which) {
        for (; which > 0; --which) text.remove_prefix(sheets::first_units(text, longest_text).size());
        return std::string(sheets::first_units(text, longest_text));
    }

    Look row_look(const Line& line, bool last) const {
        Look look;
        look.below = last ? Rule::thick : Rule::hairline;
        look.struck = line.row->change == Change::removed;
        switch (line.row->kind) {
            case RowKind::group: look.bold = true; break;
            case RowKind::subtotal: look.bold = true; look.above = Rule::thin; break;
            case RowKind::total: look.bold = true; look.above = Rule::thick; break;
            case RowKind::varav: look.ink = Ink::grey; break;
            case RowKind::rounding: look.ink = Ink::grey; break;
            case RowKind::item: break;
        }
        return look;
    }

    void write_line(std::size_t index) {
        const Line& line = of_.lines[index];
        const std::size_t count = std::max<std::size_t>(1, parts_of(line));
        if (count > 1) {
            workbook_.problems.add("text_is_too_long_for_a_cell", Severity::warning,
                                   Place{"", 0, 0, "", "tables/" + table_.id, line.row->id},
                                   {{"table", of_.heading}, {"row", part(line.label.text, 0)}, {"rows", std::to_string(count)}});
        }
        for (std::size_t i = 0; i < count; ++i) write_part(line, i, index + 1 == of_.lines.size() && i + 1 == count);
    }

    void write_part(const Line& line, std::size_t which, bool last) {
        sheet_.begin_row();
        const Look look = row_look(line, last);
        Look label = look;
        label.wrap = true;
        label.indent = line.row->indent + (line.row->kind == RowKind::varav ? 1 : 0);
        if (label.indent > 0) label.side = Side::left;
        sheet_.text(0, part(line.label.text, which), label);
        if (which == 0) add_comments(0, line.label);
        label.indent = 0;
        if (of_.has_marks) sheet_.text(1, which == 0 ? line.mark : std::string(), label);
        for (std::size_t i = 0; i < columns_; ++i) write_slot(line, i, which, look);
        label.bold = false;
        label.ink = Ink::grey;
        label.side = Side::left;
        label.indent = 1;
        if (of_.has_remarks) sheet_.text(last_, part(line.remark, which), label);
    }

    void write_slot(const Line& line, std::size_t column, std::size_t which, Look look) {
        const Slot& slot = line.cells[column];
        look.bold = look.bold || table_.columns[column].principal;
        const std::size_t at = first_ + column;
        if (which == 0) add_comments(at, slot);
        if (slot.number.empty()) {
            set_side(look, column);
            look.wrap = true;
            return sheet_.text(at, part(slot.text, which), look);
        }
        if (which > 0) return sheet_.blank(at, look);
        look.side = Side::right;
        look.format = workbook_.styles.format(slot.form);
        sheet_.number(at, slot.number, look, formula_of(slot, at));
    }

    std::string formula_of(const Slot& slot, std::size_t at) const {
        if (!slot.formula) return {};
        const sheets::Formula& formula = *slot.formula;
        if (formula.rows.empty()) {
            return cell_name(sheet_.row(), first_ + formula.minuend) + "-" + cell_name(sheet_.row(), first_ + formula.subtrahend);
        }
        std::string ranges;
        for (const auto& [from, to] : formula.rows) {
            ranges += (ranges.empty() ? "" : ",") + cell_name(row_of_[from], at);
            if (to != from) ranges += ":" + cell_name(row_of_[to], at);
        }
        return "SUM(" + ranges + ")";
    }

    void add_comments(std::size_t column, const Slot& slot) {
        std::string text;
        for (const std::string& each : slot.comments) text += (text.empty() ? "" : "\n") + each;
        if (!text.empty()) sheet_.comment(column, std::move(text));
    }

    // "a (C7): text": which cells it is about, since a number can't carry a letter.
    void write_notes() {
        if (table_.notes.empty()) return;
        Look look;
        look.size = 9;
        look.ink = Ink::grey;
        sheet_.begin_row();
        for (std::size_t i = 0; i < table_.notes.size(); ++i) {
            const TableNote& note = table_.notes[i];
            std::string text = note.mark.empty() ? "" : note.mark + " (" + cells_with(static_cast<int>(i)) + "): ";
            if (text.ends_with("(): ")) text = note.mark + ": ";
            if (note.avstamning) text += std::string(words.reconciliation) + " ";
            sheet_.begin_row();
            workbook_.write_wide(sheet_, text + plain_text(note.text), look, widths_);
        }
    }

    std::string cells_with(int note) const {
        std::string cells;
        const auto look = [&](const std::vector<int>& notes, std::size_t line, std::size_t column) {
            if (std::find(notes.begin(), notes.end(), note) == notes.end()) return;
            cells += (cells.empty() ? "" : ", ") + cell_name(row_of_[line], column);
        };
        for (std::size_t i = 0; i < of_.lines.size(); ++i) {
            const Row& row = *of_.lines[i].row;
            look(row.label_notes, i, 0);
            for (std::size_t k = 0; k < row.cells.size(); ++k) look(row.cells[k].notes, i, first_ + k);
        }
        return cells;
    }

    Workbook& workbook_;
    const sheets::Sheet& of_;
    const Table& table_;
    Worksheet& sheet_;
    std::size_t first_, columns_, last_;
    std::vector<double> widths_;
    std::size_t next_row_ = 0;
    std::vector<std::size_t> row_of_;
};

}  // namespace

void write_table(Workbook& workbook, const sheets::Sheet& sheet) { TableSheet(workbook, sheet).write(); }

}  // namespace styrkedja::xlsx
