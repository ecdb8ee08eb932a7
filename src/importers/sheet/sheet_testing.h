// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "domain/ledger/rows.h"

// For tests: what a reader gives, as text.
namespace styrkedja::sheet_testing {

// "actual 202601 4010 responsibility=0114 1234,50" a line; vouchers "A 17 2026-03-01: 4010 ... 100 text | ...".
class TextSink : public ledger::Sink {
  public:
    std::string text;

    void vouchers(std::span<const ledger::Voucher> vouchers, std::span<const ledger::Row> rows, const ledger::Dictionary& codes) override {
        for (const ledger::Voucher& each : vouchers) {
            text += std::string(each.series) + " " + std::string(each.number) + " " + each.date.str() + ":";
            for (const ledger::Row& row : rows.subspan(each.first, each.rows))
                text += " " + of(codes, row.account, row.combination) + std::to_string(row.ore) + (row.text.empty() ? "" : " " + std::string(row.text)) + " |";
            text += "\n";
        }
    }
    void balances(std::span<const ledger::Balance> balances, const ledger::Dictionary& codes) override {
        static const char* const figures[] = {"", "actual", "budget", "opening", "closing"};
        for (const ledger::Balance& each : balances) {
            text += std::string(figures[static_cast<int>(each.figure)]) + " " + std::to_string(each.month == 0 ? each.year : each.month) + " " +
                    of(codes, each.account, each.combination) + std::to_string(each.ore) + "\n";
        }
    }

  private:
    static std::string of(const ledger::Dictionary& codes, ledger::CodeNo account, ledger::CombinationNo combination) {
        std::string out = codes.accounts.text(account) + " ";
        for (const auto& [part, code] : codes.combinations[combination]) out += codes.parts[part].key + "=" + codes.parts[part].codes.text(code) + " ";
        return out;
    }
};

}  // namespace styrkedja::sheet_testing
