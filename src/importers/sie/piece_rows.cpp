// SPDX-License-Identifier: EUPL-1.2
#include <cstring>

#include "importers/sie/piece_cut.h"

// The rows of vouchers: nine lines of ten of a large file.
namespace styrkedja::sie {

std::optional<Date> PieceReader::date_of(std::string_view text) {
    if (text.size() != 8) return read_date(text);
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data(), 8);
    if (bytes == date_bytes_) return date_;
    const std::optional<Date> day = read_date(text);
    if (day) date_bytes_ = bytes, date_ = *day;
    return day;
}

namespace {

std::string_view code_of(AmountFault fault) {
    if (fault == AmountFault::size) return "sie_amount_is_too_large";
    return fault == AmountFault::decimals ? "sie_amount_has_too_many_decimals" : "sie_amount_is_not_a_number";
}

}  // namespace

// Account, objects and amount; false: something of it is missing or wrong, and was told.
bool PieceReader::read_row_fields(const char*& at, ledger::Row& row) {
    Field account, list, amount;
    at = next<true>(at, account);
    if (!account.exists || account.is_list || account.raw.empty()) {
        tell("sie_row_has_no_account", true, {});
        return false;
    }
    at = next<true>(at, list);
    if (!list.is_list || list.unclosed) {
        tell("sie_row_is_not_whole", true, account.raw);
        return false;
    }
    at = next<false>(at, amount);
    if (!amount.exists) {
        tell("sie_row_is_not_whole", true, account.raw);
        return false;
    }
    if (const AmountFault fault = read_ore(amount.raw, row.ore); fault != AmountFault::none) {
        tell(code_of(fault), true, amount.raw);
        return false;
    }
    row.account = accounts_.number(account.raw);
    row.combination = lists_.number(list.raw);
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
        if (auto day = date_of(date.raw)) row.date = *day;
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
