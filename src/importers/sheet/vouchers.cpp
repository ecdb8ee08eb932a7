// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/vouchers.h"

#include <functional>

#include "domain/values/money.h"
#include "locale/number.h"

namespace styrkedja::sheet {
namespace {

constexpr std::size_t rows_in_block = 8192;

Int128 sum_of(const std::vector<ledger::Row>& rows) {
    Int128 sum = 0;
    for (const ledger::Row& row : rows) sum += row.ore;
    return sum;
}

std::size_t name_hash(const std::string& series, const std::string& number) { return std::hash<std::string>()(series + '\0' + number); }

Told::Args name_of(const std::string& series, const std::string& number) { return {{"voucher", series.empty() ? number : series + " " + number}}; }

}  // namespace

void Vouchers::begin(const Head& head) {
    close();
    any_ = true;
    const std::pair name{std::string(head.series), std::string(head.number)};
    if (const auto found = open_.find(name); found != open_.end()) {
        now_ = std::move(found->second);
        open_.erase(found);
        return;
    }
    now_ = Kept{};
    now_.series = name.first;
    now_.number = name.second;
    now_.signature = head.signature;
    now_.date = head.date;
    now_.line = source_.line();
    if (given_.contains(name_hash(now_.series, now_.number)))
        told_.at(0, "sheet_voucher_comes_again", Severity::error, name_of(now_.series, now_.number));
}

void Vouchers::add(const Head& head, ledger::Row row) {
    if (!any_ || now_.number != head.number || now_.series != head.series) begin(head);
    if (now_.date != head.date) told_.at(0, "sheet_voucher_has_two_dates", Severity::error, name_of(now_.series, now_.number));
    // The place of its first row, while it is there to be seen.
    if (now_.rows.empty() && told_.wants("sheet_voucher_does_not_balance")) now_.place = source_.place(0);
    if (!row.text.empty()) row.text = now_.texts.emplace_back(row.text);
    now_.rows.push_back(row);
}

void Vouchers::close() {
    if (!any_) return;
    any_ = false;
    if (sum_of(now_.rows) == 0) give(std::move(now_));
    else {
        std::pair name{now_.series, now_.number};
        open_.emplace(std::move(name), std::move(now_));
    }
}

void Vouchers::give(Kept&& voucher) {
    given_.insert(name_hash(voucher.series, voucher.number));
    block_rows_ += voucher.rows.size();
    block_.push_back(std::move(voucher));
    if (block_rows_ >= rows_in_block) flush();
}

void Vouchers::flush() {
    std::vector<ledger::Voucher> vouchers;
    std::vector<ledger::Row> rows;
    rows.reserve(block_rows_);
    for (const Kept& each : block_) {
        vouchers.push_back({each.series, each.number, {}, each.signature, each.date, {}, static_cast<std::uint32_t>(rows.size()),
                            static_cast<std::uint32_t>(each.rows.size()), each.line});
        for (const ledger::Row& row : each.rows) {
            rows.push_back(row);
            (row.ore > 0 ? facts_.debit : facts_.credit) += row.ore;
        }
    }
    facts_.vouchers += vouchers.size();
    facts_.rows += rows.size();
    if (!vouchers.empty()) sink_.vouchers(vouchers, rows, codes_);
    block_.clear();
    block_rows_ = 0;
}

void Vouchers::finish() {
    close();
    for (auto& [name, voucher] : open_) {
        if (sum_of(voucher.rows) == 0) {
            give(std::move(voucher));
            continue;
        }
        ++facts_.refused_vouchers;
        const Int128 sum = sum_of(voucher.rows);
        Told::Args args = name_of(voucher.series, voucher.number);
        const bool fits = sum <= INT64_MAX && sum >= -INT64_MAX;
        args.emplace_back("difference", fits ? format_number(Decimal(static_cast<std::int64_t>(sum), 2)) : "");
        told_.of(voucher.place.file.empty() ? source_.place() : voucher.place, "sheet_voucher_does_not_balance", Severity::error, std::move(args));
    }
    open_.clear();
    flush();
}

}  // namespace styrkedja::sheet
