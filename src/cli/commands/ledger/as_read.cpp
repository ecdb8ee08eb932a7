// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/ledger/as_read.h"

#include <set>

#include "domain/economy/batch_months.h"
#include "domain/ledger/to_columns.h"

namespace styrkedja::cli {

AsRead::AsRead(const LedgerYear& year) : year_(year), map_(year.known->state) {
    for (const auto& [batch, columns] : year_.batches) add(*batch, *columns);
    balances_.insert(balances_.end(), closing_.begin(), closing_.end());
}

ledger::FileFacts AsRead::facts() const {
    ledger::FileFacts facts;
    facts.form = year_.ledger;
    facts.company = year_.known->state.pack->name;
    facts.years.push_back({0, year_.batches[0].second->first_day, year_.batches[0].second->last_day});
    for (const auto& [code, what] : accounts_) {
        const bool is_asset = what.first == AccountKind::asset, is_debt = what.first > AccountKind::asset;
        const bool is_income = what.first == AccountKind::income || what.first == AccountKind::grant || what.first == AccountKind::tax;
        facts.accounts.push_back({code, what.second, is_asset ? 'T' : is_debt ? 'S' : is_income ? 'I' : 'K'});
    }
    return facts;
}

void AsRead::add(const LedgerBatch& batch, const ledger::Columns& columns) {
    const std::int32_t first = first_month_of(counting_months(batch)), last = last_month_of(counting_months(batch));
    const std::vector<std::uint32_t> parts = parts_of(columns);
    for (const ledger::Columns::Part& part : columns.parts) {
        // What is of no month counts with the year's first.
        const std::int32_t month = part.month == 0 ? ledger::month_of(columns.first_day) : part.month;
        if (month < first || month > last) continue;
        for (std::uint32_t row = part.first; row < part.first + part.rows; ++row) fact(batch, columns, part, parts, row);
    }
}

void AsRead::fact(const LedgerBatch& batch, const ledger::Columns& columns, const ledger::Columns::Part& part,
                  const std::vector<std::uint32_t>& parts, std::uint32_t row) {
    const std::string& account = columns.codes[0][columns.code_of[0][row]];
    std::vector<std::pair<std::uint32_t, ledger::CodeNo>> combination;
    for (std::size_t i = 1; i < columns.dimensions.size(); ++i) {
        const std::string& code = columns.codes[i][columns.code_of[i][row]];
        if (!code.empty() && !is_closed(batch, columns, i, code)) combination.emplace_back(parts[i], codes_.parts[parts[i]].codes.number(code));
    }
    ledger::Balance balance;
    balance.figure = part.figure;
    balance.year = columns.year;
    balance.month = part.month;
    balance.account = codes_.accounts.number(account);
    balance.combination = number(combination);
    balance.ore = columns.ore[row];
    auto [same, is_first] = balance_of_.try_emplace({balance.figure, balance.month, balance.account, balance.combination}, balances_.size());
    if (is_first) balances_.push_back(balance);
    else balances_[same->second].ore += balance.ore;   // parts of one batch's sums, which fit
    if (part.figure == ledger::Figure::budget) return;
    if (kind_of(batch, columns, account) < AccountKind::asset) {
        ledger::Balance& result = results_[balance.account];
        const ledger::Ore before = result.ore;
        result = balance;
        result.figure = ledger::Figure::closing;
        result.month = 0;
        result.combination = 0;
        result.ore += before;
        return;
    }
    auto [at, is_new] = closing_of_.try_emplace({balance.account, balance.combination}, closing_.size());
    if (is_new) {
        balance.figure = ledger::Figure::closing;
        balance.month = 0;
        closing_.push_back(balance);
    } else {
        closing_[at->second].ore += balance.ore;
    }
}

bool AsRead::is_closed(const LedgerBatch& batch, const ledger::Columns& columns, std::size_t dimension, const std::string& code) {
    if (columns.dimensions[dimension] != "counterparty") return false;
    auto [at, is_new] = closed_.try_emplace(code, false);
    if (is_new) at->second = map_.find("counterparty", code, batch.ledger.str(), columns.last_day).id.empty();
    return at->second;
}

void AsRead::give_with_results(ledger::Sink& sink) const {
    std::vector<ledger::Balance> all = balances_;
    for (const auto& [account, result] : results_) all.push_back(result);
    sink.balances(all, codes_);
}

std::string AsRead::key_of(const std::string& role) const {
    std::set<std::string> taken = {"1", "6"};
    for (const ledger::CodePart& part : codes_.parts) taken.insert(part.key);
    for (const LedgerProfile& profile : year_.known->state.ledger_profiles) {
        if (profile.ledger.str() != year_.ledger) continue;
        for (const std::string& each : profile.dimensions.list) {
            const std::size_t is = each.find('=');
            if (is == std::string::npos || each.find_first_not_of("0123456789") != is) continue;
            if (each.substr(is + 1) == role) return each.substr(0, is);
            taken.insert(each.substr(0, is));
        }
    }
    if (role == "responsibility") return "1";
    if (role == "project") return "6";
    int free = 20;   // those below are the specification's own
    while (taken.contains(std::to_string(free))) ++free;
    return std::to_string(free);
}

std::vector<std::uint32_t> AsRead::parts_of(const ledger::Columns& columns) {
    std::vector<std::uint32_t> numbers;
    for (const std::string& role : columns.dimensions) {
        std::uint32_t at = 0;
        while (at < codes_.parts.size() && codes_.parts[at].name != role) ++at;
        if (role == "account") {
            at = 0;   // is no part; never asked for
        } else if (at == codes_.parts.size()) {
            const std::string key = key_of(role);
            codes_.parts.emplace_back();
            codes_.parts.back().key = key;
            codes_.parts.back().name = role;
        }
        numbers.push_back(at);
    }
    return numbers;
}

ledger::CombinationNo AsRead::number(const std::vector<std::pair<std::uint32_t, ledger::CodeNo>>& combination) {
    if (combination.empty()) return 0;
    auto [at, is_new] = numbers_.try_emplace(combination, static_cast<ledger::CombinationNo>(codes_.combinations.size()));
    if (is_new) codes_.combinations.push_back(combination);
    return at->second;
}

AccountKind AsRead::kind_of(const LedgerBatch& batch, const ledger::Columns& columns, const std::string& code) {
    auto [at, is_new] = accounts_.try_emplace(code, AccountKind::cost, std::string());
    if (!is_new) return at->second.first;
    const MappedCode mapped = map_.find("account", code, batch.ledger.str(), columns.last_day);
    if (const Account* account = year_.known->state.accounts.find(mapped.id)) at->second = {account->kind, account->name.at(columns.last_day)};
    return at->second.first;
}

}  // namespace styrkedja::cli
