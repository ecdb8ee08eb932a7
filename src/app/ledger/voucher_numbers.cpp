// SPDX-License-Identifier: EUPL-1.2
#include "app/ledger/voucher_numbers.h"

#include <algorithm>

#include "base/bytes.h"
#include "domain/ledger/page_bytes.h"

namespace styrkedja::app {
namespace {

using ledger::unzigzag;
using ledger::zigzag;

constexpr std::uint32_t most_in_leaf = 256;
constexpr std::size_t most_digits = 18;

// "F-0017" is "F-" and four digits, 17; "17" is 17 however many digits; "F" has no digits at all.
struct Cut {
    std::string_view before;
    char width = 0;                 // of what is written with zeros before it; 0 = as one writes numbers
    std::uint64_t number = 0;
};
constexpr char no_digits = 99;

Cut cut(std::string_view text) {
    Cut made;
    std::size_t at = text.size();
    while (at > 0 && text.size() - at < most_digits && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
    for (std::size_t i = at; i < text.size(); ++i) made.number = made.number * 10 + static_cast<std::uint64_t>(text[i] - '0');
    made.before = text.substr(0, at);
    if (at == text.size()) made.width = no_digits;
    else if (text[at] == '0' && text.size() - at > 1) made.width = static_cast<char>(text.size() - at);
    return made;
}

void write_key(std::string& key, std::string_view series, const Cut& cut) {
    key.assign(series);
    key += '\0';
    key += cut.before;
    key += cut.width;
}

constexpr std::uint64_t steps_number = 1, steps_day = 2;

}  // namespace

void VoucherNumbers::Leaf::append(const Entry& entry) {
    if (count++ == 0) {
        first = last = entry;
        return;
    }
    const bool number = entry.number != last.number + 1, day = entry.met.day != last.met.day;
    const std::uint64_t line = zigzag(static_cast<std::int64_t>(entry.met.line) - static_cast<std::int64_t>(last.met.line));
    put_number(steps, line << 2U | (number ? steps_number : 0) | (day ? steps_day : 0));
    if (number) put_number(steps, entry.number - last.number);
    if (day) put_number(steps, zigzag(std::int64_t{entry.met.day.days()} - last.met.day.days()));
    last = entry;
}

std::vector<VoucherNumbers::Entry> VoucherNumbers::Leaf::entries() const {
    std::vector<Entry> list{first};
    ByteReader reader(steps);
    while (!reader.at_end() && reader.ok()) {
        Entry entry = list.back();
        const std::uint64_t what = reader.number();
        entry.met.line = static_cast<std::uint64_t>(static_cast<std::int64_t>(entry.met.line) + unzigzag(what >> 2U));
        entry.number += (what & steps_number) != 0 ? reader.number() : 1;
        if ((what & steps_day) != 0) entry.met.day = Date::from_days(static_cast<std::int32_t>(entry.met.day.days() + unzigzag(reader.number())));
        list.push_back(entry);
    }
    return list;
}

std::optional<VoucherNumbers::Met> VoucherNumbers::Leaf::find(std::uint64_t number) const {
    if (number < first.number || last.number < number) return std::nullopt;
    for (const Entry& each : entries()) {
        if (each.number == number) return each.met;
    }
    return std::nullopt;
}

std::optional<VoucherNumbers::Met> VoucherNumbers::Sequence::add(const Entry& entry) {
    if (back && back->last.number < entry.number && back->count < most_in_leaf) return back->append(entry), std::nullopt;   // nearly always
    const auto after = leaves.upper_bound(entry.number);
    const auto leaf = after == leaves.begin() ? leaves.end() : std::prev(after);
    if (leaf != leaves.end()) {
        if (auto there = leaf->second.find(entry.number)) return there;
    }
    insert(leaf, entry);
    back = &leaves.rbegin()->second;
    return std::nullopt;
}

void VoucherNumbers::Sequence::insert(Leaves::iterator leaf, const Entry& entry) {
    const bool is_after = leaf != leaves.end() && leaf->second.last.number < entry.number;
    if (is_after && leaf->second.count < most_in_leaf) return leaf->second.append(entry);
    if (is_after || leaf == leaves.end()) return leaves[entry.number].append(entry);
    std::vector<Entry> entries = leaf->second.entries();
    entries.insert(std::upper_bound(entries.begin(), entries.end(), entry, [](const Entry& a, const Entry& b) { return a.number < b.number; }), entry);
    leaves.erase(leaf);
    const std::size_t in_each = entries.size() > most_in_leaf ? entries.size() / 2 : entries.size();
    Leaf* into = nullptr;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i % in_each == 0 && entries.size() - i >= in_each) into = &leaves[entries[i].number];
        into->append(entries[i]);
    }
}

VoucherNumbers::Sequence& VoucherNumbers::sequence(std::string_view series, std::string_view before, char width) {
    const std::size_t size = series.size() + before.size() + 2;
    for (const Recent& each : recent_) {
        const std::string_view key = each.key;
        const bool is_it = key.size() == size && key.back() == width && key[series.size()] == '\0' && key.starts_with(series) &&
                           key.substr(series.size() + 1, before.size()) == before;
        if (is_it) return *each.sequence;
    }
    Recent& recent = recent_[oldest_++ % recent_.size()];
    write_key(recent.key, series, {before, width, 0});
    recent.sequence = &sequences_[recent.key];
    return *recent.sequence;
}

std::optional<VoucherNumbers::Met> VoucherNumbers::add(std::string_view series, std::string_view number, Met met) {
    if (number.empty()) return std::nullopt;
    const Cut where = cut(number);
    return sequence(series, where.before, where.width).add({where.number, met});
}

std::optional<VoucherNumbers::Met> VoucherNumbers::find(std::string_view series, std::string_view number) const {
    const Cut where = cut(number);
    std::string key;
    write_key(key, series, where);
    const auto sequence = sequences_.find(key);
    if (number.empty() || sequence == sequences_.end()) return std::nullopt;
    auto after = sequence->second.leaves.upper_bound(where.number);
    return after == sequence->second.leaves.begin() ? std::nullopt : std::prev(after)->second.find(where.number);
}

bool VoucherNumbers::may_have_some_of(const ledger::Summary& summary) const {
    std::string key;
    for (const ledger::Summary::Range& each : summary.numbers) {
        if (each.others) return true;
        write_key(key, each.series, {});
        const auto sequence = sequences_.find(key);
        if (sequence == sequences_.end()) continue;
        auto after = sequence->second.leaves.upper_bound(each.last);
        if (after != sequence->second.leaves.begin() && std::prev(after)->second.last.number >= each.first) return true;
    }
    return false;
}

std::string voucher_name(std::string_view series, std::string_view number) {
    return std::string(series) + (series.empty() ? "" : " ") + std::string(number);
}

void VouchersOfFile::add(const ledger::Voucher& voucher) {
    constexpr std::size_t most_kept = 10'000;   // those of several years in one file may go on for long
    const VoucherNumbers::Met again{voucher.line, voucher.date};
    const auto first = numbers.add(voucher.series, voucher.number, again);
    if (!first) return;
    if (doubled_.size() == most_kept) ++more_;
    else doubled_.push_back({voucher_name(voucher.series, voucher.number), *first, again});
}

void VouchersOfFile::tell_doubled(const std::string& file, const std::vector<ledger::FiscalYear>& years, Problems& problems) const {
    auto year_of = [&](Date day) {
        for (const ledger::FiscalYear& each : years) {
            if (each.first <= day && day <= each.last) return each.last.year();
        }
        return day.exists() ? day.year() : 0;
    };
    // On one day it is the same voucher twice. On another day the program has used its number again: both are booked.
    std::uint64_t doubled = 0, again = 0;
    for (const Doubled& each : doubled_) {
        const int year = year_of(each.again.day);
        if (year != year_of(each.first.day)) continue;
        const bool is_same_day = each.again.day == each.first.day;
        if (++(is_same_day ? doubled : again) > doubled_vouchers_told) continue;
        const auto line = static_cast<std::uint32_t>(std::min<std::uint64_t>(each.again.line, UINT32_MAX));
        problems.add(is_same_day ? "ledger_voucher_stands_twice" : "ledger_voucher_number_is_used_again",
                     is_same_day ? Severity::error : Severity::warning, Place{file, line, 0, {}, {}, {}},
                     {{"voucher", each.name}, {"year", std::to_string(year)}, {"first", std::to_string(each.first.line)},
                      {"line", std::to_string(each.again.line)}});
    }
    (doubled > 0 ? doubled : again) += doubled + again > 0 ? more_ : 0;
    auto tell_more = [&](std::uint64_t count, Severity severity) {
        if (count <= doubled_vouchers_told) return;
        problems.add("ledger_more_vouchers_are_doubled", severity, Place{file, 0, 0, {}, {}, {}},
                     {{"more", std::to_string(count - doubled_vouchers_told)}, {"count", std::to_string(count)}});
    };
    tell_more(doubled, Severity::error);
    tell_more(again, Severity::warning);
}

}  // namespace styrkedja::app
