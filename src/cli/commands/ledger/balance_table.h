// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/gather.h"
#include "locale/problem_texts.h"

namespace styrkedja::cli {

// What sums are parted by: the account, the month, or a dimension of the file.
struct BalanceKey {
    enum class Kind : std::uint8_t { account, month, dimension } kind = Kind::account;
    std::string heading;        // as it was asked for: the column's name in CSV and JSON
    std::string dimension;      // number or name, as it was asked for ("1" for unit, "6" for project)
};

// "account,unit,month"; none: a part is empty or stands twice.
std::optional<std::vector<BalanceKey>> keys_of(std::string_view by);

enum class BalanceFigure : std::uint8_t { change, opening, closing, budget };

struct BalanceRow {
    std::vector<std::string> keys;
    ledger::Ore ore = 0;
};

struct BalanceTable {
    std::vector<BalanceKey> keys;
    BalanceFigure figure = BalanceFigure::change;
    std::vector<BalanceRow> rows;     // by their keys
    ledger::Ore total = 0;
    bool overflowed = false;
    ledger::FileFacts facts;
};

// Gathers what the table needs of a file, and no more.
class BalanceGather : public ledger::Gather {
  public:
    BalanceGather(const std::vector<BalanceKey>& keys, bool (*stopped)());
    bool stop() const override { return stopped_(); }
    void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) override;
    void vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> rows, const ledger::Dictionary& codes) override;
    const std::vector<std::vector<std::string>>& combinations() const { return combinations_; }   // by number: codes of the dimensions
    const std::vector<std::string>& accounts() const { return accounts_; }
    std::string missing_dimension() const;    // one that was asked for and that nothing in the file has; "" = none

  private:
    ledger::CombinationNo counts_as(ledger::CombinationNo number, const ledger::Dictionary& codes);
    void remember(const ledger::Dictionary& codes);

    std::vector<std::string> dimensions_;
    std::vector<bool> met_;
    std::map<std::vector<std::string>, ledger::CombinationNo> known_;
    std::vector<std::vector<std::string>> combinations_{{}};
    std::vector<std::string> accounts_;
    bool (*stopped_)();
};

BalanceTable table_of(std::vector<BalanceKey> keys, BalanceFigure figure, const BalanceGather& gather, ledger::FileFacts facts);

std::string as_text(const BalanceTable& table, Language language);
std::string as_csv(const BalanceTable& table);
std::string as_json(const BalanceTable& table);

}  // namespace styrkedja::cli
