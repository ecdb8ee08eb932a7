// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/ledger/stored_balance.h"

#include <set>

#include "app/history.h"
#include "cli/commands/ledger/as_read.h"
#include "cli/commands/ledger/balance_table.h"
#include "cli/stored.h"
#include "cli/work.h"

namespace styrkedja::cli {
namespace {

std::string listed(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& each : names) text += (text.empty() ? "" : ", ") + each;
    return text;
}

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
    LedgerYear found;
    found.known = municipality ? known_with_facts(request, *store, *municipality, problems) : nullptr;
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
    const AsRead stored(*year);
    stored.give(gather);
    ledger::FileFacts facts = stored.facts();
    const BalanceTable table = table_of(std::move(*keys), figure_of(request.value("what", "change")), gather, std::move(facts));
    if (table.overflowed) problems.add("ledger_sums_are_too_large", Severity::error, {});
    const Exit exit = tell(request, problems);
    const std::string to = request.value("to", "text");
    if (!table.overflowed) write_result(request, to == "csv" ? as_csv(table) : to == "json" ? as_json(table) : as_text(table, request.language));
    return exit;
}

}  // namespace styrkedja::cli
