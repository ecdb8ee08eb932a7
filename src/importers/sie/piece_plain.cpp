// SPDX-License-Identifier: EUPL-1.2
#include <cstring>

#include "importers/sie/line_bits.h"
#include "importers/sie/piece_cut.h"

// Rows and vouchers in the form that nearly all programs write them in, where nothing is wrong: the fields stand in their
// places, one blank between them, and nothing is escaped. Anything else is left untouched to the way that understands it all
// (read_row, read_voucher), which gives the same for these too.
namespace styrkedja::sie {
namespace {

constexpr std::size_t size_of_date = 8;

std::string_view between(const char* at, unsigned from, unsigned to) { return {at + from, to - from}; }

// A text in quotes; null: it isn't one, or has a backslash. `at` becomes what follows it.
bool cut_plain_text(const char*& at, std::string_view& text) {
    if (*at != '"') return false;
    const char* from = ++at;
    unsigned size;
    while ((size = first_special(at, '"')) == 16) at += 16;
    at += size;
    text = {from, static_cast<std::size_t>(at - from)};
    return *at++ == '"';
}

struct PlainRow {
    std::string_view account, list, amount, date, text;
    ledger::Ore ore = 0;
};

// `3010 {1 "100"} -1234.50`, then a day or `""`, then a text, where they are. Gives where the line ends; null: another form.
const char* cut_row(const char* at, PlainRow& row) {
    const LineBits bits(at);
    const unsigned account = bits.next(bits.blank | bits.quote | bits.opened, 0);
    if (account == 0 || account >= bits.end || at[account] != ' ' || at[account + 1] != '{') return nullptr;
    const unsigned list = account + 2, closed = bits.next(bits.closed, list);
    if (closed >= bits.end || at[closed + 1] != ' ') return nullptr;
    const std::uint64_t in_list = (bits.quote >> list << list) & ((std::uint64_t{1} << closed) - 1);
    const unsigned amount = closed + 2;
    if (__builtin_parityll(in_list) || amount >= bits.end) return nullptr;   // a brace in quotes ends nothing
    const unsigned after = bits.next(bits.blank, amount);
    if (after >= LineBits::width || !read_common_ore(at + amount, after - amount, row.ore)) return nullptr;
    row.account = between(at, 0, account);
    row.list = between(at, list, closed);
    row.amount = between(at, amount, after);
    at += after;
    if (*at == ' ') {
        ++at;
        if (at[0] == '"' && at[1] == '"') at += 2;
        else if (*at != '"') row.date = {at, size_of_date}, at += size_of_date;
    }
    return at;
}

// Sixteen bytes at once, as PieceReader::sum.
inline void put(char*& to, std::string_view bytes) {
    if (bytes.size() <= 16) std::memcpy(to, bytes.data(), 16);
    else std::memcpy(to, bytes.data(), bytes.size());
    to += bytes.size();
}

constexpr std::string_view label_of_row = "#TRANS          ", label_of_voucher = "#VER            ";

}  // namespace

const char* PieceReader::plain_row(const char* at) {
    if (*at != ' ' || !open_.in_braces || open_.has_added) return nullptr;
    PlainRow cut;
    at = cut_row(at + 1, cut);
    if (!at) return nullptr;
    Date day;
    if (!cut.date.empty()) {
        day = date_of(cut.date);
        if (!day.exists()) return nullptr;
    }
    if (*at == ' ' && !cut_plain_text(++at, cut.text)) return nullptr;
    ledger::Ore sum_with = 0;
    if (!is_line_end(*at) || __builtin_add_overflow(open_.sum, cut.ore, &sum_with)) return nullptr;
    open_.sum = sum_with;
    ledger::Row& row = found_->rows.emplace_back();
    row.account = accounts_.known(cut.account);
    row.combination = lists_.known(cut.list);
    if (row.account == RawNumbers::unknown || row.combination == RawNumbers::unknown) number_codes(cut.account, cut.list, row);
    row.ore = cut.ore;
    row.date = day;
    row.text = cut.text;
    if (state.summing) {
        char* to = found_->summed.data() + found_->summed_size;
        put(to, label_of_row.substr(0, 6));
        put(to, cut.account);
        put(to, lists_.summed(row.combination));
        put(to, cut.amount);
        put(to, cut.date.empty() ? cut.account.substr(0, 0) : cut.date);
        put(to, cut.text.empty() ? cut.account.substr(0, 0) : cut.text);
        found_->summed_size = static_cast<std::size_t>(to - found_->summed.data());
    }
    return at;
}

const char* PieceReader::plain_voucher(const char* at) {
    if (*at != ' ' || open_.is_open) return nullptr;
    ++at;
    const LineBits bits(at);
    std::string_view fields[2];   // series and number: bare, or in quotes
    unsigned from = 0;
    for (std::string_view& each : fields) {
        const bool quoted = from < bits.end && at[from] == '"';
        const unsigned to = bits.next(quoted ? bits.quote : bits.blank, from + (quoted ? 1 : 0));
        if (to >= bits.end || (!quoted && to == from)) return nullptr;
        each = between(at, from + (quoted ? 1 : 0), to);
        if (quoted && at[to + 1] != ' ') return nullptr;
        from = to + (quoted ? 2 : 1);
    }
    if (from >= bits.end) return nullptr;
    at += from;
    const std::string_view date(at, size_of_date);
    const Date day = date_of(date);
    at += size_of_date;
    std::string_view text, registered(at, 0);
    if (!day.exists() || *at != ' ' || !cut_plain_text(++at, text)) return nullptr;
    if (*at == ' ') {
        registered = {at + 1, size_of_date};
        at += 1 + size_of_date;
        if (!date_of(registered).exists()) return nullptr;
    }
    if (!is_line_end(*at)) return nullptr;
    ledger::Voucher& voucher = begin_voucher();
    voucher.series = fields[0], voucher.number = fields[1], voucher.text = text;
    voucher.date = day;
    voucher.registered = date_of(registered);
    if (state.summing) {
        char* to = found_->summed.data() + found_->summed_size;
        put(to, label_of_voucher.substr(0, 4));
        put(to, fields[0]);
        put(to, fields[1]);
        put(to, date);
        put(to, text);
        put(to, registered);
        found_->summed_size = static_cast<std::size_t>(to - found_->summed.data());
    }
    return at;
}

}  // namespace styrkedja::sie
