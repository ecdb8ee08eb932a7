// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/joiner.h"

#include <libdeflate.h>

#include <algorithm>

namespace styrkedja::sie {

Joiner::Joiner(std::string file, const Reading& how, ledger::Sink& sink, Encoding encoding)
    : how_(how), sink_(&sink), telling_(file), encoding_(encoding), readers_(std::max(1U, how.threads)), file_(std::move(file)) {
    combinations_.emplace(codes_.combinations[0], 0);
    if (encoding == Encoding::utf8) facts_.encoding = name_of(encoding);
}

// A text of the file: as UTF-8, without the backslashes before quotes. The first text that isn't ASCII decides where the
// file's beginning didn't.
std::string Joiner::text(std::string_view raw) {
    if (encoding_ == Encoding::unknown) encoding_ = detect(raw);
    return plain_text(to_utf8(raw, encoding_), true);
}

std::uint32_t Joiner::part(const std::string& key) {
    auto [at, added] = parts_.emplace(key, static_cast<std::uint32_t>(codes_.parts.size()));
    if (added) codes_.parts.push_back(ledger::CodePart{key, "", "", {}});
    return at->second;
}

// "1 "100" 6 P7" as a number; no_list where a dimension lacks its object. Which dimension is named first says nothing.
ledger::CombinationNo Joiner::combination_of(std::string_view raw) {
    const std::string line = std::string(raw) + "\n" + std::string(16, '\0');
    const std::vector<Field> fields = cut_line(line.data(), false);
    if (fields.size() % 2 != 0) return no_list;
    std::vector<std::pair<std::uint32_t, ledger::CodeNo>> pairs;
    for (std::size_t i = 0; i < fields.size(); i += 2) {
        const std::string key = text(fields[i].raw), code = text(fields[i + 1].raw);
        if (key.empty() || fields[i].unclosed || fields[i + 1].unclosed) return no_list;
        if (code.empty()) continue;
        const std::uint32_t number = part(key);
        pairs.emplace_back(number, codes_.parts[number].codes.number(code));
    }
    std::sort(pairs.begin(), pairs.end());
    auto [at, added] = combinations_.emplace(pairs, static_cast<ledger::CombinationNo>(codes_.combinations.size()));
    if (added) codes_.combinations.push_back(std::move(pairs));
    return at->second;
}

// Codes are numbered in the file's order, among the lines that declare some.
void Joiner::learn(Numbers& numbers, Found& found, std::uint64_t before) {
    for (; found.learnt_accounts < found.new_accounts.size() && found.new_accounts[found.learnt_accounts].line < before; ++found.learnt_accounts) {
        numbers.accounts.push_back(codes_.accounts.number(text(found.new_accounts[found.learnt_accounts].raw)));
    }
    for (; found.learnt_lists < found.new_lists.size() && found.new_lists[found.learnt_lists].line < before; ++found.learnt_lists) {
        numbers.lists.push_back(combination_of(found.new_lists[found.learnt_lists].raw));
        has_wrong_lists_ = has_wrong_lists_ || numbers.lists.back() == no_list;
    }
    if (booked_.size() < codes_.accounts.size()) booked_.resize(codes_.accounts.size() + 64);
}

void Joiner::join(std::size_t reader, Found& found, bool last) {
    found.learnt_accounts = found.learnt_lists = 0;
    add_sums(found);
    if (last && found.is_open_at_end) {   // the last finding says so
        found.findings.back().code = "sie_file_is_cut";
        refused_ = true;
    }
    tell_findings(found);
    if (sink_->wants_texts()) decode_texts(found);
    // Years that are said after a voucher are none of its.
    auto flat = found.flat.begin();
    for (std::size_t from = 0, to = 0; from < found.vouchers.size() || flat != found.flat.end(); from = to) {
        const std::uint64_t until = flat == found.flat.end() ? UINT64_MAX : flat->line;
        while (to < found.vouchers.size() && found.vouchers[to].line < until) ++to;
        learn(readers_[reader], found, until);
        join_vouchers(readers_[reader], found, from, to);
        const std::uint64_t next = to < found.vouchers.size() ? found.vouchers[to].line : UINT64_MAX;
        for (; flat != found.flat.end() && flat->line < next; ++flat) {
            learn(readers_[reader], found, flat->line);
            read_flat(*flat);
        }
    }
    learn(readers_[reader], found, UINT64_MAX);
    lines_ += found.lines;
    kept_texts_.clear();
}

void Joiner::tell_findings(const Found& found) {
    for (const Finding& finding : found.findings) {
        const std::uint64_t line = lines_ + finding.line + 1;
        if (!telling_.wants(finding.code, line)) continue;
        const char* end = finding.line_at;
        while (!is_line_end(*end)) ++end;
        Telling::Args args{{"value", text(finding.value)},
                           {"voucher", text(finding.series) + (finding.series.empty() ? "" : " ") + text(finding.number)}};
        if (finding.ore != 0) args.emplace_back("sum", Decimal(finding.ore, 2).str());
        telling_.tell(finding.code, finding.code == "sie_file_is_cut" ? Severity::error : finding.refuses ? lost() : Severity::warning, line,
                      text({finding.line_at, static_cast<std::size_t>(end - finding.line_at)}), std::move(args));
    }
    facts_.refused_vouchers += found.refused;
}

bool Joiner::is_in_a_year(Date day) const {
    return std::any_of(facts_.years.begin(), facts_.years.end(),
                       [&](const ledger::FiscalYear& year) { return year.first <= day && day <= year.last; });
}

void Joiner::refuse(const ledger::Voucher& voucher, std::string_view code) {
    ++facts_.refused_vouchers;
    const std::uint64_t line = lines_ + voucher.line + 1;
    if (!telling_.wants(code, line)) return;
    telling_.tell(code, lost(), line, {},
                  {{"voucher", text(voucher.series) + (voucher.series.empty() ? "" : " ") + text(voucher.number)},
                   {"value", voucher.date.exists() ? voucher.date.str() : ""}});
}

// The rows with the file's numbers; false: one of them has an object list that isn't one.
bool Joiner::take_rows(const Numbers& numbers, Found& found, ledger::Voucher& voucher) {
    ledger::Row* row = found.rows.data() + voucher.first;
    for (ledger::Row* end = row + voucher.rows; row != end; ++row) {
        row->account = numbers.accounts[row->account];
        row->combination = numbers.lists[row->combination];
        if (has_wrong_lists_ && row->combination == no_list) return false;
        if (row->date.exists() && row->date != voucher.date && !facts_.years.empty() && !is_in_a_year(row->date)) {
            row->date = Date();
            telling_.tell_whole("sie_row_date_is_outside_years", Severity::warning);
        }
    }
    return true;
}

void Joiner::join_vouchers(const Numbers& numbers, Found& found, std::size_t from, std::size_t to) {
    if (from == to) return;
    auto out = found.vouchers.begin() + static_cast<std::ptrdiff_t>(from);
    const auto first = out;
    std::uint64_t rows = 0;
    for (std::size_t i = from; i < to; ++i) {
        ledger::Voucher& voucher = found.vouchers[i];
        if (!facts_.years.empty() && !(facts_.years[0].first <= voucher.date && voucher.date <= facts_.years[0].last) &&
            !is_in_a_year(voucher.date)) {
            refuse(voucher, "sie_voucher_is_outside_years");
            continue;
        }
        if (!take_rows(numbers, found, voucher)) {
            refuse(voucher, "sie_object_list_is_wrong");
            continue;
        }
        for (std::uint32_t r = voucher.first; r < voucher.first + voucher.rows; ++r) {
            const ledger::Row& row = found.rows[r];
            overflowed_ |= __builtin_add_overflow(booked_[row.account], row.ore, &booked_[row.account]);
            ledger::Ore& side = row.ore < 0 ? facts_.credit : facts_.debit;
            overflowed_ |= __builtin_add_overflow(side, row.ore, &side);
        }
        rows += voucher.rows;
        voucher.line += lines_ + 1;
        *out++ = voucher;
    }
    facts_.vouchers += static_cast<std::uint64_t>(out - first);
    facts_.rows += rows;
    if (out != first) sink_->vouchers({first, out}, found.rows, codes_);
}

std::string_view Joiner::decoded(std::string_view raw) {
    if (is_ascii(raw) && raw.find('\\') == raw.npos) return raw;
    return kept_texts_.emplace_back(text(raw));
}

void Joiner::decode_texts(Found& found) {
    for (ledger::Voucher& voucher : found.vouchers) {
        voucher.series = decoded(voucher.series);
        voucher.number = decoded(voucher.number);
        voucher.text = decoded(voucher.text);
        voucher.signature = decoded(voucher.signature);
    }
    for (ledger::Row& row : found.rows) row.text = decoded(row.text);
}

// CRC-32 over what stands between the first #KSUMMA and the one with a number.
void Joiner::add_sums(const Found& found) {
    std::size_t from = 0;
    for (const SumLine& line : found.sums) {
        if (!line.is_end && !sum_began_) {
            sum_began_ = true;
            from = line.offset;
        } else if (line.is_end && sum_began_ && !sum_ended_) {
            crc_ = libdeflate_crc32(crc_, found.summed.data() + from, line.offset - from);
            sum_ended_ = true;
            sum_said_ = std::string(line.value);
        } else if (line.is_end && !sum_began_) {
            telling_.tell_whole("sie_checksum_has_no_beginning", Severity::warning);
        }
    }
    if (sum_began_ && !sum_ended_) crc_ = libdeflate_crc32(crc_, found.summed.data() + from, found.summed_size - from);
}

}  // namespace styrkedja::sie
