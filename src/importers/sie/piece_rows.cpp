// SPDX-License-Identifier: EUPL-1.2
#include <cstring>

#include "importers/sie/piece_cut.h"

// The rows of vouchers: nine lines of ten of a large file.
namespace styrkedja::sie {

// Dates come month by month: the month is looked at when it is another than the last.
Date PieceReader::new_date(std::string_view text) {
    constexpr std::uint64_t six = (std::uint64_t{1} << 48U) - 1;
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data(), 8);
    if ((bytes & six) != month_) {
        const std::optional<Date> first = read_date(std::string(text.substr(0, 6)) + "01");
        if (!first) return Date();
        month_ = bytes & six;
        before_month_ = first->days() - 1;
        const int year = first->year(), month = first->month();
        days_of_month_ = Date::from_civil(year + month / 12, month % 12 + 1, 1).days() - first->days();
    }
    const unsigned tens = static_cast<unsigned char>(text[6]) - unsigned{'0'}, ones = static_cast<unsigned char>(text[7]) - unsigned{'0'};
    const auto day = static_cast<std::int32_t>(tens * 10 + ones);
    if (tens > 9 || ones > 9 || day < 1 || day > days_of_month_) return Date();
    day_ = bytes;
    return date_ = Date::from_days(before_month_ + day);
}

namespace {

std::string_view code_of(AmountFault fault) {
    if (fault == AmountFault::size) return "sie_amount_is_too_large";
    return fault == AmountFault::decimals ? "sie_amount_has_too_many_decimals" : "sie_amount_is_not_a_number";
}

}  // namespace

void PieceReader::number_codes(std::string_view account, std::string_view list, ledger::Row& row) {
    const std::size_t accounts = accounts_.size(), lists = lists_.size();
    row.account = accounts_.number(account);
    row.combination = lists_.number(list);
    if (accounts_.size() != accounts) found_->new_accounts.push_back({accounts_.text(row.account), found_->lines});
    if (lists_.size() != lists) found_->new_lists.push_back({lists_.text(row.combination), found_->lines});
}

// Account, objects and amount; false: something of it is missing or wrong, and was told.
bool PieceReader::read_row_fields(const char*& at, ledger::Row& row) {
    Field account, list, amount;
    at = next<true>(at, account);
    if (!account.exists || account.is_list || account.raw.empty()) {
        tell("sie_row_has_no_account", true, {});
        return false;
    }
    at = cut_field<true>(skip_blanks(at), list);
    if (!list.is_list || list.unclosed) {
        if (state.summing && list.exists) sum_field(list);
        tell(list.is_list ? "sie_object_list_is_not_closed" : "sie_row_is_not_whole", true, account.raw);
        return false;
    }
    number_codes(account.raw, list.raw, row);
    if (state.summing) sum(lists_.summed(row.combination));
    at = next<false>(at, amount);
    if (!amount.exists) {
        tell("sie_row_is_not_whole", true, account.raw);
        return false;
    }
    if (const AmountFault fault = read_ore(amount.raw, row.ore); fault != AmountFault::none) {
        tell(code_of(fault), true, amount.raw);
        return false;
    }
    return true;
}

const char* PieceReader::read_row(const char* at, const char*) {
    if (!open_.in_braces) {
        tell("sie_row_outside_voucher", true, {});
        return rest(at);
    }
    ledger::Row& row = found_->rows.emplace_back();
    if (!read_row_fields(at, row)) return rest(at);
    check_twin(row);
    if (__builtin_add_overflow(open_.sum, row.ore, &open_.sum)) tell("sie_amount_is_too_large", true, {});
    Field date, text, quantity;
    at = next<false>(at, date);
    if (!date.exists) return at;
    if (!date.raw.empty()) {
        if (const Date day = date_of(date.raw); day.exists()) row.date = day;
        else tell("sie_date_is_wrong", true, date.raw);
    }
    at = next<false>(at, text);
    if (!text.exists) return at;
    row.text = text.raw;
    at = next<false>(at, quantity);
    if (!quantity.exists) return at;
    if (!quantity.raw.empty() && !read_quantity(quantity.raw, row.quantity)) tell("sie_quantity_is_wrong", false, quantity.raw);
    return rest(at);
}

// Rows added to (#RTRANS) or struck from (#BTRANS) a voucher afterwards: history. What was added is followed by the same as
// #TRANS, which is what counts; "the same" is the account and the amount, for dates and texts differ in real files.
const char* PieceReader::read_history(const char* at, const char*, bool added) {
    if (!open_.in_braces) {
        tell("sie_row_outside_voucher", true, {});
        return rest(at);
    }
    ledger::Row row;
    if (!read_row_fields(at, row)) return rest(at);
    if (added) {
        if (open_.has_added) tell("sie_added_row_has_no_twin", false, {});
        open_.has_added = true;
        open_.added_account = row.account;
        open_.added_ore = row.ore;
    }
    return rest(at);
}

void PieceReader::check_twin(const ledger::Row& row) {
    if (!open_.has_added) return;
    open_.has_added = false;
    if (row.account != open_.added_account || row.ore != open_.added_ore) tell("sie_added_row_has_no_twin", false, {});
}

}  // namespace styrkedja::sie
