// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/write.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <tuple>

#include "base/decimal.h"
#include "importers/sie/fields.h"
#include "importers/sie/text.h"

namespace styrkedja::sie {
namespace {

using ledger::Balance;
using ledger::Figure;

constexpr std::size_t lines_at_a_time = 64 * 1024;

std::string day(Date date) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d%02d%02d", date.year(), date.month(), date.day());
    return date.exists() ? text : "";
}

std::string amount(ledger::Ore ore) { return Decimal(ore, 2).str(); }

std::string quantity(std::int64_t thousandths) {
    std::string text = Decimal(thousandths, 3).str();
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::string Writer::as_pc8(std::string_view text) {
    std::string bytes = to_pc8(text, replaced_);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool would_escape = bytes[i] == '\\' && (i + 1 == bytes.size() || bytes[i + 1] == '"');
        if (!would_escape) continue;
        bytes[i] = '/';
        ++replaced_;
    }
    return bytes;
}

void Writer::record(std::string_view label) {
    line_ += label;
    if (sums_) summed_ += label;
}

void Writer::quoted(std::string_view text) {
    const std::string bytes = as_pc8(text);
    line_ += " \"";
    for (char c : bytes) line_ += c == '"' ? std::string("\\\"") : std::string(1, c);
    line_ += '"';
    if (sums_) summed_ += bytes;
}

void Writer::word(std::string_view text) {
    const bool is_plain = !text.empty() && text.find_first_of(" \t\"\\{}#") == text.npos && is_ascii(text);
    if (!is_plain) return quoted(text);
    line_ += ' ';
    line_ += text;
    if (sums_) summed_ += text;
}

void Writer::list(ledger::CombinationNo number, const ledger::Dictionary& codes) {
    line_ += " {";
    const std::size_t from = line_.size();
    for (const auto& [part, code] : codes.combinations[number]) {
        word(codes.parts[part].key);
        quoted(codes.parts[part].codes.text(code));
    }
    if (line_.size() > from) line_.erase(from, 1);
    line_ += '}';
}

void Writer::end_line() {
    line_ += "\r\n";
    if (line_.size() >= lines_at_a_time) flush();
}

void Writer::flush() {
    out_(line_);
    crc_ = libdeflate_crc32(crc_, summed_.data(), summed_.size());
    line_.clear();
    summed_.clear();
}

void Writer::lines(std::string_view label, const std::string& text) {
    if (text.empty()) return;
    record(label);
    word(text);
    end_line();
}

void Writer::begin_identity() {
    record("#PROGRAM");
    quoted(facts_->program);
    end_line();
    lines("#FORMAT", "PC8");
    record("#GEN");
    word(day(facts_->generated));
    if (!extras_->generated_by.empty()) word(extras_->generated_by);
    end_line();
    lines("#SIETYP", "4");
    for (const std::string& each : extras_->prose) record("#PROSA"), quoted(each), end_line();
    lines("#FTYP", extras_->company_form);
    lines("#FNR", extras_->file_number);
    lines("#ORGNR", facts_->organisation_number);
    lines("#BKOD", extras_->trade);
    if (!extras_->address.empty()) {
        record("#ADRESS");
        for (const std::string& each : extras_->address) quoted(each);
        end_line();
    }
    record("#FNAMN");
    quoted(facts_->company);
    end_line();
    for (const ledger::FiscalYear& year : facts_->years) {
        record("#RAR");
        word(std::to_string(year.index));
        word(day(year.first));
        word(day(year.last));
        end_line();
    }
    lines("#TAXAR", extras_->tax_year);
    lines("#OMFATTN", day(facts_->through));
    lines("#KPTYP", facts_->chart);
    lines("#VALUTA", facts_->currency);
}

void Writer::begin_chart(const ledger::Dictionary* codes) {
    auto pair = [&](std::string_view label, std::string_view code, std::string_view value, bool in_quotes) {
        record(label);
        word(code);
        in_quotes ? quoted(value) : word(value);
        end_line();
    };
    for (const ledger::AccountInfo& each : facts_->accounts) {
        pair("#KONTO", each.code, each.name, true);
        if (each.type != '\0') pair("#KTYP", each.code, std::string(1, each.type), false);
    }
    for (const auto& [account, measure] : extras_->measures) pair("#ENHET", account, measure, true);
    for (const auto& [account, code] : extras_->tax_codes) pair("#SRU", account, code, false);
    for (std::size_t i = 0; codes && i < codes->parts.size(); ++i) {
        const ledger::CodePart& part = codes->parts[i];
        if (part.name.empty() && part.parent.empty()) continue;   // one of the specification's own
        record(part.parent.empty() ? "#DIM" : "#UNDERDIM");
        word(part.key);
        quoted(part.name);
        if (!part.parent.empty()) word(part.parent);
        end_line();
    }
    for (const ledger::ObjectInfo& each : facts_->objects) {
        record("#OBJEKT");
        word(each.part);
        quoted(each.code);
        quoted(each.name);
        end_line();
    }
}

void Writer::begin(const ledger::Dictionary* codes) {
    if (began_) return;
    began_ = true;
    record("#FLAGGA");
    word("0");
    end_line();
    record("#KSUMMA");
    end_line();
    sums_ = true;
    begin_identity();
    begin_chart(codes);
}

bool Writer::is_result_account(const std::string& account) const {
    for (const ledger::AccountInfo& each : facts_->accounts) {
        if (each.code == account && each.type != '\0') return each.type == 'K' || each.type == 'I';
    }
    return !account.empty() && account[0] >= '3' && account[0] <= '8';
}

void Writer::balance(const Balance& each, bool is_result, const ledger::Dictionary& codes) {
    auto year = std::find_if(facts_->years.begin(), facts_->years.end(), [&](const auto& known) { return known.last.year() == each.year; });
    const bool has_no_month = each.figure == Figure::budget && each.month == 0;
    without_year_ += year == facts_->years.end() ? 1 : 0;
    without_month_ += has_no_month ? 1 : 0;
    if (year == facts_->years.end() || has_no_month) return;
    const std::string& account = codes.accounts.text(each.account);
    const bool has_list = each.combination != 0, is_period = each.month != 0;
    const bool is_closing = each.figure == Figure::closing || (each.figure == Figure::actual && !is_period);
    record(each.figure == Figure::opening ? (has_list ? "#OIB" : "#IB")
           : is_closing                   ? (has_list ? "#OUB" : is_result ? "#RES" : "#UB")
           : each.figure == Figure::budget ? "#PBUDGET"
                                           : "#PSALDO");
    word(std::to_string(year->index));
    if (is_period) word(std::to_string(each.month));
    word(account);
    if (is_period || has_list) list(each.combination, codes);
    word(amount(each.ore));
    if (each.quantity != 0) word(quantity(each.quantity));
    end_line();
}

// Given is one set that can be added up; in the file the account as a whole stands before its objects.
void Writer::balances(std::span<const Balance> balances, const ledger::Dictionary& codes) {
    begin(&codes);
    std::map<std::tuple<Figure, std::int32_t, std::int32_t, ledger::CodeNo>, Balance> wholes;
    const auto cell = [](const Balance& each) { return std::tuple{each.figure, each.year, each.month, each.account}; };
    for (const Balance& each : balances) {
        Balance& whole = wholes.emplace(cell(each), each).first->second;
        if (whole.line != UINT64_MAX) {
            whole.ore = whole.quantity = 0;
            whole.combination = 0;
            whole.line = UINT64_MAX;   // it is begun
        }
        whole.ore += each.ore;
        whole.quantity += each.quantity;
    }
    for (const Balance& each : balances) {
        auto found = wholes.find(cell(each));
        // A year's sum of a result account is its closing too, and is written once; that of a balance account lies between its
        // opening and its closing.
        const bool is_year_sum = each.figure == Figure::actual && each.month == 0, is_opened = wholes.contains({Figure::opening, each.year, 0, each.account});
        if (is_year_sum && (is_opened || wholes.contains({Figure::closing, each.year, 0, each.account}))) continue;
        const std::string& code = codes.accounts.text(each.account);
        const bool is_balance = is_opened || code.starts_with('1') || code.starts_with('2');
        const bool is_result = (!is_balance && wholes.contains({Figure::actual, each.year, 0, each.account})) || is_result_account(code);
        if (found != wholes.end() && found->second.line == UINT64_MAX) {
            balance(found->second, is_result, codes);
            found->second.line = 0;
        }
        if (each.combination != 0) balance(each, is_result, codes);
    }
}

void Writer::vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> rows, const ledger::Dictionary& codes) {
    begin(&codes);
    for (const ledger::Voucher& voucher : vouchers) {
        record("#VER");
        word(voucher.series);
        word(voucher.number);
        word(day(voucher.date));
        const bool has_registered = voucher.registered.exists(), has_signature = !voucher.signature.empty();
        if (!voucher.text.empty() || has_registered || has_signature) quoted(voucher.text);
        if (has_registered || has_signature) word(day(voucher.registered));
        if (has_signature) word(voucher.signature);
        line_ += "\r\n{";
        end_line();
        for (const ledger::Row& row : rows.subspan(voucher.first, voucher.rows)) {
            line_ += "   ";
            record("#TRANS");
            word(codes.accounts.text(row.account));
            list(row.combination, codes);
            word(amount(row.ore));
            const bool has_quantity = row.quantity != 0, has_text = !row.text.empty() || has_quantity;
            if (row.date.exists() || has_text) word(day(row.date));
            if (has_text) quoted(row.text);
            if (has_quantity) word(quantity(row.quantity));
            end_line();
        }
        line_ += '}';
        end_line();
    }
}

void Writer::finish(const std::string& file, Problems& problems) {
    begin(nullptr);
    sums_ = false;
    flush();
    record("#KSUMMA");
    word(std::to_string(crc_));
    end_line();
    flush();
    auto tell = [&](std::string_view code, std::size_t count) {
        if (count > 0) problems.add(Problem{code, Severity::warning, Place{file, 0, 0, "", "", ""}, {{"count", std::to_string(count)}}});
    };
    tell("sie_character_is_replaced", replaced_);
    tell("sie_budget_has_no_month", without_month_);
    tell("sie_year_is_not_in_file", without_year_);
}

}  // namespace styrkedja::sie
