// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/commands/ledger/stored_balance.h"
#include "domain/economy/code_map.h"
#include "domain/ledger/rows.h"

namespace styrkedja::cli {

// The facts of a ledger's year as a reader would give them, so that what works on files works on what was taken in. Closing
// balances are the opening ones with what was booked since, of accounts that are assets, equity or liabilities in the
// municipality's tree. Counterparties are told only where they are things of the municipality's own (counterparties): any other
// code may be a person's, and is left out. Parts have the numbers of the ledger's SIE profile, else SIE's own (1 responsibility,
// 6 project), else the next free from 20.
class AsRead {
  public:
    explicit AsRead(const LedgerYear& year);
    void give(ledger::Sink& sink) const { sink.balances(balances_, codes_); }
    // The same with the year's sum of each result account as its closing: SIE's #RES.
    void give_with_results(ledger::Sink& sink) const;
    const ledger::Dictionary& codes() const { return codes_; }
    ledger::FileFacts facts() const;

  private:
    void add(const LedgerBatch& batch, const ledger::Columns& columns);
    void fact(const LedgerBatch& batch, const ledger::Columns& columns, const ledger::Columns::Part& part,
              const std::vector<std::uint32_t>& parts, std::uint32_t row);
    bool is_closed(const LedgerBatch& batch, const ledger::Columns& columns, std::size_t dimension, const std::string& code);
    std::vector<std::uint32_t> parts_of(const ledger::Columns& columns);
    std::string key_of(const std::string& role) const;
    ledger::CombinationNo number(const std::vector<std::pair<std::uint32_t, ledger::CodeNo>>& combination);
    AccountKind kind_of(const LedgerBatch& batch, const ledger::Columns& columns, const std::string& code);

    const LedgerYear& year_;
    CodeMap map_;
    ledger::Dictionary codes_;
    std::vector<ledger::Balance> balances_, closing_;
    std::map<ledger::CodeNo, ledger::Balance> results_;   // of result accounts
    std::map<std::vector<std::pair<std::uint32_t, ledger::CodeNo>>, ledger::CombinationNo> numbers_;
    std::map<std::tuple<ledger::Figure, std::int32_t, ledger::CodeNo, ledger::CombinationNo>, std::size_t> balance_of_;
    std::map<std::string, bool> closed_;   // counterparties by code: nobody's that we know
    std::map<std::pair<ledger::CodeNo, ledger::CombinationNo>, std::size_t> closing_of_;
    std::map<std::string, std::pair<AccountKind, std::string>> accounts_;   // by code: what it is, its name
};

}  // namespace styrkedja::cli
