// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/ledger/stored_balance.h"

#include <set>

#include "app/history.h"
#include "app/ledger/facts.h"
#include "cli/commands/ledger/balance_table.h"
#include "cli/stored.h"
#include "cli/work.h"
#include "domain/economy/batch_months.h"
#include "domain/economy/code_map.h"
#include "domain/ledger/to_columns.h"

namespace styrkedja::cli {
namespace {

std::string listed(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& each : names) text += (text.empty() ? "" : ", ") + each;
    return text;
}

// Facts as a reader would give them, in codes of their own.
class AsRead {
  public:
    explicit AsRead(const LedgerYear& year) : year_(year), map_(year.known->state) {}

    void give(ledger::Sink& sink) {
        for (const auto& [batch, columns] : year_.batches) add(*batch, *columns);
        sink.balances(balances_, codes_);
    }

  private:
    void add(const LedgerBatch& batch, const ledger::Columns& columns) {
        const std::int32_t first = first_month_of(counting_months(batch)), last = last_month_of(counting_months(batch));
        const std::vector<std::uint32_t> parts = parts_of(columns);
        for (const ledger::Columns::Part& part : columns.parts) {
            // What is of no month counts with the year's first.
            const std::int32_t month = part.month == 0 ? ledger::month_of(columns.first_day) : part.month;
            if (month < first || month > last) continue;
            for (std::uint32_t row = part.first; row < part.first + part.rows; ++row) fact(batch, columns, part, parts, row);
        }
    }

    void fact(const LedgerBatch& batch, const ledger::Columns& columns, const ledger::Columns::Part& part,
              const std::vector<std::uint32_t>& parts, std::uint32_t row) {
        const std::string& account = columns.codes[0][columns.code_of[0][row]];
        std::vector<std::pair<std::uint32_t, ledger::CodeNo>> combination;
        for (std::size_t i = 1; i < columns.dimensions.size(); ++i) {
            const std::string& code = columns.codes[i][columns.code_of[i][row]];
            if (!code.empty()) combination.emplace_back(parts[i], codes_.parts[parts[i]].codes.number(code));
        }
        ledger::Balance balance;
        balance.figure = part.figure;
        balance.year = columns.year;
        balance.month = part.month;
        balance.account = codes_.accounts.number(account);
        balance.combination = number(combination);
        balance.ore = columns.ore[row];
        balances_.push_back(balance);
        if (part.figure == ledger::Figure::budget || !is_balance(batch, columns, account)) return;
        balance.figure = ledger::Figure::closing;   // opening + changes
        balance.month = 0;
        balances_.push_back(balance);
    }

    // SIE's numbers for what has one, so that --by means the same as for a file.
    std::vector<std::uint32_t> parts_of(const ledger::Columns& columns) {
        std::vector<std::uint32_t> numbers;
        for (const std::string& role : columns.dimensions) {
            const std::string key = role == "responsibility" ? "1" : role == "project" ? "6" : role;
            std::uint32_t at = 0;
            while (at < codes_.parts.size() && codes_.parts[at].key != key) ++at;
            if (at == codes_.parts.size()) {
                codes_.parts.emplace_back();
                codes_.parts.back().key = key;
                codes_.parts.back().name = role;
            }
            numbers.push_back(at);
        }
        return numbers;
    }

    ledger::CombinationNo number(const std::vector<std::pair<std::uint32_t, ledger::CodeNo>>& combination) {
        if (combination.empty()) return 0;
        auto [at, is_new] = numbers_.try_emplace(combination, static_cast<ledger::CombinationNo>(codes_.combinations.size()));
        if (is_new) codes_.combinations.push_back(combination);
        return at->second;
    }

    bool is_balance(const LedgerBatch& batch, const ledger::Columns& columns, const std::string& code) {
        auto [at, is_new] = balance_accounts_.try_emplace(code, false);
        if (!is_new) return at->second;
        const MappedCode mapped = map_.find("account", code, batch.ledger.str(), columns.last_day);
        const Account* account = year_.known->state.accounts.find(mapped.id);
        return at->second = account && account->kind >= AccountKind::asset;
    }

    const LedgerYear& year_;
    CodeMap map_;
    ledger::Dictionary codes_;
    std::vector<ledger::Balance> balances_;
    std::map<std::vector<std::pair<std::uint32_t, ledger::CodeNo>>, ledger::CombinationNo> numbers_;
    std::map<std::string, bool> balance_accounts_;
};

BalanceFigure figure_of(const std::string& what) {
    return what == "opening"   ? BalanceFigure::opening
           : what == "closing" ? BalanceFigure::closing
           : what == "budget"  ? BalanceFigure::budget
                               : BalanceFigure::change;
}

}  // namespace

std::optional<LedgerYear> ledger_year(const Request& request, Problems& problems) {
    progress(request, "Läser databasen …", "Reading the database …");
    const auto store = open_store(request, store::Access::read);
    const auto municipality = municipality_of(request, *store, problems);
    const app::KnownPtr now = municipality ? app::load(*store, *municipality, problems) : nullptr;
    const app::KnownPtr then = now ? known_at(request, "as-of", *store, now, problems) : nullptr;
    LedgerYear found;
    found.known = then ? app::with_facts(*store, then, problems) : nullptr;
    if (!found.known || problems.has_errors()) return std::nullopt;
    std::set<std::string> ledgers;
    for (const LedgerBatch& each : found.known->state.ledger_batches) ledgers.insert(each.ledger.str());
    found.ledger = request.value("ledger", ledgers.size() == 1 ? *ledgers.begin() : "");
    const std::string year = request.value("year");
    const auto asked = Period::parse(year);
    if (found.ledger.empty() && ledgers.size() > 1) {
        problems.add("ledger_is_not_named", Severity::error, {}, {{"choices", listed(ledgers)}});
        return std::nullopt;
    }
    if (request.has("year") && (!asked || asked->shape() != PeriodShape::year)) {
        problems.add("ledger_year_is_not_understood", Severity::error, {}, {{"year", year}});
        return std::nullopt;
    }
    if (asked) found.year = asked->year();
    for (const LedgerBatch& each : found.known->state.ledger_batches) {
        if (each.ledger.str() == found.ledger && !asked) found.year = std::max(found.year, each.year);
    }
    for (const LedgerBatch& each : found.known->state.ledger_batches) {
        if (each.ledger.str() != found.ledger || each.year != found.year) continue;
        found.batches.emplace_back(&each, found.known->state.ledger->by_hash.at(each.content).get());
    }
    if (found.batches.empty()) {
        problems.add("ledger_has_no_batches", Severity::error, {}, {{"ledger", found.ledger}, {"year", year}});
        return std::nullopt;
    }
    return found;
}

Exit balance_of_store(const Request& request) {
    Problems problems;
    auto keys = keys_of(request.value("by", "account"));
    if (!keys) {
        problems.add("balance_parts_are_wrong", Severity::error, Place{}, {{"by", request.value("by")}});
        return tell(request, problems), Exit::usage;
    }
    const auto year = ledger_year(request, problems);
    if (!year) return tell(request, problems);
    BalanceGather gather(*keys, [] { return false; });
    AsRead(*year).give(gather);
    ledger::FileFacts facts;
    facts.years.push_back({0, year->batches[0].second->first_day, year->batches[0].second->last_day});
    facts.form = year->ledger;
    const BalanceTable table = table_of(std::move(*keys), figure_of(request.value("what", "change")), gather, std::move(facts));
    if (table.overflowed) problems.add("ledger_sums_are_too_large", Severity::error, {});
    const Exit exit = tell(request, problems);
    const std::string to = request.value("to", "text");
    if (!table.overflowed) write_result(request, to == "csv" ? as_csv(table) : to == "json" ? as_json(table) : as_text(table, request.language));
    return exit;
}

}  // namespace styrkedja::cli
