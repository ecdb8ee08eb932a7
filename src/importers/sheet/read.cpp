// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/read.h"

#include <algorithm>
#include <set>

#include "domain/values/written_number.h"
#include "importers/sheet/codes.h"
#include "importers/sheet/columns.h"
#include "importers/sheet/told.h"
#include "importers/sheet/values.h"
#include "importers/sheet/vouchers.h"

namespace styrkedja::sheet {
namespace {

constexpr std::size_t balances_in_block = 8192;

// A column of the file that is read.
struct Slot {
    std::size_t column = 0;
    Meaning meaning = Meaning::ignore;
    std::size_t place = 0;            // of codes
    std::size_t length = 0;           // of codes; 0 = any
    std::uint64_t lengthened = 0;     // codes that got their zeros back
    int month = 0, year = 0;
    std::string heading;
};

bool is_amount(Meaning meaning) {
    return meaning == Meaning::amount || meaning == Meaning::debit || meaning == Meaning::credit || meaning == Meaning::actual ||
           meaning == Meaning::budget || meaning == Meaning::opening;
}

class Reading {
  public:
    Reading(RowSource& rows, const LedgerProfile& profile, const Layout& layout, const Scope& scope, ledger::Sink& sink, Problems& problems)
        : rows_(rows), profile_(profile), layout_(layout), scope_(scope), sink_(sink), problems_(problems), told_(rows, problems),
          vouchers_(sink, codes_.dictionary(), facts_, rows, told_) {}

    std::optional<ledger::FileFacts> read();

  private:
    // What a row says of itself beside codes and amounts.
    struct Says {
        int month = 0, year = 0;
        bool has_month = false;
        Date date;
        std::string_view series, number, text, signature;
    };
    void place_columns(const Found& found);
    void read_row();
    bool is_sum_row() const;
    bool is_blank_row() const;
    bool read_codes();
    void read_code(Slot& slot, const Field& field);
    bool read_says(Says& says);
    void read_month_of(Says& says, const Slot& slot, const Field& field);
    bool read_amount_of(const Slot& slot, ledger::Ore& ore);
    void give_voucher_row(const Says& says);
    void give_balances(const Says& says);
    void give_change(const Says& says);
    bool is_inside(int year, int month);
    void give(ledger::Figure figure, int year, int month, ledger::Ore ore);
    void flush();
    void finish(const Found& found);
    void tell_counts();
    void tell_merged(const Found& found);
    bool bad_cell(const Slot& slot, const Field& field);
    Field field(const Slot& slot) const {
        return slot.column < rows_.fields().size() ? rows_.fields()[slot.column] : Field{};
    }
    bool has(Meaning meaning) const {
        return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.meaning == meaning; });
    }

    RowSource& rows_;
    const LedgerProfile& profile_;
    const Layout& layout_;
    Scope scope_;
    ledger::Sink& sink_;
    Problems& problems_;
    Told told_;
    Codes codes_;
    ledger::FileFacts facts_;
    Vouchers vouchers_;
    std::vector<Slot> slots_;
    std::vector<ledger::Balance> block_;
    std::set<int> years_;
    std::uint64_t sum_rows_ = 0, outside_ = 0, rounded_ = 0, hidden_ = 0;
    bool are_vouchers_ = false, row_is_good_ = true, by_row_month_ = false, wants_texts_ = true;
    int first_month_ = 0, last_month_ = 0;     // of the scope, YYYYMM; 0 = any
    std::string last_month_text_, last_day_text_;
    std::optional<WrittenMonth> last_written_;
    std::optional<Date> last_day_;
};

void Reading::place_columns(const Found& found) {
    for (std::size_t column = 0; column < found.which.size(); ++column) {
        if (found.which[column] < 0) continue;
        const Wanted& wanted = layout_.columns[static_cast<std::size_t>(found.which[column])];
        if (wanted.meaning == Meaning::ignore) continue;
        Slot slot;
        slot.column = column;
        slot.meaning = wanted.meaning;
        slot.month = wanted.month;
        slot.year = wanted.year;
        slot.heading = wanted.heading;
        if (wanted.meaning == Meaning::role) {
            slot.place = codes_.add_part(wanted.role, wanted.heading);
            const auto length = layout_.lengths.find(wanted.role);
            slot.length = length == layout_.lengths.end() ? 0 : length->second;
        }
        slots_.push_back(std::move(slot));
    }
    are_vouchers_ = has(Meaning::number) && has(Meaning::date);
    by_row_month_ = has(Meaning::month) || has(Meaning::date);
    if (scope_.months.exists()) {
        first_month_ = scope_.months.start().year() * 100 + scope_.months.start().month();
        const Date last = Date::from_days(scope_.months.end().days() - 1);
        last_month_ = last.year() * 100 + last.month();
        if (scope_.year == 0) scope_.year = last.year();
    }
}

bool Reading::is_blank_row() const {
    return std::none_of(slots_.begin(), slots_.end(), [&](const Slot& slot) { return field(slot).kind != FieldKind::empty; });
}

// The first text of the row, or a code, begins with a word for sums.
bool Reading::is_sum_row() const {
    if (layout_.skip.empty()) return false;
    const auto begins = [&](const Field& field) {
        if (field.kind != FieldKind::text || field.text.empty() || (field.text[0] >= '0' && field.text[0] <= '9')) return false;
        const std::string small = small_letters(plain_blanks(field.text));
        return std::any_of(layout_.skip.begin(), layout_.skip.end(), [&](const std::string& word) { return small.starts_with(word); });
    };
    for (const Field& field : rows_.fields()) {
        if (field.kind == FieldKind::empty) continue;
        if (begins(field)) return true;
        break;
    }
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.meaning == Meaning::role && begins(field(slot)); });
}

bool Reading::bad_cell(const Slot& slot, const Field& field) {
    if (field.kind != FieldKind::formula_error && field.kind != FieldKind::formula_unknown) return false;
    const bool error = field.kind == FieldKind::formula_error;
    if (error) told_.at(slot.column, "cell_has_formula_error", Severity::error, {{"value", std::string(field.text)}});
    else told_.at(slot.column, "formula_has_no_value", Severity::error);
    row_is_good_ = false;
    return true;
}

void Reading::read_code(Slot& slot, const Field& field) {
    const CodeFault fault = fault_of_code(field);
    if (fault != CodeFault::none) {
        row_is_good_ = false;
        const Told::Args args{{"value", std::string(field.text)}, {"heading", slot.heading}};
        if (fault == CodeFault::is_date) told_.at(slot.column, "code_has_become_a_date", Severity::error, args);
        else told_.at(slot.column, "code_has_become_a_number", Severity::error, args);
        return;
    }
    const std::string_view code = without_apostrophe(field.text);
    const bool digits = code.find_first_not_of("0123456789") == code.npos;
    if (slot.length > code.size() && digits) {
        ++slot.lengthened;
        return codes_.set(slot.place, std::string(slot.length - code.size(), '0') + std::string(code));
    }
    codes_.set(slot.place, code);
}

bool Reading::read_codes() {
    codes_.begin_row();
    for (Slot& slot : slots_) {
        if (slot.meaning != Meaning::role) continue;
        const Field field = this->field(slot);
        if (field.kind == FieldKind::empty || bad_cell(slot, field)) continue;
        read_code(slot, field);
    }
    return row_is_good_;
}

void Reading::read_month_of(Says& says, const Slot& slot, const Field& field) {
    if (last_month_text_ != field.text || !last_written_) {
        last_written_ = read_month(field.text);
        last_month_text_ = field.text;
    }
    const bool wants_year = slot.meaning == Meaning::year;
    if (!last_written_ || (wants_year && last_written_->year == 0) || (!wants_year && last_written_->month == 0)) {
        told_.at(slot.column, "month_is_not_understood", Severity::error, {{"value", std::string(field.text)}});
        row_is_good_ = false;
        return;
    }
    if (!wants_year) says.month = last_written_->month, says.has_month = true;
    if (last_written_->year != 0) says.year = last_written_->year;
}

bool Reading::read_says(Says& says) {
    for (const Slot& slot : slots_) {
        if (slot.meaning == Meaning::role || is_amount(slot.meaning)) continue;
        const Field field = this->field(slot);
        if (field.kind == FieldKind::empty) continue;
        if (bad_cell(slot, field)) continue;
        switch (slot.meaning) {
            case Meaning::month:
            case Meaning::year: read_month_of(says, slot, field); break;
            case Meaning::date:
                if (last_day_text_ != field.text || !last_day_) {
                    last_day_ = read_day(field.text);
                    last_day_text_ = field.text;
                }
                if (last_day_) says.date = *last_day_;
                else {
                    told_.at(slot.column, "date_is_not_valid", Severity::error, {{"value", std::string(field.text)}});
                    row_is_good_ = false;
                }
                break;
            case Meaning::series: says.series = without_apostrophe(field.text); break;
            case Meaning::number: says.number = without_apostrophe(field.text); break;
            case Meaning::text: says.text = field.text; break;
            case Meaning::signature: says.signature = field.text; break;
            default: break;
        }
    }
    if (says.date.exists() && !says.has_month) {
        says.month = says.date.month();
        says.year = says.date.year();
        says.has_month = true;
    }
    return row_is_good_;
}

bool Reading::read_amount_of(const Slot& slot, ledger::Ore& ore) {
    const Field field = this->field(slot);
    if (field.kind == FieldKind::empty || bad_cell(slot, field)) return false;
    Amount amount = read_amount(field, profile_.in);
    if (amount.problem) {
        told_.at(slot.column, amount.problem->code, amount.problem->severity, std::move(amount.problem->args));
        if (amount.problem->severity == Severity::error) row_is_good_ = false;
    }
    rounded_ += amount.rounded ? 1 : 0;
    ore = profile_.sign == LedgerSign::result ? -amount.ore : amount.ore;
    return amount.exists && row_is_good_;
}

bool Reading::is_inside(int year, int month) {
    const int whole = year * 100 + month;
    const bool inside = (scope_.year == 0 || year == scope_.year) &&
                        (month == 0 || first_month_ == 0 || (whole >= first_month_ && whole <= last_month_));
    outside_ += inside ? 0 : 1;
    return inside;
}

void Reading::give(ledger::Figure figure, int year, int month, ledger::Ore ore) {
    if (!is_inside(year, month)) return;
    years_.insert(year);
    block_.push_back({figure, year, month == 0 ? 0 : year * 100 + month, codes_.account(), codes_.combination(), ore, 0, rows_.line()});
    ++facts_.rows;
    std::int64_t& sum = ore > 0 ? facts_.debit : facts_.credit;
    if (__builtin_add_overflow(sum, ore, &sum)) told_.at(0, "amount_is_too_large", Severity::error, {{"value", std::to_string(ore / 100)}});
    if (block_.size() >= balances_in_block) flush();
}

void Reading::flush() {
    if (!block_.empty()) sink_.balances(block_, codes_.dictionary());
    block_.clear();
}

// `amount`, or debit and credit: a change in the month of the row.
void Reading::give_change(const Says& says) {
    ledger::Ore sum = 0, ore = 0;
    bool any = false;
    std::size_t column = 0;
    for (const Slot& slot : slots_) {
        if (slot.meaning != Meaning::amount && slot.meaning != Meaning::debit && slot.meaning != Meaning::credit) continue;
        if (!read_amount_of(slot, ore)) continue;
        any = true;
        column = slot.column;
        if (__builtin_add_overflow(sum, slot.meaning == Meaning::credit ? -ore : ore, &sum)) row_is_good_ = false;
    }
    if (!any || !row_is_good_) return;
    if (are_vouchers_) {
        ledger::Row row;
        row.account = codes_.account();
        row.combination = codes_.combination();
        row.ore = sum;
        row.text = wants_texts_ ? says.text : std::string_view();
        years_.insert(says.year);
        return vouchers_.add({says.series, says.number, says.signature, says.date}, row);
    }
    int month = says.month, year = says.year != 0 ? says.year : scope_.year;
    if (!says.has_month && by_row_month_) return told_.at(column, "row_has_no_month", Severity::error);
    if (!says.has_month && first_month_ != 0 && first_month_ == last_month_) month = first_month_ % 100;
    else if (!says.has_month && first_month_ != 0 && last_month_ - first_month_ < 11) return told_.at(column, "row_has_no_month", Severity::error);
    if (year == 0) return told_.at(column, "row_has_no_year", Severity::error);
    give(ledger::Figure::actual, year, month, sum);
}

void Reading::give_balances(const Says& says) {
    for (const Slot& slot : slots_) {
        if (slot.meaning != Meaning::actual && slot.meaning != Meaning::budget && slot.meaning != Meaning::opening) continue;
        ledger::Ore ore = 0;
        if (!read_amount_of(slot, ore) || (slot.month != 0 && ore == 0)) continue;
        const int year = slot.year != 0 ? slot.year : says.year != 0 ? says.year : scope_.year;
        if (year == 0) return told_.at(slot.column, "row_has_no_year", Severity::error);
        const ledger::Figure figure = slot.meaning == Meaning::actual   ? ledger::Figure::actual
                                      : slot.meaning == Meaning::budget ? ledger::Figure::budget
                                                                        : ledger::Figure::opening;
        // A budget that stands beside a month is that month's.
        const int month = slot.month != 0 ? slot.month : slot.meaning == Meaning::budget ? says.month : 0;
        give(figure, year, month, ore);
    }
}

void Reading::read_row() {
    if (is_blank_row()) return;
    if (is_sum_row()) {
        ++sum_rows_;
        return;
    }
    row_is_good_ = true;
    hidden_ += rows_.hidden() ? 1 : 0;
    Says says;
    const bool has_codes = read_codes(), has_says = read_says(says);
    const auto is_there = [&](const Slot& slot) { return is_amount(slot.meaning) && field(slot).kind != FieldKind::empty; };
    const auto first = std::find_if(slots_.begin(), slots_.end(), is_there);
    if (first == slots_.end() || !has_codes || !has_says) return;
    if (codes_.account() == 0) return told_.at(first->column, "row_has_no_account", Severity::error);
    if (are_vouchers_ && (says.number.empty() || !says.date.exists()))
        return told_.at(first->column, "row_has_no_voucher", Severity::error);
    if (are_vouchers_ && !is_inside(says.year, says.month)) return;
    give_change(says);
    give_balances(says);
}

void Reading::tell_merged(const Found& found) {
    for (const workbook::Merged& range : rows_.merged()) {
        if (range.last_row <= found.line) continue;
        for (const Slot& slot : slots_) {
            if (slot.column < range.first_column || slot.column > range.last_column || slot.meaning == Meaning::text) continue;
            Place place = rows_.place();
            const std::string cells = workbook::cell_name(range.first_row, range.first_column) + ":" + workbook::cell_name(range.last_row, range.last_column);
            place.line = range.first_row;
            place.field += "!" + cells;
            told_.of(place, "cells_are_merged", Severity::error, {{"cells", cells}, {"heading", slot.heading}});
            break;
        }
    }
}

void Reading::tell_counts() {
    const Place place = rows_.place();
    const auto tell = [&](std::string_view code, std::uint64_t count, Severity severity) {
        if (count > 0) problems_.add(Problem{code, severity, place, {{"count", std::to_string(count)}}});
    };
    tell("rows_of_sums_are_left_out", sum_rows_, Severity::note);
    tell("amounts_are_outside_the_scope", outside_, Severity::note);
    tell("amounts_are_rounded_to_ore", rounded_, Severity::warning);
    tell("hidden_rows_are_read", hidden_, Severity::warning);
    for (const Slot& slot : slots_) {
        if (slot.lengthened == 0) continue;
        problems_.add("codes_got_their_zeros_back", Severity::note, place,
                      {{"count", std::to_string(slot.lengthened)}, {"heading", slot.heading}, {"length", std::to_string(slot.length)}});
    }
}

void Reading::finish(const Found& found) {
    vouchers_.finish();
    flush();
    tell_merged(found);
    tell_counts();
    told_.finish();
    facts_.form = rows_.form();
    facts_.encoding = rows_.encoding();
    facts_.lines = rows_.line();
    facts_.bytes = rows_.bytes();
    for (const int year : years_) facts_.years.push_back({year - (scope_.year != 0 ? scope_.year : *years_.rbegin()), Date::from_civil(year, 1, 1), Date::from_civil(year, 12, 31)});
    std::reverse(facts_.years.begin(), facts_.years.end());
    if (facts_.rows == 0 && !problems_.has_errors()) problems_.add("sheet_has_no_amounts", Severity::error, rows_.place());
}

std::optional<ledger::FileFacts> Reading::read() {
    const std::optional<Found> found = find_headings(rows_, layout_, profile_.heading, problems_);
    if (!found) return std::nullopt;
    wants_texts_ = sink_.wants_texts();
    place_columns(*found);
    for (std::uint64_t count = 0; rows_.next(); ++count) {
        if (count % balances_in_block == 0 && sink_.stop()) break;
        read_row();
    }
    finish(*found);
    return facts_;
}

}  // namespace

bool looks_like_workbook(std::string_view first_bytes) {
    return first_bytes.starts_with("PK\x03\x04") || first_bytes.starts_with("PK\x05\x06") || first_bytes.starts_with("\xD0\xCF\x11\xE0");
}

std::optional<ledger::FileFacts> read_sheet(const std::string& file, ByteSource& bytes, const LedgerProfile& profile, const Scope& scope,
                                            ledger::Sink& sink, Problems& problems) {
    const std::optional<Layout> layout = layout_of(profile, problems);
    const auto opened = open_rows(file, bytes, profile.sheet, problems);
    if (!layout || !opened) return std::nullopt;
    return Reading(*opened->rows, profile, *layout, scope, sink, problems).read();
}

}  // namespace styrkedja::sheet
