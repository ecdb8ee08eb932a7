// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "locale/number.h"
#include "locale/sheet_words.h"
#include "writers/sheets/sheets.h"

// The document says which rows are totals, not what they add. A formula is written only where it gives exactly the
// number that stands there; then it can't say anything that the document doesn't.
namespace styrkedja::sheets {

using document::RowKind;

namespace {

using Rows = std::vector<std::size_t>;

constexpr std::size_t most_runs = 200;   // Excel takes 255 arguments

bool is_total(RowKind kind) { return kind == RowKind::subtotal || kind == RowKind::total; }

bool counts(const Line& line) { return line.row->change != document::Change::removed; }

// Which rows a total could add, likeliest first.
class Guesses {
  public:
    Guesses(const Sheet& sheet, std::size_t total) : sheet_(sheet), total_(total) {}

    std::vector<Rows> all() const {
        const std::size_t after_total = after_last({RowKind::total});
        const std::size_t after_subtotal = after_last({RowKind::subtotal, RowKind::total});
        const std::size_t after_any = after_last({RowKind::group, RowKind::subtotal, RowKind::total});
        std::vector<Rows> guesses;
        const auto add = [&](Rows rows) {
            if (rows.empty() || std::find(guesses.begin(), guesses.end(), rows) != guesses.end()) return;
            guesses.push_back(std::move(rows));
        };
        for (const bool rounding : {false, true}) {
            add(of(after_any, {RowKind::item}, rounding));
            add(of(after_subtotal, {RowKind::item}, rounding));
            add(of(after_total, {RowKind::subtotal}, rounding));
            add(joined(of(after_total, {RowKind::subtotal}, false), of(after_subtotal, {RowKind::item}, rounding)));
            add(of(after_total, {RowKind::item}, rounding));
            if (after_subtotal > 0) add(joined({after_subtotal - 1}, of(after_subtotal, {RowKind::item}, rounding)));
            add(of(0, {RowKind::item}, rounding));
            add(of(0, {RowKind::subtotal}, rounding));
            add(of(0, {RowKind::total}, rounding));
            add(joined(of(0, {RowKind::total}, false), of(after_total, {RowKind::subtotal}, rounding)));
            add(joined(of(0, {RowKind::total}, false), of(after_total, {RowKind::item}, rounding)));
        }
        add(outermost());
        return guesses;
    }

  private:
    std::size_t after_last(std::initializer_list<RowKind> kinds) const {
        for (std::size_t i = total_; i > 0; --i) {
            for (const RowKind kind : kinds) {
                if (sheet_.lines[i - 1].row->kind == kind) return i;
            }
        }
        return 0;
    }

    Rows of(std::size_t first, std::initializer_list<RowKind> kinds, bool rounding) const {
        Rows rows;
        for (std::size_t i = first; i < total_; ++i) {
            const RowKind kind = sheet_.lines[i].row->kind;
            bool wanted = rounding && kind == RowKind::rounding;
            for (const RowKind each : kinds) wanted = wanted || kind == each;
            if (wanted && counts(sheet_.lines[i])) rows.push_back(i);
        }
        return rows;
    }

    // Items that aren't indented below others.
    Rows outermost() const {
        Rows rows = of(0, {RowKind::item}, false);
        int least = 1000;
        for (const std::size_t row : rows) least = std::min(least, sheet_.lines[row].row->indent);
        std::erase_if(rows, [&](std::size_t row) { return sheet_.lines[row].row->indent > least; });
        return rows;
    }

    static Rows joined(Rows first, const Rows& second) {
        first.insert(first.end(), second.begin(), second.end());
        return first;
    }

    const Sheet& sheet_;
    std::size_t total_;
};

// The sum of the rows' numbers in the column; none when no row has one, or one can't be calculated with.
Exact sum_of(const Sheet& sheet, std::size_t column, const Rows& rows) {
    Exact sum;
    bool any = false;
    for (const std::size_t row : rows) {
        const Slot& slot = sheet.lines[row].cells[column];
        if (slot.number.empty()) continue;
        if (slot.share) return Exact::none();
        sum = sum + slot.value;
        any = true;
    }
    return any ? sum : Exact::none();
}

Formula formula_of(const Rows& rows) {
    Formula formula;
    for (const std::size_t row : rows) {
        if (!formula.rows.empty() && formula.rows.back().second + 1 == row) formula.rows.back().second = row;
        else formula.rows.emplace_back(row, row);
    }
    return formula;
}

void say_why(const Sheet& sheet, std::size_t column, const std::vector<Rows>& guesses, Slot& slot) {
    constexpr const SheetWords& words = swedish_sheet_words;
    for (const Rows& rows : guesses) {
        const Exact sum = slot.published ? sum_of(sheet, column, rows) : Exact::none();
        if (!sum.exists()) continue;
        slot.comments.push_back(std::string(words.sum_differs) + " " + format_number(sum, slot.form.decimals) + ".");
        return;
    }
    slot.comments.emplace_back(words.not_a_sum);
}

void find_sums(Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
        if (!is_total(sheet.lines[i].row->kind)) continue;
        const std::vector<Rows> guesses = Guesses(sheet, i).all();
        for (std::size_t column = 0; column < sheet.table->columns.size(); ++column) {
            Slot& slot = sheet.lines[i].cells[column];
            if (!slot.value.exists() || slot.share) continue;
            for (const Rows& rows : guesses) {
                const Exact sum = sum_of(sheet, column, rows);
                if (!sum.exists() || !(sum == slot.value)) continue;
                Formula formula = formula_of(rows);
                if (formula.rows.size() > most_runs) continue;
                slot.formula = std::move(formula);
                break;
            }
        }
    }
}

bool is_signed(const Sheet& sheet, std::size_t column) {
    for (const Line& line : sheet.lines) {
        if (line.cells[column].form.sign == Form::Sign::plus_and_minus) return true;
    }
    return false;
}

// Holds in every row whose figures are the computed ones, and in two rows at least says something.
bool is_difference(const Sheet& sheet, std::size_t column, std::size_t minuend, std::size_t subtrahend) {
    int telling = 0;
    for (const Line& line : sheet.lines) {
        const Slot& slot = line.cells[column];
        const Slot& a = line.cells[minuend];
        const Slot& b = line.cells[subtrahend];
        if (slot.number.empty() || slot.published || a.published || b.published) continue;
        if (slot.share || !slot.value.exists() || !a.value.exists() || !b.value.exists()) return false;
        if (!(a.value - b.value == slot.value)) return false;
        if (!a.value.is_zero() && !b.value.is_zero()) ++telling;
    }
    return telling >= 2;
}

// A variance stands after what it is the difference of, or has signs where they have none: so formulas never make
// a circle, and a forecast is never "budget minus variance".
bool may_be_difference(const std::vector<bool>& with_sign, std::size_t column, std::size_t a, std::size_t b) {
    if (a == b || a == column || b == column) return false;
    const bool plain = !with_sign[a] && !with_sign[b];
    return (with_sign[column] && plain) || (column > a && column > b && (with_sign[column] || plain));
}

void write_differences(Sheet& sheet, std::size_t column, std::size_t a, std::size_t b) {
    for (Line& line : sheet.lines) {
        Slot& slot = line.cells[column];
        if (slot.number.empty() || slot.published || slot.formula) continue;
        if (!line.cells[a].value.exists() || !line.cells[b].value.exists()) continue;
        if (!(line.cells[a].value - line.cells[b].value == slot.value)) continue;
        slot.formula = Formula{{}, a, b};
    }
}

void find_differences(Sheet& sheet) {
    const std::size_t columns = sheet.table->columns.size();
    std::vector<bool> with_sign;
    for (std::size_t i = 0; i < columns; ++i) with_sign.push_back(is_signed(sheet, i));
    const auto find = [&](std::size_t column) {
        for (std::size_t a = 0; a < columns; ++a) {
            for (std::size_t b = 0; b < columns; ++b) {
                if (!may_be_difference(with_sign, column, a, b) || !is_difference(sheet, column, a, b)) continue;
                write_differences(sheet, column, a, b);
                return;
            }
        }
    };
    for (std::size_t column = 0; column < columns; ++column) find(column);
}

}  // namespace

void find_formulas(Sheet& sheet) {
    find_sums(sheet);
    find_differences(sheet);
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
        if (!is_total(sheet.lines[i].row->kind)) continue;
        const std::vector<Rows> guesses = Guesses(sheet, i).all();
        for (std::size_t column = 0; column < sheet.table->columns.size(); ++column) {
            Slot& slot = sheet.lines[i].cells[column];
            if (!slot.number.empty() && !slot.share && !slot.formula) say_why(sheet, column, guesses, slot);
        }
    }
}

}  // namespace styrkedja::sheets
