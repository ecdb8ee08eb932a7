// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "importers/sie/joiner.h"
#include "importers/sie/labels.h"

// What can be seen first when the file has ended: whether it is whole, and whether its figures agree with each other.
namespace styrkedja::sie {
namespace {

using ledger::Balance;
using ledger::Figure;

std::string kronor(Int128 ore) { return Decimal(static_cast<std::int64_t>(ore), 2).str(); }

bool ends_in(std::string_view file, std::string_view ending) {
    return file.size() >= ending.size() && same_label(file.substr(file.size() - ending.size()), ending);
}

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What lies between a balance account's opening and closing, in years of which nothing says how it came about (type 1): the
// change of the whole year, as #RES is for the others. `told`: the years of which something says it; `results`: #RES.
void add_changes(std::vector<Balance>& given, const std::vector<std::int32_t>& told, std::span<const Balance> results, std::int32_t present) {
    std::set<std::int32_t> opened{present}, closed;
    std::set<std::pair<std::int32_t, ledger::CodeNo>> said;
    for (const Balance& each : results) said.emplace(each.year, each.account);
    for (const Balance& each : given) {
        if (each.figure == Figure::opening) opened.insert(each.year);
        if (each.figure == Figure::closing && !said.contains({each.year, each.account})) closed.insert(each.year);
    }
    for (std::size_t i = 0, count = given.size(); i < count; ++i) {
        Balance each = given[i];
        const bool is_balance = each.figure == Figure::opening || each.figure == Figure::closing;
        const bool is_told = std::find(told.begin(), told.end(), each.year) != told.end() || said.contains({each.year, each.account});
        if (!is_balance || is_told || !opened.contains(each.year) || !closed.contains(each.year)) continue;
        if (each.figure == Figure::opening) each.ore = -each.ore;   // both are given: they are added up by whoever takes them
        each.figure = Figure::actual;
        each.quantity = 0;
        given.push_back(each);
    }
}

}  // namespace

std::string Joiner::form() const {
    const int type = type_ == 0 ? 1 : type_;
    if (type < 4) return "SIE " + std::to_string(type);
    const bool has_balances = labels_.contains("IB") || labels_.contains("UB") || labels_.contains("RES") || labels_.contains("PSALDO");
    return ends_in(file_, ".SI") || !has_balances ? "SIE 4I" : "SIE 4E";
}

void Joiner::check_records() {
    const std::string form = this->form();
    const std::size_t column = form == "SIE 4E" ? 4 : form == "SIE 4I" ? 3 : static_cast<std::size_t>(form[4] - '1');
    if (has_vouchers()) labels_.insert("VER");
    for (const LabelRule& rule : label_rules) {
        const bool is_there = labels_.contains(rule.label);
        if (rule.types[column] == 'm' && !is_there) {
            telling_.tell_whole("sie_record_is_missing", Severity::warning, {{"label", "#" + std::string(rule.label)}, {"form", form}});
        }
        if (rule.types[column] == 'x' && is_there) {
            telling_.tell_whole("sie_record_does_not_belong", Severity::warning, {{"label", "#" + std::string(rule.label)}, {"form", form}});
        }
    }
    if (facts_.imported_before) telling_.tell_whole("sie_file_was_imported_before", Severity::warning);
}

void Joiner::check_checksum() {
    facts_.has_checksum = sum_began_;
    if (!sum_began_) return;
    if (!sum_ended_) {
        telling_.tell_whole("sie_checksum_has_no_end", Severity::error);
        refused_ = "sie_checksum_has_no_end";
    } else if (!is_number(sum_said_) || sum_said_.size() > 10 || std::stoull(sum_said_) != crc_) {
        telling_.tell_whole("sie_checksum_is_wrong", Severity::error, {{"said", text(sum_said_)}, {"computed", std::to_string(crc_)}});
        refused_ = "sie_checksum_is_wrong";
    }
}

// Closing = opening + what was booked, for each account that has a closing balance of the present year; and the sum of all
// openings is that of all closings. Vendors' own files break both: told, never a reason to refuse.
void tell_closing(std::span<const Balance> balances, std::span<const Balance> results, const std::vector<ledger::Ore>& booked, const ledger::Dictionary& codes,
                  ledger::FileFacts& facts, Telling& telling) {
    const std::int32_t year = facts.years.empty() ? 0 : facts.years[0].last.year();
    struct Account {
        Int128 opening = 0, closing = 0;
        ledger::CodeNo number = 0;
        bool is_closed = false;
    };
    std::map<std::string_view, Account> accounts;   // by code
    Account all;
    bool has_opening = false;
    for (const Balance& each : balances) {
        if (each.combination != 0 || each.year != year) continue;
        Account& account = accounts[codes.accounts.text(each.account)];
        account.number = each.account;
        if (each.figure == Figure::opening) account.opening += each.ore, all.opening += each.ore, has_opening = true;
        if (each.figure == Figure::closing) account.closing += each.ore, all.closing += each.ore, account.is_closed = all.is_closed = true;
    }
    for (const Balance& each : results) {
        if (each.combination != 0 || each.year != year) continue;
        all.closing += each.ore, all.is_closed = true;
        Account& account = accounts[codes.accounts.text(each.account)];
        if (account.is_closed) continue;   // said by #UB too
        account.number = each.account;
        account.closing += each.ore, account.is_closed = true;
    }
    if (has_opening && all.is_closed && all.opening != all.closing) {
        telling.tell_whole("sie_sums_differ", Severity::warning, {{"opening", kronor(all.opening)}, {"closing", kronor(all.closing)}});
    }
    if (facts.vouchers == 0) return;
    for (const auto& [code, account] : accounts) {
        const ledger::Ore sum = account.number < booked.size() ? booked[account.number] : 0;
        if (!account.is_closed || account.opening + sum == account.closing) continue;
        facts.mismatches.push_back({std::string(code), static_cast<ledger::Ore>(account.opening), sum, static_cast<ledger::Ore>(account.closing)});
        telling.tell_whole("sie_closing_differs", Severity::warning,
                           {{"account", std::string(code)}, {"opening", kronor(account.opening)}, {"booked", kronor(sum)}, {"closing", kronor(account.closing)}});
    }
}

void Joiner::check_codes() {
    const bool is_import = form() == "SIE 4I";
    for (ledger::CodeNo i = 1; i < codes_.accounts.size() && !is_import; ++i) {
        if (accounts_.contains(codes_.accounts.text(i))) continue;
        telling_.tell_whole("sie_account_is_not_declared", Severity::warning, {{"account", codes_.accounts.text(i)}});
    }
    for (const ledger::CodePart& each : codes_.parts) {
        // Numbers below 20 are the specification's own and need not be declared.
        const bool is_reserved = is_number(each.key) && (each.key.size() == 1 || (each.key.size() == 2 && each.key[0] == '1'));
        if (declared_parts_.contains(each.key) || is_reserved) continue;
        telling_.tell_whole("sie_dimension_is_not_declared", Severity::warning, {{"dimension", each.key}});
    }
}

void Joiner::give_balances() {
    const std::int32_t booked_year = facts_.vouchers > 0 && !facts_.years.empty() ? facts_.years[0].last.year() : 0;
    std::vector<Balance> given;
    std::vector<std::int32_t> told_years{booked_year};
    std::set<std::pair<std::int32_t, ledger::CodeNo>> closed;   // by #UB: some programs write both that and #RES
    for (const Balance& each : balances_) {
        const bool is_actual = each.figure == Figure::actual;
        if (is_actual && each.year == booked_year) continue;   // the vouchers say it
        if (each.figure == Figure::closing) closed.emplace(each.year, each.account);
        if (is_actual) told_years.push_back(each.year);
        given.push_back(each);
    }
    for (Balance each : results_) {
        each.figure = Figure::closing;
        if (!closed.contains({each.year, each.account})) given.push_back(each);
        if (std::find(told_years.begin(), told_years.end(), each.year) != told_years.end()) continue;
        each.figure = Figure::actual;
        given.push_back(each);
    }
    bool overlaps = false;
    std::string dimensions;
    given = one_set(std::move(given), codes_, overlaps, dimensions);
    add_changes(given, told_years, results_, facts_.years.empty() ? 0 : facts_.years[0].last.year());
    if (overlaps) telling_.tell_whole("sie_balances_overlap", Severity::note, {{"dimensions", dimensions}});
    if (!given.empty()) sink_->balances(given, codes_);
}

std::optional<ledger::FileFacts> Joiner::finish(Problems& problems) {
    facts_.form = form();
    facts_.lines = lines_;
    if (facts_.encoding.empty()) facts_.encoding = encoding_ == Encoding::unknown ? "PC8" : name_of(encoding_);
    if (facts_.currency.empty()) facts_.currency = "SEK";
    if (facts_.chart.empty()) facts_.chart = "BAS95";
    if (!is_refused()) check_checksum();
    if (!is_refused() && overflowed_) {
        telling_.tell_whole("sie_sum_is_too_large", Severity::error);
        refused_ = "sie_sum_is_too_large";
    }
    if (!is_refused()) {
        check_records();
        tell_closing(balances_, results_, booked_, codes_, facts_, telling_);
        check_codes();
        give_balances();
    }
    if (is_refused()) telling_.keep_only(refused_);
    telling_.finish(problems);
    if (is_refused()) return std::nullopt;
    return std::move(facts_);
}

}  // namespace styrkedja::sie
