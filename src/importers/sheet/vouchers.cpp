// SPDX-License-Identifier: EUPL-1.2
#include "importers/sheet/vouchers.h"

#include <functional>
#include <span>

#include "domain/values/money.h"
#include "locale/number.h"

namespace styrkedja::sheet {
namespace {

constexpr std::size_t rows_in_block = 8192;

Int128 sum_of(std::span<const ledger::Row> rows) {
    Int128 sum = 0;
    for (const ledger::Row& row : rows) sum += row.ore;
    return sum;
}

std::size_t name_hash(std::string_view series, std::string_view number) {
    constexpr std::size_t mixed = 0x9E3779B97F4A7C15U;
    return std::hash<std::string_view>()(series) * mixed ^ std::hash<std::string_view>()(number);
}

Told::Args name_of(const std::string& series, const std::string& number) { return {{"voucher", series.empty() ? number : series + " " + number}}; }

}  // namespace

void Vouchers::begin(const Head& head) {
    close();
    if (rows_.size() >= rows_in_block) flush();
    any_ = true;
    first_ = rows_.size();
    if (!open_.empty()) {
        if (const auto found = open_.find({std::string(head.series), std::string(head.number)}); found != open_.end()) {
            Open back = std::move(found->second);
            open_.erase(found);
            now_ = std::move(back.name);
            for (std::size_t i = 0; i < back.rows.size(); ++i) put(back.rows[i], back.texts[i]);
            return;
        }
    }
    now_.series = head.series;
    now_.number = head.number;
    now_.signature = head.signature;
    now_.date = head.date;
    now_.line = source_.line();
    now_.place = Place{};
    if (given_.contains(name_hash(now_.series, now_.number)))
        told_.at(0, "sheet_voucher_comes_again", Severity::error, name_of(now_.series, now_.number));
    // Its first row is kept while it is there to be seen.
    if (told_.wants("sheet_voucher_does_not_balance")) now_.place = source_.place(0);
}

void Vouchers::put(ledger::Row row, std::string_view text) {
    texts_of_rows_.push_back({texts_.size(), text.size()});
    texts_ += text;
    row.text = {};
    rows_.push_back(row);
}

void Vouchers::add(const Head& head, ledger::Row row) {
    if (!any_ || now_.number != head.number || now_.series != head.series) begin(head);
    if (now_.date != head.date) told_.at(0, "sheet_voucher_has_two_dates", Severity::error, name_of(now_.series, now_.number));
    put(row, row.text);
}

void Vouchers::close() {
    if (!any_) return;
    any_ = false;
    const std::size_t count = rows_.size() - first_;
    if (sum_of(std::span(rows_).subspan(first_)) == 0) {
        given_.insert(name_hash(now_.series, now_.number));
        whole_.push_back({std::move(now_), first_, count});
        now_ = Name{};
        return;
    }
    Open open;
    for (std::size_t i = first_; i < rows_.size(); ++i) {
        open.rows.push_back(rows_[i]);
        open.texts.push_back(texts_.substr(texts_of_rows_[i].from, texts_of_rows_[i].size));
    }
    texts_.resize(texts_of_rows_[first_].from);
    rows_.resize(first_);
    texts_of_rows_.resize(first_);
    std::pair name{now_.series, now_.number};
    open.name = std::move(now_);
    now_ = Name{};
    open_.emplace(std::move(name), std::move(open));
}

void Vouchers::flush() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i].text = std::string_view(texts_).substr(texts_of_rows_[i].from, texts_of_rows_[i].size);
        (rows_[i].ore > 0 ? facts_.debit : facts_.credit) += rows_[i].ore;
    }
    std::vector<ledger::Voucher> vouchers;
    vouchers.reserve(whole_.size());
    for (const Whole& each : whole_) {
        vouchers.push_back({each.name.series, each.name.number, {}, each.name.signature, each.name.date, {},
                            static_cast<std::uint32_t>(each.first), static_cast<std::uint32_t>(each.rows), each.name.line});
    }
    facts_.vouchers += vouchers.size();
    facts_.rows += rows_.size();
    if (!vouchers.empty()) sink_.vouchers(vouchers, rows_, codes_);
    rows_.clear();
    texts_of_rows_.clear();
    texts_.clear();
    whole_.clear();
}

void Vouchers::tell_open(const Open& voucher) {
    ++facts_.refused_vouchers;
    const Int128 sum = sum_of(voucher.rows);
    Told::Args args = name_of(voucher.name.series, voucher.name.number);
    const bool fits = sum <= INT64_MAX && sum >= -INT64_MAX;
    args.emplace_back("difference", fits ? format_number(Decimal(static_cast<std::int64_t>(sum), 2)) : "");
    const bool has_place = !voucher.name.place.file.empty();
    told_.of(has_place ? voucher.name.place : source_.place(), "sheet_voucher_does_not_balance", Severity::error, std::move(args));
}

void Vouchers::finish() {
    close();
    for (const auto& [name, voucher] : open_) tell_open(voucher);
    open_.clear();
    flush();
}

}  // namespace styrkedja::sheet
